"""The script of a name."""

import pytest

from briefer.sources.scripts import script_tag


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("Ivan PETROV", ""),
        ("José Muñoz", ""),
        ("Иван Петров", "und-Cyrl"),
        ("ВТБ Bank Публичное общество", "und-Cyrl"),
        ("محمد علي", "und-Arab"),
        ("中国移动", "und-Hani"),
        ("Ελλάδα", "und-Grek"),
        ("–— 123 №", ""),
        ("ᚠᚢᚦ", ""),
    ],
)
def test_the_script_of_most_letters_is_the_tag(name: str, tag: str) -> None:
    assert script_tag(name) == tag
