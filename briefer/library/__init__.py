"""Every line of SQL: what is known is stored here, and read from here once."""

from briefer.library.store import Library

__all__ = ["Library"]
