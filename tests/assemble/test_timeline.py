"""The timeline figure."""

from assemble import made
from assemble.made import tree
from briefer.model.facts import Event


def test_the_timeline_draws_dated_events_and_says_them_in_words() -> None:
    timeline = tree("timeline")
    assert timeline.xpath("string(//svg/title)") == "Timeline of 5 acts and events, March 2014 to March 2025."
    assert "First order" in timeline.xpath("string(//svg/desc)")
    assert "Undated" not in timeline.text_content()


def test_a_doubtful_event_carries_a_question_mark() -> None:
    assert "14 Mar 2025 ?" in made.text_of("timeline")


def test_a_last_timeline_figure_is_never_left_with_a_few_events() -> None:
    def figures(count: int) -> list[int]:
        events = tuple(
            Event(id=f"e-{n:02}", date=made.on("2024-03-0" + str(n % 9 + 1)), title="Act") for n in range(count)
        )
        return [
            int(figure.xpath("count(.//text[@font-weight='600'][@x='41'])"))
            for figure in tree("timeline", events=events).xpath("//svg")
        ]

    assert figures(40) == [40]
    assert figures(41) == [33, 8]
    assert figures(48) == [40, 8]


def test_a_long_span_of_years_names_every_fifth() -> None:
    events = tuple(Event(id=f"e-{year}", date=made.on(f"{year}-01-01"), title="Act") for year in range(1950, 2025, 25))
    years = tree("timeline", events=events).xpath("//svg/text[@x='9']/text()")
    assert years
    assert all(int(year) % 5 == 0 for year in years)
