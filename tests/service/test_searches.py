from datetime import date

from briefer.model.desk import Asked
from briefer.service import searches


def test_what_is_kept_comes_back_without_the_picks_of_the_day() -> None:
    asked = Asked(
        name="bank", klass="B", listed_from=date(2022, 2, 24), in_pack=True, picks=("a",), day=date(2025, 1, 1)
    )
    (saved,) = searches.read(searches.keep((), " Banks ", asked))
    assert saved.name == "Banks"
    assert saved.asked == Asked(name="bank", klass="B", listed_from=date(2022, 2, 24), in_pack=True)


def test_a_name_stands_once_and_in_its_place() -> None:
    texts = searches.keep(searches.keep((), "A", Asked(name="a")), "B", Asked(name="b"))
    texts = searches.keep(texts, "A", Asked(name="other"))
    assert [(each.name, each.asked.name) for each in searches.read(texts)] == [("A", "other"), ("B", "b")]
    assert [each.name for each in searches.read(searches.rename(texts, "A", "B"))] == ["B"]
    assert [each.name for each in searches.read(searches.rename(texts, "A", "C "))] == ["C", "B"]
    assert [each.name for each in searches.read(searches.forget(texts, "A"))] == ["B"]


def test_what_cannot_be_read_is_left_out() -> None:
    assert searches.read(("{", '{"name": 4}', *searches.keep((), "A", Asked()))) == (
        searches.Saved(name="A", asked=Asked()),
    )
