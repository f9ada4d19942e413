"""Each verb answers --json with the shape that its help tells, whatever else it is asked."""

import json
from dataclasses import fields
from pathlib import Path

import pytest

from briefer.cli import main
from briefer.cli.arguments import CALLS
from briefer.cli.shapes import SHAPES, Shape
from briefer.model.answers import Built, Feature, FieldChange, Narrowing, Verified, Warned
from briefer.model.stances import Loaded
from briefer.service import Briefer as Service
from tests.conftest import Briefer

PERSON = (
    '{"id":"%s","schema":"Person","caption":"Oleg Obraztsov","properties":{"name":["Oleg Obraztsov"],'
    '"birthDate":["1968-01-02"]}}\n'
    '{"id":"s1","schema":"Sanction","properties":{"entity":["%s"],"country":["us"],"program":["RUSSIA-EO14024"]}}\n'
)
ISSUES = "id,title,proposition\neasing,Easing,Measures should be eased.\n"
POSITIONS = "id,holder,issue,stance,said_on,paraphrase,source\np1,The Holder,easing,-2,2025-03-04,Keep them,art\n"
SOURCES = "id,title,publisher,date\nart,An article,A paper,2025-03-05\n"
INNER = {
    "warnings": Warned,
    "left_out": Warned,
    "changed": FieldChange,
    "asked": Narrowing,
    "features": Feature,
    "flags": Loaded,
}
CALLED: tuple[tuple[str, str], ...] = (
    ("demo -o {tmp}/demo", ""),
    ("import {tmp}/a.ftm.json", ""),
    ("import {tmp}/a.ftm.json --dry-run", ""),
    ("import {tmp}/issues.csv", ""),
    ("import {tmp}/folder", ""),
    ("lists", ""),
    ("lists --all", ""),
    ("lists --withdraw {state} --dry-run", "--withdraw"),
    ("search Obraztsov", ""),
    ("search Obraztsov --as-of 2025-03-02", ""),
    ("search Obraztsov --as-of 2020-01-01", ""),
    ("search Qqqxyz", ""),
    ("show us-1", ""),
    ("show us-1 --as-of 2020-01-01", ""),
    ("relief us-1", ""),
    ("relief us-1 --as-of 2020-01-01", ""),
    ("relief --programme RUSSIA-EO14024 --programme CAR", "--programme"),
    ("ripple --delist us-1", ""),
    ("calendar --report 2025-03-31", "--report"),
    ("calendar --before 2025-03-31", "--before"),
    ("changes ftm-a", ""),
    ("changes ftm-a --kind added --programme RUSSIA-EO14024", ""),
    ("changes ftm-b", ""),
    ("same list", ""),
    ("same no eu-1 us-1 --by A", ""),
    ("same show", ""),
    ("positions import {tmp}/positions.csv", "import"),
    ("positions list", "list"),
    ("article {tmp}/article.txt", ""),
    ("article {tmp}/article.txt --into {tmp}/a.brief --source art", "--into"),
    ("templates", ""),
    ("new {tmp}/b.brief --template relief-options --entity us-1", ""),
    ("pack {tmp}/a.brief", ""),
    ("refresh {tmp}/a.brief", ""),
    ("check {tmp}/a.brief", ""),
    ("build {tmp}/a.brief -o {tmp}/out", ""),
    ("verify {tmp}", ""),
)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("world")
    (folder / "folder").mkdir()
    (folder / "folder" / "c.ftm.json").write_text(PERSON % ("c-1", "c-1"))
    (folder / "folder" / "letter.csv").write_text("neither,list\nnor,table\n")
    (folder / "issues.csv").write_text(ISSUES)
    (folder / "sources.csv").write_text(SOURCES)
    (folder / "positions.csv").write_text(POSITIONS)
    (folder / "article.txt").write_text("The minister said that it must end. It began in 2014.\n")
    call = ["--library", str(folder / "library.sqlite"), "--quiet"]
    for name, id, day in (("a", "us-1", "2025-03-01"), ("b", "eu-1", "2025-03-01"), ("a", "us-2", "2025-04-01")):
        (folder / f"{name}.ftm.json").write_text(PERSON % (id, id))
        assert main([*call, "import", str(folder / f"{name}.ftm.json"), "--published", day]) == 0
    for each in ("issues.csv", "sources.csv", "positions.csv"):
        assert main([*call, "import", str(folder / each)]) == 0
    picks = ("--entity", "us-1", "--position", "p1", "--as-of", "2025-03-31")
    assert main([*call, "new", str(folder / "a.brief"), "--template", "relief-options", *picks]) == 0
    return folder


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> None:
    done = Built(pdf="a.pdf", annex="a.xlsx", manifest="m.json", pages=1)
    for verb in ("build", "demo"):
        monkeypatch.setattr(Service, verb, lambda *_given, **_how: done)
    monkeypatch.setattr(Service, "verify", lambda *_given: Verified(ok=True))


def shape_of(verb: str, when: str) -> Shape:
    (found,) = [shape for shape in SHAPES[verb] if shape.when == when]
    return found


def test_what_stands_under_a_key_has_the_fields_of_its_own_kind() -> None:
    """What no call above happens to give, so that its keys were not compared."""
    told = {key: set(keys.split()) for each in SHAPES.values() for shape in each for key, keys in shape.inner.items()}
    for key, kind in INNER.items():
        assert told[key] == {field.name for field in fields(kind)}
    assert told.keys() == INNER.keys()


def test_every_verb_and_every_shape_is_called() -> None:
    assert list(SHAPES) == list(CALLS)
    assert {(call.split()[0], when) for call, when in CALLED} == {
        (verb, shape.when) for verb, shapes in SHAPES.items() for shape in shapes
    }


@pytest.mark.parametrize(("call", "when"), CALLED, ids=[call for call, _ in CALLED])
def test_a_verb_answers_in_the_shape_that_its_help_tells(
    call: str, when: str, world: Path, built: None, briefer: Briefer
) -> None:
    library = world / "library.sqlite"
    states = {row["list"]: row["id"] for row in briefer("lists", "--json", library=library).json}
    said = briefer(*call.format(tmp=world, state=states["ftm-a"]).split(), "--json", library=library)
    shape = shape_of(call.split()[0], when)
    assert isinstance(said.json, list if shape.many else dict), said
    for value in said.json if shape.many else [said.json]:
        assert set(value) == set(shape.keys.split()), "briefer/cli/shapes.py tells other keys than these"
        for key, keys in shape.inner.items():
            for each in value[key] if isinstance(value[key], list) else [value[key]]:
                assert set(each) == set(keys.split())
    assert said.code in (0, 1)


@pytest.mark.parametrize("verb", SHAPES)
def test_the_help_of_a_verb_tells_the_shape(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([verb, "--help"])
    told = " ".join(capsys.readouterr().out.split())
    for shape in SHAPES[verb]:
        what = "a list of objects, each" if shape.many else "an object"
        assert f"JSON{f' ({shape.when})' if shape.when else ''}: {what} with {', '.join(shape.keys.split())}" in told
        assert all(f"under {key}: {', '.join(keys.split())}" in told for key, keys in shape.inner.items())


def test_the_help_tells_what_a_refusal_and_a_wrong_call_give(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert 'it is {"error": "the sentence"}' in told
    assert "(exit 2), stdout is empty" in told
    assert "the answer is the reports of these" in told


def test_of_files_of_which_some_are_damaged_the_answer_is_the_reports_of_the_others(
    tmp_path: Path, briefer: Briefer
) -> None:
    (tmp_path / "a.ftm.json").write_text(PERSON % ("x-1", "x-1"))
    (tmp_path / "b.xml").write_text("")
    said = briefer("import", tmp_path, "--json")
    assert (said.code, [each["list"] for each in said.json], "b.xml" in said.err) == (2, ["ftm-a"], True)


def test_an_answer_that_is_no_and_has_no_value_is_an_error_in_json(tmp_path: Path, briefer: Briefer) -> None:
    whole = "".join(PERSON % (f"x-{number}", f"x-{number}") for number in range(9))
    (tmp_path / "a.ftm.json").write_text(whole)
    assert briefer("import", tmp_path / "a.ftm.json", "--published", "2025-03-01").code == 0
    (tmp_path / "a.ftm.json").write_text(PERSON % ("x-1", "x-1"))
    call = ("import", tmp_path / "a.ftm.json", "--published", "2025-04-01")
    said = briefer(*call, "--json")
    assert (said.code, list(said.json)) == (1, ["error"])
    assert said.err == f"briefer: {said.json['error']}\n"
    assert briefer(*call).out == ""


def test_of_several_files_that_are_all_refused_the_error_names_each(tmp_path: Path, briefer: Briefer) -> None:
    whole = "".join(PERSON % (f"x-{number}", f"x-{number}") for number in range(9))
    names = [tmp_path / "a.ftm.json", tmp_path / "b.ftm.json"]
    for content, code in ((whole, 0), (PERSON % ("x-1", "x-1"), 1)):
        for path in names:
            path.write_text(content)
        said = briefer("import", *names, "--published", "2025-03-01" if code == 0 else "2025-04-01", "--json")
        assert said.code == code
    assert all(path.name in said.json["error"] for path in names)
    assert len(said.err.splitlines()) == 2


def test_where_no_file_of_a_folder_can_be_read_stdout_is_empty(tmp_path: Path, briefer: Briefer) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "letter.csv").write_text("neither,list\nnor,table\n")
    for name in ("a.xml", "b.xml"):
        (folder / name).write_text("")
    for how in ((), ("--json",)):
        said = briefer("import", folder, *how)
        assert (said.code, said.out) == (2, "")
        assert all(name in said.err for name in ("letter.csv", "a.xml", "b.xml"))


def test_a_wrong_call_leaves_stdout_empty_with_json_too(briefer: Briefer) -> None:
    for call in (("show", "nobody"), ("search", "--limit", "0", "x"), ("lift",)):
        said = briefer(*call, "--json")
        assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)


def test_an_answer_is_one_value_and_nothing_else(world: Path, briefer: Briefer) -> None:
    said = briefer("--json", "lists", library=world / "library.sqlite")
    assert json.JSONDecoder().raw_decode(said.out)[1] == len(said.out.rstrip())
    assert said.err == ""
