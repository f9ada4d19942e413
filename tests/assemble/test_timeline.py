"""The timeline figure: what its lines say, its marks in words too, and how it stays legible."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from lxml import html

from assemble import made
from assemble.made import tree
from briefer.model.facts import Confidence, Designation, Event, PartialDate
from briefer.model.law import Authority, ClassRule, Renewal, Rulebook, Step

FONTS = "./@font-size"
SMALLEST, SMALLEST_ROW, KEY = 2.7, 3.6, 2.3
TALLEST = 212.0
RULES = {"citation": "Law", "confidence": Confidence.VERIFIED}
LAW = Rulebook(
    authorities=(Authority(id="Order 1", title="One", kind="order", dated=date(2014, 3, 6)),),
    classes=(
        ClassRule(
            klass="B", reason="Named", actor="T", tags=("TAG-ONE",), authorities=("Order 1",), contested=True, **RULES
        ),  # type: ignore[arg-type]
        ClassRule(klass="unknown", reason="Silent", actor="T", tags=("TAG-TWO",), **RULES),  # type: ignore[arg-type]
    ),
    renewals=(
        Renewal(
            id="eu",
            regime="EU",
            title="European Union: listed persons",
            act="269/2014",
            tags=("269/2014",),
            dates=("03-15", "09-15"),
            steps=(Step(until=date(2025, 9, 15), decided=date(2025, 3, 13), citation="A paper"),),
        ),
    ),
)


def acts(count: int, title: str = "Act {}") -> tuple[Event, ...]:
    return tuple(
        Event(id=f"e-{n:03}", date=made.on(f"{2014 + n // 12}-{n % 12 + 1:02}-03"), title=title.format(n), kind="order")
        for n in range(count)
    )


def asked(*kinds: str, paper: str = "A4", **changes: object) -> html.HtmlElement:
    """Gives the timeline of a pack that asks for kinds beside its events."""
    pack = made.pack(settings=replace(made.SETTINGS, timeline=kinds), paper=paper)
    dossier = replace(made.DOSSIER, **changes)  # type: ignore[arg-type]
    text = made.section("timeline", made.brief(pack, dossier)).html
    return html.fromstring(f"<div>{text}</div>".replace("\u00a0", " "))


def lines(drawn: html.HtmlElement) -> list[str]:
    return [str(text) for text in drawn.xpath("//svg/text[@x='65.0' or @x='65']/text()")]


def test_the_timeline_draws_dated_events_and_says_them_in_words() -> None:
    timeline = tree("timeline")
    assert timeline.xpath("string(//svg/title)") == "Timeline of 5 acts and events, March 2014 to March 2025."
    assert "First order" in timeline.xpath("string(//svg/desc)")
    assert "Undated" not in timeline.text_content()
    assert "1 more entry has no day that a source states; see the workbook." in timeline.text_content()


def test_a_doubtful_event_carries_a_question_mark_and_says_so_in_words() -> None:
    timeline = tree("timeline")
    assert timeline.xpath("//svg/text[.='?']")
    assert "14 Mar 2025: Renewed (partly verified)" in timeline.xpath("string(//svg/desc)")


def test_what_is_listed_renewed_said_and_due_stands_beside_the_events() -> None:
    timeline = asked("listing", "ally", "renewal", "expiry", "position", law=LAW)
    said = lines(timeline)
    assert "Ivan Petrovich Example, Example Bank: SDN" in said
    assert "Ivan Petrovich Example: EU 269/2014, Annex I" in said
    assert "European Union: listed persons: renewed to 15 Sept 2025" in said
    assert "▼ Anna Minister: Easing before a settlement, against" in said
    assert "European Union: listed persons: ends unless renewed" in said
    assert "31 Mar 2025, the day of this paper: what follows is still to come" in timeline.text_content()
    assert "Rulebook R1 A paper" in " ".join(timeline.text_content().replace("\u00a0", " ").split())
    assert re.search(r"Timeline of \d+ entries, ", timeline.xpath("string(//svg/title)"))


def test_every_line_carries_a_key_or_the_rulebooks_or_says_that_it_has_no_source() -> None:
    timeline = asked("listing", "ally", "renewal", "expiry", "position", law=LAW)
    keys = timeline.xpath(f"//svg/text[@font-size='{KEY}']/text()")
    assert len(keys) == len(timeline.xpath("//svg/text[@x='65'][not(preceding-sibling::*[1]/@x = '65')]"))
    assert all(re.fullmatch(r"(F\d+ ?)*(R\d+)?|no source", key) for key in keys)
    assert {"R1", "no source"} <= set(keys)


def test_classes_stand_in_boxes_with_their_letters_and_in_the_words() -> None:
    timeline = asked("listing", "order", law=LAW)
    letters = timeline.xpath("//svg/text[@text-anchor='middle']/text()")
    assert {"B†", "?"} <= set(letters)
    text = " ".join(timeline.text_content().split())
    assert "Class today is the class of what this paper’s entries still hold under the act or listing" in text
    assert "† Contested." in text
    assert "class B, contested and unknown today" in timeline.xpath("string(//svg/desc)")


def test_entries_of_one_day_share_its_date() -> None:
    events = tuple(Event(id=f"e-{n}", date=made.on("2024-03-05"), title=f"Act {n}") for n in range(3))
    timeline = tree("timeline", events=(*events, Event(id="f", date=made.on("2024-03-06"), title="Later")))
    assert timeline.xpath("//svg/text[@x='41']/text()") == ["5 Mar 2024", "6 Mar 2024"]


def test_a_day_known_by_its_month_prints_as_the_month_and_has_a_bar_beside_the_axis() -> None:
    when = PartialDate(text="March 2024", earliest=date(2024, 3, 1), latest=date(2024, 3, 31))
    timeline = tree("timeline", events=(Event(id="e", date=when, title="Act"), *acts(3)))
    assert "Mar 2024" in timeline.xpath("//svg/text[@x='41']/text()")
    assert "A bar beside the axis" in timeline.text_content()
    assert timeline.xpath("//svg/path[starts-with(@d, 'M13.2')]")


def test_many_names_are_counted_on_the_line_and_whole_in_the_words() -> None:
    people = tuple(
        replace(made.PERSON, id=f"ofac-{n}", caption=f"A Person of Some Name {n}", links=()) for n in range(1, 31)
    )
    timeline = asked("listing", entities=people)
    assert re.search(r"and \d+ more: SDN", " ".join(lines(timeline)))
    assert "A Person of Some Name 30" in timeline.xpath("string(//svg/desc)").split(" and ")[0]


def test_sixty_entries_stay_legible_on_two_pages() -> None:
    long = "Act {}, of which the title is so long that it takes a second line in the figure, as some do"
    mixed = tuple(
        replace(one, title=other.title) if n % 2 else one
        for n, (one, other) in enumerate(zip(acts(60), acts(60, long), strict=True))
    )
    for paper in ("A4", "Letter"):
        figures = asked(events=mixed, paper=paper).xpath("//svg")
        assert len(figures) == 2
        assert_legible(figures)


def assert_legible(figures: list[html.HtmlElement]) -> None:
    for figure in figures:
        sizes = {float(size) for size in figure.xpath(".//text/@font-size")}
        assert min(sizes - {KEY}) >= SMALLEST
        marks = [float(y) for y in figure.xpath(".//text[@x='41']/@y")]
        assert min(b - a for a, b in pairwise(marks)) >= SMALLEST_ROW
        assert float(figure.get("viewbox").split()[3]) <= TALLEST


def test_a_hundred_and_twenty_entries_go_on_evenly_on_further_pages_each_with_its_own_axis() -> None:
    timeline = asked(events=acts(120))
    figures = timeline.xpath("//svg")
    assert_legible(figures)
    counts = [len(figure.xpath(".//text[@x='41']")) for figure in figures]
    assert sum(counts) == 120
    assert len(counts) == 3
    assert min(counts) > 30
    assert "part 2 of 3" in figures[1].xpath("string(title)")
    years = [figure.xpath(".//text[@x='12']/text()") for figure in figures]
    assert years[0][0] == "2014"
    assert years[2][-1] == "2023"


def test_the_first_entry_of_a_later_figure_has_its_date() -> None:
    events = tuple(Event(id=f"e-{n:02}", date=made.on("2024-03-05"), title=f"Act {n}") for n in range(60))
    assert [figure.xpath(".//text[@x='41']/text()") for figure in tree("timeline", events=events).xpath("//svg")] == [
        ["5 Mar 2024"],
        ["5 Mar 2024"],
    ]


def test_a_timeline_is_the_same_at_every_writing() -> None:
    def drawn() -> str:
        return str(html.tostring(asked("listing", "ally", "position", "expiry", law=LAW)))

    assert drawn() == drawn()


def test_what_ended_is_said_to_be_taken_off() -> None:
    gone = Designation(
        regime="US",
        programme="TAG-ONE",
        list_type="SDN",
        start=made.on("2018-04-06"),
        until=made.on("2019-01-27"),
        ended=True,
    )
    said = lines(asked("listing", entities=(replace(made.PERSON, designations=(gone,)),)))
    assert "Ivan Petrovich Example: taken off SDN" in said


def test_without_an_entry_the_section_says_so() -> None:
    pack = made.with_text(made.pack(), "timeline", "Ours.")
    found = made.brief(pack, replace(made.DOSSIER, events=()))
    assert "No dated event has been picked for this paper." in made.text_of("timeline", found)
