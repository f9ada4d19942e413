"""What an import does with bytes that the library holds already, undated or as an excerpt."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import update

from briefer.library import Library
from briefer.library.tables import member, snapshot
from briefer.model.answers import Warned
from briefer.model.errors import Refused

from .lists import listing, many, record
from .test_importing import derived

OLD, NEW = date(2021, 6, 30), date(2023, 1, 31)


def test_an_undated_state_does_not_hide_a_dated_one(library: Library) -> None:
    library.import_list(listing(*many(40)))
    report = library.import_list(listing(*many(45, 1)), published=NEW)
    assert (report.added, report.removed, report.was) == (6, 1, 40)
    assert report.former.startswith("ofac-sdn@undated#")
    assert (library.lists()[0].published, library.lists()[0].entities) == (NEW, 45)
    assert library.search("Person 45")[0].listed
    assert not library.entities(["ofac-0"])[0].listed


def test_an_undated_state_after_a_dated_one_changes_nothing_that_is_shown_and_says_so(library: Library) -> None:
    library.import_list(listing(*many(40)), published=NEW)
    cut = [Warned(record=f"ofac-{n}", message="cut remark") for n in range(20)]
    report = library.import_list(listing(*cut, *many(60)))
    assert "behind every dated state of ofac-sdn, the newest of 2023-01-31" in report.warnings[0].message
    assert "--published DATE" in report.warnings[0].message
    assert library.lists()[0].entities == 40
    assert library.search("Person 39")[0].listed


def test_undated_states_alone_follow_their_import(library: Library) -> None:
    library.import_list(listing(*many(40)))
    report = library.import_list(listing(*many(41)))
    assert (report.added, library.lists()[0].entities) == (1, 41)


def test_an_undated_state_after_an_undated_one_says_that_nothing_tells_which_is_newer(library: Library) -> None:
    library.import_list(listing(*many(40)))
    was = library.lists()[0].id
    (warning,) = library.import_list(listing(*many(41))).warnings
    now = library.lists()[0].id
    assert f"states no date and stands as newer than {was}, which states none either" in warning.message
    assert "--published DATE" in warning.message
    assert f"`briefer lists --withdraw {now}` takes it out" in warning.message


def test_the_same_undated_bytes_read_anew_are_not_warned_of(library: Library) -> None:
    library.import_list(listing(*many(40)))
    better = replace(many(1)[0], caption="Another")
    read_anew = replace(listing(better, *many(39, 1)), sha256=library.lists()[0].sha256)
    with library._engine.begin() as connection:
        connection.execute(update(snapshot).values(reader="an older program"))
    report = library.import_list(read_anew)
    assert (report.changed, report.warnings) == (1, ())


def test_an_older_undated_list_is_refused_by_its_last_entry(library: Library) -> None:
    library.import_list(listing(*many(100)))
    was = library.lists()[0].id
    said = f"looks older than {was}: its last entry is ofac-96, that one's ofac-99, .* date {was} first"
    with pytest.raises(Refused, match=said):
        library.import_list(listing(*many(97)))
    assert library.lists(everything=True) == library.lists()
    assert library.entities(["ofac-99"])[0].listed


def test_an_older_list_with_its_date_is_refused_until_the_undated_one_has_its_own(library: Library) -> None:
    library.import_list(listing(*many(100)))
    with pytest.raises(Refused, match="with --published DATE; else import this one file again with --accept-drop"):
        library.import_list(listing(*many(97)), published=OLD)
    library.import_list(listing(*many(100)), published=NEW)
    assert library.import_list(listing(*many(97)), published=OLD).added == 97
    assert library.entities(["ofac-99"])[0].listed


def test_an_undated_list_that_follows_is_not_refused_for_what_it_lacks(library: Library) -> None:
    library.import_list(listing(*many(100)))
    assert library.import_list(listing(*many(98, 2))).removed == 2
    assert library.import_list(listing(*many(96, 3), record("ofac-120"))).removed == 2


def test_what_looks_older_is_taken_where_that_is_accepted_or_it_is_an_excerpt(library: Library) -> None:
    library.import_list(listing(*many(100)))
    assert library.import_list(listing(*many(5)), partial=True).removed == 0
    assert library.import_list(listing(*many(97)), accept_drop=True).removed == 3


def test_ids_without_a_growing_number_tell_no_age(library: Library) -> None:
    library.import_list(listing(*(record(f"NK-{n}") for n in range(40)), of="ftm-x"))
    assert library.import_list(listing(*(record(f"NK-{n}") for n in range(39)), of="ftm-x")).removed == 1


def test_dating_an_older_state_over_an_undated_newer_one_is_refused(library: Library) -> None:
    library.import_list(listing(*many(97)))
    library.import_list(listing(*many(100)))
    was = library.lists()[0].id
    with pytest.raises(Refused, match=f"looks older than {was}"):
        library.import_list(listing(*many(97)), published=OLD)


def test_a_first_state_without_a_date_says_once_that_it_can_be_dated(library: Library) -> None:
    said = "the file states no date; import it again with --published DATE to give it that of its publication"
    assert library.import_list(listing(*many(3))).notes == (said,)
    assert library.import_list(listing(*many(3))).notes == ()
    assert library.import_list(listing(*many(3), of="other"), published=NEW).notes == ()


def test_a_state_that_none_stands_before_says_why_all_of_it_counts_as_added(library: Library) -> None:
    library.import_list(listing(*many(40)), published=NEW)
    said = ("no state of ofac-sdn that is held stands before it, so all of it counts as added",)
    assert library.import_list(listing(*many(41)), published=OLD).notes == said
    assert library.import_list(listing(*many(42))).notes == said


def test_a_date_for_bytes_held_undated_dates_them(library: Library) -> None:
    library.import_list(listing(*many(40)))
    library.import_list(listing(*many(45, 1)), published=NEW)
    digest = library.lists(everything=True)[0].sha256
    report = library.import_list(listing(*many(40)), published=OLD)
    was = f"ofac-sdn@undated#{digest[:8]}"
    assert report.notes == (f"{was}, held until now without a date, is dated 2021-06-30",)
    assert (report.published, report.added, report.unchanged) == (OLD, 0, 40)
    assert [row.published for row in library.lists(everything=True)] == [OLD, NEW]
    assert library.lists(everything=True)[0].id == f"ofac-sdn@2021-06-30#{digest[:8]}"
    assert library.entities(["ofac-0"], date(2022, 1, 1))[0].listed
    changed = library.changes("ofac-sdn")
    assert (changed.from_, changed.to, changed.removed) == (OLD, NEW, ("ofac-0",))


def test_the_same_bytes_under_another_date_are_told_with_the_way_to_take_one_out(library: Library) -> None:
    library.import_list(listing(*many(40)), published=OLD)
    held = library.lists()[0].id
    report = library.import_list(listing(*many(40)), published=NEW)
    remedy = f"`briefer lists --withdraw {held}` takes that state out if its date is wrong"
    assert report.notes == (f"the same bytes are held as {held} too; {remedy}",)
    library.withdraw(held)
    assert library.import_list(listing(*many(40)), published=NEW).notes == ()


def test_dating_a_state_as_the_newest_makes_what_search_reads_anew(library: Library) -> None:
    library.import_list(listing(*many(45, 1)))
    library.import_list(listing(*many(44, 2)), published=OLD)
    assert not library.search("Person 1")[0].listed
    library.import_list(listing(*many(45, 1)), published=NEW)
    assert library.search("Person 1")[0].listed
    made = derived(library)
    library.import_list(listing(*many(1)), accept_drop=True, published=date(2024, 1, 1), dry_run=True)
    assert derived(library) == made


def test_a_dry_run_says_that_it_would_date_and_keeps_nothing(library: Library) -> None:
    library.import_list(listing(*many(3)))
    assert library.import_list(listing(*many(3)), published=OLD, dry_run=True).notes
    assert library.lists()[0].published is None


def test_dating_a_state_that_lacks_much_of_the_one_before_is_refused(library: Library) -> None:
    library.import_list(listing(*many(10)))
    library.import_list(listing(*many(40)), published=OLD)
    with pytest.raises(Refused, match="holds 10 entities where ofac-sdn@2021-06-30"):
        library.import_list(listing(*many(10)), published=NEW)
    assert library.lists()[0].published == OLD
    assert library.import_list(listing(*many(10)), published=NEW, accept_drop=True).notes
    assert library.lists()[0].published == NEW


def test_bytes_held_dated_and_undated_stay_as_they_are(library: Library) -> None:
    library.import_list(listing(*many(3)), published=OLD)
    with library._writing(dry_run=False) as connection:
        twin = dict(connection.execute(snapshot.select()).one()._mapping)
        twin |= {"number": 2, "id": "ofac-sdn@undated#x", "published": None}
        connection.execute(snapshot.insert().values(twin))
    assert library.import_list(listing(*many(3)), published=OLD).notes == ()


def test_an_excerpt_gives_way_to_the_whole_of_the_same_bytes(library: Library) -> None:
    library.import_list(listing(*many(40)), published=OLD)
    library.import_list(listing(*many(39)), published=NEW, partial=True)
    assert library.lists()[0].partial
    assert library.search("Person 39")[0].listed
    report = library.import_list(listing(*many(39)))
    assert (report.published, report.removed, report.unchanged, report.partial) == (NEW, 1, 39, False)
    assert "held until now as an excerpt, is the whole list" in report.notes[0]
    (_, row) = library.lists(everything=True)
    assert (row.partial, row.entities, row.published) == (False, 39, NEW)
    assert not library.search("Person 39")[0].listed
    with library._reading() as connection:
        assert len(connection.execute(member.select()).all()) == 40 + 39


def test_an_excerpt_that_comes_first_gives_way_too(library: Library) -> None:
    library.import_list(listing(*many(3)), partial=True)
    report = library.import_list(listing(*many(3)))
    assert (report.added, len(library.lists(everything=True)), library.lists()[0].partial) == (3, 1, False)
    assert library.import_list(listing(*many(3)), partial=True, dry_run=True).unchanged == 3


def test_a_drop_against_the_state_before_the_excerpt_is_refused(library: Library) -> None:
    library.import_list(listing(*many(40)), published=OLD)
    library.import_list(listing(*many(4)), published=NEW, partial=True)
    with pytest.raises(Refused, match="holds 4 entities where ofac-sdn@2021-06-30"):
        library.import_list(listing(*many(4)), published=NEW)
    assert (library.lists()[0].partial, library.lists()[0].entities) == (True, 40)


def test_a_drop_is_measured_against_the_last_whole_state(library: Library) -> None:
    library.import_list(listing(*many(40)), published=OLD)
    library.import_list(listing(*many(10, 100), published="2022-01-01"), partial=True)
    report = library.import_list(listing(*many(39)), published=NEW)
    assert (report.was, report.removed) == (50, 11)
    assert report.notes[0].startswith("ofac-sdn@2022-01-01#")
    assert report.notes[0].endswith(", which held 40")
    library.import_list(listing(*many(10, 100), published="2024-01-01"), partial=True)
    with pytest.raises(Refused, match=r"holds 37 entities where ofac-sdn@2023-01-31#.* held 39"):
        library.import_list(listing(*many(37)), published=date(2024, 2, 1))
    with pytest.raises(Refused, match=r"holds 37 entities where ofac-sdn@2023-01-31#.* held 39"):
        library.import_list(listing(*many(36, 1), record("ofac-0")), published=date(2023, 2, 1))


def test_a_whole_list_after_excerpts_alone_is_compared_with_none(library: Library) -> None:
    library.import_list(listing(*many(40)), published=OLD, partial=True)
    assert library.import_list(listing(*many(3, 50)), published=NEW).notes == ()


def test_the_same_bytes_under_another_list_are_told(library: Library) -> None:
    library.import_list(listing(*many(3), of="ftm-ftm"), published=OLD)
    same = replace(listing(*many(3)), sha256=listing(*many(3), of="ftm-ftm").sha256)
    note, _ = library.import_list(same).notes
    assert note.startswith("the same bytes are held as ftm-ftm@2021-06-30#")
    assert "and count again as ofac-sdn; " in note
    assert library.import_list(same).notes == ()


def test_what_was_laid_over_the_excerpt_is_named(library: Library) -> None:
    library.import_list(listing(*many(40)), published=OLD)
    library.import_list(listing(*many(39)), published=NEW, partial=True)
    library.import_list(listing(record("ofac-99")), published=date(2023, 3, 1), partial=True)
    report = library.import_list(listing(*many(39)), published=NEW)
    assert report.warnings[0].message.startswith("ofac-sdn@2023-03-01#")
    assert library.lists()[0].entities == 41


def test_a_whole_list_does_not_become_an_excerpt(library: Library) -> None:
    first = library.import_list(listing(*many(3)), published=OLD)
    again = library.import_list(listing(*many(3)), partial=True)
    assert "holds these bytes whole, as ofac-sdn@2021-06-30" in again.warnings[0].message
    assert again == replace(first, added=0, unchanged=3, warnings=again.warnings)
    assert not library.lists()[0].partial


def test_an_excerpt_again_changes_nothing(library: Library) -> None:
    library.import_list(listing(*many(3)), partial=True)
    again = library.import_list(listing(*many(3)), partial=True)
    assert (again.unchanged, again.warnings, again.partial) == (3, (), True)


def test_bytes_over_which_others_of_the_day_were_laid_become_the_newest_state_again(library: Library) -> None:
    library.import_list(listing(*many(40)), published=NEW)
    wrong = library.import_list(listing(*many(3)), published=NEW, accept_drop=True)
    assert not library.entities(["ofac-39"])[0].listed
    report = library.import_list(listing(*many(40)), published=NEW)
    digest = report.sha256[:8]
    was = library.lists(everything=True)[1].id
    assert (report.added, report.removed, report.unchanged, report.was) == (37, 0, 3, 3)
    assert report.notes == (
        f"held already as ofac-sdn@{NEW}#{digest}; it takes the place of {was} as the newest state again",
    )
    assert report.former == was != wrong.former
    assert library.lists()[0].id == f"ofac-sdn@{NEW}#{digest}.2"
    assert library.entities(["ofac-39"])[0].listed
    assert library.search("Person 39")[0].listed
    again = library.import_list(listing(*many(40)), published=NEW)
    assert (again.added, again.unchanged, again.notes) == (0, 40, ())
    assert len(library.lists(everything=True)) == 3


def test_what_comes_back_is_refused_where_it_would_drop_much(library: Library) -> None:
    library.import_list(listing(*many(3)))
    library.import_list(listing(*many(40)))
    with pytest.raises(Refused, match="holds 3 entities where ofac-sdn@undated#"):
        library.import_list(listing(*many(3)))
    assert library.lists()[0].entities == 40
    assert library.import_list(listing(*many(3)), accept_drop=True).removed == 37


def test_a_dry_run_of_what_would_come_back_keeps_nothing(library: Library) -> None:
    library.import_list(listing(*many(40)))
    library.import_list(listing(*many(41)))
    report = library.import_list(listing(*many(40)), dry_run=True, accept_drop=True)
    assert (report.removed, len(library.lists(everything=True)), library.lists()[0].entities) == (1, 2, 41)


def test_of_the_files_of_one_call_none_takes_the_place_of_another(library: Library) -> None:
    both = [listing(*many(40)), listing(*many(41))]
    beside = [each.sha256 for each in both]
    for each in both:
        library.import_list(each, beside=beside)
    first, second = (library.import_list(each, beside=beside) for each in both)
    assert (first.unchanged, second.unchanged, second.notes) == (40, 41, ())
    assert "of this call too, stays the newest state" in first.notes[0]
    assert len(library.lists(everything=True)) == 2


def test_an_older_or_undated_state_behind_a_dated_one_stays_where_it_is(library: Library) -> None:
    library.import_list(listing(*many(39)))
    library.import_list(listing(*many(40)))
    library.import_list(listing(*many(41)), published=OLD)
    library.import_list(listing(*many(42)), published=NEW)
    for each in (39, 40, 41):
        assert library.import_list(listing(*many(each))).notes == ()
    assert len(library.lists(everything=True)) == 4


def test_an_excerpt_laid_over_the_same_day_stays_unless_it_is_to_go(library: Library) -> None:
    library.import_list(listing(*many(40)), published=NEW)
    library.import_list(listing(*many(2, 50)), published=NEW, partial=True)
    report = library.import_list(listing(*many(40)), published=NEW)
    assert (report.unchanged, library.lists()[0].entities) == (40, 42)
    assert "is an excerpt laid over it and stays: import this file with --accept-drop" in report.notes[0]
    assert library.import_list(listing(*many(40)), published=NEW, accept_drop=True).removed == 2
    assert library.lists()[0].entities == 40


def test_a_drop_against_an_undated_state_says_that_it_can_be_dated(library: Library) -> None:
    library.import_list(listing(*many(40)))
    was = library.lists()[0].id
    with pytest.raises(Refused, match=f"date {was} first, by importing its file with --published DATE"):
        library.import_list(listing(*many(20, 5)), published=OLD)


def test_a_drop_between_undated_states_says_that_both_can_be_dated(library: Library) -> None:
    library.import_list(listing(*many(40)))
    was = library.lists()[0].id
    dated = f"where it is the older list, date {was} first, .* --published DATE, then this one with its own; else"
    with pytest.raises(Refused, match=dated):
        library.import_list(listing(*many(20, 5)))


def test_a_drop_against_a_dated_state_says_nothing_of_dates(library: Library) -> None:
    library.import_list(listing(*many(40)), published=OLD)
    with pytest.raises(Refused, match="imported: check that the file is whole"):
        library.import_list(listing(*many(20, 5)), published=NEW)


def test_what_a_reading_was_warned_of_is_told_again_with_the_same_bytes(library: Library) -> None:
    odd = Warned(record="ofac-1", message="the remark is cut")
    first = library.import_list(listing(*many(3), odd, declared=9))
    assert [each.record for each in first.warnings] == ["ofac-1", ""]
    again = library.import_list(listing(*many(3), odd, declared=9))
    assert (again.unchanged, again.warnings) == (3, first.warnings)
