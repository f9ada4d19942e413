"""Where the allies stand."""

from dataclasses import replace

from assemble import made
from assemble.made import one, said, tree
from briefer.model.facts import Designation


def test_the_allies_show_listed_limited_searched_and_unknown_apart() -> None:
    rows = tree("allies").xpath("//table[1]/tbody/tr")
    cells = [[" ".join(cell.text_content().split()) for cell in row] for row in rows]
    assert cells[0][1:5] == ["●6 Apr 2022", "●21 Jul 2022 partly verified", "–", "?"]
    assert cells[1][1] == "■29 Jul 2014"
    assert cells[0][-1] == "EU 15 Sept 2025"


def test_an_imported_list_alone_proves_no_absence() -> None:
    rows = tree("allies").xpath("//table[1]/tbody/tr[3]/td")
    assert [cell.text_content() for cell in rows] == [*"???????", "–"]


def test_a_regime_beyond_the_seven_stands_where_it_lists_a_pick() -> None:
    person = replace(made.PERSON, designations=(Designation(regime="UA", programme="X", start=made.on("2022-01-01")),))
    assert "UA Ukraine" in said("allies", **one(person))


def test_every_regime_dated_still_fits_the_page() -> None:
    codes = ("US", "EU", "UK", "CA", "AU", "CH", "JP", "NZ", "UA")
    held = tuple(Designation(regime=code, programme="X", start=made.on("2022-10-10")) for code in codes)
    allies = tree("allies", **one(replace(made.PERSON, designations=held)))
    widths = [float(style[6:-2]) for style in allies.xpath("//table[1]/colgroup/col/@style")]
    assert sum(widths) == 168
    assert min(widths) >= 12


def test_measures_abroad_stand_with_the_allies() -> None:
    assert "Payment messaging ban partly verified" in made.text_of("allies")
