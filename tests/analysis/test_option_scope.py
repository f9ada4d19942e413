"""Whom an option covers, and by which instrument each of their tags is met."""

from tests.analysis.optioned import BANK, PLAIN, cover, with_entities


def used(kind: str, **more: object) -> list[tuple[str, str, str]]:
    found = cover(kind, with_entities(PLAIN, BANK), **more)
    return [
        (entry.id, touch.status, touch.route.id if touch.route else "")
        for entry in found.entries
        for touch in entry.touches
    ]


def test_a_tranche_prefers_delisting_to_changing_a_directive_for_all() -> None:
    assert used("tranche", entities=("plain", "bank")) == [
        ("plain", "ended", "delisting"),
        ("bank", "ended", "delisting-after-review"),
        ("bank", "ended", "delisting"),
    ]


def test_the_drafters_instruments_go_before_and_what_they_do_not_fit_is_not_reached() -> None:
    assert used("broad", instruments=("amend-order",)) == [
        ("plain", "ended", "amend-order"),
        ("bank", "not reached", ""),
        ("bank", "ended", "amend-order"),
    ]


def test_without_instruments_a_broad_option_takes_what_the_rulebook_names_first() -> None:
    assert used("broad")[2] == ("bank", "ended", "amend-directive")


def test_a_tranche_names_its_picks_and_one_without_names_covers_nobody() -> None:
    assert used("tranche") == []


def test_a_licence_and_a_programme_can_be_kept_to_the_picks_named() -> None:
    assert used("licence", entities=("plain",)) == [("plain", "licensed", "general-licence")]
    assert used("programme", entities=("bank",), programmes=("RUSSIA-EO14024",)) == [
        ("bank", "other tag", ""),
        ("bank", "ended", "amend-directive"),
    ]


def test_a_measure_is_covered_where_it_is_named_and_only_broad_relief_covers_all() -> None:
    assert [one.id for one in cover("licence", measures=("measure-oil-imports",)).entries] == ["measure-oil-imports"]
    assert not [one for one in cover("licence").entries if one.kind == "Measure"]


def test_an_entry_under_none_of_the_tags_is_outside_a_programme() -> None:
    assert used("programme", entities=("plain",), programmes=("MAGNIT",)) == []
