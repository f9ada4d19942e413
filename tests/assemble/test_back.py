"""Sources, lists, clearance."""

from assemble import made
from assemble.made import tree


def test_sources_print_what_is_used_with_locator_grade_and_safe_links() -> None:
    sources = tree("sources")
    text = " ".join(sources.text_content().split())
    assert "Law Office, 22 USC 9511, 2 August 2017." in text
    assert "At s. 2." in text
    assert "Grade A1." in text
    assert "Never cited" not in text
    assert "partly verified" in text
    assert all(url.startswith("https://") for url in sources.xpath("//a[@class='url']/@href"))
    assert all(len(shown) <= 64 for shown in sources.xpath("//a[@class='url']/text()"))


def test_the_lists_used_have_date_count_and_hash() -> None:
    text = made.text_of("lists")
    assert "List onelist-one, an excerpt Office 28 Mar 2025 11,443" in text
    assert "ab" * 16 in text


def test_the_clearance_prints_dates_as_the_page_does_and_others_as_typed() -> None:
    text = made.text_of("clearance")
    assert "Cleared Legal ok 28 Mar 2025 Keep." in text
    assert "2 soon Next." in text
    assert "State, Treasury. The workbook" in text
