"""An office’s row stands in place of those about the same thing on its days, and of no others."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefer import rulebook
from briefer.model.law import ClassRule, Programme, Renewal, Row, Silence
from briefer.rulebook.replacing import beside

DAY = date(2025, 3, 31)
RULE = ClassRule(tags=("T", "U"), list_types=("SDN", "SSI"), klass="A", reason="Shipped.", actor="Treasury")
OWN = ClassRule(tags=("T",), list_types=("SDN",), klass="B", reason="Ours.", actor="President", overlay=True)


def about(rows: tuple[Row, ...]) -> list[tuple[object, ...]]:
    return [(row.tags, row.list_types, row.valid_from, row.valid_to) for row in rows if isinstance(row, ClassRule)]


def test_a_rule_keeps_the_tags_and_lists_that_the_office_does_not_name() -> None:
    assert about(beside(RULE, (OWN,))) == [(("T",), ("SSI",), None, None), (("U",), ("SDN", "SSI"), None, None)]
    both = ClassRule(tags=("T", "U"), list_types=("SDN", "SSI"), klass="B", reason="Ours.", actor="President")
    assert beside(RULE, (both,)) == ()


@pytest.mark.parametrize(
    "own",
    [
        ClassRule(tags=("T",), klass="B", reason="Ours.", actor="President"),
        ClassRule(tags=("T",), list_types=("SDN",), limb="Directive 1", klass="B", reason="Ours.", actor="President"),
        ClassRule(tags=("T",), list_types=("SDN",), part="funds", klass="B", reason="Ours.", actor="President"),
        ClassRule(measures=("T",), list_types=("NS-MBS",), klass="B", reason="Ours.", actor="President"),
        Programme(tag="T", regime="US", title="T", authority="A"),
    ],
)
def test_another_list_limb_part_or_table_of_a_tag_leaves_the_rule_whole(own: Row) -> None:
    assert beside(RULE, (own,)) == (RULE,)


def test_before_and_after_the_days_of_the_offices_row_the_shipped_one_holds() -> None:
    shipped = ClassRule(tags=("T",), klass="A", reason="Shipped.", actor="Treasury", valid_to=date(2026, 9, 17))
    own = ClassRule(
        tags=("T",), klass="B", reason="O", actor="P", valid_from=date(2025, 3, 1), valid_to=date(2025, 12, 31)
    )
    assert about(beside(shipped, (own,))) == [
        (("T",), (), None, date(2025, 2, 28)),
        (("T",), (), date(2026, 1, 1), date(2026, 9, 17)),
    ]
    over = ClassRule(tags=("T",), klass="B", reason="O", actor="P", valid_from=date(2026, 9, 18))
    assert beside(shipped, (over,)) == (shipped,)
    middle = beside(RULE, (replace(OWN, valid_from=date(2025, 3, 1)),))
    assert about(middle) == [
        (("T", "U"), ("SDN", "SSI"), None, date(2025, 2, 28)),
        (("T",), ("SSI",), date(2025, 3, 1), None),
        (("U",), ("SDN", "SSI"), date(2025, 3, 1), None),
    ]


def test_measures_silences_and_renewals_keep_what_is_not_named() -> None:
    rule = ClassRule(measures=("m-1", "m-2"), klass="A", reason="S", actor="T")
    [left] = beside(rule, (ClassRule(measures=("m-1",), klass="B", reason="O", actor="P"),))
    assert isinstance(left, ClassRule)
    assert left.measures == ("m-2",)
    silence = Silence(regime="UN", title="Nothing", tags=("T", "U"))
    [silent] = beside(silence, (Silence(regime="UN", title="O", tags=("T",)),))
    assert isinstance(silent, Silence)
    assert silent.tags == ("U",)
    renewal = Renewal(id="r", regime="EU", title="R", act="A", tags=("T",))
    assert beside(renewal, (Renewal(id="r", regime="EU", title="O", act="A"),)) == ()
    assert beside(renewal, (Renewal(id="s", regime="EU", title="O", act="A", tags=("T",)),)) == (renewal,)


CLASS = """
[[class]]
tags = ["{tag}"]
{lists}class = "B"
reason = "Ours."
actor = "President"
citation = "Memorandum"
"""


@pytest.mark.parametrize(
    ("tag", "lists", "limbs"),
    [
        ("RUSSIA-EO14024", "", {"Directive 1A", "Directive 2", "Directive 3", "Directive 4"}),
        ("RUSSIA-EO14024", 'list_types = ["SDN"]\n', {"Directive 1A", "Directive 2", "Directive 3", "Directive 4"}),
        ("UKRAINE-EO13662", 'list_types = ["SDN"]\n', {"Directive 1", "Directive 2", "Directive 3", "Directive 4"}),
    ],
)
def test_an_offices_rule_on_a_tag_leaves_its_directives(tmp_path: Path, tag: str, lists: str, limbs: set[str]) -> None:
    path = tmp_path / "office.toml"
    path.write_text(CLASS.format(tag=tag, lists=lists), encoding="utf-8")
    shipped, book = (
        [rule for rule in rulebook.standing(found.classes, DAY) if tag in rule.tags]
        for found in (rulebook.load(), rulebook.load(path))
    )
    assert {rule.limb for rule in book if not rule.overlay} >= limbs
    replaced = [rule for rule in shipped if rule not in book]
    assert [rule.limb for rule in replaced] == ([] if lists else [""])
    assert [rule.klass for rule in book if rule.overlay] == ["B"]
