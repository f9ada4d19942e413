from hypothesis import given
from hypothesis import strategies as st

from briefer.history import History


@given(st.lists(st.integers(1, 5), max_size=20), st.data())
def test_undo_then_redo_returns_to_where_it_was(added: list[int], data: st.DataObject) -> None:
    history = History(0)
    values = [0]
    for number in added:
        history.do(f"add {number}", values[-1] + number)
        values.append(history.value)
    steps = data.draw(st.integers(0, len(added)))
    for _ in range(steps):
        history.undo()
    assert history.value == values[len(added) - steps]
    assert history.modified == (history.value != 0)
    for _ in range(steps):
        history.redo()
    assert history.value == values[-1]
    assert history.redo_label == ""


def test_a_run_of_typing_is_one_step_until_it_rests() -> None:
    history = History("")
    for text in ("a", "ab", "abc"):
        history.do("Write", text, run="text")
    history.end_run()
    history.do("Write", "abcd", run="text")
    history.undo()
    assert history.value == "abc"
    history.undo()
    assert (history.value, history.undo_label, history.redo_label) == ("", "", "Write")


def test_a_run_does_not_join_what_was_saved() -> None:
    history = History("")
    history.do("Write", "a", run="text")
    history.saved("a", history.step)
    history.do("Write", "ab", run="text")
    assert history.modified
    history.undo()
    assert history.value == "a"
    assert not history.modified


def test_a_value_that_is_equal_is_no_step_and_an_empty_history_does_nothing() -> None:
    history = History(1)
    history.do("Same", 1)
    history.undo()
    history.redo()
    history.end_run()
    assert (history.value, history.undo_label, history.redo_label) == (1, "", "")


def test_amending_is_no_step() -> None:
    history = History(1)
    history.do("Two", 2)
    history.amend(3)
    history.undo()
    assert history.value == 1


def test_a_new_step_forgets_what_was_undone() -> None:
    history = History(1)
    history.do("Two", 2)
    history.undo()
    history.do("Three", 3)
    history.redo()
    assert history.value == 3


def test_what_a_step_puts_beside_is_a_change_until_it_is_saved_or_undone() -> None:
    history = History("a", beside=1)
    history.do_beside("Refresh", 2)
    assert history.modified
    history.undo()
    assert (history.beside, history.modified) == (1, False)
    history.redo()
    history.saved("a", history.step)
    assert (history.beside, history.modified) == (2, False)
    history.undo()
    assert history.modified
    history.do_beside("Refresh", 3)
    assert history.modified
