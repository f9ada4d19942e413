"""A state that lacks what stands beside the entities is refused like one that lacks entities."""

from collections.abc import Iterator
from typing import Any

import pytest

from briefer.library import Library
from briefer.model.answers import Warned
from briefer.model.errors import Refused

from .lists import listing, record

HERE = (("address", "1 Main Street"),)
MISSING = Warned(record="", message="ADD.CSV is not beside sdn.csv, so addresses are missing")


def full(number: int, *names: str, places: tuple[tuple[str, str], ...] = HERE) -> Iterator[Any]:
    return (record(f"ofac-{each}", f"Person {each}", *names, values_=places) for each in range(number))


@pytest.mark.parametrize("number", [30, 2500])
def test_a_state_without_most_addresses_is_refused_and_the_missing_file_named(library: Library, number: int) -> None:
    library.import_list(listing(*full(number, "Alias")))
    with pytest.raises(Refused) as refused:
        library.import_list(listing(MISSING, *full(number, "Alias", places=())))
    assert f"holds 0 of {number:,} addresses that ofac-sdn@undated#" in str(refused.value)
    assert f"({MISSING.message})" in str(refused.value)
    assert "--accept-drop" in str(refused.value)
    assert library.entities(["ofac-1"])[0].values[-1].prop == "address"


def test_a_state_without_most_aliases_is_refused(library: Library) -> None:
    library.import_list(listing(*full(30, "One", "Other")))
    with pytest.raises(
        Refused, match=r"holds 0 of 60 aliases that ofac-sdn@undated#[0-9a-f]+ held of the same entities;"
    ):
        library.import_list(listing(*full(30)))


def test_a_loss_of_half_or_of_few_passes(library: Library) -> None:
    library.import_list(listing(*full(30, "One", "Other")))
    assert library.import_list(listing(*full(30, "One"))).changed == 30
    library.import_list(listing(*full(19), of="ofac-cons"))
    assert library.import_list(listing(*full(19, places=()), of="ofac-cons")).changed == 19


def test_a_loss_of_few_that_a_first_look_takes_for_many_passes(library: Library) -> None:
    kept, some = list(full(2500, places=())), list(full(2500))
    first = [some[n] if n % 2 else each for n, each in enumerate(kept)]
    library.import_list(listing(*first))
    seen = [each for n, each in enumerate(first) if n % 2 == 0 or n % 3]
    assert library.import_list(listing(*seen, *(kept[n] for n in range(2500) if n % 2 and n % 3 == 0))).changed == 417


def test_a_loss_that_is_accepted_or_an_excerpt_passes(library: Library) -> None:
    library.import_list(listing(*full(30)))
    assert library.import_list(listing(*full(29, places=())), partial=True).unchanged == 29
    library.import_list(listing(*full(30), of="ofac-cons"))
    assert library.import_list(listing(*full(30, places=()), of="ofac-cons"), accept_drop=True).changed == 30
