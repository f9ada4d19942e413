"""The keys of the laws that a row cites."""

from dataclasses import replace

import pytest

from assemble import law, made
from briefer.assemble import law_keys
from briefer.assemble.context import Context
from briefer.model.policy import Source

TITLES = (
    ("22 USC 9511 (CAATSA s. 216): review", "Office of the Law Revision Counsel", "law"),
    ("22 USC 8907-8910 (SSIDES)", "Office of the Law Revision Counsel", "law"),
    ("FAQ 983 and 989: Directive 3", "OFAC", "guidance"),
    ("Public Law 117-109: ending importation of Russian oil", "Congress", "law"),
    ("Note on Public Laws 117-109 and 117-110", "Thompson Hine", "analysis"),
    ("REPO for Ukrainians Act", "Skadden", "analysis"),
    ("Regulation (EU) No 833/2014 and its annexes", "Council", "list"),
    ("Frequently asked questions: Art. 5a(4) of Regulation (EU) No 833/2014", "Commission", "guidance"),
    ("SI 2022/801, reg. 4: names reg. 18A of SI 2019/855", "legislation.gov.uk", "law"),
    ("The Russia (Sanctions) (EU Exit) Regulations 2019, SI 2019/855", "legislation.gov.uk", "law"),
    ("Special Economic Measures Act, S.C. 1992, c. 17", "Canada", "law"),
    ("Revised guidance on entities owned by blocked persons", "OFAC", "guidance"),
    ("31 CFR part 501: licences", "OFAC", "law"),
)
SOURCES = tuple(
    Source(id=f"s{number}", title=title, publisher=publisher, kind=kind)
    for number, (title, publisher, kind) in enumerate(TITLES, 1)
)
CONTEXT = Context(
    pack=made.pack(),
    dossier=replace(made.DOSSIER, sources=SOURCES),
    keys={one.id: one.id.replace("s", "F") for one in SOURCES},
    placed=(),
)


@pytest.mark.parametrize(
    ("citation", "keys"),
    [
        ("22 USC 9511(a)(2)(B), which does not name the order", "F1"),
        ("22 USC 8909", "F2"),
        ("22 USC 8911; 18 USC 9511", ""),
        ("OFAC FAQ 891, 983", "F3"),
        ("FAQs 373, 989; FAQ 98", "F3"),
        ("Public Law 117-109 ss. 2-3", "F4"),
        ("Skadden, REPO for Ukrainians Act, May 2024", "F6"),
        ("Regulation (EU) No 833/2014, Annex XIV; Decision 2014/512/CFSP", "F7"),
        ("SI 2019/855, reg. 18A", "F10"),
        ("Special Economic Measures Act; SOR/2014-58", "F11"),
        ("OFAC, revised guidance on entities owned by blocked persons, 13 August 2014", "F12"),
        ("31 CFR 501.801(a); 22 USC 9511", "F1, F13"),
        ("EO 14024 of 15 April 2021", ""),
        ("22 USC 1-99999", ""),
        ("", ""),
    ],
)
def test_a_citation_has_the_keys_of_the_texts_that_it_names(citation: str, keys: str) -> None:
    assert law_keys.keys(CONTEXT, (citation,)) == keys


def test_rows_that_cite_the_law_have_its_key() -> None:
    statute = Source(id="s-order", title="SI 2019/855", publisher="legislation.gov.uk", kind="law")
    dossier = replace(law.dossier(law.REVIEWED, law.FREED, measures=(law.OIL, law.SWIFT)), sources=(*SOURCES, statute))
    brief = made.brief(dossier=dossier)
    sheets = {one.name: [row.get("Law key") for row in made.rows(one)] for one in brief.sheets}
    for name in ("Relief", "Remains", "Ripple", "Allies", "Measures"):
        assert any(sheets[name]), name
