"""Sanctions briefings: pick entities and policy positions, get a printed, sourced briefing with its annexes."""

__version__ = "0.1.0"
