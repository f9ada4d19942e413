"""Document types: read from the program's files, checked, hashed."""

from pathlib import Path

import pytest

from briefer import shipped
from briefer.assemble import catalogue
from briefer.model.errors import BadCall, BadData


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands for the program's own files; what is read once is forgotten before and after."""
    monkeypatch.setattr(shipped, "data", tmp_path.joinpath)
    for folder in ("templates/parts", "templates/one/more", "assets/styles", "assets/fonts"):
        (tmp_path / folder).mkdir(parents=True)
    catalogue.templates.cache_clear()
    yield tmp_path
    catalogue.templates.cache_clear()


def write(root: Path, text: str) -> None:
    (root / "templates/one/template.toml").write_text(text, encoding="utf-8")


HEAD = 'title = "One"\ndescription = "A type"\n'


def test_the_shipped_type_is_offered_with_all_its_sections() -> None:
    (found,) = catalogue.templates()
    assert found.name == "relief-options"
    assert len(found.digest) == 64
    assert {one.kind for one in found.sections} >= {"relief", "calendar", "ownership", "allies"}
    assert all(one.include for one in found.sections)


def test_an_unknown_name_is_refused_and_the_known_ones_are_named() -> None:
    with pytest.raises(BadCall, match="use relief-options"):
        catalogue.template("nothing")


@pytest.mark.parametrize(
    "file", ["templates/one/more/x.j2", "templates/parts/x.j2", "assets/styles/x.css", "assets/fonts/x.ttf"]
)
def test_any_file_that_shapes_the_page_changes_the_digest(root: Path, file: str) -> None:
    write(root, HEAD)
    before = catalogue.template("one").digest
    (root / file).write_text("x", encoding="utf-8")
    catalogue.templates.cache_clear()
    assert catalogue.template("one").digest != before


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title = ", "cannot be used"),
        ('title = "One"\n', "cannot be used"),
        (HEAD + '[[section]]\nid = "a"\nkind = "text"\ntitle = "A"\n' * 2, "stands twice"),
        (HEAD + '[[section]]\nid = "a"\nkind = "text"\ntitle = "A"\nparent = "b"\n', "put that section before it"),
    ],
)
def test_a_faulty_type_is_refused_naming_the_file(root: Path, text: str, says: str) -> None:
    write(root, text)
    with pytest.raises(BadData, match=rf"templates/one/template.toml: .*{says}"):
        catalogue.templates()


def test_the_title_of_every_document_type_is_where_translators_find_it() -> None:
    assert {one.title for one in catalogue.templates()} == set(catalogue.TITLES)
