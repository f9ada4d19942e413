"""Programmes, lists, authorities and measures that belong together."""

from briefer.sources import ofac_programmes as programmes
from briefer.sources.ofac_programmes import Pair

SSI = ("Sectoral Sanctions Identifications List", "2014-07-16")
SDN = ("SDN List", "2022-02-22")
MENU = ("Non-SDN Menu-Based Sanctions List", "2022-02-24")
WRAPPER = ("Consolidated List", "2015-07-30")


def test_a_sectoral_programme_is_not_put_on_the_sdn_list() -> None:
    found = programmes.pairs(["UKRAINE-EO13662", "RUSSIA-EO14024"], [SSI, WRAPPER, SDN])
    assert found == [Pair("UKRAINE-EO13662", "SSI", "2014-07-16"), Pair("RUSSIA-EO14024", "SDN", "2022-02-22")]


def test_a_single_programme_stands_on_both_lists() -> None:
    found = programmes.pairs(["UKRAINE-EO13662"], [SSI, SDN])
    assert [(pair.programme, pair.list_type) for pair in found] == [
        ("UKRAINE-EO13662", "SSI"),
        ("UKRAINE-EO13662", "SDN"),
    ]


def test_what_the_file_leaves_open_is_said_to_be_open() -> None:
    found = programmes.pairs(["SDGT", "SYRIA"], [SDN, MENU])
    assert len(found) == 4
    assert not any(pair.sure for pair in found)


def test_a_programme_that_fits_no_list_is_kept_on_the_lists_there_are() -> None:
    assert programmes.pairs(["NS-PLC", "SDGT"], [("Non-SDN Palestinian Legislative Council List", "")]) == [
        Pair("NS-PLC", "NS-PLC"),
        Pair("SDGT", "NS-PLC", "", False),
    ]


def test_an_unknown_list_keeps_its_own_name_and_a_missing_one_stays_empty() -> None:
    assert programmes.pairs(["X"], [("New List", "2026-01-01")]) == [Pair("X", "New List", "2026-01-01")]
    assert programmes.pairs(["X"], [WRAPPER]) == [Pair("X", "Consolidated List", "2015-07-30")]
    assert programmes.pairs(["X"], []) == [Pair("X", "")]


def test_an_authority_is_found_by_number_then_by_place_then_all() -> None:
    tags = ["UKRAINE-EO13662", "SDGT", "NS-PLC"]
    texts = ["Executive Order 13662 (Ukraine)", "Executive Order 13224 (Terrorism)", "General License 4"]
    assert programmes.authority_of("UKRAINE-EO13662", tags, texts) == texts[0]
    assert programmes.authority_of("NS-PLC", tags, texts) == "General License 4"
    assert (
        programmes.authority_of("SDGT", ["SDGT"], texts[1:]) == "Executive Order 13224 (Terrorism); General License 4"
    )


def test_measures_go_to_the_programme_of_their_order_and_blocking_to_the_sdn_list() -> None:
    sectoral, blocked = Pair("UKRAINE-EO13662", "SSI"), Pair("RUSSIA-EO14024", "SDN")
    texts = ["13662 Sectoral Directive 1", "Block", "Executive Order 14024 Directive 2"]
    both = [sectoral, blocked]
    assert programmes.measures_of(sectoral, both, texts) == ("13662 Sectoral Directive 1",)
    assert programmes.measures_of(blocked, both, texts) == ("Block", "Executive Order 14024 Directive 2")
    assert programmes.measures_of(sectoral, [sectoral], ["Block"]) == ("Block",)


def test_the_part_of_the_non_sdn_list_is_told_by_the_programme_where_that_is_safe() -> None:
    assert programmes.list_types(["UKRAINE-EO13662", "RUSSIA-EO14024"]) == ["SSI", ""]
    assert programmes.list_types(["RUSSIA-EO14024"]) == ["NS-MBS"]
    assert programmes.is_non_sdn(["NS-PLC"])
    assert not programmes.is_non_sdn(["UKRAINE-EO13662"])
