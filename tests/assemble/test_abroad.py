"""Where the keys and marks of what stands in other regimes are."""

from dataclasses import replace

from assemble import law, made
from briefer.model.facts import Confidence


def said(kind: str, doubt: Confidence = Confidence.VERIFIED, *, without: tuple[str, ...] = ()) -> str:
    abroad = law.freeze("EU", "269/2014", "Annex I", confidence=doubt)
    kept = tuple(one for one in made.sections() if one.kind not in without)
    dossier = law.dossier(replace(law.ALONE, designations=(*law.ALONE.designations, abroad)))
    return " ".join(made.text_of(kind, made.brief(made.pack(sections=kept), dossier)).split())


def test_each_table_that_names_other_regimes_says_where_their_keys_and_marks_are() -> None:
    for kind in ("in-force", "relief"):
        assert "Keys and marks of what stands in other regimes: section" in said(kind)
        assert "some is to be verified." in said(kind, Confidence.TO_BE_VERIFIED)


def test_where_no_section_prints_them_the_workbook_is_named() -> None:
    found = said("in-force", without=("allies", "entity-sheets"))
    assert "other regimes: the workbook, sheet Remains" in found


def test_where_nothing_stands_elsewhere_nothing_is_said() -> None:
    found = made.text_of("in-force", made.brief(made.pack(), law.dossier(law.ALONE)))
    assert "Keys and marks" not in found
