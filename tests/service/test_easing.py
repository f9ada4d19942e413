"""What the verb relief adds to the analysis: who may be one, and who is delisted or never was listed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from briefer.assemble.context import Context
from briefer.cli.relief import value
from briefer.cli.relief_text import lines
from briefer.library import Library
from briefer.model.errors import BadCall, Refused
from briefer.model.facts import Entity, Link, Measure, PartialDate, Value
from briefer.service import Briefer
from briefer.service.desk import Desk
from briefer.service.packs import opened
from tests.library.lists import listing, record, rows, tag

DAY = date(2020, 1, 1)
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
    assert value(found[0])["early"] == ["UKRAINE-EO13660 from 2014-03-06"]


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
    old = "of 10 January 2025, 325 days before 1 December 2025; no state from between is held."
    assert old in found.reasons[0].doubts[-1]
    assert [note for note in found.notes if "state of" in note] == [
        "A later state of ofac-sdn, of 2026-01-08, is held.",
        "The state of 8 January 2026 lists RUSSIA-EO14024 since 22 October 2025: in force on 1 December 2025 too.",
        (
            "The state of 8 January 2026 lists MAGNIT, SDN in a row published 31 January 2025, which does "
            "not date the listing: whether it was in force on 1 December 2025 is not stated."
        ),
    ]
    (soon,) = Briefer(path).relief(["ofac-1"], date(2025, 2, 1))
    assert [note for note in soon.notes if "state of" in note] == [
        "A later state of ofac-sdn, of 2026-01-08, is held.",
        (
            "The state of 8 January 2026 lists MAGNIT, SDN in a row published 31 January 2025, which does "
            "not date the listing: whether it was in force on 1 February 2025 is not stated."
        ),
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
    assert any("from uk-sanctions of 1 January 2024, 455 days before 31 March 2025" in note for note in found.notes)
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
        own = tuple(left for left in said[id].remains if left.basis != "owners")
        assert replace(said[id], former=one.former, notes=one.notes, remains=own, due=()) == one
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


def test_the_emergencies_that_a_listing_rests_on_stand_beside_it(tmp_path: Path) -> None:
    path, order = tmp_path / "library.sqlite", tag("RUSSIA-EO14024", start="2022-03-03", list_type="SDN")
    free = tag("269/2014", start="2022-03-03")
    with Library.open(path) as library:
        kept = record("ofac-2", "Bank", tags=(order, tag("UKRAINE-EO13661", start="2014-03-20", list_type="SDN")))
        abroad = record("eu-1", "Firm", tags=(replace(free, regime="EU"),))
        library.import_list(listing(record("ofac-1", "Oleg", tags=(order,)), kept, abroad, published="2025-03-28"))
    one, both, none = Briefer(path).relief(["ofac-1", "ofac-2", "eu-1"], date(2025, 3, 31))
    assert [(each.title, each.on, each.basis) for each in one.due] == [
        ("United States: emergency of EO 14024 (Russia)", date(2025, 4, 15), "rule")
    ]
    assert [each.title.split()[-1] for each in both.due] == ["(Russia)", "(Ukraine)"]
    assert none.due == ()
    text = list(lines((one,)))
    place = text.index("  Renewals:")
    assert text[place + 1] == (
        "     United States: emergency of EO 14024 (Russia): ends on 15 April 2025 unless renewed; no renewal on "
        "record [50 USC 1622(d)] (partly)"
    )
    assert [(each["on"], each["basis"]) for each in value(one)["due"]] == [(date(2025, 4, 15), "rule")]
    assert "  Renewals:" not in list(lines((none,)))


def test_a_row_of_an_undated_list_does_not_override_the_day_that_another_file_gives_it(tmp_path: Path) -> None:
    path, bare = tmp_path / "library.sqlite", tag("RUSSIA-EO14024", list_type="SDN", measures=("EO 14024 Directive 3",))
    row = PartialDate(text="2022-04-06", earliest=date(2022, 4, 6), latest=date(2022, 4, 6))
    listed = Value(
        prop="notes",
        value="Listing Date (EO 14024 Directive 3): 24 Feb 2022",
        date=PartialDate(text="24 Feb 2022", earliest=date(2022, 2, 24), latest=date(2022, 2, 24)),
    )
    with Library.open(path) as library:
        library.import_list(listing(record("ofac-1", "Bank", tags=(bare,))))
        held = Link(kind="Ownership", subject="ofac-1", object="ofac-2", percentage=Decimal(60))
        said = record("ofac-1", "Bank", tags=(replace(bare, published=row),), links=(held,))
        said = replace(said, values=(*said.values, listed))
        library.import_list(listing(said, record("ofac-2", "Firm", tags=()), published="2025-01-10", of="ofac-cons"))
    briefer, early, late = Briefer(path), date(2021, 5, 1), date(2022, 3, 30)
    (first,), (second,) = (briefer.relief(["ofac-1"], day) for day in (early, late))
    assert (first.klass, [each.limb for each in second.reasons]) == (None, ["Directive 3"])
    assert "  not yet: RUSSIA-EO14024 from 24 February 2022, the day that the list states" in list(lines((first,)))
    not_yet = "not yet: RUSSIA-EO14024, SDN from 6 April 2022 (the day of its row); an earlier listing is not on record"
    assert f"  {not_yet}" in list(lines((second,)))
    assert [hit.listed for hit in briefer.search("Bank", as_of=early)] == [False]
    assert [item.published for item in briefer.show("ofac-1", early).designations] == [row]
    then, found = briefer.ripple(["ofac-1"], as_of=early), briefer.ripple(["ofac-1"], as_of=late)
    assert (then.before, then.limits, found.before) == ((), (), ())
    assert [(each.id, each.limit) for each in found.limits] == [("ofac-2", "EO 14024 Directive 3")]


NOT_HELD = (
    "No state held for 2020-01-01 has ofac-2: what is said of it rests on ofac-sdn of 2026-01-01 and its own dates; "
)


@pytest.fixture
def between(tmp_path: Path) -> Briefer:
    """Two states; what the later one alone holds is dated by it to before the earlier one, after it, or not at all."""
    path = tmp_path / "library.sqlite"
    old = record("ofac-1", "Oleg Obraztsov", tags=(tag("UKRAINE-EO13661", start="2014-03-20"),))
    dated = record("ofac-2", "Ivan Primerov", tags=(tag("UKRAINE-EO13661", start="2014-07-16"),))
    after = record("ofac-3", "Anna Vydumova", tags=(tag("UKRAINE-EO13661", start="2021-07-16"),))
    with Library.open(path) as library:
        library.import_list(listing(old, published="2019-01-01"))
        library.import_list(listing(old, dated, after, record("ofac-4", "Nikto"), published="2026-01-01"))
        library.import_list(listing(record("eu-2", "Ivan Primerov"), published="2018-01-01", of="eu", publisher="EU"))
        library.decide("ofac-2", "eu-2", "yes", by="Clerk")
    return Briefer(path)


def test_whom_only_a_later_state_dates_to_the_day_is_answered_and_said_so(between: Briefer) -> None:
    first, found = between.relief(["ofac-1", "ofac-2"], DAY)
    assert [reason.programme for reason in found.reasons] == ["UKRAINE-EO13661"]
    said = value(found)["notes"]
    assert [note for note in said if note.startswith(NOT_HELD)] == [
        f"{NOT_HELD}what was amended, or ended, before that state is not known."
    ]
    assert "No state held for 1 January 2020 has ofac-2" in "\n".join(lines((found,)))
    assert not any("No state held" in note for note in first.notes)


def test_records_decided_to_be_one_are_one_also_where_a_later_state_has_one_of_them(between: Briefer) -> None:
    (found,) = between.relief(["ofac-2", "eu-2"], DAY)
    assert found.id == "ofac-2"
    assert not any("may be one" in note for note in found.notes)


@pytest.mark.parametrize("id", ["ofac-3", "ofac-4"])
def test_whom_no_state_dates_to_the_day_is_refused_as_by_show(between: Briefer, id: str) -> None:
    remedy = f"does not hold “{id}” on 2020-01-01 but from 2026-01-01 on .ofac-sdn.; take that day or a later one"
    with pytest.raises(BadCall, match=remedy):
        between.relief([id], DAY)
    with pytest.raises(BadCall, match=remedy):
        between.ripple([id], as_of=DAY)
    with pytest.raises(Refused, match=remedy):
        between.show(id, DAY)


def test_ripple_counts_whom_only_a_later_state_dates_to_the_day_and_says_so(between: Briefer) -> None:
    found = between.ripple(["ofac-2"], as_of=DAY)
    assert found.freed == ("ofac-2",)
    assert any(note.startswith(NOT_HELD) for note in found.notes)
    assert "Who else was listed, and who held what, is as the states held for that day say" in found.notes[-1]
    assert not any("No state held" in note for note in between.ripple(["ofac-1"], as_of=DAY).notes)


@pytest.mark.parametrize("regime", ["US", "EU"])
def test_what_such_a_one_holds_by_the_later_state_alone_is_not_counted_as_the_note_says(
    tmp_path: Path, regime: str
) -> None:
    path, company = tmp_path / "library.sqlite", record("ofac-9", "Firm", tags=(), schema="Company")
    held = Link(kind="Ownership", subject="ofac-2", object="ofac-9", percentage=Decimal(60))
    item = replace(tag("UKRAINE-EO13661", start="2014-07-16"), regime=regime)
    with Library.open(path) as library:
        library.import_list(listing(company, published="2019-01-01"))
        library.import_list(
            listing(company, record("ofac-2", "Ivan", tags=(item,), links=(held,)), published="2026-01-01")
        )
    found = Briefer(path).ripple(["ofac-2"], as_of=DAY)
    assert (found.freed, found.grounds) == (("ofac-2",) if regime == "US" else (), ())
    assert "who held what, is as the states held for that day say" in found.notes[-1]
    assert Briefer(path).relief(["ofac-9"], DAY)[0].owned is None


def test_a_pack_takes_only_what_a_state_of_its_day_holds(between: Briefer, tmp_path: Path) -> None:
    path = tmp_path / "p.brief"
    with pytest.raises(BadCall, match=r"from 2026-01-01 on .* A pack keeps only what a state of its day holds"):
        between.new(path, template="relief-options", as_of=DAY, picks={"entities": ("ofac-2",)})
    assert not path.exists()


def test_who_is_not_listed_and_blocked_through_owners_is_said_to_be_with_the_holding(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    held = Link(kind="Ownership", subject="ofac-1", object="reg-2", percentage=Decimal(60))
    with Library.open(path) as library:
        owner = record("ofac-1", "Oleg Obraztsov", tags=(tag("RUSSIA-EO14024", list_type="SDN"),))
        library.import_list(listing(owner, published="2025-01-01"))
        companies = (
            record("reg-2", "Obraztsov Holding", tags=(), schema="Company", links=(held,)),
            record("reg-3", "Bystander", tags=(), schema="Company"),
        )
        library.import_list(listing(*companies, published="2025-01-01", of="registry", publisher="Registry"))
    found, other = Briefer(path).relief(["reg-2", "reg-3"], date(2025, 1, 31))
    text = "\n".join(lines((found,)))
    assert text.startswith(
        "Obraztsov Holding (reg-2), as of 31 January 2025: not listed, but blocked through its owners; that block ends "
        "with theirs\n  blocked by: Oleg Obraztsov holds 60 % of Obraztsov Holding (no date, registry of 2025-01-01"
    )
    assert "  [OFAC, revised guidance on entities owned by blocked persons" in text
    said = value(found)["owned"]
    assert isinstance(said, dict)
    assert (said["status"], said["confidence"]) == ("blocked", "verified")
    assert [step["owner"] for step in said["path"]] == ["ofac-1"]
    assert [each["list"].partition("@")[0] for each in said["grounds"]] == ["registry"]
    assert (other.owned, value(other)["owned"]) == (None, None)


@pytest.fixture
def passes(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, date | None]]:
    """The passes over the whole library, by regime and day."""
    made, read = list[tuple[str, date | None]](), Library.holders

    def counted(library: Library, regime: str, as_of: date | None = None) -> tuple[Entity, ...]:
        made.append((regime, as_of))
        return read(library, regime, as_of)

    monkeypatch.setattr(Library, "holders", counted)
    return made


def test_the_whole_library_is_read_only_for_who_is_held_and_only_where_a_list_of_the_regime_goes_on(
    tmp_path: Path, passes: list[tuple[str, date | None]]
) -> None:
    path, later = tmp_path / "library.sqlite", date(2026, 1, 1)
    held = Link(kind="Ownership", subject="ofac-1", object="ofac-2", percentage=Decimal(60))
    firms = (record("ofac-1", "Holder", links=(held,)), record("ofac-2", "Held"), record("ofac-3", "Third"))
    with Library.open(path) as library:
        library.import_list(listing(*firms, published="2019-01-01"))
        library.import_list(listing(*firms, published="2026-01-01"))
        library.import_list(listing(record("eu-2", "Held"), published="2018-01-01", of="eu", publisher="EU"))
    Briefer(path).relief(["ofac-1", "ofac-3"], DAY)
    assert passes == []
    Briefer(path).relief(["ofac-2"], DAY)
    assert passes == [("US", DAY), ("US", later), ("EU", DAY), ("UK", DAY)]
    with Library.open(path) as library:
        library.decide("eu-2", "ofac-2", "yes", by="Clerk")
    Briefer(path).relief(["eu-2"], DAY)
    assert len(passes) == 8


def test_the_window_reads_who_holds_what_once_until_day_lists_or_decisions_change(
    tmp_path: Path, passes: list[tuple[str, date | None]]
) -> None:
    path, later = tmp_path / "library.sqlite", date(2026, 1, 1)
    held = Link(kind="Ownership", subject="ofac-1", object="ofac-2", percentage=Decimal(60))
    firms = (record("ofac-1", "Holder", links=(held,)), record("ofac-2", "Held", tags=()))
    with Library.open(path) as library:
        library.import_list(listing(*firms, published="2019-01-01"))
        library.import_list(listing(record("eu-1", "Held"), published="2018-01-01", of="eu", publisher="EU"))
    desk = Desk(path)
    first, again = desk.eased("ofac-2", DAY), desk.eased("ofac-2", DAY)
    assert first
    assert (first.owners, passes) == (again and again.owners, [("US", DAY), ("EU", DAY), ("UK", DAY)])
    assert first.owners[0].startswith("US: not listed, but blocked through its owners")
    desk.eased("ofac-2", later)
    assert len(passes) == 6
    desk.decide("eu-1", "ofac-2", "yes", by="Clerk", why="")
    desk.eased("ofac-2", DAY)
    assert len(passes) == 9
    with Library.open(path) as library:
        library.import_list(listing(record("ofac-1", "Holder"), firms[1], published="2019-02-01"))
    gone = desk.eased("ofac-2", DAY)
    assert gone
    assert (gone.owners, len(passes)) == ((), 9)
    desk.close()


def test_a_listing_abroad_that_begins_after_the_day_is_told_and_is_not_one_at_home(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        item = replace(tag("269/2014", start="2022-02-28"), regime="EU")
        library.import_list(listing(record("eu-1", "Oleg", tags=(item,)), published="2025-01-01", of="eu-fsf"))
    (found,) = Briefer(path).relief(["eu-1"], date(2021, 1, 1))
    head, *rest = lines((found,))
    assert head.endswith("(no list of theirs that is held ever listed it)")
    assert "  not yet: EU 269/2014 from 28 February 2022, the day that the list states" in rest
