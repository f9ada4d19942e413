from lxml import html

from briefer.render import page
from tests.render import briefs


def parsed(**changes: object) -> html.HtmlElement:
    brief = briefs.brief(**changes)
    return html.document_fromstring(page.document(brief, brief.sections))


def test_the_head_carries_language_title_and_dates_of_the_brief() -> None:
    root = parsed()
    assert root.get("lang") == "en-GB"
    assert root.findtext("head/title") == "Relief & options: “one” <paper>"
    meta = {found.get("name"): found.get("content") for found in root.iterfind("head/meta[@name]")}
    assert meta.pop("generator").startswith("Briefer ")
    assert meta == {
        "author": "A. Drafter",
        "description": "What could be eased",
        "dcterms.created": "2025-03-31T00:00:00Z",
        "dcterms.modified": "2025-03-31T00:00:00Z",
    }


def test_what_is_not_said_is_left_out_of_the_head() -> None:
    assert not parsed(author="").xpath("//meta[@name='author']")


def test_the_body_carries_what_margin_boxes_print() -> None:
    assert dict(parsed(status='a "b" & c').body.attrib) == {
        "data-title": "Relief options",
        "data-marking": "OFFICIAL",
        "data-foot": "OFFICIAL",
        "data-status": 'a "b" & c',
        "data-draft": "",
    }
    body = parsed(foot=False, draft=True).body
    assert (body.get("data-foot"), body.get("data-draft")) == ("", "DRAFT")


def test_each_section_is_wrapped_with_its_id_kind_and_running_head() -> None:
    sections = parsed().xpath("//body/section")
    assert [found.get("id") for found in sections] == [f"sec-{one.id}" for one in briefs.BRIEF.sections]
    assert sections[2].get("class") == "section kind-banks"
    assert sections[2].get("data-run") == "Banks"
    assert sections[2].get("style") == "break-before: page"
