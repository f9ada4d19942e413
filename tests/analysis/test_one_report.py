"""Two sources that go back to one report are found, and two reports of one day are left alone."""

from dataclasses import replace
from datetime import date

import pytest

from briefer.analysis.one_report import one_report, origin
from briefer.model.brief import Dossier
from briefer.model.facts import PartialDate
from briefer.model.policy import Position, Source


def on(text: str) -> PartialDate:
    when = date.fromisoformat(text)
    return PartialDate(text=text, earliest=when, latest=when)


A = Source(id="s-a", title="A list was asked for", publisher="Agency, carried by The Daily", date=on("2025-03-03"))
B = Source(id="s-b", title="What the expert thinks", publisher="Agency, relayed by The Weekly", date=on("2025-03-04"))


def dossier(a: Source, b: Source, *positions: Position) -> Dossier:
    return Dossier(as_of=date(2025, 3, 31), sources=(b, a), positions=positions)


def said(id: str, source: str, holder: str = "Anna Beispiel", chain: str = "") -> Position:
    return Position(id=id, holder=holder, issue="i", stance=1, source=source, chain=chain)


SURE = {
    "the same saved text": ({"sha256": "f" * 64}, {"sha256": "f" * 64}, "the same saved text"),
    "the same address": ({"url": "https://www.a.org/a/"}, {"url": "http://a.org/a#top"}, "the same address"),
    "a note that names the other": ({}, {"note": "A copy of s-a."}, "goes back to"),
    "a note of the first": ({"note": "Taken from s-b"}, {}, "goes back to"),
}  # fmt: skip


@pytest.mark.parametrize("name", SURE)
def test_two_sources_are_surely_one_text(name: str) -> None:
    one, other, why = SURE[name]
    plain = {"publisher": "", "date": None}
    a, b = replace(A, **{**plain, **one}), replace(B, **{**plain, **other})
    (found,) = one_report(dossier(a, b, said("p-1", "s-a"), said("p-2", "s-b", "Carl Muster")))
    assert (found.sources, found.positions, found.sure) == (("s-a", "s-b"), ("p-1", "p-2"), True)
    assert why in found.why


def test_copies_of_one_agency_on_one_statement_go_back_to_one_report() -> None:
    (found,) = one_report(dossier(A, B, said("p-1", "s-a"), said("p-2", "s-b")))
    assert (found.origin, found.sure) == ("Agency", False)
    assert "at most a day apart" in found.why


def test_copies_with_like_titles_go_back_to_one_report() -> None:
    assert one_report(dossier(A, replace(B, title="List asked for")))


def test_the_outlet_itself_and_its_copy_go_back_to_one_report() -> None:
    (found,) = one_report(dossier(A, replace(B, publisher="Agency"), said("p-1", "s-a"), said("p-2", "s-b")))
    assert found.origin == "Agency"


def test_the_outlet_is_found_in_the_chain_too() -> None:
    b = replace(B, publisher="The Weekly")
    resting = said("p-2", "s-b", chain="Remarks → Agency → The Weekly")
    assert one_report(dossier(A, b, said("p-1", "s-a"), resting))


OTHERS = {
    "another statement": {"title": "Weather"},
    "another week": {"date": on("2025-03-12"), "title": A.title},
    "no date": {"date": None, "title": A.title},
    "another outlet": {"publisher": "Bureau, carried by The Weekly", "title": A.title},
    "no outlet": {"publisher": "", "title": A.title},
    "a law": {"kind": "law", "title": A.title},
}


@pytest.mark.parametrize("name", OTHERS)
def test_two_reports_are_not_called_one(name: str) -> None:
    assert one_report(dossier(A, replace(B, **OTHERS[name]))) == ()  # type: ignore[arg-type]


def test_two_articles_of_one_outlet_are_two_reports() -> None:
    a, b = replace(A, publisher="The Daily"), replace(B, publisher="The Daily", title=A.title)
    assert one_report(dossier(a, b, said("p-1", "s-a"), said("p-2", "s-b"))) == ()


def test_two_names_of_one_outlet_over_one_title_are_one_report() -> None:
    a, b = replace(A, publisher="The Daily"), replace(B, publisher="Daily News Online", title=A.title)
    (found,) = one_report(dossier(a, b))
    assert (
        found.why
        == "“A list was asked for” stands in The Daily and in Daily News Online, which are one outlet by their names."
    )
    assert not found.sure
    assert one_report(dossier(a, replace(b, title="Weather"))) == ()
    assert one_report(dossier(a, replace(b, publisher="The News"))) == ()
    assert one_report(dossier(a, replace(b, date=on("2025-03-12")))) == ()


def test_two_names_of_one_outlet_are_one_origin() -> None:
    a, b = replace(A, publisher="The Daily"), replace(B, publisher="daily.com")
    assert origin(dossier(a, b), (a, b)) == "The Daily"


WORDS = "Asks for relief of every bank."


def test_the_same_words_in_two_sources_without_a_chain_go_back_to_one_report() -> None:
    a, b = replace(A, publisher="The Daily"), replace(B, publisher="The Herald", date=None)
    one, other = (replace(said(f"p-{number}", id), paraphrase=WORDS) for number, id in ((1, "s-a"), (2, "s-b")))
    (found,) = one_report(dossier(a, b, one, replace(other, paraphrase="asks for relief of every bank")))
    assert (found.positions, found.sure) == (("p-1", "p-2"), False)
    assert "give the same words of Anna Beispiel, and no chain says" in found.why
    for change in (
        {"paraphrase": "Wants something else altogether."},
        {"holder": "Carl Muster"},
        {"issue": "other"},
    ):
        assert one_report(dossier(a, b, one, replace(other, **change))) == ()  # type: ignore[arg-type]


def test_the_same_words_by_two_ways_or_on_two_days_are_two_reports() -> None:
    a, b = replace(A, publisher="The Daily"), replace(B, publisher="The Herald", date=None)
    one, other = (replace(said(f"p-{number}", id), paraphrase=WORDS) for number, id in ((1, "s-a"), (2, "s-b")))
    ways = (replace(one, chain="Speech → The Daily"), replace(other, chain="Speech → The Herald"))
    assert one_report(dossier(a, b, *ways)) == ()
    days = (replace(one, said_on=on("2025-03-03")), replace(other, said_on=on("2025-03-04")))
    assert one_report(dossier(a, b, *days)) == ()
    short = (replace(one, paraphrase="In favour."), replace(other, paraphrase="In favour."))
    assert one_report(dossier(a, b, *short)) == ()


def test_an_outlet_that_nobody_names_joins_no_sources() -> None:
    a, b = replace(A, publisher="one.example"), replace(B, publisher="two.example")
    resting = (said("p-1", "s-a", chain="Speech → re-host"), said("p-2", "s-b", chain="Speech → re-host"))
    assert one_report(dossier(a, b, *resting)) == ()
