"""Breaking lines by the width of letters."""

from briefer.assemble.letters import listed, width, wrapped


def test_wide_letters_take_more_room_than_narrow_ones() -> None:
    assert width("WWW", 3.0) > 2 * width("iii", 3.0)
    assert width("abc", 3.0, "SemiBold") > width("abc", 3.0)
    assert width("示", 3.0) == 3.0


def test_no_line_is_wider_than_its_room_and_no_word_is_lost() -> None:
    text = "An order with a title that is much too long for one line of the figure"
    lines = wrapped(text, 40.0, 3.2, 5)
    assert " ".join(lines) == text
    assert all(width(line, 3.2) <= 40.0 for line in lines)


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    lines = wrapped("word " * 60, 40.0, 3.2, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert width(lines[-1], 3.2) <= 40.0


def test_a_word_wider_than_the_room_comes_in_pieces() -> None:
    assert "".join(wrapped("W" * 40, 20.0, 3.2, 30)) == "W" * 40
    assert wrapped("WW", 1.0, 3.2, 3) == ("W", "W")
    assert wrapped("iiii", width("ii", 3.2), 3.2, 9) == ("ii", "ii")


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrapped("", 40.0, 3.2, 3) == ("",)


def test_names_are_listed_as_far_as_they_fit() -> None:
    assert listed(("A", "B", "C"), lambda _text: True) == "A, B, C"
    assert listed(("A", "B", "C"), lambda text: "C" not in text) == "A, B and 1 more"
    assert listed(("A", "B"), lambda _text: False) == "A and 1 more"
    assert listed((), lambda _text: True) == ""
    assert listed((), lambda _text: False) == ""
