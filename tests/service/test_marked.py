"""An article's marks are kept in a pack; what nobody answers for is kept out of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefer.pack import edition, load
from tests.conftest import Briefer

TEXT = """Anna Muster said that it stays.

This bold plan could end the whole war soon.

Officials said that it goes on.
"""
ON = ("--on", "2025-03-20")
SOURCES = "id,title,publisher,date,kind\ns-art,The article,The Daily,2025-03-19,press\n"
ISSUES = "id,title,proposition\ni,Easing,Ease.\n"
POSITIONS = (
    "id,holder,issue,stance,said_on,quote,language,source\n"
    "p-own,Anna Muster,i,-1,2025-03-19,It stays.,en,s-art\n"
    "p-bold,Anna Muster,i,1,2025-03-19,this bold plan could end the whole war,en,s-art\n"
)


@pytest.fixture
def pack(tmp_path: Path, briefer: Briefer) -> Path:
    for name, text in (("sources", SOURCES), ("issues", ISSUES), ("positions", POSITIONS)):
        (tmp_path / f"{name}.csv").write_text(text)
        assert briefer("import", tmp_path / f"{name}.csv").code == 0
    path = tmp_path / "a.brief"
    given = ("--template", "relief-options", "--as-of", "2025-03-31", "--position", "p-own")
    assert briefer("new", path, *given).code == 0
    (tmp_path / "a.txt").write_text(TEXT)
    return path


def kept(briefer: Briefer, pack: Path, *more: object) -> list[dict[str, object]]:
    said = briefer("article", pack.parent / "a.txt", "--into", pack, "--source", "s-art", *ON, *more, "--json")
    assert said.code == 0, said.err
    return list(said.json["sentences"])


def test_marks_are_kept_with_the_source_and_the_day(briefer: Briefer, pack: Path) -> None:
    found = kept(briefer, pack)
    assert [one["proposed"] for one in found] == ["attributed", "opinion", "attributed"]
    assert [one["unnamed"] for one in found] == [False, False, True]
    (article,) = load(pack).pack.articles
    assert (article.source, str(article.read_on), len(article.sentences)) == ("s-art", "2025-03-20", 3)


def test_a_persons_mark_stands_beside_the_proposed_one_and_stays(briefer: Briefer, pack: Path) -> None:
    kept(briefer, pack, "--set", "2=attributed:Ben Beispiel", "--by", "Me")
    second = kept(briefer, pack)[1]
    assert (second["proposed"], second["mark"], second["speaker"]) == ("opinion", "attributed", "Ben Beispiel")
    assert (second["by"], second["on"]) == ("Me", "2025-03-20")
    said = briefer("article", pack.parent / "a.txt", "--into", pack, "--source", "s-art", *ON)
    assert "2  attributed, Ben Beispiel (set by Me on 2025-03-20): This bold plan" in said.out
    assert "Kept 3 marks of “s-art”" in said.out
    assert "1 of them set by a person" in said.out


WRONG = {
    "no source": (("--into", "PACK"), "Say which source the article is"),
    "no pack": (("--source", "s-art"), "go with --into PACK"),
    "unknown source": (("--into", "PACK", "--source", "s-none"), "No source “s-none” is known"),
    "no such sentence": (
        ("--into", "PACK", "--source", "s-art", "--set", "9=fact", "--by", "Me"),
        "The article has no sentence 9; it has 3.",
    ),
    "nobody sets it": (("--into", "PACK", "--source", "s-art", "--set", "1=fact"), "Nobody is named who marks"),
    "no mark": (("--into", "PACK", "--source", "s-art", "--set", "fact"), "sets no mark"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_kept_is_refused_with_a_sentence(name: str, briefer: Briefer, pack: Path) -> None:
    call, says = WRONG[name]
    given = [pack if word == "PACK" else word for word in call]
    said = briefer("article", pack.parent / "a.txt", *given)
    assert said.code == 2
    assert says in said.err
    assert not load(pack).pack.articles


def replaced(briefer: Briefer, pack: Path) -> tuple[int, str]:
    content = pack.with_suffix(".json")
    content.write_text(briefer("pack", pack).out.replace('"p-own"', '"p-own", "p-bold"'))
    said = briefer("pack", pack, "--replace", content)
    return said.code, said.err


def test_a_position_that_states_an_opinion_may_not_enter(briefer: Briefer, pack: Path) -> None:
    kept(briefer, pack)
    code, err = replaced(briefer, pack)
    assert code == 1
    assert "the position “p-bold” of Anna Muster states sentence 2 of “s-art”, which is marked opinion" in err
    assert "--set 2=attributed:NAME" in err
    assert load(pack).pack.positions == ("p-own",)


def test_once_a_person_has_named_its_speaker_it_may_enter(briefer: Briefer, pack: Path) -> None:
    kept(briefer, pack, "--set", "2=attributed:Anna Muster", "--by", "Me")
    assert replaced(briefer, pack) == (0, "")
    assert load(pack).pack.positions == ("p-own", "p-bold")


def test_a_position_that_was_there_before_is_told_by_the_check(briefer: Briefer, pack: Path) -> None:
    assert replaced(briefer, pack) == (0, "")
    kept(briefer, pack)
    assert briefer("refresh", pack).code == 0
    found = [one for one in briefer("check", pack, "--json").json if one["code"] == "article"]
    assert [(one["severity"], one["place"]) for one in found] == [("error", "p-bold")]


def test_an_edition_keeps_the_marks_of_the_sources_that_it_shows(briefer: Briefer, pack: Path) -> None:
    kept(briefer, pack)
    file = load(pack)
    assert file.dossier is not None
    shown, _facts = edition(file.pack, file.dossier, "UNCLASSIFIED")
    assert len(shown.articles) == 1
    hidden, _facts = edition(replace(file.pack, marks={"p-own": "CUI"}), file.dossier, "UNCLASSIFIED")
    assert not hidden.articles
