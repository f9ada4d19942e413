"""What the service says, as the window says it: no command line, and the file as the subject."""

import re
from pathlib import Path

import pytest

from briefer import language
from briefer.analysis.checks import articles, dates, identity, structure
from briefer.analysis.preflight import CHECKS
from briefer.desktop.remedies import WHOLE, in_window
from briefer.model.errors import BadPack
from briefer.pack import load

ALL = {
    "/a/b.brief: is not there; check the name, or make a pack with `briefer new`.": (
        "“/a/b.brief” is not there; check the name, or make a pack: File, New."
    ),
    "x.xml: this is no list; hand in a list as its publisher offers it, or a table of issues, events or measures "
    "with the columns that `briefer import --help` names.": (
        "x.xml: this is no list; hand in a list as its publisher offers it, or a table of issues, events or measures."
    ),
    "Of 2 files, 1 was imported. b.csv: is a table; use `briefer import`.": (
        "Of 2 files, 1 was imported. “b.csv” is a table; import it: File, Import a list file."
    ),
    "It is bad; `briefer lists --withdraw a` takes it out; ask.": "It is bad; ask.",
    "`briefer x` does it.": "",
    "A. Run `briefer y` now. B.": "A. B.",
    "Nothing of the kind.": "Nothing of the kind.",
}


@pytest.mark.parametrize("said", ALL)
def test_a_remedy_is_the_windows_own_or_left_out(said: str) -> None:
    assert in_window(said) == ALL[said]


def test_no_remedy_of_pre_flight_names_a_command_line() -> None:
    rows = [each for module in (articles, dates, identity, structure) for each in module.CHECKS]
    commands = [each.remedy for each in rows if "`briefer" in each.remedy]
    assert len(commands) > 3
    for remedy in commands:
        assert "`" not in in_window(remedy)
        assert re.match(r"[A-Z].*\.$", in_window(remedy))
        assert in_window(remedy) == WHOLE[remedy]


@pytest.mark.usefixtures("stretched")
def test_a_remedy_of_pre_flight_is_the_windows_own_in_whatever_language_it_is_said() -> None:
    for remedy, words in WHOLE.items():
        said = language._(remedy)
        assert said != remedy
        assert in_window(said) == words


def test_every_remedy_that_the_window_knows_is_one_of_pre_flight() -> None:
    assert set(WHOLE) <= {each.remedy for each in CHECKS}


def test_a_file_that_is_no_pack_is_said_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "bad.brief"
    path.write_text("x")
    with pytest.raises(BadPack) as error:
        load(path)
    words = f"“{path}” is not a Briefer pack or is damaged; open an earlier copy or make the pack anew: File, New."
    assert in_window(str(error.value)) == words
