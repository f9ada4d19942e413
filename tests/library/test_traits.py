"""What is taken out of the fields of identifiers."""

import pytest

from briefer.library.traits import numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("75 1234567", ("751234567",)),
        ("IMO 9123456", ("9123456",)),
        ("Russian passport no 550314316 valid from 6.12.2019 until 6.12.2029", ("550314316",)),
        ("271201003620 / 016154160136 (Russia)", ("271201003620", "016154160136")),
        ("771380617804, Russia", ("771380617804",)),
        ("Alt: A59655618 (Iran), expires 15 September 2027", ("A59655618",)),
        ("none known", ("NONEKNOWN",)),
        ("12", ()),
    ],
)
def test_a_field_gives_the_numbers_that_stand_in_it(text: str, found: tuple[str, ...]) -> None:
    assert tuple(numbers(text)) == found
