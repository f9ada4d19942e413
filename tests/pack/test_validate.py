"""A pack that would not print as meant is refused with the field's name."""

from dataclasses import replace
from datetime import date

import pytest

from briefer.model.errors import BadPack
from briefer.model.pack import MarkedArticle, MarkedSentence, Pack, PackSection, Settings, Tranche
from briefer.pack import validate

GOOD = Pack(title="Relief", as_of=date(2025, 3, 31), sections=(PackSection(id="a", kind="text", title="A"),))


def section(**changes: str) -> tuple[PackSection, ...]:
    return (*GOOD.sections, replace(GOOD.sections[0], id="b", **changes))


@pytest.mark.parametrize(
    ("pack", "says"),
    [
        (replace(GOOD, title="  "), "title is empty"),
        (replace(GOOD, paper="A5"), "paper is “A5”; use A4 or Letter"),
        (replace(GOOD, template="../secret"), "template is"),
        (replace(GOOD, language="klingon"), "language is “klingon”"),
        (replace(GOOD, language="xx-YY"), "language is “xx-YY”"),
        (replace(GOOD, scheme="nato"), "scheme is “nato”; use one of us, cui"),
        (replace(GOOD, marking="SECRET"), "marking is not allowed"),
        (replace(GOOD, marks={"ofac-1": "TS"}), "marks.ofac-1 is not allowed"),
        (replace(GOOD, sections=section(marking="SECRET")), "sections.b.marking is not allowed"),
        (replace(GOOD, entities=("ofac-1", "ofac-1")), "entities names “ofac-1” twice"),
        (replace(GOOD, positions=("a b",)), "positions has the id “a b”"),
        (replace(GOOD, tranches=(Tranche(id="", title=""),)), "tranches has the id “”"),
        (replace(GOOD, tranches=(Tranche(id="t", title="T", kind="all"),)), "tranches.t.kind is “all”; use one"),
        (replace(GOOD, tranches=(Tranche(id="t", title="T", section="a"),)), "tranches.t.section is “a”; name"),
        (replace(GOOD, sections=GOOD.sections * 2), "sections names “a” twice"),
        (replace(GOOD, sections=section(status="done")), "sections.b.status is “done”"),
        (replace(GOOD, sections=section(parent="z")), "sections.b.parent is “z”"),
        (replace(GOOD, sections=section(parent="b")), "sections.b.parent leads back to the section itself"),
        (replace(GOOD, settings=Settings(timeline=("gossip",))), "settings.timeline has “gossip”; use some of order"),
        (replace(GOOD, keys={"a": "F1", "b": "F1"}), "keys give one fact key to two sources"),
        (replace(GOOD, keys={"a": "12"}), "keys have the key “12”"),
    ],
)
def test_what_is_wrong_is_named_with_its_field(pack: Pack, says: str) -> None:
    with pytest.raises(BadPack) as caught:
        validate(pack, "a.brief")
    assert says in str(caught.value)


def test_a_good_pack_passes() -> None:
    validate(replace(GOOD, sections=section(parent="a")), "a.brief")


def test_an_option_that_fills_the_column_of_a_section_passes() -> None:
    tranche = Tranche(id="t", title="T", kind="broad", section="b")
    validate(replace(GOOD, sections=section(kind="option"), tranches=(tranche,)), "a.brief")


def test_a_pack_without_marking_passes() -> None:
    validate(replace(GOOD, scheme="none", marking=""), "a.brief")


def article(**changes: str) -> MarkedArticle:
    sentence = replace(MarkedSentence(number=1, text="A.", proposed="fact"), **changes)
    return MarkedArticle(source="s", read_on=date(2025, 3, 1), sentences=(sentence,))


@pytest.mark.parametrize(
    ("articles", "says"),
    [
        ((article(), article()), "articles mark “s” twice"),
        ((article(proposed="odd"),), "articles.s.sentences.1.mark is “odd”"),
        ((article(mark="odd", by="Me"),), "articles.s.sentences.1.mark is “odd”"),
        ((article(mark="opinion"),), "articles.s.sentences.1.by is empty"),
    ],
)
def test_marks_of_articles_are_known_and_say_who_set_them(articles: tuple[MarkedArticle, ...], says: str) -> None:
    with pytest.raises(BadPack, match=says):
        validate(replace(GOOD, articles=articles), "a.brief")


def test_sound_marks_of_an_article_are_fine() -> None:
    validate(replace(GOOD, articles=(article(), replace(article(mark="opinion", by="Me"), source="t"))), "a.brief")
