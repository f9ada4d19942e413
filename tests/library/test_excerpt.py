"""What an excerpt adds to the records that its list held."""

from dataclasses import replace
from datetime import date

from briefer.library import Library
from briefer.library.tables import link, member, version
from briefer.model.facts import Absence, Link

from .lists import listing, many, record, tag

OWNS = Link(kind="Ownership", subject="x-2", object="x-1")
WHOLE = record(
    "x-1", "Wagner Group", "ЧВК Вагнера", schema="Company", tags=(tag("RUSSIA"),), links=(OWNS,),
    values_=(("address", "Moscow"), ("idNumber", "7")), absences=(Absence(regime="EU"),), remarks="Known since.",
)  # fmt: skip
EXCERPT = record(
    "x-1", "Wagner Group", "PMC", schema="LegalEntity", tags=(tag("CAR"),), remarks="Moved.",
    values_=(("address", "Minsk"),),
)  # fmt: skip


def laid(library: Library) -> tuple[str, str]:
    """The ids of a whole state and of an excerpt laid over it."""
    library.import_list(listing(WHOLE, *many(3), published="2025-01-01"))
    library.import_list(listing(EXCERPT, published="2025-02-01"), partial=True)
    whole, excerpt = library.lists(everything=True)
    return whole.id, excerpt.id


def test_an_excerpt_adds_to_a_record_and_removes_nothing(library: Library) -> None:
    whole, excerpt = laid(library)
    (found,) = library.entities(["x-1"])
    assert [(each.prop, each.value, each.origin) for each in found.values] == [
        ("name", "Wagner Group", whole),
        ("alias", "ЧВК Вагнера", whole),
        ("address", "Moscow", whole),
        ("idNumber", "7", whole),
        ("alias", "PMC", excerpt),
        ("address", "Minsk", excerpt),
    ]
    assert [(each.programme, each.origin) for each in found.designations] == [("RUSSIA", whole), ("CAR", excerpt)]
    assert (found.absences[0].origin, found.links[0].origin) == (whole, whole)
    assert (found.schema, found.remarks) == ("Company", ("Known since.; Moved.",))
    assert [hit.matched for hit in (*library.search("Вагнера"), *library.search("PMC"))] == ["ЧВК Вагнера", "PMC"]
    assert library.entities(["x-2"]) == ()
    assert [each.links[0].origin for each in library.holders("US") if each.id == "x-1"] == [whole]


def test_what_the_excerpt_does_not_hold_cites_the_state_that_does(library: Library) -> None:
    whole, excerpt = laid(library)
    library.import_list(listing(record("ofac-1", "Person 1", "Uno"), published="2025-03-01"), partial=True)
    last = library.lists()[0].id
    origins = [{each.origin for each in one.values} for one in library.entities(["ofac-0", "ofac-1", "x-1"])]
    assert origins == [{whole}, {whole, last}, {whole, excerpt}]
    before = library.entities(["ofac-1"], date(2025, 2, 15))[0]
    assert {each.origin for each in before.values} == {whole}


def test_an_excerpt_that_says_less_changes_nothing(library: Library) -> None:
    library.import_list(listing(WHOLE, published="2025-01-01"))
    less = record("x-1", "Wagner Group", schema="LegalEntity", tags=())
    report = library.import_list(listing(less, published="2025-02-01"), partial=True)
    assert (report.changed, report.unchanged) == (0, 1)
    assert {each.origin for each in library.entities(["x-1"])[0].values} == {library.lists(everything=True)[0].id}


def test_an_excerpt_again_and_a_second_one_keep_each_word_once(library: Library) -> None:
    laid(library)
    said = library.entities(["x-1"])
    assert library.import_list(listing(EXCERPT, published="2025-02-01"), partial=True).unchanged == 1
    again = replace(EXCERPT, remarks="Known since.; Moved. Still there.")
    assert library.import_list(listing(again, published="2025-03-01"), partial=True).changed == 1
    (now,) = library.entities(["x-1"])
    assert (now.values, now.remarks) == (said[0].values, ("Known since.; Moved. Still there.",))


def test_the_origin_follows_a_state_that_is_dated_later(library: Library) -> None:
    library.import_list(listing(WHOLE))
    library.import_list(listing(EXCERPT), partial=True)
    library.import_list(listing(WHOLE), published=date(2025, 1, 1))
    library.import_list(listing(EXCERPT), published=date(2025, 2, 1), partial=True)
    whole, excerpt = (row.id for row in library.lists(everything=True))
    assert "2025-01-01" in whole
    assert {each.origin for each in library.entities(["x-1"])[0].values} == {whole, excerpt}


def test_nothing_of_the_bare_excerpt_is_left_behind(library: Library) -> None:
    laid(library)
    with library._reading() as connection:
        held = {row.version for row in connection.execute(member.select())}
        assert {row.number for row in connection.execute(version.select())} == held
        assert {row.version for row in connection.execute(link.select())} <= held


def test_a_record_laid_over_before_is_found_again_by_its_words(library: Library) -> None:
    laid(library)
    library.import_list(listing(WHOLE, *many(3), published="2025-01-15"))
    longer = replace(EXCERPT, remarks="")
    assert library.import_list(listing(longer, published="2025-01-20"), partial=True).changed == 1
    assert library.import_list(listing(longer, published="2025-01-21"), partial=True).changed == 0
