"""Where somebody is listed and where only limited."""

from dataclasses import replace

from assemble import made
from briefer.assemble.context import Context
from briefer.assemble.listed import listed, parted, standing, unplaced
from briefer.model.facts import Absence


def context(*neighbours: object) -> Context:
    return Context(made.pack(), replace(made.DOSSIER, neighbours=neighbours), {}, ())  # type: ignore[arg-type]


def test_limits_stand_apart_from_listings() -> None:
    limits = made.us("X", list_type="SSI", measures=("Directive 1",))
    assert listed((made.eu(), limits)) == "Listed: EU; limited: US"
    assert listed((limits,)) == "Limited: US"
    assert listed((replace(made.eu(), regime=""),)) == "Listed: other"
    assert listed(()) == ""


def test_a_listing_that_does_not_say_whether_it_freezes_stands_apart_from_both() -> None:
    bare = made.us("RUSSIA-EO14024", list_type="", measures=())
    limits = made.us("X", list_type="SSI", measures=("Directive 1",))
    assert listed((bare, limits)) == "Listed, to freeze or to limit: US"
    assert (parted((bare, limits)), unplaced((bare, limits))) == (((), ()), ("US",))
    assert listed((bare, made.us("T"))) == "Listed: US"


def test_who_has_no_record_who_was_searched_and_who_was_not_are_told_apart() -> None:
    bare = replace(made.PERSON, id="x-1", designations=(), absences=())
    searched = replace(bare, id="x-2", absences=(Absence(regime="UK", sources=("s-law",)),))
    found = context(bare, searched)
    assert standing(found, "x-1").text == "No entry searched"
    assert (standing(found, "x-2").text, standing(found, "x-2").sources) == ("No entry found: UK", ("s-law",))
    assert standing(found, "x-3").text == "No record"
