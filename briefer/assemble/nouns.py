"""Numbers with the noun of what they count, by its kind."""

from collections.abc import Callable

from briefer.assemble import words

NOUNS: dict[str, Callable[[int], str]] = {
    "Person": lambda number: words.counted(number, "person", "people"),
    "Company": lambda number: words.counted(number, "company", "companies"),
    "Organization": lambda number: words.counted(number, "organisation", "organisations"),
    "LegalEntity": lambda number: words.counted(number, "legal entity", "legal entities"),
    "PublicBody": lambda number: words.counted(number, "public body", "public bodies"),
    "Vessel": lambda number: words.counted(number, "vessel", "vessels"),
    "Airplane": lambda number: words.counted(number, "aircraft", "aircraft"),
    "Vehicle": lambda number: words.counted(number, "vehicle", "vehicles"),
    "CryptoWallet": lambda number: words.counted(number, "crypto wallet", "crypto wallets"),
    "Security": lambda number: words.counted(number, "security", "securities"),
    "Asset": lambda number: words.counted(number, "asset", "assets"),
    "Measure": lambda number: words.counted(number, "measure", "measures"),
}


def counted(kind: str, number: int) -> str:
    """Gives a number and the noun of a kind of entity, or of measures: 2 people; another kind with a plain s."""
    if kind in NOUNS:
        return NOUNS[kind](number)
    name = words.schema(kind).lower()
    return words.counted(number, name, f"{name}s")
