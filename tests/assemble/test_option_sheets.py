"""The sheet of the options: the same facts as the pages, row by row."""

from dataclasses import replace
from datetime import date

from assemble import law, made
from assemble.test_covers import DOSSIER, PLAIN, tranche
from briefer.model.brief import Cell, Dossier, Sheet
from briefer.model.facts import Measure
from briefer.model.pack import Tranche


def sheet(name: str, *tranches: Tranche, dossier: Dossier = DOSSIER) -> Sheet:
    found = made.brief(made.pack(tranches=tranches), dossier)
    return next(one for one in found.sheets if one.name == name)


def rows(name: str, *tranches: Tranche, dossier: Dossier = DOSSIER) -> list[dict[str, Cell]]:
    return made.rows(sheet(name, *tranches, dossier=dossier))


def options(found: Tranche, row: str, dossier: Dossier = DOSSIER) -> list[dict[str, Cell]]:
    return [one for one in rows("Options", found, dossier=dossier) if one["Row"] == row]


def steps_kept(found: Tranche) -> list[dict[str, Cell]]:
    return [one for one in rows("Options", found) if str(one["What it says"]).startswith("renewal needed: ")]


def test_each_tag_of_a_covered_entry_is_a_row_with_its_instrument_and_day() -> None:
    found = options(tranche("tranche", "ofac-2"), "covered")
    headers = ("Tag, or act of a measure", "Class of the tag", "Instrument", "Date")
    assert [tuple(one[header] for header in headers) for one in found] == [
        ("UKRAINE-EO13661", "B", "Delisting after review", date(2025, 4, 30)),
        ("RUSSIA-EO14024", "A", "Delisting", date(2025, 3, 31)),
    ]
    assert found[0]["What it says"] == "ended; 30 days of review"
    assert {one["Class of the whole"] for one in found} == {"B"}
    assert {one["Date is"] for one in found} == {"earliest day"}
    assert {one["Fact key"] for one in found} == {made.pack().keys[made.LIST]}
    assert [one["Confidence"] for one in found] == ["partly verified", "verified"]


def test_a_licence_row_has_the_day_by_which_it_would_be_free_if_reported() -> None:
    [found] = options(tranche("licence", "ofac-1"), "covered")
    assert found["What it says"] == "licensed; no wait by law; 2025-04-30 if it has to be reported"


def test_what_no_instrument_reaches_and_who_is_not_listed_stand_as_such() -> None:
    [odd] = options(tranche("tranche", "ofac-3"), "covered")
    assert (odd["What it says"], odd["Date"], odd["Instrument"]) == ("not reached", None, "")
    free = replace(DOSSIER, entities=(replace(DOSSIER.entities[0], designations=()),))
    [unlisted] = options(tranche("tranche", "ofac-1"), "covered", free)
    assert unlisted["What it says"] == "not listed by the United States"
    [disputed] = options(tranche("tranche", "cn-1"), "covered")
    assert disputed["Class of the whole"] == "B, contested"


def test_a_wait_that_cannot_be_counted_and_a_new_statute_are_said() -> None:
    named = tranche("broad", measures=("measure-caatsa-223",), instruments=("repeal",))
    [statute] = options(named, "covered")
    assert statute["What it says"] == "ended; a new statute"
    unknown = replace(
        DOSSIER.law,
        instruments=tuple(replace(one, legal_minimum="To be verified") for one in DOSSIER.law.instruments),
    )
    [found] = options(tranche("tranche", "ofac-1"), "covered", replace(DOSSIER, law=unknown))
    assert found["What it says"] == "ended; wait not known"


def test_steps_have_rows_in_the_order_of_the_law_and_what_nothing_reaches_a_row_too() -> None:
    found = rows("Options", tranche("licence"))
    steps = [one for one in found if str(one["Row"]).startswith("step ")][1:4]
    assert [(one["Row"], one["Who acts"], one["Date"]) for one in steps] == [
        ("step 2", "President", date(2025, 3, 31)),
        ("step 3", "", None),
        ("step 4", "Treasury (OFAC)", date(2025, 3, 31)),
    ]
    assert "contested" in str(steps[0]["What it says"])
    assert [one["Name"] for one in found if one["Row"] == "not reached"] == ["EXAMPLE STAR"]


def test_a_step_has_the_number_that_the_paper_prints_beside_what_has_to_be_continued() -> None:
    found = [str(one["Row"]) for one in rows("Options", tranche("tranche", "ofac-2"))]
    numbers = [row.removeprefix("step ") for row in found if row.startswith("step ")]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    [kept, *_later] = steps_kept(tranche("tranche", "ofac-2"))
    assert (kept["Row"], kept["Date"], kept["Date is"]) == ("step 2", date(2025, 4, 15), "deadline")
    assert str(kept["What it says"]).startswith("renewal needed: EO 14024 of 15 April 2021, under the National")


def test_what_is_left_out_elsewhere_renewed_and_wanting_has_rows_of_its_own() -> None:
    assert [one["Id"] for one in options(tranche("tranche", "ofac-1"), "not covered")][:2] == ["ofac-2", "ofac-3"]
    [europe] = options(tranche("tranche", "ofac-1"), "stays elsewhere")
    assert (europe["Id"], europe["Date"]) == ("EU", date(2025, 9, 15))
    assert str(europe["What it says"]).startswith("1 entry; end: a decided renewal; Ivan")
    assert (europe["Date is"], europe["Fact key"]) == ("next end", made.pack().keys["s-eu"])
    assert [one["Date"] for one in steps_kept(tranche("none"))][:1] == [date(2025, 4, 15)]
    wanting = tranche("tranche", "ofac-1", "gone", instruments=("repeal",), snapback="Breach.")
    assert [one["What it says"] for one in options(wanting, "gap")] == [
        "No precondition is stated.",
        "“gone” is not held.",
        "No covered tag can use the instrument “repeal”.",
    ]
    assert [one["What it says"] for one in options(wanting, "snap-back")] == ["Breach."]


def test_each_position_that_stands_is_a_row_with_its_camp() -> None:
    found = options(tranche("broad", issues=("easing", "banks")), "position")
    assert [(one["Name"], str(one["What it says"]).partition(":")[0]) for one in found] == [
        ("Pavel Speaker", "for easing"),
        ("Anna Minister", "against easing"),
        ("Pavel Speaker", "neither or unclear"),
    ]
    assert [one["What it says"] for one in found] == [
        "for easing: Easing before a settlement; in favour, on the record",
        "against easing: Easing before a settlement; against, on the record",
        "neither or unclear: Banks and payments; unclear, as reported",
    ]
    assert (found[0]["Date"], found[0]["Date is"]) == (date(2025, 3, 4), "said")
    assert {one["Fact key"] for one in found} == {made.pack().keys["s-press"]}


def test_each_end_of_what_stays_elsewhere_is_a_row_with_the_number_of_its_entries() -> None:
    sectoral, freeze = (
        replace(law.freeze("EU", "833/2014", "Annex III"), measures=("Limits",)),
        law.freeze("EU", "269/2014", "Annex I"),
    )
    dossier = replace(
        DOSSIER,
        entities=(
            replace(DOSSIER.entities[0], designations=(made.us("RUSSIA-EO14024"), freeze, sectoral)),
            replace(DOSSIER.entities[1], designations=(made.us("RUSSIA-EO14024"), freeze)),
        ),
    )
    found = options(tranche("tranche", "ofac-1", "ofac-2"), "stays elsewhere", dossier)
    assert [(one["Date"], one["Date is"], str(one["What it says"]).partition(";")[0]) for one in found] == [
        (date(2025, 7, 31), "next end", "1 of 2 entries"),
        (date(2025, 9, 15), "later end", "2 entries"),
    ]
    assert str(found[0]["What it says"]).endswith("; end: a decided renewal; Ivan Petrovich Example")
    late = options(tranche("tranche", "ofac-1"), "stays elsewhere", replace(dossier, as_of=date(2026, 11, 23)))
    assert [(one["Date"], one["Date is"]) for one in late] == [(None, ""), (None, "")]
    assert "end: stated end 2026-07-31; no renewal on record" in str(late[0]["What it says"])


def test_a_step_beside_another_has_the_terms_of_the_paper() -> None:
    oil = Measure(id="measure-oil-imports", title="Oil", regime="US", authority="Public Law 117-109")
    dossier = replace(DOSSIER, entities=(PLAIN,), measures=(oil,))
    wanted = ("amend-order", "end-emergency", "imports-certification")
    found = rows("Options", tranche("broad", instruments=wanted), dossier=dossier)
    [beside] = [one for one in found if one["Instrument"] == "Revoking the import part of EO 14066"]
    assert (beside["Date"], beside["Date is"]) == (date(2025, 8, 13), "no effect before")
    assert str(beside["What it says"]).startswith(
        "act: any day; without effect before 13 Aug 2025; unless it has ended with the emergency; Beside the end"
    )
    [ending] = [one for one in found if one["Instrument"] == "Ending or not renewing the emergency"]
    assert str(ending["What it says"]).startswith("act: United States: emergency of EO 14024 (Russia); 50 USC")
    alone = rows("Options", tranche("broad", instruments=wanted[::2]), dossier=dossier)
    assert not any("ended with the emergency" in str(one["What it says"]) for one in alone)
