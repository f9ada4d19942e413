"""How else a name in Han or Arabic letters may be read."""

import pytest

from briefer.library import han
from briefer.library.han import japanese, korean
from briefer.library.keys import key
from briefer.library.readings import readings


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("金日成", "김일성"),
        ("朴正熙", "박정희"),
        ("李承晩", "리승만"),
        ("崔龙海", "최룡해"),  # simplified, as China writes Korean names
        ("崔龍海", "최룡해"),
        ("黄炳誓", "황병서"),
        ("呉木", ""),  # a character that Korea does not write
        ("あ木", ""),
        ("金 日成", ""),
        ("寧邊", "녕변"),
        ("金宅不", "김댁부"),
        ("金", ""),
    ],
)
def test_han_names_are_read_in_korean(name: str, read: str) -> None:
    assert korean(name) == read


_NORTHERN = "read in Korean, spelt as in North Korea"


def test_readings_and_their_first_characters_stand_in_the_order_of_the_standard() -> None:
    readings_of_it = han._KOREAN[1::2]
    assert sorted(set(han._STARTS)) == han._STARTS
    assert [*readings_of_it] == sorted(set(readings_of_it))


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("安倍晋三", ""),  # a forename that the table lacks
        ("鈴木一郎", "suzuki ichiro"),
        ("佐々木 希美子", ""),
        ("長谷川 博美", "hasegawa hiromi"),
        ("森明", "mori aki"),
        ("鈴木", ""),
        ("毛泽东", ""),
    ],
)
def test_common_japanese_names_are_read(name: str, read: str) -> None:
    assert japanese(name) == read


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Ivan", ["read backwards"]),
        ("One Two Three Four Five", []),
        ("رضا", ["read in Persian", "read backwards"]),
        ("حسن", ["read backwards"]),
        ("لافروف", ["read in Persian", "read as a foreign name", "read backwards"]),
        ("بوتين", ["read in Persian", "read as a foreign name", "read backwards"]),
        ("قوام", ["read in Persian", "read in Persian", "read backwards"]),
        ("田中花子", ["read in Japanese", "read in Korean", _NORTHERN, "read backwards"]),
        ("金日成", ["read in Korean", _NORTHERN, "read backwards"]),
        ("김정은", ["transliterated from Hangul, spelt as in North Korea", "read backwards"]),
        ("约翰·史密斯", ["read by its sound", "read backwards"]),
        ("Kim Jong-eun", ["spelt as in North Korea", "read backwards"]),
        ("Kim Jong Un", ["read backwards"]),
        ("Europa Leone", ["read backwards"]),  # no Korean surname
    ],
)
def test_a_name_is_read_as_it_stands_and_then_as_its_script_may_be_read(name: str, others: list[str]) -> None:
    itself, *read = readings(name)
    assert (itself.name, itself.how) == (name, "")
    assert [each.how for each in read] == others


@pytest.mark.parametrize(
    ("name", "spelt"),
    [
        ("최룡해", {"최용해", "choe ryong hae", "choe yong hae"}),
        ("이병철", {"리병철", "i pyong chol", "ri pyong chol"}),
        ("李炳哲", {"리병철", "이병철", "i pyong chol", "ri pyong chol"}),
        ("오극렬", {"o kuk ryol"}),
    ],
)
def test_a_korean_name_is_read_as_either_half_of_the_country_spells_it(name: str, spelt: set[str]) -> None:
    assert {each.name for each in readings(name) if "Korea" in each.how or "Hangul" in each.how} == spelt


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("г-н Путин", "господин Путин"),
        ("Г-жа Путина", "госпожа Путина"),
        ("Ног-н", "Ног-н"),
    ],
)
def test_a_title_that_a_hyphen_divides_is_read_as_one_word(name: str, read: str) -> None:
    assert next(readings(name)).name == read


@pytest.mark.parametrize(
    ("name", "read"), [("أوليغ", "olig"), ("عثمانوف", "osmanuv"), ("ايفان", "ivan"), ("يفغيني", "ivgini")]
)
def test_the_first_vowel_of_a_foreign_name_in_arabic_is_read_as_it_sounds(name: str, read: str) -> None:
    foreign = {key(each.name) for each in readings(name) if each.how == "read as a foreign name"}
    assert read in foreign
