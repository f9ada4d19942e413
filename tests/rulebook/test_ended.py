"""How an end that has passed is told."""

from briefer.rulebook import after_end


def test_an_end_that_has_passed_says_its_day_and_what_followed() -> None:
    assert after_end("15 September 2026") == "stated end 15 September 2026; no renewal on record"
    assert after_end("15 March 2025", "15 September 2025") == "stated end 15 March 2025; renewed to 15 September 2025"
    assert after_end() == "stated end passed; no renewal on record"
