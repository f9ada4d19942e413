"""Tests of the printed document."""
