"""What the verb ripple adds to the analysis: who may be one and is undecided."""

from decimal import Decimal
from pathlib import Path

from briefer.library import Library
from briefer.model.facts import Link
from briefer.service import Briefer
from tests.library.lists import listing, record


def test_a_record_that_may_be_the_delisted_is_named_and_does_not_count(tmp_path: Path) -> None:
    held = Link(kind="Ownership", subject="reg-1", object="reg-2", percentage=Decimal(75))
    with Library.open(tmp_path / "library.sqlite") as library:
        born = (("birthDate", "1970-01-02"),)
        library.import_list(listing(record("ofac-1", "Oleg Obraztsov", values_=born), published="2025-01-01"))
        owner = record("reg-1", "Oleg Obraztsov", values_=born, tags=(), links=(held,))
        company = record("reg-2", "Obraztsov Holding", tags=(), schema="Company")
        library.import_list(listing(owner, company, published="2025-01-01", of="registry", publisher="Registry"))
    found = Briefer(tmp_path / "library.sqlite").ripple(["ofac-1"])
    assert found.freed == ("ofac-1",)
    assert found.notes[-1].startswith("Oleg Obraztsov (ofac-1) and Oleg Obraztsov (reg-1) may be one, at ")
    assert "nobody has decided" in found.notes[-1]
