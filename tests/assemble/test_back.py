"""Sources, lists, clearance."""

from dataclasses import replace
from datetime import timedelta

from assemble import made
from assemble.made import tree
from briefer.model.policy import Source


def test_sources_print_what_is_used_with_locator_grade_and_safe_links() -> None:
    sources = tree("sources")
    text = " ".join(sources.text_content().split())
    assert "Law Office, 22 USC 9511, 2 August 2017." in text
    assert "At s. 2." in text
    assert "Law, grade A1." in text
    assert "Never cited" not in text
    assert "partly verified" in text
    assert all(url.startswith("https://") for url in sources.xpath("//a[@class='url']/@href"))
    assert all(len(shown) <= 64 for shown in sources.xpath("//a[@class='url']/text()"))


def test_a_source_prints_no_date_twice_and_three_places_at_most() -> None:
    law = replace(made.SOURCES[0], title="Act of 2 August 2017", locator="s. 1")
    places = " ".join(f"[@s-law, s. {number}]" for number in range(1, 6))
    pack = made.with_text(made.pack(), "bottom-line", f"Words. {places}")
    text = made.text_of("sources", made.brief(pack, replace(made.DOSSIER, sources=(law, *made.SOURCES[1:]))))
    assert "Law Office, Act of 2 August 2017, s. 1." in text
    assert "At s. 2; s. 3; s. 4; and at 1 more place." in text


def test_list_files_that_facts_cite_stand_with_key_and_hash() -> None:
    cited = Source(id="s-list", title="List two", publisher="Council", kind="list", date=made.on("2025"))
    assert "List two" in made.said("lists", sources=(*made.SOURCES, cited))


def test_the_lists_used_have_date_count_and_hash() -> None:
    text = made.text_of("lists")
    assert "List onelist-one, an excerpt Office 28 Mar 2025 11,443" in text
    assert "ab" * 16 in text


def test_a_list_that_is_later_than_the_paper_is_marked() -> None:
    assert "later than the day of this paper" not in made.text_of("lists")
    later = replace(made.DOSSIER.lists[0], published=made.DOSSIER.as_of + timedelta(days=1))
    assert "later than the day of this paper" in made.said("lists", lists=(later,))


def test_the_clearance_prints_dates_as_the_page_does_and_others_as_typed() -> None:
    text = made.text_of("clearance")
    assert "Cleared Legal ok 28 Mar 2025 Keep." in text
    assert "2 soon Next." in text
    assert "State, Treasury. The workbook" in text


def test_keys_that_no_page_cites_are_named_while_they_are_few_and_counted_then() -> None:
    def told(unused: int) -> str:
        more = tuple(replace(made.SOURCES[-1], id=f"s-more-{number}") for number in range(unused))
        sources = (*made.SOURCES[:-1], *more)
        keys = {**made.pack().keys, **{each.id: f"F{number}" for number, each in enumerate(more, 50)}}
        return made.text_of("sources", made.brief(made.pack(keys=keys), replace(made.DOSSIER, sources=sources)))

    assert "F50 stands in the workbook alone." in told(1)
    assert "F50 and F51 stand in the workbook alone." in told(2)
    assert "13 further keys stand in the workbook alone." in told(13)
    assert "in the workbook alone" not in told(0)
