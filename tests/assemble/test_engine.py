import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from briefer.assemble import engine
from briefer.model.errors import BadData, BadInput

PAGE: Any = SimpleNamespace(title="In force", anchored=str, uses={})


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "templates" / "parts"
    folder.mkdir(parents=True)
    (folder / "macros.html.j2").write_text("", encoding="utf-8")
    monkeypatch.setattr(engine, "shipped", SimpleNamespace(data=tmp_path.joinpath))
    caches = (engine._environment, engine._frame)
    for cache in caches:
        cache.cache_clear()
    yield folder
    for cache in caches:
        cache.cache_clear()


def said(parts: Path, text: str, view: object = None) -> str:
    (parts / "one.html.j2").write_text(text, encoding="utf-8")
    engine._frame.cache_clear()
    engine._environment.cache_clear()
    with pytest.raises(BadData) as caught:
        engine.write("memo", "one", PAGE, view)
    return str(caught.value)


def test_a_fault_names_section_file_line_and_value(parts: Path) -> None:
    place = "Section “In force”: templates/parts/one.html.j2, line 2: "
    assert said(parts, "<p>\n{{ view.gone }}").startswith(place)
    assert "gone" in said(parts, "<p>\n{{ view.gone }}")
    assert said(parts, "<p>\n{{ 1 / view }}", 0) == f"{place}division by zero; correct the template."
    assert said(parts, "<p>\n{{ 1 + }}").startswith(place)
    assert said(parts, "<p>\n{{ 'a' | center(9) }}").startswith(place)


def test_a_fault_in_a_macro_names_the_file_of_the_macro(parts: Path) -> None:
    (parts / "macros.html.j2").write_text("{% macro a(x) %}{{ x.gone }}{% endmacro %}", encoding="utf-8")
    assert "templates/parts/macros.html.j2, line 1" in said(parts, "{{ m.a(view) }}")


def test_a_template_that_is_not_there_is_named(parts: Path) -> None:
    with pytest.raises(BadData, match=r"templates/parts/none\.html\.j2"):
        engine.write("memo", "none", PAGE, None)


@pytest.mark.parametrize("text", ["{{ 'a' * 100000000 }}", "{{ '%100000000d' % 1 }}", "{{ 9 ** 100000000 }}"])
def test_no_long_text_comes_from_a_short_one(parts: Path, text: str) -> None:
    assert "it " in said(parts, text)


def test_a_small_sum_is_worked_out(parts: Path) -> None:
    (parts / "one.html.j2").write_text("{{ 20000 * 3 }}{{ 'a' * 2 }}{{ 7 % 4 }}{{ 2 ** 3 }}", encoding="utf-8")
    assert engine.write("memo", "one", PAGE, None) == "60000aa38"


def test_a_template_that_writes_or_takes_too_much_is_stopped(parts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "{% for a in range(1000) %}{{ a }}{% endfor %}"
    monkeypatch.setattr(engine, "LONGEST", 100)
    assert "it writes more than 100 letters" in said(parts, text)
    monkeypatch.setattr(engine, "SLOWEST", -1.0)
    assert "it takes longer than -1 seconds" in said(parts, text)


ROWS = "{% set rows = range(99999)|list %}"
ENDLESS = {
    "empty loops": ROWS + "{% for a in rows %}{% for b in rows %}{% endfor %}{% endfor %}",
    "loops that leave all out": ROWS + "{% for a in rows %}{% for b in rows if b < 0 %}{% endfor %}{% endfor %}",
    "calls of calls": (
        "{% macro f(n) %}{% if n %}{% set x = f(n - 1) %}{% set y = f(n - 1) %}{% endif %}{% endmacro %}"
        "{% set x = f(40) %}"
    ),
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_a_template_that_writes_nothing_is_stopped_all_the_same(
    parts: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(engine, "SLOWEST", 0.2)
    began = time.monotonic()
    assert "it takes longer than 0.2 seconds" in said(parts, text)
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    "text",
    [
        "{% set n = namespace(x=9) %}{% for a in range(99) %}{% set n.x = n.x * n.x %}{% endfor %}",
        "{{ (9999 ** 9999) ** 9999 }}",
        "{{ 9999 ** 9999 }}",
    ],
)
def test_no_long_number_comes_from_a_short_one(parts: Path, text: str) -> None:
    assert "it works out a number of more than 10,000 binary digits" in said(parts, text)


@pytest.mark.parametrize(
    "call", ["ljust(900000000)", "center(9)", "zfill(9)", "expandtabs(9)", "join([])", "format(1)"]
)
def test_a_text_does_nothing_that_makes_it_longer(parts: Path, call: str) -> None:
    assert "unsafe" in said(parts, f"{{{{ 'a'.{call} }}}}")


def test_a_template_that_takes_all_memory_is_told_in_words(parts: Path) -> None:
    class View:
        @property
        def value(self) -> str:
            raise MemoryError

    place = "templates/parts/one.html.j2, line 2: "
    assert f"{place}it takes more memory than there is; correct the template." in said(
        parts, "<p>\n{{ view.value }}", View()
    )


@pytest.mark.parametrize("name", ["../../secret", "/{}/secret", "//{}/secret", "x//{}/secret", "parts/../../secret"])
def test_no_template_comes_from_elsewhere(parts: Path, name: str) -> None:
    away = parts.parents[1]
    (away / "secret.html.j2").write_text("told", encoding="utf-8")
    there = name.format(str(away).lstrip("/"))
    assert "secret" in said(parts, f"{{% include '{there}' %}}")


def test_a_fault_of_the_pack_is_told_as_it_is(parts: Path) -> None:
    class View:
        @property
        def value(self) -> str:
            raise BadInput("pack.toml", "is wrong", "mend it")

    (parts / "one.html.j2").write_text("{{ view.value }}", encoding="utf-8")
    with pytest.raises(BadInput, match="mend it"):
        engine.write("memo", "one", PAGE, View())
