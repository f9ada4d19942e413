"""Frozen values that travel between the rooms; nothing here computes, reads or writes."""
