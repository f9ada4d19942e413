import pytest

from briefer.render.rows import LONG, Cut, cut
from tests.render import briefs


def table(rows: int, cell: str = "x", head: str = "<thead><tr><th>H</th></tr></thead>") -> str:
    return f"<table>{head}<tbody>{f'<tr><td>{cell}</td></tr> ' * rows}</tbody></table>"


def test_a_section_is_cut_at_its_longest_table_and_is_whole_again_with_all_rows() -> None:
    html = f"<p>a</p>{table(3)}<p>b</p>{table(LONG + 1)}<p>c</p>{table(LONG)}"
    found = cut(html)
    assert found
    assert (len(found.rows), found.body) == (LONG + 1, 1)
    assert found.html(tuple(range(LONG + 1))) == html


def test_some_rows_stand_for_all_with_those_at_both_ends() -> None:
    found = Cut("<", tuple(map(str, range(10))), ">", 0)
    assert found.kept(5, 7) == (0, 1, 3, 4, 5, 6, 8, 9)
    assert found.html(found.kept(5, 7)) == "<01345689>"


@pytest.mark.parametrize(
    "html",
    [
        table(LONG - 1),
        table(LONG, cell=table(1)),
        table(LONG).replace("<td>", "<td rowspan='2'>", 1),
        table(LONG, head=""),
        "<p>no table</p></table></tbody></tr>",
    ],
)
def test_rows_that_are_few_or_hang_together_are_not_cut(html: str) -> None:
    assert cut(html) is None


def test_the_table_of_the_tests_is_cut() -> None:
    assert cut(briefs.table(120)) is not None
