"""The command line answers for a programme's tag alone."""

from pathlib import Path

from tests.conftest import Briefer

DAY = ("--as-of", "2025-03-31")


def test_the_text_says_class_acts_reasons_instruments_and_renewals(briefer: Briefer) -> None:
    said = briefer("relief", "--programme", "RUSSIA-EO14024", *DAY)
    first, *rest = said.out.splitlines()
    assert (said.code, said.err) == (0, "")
    assert first == (
        "RUSSIA-EO14024, Russian Harmful Foreign Activities (United States), as of 31 March 2025: class A (the "
        "executive alone; verified); C, unknown for some of its lists, directives or parts"
    )
    assert "  carried out by 31 CFR part 587" in rest
    kept = "22 USC 9511 does not name it; 22 USC 9522 does not keep it in force (verified)"
    assert f"     EO 14024, order of 15 April 2021: {kept}" in rest
    assert "     REPO Act, statute of 24 April 2024: 22 USC 9511 does not name it (partly)" in rest
    assert "  A: RUSSIA-EO14024, Directive 1A (verified)" in rest
    assert "  C: RUSSIA-EO14024, Directive 4, funds (partly)" in rest
    assert any(
        line.startswith("     United States: emergency of EO 14024 (Russia): ends on 15 April 2025 unless renewed; no")
        for line in rest
    )
    assert rest[-1].startswith("  note: The order is not named in 22 USC 9511(a)(2)(B).")


def test_a_tag_abroad_has_no_class_and_says_how_long_it_runs(briefer: Briefer) -> None:
    lines = briefer("relief", "--programme", "269/2014", "--programme", "Russia", *DAY).out.splitlines()
    assert lines[0].endswith("no class, since it is another regime’s (verified)")
    assert any(line.startswith("     European Union: listed persons: renewed to 15 September 2025") for line in lines)
    assert any(
        line.startswith("     United Kingdom: no end stated: No end is stated; a designation must be revoked")
        for line in lines
    )


def test_after_the_next_end_a_yearly_day_is_due_again(briefer: Briefer) -> None:
    lines = briefer("relief", "--programme", "269/2014", "--as-of", "2025-09-16").out.splitlines()
    told = [line.partition(" [")[0].strip() for line in lines if "listed persons: " in line]
    assert told == [
        "European Union: listed persons: renewed to 15 March 2026",
        "European Union: listed persons: then due again on 15 September 2026",
    ]


def test_a_tag_without_renewals_or_differing_rules_is_short(briefer: Briefer) -> None:
    lines = briefer("relief", "--programme", "SDGT", *DAY).out.splitlines()
    assert lines[0].endswith("class A (the executive alone; to be verified)")
    assert "  Renewals:" not in lines


def test_a_contested_tag_and_an_office_s_own_say_so(tmp_path: Path, briefer: Briefer) -> None:
    assert "class A, contested (" in briefer("relief", "--programme", "RUSSIA-EO14024", "--as-of", "2026-10-01").out
    own = tmp_path / "own.toml"
    own.write_text(
        '[[programme]]\ntag = "X-1"\nregime = "US"\ntitle = "X"\nauthority = "EO 1"\ncitation = "C"\n'
        'confidence = "partly"\n'
    )
    assert (
        "  the tag: [C] [the office's own row]" in briefer("relief", "--programme", "X-1", "--rulebook", own, *DAY).out
    )
    own = tmp_path / "rule.toml"
    own.write_text('[[class]]\ntags = ["CAR"]\nclass = "B"\nreason = "Ours."\nactor = "A"\ncitation = "Memo"\n')
    lines = briefer("relief", "--programme", "CAR", "--rulebook", own, *DAY).out.splitlines()
    assert "  B: CAR (to be verified) [the office's own row]" in lines
    assert not any(line.startswith("  the tag:") and "own row" in line for line in lines)


def test_the_json_has_class_reasons_acts_and_what_comes_up(briefer: Briefer) -> None:
    (found,) = briefer("relief", "--programme", "UKRAINE-EO13662", *DAY, "--json").json
    assert (found["programme"], found["class"], found["confidence"]) == ("UKRAINE-EO13662", "B", "verified")
    assert {"why", "citations", "instruments", "waits", "confidence"} <= set(found["reasons"][0])
    assert not {"listing", "since", "sources"} & set(found["reasons"][0])
    assert ("EO 13662", "yes", "yes") in {(act["id"], act["reviewed"], act["codified"]) for act in found["acts"]}
    assert found["due"][0]["title"].startswith("United States: emergency of EO 13660")
    (term,) = briefer("relief", "--programme", "Autonomous Sanctions (Russia)", *DAY, "--json").json[0]["terms"]
    assert term["years"] == 3


def test_ids_and_tags_are_asked_apart_and_one_of_them_is_needed(briefer: Briefer) -> None:
    for call in ((), ("ofac-1", "--programme", "CAR")):
        said = briefer("relief", *call)
        assert (said.code, said.out) == (2, "")
        assert (
            said.err == "briefer: Name entities and measures by ID, or programmes by --programme TAG; one of the two.\n"
        )


def test_an_unknown_tag_is_one_sentence_with_near_ones(briefer: Briefer) -> None:
    said = briefer("relief", "--programme", "RUSSIA-EO14042", "--json")
    assert (said.code, said.out) == (2, "")
    assert said.err == "briefer: The rulebook knows no tag “RUSSIA-EO14042”; say RUSSIA-EO14024, RUSSIA-EO14065.\n"
