"""The sheet of the allies: each pick in each regime, act by act."""

from dataclasses import replace
from datetime import date

from assemble import law, made
from briefer.model.brief import Cell, Dossier
from briefer.model.facts import Absence, Confidence, Possible
from briefer.model.law import Rulebook, Silence


def rows(dossier: Dossier) -> list[dict[str, Cell]]:
    return made.rows(next(one for one in made.brief(dossier=dossier).sheets if one.name == "Allies"))


def of(found: list[dict[str, Cell]], regime: str) -> list[dict[str, Cell]]:
    return [one for one in found if one["Regime"] == regime]


def test_the_allies_have_a_row_for_each_pick_and_regime() -> None:
    maybe = Possible(entity="ofac-2", record="ofac-2", id="uk-1", caption="Bank", score=80, regimes=("UK",))
    dossier = replace(made.DOSSIER, possible=(maybe,))
    found = {(one["Id"], one["Regime"]): one for one in rows(dossier)}
    assert len(found) == 4 * 9
    europe = found["ofac-1", "European Union"]
    assert (europe["Status"], europe["Next expiry"], europe["After a US easing alone"]) == (
        "listed", date(2025, 9, 15), "stays",
    )  # fmt: skip
    assert found["ofac-1", "United Kingdom"]["Searched"] == date(2025, 3, 30)
    assert found["ofac-1", "United Kingdom"]["After a US easing alone"] == "nothing found"
    assert found["ofac-2", "United Kingdom"]["May be the same, undecided"] == "uk-1 Bank (80)"
    assert found["ofac-2", "United Kingdom"]["After a US easing alone"] == "not known"
    assert found["ofac-2", "Japan"]["Status"] == "no list imported"
    swift = replace(made.MEASURES[1], entities=("ofac-1",))
    unlisted = [one for one in rows(replace(made.DOSSIER, measures=(swift,))) if "measure" in str(one["Status"])]
    assert [(one["Known from"], one["Fact key"]) for one in unlisted] == [
        ("stated by the list", made.pack().keys["s-eu"])
    ]
    assert [(one["Id"], one["Status"], one["After a US easing alone"]) for one in unlisted] == [
        ("ofac-1", f"measure: {swift.title}", "stays"),
    ]  # fmt: skip
    assert found["ofac-3", "United States"]["Status"] == "not checked"
    assert found["ofac-3", "Japan"]["After a US easing alone"] == ""


def searched(regime: str) -> Absence:
    return Absence(regime=regime, sources=("s-eu",), confidence=Confidence.PARTLY)


def test_a_measure_that_stays_is_told_beside_a_search_that_found_nothing() -> None:
    person = replace(made.PERSON, designations=(made.us("TAG-ONE"),), absences=(searched("EU"), searched("UK")))
    swift = replace(made.MEASURES[1], entities=("ofac-1",), start=made.on("2022-03-12"))
    found = rows(replace(made.DOSSIER, entities=(person,), measures=(swift,)))
    europe, measure = of(found, "European Union")
    assert europe["After a US easing alone"] == "nothing found; a measure stays"
    assert (measure["After a US easing alone"], measure["Since"]) == ("stays", date(2022, 3, 12))
    assert (europe["Confidence"], europe["Fact key"]) == ("partly verified", made.pack().keys["s-eu"])
    [britain] = of(found, "United Kingdom")
    assert britain["After a US easing alone"] == "nothing found"


def test_a_regime_without_measures_has_its_citation_and_how_sure_that_is() -> None:
    silence = Silence(
        regime="UN", title="None", tags=("TAG-ONE",), citation="Charter, Art. 27", confidence=Confidence.PARTLY
    )
    person = replace(made.PERSON, designations=(made.us("TAG-ONE"),))
    dossier = replace(made.DOSSIER, entities=(person,), law=Rulebook(silences=(silence,)))
    [united] = of(rows(dossier), "United Nations")
    assert (united["Status"], united["Acts, or why none exist"]) == ("none exist", "None (Charter, Art. 27)")
    assert (united["Confidence"], united["Fact key"]) == ("partly verified", "")
    [japan] = of(rows(dossier), "Japan")
    assert (japan["Acts, or why none exist"], japan["Confidence"]) == ("", "")


def test_each_further_day_of_an_act_and_the_limits_beside_a_freeze_are_rows_of_their_own() -> None:
    held = (
        law.freeze("UK", "Russia", "UK Sanctions List"),
        law.freeze("UK", "Russia", "List", start=made.on("2023-02-24"), confidence=Confidence.PARTLY),
        law.freeze(
            "UK", "Russia", "List", measures=("Trust services",), start=made.on("2022-03-01"), sources=("s-eu",)
        ),
    )
    person = replace(law.ALONE, designations=(*law.ALONE.designations, *held))
    found = of(rows(law.dossier(person)), "United Kingdom")
    assert [(one["Status"], one["Since"], one["Confidence"]) for one in found] == [
        ("listed", date(2022, 4, 8), "verified"),
        ("listed: further measure", date(2023, 2, 24), "partly verified"),
        ("limits beside the freeze", date(2022, 3, 1), "verified"),
    ]
    assert {one["After a US easing alone"] for one in found} == {"stays"}
    assert {one["Known from"] for one in found} == {"no end is stated"}
    assert found[2]["Fact key"] == made.pack().keys["s-eu"]


def test_limits_by_an_act_beside_another_that_freezes_in_the_same_regime_stand_beside_the_freeze() -> None:
    limits = [
        law.freeze("EU", "833/2014", part, measures=("Limits",), start=start)
        for part, start in (("Annex XIV", made.on("2022-06-14")), ("Annex III", None))
    ]
    alone = replace(law.ALONE, designations=(*law.ALONE.designations, *limits))
    both = replace(alone, designations=(*alone.designations, law.freeze("EU", "269/2014", "Annex I")))
    assert [[one["Status"] for one in of(rows(law.dossier(entity)), "European Union")] for entity in (alone, both)] == [
        ["limits short of a freeze", "limits short of a freeze: further measure"],
        ["listed", "limits beside the freeze", "limits beside the freeze: further measure"],
    ]


def test_a_further_day_at_home_has_no_end_to_tell() -> None:
    person = replace(law.ALONE, designations=(*law.ALONE.designations, made.us("RUSSIA-EO14024", "2023-02-24")))
    home = of(rows(law.dossier(person)), "United States")
    assert [(one["Since"], one["Next expiry"] or None, one["Known from"]) for one in home] == [
        (date(2022, 4, 6), None, ""),
        (date(2023, 2, 24), None, ""),
    ]
