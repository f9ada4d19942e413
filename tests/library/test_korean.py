"""How a name in Hangul is spelt in Latin letters, and how the other half of the country begins it."""

import pytest

from briefer.library.korean import northern, other_half


@pytest.mark.parametrize(
    ("name", "spelt"),
    [
        ("오극렬", "o kuk ryol"),
        ("황병서", "hwang pyong so"),
        ("박 도춘", "pak to chun"),
        ("꽃닭 흙", "kkot tak huk"),
        ("ABC 회사 1", "ABC hoe sa 1"),
    ],
)
def test_hangul_is_spelt_as_in_the_north_syllable_by_syllable(name: str, spelt: str) -> None:
    assert northern(name) == spelt


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("이병철", ["리병철"]),
        ("리병철", ["이병철"]),
        ("최룡해", ["최용해"]),
        ("노용호", ["로용호", "노룡호"]),
        ("김정은", []),
        ("이", []),
        ("조선련봉총회사", []),
    ],
)
def test_a_person_has_the_first_sounds_of_the_other_half(name: str, others: list[str]) -> None:
    assert list(other_half(name)) == others
