"""What search takes for the same name."""

import pytest

from briefer.library.keys import GENERIC, key, script


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Дерипаска", "DERIPASKA"),
        ("Хабаров", "Khabarov"),
        ("Щукин", "Shchukin"),
        ("Юлия Цой", "YULIYA TSOY"),
        ("Евгений", "Yevgeniy"),
        ("Игорь", "IGOR'"),
        ("O’Brien, Pat", "obrien pat"),
        ("Müller", "MULLER"),
        ("Alexey", "Aleksey"),
    ],
)
def test_two_spellings_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_a_key_is_words_of_plain_letters() -> None:
    assert key('  "KAB-Bank" (O.O.O.) 5 ') == "kab bank o o o 5"
    assert key("***") == ""


def test_generic_words_are_keys_themselves() -> None:
    assert {"compani", "llc", "ooo", "ag", "bank"} <= GENERIC


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Дерипаска", "Cyrillic"), ("王毅", "Cjk"), ("Müller 5", ""), ("PAO Сбербанк", "Cyrillic"), ("", "")],
)
def test_the_script_is_that_of_the_first_foreign_letter(name: str, expected: str) -> None:
    assert script(name) == expected
