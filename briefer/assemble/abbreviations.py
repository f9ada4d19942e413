"""The abbreviations that a paper prints, spelled out; only those that stand in it are listed."""

import re
from collections.abc import Collection

WORDS = {
    "AU": "Australia",
    "BIC": "Business Identifier Code",
    "CA": "Canada",
    "CAATSA": "Countering America’s Adversaries Through Sanctions Act, 2017",
    "CAPTA": "the list of correspondent account sanctions",
    "CFR": "Code of Federal Regulations",
    "CFSP": "Common Foreign and Security Policy of the European Union",
    "CH": "Switzerland",
    "DFAT": "Department of Foreign Affairs and Trade, Australia",
    "EO": "Executive Order",
    "FAQ": "a published answer of OFAC to a frequent question",
    "FCDO": "Foreign, Commonwealth and Development Office, United Kingdom",
    "GL": "general licence",
    "IEEPA": "International Emergency Economic Powers Act",
    "INN": "Russian tax number",
    "JP": "Japan",
    "LEI": "Legal Entity Identifier",
    "NS-MBS": "the list of menu-based sanctions, short of full blocking",
    "NSC": "National Security Council, United States",
    "OFAC": "Office of Foreign Assets Control, United States Treasury",
    "OFSI": "Office of Financial Sanctions Implementation, United Kingdom",
    "OGRN": "Russian state registration number",
    "PEESA": "Protecting Europe’s Energy Security Act, 2019",
    "PL": "Public Law, United States",
    "REPO Act": "Rebuilding Economic Prosperity and Opportunity for Ukrainians Act, 2024",
    "SDN": "Specially Designated Nationals and Blocked Persons",
    "SECO": "State Secretariat for Economic Affairs, Switzerland",
    "SI": "Statutory Instrument, United Kingdom",
    "SOR": "Statutory Orders and Regulations, Canada",
    "SSI": "Sectoral Sanctions Identifications: limits on dealings, without blocking",
    "SWIFT": "Society for Worldwide Interbank Financial Telecommunication",
    "UA": "Ukraine",
    "USC": "United States Code",
}
"""What each stands for, in the order in which they print; one is met where it stands as a word of its own."""

TAG = re.compile(r"<[^>]*>")
MET = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(WORDS, key=len, reverse=True)))})(?![\w])")


def used(html: str) -> frozenset[str]:
    """Gives the abbreviations in the text of a section as it was written."""
    return frozenset(MET.findall(TAG.sub(" ", html).replace("\u00a0", " ")))


def spelled(found: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Gives these abbreviations with their words, in order."""
    return tuple((word, said) for word, said in WORDS.items() if word in found)
