"""What the verb relief adds to the analysis: who may be one, and who is delisted or never was listed."""

from datetime import date
from pathlib import Path

from briefer.cli.relief import lines, value
from briefer.library import Library
from briefer.service import Briefer
from tests.library.lists import listing, record


def test_undecided_records_are_noted_and_the_delisted_told_from_the_never_listed(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        gone = record("ofac-2", "Gone Away")
        library.import_list(listing(record("ofac-1", "Oleg Obraztsov"), gone, published="2025-01-01"))
        library.import_list(listing(record("ofac-1", "Oleg Obraztsov"), published="2025-02-01"), accept_drop=True)
        abroad = record("eu-1", "Oleg Obraztsov", tags=())
        library.import_list(listing(abroad, published="2025-01-01", of="eu-fsf", publisher="EU"))
    found = Briefer(path).relief(["ofac-1", "ofac-2", "eu-1"], date(2025, 3, 1))
    text = "\n".join(lines(found))
    assert "note: Oleg Obraztsov (ofac-1) and Oleg Obraztsov (eu-1) may be one, at 90 of 100" in text
    assert (
        "Gone Away (ofac-2), as of 2025-03-01: nothing of the United States in force (delisted, formerly RUSS" in text
    )
    assert "(eu-1), as of 2025-03-01: nothing of the United States in force (no list of theirs that is held" in text
    assert (value(found[1])["former"], value(found[1])["notes"]) == (("RUSSIA-EO14024",), ())
