"""A section while it is written."""

from assemble import made
from briefer.assemble.context import Context, Placed
from briefer.assemble.page import Page
from briefer.text import blocks


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


def test_keys_that_take_more_lines_than_their_paragraph_stand_at_its_end() -> None:
    keys = {f"s-{number}": f"F{number}" for number in range(1, 9)}
    page = Page(Context(made.pack(), made.DOSSIER, keys, ()), Placed(made.sections()[0], "1", ()))
    cited = "; ".join(f"@{id}" for id in keys)
    assert str(page.prose(blocks(f"Short. [{cited}]"))).startswith('<p>Short.<span class="sk">')
    assert str(page.prose(blocks(f"{'Long enough for two lines. ' * 6} [{cited}]"))).startswith('<p><span class="fk">')
    assert str(page.prose(blocks("Short. [@s-1; @s-2]"))).startswith('<p><span class="fk">')
