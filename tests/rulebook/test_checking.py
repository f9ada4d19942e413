"""A row of the rulebook that cannot be relied on is refused, with its file, its row and the remedy."""

from pathlib import Path

import pytest

from briefer import rulebook
from briefer.model.errors import BadData

RULE = """
[[class]]
tags = ["CUBA"]
class = "A"
reason = "Because."
actor = "OFAC"
citation = "1 USC 1"
confidence = "verified"
"""
RENEWAL = """
[[renewal]]
id = "ours"
regime = "EU"
title = "Ours"
act = "An act"
dates = ["03-15"]
steps = [{ until = 2024-03-15 }, { decided = 2024-03-01, until = 2025-03-15 }]
citation = "1 USC 1"
"""
CLOCK = """
[[clock]]
id = "ours"
title = "Ours"
counts_from = "report"
days = 5
season = ["07-10", "09-07"]
text = "Five days."
citation = "1 USC 1"
"""
AUTHORITY = """
[[authority]]
id = "ours"
title = "Ours"
kind = "order"
emergency = "emergency-14024"
citation = "1 USC 1"
"""
INSTRUMENT = """
[[instrument]]
id = "ours"
title = "Ours"
actor = "Somebody"
legal_minimum = "None"
practical = "Days"
reversal = "At once"
legislature = "None"
citation = "1 USC 1"
"""
SILENCE = """
[[silence]]
regime = "JP"
title = "Nothing on Cuba"
tags = ["CUBA"]
citation = "1 USC 1"
"""
PLACEMENT = """
[[placement]]
id = "ofac-1"
caption = "One"
tag = "RUSSIA-EO14024"
limbs = ["Directive 3"]
citation = "1 USC 1"
"""
EVERY = (RULE, RENEWAL, CLOCK, AUTHORITY, INSTRUMENT, PLACEMENT, SILENCE)


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "office.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_row_of_each_table_is_taken_and_says_that_it_is_an_overlay(tmp_path: Path) -> None:
    book = rulebook.load(written(tmp_path, "".join(EVERY)))
    kinds = (book.classes, book.renewals, book.clocks, book.authorities, book.instruments, book.placements)
    assert [[row.row.rpartition("/")[2] for row in kind if row.overlay] for kind in kinds] == [
        ["office.toml, row 1"]
    ] * len(kinds)


@pytest.mark.parametrize(
    ("text", "change", "said"),
    [
        (RULE, ('"A"', '"E"'), "the class “E” is not known; use one of A, C, B, D or unknown"),
        (RULE, ('class = "A"\n', ""), "required field `klass`"),
        (RULE, ('citation = "1 USC 1"\nconfidence = "verified"', ""), "the class has no citation"),
        (RULE, ('citation = "1 USC 1"', ""), "without a citation"),
        (RULE, ('actor = "OFAC"', 'actor = ""'), "actor is empty"),
        (RULE, ('tags = ["CUBA"]', ""), "to tags or to measures"),
        (RULE, ('tags = ["CUBA"]', 'tags = ["CUBA"]\nmeasures = ["m"]'), "to tags or to measures"),
        (RULE, ('actor = "OFAC"', 'actor = "OFAC"\ncontested = true'), "say what is contested"),
        (RULE, ('actor = "OFAC"', 'actor = "OFAC"\nklass2 = "A"'), "the key “klass2” is not known; use one of actor"),
        (RULE, ('"CUBA"', '"CUBE"'), "names the American tag “CUBE”, which no row states"),
        (RULE, ('"CUBA"', '"269/2014"'), "names the American tag “269/2014”"),
        (RULE, ('"1 USC 1"', '"1 USC 1"\ninstruments = ["magic"]'), "names the instrument “magic”"),
        (RULE, ('"1 USC 1"', '"1 USC 1"\nclocks = ["sundial"]'), "names the clock “sundial”"),
        (RULE, ('"1 USC 1"', '"1 USC 1"\nauthorities = ["EO 1"]'), "names the authority “EO 1”"),
        (
            AUTHORITY,
            ("[[authority]]", '[[authority]]\nclass = "A"'),
            "A class stands in a row of [[class]], with the tag",
        ),
        (RENEWAL, ('"EU"', '"XX"'), "the regime “XX” is not known"),
        (RENEWAL, ('"03-15"', '"15 March"'), "“15 March” is no day of the year"),
        (RENEWAL, ('"03-15"', '"02-30"'), "“02-30” is no day of the year"),
        (RENEWAL, ("2024-03-15", "2026-03-15"), "not in order of time"),
        (RENEWAL, ('act = "An act"', 'act = "An act"\ntags = ["NOBODY"]'), "names the tag “NOBODY”"),
        (CLOCK, ("days = 5", ""), "either days or months"),
        (CLOCK, ("days = 5", "days = 5\nmonths = 1"), "either days or months"),
        (CLOCK, (', "09-07"', ""), "season is a first and a last day"),
        (CLOCK, ('"09-07"', '"September"'), "season is a first and a last day"),
        (
            AUTHORITY,
            ('"order"', '"order"\ncodified = "perhaps"'),
            "codified is “perhaps”; use one of yes, no, contested",
        ),
        (AUTHORITY, ("emergency-14024", "emergency-1"), "names the emergency “emergency-1”"),
        (INSTRUMENT, ('reversal = "At once"', 'reversal = ""'), "reversal is empty"),
        (INSTRUMENT, ('reversal = "At once"\n', ""), "required field `reversal`"),
        (AUTHORITY, ('"order"', '"order"\nkept_by = "Act 9"'), "names the authority “Act 9”"),
        (RULE, ('"1 USC 1"', '"1 USC 1"\nalso = ["magic"]'), "names the instrument “magic”"),
        (
            INSTRUMENT,
            ('"1 USC 1"', '"1 USC 1"\nlegal_days = 9\nphases = [{ text = "A", days = 5 }, { text = "B", days = 8 }]'),
            "the phases are not in order of their days up to legal_days",
        ),
        (SILENCE, ('"JP"', '"XX"'), "the regime “XX” is not known"),
        (SILENCE, ('"CUBA"', '"CUBE"'), "names the American tag “CUBE”"),
        (PLACEMENT, ("RUSSIA-EO14024", "RUSSIA"), "names the American tag “RUSSIA”"),
    ],
)
def test_a_bad_row_is_refused_by_file_and_row(tmp_path: Path, text: str, change: tuple[str, str], said: str) -> None:
    assert change[0] in text
    with pytest.raises(BadData) as fault:
        rulebook.load(written(tmp_path, text.replace(*change)))
    assert said in str(fault.value)
    assert "office.toml, row 1" in str(fault.value)


@pytest.mark.parametrize("text", EVERY)
def test_two_rows_about_the_same_on_the_same_day_are_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadData, match=r"office.toml, row 2: repeats .*office.toml, row 1"):
        rulebook.load(written(tmp_path, text + text))


def test_rows_of_a_class_may_stand_side_by_side_where_list_limb_or_part_tells_them_apart(tmp_path: Path) -> None:
    others = ("limb = 'Directive 1'", "part = 'funds'", "list_types = ['SDN', 'SSI']", "list_types = ['CAPTA']")
    rows = [RULE, *(RULE.replace('class = "A"', f'class = "A"\n{other}') for other in others)]
    book = rulebook.load(written(tmp_path, "".join(rows)))
    assert len([row for row in book.classes if "CUBA" in row.tags]) == 5


def test_a_tag_in_two_rows_is_found_where_the_rows_name_others_too(tmp_path: Path) -> None:
    text = RULE + RULE.replace('["CUBA"]', '["YEMEN", "CUBA"]')
    with pytest.raises(BadData, match=r"\(CUBA\)"):
        rulebook.load(written(tmp_path, text))


def test_a_row_that_ends_after_the_next_begins_overlaps_it(tmp_path: Path) -> None:
    first = RULE.replace('class = "A"', 'class = "A"\nvalid_to = 2025-01-01')
    second = RULE.replace('class = "A"', 'class = "B"\nvalid_from = 2025-01-01')
    with pytest.raises(BadData, match="overlaps"):
        rulebook.load(written(tmp_path, first + second))
    assert rulebook.load(written(tmp_path, first + second.replace("01-01", "01-02"))).classes


def test_the_entries_of_one_tag_are_renewed_by_one_row(tmp_path: Path) -> None:
    text = RENEWAL.replace('act = "An act"', 'act = "An act"\ntags = ["269/2014"]')
    with pytest.raises(BadData, match=r"repeats .*\(EU 269/2014\)"):
        rulebook.load(written(tmp_path, text))
