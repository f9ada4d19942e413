"""Another language changes the words of an answer and nothing else: no class, no outcome, no count, no order."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest

from briefer import language
from briefer.analysis.moved import changed
from briefer.analysis.one_report import one_report
from briefer.analysis.ownership import case, ripple
from briefer.analysis.ownership_figure import figure
from briefer.analysis.ownership_limits import REACHES
from briefer.analysis.ownership_rules import RULES
from briefer.analysis.ownership_standing import with_cautions, with_frozen, with_owners
from briefer.analysis.ownership_transfers import GUIDANCE
from briefer.analysis.positions import lines
from briefer.analysis.relief import relief, relief_of_measures
from briefer.analysis.stance_matrix import matrix
from briefer.language import speaking
from briefer.model.brief import Dossier
from briefer.model.facts import CARRIED, DROPPED, LATER, Confidence, Designation, Entity, Link, Measure
from briefer.model.policy import Source
from tests import catalogue
from tests.analysis.holdings import LISTING, entity, on, world
from tests.analysis.optioned import DAY, DOSSIER, OIL, cover, said, us, when, with_entities

SENTENCE = re.compile(r"\b[A-Za-z]{2,}\b(?:[,;:]? \(?[A-Za-z]{2,}\b){3,}")
"""Four words in a row that nobody has stretched."""

CITED = tuple(each.citation for each in (*RULES, *GUIDANCE, *REACHES))
"""Titles as they are cited, which have no translation."""

LONGER = {many: one for one, many in catalogue.LONGER.items()}
TRANSFERRED = date(2026, 3, 31)


@pytest.fixture(autouse=True)
def locales(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    catalogue.write_stretched(tmp_path, language.DOMAIN)
    monkeypatch.setenv(language.LOCALES, str(tmp_path))
    caches = (language.catalogue, language._said, language._counted)
    for cache in caches:
        cache.cache_clear()
    yield
    for cache in caches:
        cache.cache_clear()


def both(ask: Callable[[], Any]) -> tuple[Any, Any]:
    """Gives an answer in English and stretched."""
    english = ask()
    with speaking(catalogue.STRETCHED):
        return english, ask()


def texts(one: Any) -> Iterator[str]:
    """Yields every text of an answer."""
    if isinstance(one, str):
        yield one
    elif is_dataclass(one):
        yield from (text for each in fields(one) for text in texts(getattr(one, each.name)))
    elif isinstance(one, list | tuple):
        yield from (text for each in one for text in texts(each))


def shortened(one: Any) -> Any:
    """Gives an answer with its texts as they were before they were stretched."""
    if isinstance(one, str):
        return re.sub("|".join(LONGER), lambda found: LONGER[found[0]], one)
    if is_dataclass(one) and not isinstance(one, type):
        return replace(one, **{each.name: shortened(getattr(one, each.name)) for each in fields(one)})
    if isinstance(one, list | tuple):
        return type(one)(map(shortened, one))
    return one


def unsaid(answers: tuple[Any, Any], *data: object) -> list[str]:
    """Gives the words that are in English in both languages and no part of the data."""
    english, stretched = answers
    assert shortened(stretched) == english
    held = " ".join(repr(msgspec.to_builtins(each)) for each in (*data, *CITED))
    return sorted({words for each in texts(stretched) for words in SENTENCE.findall(each) if words not in held})


TAGGED = us("RUSSIA-EO14024")
DOUBTFUL = (
    entity("undated", replace(us("RUSSIA-EO14024"), start=None)),
    entity("published", replace(us("RUSSIA-EO14024"), start=None, published=when("2022-04-06"))),
    entity("early", us("RUSSIA-EO14024", start="2020-01-01")),
    entity("vague", replace(us("RUSSIA-EO14024"), start=on("2025"))),
    entity("silent", us("")),
    entity("near", us("RUSSIA-EO14042")),
    entity("later", replace(us("RUSSIA-EO14024"), start=None, note=LATER, origin="ofac-sdn@2026-01-08#1")),
    entity("open", Designation(regime="US", programme="RUSSIA-EO14024", origin="ofac-cons@2025-03-28#1")),
    entity("unsure", replace(TAGGED, confidence=Confidence.PARTLY)),
    entity("twice", replace(TAGGED, confidence=Confidence.TO_BE_VERIFIED, origin="a@2025-03-01#1"), TAGGED),
    entity(
        "loose",
        replace(TAGGED, start=None, note=LATER, origin="a@undated#1"),
        replace(TAGGED, start=None, note=LATER, origin="b@2026-01-08#1"),
    ),
    entity("dropped", replace(TAGGED, note=f"{DROPPED} of 2025-03-01")),
    entity("carried", replace(TAGGED, note=f"start and published {CARRIED} ofac-sdn of 2025-01-08")),
    entity("abroad", replace(LISTING["EU"], start=when("2014-03-17"), until=when("2024-09-15"))),
    entity("nameless", Designation(regime="EU", programme="", start=when("2022-03-01"))),
)
MEASURES = (
    replace(OIL, klass="A"),
    *DOSSIER.measures[1:],
    Measure(id="own", title="Own", regime="US", authority="EO 1", klass="B", start=when("2022-04-08")),
    Measure(id="act", title="Act", regime="US", authority="PL 117-110", klass="A", start=when("2022-04-08")),
)


def eased(dossier: Dossier) -> Callable[[], Any]:
    def ask() -> tuple[Any, ...]:
        found = relief(dossier.entities, dossier.law, dossier.as_of, dossier.measures)
        return *found, *relief_of_measures(dossier.measures, dossier.law, dossier.as_of)

    return ask


@pytest.mark.parametrize("dossier", [DOSSIER, with_entities(*DOUBTFUL, measures=MEASURES)], ids=["listed", "doubtful"])
def test_what_could_be_eased_differs_in_words_alone(dossier: Dossier) -> None:
    found = both(eased(dossier))
    assert unsaid(found, dossier) == []
    assert [one.klass for one in found[0]] == [one.klass for one in found[1]]


def test_the_doubts_of_a_listing_are_said() -> None:
    found = both(eased(with_entities(*DOUBTFUL, measures=MEASURES)))
    english, stretched = (
        [doubt for one in each for reason in one.reasons for doubt in reason.doubts] for each in found
    )
    assert len(english) == len(stretched) == 15
    assert not {*english} & {*stretched}


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("none", {}),
        ("licence", {}),
        ("tranche", {"entities": ("plain", "reviewed", "disputed", "nobody")}),
        ("tranche", {"entities": ("reviewed",), "snapback": "On a breach.", "preconditions": "A truce."}),
        ("programme", {"programmes": ("RUSSIA-EO14024",)}),
        ("broad", {"instruments": ("end-emergency", "delisting")}),
        ("broad", {"issues": ("easing",)}),
    ],
)
def test_an_option_differs_in_words_alone(kind: str, more: dict[str, Any]) -> None:
    found = both(lambda: cover(kind, **more))
    assert unsaid(found, DOSSIER) == []
    assert [len(step.ids) for step in found[0].steps] == [len(step.ids) for step in found[1].steps]


def test_what_an_option_does_not_state_and_a_report_that_may_be_owed_are_said() -> None:
    english, stretched = both(lambda: cover("licence"))
    assert len(english.gaps) == len(stretched.gaps) == 2
    assert not {*english.gaps} & {*stretched.gaps}
    doubtful = {step.text for step in english.steps if step.stage.startswith("doubtful")}
    assert doubtful
    assert not doubtful & {step.text for step in stretched.steps}


OPEN = Designation(regime="US", programme="RUSSIA-EO14024", origin="ofac-cons@2025-03-28#1")
SSI = Designation(regime="US", programme="UKRAINE-EO13662", list_type="SSI")
DEBT = Designation(regime="US", programme="RUSSIA-EO14024", list_type="NS-MBS", measures=("EO 14024 Directive 3",))
CLOSED = Designation(regime="US", programme="RUSSIA-EO14024", list_type="NS-MBS", measures=("EO 14024 Directive 4",))


def listed_as(people: list[Entity], **held: tuple[Designation, ...]) -> list[Entity]:
    return [replace(each, designations=held.get(each.id, each.designations)) for each in people]


def moved_on(until: str, kin: str = "") -> list[Entity]:
    """A world in which X held 60 per cent of A and has 10 left, and a relative may have a part of it."""
    gone = Link(kind="Ownership", subject="X", object="A", percentage=Decimal(60), ended=True, end=on(until))
    family = [Link(kind="Family", subject="X", object="K", role="wife")] if kin else []
    return world(f"X10 A{kin}", "X", [gone, *family])


TO_COME = replace(LISTING["US"], published=on("2025-05-01"))
OFF = replace(LISTING["US"], start=on("2018-04-06"), until=on("2019-01-27"), ended=True)
WORLDS: tuple[tuple[str, list[Entity], str, date, str], ...] = (
    ("freed and kept", world("X50 A; A50 B; X30+Y60 C; X10 D; Y40+X5 E", "XY"), "us", DAY, "X"),
    ("not listed", world("X50 A; A20 B", "Y"), "us", DAY, "X"),
    ("abroad", world("X50 A; X! B; X60 C; Y26+X26 D", "XY"), "eu", DAY, "X"),
    ("before its rule", world("X50 A; X20 B", "X"), "us", date(2014, 1, 1), "X"),
    ("several hands", world("Y30+Z30 A; B30+C30 D; X60 B; X60 C; Z10 E", "XYZ"), "uk", DAY, "X"),
    ("not stated", world("X? A; A60 B; X! C; X70+Y70 D; X20+Y20 E", "X"), "us", DAY, "X"),
    ("rings", world("X45 A; A10 A; X20+B60+Z20 C; C60 B; X20 D; D? D; Z20 D", "X"), "us", DAY, "X"),
    ("rings of several", world("X25+Y20 A; A10 A; X40+B60 C; C60 B", "XY"), "us", DAY, "X"),
    ("unplaced", listed_as(world("X60 A; A50 B; Y10 A", ""), X=(OPEN, SSI)), "us", DAY, "X"),
    (
        "later",
        listed_as(world("X60 A", ""), X=(OPEN, replace(LISTING["US"], origin="ofac-sdn@2026-01-08#1", note=LATER))),
        "us",
        DAY,
        "X",
    ),
    (
        "row to come",
        listed_as(world("X60 A", ""), X=(replace(LISTING["US"], published=on("2025-05-01")),)),
        "us",
        DAY,
        "X",
    ),
    ("limits", listed_as(world("X60 A; Y? A; X? B; X60 C", ""), X=(SSI, DEBT, CLOSED), Y=(SSI,)), "us", DAY, "XY"),
    ("silent", listed_as(world("X60 A", ""), X=(Designation(regime="EU", programme="269/2014"),)), "eu", DAY, "X"),
    ("given away", moved_on("2026-03-19"), "us", TRANSFERRED, "X"),
    ("given to a relative", moved_on("2026-03-19", "; K50 A"), "us", TRANSFERRED, "X"),
    ("given to a relative abroad", moved_on("2024-03-19", "; K50 A"), "eu", DAY, "X"),
    ("off the list", listed_as(world("X44.95 A", "X"), A=(OFF,)), "us", TRANSFERRED, "X"),
)


@pytest.mark.parametrize(
    ("people", "rule", "day", "delist"), [row[1:] for row in WORLDS], ids=[row[0] for row in WORLDS]
)
def test_a_delisting_differs_in_words_alone(people: list[Entity], rule: str, day: date, delist: str) -> None:
    found = both(lambda: ripple(people, rule, day, tuple(delist)))
    assert unsaid(found, people) == []
    assert not {doubt.why for doubt in found[0].reasons} & {doubt.why for doubt in found[1].reasons}
    drawn = both(lambda: figure(ripple(people, rule, day, tuple(delist))))
    assert unsaid(drawn, people) == []
    statuses = [[box.status for panel in each.panels for box in panel.after.boxes] for each in drawn]
    assert statuses[0] == statuses[1]


def test_how_somebody_stands_through_owners_is_said() -> None:
    people = world("X60 A; X20 B; X? C; A60 D", "X")
    ids = [replace(each, links=()) for each in people]

    def ask() -> object:
        home, abroad = (case(people, rule, DAY) for rule in ("us", "eu"))
        found = relief(ids, DOSSIER.law, DAY)
        return with_frozen(with_cautions(with_owners(found, home), home), [abroad])

    english, stretched = both(ask)
    assert unsaid((english, stretched), people, DOSSIER.law) == []
    assert sum(one.owned is not None for one in english) == 3
    says = [{one.owned.says for one in found if one.owned} for found in (english, stretched)]
    assert not says[0] & says[1]


def test_moves_keep_their_steps_and_what_is_matched_keeps_its_key() -> None:
    held = (
        *DOSSIER.positions,
        replace(said("p-8", "Gus", -1, "2025-02-01"), basis="reported"),
        said("p-9", "Gus", 1, "2025-03-01"),
        said("p-10", "Hal", 0, "2025-02-01"),
        replace(said("p-11", "Hal", 2, "2025-03-01"), basis="inferred"),
    )
    english, stretched = both(lambda: lines(held))
    assert shortened(stretched) == english
    moves = {(one.trend, other.trend) for one, other in zip(english, stretched, strict=True)}
    assert ("one position only", "one position only") in moves
    assert ("moved towards easing by 3", "móóvééd tóówáárds ééáásííng by 3") in moves
    dossier = replace(DOSSIER, positions=held)
    english, stretched = both(lambda: (matrix(dossier, since=date(2025, 2, 15)), changed(dossier, date(2025, 2, 15))))
    assert shortened(stretched) == english


def test_why_two_sources_are_one_report_is_said() -> None:
    words = replace(said("p-1", "Anna", 1, "2025-03-01"), quote="One has to talk now", source="a")
    pair = tuple(
        Source(id=id, title=f"Report {id}", publisher=f"Paper {id}", date=when("2025-03-01"), sha256="ab")
        for id in "ab"
    )
    dossier = replace(DOSSIER, positions=(words, replace(words, id="p-2", source="b")), sources=pair)
    found = both(lambda: one_report(dossier))
    assert len(found[0]) == 1
    assert unsaid(found, dossier) == []
    assert found[0] != found[1]
