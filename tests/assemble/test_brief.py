"""The whole brief: order, numbers, digests, keys, and that what people type stays data."""

import itertools
from dataclasses import replace
from datetime import date

import pytest
from lxml import html

from assemble import made
from briefer import assemble
from briefer.model.brief import Dossier, Finding
from briefer.model.errors import BadCall
from briefer.model.facts import Entity, Event, Value
from briefer.model.pack import Pack, PackSection

HOSTILE = ("<script>alert(1)</script>", "{{ 1234*4321 }}", '"><img src=http://evil.example/x>', "{% raw %}&amp;</td>")


def test_sections_arrive_in_the_packs_order_and_count_from_the_first_after_the_contents() -> None:
    found = made.brief()
    assert [one.kind for one in found.sections[:3]] == ["cover", "contents", "bottom-line"]
    assert [one.number for one in found.sections if one.number][:3] == ["1", "2", "3"]
    assert found.sections[0].number == found.sections[1].number == ""
    assert found.sections[-1].title == "A word of ours"


def test_excluded_sections_and_their_children_are_not_printed() -> None:
    pack = made.pack()
    left = tuple(replace(one, include=one.kind not in ("options", "figures")) for one in made.sections())
    left = tuple(
        replace(one, include=False) if one.kind in ("relief", "calendar", "ownership") else one for one in left
    )
    found = made.brief(replace(pack, sections=left))
    assert "options" not in [one.kind for one in found.sections]
    assert "2 of 4" not in made.text_of("bottom-line", found)


def test_children_are_printed_by_their_parent_alone() -> None:
    kinds = {one.kind for one in made.brief().sections}
    assert not kinds & {"decision", "figures", "option", "entity-note"}


def test_an_edit_in_one_section_changes_no_other_section_but_whole_ones() -> None:
    pack = made.pack()
    before = {one.id: one for one in made.brief(pack).sections}
    for id in ("bottom-line", "option-nothing", "risks", "note-ofac-1", "own"):
        after = {one.id: one for one in made.brief(made.with_text(pack, id, "Other words. [@s-press]")).sections}
        changed = {key for key in before if before[key].digest != after[key].digest and not before[key].whole}
        owner = {"option-nothing": "options", "note-ofac-1": "entity-sheets"}.get(id, id)
        assert changed == {owner}, id


def test_the_same_input_gives_the_same_brief() -> None:
    assert made.brief() == made.brief()


def test_only_contents_and_sources_need_the_whole_document() -> None:
    assert {one.kind for one in made.brief().sections if one.whole} == {"contents", "sources"}


def test_paper_is_set_by_the_pack_and_shapes_every_digest() -> None:
    letter = made.brief(made.pack(paper="Letter"))
    assert "--paper: letter" in letter.css.rsplit(":root", 1)[1]
    assert {one.digest for one in letter.sections}.isdisjoint(one.digest for one in made.brief().sections)


def test_the_head_carries_banner_status_and_names() -> None:
    found = made.brief(draft=True)
    assert (found.banner, found.foot, found.draft) == ("UNCLASSIFIED", True, True)
    assert found.status.replace("\u00a0", " ") == "As of 31 March 2025 · Draft 1"
    assert (found.slug, found.author, found.subject) == ("russia-options", "The Office", "Who can lift what")
    assert made.brief(made.pack(scheme="cui")).foot is False
    assert made.brief(made.pack(scheme="none", marking="")).banner == ""
    assert made.brief(made.pack(title="???")).slug == "briefing"


def test_what_no_font_draws_is_in_no_title_and_no_setting() -> None:
    odd = "It\x92s \x93\x01\x7f\ufffe\uf0b7so\x94"
    pack = made.with_text(made.pack(title=odd), "own", f"{odd} here.")
    settings = replace(pack.settings, running_title=odd, author=odd, subtitle=odd, version=odd)
    sections = tuple(replace(each, title=odd) for each in pack.sections)
    found = made.brief(replace(pack, settings=settings, sections=sections))
    assert {found.title, found.running_title, found.author, found.subject} == {"It’s “so”"}
    assert found.status.endswith("It’s “so”")
    own = made.section("own", found)
    assert own.title == "It’s “so”"
    assert "It’s “so”\u00a0here." in own.html
    assert not any(letter in section.html for section in found.sections for letter in "\x92\x01\x7f\ufffe\uf0b7")


def test_a_draft_lists_the_findings_in_its_workbook() -> None:
    finding = Finding(severity="error", code="uncited", message="Cites nothing.", place="own")
    draft = assemble.assemble(made.pack(), made.DOSSIER, (finding,), draft=True)
    final = assemble.assemble(made.pack(), made.DOSSIER, (finding,))
    assert draft.sheets[-1].rows == (("error", "uncited", "Cites nothing.", "own"),)
    assert final.sheets[-1].name == "Lists"


def test_a_kind_that_cannot_be_printed_is_refused_with_a_sentence() -> None:
    pack = made.pack(sections=(PackSection(id="x", kind="no-such-kind", title="Title"),))
    with pytest.raises(BadCall, match=r"Section “Title” .*\."):
        made.brief(pack)


def test_an_unknown_template_or_scheme_is_refused() -> None:
    with pytest.raises(BadCall, match="no document type “nothing”"):
        made.brief(made.pack(template="nothing"))
    with pytest.raises(BadCall, match="no marking scheme"):
        made.brief(made.pack(scheme="nothing"))


def hostile(word: str) -> tuple[Pack, Dossier]:
    settings = replace(
        made.SETTINGS, subtitle=word, to=word, legal=word, distribution=word, versions=((word, word, word),)
    )
    texts = tuple(replace(one, title=word, text=f"{one.text}\n\n{word}") for one in made.sections())
    person = replace(
        made.PERSON,
        caption=word,
        values=(*made.PERSON.values, Value(prop="alias", value=word), Value(prop="address", value=word, note=word)),
        designations=tuple(
            replace(item, programme=word, note=word, list_type=word) for item in made.PERSON.designations
        ),
    )
    dossier = replace(
        made.DOSSIER,
        entities=(person,),
        positions=tuple(
            replace(item, holder=word, quote=word, paraphrase=word, chain=word, language=word)
            for item in made.POSITIONS
        ),
        events=tuple(replace(item, title=word) for item in made.EVENTS),
        measures=tuple(replace(item, title=word, text=word) for item in made.MEASURES),
        issues=tuple(replace(item, title=word, proposition=word) for item in made.ISSUES),
        sources=tuple(replace(item, title=word, url=f"http://x.example/{word}") for item in made.SOURCES),
        lists=tuple(replace(item, title=word, publisher=word) for item in made.DOSSIER.lists),
    )
    return made.pack(title=word, sections=texts, settings=settings), dossier


@pytest.mark.parametrize("word", HOSTILE)
def test_what_people_type_and_lists_say_never_becomes_markup_or_template(word: str) -> None:
    pack, dossier = hostile(word)
    found = made.brief(pack, dossier)
    for one in found.sections:
        tree = html.fromstring(f"<div>{one.html}</div>")
        assert not tree.xpath("//script | //img | //iframe | //*[@onerror or @onload]"), one.id
        assert "5332114" not in one.html, one.id
    if "{%" not in word:  # dashes and quotes may be set better, braces and brackets may not go
        assert "".join(word.split())[:8] in "".join(made.text_of("cover", found).split())


def test_every_fact_key_links_to_a_row_of_the_sources_and_back() -> None:
    found = made.brief()
    trees = {one.id: html.fromstring(f"<div>{one.html}</div>") for one in found.sections}
    ids = [id for tree in trees.values() for id in tree.xpath("//@id")]
    links = {link[1:] for tree in trees.values() for link in tree.xpath("//a/@href") if link.startswith("#")}
    assert len(ids) == len(set(ids))
    assert links <= set(ids)
    backs = trees["sources"].xpath("//td[@class='back']/a/@href")
    assert backs
    assert all(back[1:] in ids for back in backs)


def test_headings_skip_no_level_and_there_is_one_title() -> None:
    levels = [
        int(tag.tag[1])
        for one in made.brief().sections
        for tag in html.fromstring(f"<div>{one.html}</div>").xpath("//h1|//h2|//h3|//h4|//h5|//h6")
    ]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(later - former <= 1 for former, later in itertools.pairwise(levels))


def test_tables_have_scoped_heads_and_widths_that_fill_the_page() -> None:
    for one in made.brief().sections:
        for table in html.fromstring(f"<div>{one.html}</div>").xpath("//table"):
            widths = [float(style[6:-2]) for style in table.xpath("./colgroup/col/@style")]
            assert sum(widths) == pytest.approx(
                168 if "sheet" not in str(table.getparent().getparent().get("class")) else 128
            )
            assert all(head.get("scope") for head in table.xpath(".//th"))
            spans = {sum(int(cell.get("colspan", 1)) for cell in row) for row in table.xpath(".//tr")}
            assert spans == {len(widths)}


def test_figures_say_in_words_what_they_show() -> None:
    for one in made.brief().sections:
        for figure in html.fromstring(f"<div>{one.html}</div>").xpath("//svg"):
            assert figure.get("role") == "img"
            assert figure.xpath("string(title)")


def test_an_empty_dossier_prints_honest_words_instead_of_empty_tables() -> None:
    settings = replace(made.SETTINGS, versions=(), distribution="")
    pack = made.pack(keys={}, clearances=(), issues=(), settings=settings, sections=worded("Ours."))
    found = made.brief(pack, Dossier(as_of=made.DAY))
    said = {
        "in-force": "names no entity and no measure",
        "entity-sheets": "names no entity",
        "positions": "No sourced position",
        "statements": "carries a quotation",
        "timeline": "No dated event",
        "allies": "nothing to compare",
        "questions": "No questions have been written",
        "sources": "cites no source",
        "lists": "No list file",
        "clearance": "No office has been asked",
    }
    for id, words in said.items():
        assert words in made.text_of(id, found), id
        assert "<tbody></tbody>" not in made.section(id, found).html


def worded(text: str) -> tuple[PackSection, ...]:
    return tuple(replace(one, text=text) for one in made.sections())


@pytest.mark.parametrize("sections", [worded(""), made.sections()], ids=["no text", "the template's own text"])
def test_sections_with_nothing_to_show_are_left_out_and_named_in_the_contents(
    sections: tuple[PackSection, ...],
) -> None:
    settings = replace(made.SETTINGS, versions=(), distribution="")
    pack = made.pack(keys={}, clearances=(), issues=(), settings=settings, sections=sections)
    found = made.brief(pack, Dossier(as_of=made.DAY))
    kinds = {one.kind for one in found.sections}
    assert not kinds & {"positions", "statements", "timeline", "allies", "lists", "clearance"}
    numbers = [int(one.number) for one in found.sections if one.number]
    assert numbers == list(range(1, len(numbers) + 1))
    assert "Left out, as nothing was picked or entered for them: Who holds what;" in made.text_of("contents", found)
    whole = made.pack(settings=replace(made.SETTINGS, since=date(2025, 3, 1)))
    assert "Left out" not in made.text_of("contents", made.brief(whole))


def test_sixty_entities_and_two_hundred_events_are_arranged() -> None:
    entities = tuple(replace(made.PERSON, id=f"ofac-{number}", caption=f"Name {number}") for number in range(60))
    events = tuple(
        Event(id=f"e-{n:03}", date=made.on(f"{2010 + n // 14}-0{n % 9 + 1}-11"), title=f"Act {n}") for n in range(200)
    )
    found = made.brief(dossier=replace(made.DOSSIER, entities=entities, events=events))
    assert sum(one.kind == "entity-sheets" for one in found.sections) == 60
    assert made.section("timeline", found).html.count("<svg") == 4
    assert made.section("timeline", found).html.count("Act 199") == 2  # in the drawing and in its words


def test_an_entity_without_anything_still_gets_a_sheet() -> None:
    bare = Entity(id="x-1", schema="SomethingNew", caption="Nobody Known")
    found = made.brief(dossier=replace(made.DOSSIER, entities=(bare,)))
    assert "Something new." in made.text_of("entity-sheets", found)
    assert "holds a designation of this name that is in force" in made.text_of("entity-sheets", found)
    assert "Not listed" in made.text_of("entity-sheets", found)


def test_a_paper_that_does_not_begin_with_its_cover_begins_with_its_title_as_the_first_heading() -> None:
    contents, cover = (PackSection(id=id, kind=id, title=id.title()) for id in ("contents", "cover"))
    title = '<h1 class="over">A &lt;b&gt;</h1>'
    first, second = made.brief(made.pack(title="A <b>", sections=(contents, cover))).sections
    assert first.html.startswith(f'{title}<div class="opener"><h2')
    assert title not in second.html
    assert all('class="over"' not in each.html for each in made.brief(made.pack(sections=(cover, contents))).sections)
