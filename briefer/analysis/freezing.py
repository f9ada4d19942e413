"""Whether a designation freezes assets or only limits dealings, as far as its list says so."""

from briefer.model.facts import Designation

LIMITED_LISTS = ("SSI", "NS-MBS", "CAPTA", "NS-CMIC", "833/2014")
FREEZES = ("freez", "block", "sdn")


def limited(item: Designation) -> bool:
    """Says whether a designation limits dealings without freezing assets, as far as the list says so."""
    said = " ".join((item.list_type, *item.measures)).casefold()
    if any(word in said for word in FREEZES):
        return False
    listed = (item.list_type, item.programme, item.authority)
    return bool(item.measures) or any(word in text for word in LIMITED_LISTS for text in listed)
