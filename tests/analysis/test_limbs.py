"""Directives and sections are found in every wording in which they are printed, and only those of the tag's order."""

from dataclasses import replace
from datetime import date

import pytest

from briefer.analysis.limbs import limbs, parted
from briefer.model.facts import CARRIED, Designation, Entity, PartialDate, Value


@pytest.mark.parametrize(
    ("programme", "said", "found"),
    [
        ("UKRAINE-EO13662", {"measures": ("13662 Sectoral Directive 1",)}, ("Directive 1",)),
        (
            "UKRAINE-EO13662",
            {"measures": ("Executive Order 13662 Directive Determination - Subject to Directive 2",)},
            ("Directive 2",),
        ),
        (
            "RUSSIA-EO14024",
            {"measures": ("Executive Order 14024 Directive 1a", "Executive Order 14024 Directive 4", "Block")},
            ("Directive 1A", "Directive 4"),
        ),
        ("RUSSIA-EO14024", {"list_type": "Directives 2 and 3"}, ("Directive 2", "Directive 3")),
        (
            "RUSSIA-EO14024",
            {"measures": ("No new debt (Directives 1A, 2 & 4)",)},
            ("Directive 1A", "Directive 2", "Directive 4"),
        ),
        ("RUSSIA-EO14024", {"list_type": "Directive 3", "measures": ("No new debt (Directive 3)",)}, ("Directive 3",)),
        ("RUSSIA-EO14024", {"measures": ("13662 Sectoral Directive 1",)}, ()),
        ("RUSSIA-EO14024", {"authority": "Executive Order 14024 (Russia); EO 13662 Directive 1"}, ()),
        ("RUSSIA-EO14024", {"list_type": "SDN", "measures": ("Full blocking",)}, ()),
        ("CAATSA - RUSSIA", {"measures": ("CAATSA Section 231/235 Sanctions",)}, ("section 231",)),
        (
            "CAATSA - RUSSIA",
            {"measures": ("FOREIGN EXCHANGE. Sec 235(a)(7)", "Sec. 235(a)(8)")},
            ("section 235",),
        ),
        ("CAATSA - RUSSIA", {"measures": ("Sec 235(a)(7)", "CAATSA Section 231/235 Sanctions")}, ("section 231",)),
        ("CAATSA - RUSSIA", {"authority": "CAATSA - Section 224"}, ("section 224",)),
        ("CAATSA - RUSSIA", {"authority": "CAATSA s. 228; EO 13849"}, ("section 228",)),
        ("", {"measures": ("Executive Order 14024 Directive 4",)}, ("Directive 4",)),
    ],
)
def test_limbs_are_read_as_they_are_printed(programme: str, said: dict[str, object], found: tuple[str, ...]) -> None:
    assert limbs(Designation(regime="US", programme=programme, **said)) == found  # type: ignore[arg-type]


def noted(text: str, day: str = "2022-02-24", **more: str) -> Value:
    on = date.fromisoformat(day)
    return Value(prop="notes", value=text, date=PartialDate(text=day, earliest=on, latest=on), **more)  # type: ignore[arg-type]


ROW = PartialDate(text="2024-11-21", earliest=date(2024, 11, 21), latest=date(2024, 11, 21))
D2, D3 = "Executive Order 14024 Directive 2", "Executive Order 14024 Directive 3"
BANK = Designation(
    regime="US",
    programme="RUSSIA-EO14024",
    list_type="SDN",
    measures=(D2, D3, "Block"),
    published=ROW,
    note=f"list {CARRIED} ofac-cons of 2025-01-10; basis: later list",
)
SECOND = noted("Listing Date (EO 14024 Directive 2): 24 Feb 2022")
THIRD = noted("Listing Date (EO 14024 Directive 3): 10 Mar 2022", "2022-03-10")


def parts(item: Designation, *values: Value) -> list[tuple[str, tuple[str, ...], str]]:
    found = parted(Entity(id="x-1", schema="Company", caption="X", values=values, designations=(item,)))
    assert parted(found) == found
    return [(each.list_type, each.measures, each.start.text if each.start else "") for each in found.designations]


def test_a_directive_beside_a_block_is_a_listing_of_its_own_date() -> None:
    block = ("SDN", ("Block",), "")
    assert parts(BANK, SECOND, THIRD) == [
        block,
        ("Directive 2", (D2,), "2022-02-24"),
        ("Directive 3", (D3,), "2022-03-10"),
    ]
    found = parted(Entity(id="x-1", schema="Company", caption="X", values=(SECOND,), designations=(BANK,)))
    rest, second = found.designations
    assert (rest.published, rest.note, rest.measures) == (ROW, BANK.note, (D3, "Block"))
    assert (second.published, second.note, limbs(second)) == (None, "basis: later list", ("Directive 2",))


def test_a_listing_of_directives_alone_begins_with_them() -> None:
    alone = replace(BANK, list_type="NS-MBS", measures=(D3,))
    assert parts(alone, THIRD) == [("NS-MBS", (D3,), "2022-03-10")]
    assert parts(replace(alone, measures=(D2, D3)), THIRD) == [
        ("NS-MBS", (D2,), ""),
        ("Directive 3", (D3,), "2022-03-10"),
    ]
    both = replace(alone, list_type="Directives 2 and 3", measures=("No new debt",))
    assert parts(both, SECOND, THIRD) == [
        ("Directive 2", ("Directive 2",), "2022-02-24"),
        ("Directive 3", ("Directive 3",), "2022-03-10"),
    ]


@pytest.mark.parametrize(
    "value",
    [
        noted("Effective Date (EO 14024 Directive 3): 26 Mar 2022"),
        noted("Listing Date (EO 14024 Directive 3)ive 2): 24 Feb 2022"),
        noted("Listing Date (EO 14014 Directive 3): 24 Feb 2022"),
        noted("Listing Date (EO 14024 Directive 1a): 22 Feb 2022"),
        noted("Listing Date (EO 14024 Directive 3): 24 Feb 2022", record="x-2"),
        replace(THIRD, date=None),
        replace(THIRD, date=PartialDate(text="soon")),
        replace(THIRD, prop="summary"),
    ],
)
def test_only_a_listing_date_of_the_same_record_order_and_directive_counts(value: Value) -> None:
    assert parts(BANK, value) == [("SDN", BANK.measures, "")]


def test_of_two_dates_the_earlier_counts() -> None:
    later = replace(noted("Listing Date (EO 14024 Directive 2) 1 Mar 2022", "2022-03-01"), origin="b")
    assert parts(BANK, later, SECOND)[1] == parts(BANK, SECOND, later)[1] == ("Directive 2", (D2,), "2022-02-24")
