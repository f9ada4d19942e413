"""What the verb relief adds to the analysis: who may be one, and who is delisted or never was listed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from briefer.assemble.context import Context
from briefer.cli.relief import lines, value
from briefer.library import Library
from briefer.service import Briefer
from briefer.service.packs import opened
from tests.library.lists import listing, record, tag


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
        "Gone Away (ofac-2), as of 2025-03-01: nothing of the United States in force (delisted, formerly RUSS" in text
    )
    assert "(eu-1), as of 2025-03-01: nothing of the United States in force (no list of theirs that is held" in text
    assert value(found[1])["former"] == ("RUSSIA-EO14024",)
    assert value(found[1])["notes"] == ("No list of EU, UK is held; what stays there is not known.",)


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
