"""A section while it is written."""

from assemble import made
from briefer.assemble.context import Context, Placed
from briefer.assemble.page import Page


def test_the_anchor_of_a_use_stands_on_the_first_link_printed_whatever_was_asked_first() -> None:
    sources = Placed(next(one for one in made.sections() if one.kind == "sources"), "2", ())
    context = Context(made.pack(), made.DOSSIER, {"s-law": "F1", "s-eu": "F2"}, (sources,))
    page = Page(context, Placed(made.sections()[0], "1", ()))
    late, unprinted = page.keys(("s-law",)), page.keys(("s-eu",))
    early = page.keys(("s-law",))
    html = page.anchored(f"<td>{early}</td><p>{late}</p>")
    assert "F2" in unprinted
    assert list(page.uses) == ["s-law"]
    assert html.count(" id=") == 1
    assert html.index(" id=") < html.index("<p>")


def test_where_the_paper_prints_no_sources_a_key_leads_nowhere() -> None:
    page = Page(Context(made.pack(), made.DOSSIER, {"s-law": "F1"}, ()), Placed(made.sections()[0], "1", ()))
    assert page.keys(("s-law",)) == "F1"
    assert not page.uses
