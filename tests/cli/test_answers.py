"""What a person reads on the terminal says the same as the JSON, in words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from briefer.cli import answers
from briefer.model.answers import Built, ImportReport, ListRow, Sameness, Verified, Warned, Withdrawal
from briefer.model.brief import Finding
from briefer.model.facts import Absence, Confidence, Designation, Entity, Link, PartialDate, Value

REPORT = ImportReport(
    file="sdn.csv", format="ofac-csv", list="ofac-sdn", published=None, sha256="ab", entities=1, designations=1, added=1
)


def test_many_warnings_are_cut_short_and_the_rest_counted() -> None:
    warnings = (Warned(record="", message="no record"), *(Warned(record=f"r{n}", message="odd") for n in range(11)))
    lines = list(answers.imported((ImportReport(**_fields(REPORT) | {"warnings": warnings}),)))
    assert lines[0] == "ofac-sdn: 1 entity with 1 designation imported from sdn.csv (ofac-csv, undated)"
    assert lines[2] == "  warning: no record"
    assert lines[3] == "  warning: r0: odd"
    assert lines[-1] == "  and 2 more warnings (--json shows all)"


def _fields(report: ImportReport) -> dict[str, object]:
    return {name: getattr(report, name) for name in ImportReport.__dataclass_fields__}


def test_what_was_held_already_is_not_said_to_be_imported() -> None:
    held = replace(REPORT, entities=3, unchanged=3, added=0)
    assert " held already as in " in next(iter(answers.imported((held,))))
    assert " imported from " in next(iter(answers.imported((replace(held, was=3),))))


def test_what_a_folder_left_out_stands_first_and_is_not_cut_short() -> None:
    out = tuple(Warned(record=f"{n}.csv", message=f"left out: {n}.csv") for n in range(20))
    lines = list(answers.imported((REPORT, replace(REPORT, left_out=out))))
    assert lines[:20] == [each.message for each in out]


def test_a_table_of_statements_counts_rows() -> None:
    rows = ImportReport(**_fields(REPORT) | {"entities": 2, "designations": 0, "published": date(2025, 3, 1)})
    assert next(iter(answers.imported((rows,)))).startswith("ofac-sdn: 2 rows imported")


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"links": 4}, "4 links"),
        ({"links": 1}, "1 link"),
        ({"links": 4, "designations": 2}, "2 designations"),
        ({}, "0 designations"),
    ],
)
def test_a_list_that_lists_nobody_counts_its_links(counts: dict[str, int], said: str) -> None:
    report = replace(REPORT, **{"entities": 3, "names": 3, "designations": 0} | counts)
    assert next(answers.imported((report,))).startswith(f"ofac-sdn: 3 entities with {said} imported")


def test_a_decision_on_somebody_no_longer_held_says_so() -> None:
    taken = Sameness(a="eu-1", b="un-2", score=0, decision="yes", by="Ann", at="2026-11-23T10:00", a_caption="A")
    assert list(answers.decisions((taken,))) == ["eu-1 A = un-2 (no longer held): yes, by Ann, on 2026-11-23"]
    assert next(answers.same((taken,))) == "  0  eu-1 A = un-2 (no longer held) (yes, by Ann)"


def test_an_import_says_what_the_file_declares_what_was_held_and_what_else_was_done() -> None:
    done = {"declared": 1, "was": 1200, "former": "ofac-sdn@2021-06-30#ab", "notes": ("It is dated.",)}
    lines = list(answers.imported((ImportReport(**_fields(REPORT) | done),)))
    assert lines[2:] == [
        "  as many as the file declares (1)",
        "  was 1,200 (ofac-sdn@2021-06-30#ab), now 1",
        "  It is dated.",
    ]
    excerpt = list(answers.imported((ImportReport(**_fields(REPORT) | done | {"partial": True, "declared": 2}),)))
    assert excerpt[0].endswith("(ofac-csv, undated, an excerpt)")
    assert excerpt[2] == "  was 1,200 (ofac-sdn@2021-06-30#ab)"


def test_an_excerpt_is_marked_among_the_lists() -> None:
    row = ListRow(list="l", title="The list", published=None, imported="", sha256="a" * 64, entities=1, partial=True)
    assert list(answers.lists((row,)))[1].endswith("The list (an excerpt, laid over the state before it)")


def test_a_withdrawal_names_the_decisions_that_lose_somebody() -> None:
    done = Withdrawal(id="un@2025-01-01#a", list="un", now="", forgotten=6, decisions=(("ofac-1", "un-1"),) * 6)
    line = list(answers.withdrawn(done))[2]
    assert line.startswith("Decisions stay on pairs of which one or both are held no longer: ofac-1 and un-1; ")
    assert line.endswith("ofac-1 and un-1 and 1 more.")
    (few,) = (each for each in answers.withdrawn(replace(done, decisions=done.decisions[:2])) if "Decisions" in each)
    assert few.count("un-1") == 2
    assert "more" not in few


@pytest.mark.parametrize(
    ("id", "now", "said"),
    [
        ("un@undated#a", "un@undated#b", True),
        ("un@undated#a", "", False),
        ("un@undated#a", "un@2025-01-01#b", False),
        ("un@2025-01-01#a", "un@undated#b", False),
    ],
)
def test_an_undated_state_among_such_says_how_an_older_one_comes_back(id: str, now: str, said: bool) -> None:
    *_, line = answers.withdrawn(Withdrawal(id=id, list="un", now=now, forgotten=1))
    assert line.startswith("Importing its file again brings it back.")
    assert (f"first import the file of {now} with --published DATE" in line) == said


def test_lists_stand_in_aligned_columns() -> None:
    row = ListRow(list="l", title="The list", published=None, imported="", sha256="a" * 64, entities=1234)
    head, line = answers.lists((row,))
    assert head.index("Entities") == line.index("1,234")
    assert "undated" in line


def test_an_entity_shows_absences_links_and_remarks() -> None:
    entity = Entity(
        id="x",
        schema="Company",
        caption="X",
        values=(Value(prop="name", value="X", note="former", sources=("s",)),),
        designations=(
            Designation(regime="EU", programme="269/2014", until=PartialDate(text="2025-09-15"), ended=True),
        ),
        absences=(Absence(regime="UK", note="searched"),),
        links=(
            Link(kind="Ownership", subject="a", object="x", percentage=Decimal("50.1")),
            Link(kind="UnknownLink", subject="x", object="", text="SOMEBODY", role="Linked To"),
        ),
        remarks=("a remark",),
    )
    text = "\n".join(answers.entity(entity))
    gone = replace(entity.designations[0], note="no longer on the list of 2026-01-08", origin="eu@2025-03-28")
    shown = "\n".join(answers.entity(replace(entity, designations=(gone,))))
    assert "2025-09-15 (ended; no longer on the list of 2026-01-08)  [eu@2025-03-28]" in shown
    assert "X (x, Company, not listed)" in text
    assert "name: X (former)  [s]" in text
    assert "EU 269/2014 until 2025-09-15 (ended)" in text
    assert "no entry found: UK searched" in text
    assert "Ownership: a owns x X, 50.1 %\n" in text
    assert "UnknownLink: x X is linked to SOMEBODY" in text
    assert "remarks: a remark" in text


def test_an_entity_shows_all_that_a_list_says_of_a_listing() -> None:
    full = Designation(
        regime="UK",
        programme="Russia",
        authority="The Act",
        measures=("Asset freeze", "Travel Ban"),
        start=PartialDate(text="10/03/2022", earliest=date(2022, 3, 10), latest=date(2022, 3, 10)),
        published=PartialDate(text="11/03/2022", earliest=date(2022, 3, 11), latest=date(2022, 3, 11)),
        amended=PartialDate(text="09/04/2025", earliest=date(2025, 4, 9), latest=date(2025, 4, 9)),
        reason="Owns\nmuch.",
        url="https://example.org",
        origin="uk@2026-08-22",
        confidence=Confidence.PARTLY,
    )
    plain = Designation(regime="EU", programme="269/2014", authority="269/2014")
    assert list(answers.entity(Entity(id="x", schema="Person", caption="X", designations=(full, plain))))[1:] == [
        "  designation: UK Russia since 2022-03-10  [uk@2026-08-22, partly]",
        "    measures: Asset freeze; Travel Ban",
        "    authority: The Act",
        "    last amended: 2025-04-09",
        "    row published: 2022-03-11",
        "    reason: Owns much.",
        "    link: https://example.org",
        "  designation: EU 269/2014",
    ]


def test_a_link_shows_the_names_of_its_ends() -> None:
    link = Link(kind="Ownership", subject="a", object="x", role="Owned or Controlled By", origin="l@2025-01-01")
    absent = Absence(regime="UK", checked=PartialDate(text="2026-01-02"))
    found = Entity(id="x", schema="Company", caption="X", links=(link,), absences=(absent,))
    assert list(answers.entity(found, names={"a": "Alpha"}))[1:] == [
        "  no entry found: UK on 2026-01-02",
        "  Ownership: a Alpha owns or controls x X  [l@2025-01-01]",
    ]


def test_a_date_in_figures_is_shown_so_that_nobody_takes_the_day_for_the_month() -> None:
    day = PartialDate(text="10/03/1962", earliest=date(1962, 3, 10), latest=date(1962, 3, 10))
    born = Value(prop="birthDate", value="10/03/1962", date=day)
    listed = Value(prop="notes", value="Listing Date: 10/03/1962", date=day)
    shown = list(answers.entity(Entity(id="x", schema="Person", caption="X", values=(born, listed))))
    assert shown[1:] == ["  birthDate: 1962-03-10", "  notes: Listing Date: 10/03/1962"]


def test_a_pack_without_findings_has_nothing_to_answer_for() -> None:
    assert list(answers.findings(())) == ["Nothing to answer for."]


def test_findings_stand_by_severity_with_code_place_and_remedy() -> None:
    first = Finding(severity="error", code="a", message="Wrong.", place="x:3", remedy="Mend it.")
    found = (first, replace(first, place="y", remedy=""), replace(first, severity="note", code="b"))
    assert list(answers.findings(found)) == [
        "2 errors",
        "  a at x:3: Wrong.",
        "    Mend it.",
        "  a at y: Wrong.",
        "1 note",
        "  b at x:3: Wrong.",
        "    Mend it.",
    ]


def test_a_build_names_its_files_and_counts_what_is_open() -> None:
    done = Built(pdf="a", annex="b", manifest="c", pages=1, seconds={"x": 1.0}, findings={"warning": 2, "note": 0})
    assert list(answers.built(done)) == ["  a", "  b", "  c", "1 page in 1.0 seconds, with 2 warnings (briefer check)"]


def test_a_folder_that_is_not_whole_names_each_problem() -> None:
    assert list(answers.verified(Verified(ok=False, problems=("one", "two")))) == ["one", "two"]
    assert "as the manifest says" in next(iter(answers.verified(Verified(ok=True))))


def test_no_pair_is_said_to_be_none() -> None:
    assert list(answers.same(())) == ["No pair is proposed or decided."]
