"""The texts of templates go through gettext, a translation is text alone, and longer words print."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from lxml import html

from briefer.assemble import engine, translations
from briefer.model.brief import Brief
from briefer.render import render
from tests import catalogue
from tests.assemble import law, made
from tests.assemble.literals import templates, unfound, untranslated

LANGUAGE = "en-AU"
"""What the stretched language goes under here: one whose days Babel knows how to write."""
COUNTED = "{% trans num=n %}{{ num }} list of {{ who }}{% pluralize %}{{ num }} lists of {{ who }}{% endtrans %}"
ONE, MANY = "%(num)s list of %(who)s", "%(num)s lists of %(who)s"


@pytest.fixture
def locales(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Gives a folder of catalogues that stands in for the program's."""
    monkeypatch.setattr(translations, "files", SimpleNamespace(data=lambda *parts: tmp_path.joinpath(*parts[2:])))
    caches = (translations._catalogue, translations._said, translations._counted)
    for cache in caches:
        cache.cache_clear()
    yield tmp_path
    for cache in caches:
        cache.cache_clear()


def translate(locales: Path, language: str, texts: dict[str | tuple[str, str], str | tuple[str, ...]]) -> Path:
    held = Catalog(locale="de", domain="print")
    for message, said in texts.items():
        held.add(message, said)
    file = locales / language / "LC_MESSAGES" / "print.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as stream:
        write_mo(stream, held)
    return file


def printed(text: str, language: str = "de-AT", **given: object) -> str:
    page = SimpleNamespace(context=SimpleNamespace(language=language))
    return engine._environment().from_string(text).render(page=page, **given)


@pytest.mark.parametrize("path", templates(), ids=lambda path: path.name)
def test_every_text_of_a_template_goes_through_gettext(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert not untranslated(source)
    assert not unfound(source)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>Plain words</p>", ["Plain words"]),
        ('<p class="note" lang="en">{{ view.x }} – 7 &#8195;</p>', []),
        ('<p>{{ _("Words") }}{{ gettext("Words") }}{{ ngettext("one", _("two"), n) }}</p>', []),
        ('<p class="{{ "wide" if x }}">{{ "wide" if x }}</p>', ["wide"]),
        ('{{ m.caption("Table", _("Fact keys.")) }}', ["Table"]),
        ('{{ m.head(["Key", _("Source")]) }}', ["Key"]),
        ('{% if x == "listed" and "no list" not in y %}{{ r["sources"] }}{{ {"a": 1}["a"] }}{% endif %}', []),
        ('{{ rows|sum(attribute="weight") }}', []),
        ("{% trans n=x, who=y %}{{ n }} list{% pluralize %}{{ who }}{{ n }} lists{% endtrans %} more", ["more"]),
        ('{% set x = "Words" %}', ["Words"]),
        ('<a title="Back">{# Not printed #}</a><svg><title>Drawn</title></svg>', ["Back", "Drawn"]),
        ("", []),
    ],
)
def test_the_search_for_texts_finds_what_is_printed_and_nothing_else(source: str, found: list[str]) -> None:
    assert [text for _line, text in untranslated(source)] == found


def test_the_search_names_the_line_and_sees_what_no_catalogue_can_hold() -> None:
    assert untranslated("{# a\nb #}\n<p>{% trans %}c\nd{% endtrans %}\nWords</p>")[0][0] == 5
    assert unfound('{{ _("a") }}\n{{ _(view.title) }}{{ gettext() }}') == [2, 2]


def test_the_template_of_the_catalogue_is_up_to_date() -> None:
    assert catalogue.file("print").read_bytes() == catalogue.pot("print"), "run `python -m tests.catalogue`"


def test_no_text_for_translators_holds_markup() -> None:
    texts = [text for each in catalogue.template("print") for text in (each.id, *each.id)]
    assert not [text for text in texts if "<" in text or ">" in text]


def test_a_text_is_printed_in_the_language_of_the_pack_or_its_parent(
    locales: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    translate(locales, "de_AT", {"Source": "Quelle (A)"})
    translate(locales, "de", {"Source": "Quelle", "Key": "Schlüssel", (ONE, MANY): ("%(num)s Liste von %(who)s",) * 2})
    monkeypatch.setenv("LANGUAGE", "de")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    text = '{{ _("Source") }} {% trans %}Key{% endtrans %}'
    assert printed(text) == "Quelle (A) Schlüssel"
    assert printed(text, "de") == "Quelle Schlüssel"
    assert printed(text, "en-GB") == printed(text, "../de") == printed(text, "") == "Source Key"
    assert printed(COUNTED, n=2, who="A & B") == "2 Liste von A &amp; B"
    assert printed(COUNTED, "fr", n=1, who="A") == "1 list of A"
    assert printed(COUNTED, "fr", n=2, who="A") == "2 lists of A"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("<b>%(who)s</b>", "&lt;b&gt;A&lt;/b&gt;"),
        ("&lt;b&gt; %(who)s &amp;&#160;\"'", "&lt;b&gt; A &amp;\u00a0&#34;&#39;"),
        ("{{ 7 * 7 }}{%% if %%} %(who)s 100 %%", "{{ 7 * 7 }}{% if %} A 100 %"),
    ],
)
def test_a_translation_is_text_and_no_markup(locales: Path, said: str, shown: str) -> None:
    translate(locales, "de", {"By %(who)s": said})
    assert printed("{% trans %}By {{ who }}{% endtrans %}", who="A") == shown
    assert printed('{{ _("By %(who)s", who="A") }}') == shown


BROKEN = ["Von", "%(who)s %(more)s", "%(who)d", "%(who)s 5 %", "%(who)s %d", "%(who)s %(who)999999999s", "&#37;(who)d"]


@pytest.mark.parametrize("said", BROKEN)
def test_a_translation_without_the_placeholders_of_its_text_is_not_used(locales: Path, said: str) -> None:
    translate(locales, "de", {"By %(who)s": said, (ONE, MANY): (said, said)})
    assert printed("{% trans %}By {{ who }}{% endtrans %}", who="A") == "By A"
    assert printed(COUNTED, n=3, who="A") == "3 lists of A"


def test_a_language_may_say_one_without_the_number(locales: Path) -> None:
    translate(locales, "de", {(ONE, MANY): ("eine Liste von %(who)s", "%(num)s Listen von %(who)s")})
    assert printed(COUNTED, n=1, who="A") == "eine Liste von A"


@pytest.mark.parametrize("cut", [0, 3, 30, 200])
def test_a_catalogue_that_cannot_be_read_is_none(locales: Path, cut: int) -> None:
    file = translate(locales, "de", {"Key": "Schlüssel"})
    file.write_bytes(file.read_bytes()[:cut])
    assert printed('{{ _("Key") }}') == "Key"


def test_a_rule_of_plurals_that_cannot_be_worked_out_gives_english(locales: Path) -> None:
    file = translate(locales, "de", {(ONE, MANY): ("%(num)s Liste von %(who)s",) * 2})
    held = file.read_bytes()
    assert held.count(b"(n != 1)") == 1
    file.write_bytes(held.replace(b"(n != 1)", b"(n % 0 )"))
    assert printed(COUNTED, n=1, who="A") == "1 list of A"


def nodes(brief: Brief) -> list[str]:
    """Gives every text of the pages, as one reads it."""
    trees = (html.fromstring(f"<div>{section.html}</div>") for section in brief.sections)
    return [" ".join(text.split()) for tree in trees for text in tree.itertext() if text.strip()]


def test_a_paper_with_longer_words_is_built_and_shows_them(locales: Path) -> None:
    english = nodes(made.brief())
    catalogue.write_stretched(locales, "print", LANGUAGE.replace("-", "_"))
    brief = made.brief(made.pack(language=LANGUAGE))
    longer = nodes(brief)
    texts = {each.id: catalogue.stretch(each.id) for each in catalogue.template("print") if isinstance(each.id, str)}
    pairs = [(plain, long) for plain, long in zip(english, longer, strict=True) if plain in texts]
    assert len({plain for plain, long in pairs if long == texts[plain]}) > 100
    assert not [plain for plain, long in pairs if plain.endswith(".") and long != texts[plain]]
    assert len(render(brief).pdf) > 10_000


def test_the_key_of_the_review_figure_gives_longer_words_a_line_each(locales: Path) -> None:
    beside, found = '<text x="121.4"', law.dossier(law.REVIEWED)
    assert beside in made.section("calendar", made.brief(made.pack(), found)).html
    catalogue.write_stretched(locales, "print", LANGUAGE.replace("-", "_"))
    assert beside not in made.section("calendar", made.brief(made.pack(language=LANGUAGE), found)).html
