"""Long tables in stretches: the pages are those of one call, and an edited row costs its own."""

import random
from dataclasses import replace

import pypdfium2
import pytest

from briefer.model.brief import Brief
from briefer.render import conform, fonts, innards, render, rows, stretch, windows
from briefer.render.engine import Engine
from tests.render import briefs, monolith


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    fonts.use_bundled()
    monkeypatch.setattr(rows, "LONG", 20)
    monkeypatch.setattr(stretch, "FIRST", 60)


def written(texts: list[str], css: str = "", around: str = "<p>Before</p>") -> Brief:
    lines = "".join(f'<tr id="r{place}"><th>{text}</th><td>x</td></tr>' for place, text in enumerate(texts))
    table = f"<table><thead><tr><th>Name</th><th>Word</th></tr></thead><tbody>{lines}</tbody></table>"
    section = briefs.section("long", f"<h2>Long</h2>{around}{table}<p>After</p>")
    return briefs.brief(section, briefs.section("last", "<h2>Last</h2>"), css=briefs.css() + css)


def words(page: pypdfium2.PdfPage) -> str:
    return str(page.get_textpage().get_text_range())


def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Gives a list that grows with each window that is laid out, by its rows."""
    found: list[int] = []
    original = stretch._Run._window

    def window(run: stretch._Run, start: windows.Place | None, end: int) -> list[stretch.Entry]:
        made = original(run, start, end)
        found.append(len(made))
        return made

    monkeypatch.setattr(stretch._Run, "_window", window)
    return found


@pytest.mark.parametrize(
    "css",
    [
        "",
        "tr:last-child th { color: #535b63 } tr:first-child th { font-weight: 400 }",
        "tr + tr td { padding-top: 1mm } tr:nth-child(7) { break-after: avoid }",
        "table { border-collapse: collapse }",
        "table { table-layout: auto }",
        "td { counter-increment: c } td::after { content: counter(c) }",
        "td::after { content: counter(page) }",
        "tr { break-inside: auto } th { line-height: 60mm }",
        "tr { break-after: avoid }",
    ],
)
def test_a_long_table_prints_as_in_one_call(css: str) -> None:
    dice = random.Random(css)
    brief = written(["a word or two " * dice.randint(1, 40) for _ in range(150)], css)
    assert render(brief).pdf == monolith.rendered(brief)


def test_a_row_that_keeps_its_height_costs_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"row {place}" for place in range(300)]
    engine = Engine()
    engine.update(written(texts))
    engine.export()
    made = counted(monkeypatch)
    texts[150] = "row xxx"
    update = engine.update(written(texts))
    assert len(update.text) == 1
    assert made == [1]
    assert engine.export().pdf == monolith.rendered(written(texts))


def test_the_page_of_a_row_that_grows_is_shown_before_those_that_it_moves_are_laid_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = [f"row {place}" for place in range(300)]
    shown: list[tuple[int, str, int]] = []
    made = counted(monkeypatch)

    def early(numbers: tuple[int, ...], pdf: bytes) -> None:
        document = pypdfium2.PdfDocument(pdf)
        assert len(document) == len(numbers)
        shown.extend((number, words(document[at]), len(made)) for at, number in enumerate(numbers))

    engine = Engine()
    engine.update(written(texts), early=early)
    texts[120] = "row xxx"
    engine.update(written(texts), early=early)
    assert shown == []
    made.clear()
    texts[150] = "row yyy " * 40
    update = engine.update(written(texts), early=early)
    assert {windows for _number, _text, windows in shown} == {1}
    assert len(made) > 1
    assert len(update.text) > len(shown)
    ((number, text),) = ((number, text) for number, text, _windows in shown if "yyy" in text)
    assert number in update.text
    assert text == words(pypdfium2.PdfDocument(engine.plain([number]))[0])
    assert engine.export().pdf == monolith.rendered(written(texts))


def test_pages_that_did_not_stand_in_the_last_layout_are_not_shown_before_the_others() -> None:
    texts = [f"row {place}" for place in range(200)]
    grown = [*texts[:100], "long " * 60, *texts[101:]]
    other = written(texts, "p { color: #333333 }")
    without = replace(written(texts), sections=written(texts).sections[1:])
    shown: list[object] = []
    for between in (other, without):
        engine = Engine()
        engine.update(written(texts))
        engine.update(between)
        engine.update(written(grown), early=lambda *given: shown.append(given))
    assert shown == []
    engine = Engine()
    engine.update(written(texts))
    engine.update(written(grown), early=lambda *given: shown.append(given))
    assert len(shown) == 1


def test_pages_that_say_page_numbers_are_not_shown_before_these_are_known() -> None:
    css = "a::after { content: target-counter(attr(href), page) }"
    texts = [f"<a href='#sec-last'>row</a> {place}" for place in range(200)]
    shown: list[object] = []
    engine = Engine()
    engine.update(written(texts, css), early=lambda *given: shown.append(given))
    texts[100] = "long " * 60
    engine.update(written(texts, css), early=lambda *given: shown.append(given))
    assert shown == []


def leading(targets: list[str]) -> Brief:
    """Gives a table whose rows print the pages of anchors, and after it those anchors alone that a row leads to."""
    css = briefs.css() + "a::after { content: target-counter(attr(href), page) }"
    table = written([f'<a href="#{name}">row</a> {place}' for place, name in enumerate(targets)]).sections[0]
    places = "".join(f'<p id="{name}">Place</p>' for name in sorted(set(targets)))
    return briefs.brief(table, briefs.section("last", f"<h2>Last</h2>{places}"), css=css)


@pytest.mark.parametrize("name", ["t-100", "t-1", "té", "t&amp;100"])
def test_an_anchor_that_no_row_asks_for_any_more_is_not_asked_for_by_the_pages_of_other_rows(name: str) -> None:
    targets = [f"t-{place}" for place in range(2, 152)]
    engine = Engine()
    engine.update(leading([*targets[:100], name, *targets[101:]]))
    now = leading(targets)
    engine.update(now)
    assert engine.export().pdf == render(now).pdf == monolith.rendered(now)


def test_rows_that_lead_elsewhere_print_as_in_one_call() -> None:
    dice = random.Random(7)
    targets = [f"t-{place}" for place in range(150)]
    engine = Engine()
    for _ in range(6):
        targets[dice.randrange(150)] = f"t-{dice.randrange(400)}"
        engine.update(leading(targets))
    assert engine.export().pdf == monolith.rendered(leading(targets))


def test_rows_that_come_and_go_and_grow_print_as_in_one_call() -> None:
    dice = random.Random(4)
    texts = [f"row {place}" for place in range(200)]
    engine = Engine()
    for _ in range(8):
        place = dice.randrange(len(texts))
        texts[place : place + dice.randint(0, 2)] = ["new words " * dice.randint(1, 50)] * dice.randint(0, 2)
        engine.update(written(texts))
        assert engine.export().pdf == monolith.rendered(written(texts))


def test_two_pages_of_the_same_rows_are_two_pages() -> None:
    brief = written([])
    lines = "<tr><th>same</th><td><a href='#sec-last'>x</a></td></tr>" * 200
    html = brief.sections[0].html.replace("<tbody>", f"<tbody>{lines}")
    brief = briefs.brief(briefs.section("long", html), brief.sections[1])
    engine = Engine()
    for _ in range(2):
        engine.update(brief)
        assert engine.export().pdf == monolith.rendered(brief)


def test_tables_not_used_for_long_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretch, "TABLES", 1)
    engine = Engine()
    for around in ("<p>One</p>", "<p>Two</p>"):
        engine.update(written(["a"] * 30, around=around))
    assert len(engine._desk(written([])).layouts.stretches._known) == 1


def test_a_table_that_is_not_where_its_html_says_is_laid_out_whole() -> None:
    window = windows.Window(kept=(0,), total=1, end=1, body=3, start=None)
    html = "<section><table><tbody><tr><td>x</td></tr></tbody></table></section>"
    sheet = innards.Sheet(briefs.css())
    with conform.unhurried(), pytest.raises(windows.Unfit):
        innards.lay_out(html, sheet, innards.Numbers(), opening=True, window=window)
