"""The sheets of values and links."""

from dataclasses import replace

import pytest

from assemble import made
from briefer.assemble.detail_sheets import SUMMED, property_
from briefer.model.brief import Cell, Dossier
from briefer.model.facts import Link, Value


def rows(name: str, dossier: Dossier = made.DOSSIER) -> list[dict[str, Cell]]:
    return made.rows(next(one for one in made.brief(dossier=dossier).sheets if one.name == name))


def details(*values: Value) -> list[dict[str, Cell]]:
    return rows("Details", replace(made.DOSSIER, entities=(replace(made.PERSON, values=values),)))


def test_a_summary_has_no_confidence_of_its_own_and_says_where_to_look() -> None:
    summary, name = details(Value(prop="summary", value="Wife of Boris"), Value(prop="name", value="Karina"))
    assert (summary["Confidence"], summary["Note"]) == ("", SUMMED)
    assert (name["Confidence"], name["Note"]) == ("verified", "")


def test_a_value_has_a_printed_form_only_where_its_list_prints_another() -> None:
    born, held = details(
        Value(prop="birthDate", value="1968-01-02", raw="2 Jan 1968"), Value(prop="nationality", value="ru")
    )
    assert (born["As printed"], born["Value"]) == ("2 Jan 1968", "1968-01-02")
    assert (held["As printed"], held["Value"]) == ("", "Russia")


@pytest.mark.parametrize(
    ("prop", "said"),
    [
        ("innCode", "Tax number (INN)"),
        ("birthDate", "Birth date"),
        ("weakAlias", "Weak alias"),
        ("imoNumber", "IMO number"),
    ],
)
def test_a_property_stands_in_words(prop: str, said: str) -> None:
    assert property_(prop) == said


def test_the_kind_of_a_link_and_the_lists_own_words_for_it_are_told_apart() -> None:
    tie = Link(kind="UnknownLink", subject="ofac-1", object="ofac-2", role="Linked To", origin=made.LIST)
    [row] = rows("Links", replace(made.DOSSIER, entities=(replace(made.PERSON, links=(tie,)),), neighbours=()))
    assert (row["Kind"], row["Role"]) == ("Link, kind not stated", "linked to, in the list’s words")


def test_a_link_stands_once_with_both_ends_named() -> None:
    found = {(row["Subject id"], row["Subject"], row["Kind"], row["Object id"], row["Object"]) for row in rows("Links")}
    assert len({tuple(row.values()) for row in rows("Links")}) == len(rows("Links")) == len(found) + 1
    assert ("ofac-1", "Ivan Petrovich Example", "Ownership", "ofac-2", "Example Bank") in found
    assert ("ofac-1", "Ivan Petrovich Example", "Link, kind not stated", "", "Some Holding") in found


def test_the_record_of_an_end_stands_only_where_it_is_another_than_the_entity() -> None:
    tie = made.PERSON.links[0]
    joined = replace(tie, ends=(tie.subject, "eu-7"))
    person = replace(made.PERSON, links=(joined,))
    [row] = rows("Links", replace(made.DOSSIER, entities=(person,), neighbours=()))
    assert row["Object's other record"] == "eu-7"
    assert not row["Subject's other record"]
    plain = rows("Links", replace(made.DOSSIER, entities=(replace(person, links=(tie,)),), neighbours=()))
    assert not any(value for one in plain for header, value in one.items() if header.endswith("other record"))
