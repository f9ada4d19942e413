"""The texts of templates go through gettext, a translation is text alone, and longer words print."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from lxml import html

from briefer import assemble, language
from briefer.analysis.ownership_rules import RULES
from briefer.assemble import cells, ends, engine, translations, wording
from briefer.assemble.scripts import printable
from briefer.model.answers import FieldChange
from briefer.model.brief import Brief, Dossier, Finding
from briefer.model.facts import Entity, Link
from briefer.model.pack import Tranche
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
    monkeypatch.setenv(language.LOCALES, str(tmp_path))
    caches = (language.catalogue, language._said, language._counted, translations._said, translations._counted)
    for cache in caches:
        cache.cache_clear()
    yield tmp_path
    for cache in caches:
        cache.cache_clear()


@pytest.fixture
def stretched(locales: Path) -> None:
    """Writes the stretched language as that of both templates and code."""
    for domain in ("print", "texts"):
        catalogue.write_stretched(locales, domain, LANGUAGE.replace("-", "_"))


def translate(locales: Path, language: str, texts: dict[str | tuple[str, str], str | tuple[str, ...]]) -> Path:
    held = Catalog(locale="de", domain="print")
    for message, said in texts.items():
        held.add(message, said)
    file = locales / language / "LC_MESSAGES" / "print.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as stream:
        write_mo(stream, held)
    return file


def printed(text: str, tongue: str = "de-AT", **given: object) -> str:
    with language.speaking(tongue):
        return engine._environment().from_string(text).render(**given)


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


WORD = re.compile(r"[^\W\d_]+")
VOWEL = re.compile("[aeiou]", re.IGNORECASE)
STRETCHED = re.compile("|".join(catalogue.LONGER.values()))
SHOWN = ("title", "alt", "aria-label", "data-run", "data-sheet")
"""The attributes of a page whose words a reader sees or hears."""
ALLOWED = ("UA", "OFSI", "Specially Designated Nationals", "ab" * 16, "Birth date", "Birth place")
"""Words that stay as they are: codes, names as cited, hashes; what the sheet Details calls what a list states."""
FOUND = Finding(severity="note", code="c-1", message="A message.", remedy="A remedy.", place="own")
CHANGED = (
    FieldChange(id="ofac-1", field="birthDate", old="1964", new="1965", cause="source"),
    FieldChange(id="ofac-2", field="alias", old="", new="Another", cause="reading"),
)
MOVED = replace(made.COMPARED, added=("ofac-3",), removed=("ofac-8",), changed=CHANGED)
EVERYTHING = replace(made.DOSSIER, moved=(MOVED,))
REVIEWED = replace(
    law.dossier(law.REVIEWED, law.ALONE, law.ABROAD, law.FREED, law.LISTED, law.OPEN, measures=(law.OIL, law.SWIFT)),
    positions=made.POSITIONS,
    events=made.EVENTS,
)
OFFERED = (
    Tranche(id="none", title="Nothing", kind="none"),
    Tranche(id="few", title="Few", kind="tranche", entities=("ofac-1", "ofac-2")),
)


def values(held: object) -> Iterator[str]:
    """Yields every text in a value, however deep."""
    if isinstance(held, str):
        yield held
    elif is_dataclass(held):
        yield from (text for each in fields(held) for text in values(getattr(held, each.name)))
    elif isinstance(held, Mapping):
        yield from (text for pair in held.items() for text in values(pair))
    elif isinstance(held, Iterable):
        yield from (text for each in held for text in values(each))


def shown(brief: Brief) -> Iterator[tuple[str, str]]:
    """Yields each text that a brief shows, with the section or sheet where it stands."""
    yield from (("brief", text) for text in (brief.running_title, brief.subject, brief.status, brief.banner))
    for section in brief.sections:
        tree = html.fromstring(f"<div>{section.html}</div>")
        yield from ((section.id, text) for text in tree.itertext())
        yield from ((section.id, value) for each in tree.iter() for name, value in each.items() if name in SHOWN)
    for sheet in brief.sheets:
        heads = (sheet.name, sheet.note, *(column.header for column in sheet.columns))
        cells = (cell for row in sheet.rows for cell in row if isinstance(cell, str))
        yield from ((sheet.name, text) for text in (*heads, *cells))


def days_and_places() -> Iterator[str]:
    """Yields the words that Babel has for days and countries in the stretched language's stand-in."""
    locale = Locale.parse(LANGUAGE, sep="-")
    yield from (name for width in ("wide", "abbreviated") for name in locale.months["format"][width].values())
    yield from locale.territories.values()
    yield from locale.languages.values()


def left_english(brief: Brief, known: Iterable[str]) -> dict[str, set[str]]:
    """Gives the words that are neither stretched nor known, by section or sheet."""
    words = {word.casefold() for text in known for word in WORD.findall(text)}
    found: dict[str, set[str]] = {}
    for place, text in shown(brief):
        for word in WORD.findall(text):
            if VOWEL.search(word) and not STRETCHED.search(word) and word.casefold() not in words:
                found.setdefault(place, set()).add(word)
    return found


@pytest.mark.parametrize("dossier", [EVERYTHING, REVIEWED], ids=["bit of everything", "shipped rulebook"])
def test_no_word_of_a_paper_stays_english_in_another_language(stretched: None, dossier: Dossier) -> None:
    settings = replace(made.SETTINGS, subtitle="", since=date(2025, 2, 28))
    pack = made.pack(language=LANGUAGE, tranches=OFFERED, settings=settings)
    held = (*values(pack), *values(dossier), *values(FOUND), *(rule.citation for rule in RULES))
    known = (*held, *map(printable, held), *days_and_places(), *ALLOWED)
    assert left_english(assemble.assemble(pack, dossier, (FOUND,), draft=True), known) == {}


def test_what_is_remembered_does_not_outlive_a_change_of_language(stretched: None) -> None:
    memory, english, longer = assemble.Memory(), made.pack(), made.pack(language=LANGUAGE)
    before = assemble.assemble(english, made.DOSSIER, (), memory=memory)
    changed = assemble.assemble(longer, made.DOSSIER, (), memory=memory)
    assert changed == assemble.assemble(longer, made.DOSSIER, ())
    assert {sheet.note for sheet in changed.sheets}.isdisjoint(sheet.note for sheet in before.sheets)
    assert assemble.assemble(english, made.DOSSIER, (), memory=memory) == before


def test_a_source_leads_back_to_the_same_places_in_any_language(stretched: None) -> None:
    backs = [
        [each.get("href") for each in html.fromstring(section.html).xpath("//td[@class='back']/a")]
        for section in (made.section("sources"), made.section("sources", made.brief(made.pack(language=LANGUAGE))))
    ]
    assert backs[0] == backs[1] != []


@pytest.mark.parametrize("term", ["Very likely", catalogue.stretch("Very likely")])
def test_a_likelihood_has_its_range_in_english_and_in_the_language_of_the_pack(stretched: None, term: str) -> None:
    pack = made.with_text(made.pack(language=LANGUAGE), "risks", f"| A | B |\n|---|---|\n| x | {term} |")
    assert "80–95 %" in made.text_of("risks", made.brief(pack))


def test_a_role_that_says_what_its_link_says_is_said_once_in_any_language(stretched: None) -> None:
    link = Link(kind="Membership", subject="a", object="b", role="Member of")
    with language.speaking(LANGUAGE):
        assert wording.relation(link, Entity(id="a", schema="Person", caption="A")) == catalogue.stretch("Member of")


def test_measures_keep_their_order_and_letters_in_any_language(stretched: None) -> None:
    with language.speaking(LANGUAGE):
        said = wording.measures(("Ban on loans", "13662 Sectoral Directive 1", "Block", "Asset freeze"), "SDN")
    blocking, directive = map(catalogue.stretch, ("Blocking", "Directive 1 under EO 13662"))
    assert said == f"{blocking}, ban on loans, {directive}, asset freeze"


@pytest.mark.parametrize(
    ("table", "header"),
    [
        ("PositionsTable", "Basis"),
        ("StancesTable", "Basis"),
        ("StancesTable", "Hand"),
        ("EventsTable", "Kind"),
        ("SourcesTable", "Kind"),
    ],
)
def test_words_that_the_library_keeps_are_said_on_every_sheet(stretched: None, table: str, header: str) -> None:
    sheet = {sheet.table: sheet for sheet in made.brief(made.pack(language=LANGUAGE)).sheets}[table]
    place = [column.header for column in sheet.columns].index(catalogue.stretch(header))
    found = {str(row[place]) for row in sheet.rows} - {"", "odd", "unheard-of"}
    assert found
    assert found <= set(map(catalogue.stretch, cells.KEPT))


def test_an_end_that_a_list_states_and_that_was_renewed_for_a_while_is_said_whole(stretched: None) -> None:
    with language.speaking(LANGUAGE):
        told = ends.ran_out("2024-03-15", "")
    assert told == "; ".join(
        catalogue.stretch(text) for text in ("stated end passed", "renewed to 2024-03-15", "no renewal on record after")
    )
