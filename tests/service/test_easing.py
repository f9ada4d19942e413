"""What the verb relief adds to the analysis: who may be one, and who is delisted or never was listed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from briefer.assemble.context import Context
from briefer.cli.relief import value
from briefer.cli.relief_text import lines
from briefer.library import Library
from briefer.model.facts import Measure, PartialDate
from briefer.service import Briefer
from briefer.service.packs import opened
from tests.library.lists import listing, record, rows, tag

ENDED = PartialDate(text="2025-01-31", earliest=date(2025, 1, 31), latest=date(2025, 1, 31))


def test_undecided_records_are_noted_and_the_delisted_told_from_the_never_listed(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        gone = record("ofac-2", "Gone Away")
        library.import_list(listing(record("ofac-1", "Oleg Obraztsov"), gone, published="2025-01-01"))
        library.import_list(listing(record("ofac-1", "Oleg Obraztsov"), published="2025-02-01"), accept_drop=True)
        abroad = record("eu-1", "Oleg Obraztsov", tags=())
        library.import_list(listing(abroad, published="2025-01-01", of="second-list", publisher="EU"))
    found = Briefer(path).relief(["ofac-1", "ofac-2", "eu-1"], date(2025, 3, 1))
    text = "\n".join(lines(found))
    assert "note: Oleg Obraztsov (ofac-1) and Oleg Obraztsov (eu-1) may be one, at 90 of 100" in text
    assert (
        "Gone Away (ofac-2), as of 1 March 2025: nothing of the United States in force (delisted, formerly RUSS" in text
    )
    assert "(eu-1), as of 1 March 2025: nothing of the United States in force (no list of theirs that is held" in text
    assert value(found[1])["former"] == ("RUSSIA-EO14024",)
    assert value(found[1])["notes"] == ("No list of EU, UK is held; what stays there is not known.",)


def test_what_is_older_than_its_order_is_named_with_the_day_of_the_order(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        undated = record("ofac-1", "Oleg Obraztsov", tags=(replace(tag("UKRAINE-EO13660"), start=None),))
        library.import_list(listing(undated, published="2025-01-01"))
    found = Briefer(path).relief(["ofac-1"], date(2014, 3, 5))
    first, second, *_ = lines(found)
    assert first.endswith("nothing of the United States in force (what a later list states begins after that day)")
    assert second == "  not yet: UKRAINE-EO13660 from 6 March 2014, the day of its order or act"
    assert value(found[0])["early"] == ("UKRAINE-EO13660 from 2014-03-06",)


def test_a_later_state_of_an_old_list_is_named_with_what_it_dates_as_begun(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    old, new = tag("UKRAINE-EO13662", start="2014-07-16"), tag("RUSSIA-EO14024", start="2025-10-22")
    after, undated = tag("CYBER2", start="2025-12-24"), tag("GLOMAG")
    row = replace(tag("MAGNIT", list_type="SDN"), published=ENDED)
    with Library.open(path) as library:
        library.import_list(listing(record("ofac-1", "Oleg Obraztsov", tags=(old,)), published="2025-01-10"))
        later = record("ofac-1", "Oleg Obraztsov", tags=(old, new, after, undated, row))
        library.import_list(listing(later, published="2026-01-08"))
    (found,) = Briefer(path).relief(["ofac-1"], date(2025, 12, 1))
    assert "of 2025-01-10, 325 days before 2025-12-01; no state from between is held." in found.reasons[0].doubts[-1]
    assert [note for note in found.notes if "state of" in note] == [
        "A later state of ofac-sdn, of 2026-01-08, is held.",
        "The state of 2026-01-08 lists RUSSIA-EO14024 since 2025-10-22: in force on 2025-12-01 too.",
        "The state of 2026-01-08 lists MAGNIT, SDN in a row of 2025-01-31: in force on 2025-12-01 too.",
    ]
    (soon,) = Briefer(path).relief(["ofac-1"], date(2025, 2, 1))
    assert [note for note in soon.notes if "state of" in note] == [
        "A later state of ofac-sdn, of 2026-01-08, is held.",
        "The state of 2026-01-08 lists MAGNIT, SDN in a row of 2025-01-31: in force on 2025-02-01 too.",
    ]
    (newest,) = Briefer(path).relief(["ofac-1"], date(2026, 6, 1))
    assert not [note for note in newest.notes if "later state" in note]


def test_a_measure_abroad_past_its_stated_end_is_still_named_beside_whom_it_bears_on(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        library.import_list(listing(record("ofac-1", "Oleg Obraztsov"), published="2025-01-01"))
        ban = Measure(id="measure-a", title="Ban", regime="EU", authority="An act", until=ENDED, entities=("ofac-1",))
        library.import_rows(rows("measures", ban, replace(ban, id="measure-b", title="Old", regime="US")))
    (found,) = Briefer(path).relief(["ofac-1"], date(2025, 3, 1))
    assert [note for note in found.notes if "ask for" in note] == [
        "“Ban” (EU) lists nobody and bears on it; ask for measure-a too."
    ]


def test_what_stays_elsewhere_names_the_list_of_another_day_and_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        library.import_list(listing(record("ofac-1", "Oleg Obraztsov"), published="2025-03-01"))
        later = record("eu-1", "Oleg Obraztsov", tags=(replace(tag("UKR"), regime="EU"),))
        library.import_list(listing(later, published="2026-02-27", of="eu-fsf", publisher="EU"))
        old = record("uk-1", "Oleg Obraztsov", tags=(replace(tag("Russia"), regime="UK"),))
        library.import_list(listing(old, published="2024-01-01", of="uk-sanctions", publisher="UK"))
        library.decide("ofac-1", "eu-1", "yes", by="Clerk")
        library.decide("ofac-1", "uk-1", "yes", by="Clerk")
    (found,) = Briefer(path).relief(["ofac-1"], date(2025, 3, 31))
    assert "No snapshot of eu-fsf is held for 2025-03-31; the oldest, of 2026-02-27, stands in for it." in found.notes
    assert any("from uk-sanctions of 2024-01-01, 455 days before 2025-03-31" in note for note in found.notes)
    (shown,) = (line for line in lines((found,)) if "stays: EU" in line)
    assert shown.endswith(
        ", the end of Decision 2014/145/CFSP and Regulation (EU) No 269/2014; the other has a day of its own"
    )


def test_the_verb_answers_for_the_picks_of_a_pack_as_its_build_does(sample: Path) -> None:
    pack, dossier = opened(sample / "sample.brief")
    asked = (*pack.entities, *pack.measures)
    said = {one.id: one for one in Briefer(sample / "sample.sqlite").relief(asked, pack.as_of)}
    built = Context(pack=pack, dossier=dossier, keys={}, placed=()).relief
    assert said.keys() == built.keys() == set(asked)
    for id, one in built.items():
        assert replace(said[id], former=one.former, notes=one.notes) == one
    borne = {id for measure in dossier.measures for id in measure.entities if measure.regime != "US"}
    assert any(left.act and not left.programme for id in borne for left in said[id].remains)


def test_what_bears_on_an_entity_and_was_not_asked_for_is_named(sample: Path) -> None:
    service, day = Briefer(sample / "sample.sqlite"), date(2025, 3, 31)
    bank, reserves = "ofac-31695", "measure-eu-reserves"
    alone = service.relief([bank], day)[0]
    said = "“Central Bank reserves immobilised” (EU) lists nobody and bears on it; ask for measure-eu-reserves too."
    assert said in alone.notes
    assert not any(note.startswith("No list of") for note in alone.notes)
    both = service.relief([bank, reserves], day)[0]
    assert said not in both.notes
    assert any(left.regime == "EU" for left in both.remains)
    assert said not in service.relief([bank], date(2014, 1, 1))[0].notes


def test_what_is_marked_as_ended_is_no_former_listing_on_a_day_before_its_end(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    over = replace(tag("UKRAINE-EO13661", start="2018-04-06"), ended=True, until=ENDED)
    with Library.open(path) as library:
        library.import_list(listing(record("ofac-1", "Oleg Obraztsov", tags=(over,)), published="2018-05-01"))
        assert [entity.listed for entity in library.entities(["ofac-1"], date(2025, 1, 31))] == [True]
        assert [entity.listed for entity in library.entities(["ofac-1"], date(2025, 2, 1))] == [False]
    (before,) = Briefer(path).relief(["ofac-1"], date(2025, 1, 31))
    (after,) = Briefer(path).relief(["ofac-1"], date(2025, 2, 1))
    assert (before.klass, before.former) == ("B", ())
    assert (after.klass, after.former) == (None, ("UKRAINE-EO13661",))
