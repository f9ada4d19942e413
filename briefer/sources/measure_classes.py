"""Measures sorted into classes by how their wording begins; the wording itself is always kept."""

PREFIXES = (
    ("asset freeze", "asset-freeze"),
    ("travel ban", "travel-ban"),
    ("director disqualification", "director-disqualification"),
    ("trust services", "trust-services"),
    ("internet services", "internet-services"),
    ("correspondent banking", "correspondent-banking"),
    ("prohibition on correspondent banking", "correspondent-banking"),
    ("prohibition of port entry", "shipping"),
    ("shipping", "shipping"),
    ("chartering of ships", "shipping"),
    ("prevention of chartering of ships", "shipping"),
    ("crew servicing of ships", "shipping"),
    ("de-flag", "shipping"),
    ("deflag", "shipping"),
    ("transport", "transport"),
    ("technical assistance related to aircraft", "transport"),
    ("arms embargo", "arms-embargo"),
    ("targeted arms embargo", "arms-embargo"),
    ("closure of representative offices", "business-ties"),
    ("prevention of business arrangements", "business-ties"),
    ("export control", "export-control"),
    ("import control", "import-control"),
    ("financial restrictions", "financial-restrictions"),
    ("investment ban", "investment-ban"),
    ("services ban", "services-ban"),
)
"""Beginnings in small letters; the same measure is worded in several ways even within one file."""


def classes(worded: tuple[str, ...]) -> tuple[str, ...]:
    """The classes of measures as worded, each once; a wording that is not known has none."""
    found = (name for text in worded for start, name in PREFIXES if text.lower().startswith(start))
    return tuple(dict.fromkeys(found))
