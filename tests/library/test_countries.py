"""What search takes for the same country."""

import pytest

from briefer.library.countries import countries, country, country_of_address, is_code


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Russia", "ru"),
        ("RU", "ru"),
        (" Korea, North ", "kp"),
        ("UK", "gb"),
        ("Burma", "mm"),
        ("Atlantis", "atlantis"),
        ("RUS", "ru"),
        ("prk", "kp"),
        ("ZZZ", "zzz"),
        ("SUN", "sun"),
    ],
)
def test_a_country_has_one_code(said: str, code: str) -> None:
    assert country(said) == code


def test_codes_that_no_country_has_are_told_apart() -> None:
    assert (is_code("ru"), is_code("xk")) == (True, True)
    assert (is_code("zz"), is_code("qq"), is_code("xa")) == (False, False, False)


def test_an_address_may_end_with_its_country() -> None:
    assert country_of_address("19 ul. Vavilova, Moscow, Russia") == "ru"
    assert country_of_address("Moscow") == ""


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("Russian", ("ru",)),
        ("Россия", ("ru",)),
        ("Российская Федерация", ("ru",)),
        ("Ukrainian, Russian (no passports are recognised)", ("ua", "ru")),
        ("Latvia and Israel", ("lv", "il")),
        ("North Korean", ("kp",)),
        ("Region: Gaza", ("gaza",)),
        ("none identified", ("none identified",)),
    ],
)
def test_a_nationality_in_words_is_its_countries(said: str, codes: tuple[str, ...]) -> None:
    assert countries(said) == codes
