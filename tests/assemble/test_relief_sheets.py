"""The workbook's sheets of relief: what is contested of each tag, and what stays elsewhere part by part."""

from dataclasses import replace

from assemble import law, made
from briefer.model.brief import Cell, Dossier


def rows(name: str, dossier: Dossier) -> list[dict[str, Cell]]:
    return made.rows(next(one for one in made.brief(dossier=dossier).sheets if one.name == name))


def test_annexes_of_one_act_are_rows_of_their_own_where_their_starts_differ() -> None:
    limits = (
        law.freeze("EU", "833/2014", part, start=made.on(start) if start else None, measures=("Limits",))
        for part, start in (("Annex III", ""), ("Annex XIV", "2022-06-14"), ("Annex XIX", "2022-06-14"))
    )
    bank = replace(law.ALONE, designations=(*law.REVIEWED.designations, *limits))
    found = rows("Remains", law.dossier(bank))
    assert [(row["Regime"], row["Parts of the list"], row["Since"]) for row in found] == [
        ("European Union", "Annex III", "not stated"),
        ("European Union", "Annex XIV; Annex XIX", made.on("2022-06-14").earliest),
        ("European Union", "Annex I", made.on("2022-04-08").earliest),
        ("United Kingdom", "UK Sanctions List", made.on("2022-04-08").earliest),
    ]


def test_a_measure_that_binds_an_entry_says_under_which_id_it_is_told_too() -> None:
    swift = replace(law.SWIFT, entities=("ofac-5",))
    own, entry = (
        next(row for row in rows("Remains", law.dossier(law.ALONE, measures=(swift,))) if row["Id"] == id)
        for id in (swift.id, "ofac-5")
    )
    assert str(entry["Note"]).startswith(
        "A measure that lists nobody, told under measure-eu-messaging too: Messaging ban."
    )
    assert "told under" not in str(own.get("Note"))
    assert (own["Act"], own["Until"]) == (entry["Act"], entry["Until"])


def test_a_contested_class_is_told_apart_from_a_contested_relief() -> None:
    found = rows("Relief", law.dossier(law.ALONE, replace(law.ALONE, id="ofac-6", designations=(made.us("CYBER3"),))))
    assert [(row["Id"], row["Class contested"]) for row in found] == [("ofac-5", "relief"), ("ofac-6", "class")]
    plain = replace(law.ALONE, designations=(made.us("NO-SUCH-TAG"),))
    assert [row["Class contested"] for row in rows("Relief", law.dossier(plain))] == ["no"]
