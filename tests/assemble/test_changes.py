"""The section on what changed: one table by kind, what is nothing said once, and the lists' own changes with cause."""

from dataclasses import replace
from datetime import date

import pytest

from assemble import made
from assemble.test_timeline import LAW
from briefer import language
from briefer.model.answers import FieldChange
from briefer.model.brief import Brief

SINCE = date(2025, 2, 28)


def change(field: str, old: str, new: str, cause: str = "source") -> FieldChange:
    return FieldChange(id="ofac-1", field=field, old=old, new=new, cause=cause)


def brief(since: date | None = SINCE, **changes: object) -> Brief:
    dossier = replace(made.DOSSIER, **changes)  # type: ignore[arg-type]
    return made.brief(made.pack(settings=replace(made.SETTINGS, since=since)), dossier)


def said(**changes: object) -> str:
    return made.text_of("changes", brief(**changes))


def rows(**changes: object) -> list[tuple[object, ...]]:
    return list(next(sheet for sheet in brief(**changes).sheets if sheet.name == "Changes").rows)


def bare(**changes: object) -> dict[str, object]:
    return {"entities": (), "measures": (), "events": (), "positions": (), **changes}


def test_positions_print_with_what_was_held_before_and_the_key() -> None:
    text = said()
    assert "What changed after 28 February 2025 and up to 31 March 2025." in text
    assert f"4 Mar 2025 Pavel Speaker{made.pack().keys['s-press']} to be verified Easing before a settlement" in text
    assert "first recorded ▲in favour" in text


def test_an_act_prints_under_its_day() -> None:
    assert "Acts and licences 14 Mar 2025 Renewed partly verified Positions 4 Mar 2025" in said()


def test_a_holder_that_moved_shows_both_stances_and_by_how_much_in_the_workbook() -> None:
    old = replace(made.POSITIONS[1], id="p-0", stance=-1, said_on=made.on("2025-01-01"))
    new = replace(made.POSITIONS[1], basis="inferred")
    noted = "Inferred by us. By our inference only: not counted as a move. ▽partly against ▲in favour"
    assert noted in said(positions=(old, new))
    moved = ["moved towards easing by 3 steps by our inference only"]
    assert [row[2] for row in rows(**bare(positions=(old, new)))] == moved


def test_a_position_that_another_has_replaced_since_says_so() -> None:
    later = replace(made.POSITIONS[1], id="p-9", said_on=made.on("2025-03-09"), supersedes="p-2")
    assert "Another position has taken its place since." in said(positions=(*made.POSITIONS, later))


def test_listings_print_as_listed_delisted_ran_out_and_amended() -> None:
    items = (
        made.us("NEW", "2025-03-05"),
        made.us("OLD", "2014-03-05", until=made.on("2025-03-06"), ended=True),
        made.eu(until=made.on("2025-03-15")),
        made.us("ROW", "2014-03-05", amended=made.on("2025-03-07")),
        replace(made.us("PRINTED"), start=None, published=made.on("2025-03-08")),
        made.us("ALSO", "2025"),
    )
    text = said(entities=(replace(made.PERSON, designations=items),))
    assert "not listed listedNEW" in text
    assert "listedOLD delisted" in text
    assert "listed269/2014 ran out" in text
    assert "– amendedROW" in text
    assert "– row publishedPRINTED" in text
    assert "2025* Ivan Petrovich Example" in text
    assert "* The day is known no more exactly; it may lie before these days." in text


def test_measures_print_with_their_regime() -> None:
    begun = replace(made.MEASURES[0], start=made.on("2025-03-02"))
    over = replace(made.MEASURES[1], until=made.on("2025-03-20"))
    text = said(measures=(begun, over))
    assert "United States not in force in force" in text
    assert "European Union in force expired" in text


def test_what_is_nothing_is_said_once() -> None:
    nothing = (
        "Nothing on record is dated to these days among: the entries’ listings; measures that list nobody; expiries."
    )
    assert nothing in said()
    text = said(**bare())
    assert "Nothing recorded changed after 28 February 2025 and up to 31 March 2025." in text
    assert text.count("Nothing recorded") == 1


def test_what_an_act_of_these_days_tells_of_is_not_called_nothing() -> None:
    widened = replace(made.EVENTS[3], title="Widened", sources=made.MEASURES[1].sources)
    text = said(events=(widened,), entities=())
    assert "Widened" in text
    assert "among: the entries’ listings; expiries." in text
    assert "among: expiries." in said(events=(widened,))


def test_without_a_day_to_compare_with_the_section_is_left_out_and_the_sheet_is_empty() -> None:
    for since in (None, made.DAY):
        assert not [one for one in brief(since).sections if one.kind == "changes"]
        assert not [row for sheet in brief(since).sheets if sheet.name == "Changes" for row in sheet.rows]


def test_words_of_the_drafters_keep_the_section_without_a_day() -> None:
    found = made.brief(made.with_text(made.pack(), "changes", "Ours."))
    assert "The pack names no day before its own to compare with." in made.text_of("changes", found)


def test_what_a_list_changed_prints_by_its_cause() -> None:
    changes = (
        change("alias", "One; Two", "One; Three"),
        change("designation US NEW: programme", "", "NEW"),
        change("designation US TAG-ONE: reason", "", "Because"),
        change("weakAlias", "x", "", "reading"),
        change("gender", "", "male", "format"),
    )
    text = said(moved=(replace(made.COMPARED, changed=changes, added=("ofac-2",), removed=("ofac-3",)),))
    assert "Other spellings" not in text
    assert "alias Two Three" in text
    assert "US tag not on the list on the listNEW" in text
    assert "reason, US, TAG-ONE – Because" in text
    assert "entry not on the list on the list" in text
    assert "What List one itself changed stands under the day of its later state, 28 Mar 2025." in text
    assert (
        "1 further difference between the states of List one of 1 Feb 2025 and of 28 Mar 2025, due to a newer" in text
    )
    assert "due to the format of the two files alone." in text
    assert "male" not in text


def test_the_workbook_has_every_difference_with_its_cause_and_whole() -> None:
    long = "; ".join(f"Street {number}, a town" for number in range(12))
    changes = (change("address", "A", f"A; {long}"), change("gender", "", "male", "format"))
    found = rows(**bare(entities=(made.PERSON,), moved=(replace(made.COMPARED, changed=changes),)))
    assert [(row[5], row[7], row[8]) for row in found if row[8]] == [
        ("Address", f"A; {long}", "source"),
        ("gender", "male", "format"),
    ]
    text = said(**bare(entities=(made.PERSON,), moved=(replace(made.COMPARED, changed=changes),)))
    assert "Street 0, a town; Street 1" in text
    assert "Street 11" not in text


def test_a_list_without_a_state_from_before_the_day_says_so() -> None:
    unheld = replace(made.COMPARED, former="", before=None, late=True)
    told = "No copy from 28 February 2025 or before is held of “List one”, so what changed in it cannot be shown."
    assert told in said(moved=(unheld,))
    both = (unheld, replace(unheld, title="List two"))
    assert (
        "No copies from 28 February 2025 or before are held of “List one” and “List two”, so what changed in them"
        in said(moved=both)
    )
    assert told in said(**bare(moved=(unheld,)))


def test_a_list_compared_with_a_later_state_or_with_itself_or_without_a_difference_says_so() -> None:
    late = replace(made.COMPARED, late=True, before=None)
    assert "The oldest state held of List one is of no stated date; what it changed before" in said(moved=(late,))
    same = replace(made.COMPARED, former=made.LIST)
    assert "Of List one the state of 28 Mar 2025 answers for both days." in said(moved=(same,))
    assert "of 1 Feb 2025 and of 28 Mar 2025 say the same of these entries." in said(moved=(made.COMPARED,))


def test_an_expiry_that_moved_prints_from_and_to_with_what_the_rulebook_cites() -> None:
    person = replace(made.PERSON, designations=(made.eu(until=None),))
    text = said(entities=(person,), law=LAW)
    assert "European Union: listed persons to be verified Rulebook: A paper. 15 Mar 2025 15 Sept 2025" in text
    passed = replace(LAW, renewals=(replace(LAW.renewals[0], steps=()),))
    assert "15 Mar 2025 no renewal on record" in said(entities=(person,), law=passed)


def test_an_expiry_that_moved_is_two_dates_in_the_workbook_and_an_act_has_no_sides() -> None:
    person = replace(made.PERSON, designations=(made.eu(until=None),))
    sheet = next(one for one in brief(entities=(person,), law=LAW).sheets if one.name == "Changes")
    by_kind = {row["Kind"]: row for row in made.rows(sheet)}
    due, act = by_kind["Next expiries that moved"], by_kind["Acts and licences"]
    assert (due["From"], due["To"]) == (date(2025, 3, 15), date(2025, 9, 15))
    assert (act["From"], act["To"]) == ("", "")


def test_what_happened_stands_in_the_language_of_the_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"act": "Rechtsakt", "Acts and licences": "Akte", "What happened": "Was"}
    monkeypatch.setattr(language, "_said", lambda _tongue, text: texts.get(text, text))
    assert ("Akte", "Rechtsakt") in {(row[0], row[2]) for row in rows()}
