"""Somebody of several records is one line and one id in what delisting does."""

from decimal import Decimal
from pathlib import Path

import pytest

from briefer.library import Library
from briefer.model.facts import Link
from briefer.service import Briefer
from tests.library.lists import listing, record


@pytest.fixture
def joined(tmp_path: Path) -> Briefer:
    held = Link(kind="Ownership", subject="reg-1", object="reg-2", percentage=Decimal(75))
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        library.import_list(listing(record("ofac-1", "Oleg Obraztsov"), published="2025-01-01"))
        library.import_list(listing(record("eu-1", "Oleg Obraztsov"), published="2025-01-01", of="eu", publisher="EU"))
        registry = (record("reg-1", "O. Obraztsov", tags=(), links=(held,)), record("reg-2", "Holding", tags=()))
        library.import_list(listing(*registry, published="2025-01-01", of="registry", publisher="Registry"))
        library.decide("ofac-1", "reg-1", "yes", by="A")
        library.decide("ofac-1", "eu-1", "yes", by="A")
    return Briefer(path)


def test_the_record_that_is_named_shows_for_all(joined: Briefer) -> None:
    for id in ("ofac-1", "eu-1", "reg-1"):
        found = joined.ripple([id])
        assert (found.before, found.after) == (tuple(sorted((id, "reg-2"))), ())
        assert sorted(found.freed) == sorted((id, "reg-2"))
        assert sorted(each.id for each in found.paths) == sorted((id, "reg-2"))
        (step,) = next(each.path for each in found.paths if each.id == "reg-2")
        assert not isinstance(step, str)
        assert (step.owner, step.asset) == (id, "reg-2")
        assert dict(found.captions).keys() >= {id}


def test_two_records_of_one_are_delisted_once(joined: Briefer) -> None:
    assert joined.ripple(["ofac-1", "eu-1"]).delisted == ("ofac-1",)
