"""The words that the checks of the text look for: likelihood, review, and acronyms that need no spelling out.

Likelihood: Intelligence Community Directive 203, 2 January 2015, section D.6.e(2)(a): two rows of words
for the same seven bands.
"""

LIKELIHOOD = {
    "almost no chance": (1, 1),
    "very unlikely": (1, 2),
    "unlikely": (1, 3),
    "roughly even chance": (1, 4),
    "likely": (1, 5),
    "very likely": (1, 6),
    "almost certain": (1, 7),
    "almost certainly": (1, 7),
    "remote chance": (2, 1),
    "remote possibility": (2, 1),
    "highly improbable": (2, 2),
    "improbable": (2, 3),
    "improbably": (2, 3),
    "roughly even odds": (2, 4),
    "probable": (2, 5),
    "probably": (2, 5),
    "highly probable": (2, 6),
    "nearly certain": (2, 7),
}
"""A term, the row of the directive's table that holds it, and the band it stands for."""

VAGUE = (
    "possibly",
    "perhaps",
    "maybe",
    "conceivably",
    "presumably",
    "doubtful",
    "in all likelihood",
    "cannot be ruled out",
    "cannot rule out",
    "cannot be excluded",
    "a good chance",
    "a fair chance",
    "every chance",
    "chances are",
    "real possibility",
    "serious possibility",
    "distinct possibility",
    "strong possibility",
    "quite likely",
    "fairly likely",
    "rather likely",
    "rather unlikely",
    "more likely than not",
    "highly likely",
    "highly unlikely",
    "extremely likely",
    "extremely unlikely",
)
"""Words of likelihood that stand in neither row, so that each reader puts a number of his own to them."""

LEGISLATURE = (
    r"[Cc]ongress(?:ional)?|lawmakers?|legislators?|[Ss]enat(?:e|ors?)|House of Representatives|both [Hh]ouses|"
    r"Capitol Hill|[Tt]he Hill|CAATSA|22 U\.?S\.?C\.? (?:§ ?)?9511|[Ss]ection 216|s\. 216|review act|review statute"
)
"""What shows that a sentence speaks of the review by Congress, for which approval is the wrong word."""

_KNOWN = """
US USA EU UK UN UNSC NATO OK TV PDF URL ID AM PM CEO NGO GDP VAT AI IT HQ
USD EUR GBP CHF RUB JPY CAD AUD CNY
EO CFR USC PL SI SL SR SOR FAQ FAQS CFSP OJ
AG SA SE NV BV AB AS LLC LLP LP LTD PLC INC CO JSC PJSC OJSC CJSC OOO PAO OAO AO ZAO GMBH KG SPA SRL
BBC CNN NBC CBS ABC AFP AP DPA TASS RIA RT
SWIFT MIR ISO TLP CUI UTC GMT
"""
KNOWN_ACRONYMS = frozenset(_KNOWN.split())
"""Acronyms that need no spelling out: every reader's, currencies, parts of a legal citation, forms of company, outlets
known by nothing else, and names that nobody takes for an acronym any more."""
