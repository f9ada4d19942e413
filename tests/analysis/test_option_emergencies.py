"""What stays in force under an emergency has it continued; what an option ends, it does not."""

from dataclasses import replace
from datetime import date

from briefer.model.facts import Entity
from tests.analysis.optioned import (
    BANK,
    CENTRAL,
    DISPUTED,
    DOSSIER,
    FREE,
    PLAIN,
    REVIEWED,
    cover,
    entity,
    us,
    with_entities,
)


def test_what_an_option_leaves_under_an_emergency_has_it_continued_unless_the_option_ends_it() -> None:
    def days(kind: str, *found: Entity, **more: object) -> list[date]:
        return [due.on for due in cover(kind, with_entities(*found), **more).renewals]

    assert days("licence", PLAIN) == [date(2025, 4, 15)]
    assert days("tranche", PLAIN, REVIEWED, entities=("plain",)) == [date(2025, 4, 15), date(2026, 3, 6)]
    assert days("broad", PLAIN) == []
    assert days("broad", CENTRAL, instruments=("amend-order",)) == [date(2025, 4, 15)]
    assert days("broad", CENTRAL, instruments=("amend-order", "end-emergency")) == []
    limits = cover("broad", with_entities(PLAIN, measures=DOSSIER.measures[1:2]))
    assert not limits.renewals


def test_the_emergencies_that_an_option_ends_are_named() -> None:
    found = cover("broad", with_entities(PLAIN, BANK, FREE), instruments=("amend-order", "end-emergency"))
    assert found.ended == ("United States: emergency of EO 14024 (Russia)",)
    assert [due.on for due in found.renewals] == [date(2026, 3, 6)]
    assert cover("broad", with_entities(PLAIN), instruments=("amend-order",)).ended == ()


def test_an_emergency_of_which_no_renewal_is_known_is_not_continued_to_a_day_that_is_computed() -> None:
    late = replace(with_entities(DISPUTED), as_of=date(2026, 11, 23))
    [due] = cover("licence", late).renewals
    assert (due.on, due.basis) == (date(2026, 4, 1), "lapsed?")
    step = cover("licence", late).steps[0]
    assert (step.stage, step.on) == ("lapsed?", date(2026, 4, 1))
    assert step.text == "Stated end 1 April 2026; no renewal on record."


def test_an_emergency_without_an_anniversary_on_record_is_a_step_without_a_day_never_silence() -> None:
    found = cover("licence", with_entities(entity("minsk", us("BELARUS"))))
    (step,) = [each for each in found.steps if each.stage == "undated"]
    assert (step.title, step.on, step.actor) == ("emergency of EO 13405 (BELARUS)", None, "President")
    assert step.text.startswith("Its anniversary is not in the rulebook")
