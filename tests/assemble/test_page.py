"""A section while it is written."""

from assemble import made
from briefer.assemble.context import Context, Placed
from briefer.assemble.page import Page


def test_the_anchor_of_a_use_stands_on_the_first_link_printed_whatever_was_asked_first() -> None:
    context = Context(made.pack(), made.DOSSIER, {"s-law": "F1", "s-eu": "F2"}, ())
    page = Page(context, Placed(made.sections()[0], "1", ()))
    late, unprinted = page.keys(("s-law",)), page.keys(("s-eu",))
    early = page.keys(("s-law",))
    html = page.anchored(f"<td>{early}</td><p>{late}</p>")
    assert "F2" in unprinted
    assert list(page.uses) == ["s-law"]
    assert html.count(" id=") == 1
    assert html.index(" id=") < html.index("<p>")
