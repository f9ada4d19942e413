"""The words for an end that no renewal on record follows, the same wherever one is told."""

from briefer.language import _, mark

NO_RENEWAL = mark("no renewal on record")


def after_end(on: str = "", renewed: str = "") -> str:
    """Says what followed a stated end that has passed, on the day `on`: renewed to a day, or no renewal on record."""
    end = _("stated end {day}", day=on) if on else _("stated end passed")
    return f"{end}; {_('renewed to {day}', day=renewed) if renewed else _(NO_RENEWAL)}"
