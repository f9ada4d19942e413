"""The abbreviations that a paper prints, spelled out; only those that stand in it are listed."""

import re
from collections.abc import Collection

from briefer.language import _, mark

WORDS = {
    "AU": mark("Australia"),
    "BIC": mark("Business Identifier Code"),
    "CA": mark("Canada"),
    "CAATSA": "Countering America’s Adversaries Through Sanctions Act, 2017",
    "CAPTA": mark("the list of correspondent account sanctions"),
    "CFR": "Code of Federal Regulations",
    "CFSP": mark("Common Foreign and Security Policy of the European Union"),
    "CH": mark("Switzerland"),
    "DFAT": mark("Department of Foreign Affairs and Trade, Australia"),
    "EO": mark("Executive Order"),
    "FAQ": mark("a published answer of OFAC to a frequent question"),
    "FCDO": mark("Foreign, Commonwealth and Development Office, United Kingdom"),
    "GL": mark("general licence"),
    "IEEPA": "International Emergency Economic Powers Act",
    "INN": mark("Russian tax number"),
    "JP": mark("Japan"),
    "LEI": mark("Legal Entity Identifier"),
    "NS-MBS": mark("the list of menu-based sanctions, short of full blocking"),
    "NSC": mark("National Security Council, United States"),
    "OFAC": mark("Office of Foreign Assets Control, United States Treasury"),
    "OFSI": mark("Office of Financial Sanctions Implementation, United Kingdom"),
    "OGRN": mark("Russian state registration number"),
    "PEESA": "Protecting Europe’s Energy Security Act, 2019",
    "PL": mark("Public Law, United States"),
    "REPO Act": "Rebuilding Economic Prosperity and Opportunity for Ukrainians Act, 2024",
    "SDN": "Specially Designated Nationals and Blocked Persons",
    "SECO": mark("State Secretariat for Economic Affairs, Switzerland"),
    "SI": mark("Statutory Instrument, United Kingdom"),
    "SOR": mark("Statutory Orders and Regulations, Canada"),
    "SSI": mark("Sectoral Sanctions Identifications: limits on dealings, without blocking"),
    "SWIFT": "Society for Worldwide Interbank Financial Telecommunication",
    "UA": mark("Ukraine"),
    "USC": "United States Code",
}
"""What each stands for, in the order in which they print; one is met where it stands as a word of its own.

The titles of laws and lists, and the names of publications, stay as they are cited.
"""

TAG = re.compile(r"<[^>]*>")
MET = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(WORDS, key=len, reverse=True)))})(?![\w])")


def used(html: str) -> frozenset[str]:
    """Gives the abbreviations in the text of a section as it was written."""
    return frozenset(MET.findall(TAG.sub(" ", html).replace("\u00a0", " ")))


def spelled(found: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Gives these abbreviations with their words, in order."""
    return tuple((word, _(said)) for word, said in WORDS.items() if word in found)
