"""The workbook's sheet of stances."""

from dataclasses import replace
from datetime import date

from assemble import made
from briefer.model.brief import Brief, Cell
from briefer.model.policy import Position


def rows(found: Brief) -> list[dict[str, Cell]]:
    return made.rows(next(one for one in found.sheets if one.name == "Stances"))


def of(holder: str, issue: str, found: Brief) -> dict[str, Cell]:
    return next(row for row in rows(found) if (row["Holder"], row["Issue"]) == (holder, issue))


def test_every_holder_has_a_row_on_every_question() -> None:
    found = rows(made.brief())
    assert len(found) == 3 * 4
    assert [row["Holder"] for row in found[::4]] == ["Anna Minister", "Pavel Speaker", "Committee"]


def test_a_row_gives_the_stance_as_word_and_number_with_its_day_strength_hands_and_key() -> None:
    row = of("Anna Minister", "Easing before a settlement", made.brief())
    assert (row["Stance"], row["Stance in words"], row["Strength"]) == (-2, "against", "firm")
    assert (row["Said"], row["Position id"], row["Fact key"]) == (date(2025, 2, 24), "p-1", made.pack().keys["s-press"])
    assert (row["Trend of the line"], row["Why blank"]) == ("one position only", "")
    assert row["Proposition"] == "Measures should be eased."
    assert (row["Basis"], row["Hand"], row["Change since the day asked about"]) == ("said", "unknown", "")


def test_an_unclear_stance_has_no_number_and_second_hands_are_named() -> None:
    told = replace(made.POSITIONS[2], chain="Aide → Reuters → Paper")
    row = of("Pavel Speaker", "Banks and payments", made.brief(dossier=replace(made.DOSSIER, positions=(told,))))
    assert (row["Stance"] or None, row["Stance in words"], row["Strength"]) == (None, "unclear", "unclear")
    assert (row["Hand"], row["Through"], row["Said"] or None) == ("second", "Aide; Reuters; Paper", None)


def test_a_blank_says_why() -> None:
    pack = made.pack(settings=replace(made.SETTINGS, since=date(2025, 3, 1)))
    row = of("Anna Minister", "A question nobody answered", made.brief(pack))
    assert row["Why blank"] == "no recorded position"
    assert (row["Stance"], row["Position id"], row["Fact key"]) == (None, "", "")
    earlier = of("Anna Minister", "Easing before a settlement", made.brief(pack))
    assert (earlier["Change since the day asked about"], earlier["Stance"]) == ("none since 1 Mar 2025", -2)
    assert earlier["Why blank"] == ""


def test_what_we_inferred_and_what_moved_since_the_day_says_so() -> None:
    acted = Position(
        id="p-5", holder="Anna Minister", issue="easing", stance=0, basis="inferred", said_on=made.on("2025-03-20")
    )
    pack = made.pack(settings=replace(made.SETTINGS, since=date(2025, 3, 1)))
    found = made.brief(pack, replace(made.DOSSIER, positions=(*made.POSITIONS, acted)))
    row = of("Anna Minister", "Easing before a settlement", found)
    assert (row["Basis"], row["Strength"]) == ("inferred", "depends")
    only = "no move on record; moved towards easing by 2 steps by our inference only"
    assert str(row["Change since the day asked about"]).startswith(f"{only} since")
    assert row["Trend of the line"] == only
