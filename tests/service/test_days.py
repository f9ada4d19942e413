"""What a question for a day is given beside the state that answers."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefer.library import Library
from briefer.model.errors import Refused
from briefer.service import Briefer
from tests.library.lists import Head, day, listing, reading, record, tag

SSI = tag("UKRAINE-EO13662", list_type="SSI")
SDN = replace(tag("RUSSIA-EO14024", list_type="SDN"), published=day("2025-10-22"))
AFTER, UNDATED = replace(tag("CYBER2", start="2025-12-24"), published=day("2025-01-01")), tag("GLOMAG")
BEGUN = tag("BELARUS", start="2021-08-09")
DAY = date(2025, 12, 1)
OPEN = "which does not date the listing: whether it was in force on 1 December 2025 is not stated."


@pytest.fixture
def briefer(tmp_path: Path) -> Briefer:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        library.import_list(listing(record("ofac-1", "Lukoil", tags=(SSI,)), published="2025-03-28"))
        later = (record("ofac-1", "Lukoil", tags=(SSI, SDN, AFTER, UNDATED, BEGUN)), record("ofac-2", "Lukoil Neft"))
        library.import_list(listing(*later, published="2026-01-08"))
        other = record("ofac-1", "Lukoil", tags=(tag("LATEST", start="2020-01-01"),))
        library.import_list(listing(other, published="2026-08-01", of="ofac-cons"))
        library.import_list(listing(record("eu-1", "Somebody Else"), of="eu-fsf"))
    return Briefer(path)


def test_what_the_next_state_dates_by_the_day_stands_beside_what_the_day_s_own_says(briefer: Briefer) -> None:
    found = briefer.show("ofac-1", DAY)
    assert [(each.programme, each.note) for each in found.designations] == [
        ("LATEST", "basis: later list"),
        ("UKRAINE-EO13662", ""),
        ("BELARUS", "basis: later list"),
    ]
    assert briefer.show_notes(found, DAY) == (
        "For 2025-12-01 these states answer: ofac-sdn of 2025-03-28 (the next held is of 2026-01-08).",
        f"The state of 8 January 2026 lists RUSSIA-EO14024, SDN in a row published 22 October 2025, {OPEN}",
        "The state of 8 January 2026 lists BELARUS since 9 August 2021: in force on 1 December 2025 too.",
        "No snapshot of ofac-cons is held for 2025-12-01; the oldest, of 2026-08-01, stands in for it.",
    )
    assert [each.programme for each in briefer.show("ofac-1", date(2025, 10, 1)).designations if not each.note] == [
        "UKRAINE-EO13662"
    ]


def test_a_hit_says_which_of_its_programmes_a_later_list_states(briefer: Briefer) -> None:
    (hit,) = briefer.search("Lukoil", as_of=DAY)
    assert hit.programmes == ("LATEST", "UKRAINE-EO13662", "BELARUS")
    assert hit.why.endswith(", basis: later list for LATEST, BELARUS")


def test_the_row_of_a_later_list_alone_proves_no_listing(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    row = replace(tag("RUSSIA-EO14024", list_type="SDN"), published=day("2018-08-15"))
    with Library.open(path) as library:
        library.import_list(listing(record("ofac-1", "Bank", tags=(SSI,)), published="2020-03-17"))
        library.import_list(listing(record("ofac-1", "Bank", tags=(SSI, row)), published="2025-01-10"))
        library.import_list(listing(record("ofac-2", "Trust", tags=(row,)), published="2025-01-10", of="ofac-cons"))
    briefer, asked = Briefer(path), date(2020, 6, 1)
    assert [each.programme for each in briefer.show("ofac-1", asked).designations] == ["UKRAINE-EO13662"]
    assert [hit.listed for hit in briefer.search("Trust", as_of=asked)] == [False]
    assert [hit.listed_known for hit in briefer.search("Trust", as_of=date(2021, 6, 1))] == [False]
    assert not briefer.search("Trust", as_of=asked, programme="RUSSIA-EO14024")
    notes = briefer.show_notes(briefer.show("ofac-2", asked), asked)
    assert "RUSSIA-EO14024 is left out, which a later state lists: its order or act is of 2021-04-15." in notes
    assert [hit.programmes for hit in briefer.search("Bank", as_of=asked)] == [("UKRAINE-EO13662",)]
    assert [hit.id for hit in briefer.search("Bank", as_of=asked, programme="Ukraine-EO13662", regime="us")]
    assert not briefer.search("Bank", as_of=asked, programme="RUSSIA-EO14024", listed=True)
    assert not briefer.search("Bank", as_of=date(2014, 1, 1), regime="EU")


def test_who_is_held_later_and_undated_is_counted_and_refused(briefer: Briefer) -> None:
    asked = {"as_of": DAY, "listed": None}
    notes = briefer.search_notes("Lukoil Neft", briefer.search("Lukoil Neft", **asked), **asked)
    assert notes[1].startswith(
        "1 hit of later states is left out, since none dates them to 2025-12-01 or before (ofac-2"
    )
    with pytest.raises(Refused, match="from 2026-01-08 on"):
        briefer.show("ofac-2", DAY)


def test_the_states_that_answer_are_those_of_the_regime_asked_for(briefer: Briefer) -> None:
    def said(regime: str, when: date) -> str:
        return briefer.search_notes("Somebody", (), as_of=when, regime=regime)[0]

    late = date(2027, 1, 1)
    assert said("", late) == (
        "For 2027-01-01 these states answer: eu-fsf of no stated date, ofac-cons of 2026-08-01, ofac-sdn of 2026-01-08."
    )
    assert said("us", late) == said("", late)
    assert briefer.search_notes("Somebody", (), as_of=late, regime="EU") == ()


def test_a_list_of_no_regime_is_named_only_with_a_hit_of_it(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    head = Head(list="bods", regime="", published=date(2025, 1, 1))
    owners = reading(head, record("own-1", "Holding", tags=()))
    with Library.open(path) as library:
        library.import_list(owners)
        library.import_list(listing(record("ofac-1", "Bank"), published="2025-01-01"))
    briefer = Briefer(path)
    sdn = "For 2025-12-01 these states answer: ofac-sdn of 2025-01-01."
    assert briefer.search_notes("Bank", briefer.search("Bank"), as_of=DAY) == (sdn,)
    both = briefer.search_notes("Holding", briefer.search("Holding"), as_of=DAY)
    assert both == (sdn.replace("answer: ", "answer: bods of 2025-01-01, "),)


def test_a_search_says_where_more_names_hold_the_word_than_were_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        library.import_list(listing(*(record(f"ofac-{n}", f"Bank {n}") for n in range(30)), published="2025-01-01"))
    briefer = Briefer(path)
    assert briefer.search_notes("Bank", briefer.search("Bank")) == ()
    monkeypatch.setattr("briefer.library.candidates.MOST", 20)
    said = "More names hold “Bank” than the 20 that were compared; narrow the search."
    for asked in ({"limit": 2}, {"limit": 2, "as_of": DAY, "listed": True}):
        assert briefer.search_notes("Bank", briefer.search("Bank", **asked), **asked)[-1] == said


def test_more_hits_than_are_named_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        library.import_list(listing(record("ofac-1", "Nobody"), published="2025-01-01"))
        library.import_list(
            listing(
                record("ofac-1", "Nobody"), *(record(f"x-{n}", "Oleg Orlov") for n in range(7)), published="2025-03-01"
            )
        )
    (_stands, left_out) = Briefer(path).search_notes("Oleg Orlov", (), as_of=date(2025, 2, 1))
    assert left_out.startswith("7 hits of later states are left out")
    assert left_out.endswith("x-4 from 2025-03-01 on …).")
