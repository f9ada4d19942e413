"""What a line of the timeline says."""

from datetime import date

import pytest

from assemble import made
from briefer.assemble.context import Context
from briefer.assemble.entry_words import day, say
from briefer.model.timeline import Entry, Moment

DAY = Moment(date(2025, 3, 5), date(2025, 3, 5))
CONTEXT = Context(pack=made.pack(), dossier=made.DOSSIER, keys={}, placed=())


def said(form: str, **more: object) -> str:
    facts = {"form": form, "kind": "event", "when": DAY, "title": "Act", **more}
    return say(CONTEXT, Entry(**facts), lambda text: len(text) < 80).replace("\u00a0", " ")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (DAY, "5 Mar 2025"),
        (Moment(date(2022, 3, 1), date(2022, 3, 31), "month"), "Mar 2022"),
        (Moment(date(2022, 1, 1), date(2022, 12, 31), "year"), "2022"),
        (Moment(date(2022, 1, 5), date(2022, 2, 3), "range"), "5 Jan 2022 …"),
        (Moment(date(2022, 3, 5), date(2022, 3, 5), "about"), "c. 5 Mar 2022"),
        (Moment(date(2022, 3, 1), date(2022, 3, 31), "about"), "c. Mar 2022"),
        (Moment(date(2022, 1, 1), date(2022, 12, 31), "about"), "c. 2022"),
    ],
)
def test_a_date_prints_no_more_exactly_than_it_is_known(moment: Moment, text: str) -> None:
    assert day(moment, "en-GB").replace("\u00a0", " ") == text


def test_a_range_stands_on_the_line_as_its_publisher_prints_it() -> None:
    when = Moment(date(2022, 1, 5), date(2022, 2, 3), "range", "between January and February")
    assert said("event", when=when) == "(between January and February) Act"
    assert said("position", when=when, holders=("A",)).startswith("(between January and February) ○ A")


def test_listings_name_whom_and_where() -> None:
    assert said("listing", title="SDN", entities=("ofac-1", "ofac-2")) == "Ivan Petrovich Example, Example Bank: SDN"
    assert said("delisting", title="SDN", entities=("ofac-2",)) == "Example Bank: taken off SDN"
    many = said("listing", title="SDN", entities=("ofac-1", "ofac-2", "ofac-3", "ofac-9", "cn-1") * 2)
    assert many.endswith("more: SDN")
    assert len(many) < 80


def test_a_renewal_says_to_when() -> None:
    assert said("renewal", until=date(2025, 9, 15)) == "Act: renewed to 15 Sept 2025"


def test_what_ends_says_that_a_renewal_would_prevent_it_and_where_the_day_comes_from() -> None:
    assert said("expiry", basis="renewal") == "Act: ends unless renewed"
    assert said("expiry", basis="rule", regime="EU") == "Act: ends unless renewed; no renewal on record"
    assert said("expiry", basis="rule", regime="US") == "Act: ends on its anniversary unless continued"
    assert said("expiry", title="", entities=("ofac-1",), regime="AU") == (
        "Ivan Petrovich Example: AU measure ends unless renewed"
    )


def test_what_ran_out_says_its_day_and_that_no_renewal_is_on_record() -> None:
    end = Moment(date(2025, 2, 2), date(2025, 2, 2))
    assert said("lapse", when=end) == "Act: stated end 2 Feb 2025; no renewal on record"
    month = Moment(date(2025, 2, 1), date(2025, 2, 28), "month")
    assert said("lapse", when=month, title="", entities=("ofac-1",), regime="AU") == (
        "Ivan Petrovich Example: AU measure, stated end Feb 2025; no renewal on record"
    )


def test_a_position_says_its_stance_in_words_beside_the_sign_and_what_is_inferred() -> None:
    assert said("position", title="Easing.", holders=("A", "B"), stance=-2) == "▼ A, B: Easing, against"
    assert said("position", title="Easing", holders=("A",), basis="inferred") == "○ A: Easing, unclear (inferred by us)"
    assert said("position", title="Easing", holders=("A",), stance=1, basis="reported") == (
        "△ A: Easing, partly in favour (as reported)"
    )
