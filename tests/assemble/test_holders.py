"""Holders side by side: the matrix, where they differ, and how their lines moved."""

from dataclasses import replace
from datetime import date

from lxml import html

from assemble import made
from briefer.model.brief import Brief
from briefer.model.pack import Pack
from briefer.model.policy import Position

SINCE = date(2025, 3, 1)


def held(id: str, holder: str, stance: int | None, day: str, **more: str) -> Position:
    facts = {"issue": "easing", "source": "s-press", **more}
    return Position(id=id, holder=holder, stance=stance, said_on=made.on(day), **facts)  # type: ignore[arg-type]


def brief(*positions: Position, pack: Pack | None = None) -> Brief:
    return made.brief(pack, replace(made.DOSSIER, positions=positions))


def since(day: date) -> Pack:
    return made.pack(settings=replace(made.SETTINGS, since=day))


def rows(title: str, found: Brief) -> list[list[str]]:
    """Gives the cells of a table of the positions section, found by its title; no row where it is not printed."""
    page = html.fromstring(f"<div>{made.section('positions', found).html}</div>".replace("<br>", " "))
    table = page.xpath("//table[caption/span[@class='t'][starts-with(., $title)]]", title=title)
    found_rows = table[0].xpath("./tbody/tr") if table else []
    return [[" ".join(cell.text_content().split()) for cell in row] for row in found_rows]


def test_the_matrix_gives_the_latest_stance_its_day_and_its_source_and_says_what_is_missing() -> None:
    table = rows("Positions by holder", brief(*made.POSITIONS, held("p-5", "Pavel Speaker", 1, "2025-03-09")))
    assert table[0][0] == "Anna MinisterMinister"
    assert table[0][1:] == ["▼against24 Feb 2025F2", "no recorded position", "no recorded position"]
    assert table[1][1:] == ["△partly in favour9 Mar 2025F2", "○unclear reportednot datedF2", "no recorded position"]


def test_the_matrix_counts_changes_from_the_day_that_the_drafter_names() -> None:
    turned = held("p-5", "Pavel Speaker", 1, "2025-03-09")
    table = rows("Positions by holder", brief(*made.POSITIONS, turned, pack=since(date(2025, 3, 5))))
    assert table[0][1].endswith("none since 5 Mar 2025")
    assert table[1][1].endswith("moved away from easing by 1 step since 5 Mar 2025")


def test_where_holders_differ_names_the_camps_with_the_firmest_first_and_counts_the_steps() -> None:
    found = brief(
        *made.POSITIONS,
        held("p-5", "Berta", 1, "2025-03-09"),
        held("p-6", "Carl", 2, "2025-03-10"),
        held("p-7", "Dora", None, "2025-03-11"),
        held("p-8", "Egon", 0, "2025-03-12", basis="inferred"),
    )
    assert rows("Who stands where", found) == [
        [
            "Easing before a settlement4 steps apart; Table 6.2",
            "▲Pavel SpeakerF2 ▲CarlF2 △BertaF2",
            "▼Anna MinisterF2",
            "●EgonF2 ours ○DoraF2 unclear",
            "Committee",
        ]
    ]


def test_the_matrix_and_the_camps_say_in_a_word_what_is_only_reported_or_inferred_and_what_the_word_means() -> None:
    told = held("p-5", "Pavel Speaker", 1, "2025-03-09", basis="reported")
    acted = held("p-6", "Berta", 0, "2025-03-10", basis="inferred")
    found = brief(*made.POSITIONS, told, acted)
    table = rows("Positions by holder", found)
    assert table[1][1] == "△partly in favour reported9 Mar 2025F2"
    assert next(row for row in table if row[0] == "Berta")[1] == "●depends ours10 Mar 2025F2"
    camps = rows("Who stands where", found)[0][1:4]
    assert camps == ["△Pavel SpeakerF2 reported", "▼Anna MinisterF2", "●BertaF2 ours"]
    meaning = "ours nobody said so; we infer it from acts. reported a report says so; it is not on the record."
    assert made.text_of("positions", found).count(meaning) == 2
    assert "it is not on the record" not in made.text_of("positions", brief(made.POSITIONS[0], made.POSITIONS[1]))


def test_a_word_is_explained_only_under_a_table_that_prints_it() -> None:
    line = (
        held("p-1", "Anna", 1, "2025-03-01", basis="reported"),
        held("p-2", "Anna", 2, "2025-03-02"),
        held("p-3", "Berta", -2, "2025-03-02"),
    )
    found = brief(*line)
    assert rows("How a holder", found)[0][2].startswith("△partly in favour reported, 1 Mar 2025F2")
    assert made.text_of("positions", found).count("it is not on the record") == 1


def test_a_stance_that_is_new_or_moved_since_the_day_says_so_where_holders_differ() -> None:
    positions = (
        held("p-1", "Anna", -2, "2025-02-20"),
        held("p-2", "Anna", -1, "2025-03-20"),
        held("p-3", "Berta", -2, "2025-03-20"),
        held("p-4", "Carl", 1, "2025-02-01"),
    )
    row = rows("Who stands where", brief(*positions, pack=since(SINCE)))[0]
    assert row[1:3] == ["△CarlF2", "▼BertaF2 new ▽AnnaF2 moved"]
    text = made.text_of("positions", brief(*positions, pack=since(SINCE)))
    assert "new, moved since 1 Mar 2025." in text
    assert "moved towards easing by 1 step since 1 Mar 2025" in text
    assert "since" not in made.text_of("positions", brief(*positions))


def test_holders_of_one_mind_are_all_alike_and_one_clear_stance_is_no_difference() -> None:
    alike = brief(held("p-1", "Anna", -2, "2025-02-20"), held("p-2", "Berta", -2, "2025-02-21"))
    assert rows("Who stands where", alike)[0][0].startswith("Easing before a settlementall alike; Table")
    alone = brief(held("p-1", "Anna", -2, "2025-02-20"), held("p-2", "Berta", None, "2025-02-21"))
    assert rows("Who stands where", alone) == []


def test_more_than_six_without_a_position_are_counted_and_more_than_twelve_of_a_camp_end_in_a_number() -> None:
    crowd = tuple(held(f"p-{n:02}", f"Holder {n:02}", 2, "2025-02-20") for n in range(14))
    silent = tuple(held(f"q-{n}", f"Silent {n}", 0, "2025-02-20", issue="banks") for n in range(7))
    row = next(row for row in rows("Who stands where", brief(*crowd, *silent)) if row[0].startswith("Easing"))
    assert row[1].endswith("▲Holder 11F2and 2 more, in the workbook")
    assert row[4] == "7 of 21 holders"
    row = next(row for row in rows("Who stands where", brief(*crowd, *silent[:6])) if row[0].startswith("Easing"))
    assert row[4] == "Silent 0 Silent 1 Silent 2 Silent 3 Silent 4 Silent 5"


def test_a_line_shows_every_position_in_order_and_where_it_led() -> None:
    line = (
        held("p-2", "Anna", 1, "2025-03-20", chain="Aide → Reuters → Paper"),
        held("p-1", "Anna", -1, "2025-02-20", capacity="Envoy"),
    )
    assert rows("How a holder", brief(*line, *made.POSITIONS)) == [
        [
            "Anna",
            "Easing before a settlement",
            "▽partly against, 20 Feb 2025F2 △partly in favour, 20 Mar 2025F2second hand",
            "moved towards easing by 2 steps",
        ]
    ]


def test_nothing_is_printed_of_lines_where_nobody_has_more_than_one_position_on_a_question() -> None:
    assert rows("How a holder", made.brief()) == []


def test_a_line_says_how_often_it_turned_and_when_it_became_unclear() -> None:
    def trend(*stances: int | None) -> str:
        line = tuple(held(f"p-{n}", "Anna", stance, f"2025-03-0{n}") for n, stance in enumerate(stances, 1))
        return rows("How a holder", brief(*line))[0][3]

    assert trend(1, 1) == "unchanged"
    assert trend(1, 2, 1) == "unchanged, after turning once"
    assert trend(1, 2, 1, 2) == "moved towards easing by 1 step, after turning twice"
    assert trend(1, 2, 1, 2, 1) == "unchanged, after turning 3 times"
    assert trend(1, None) == "now unclear"
    assert trend(None, None) == "never clear"


def test_a_replaced_position_stays_on_the_line_and_says_so() -> None:
    line = (held("p-1", "Anna", 1, "2025-03-01"), held("p-2", "Anna", -1, "2025-03-02", supersedes="p-1"))
    assert "△partly in favour, 1 Mar 2025F2replaced" in rows("How a holder", brief(*line))[0][2]


def test_a_position_taken_after_the_day_of_the_paper_is_on_no_line_and_in_no_camp() -> None:
    late = held("p-9", "Anna Minister", 2, "2025-04-20")
    found = brief(*made.POSITIONS, late)
    assert rows("How a holder", found) == []
    assert "▼Anna Minister" in rows("Who stands where", found)[0][2]
