"""The words for an end that no renewal on record follows, the same wherever one is told."""

NO_RENEWAL = "no renewal on record"


def after_end(on: str = "", renewed: str = "") -> str:
    """Says what followed a stated end that has passed, on the day `on`: renewed to a day, or no renewal on record."""
    return f"stated end {on or 'passed'}; {f'renewed to {renewed}' if renewed else NO_RENEWAL}"
