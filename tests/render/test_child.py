import queue
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pypdfium2
import pytest

from briefer.render import Attachment, fonts
from briefer.render.child import Answer, Ask, Child, Worker
from briefer.render.engine import Engine
from briefer.render.limits import Limits
from tests.render import briefs

LONG = 60.0
SHORT = briefs.brief(briefs.section("one", "<h1>One</h1><p>Some words</p>"), briefs.section("two", "<h2>Two</h2>"))
EDITED = replace(SHORT, sections=(SHORT.sections[0], briefs.section("two", "<h2>Two</h2><p>More</p>")))
HEAVY = briefs.brief(briefs.section("one", f"<h1>One</h1>{briefs.table(4000)}"))


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    made = Child()
    yield made
    made.stop()


def answers(child: Child) -> list[Answer]:
    """Gives all answers to the last question."""
    found: list[Answer] = []
    while (answer := child.receive(LONG)) is not None:
        found.append(answer)
    return found


def painted(found: list[Answer]) -> list[int]:
    return [answer.picture.number for answer in found if answer.picture]


def test_a_child_shows_every_page_once_and_then_only_what_changed(child: Child) -> None:
    child.show(SHORT)
    first = answers(child)
    assert sorted(painted(first)) == [1, 2]
    assert first[-1].what == "done"
    assert {answer.section for answer in first if answer.section} == {"one", "two"}
    child.show(EDITED)
    second = answers(child)
    assert painted(second) == [2]
    assert {answer.section for answer in second if answer.section} == {"two"}


def test_a_picture_has_the_text_and_the_size_of_its_page(child: Child) -> None:
    child.show(briefs.brief(SHORT.sections[0]))
    (picture,) = (answer.picture for answer in answers(child) if answer.picture)
    assert picture.png.startswith(b"\x89PNG")
    assert (round(picture.width), round(picture.height)) == (595, 842)
    assert "Some words" in [box.text for box in picture.texts]


def test_a_child_writes_what_render_writes(child: Child) -> None:
    child.write(briefs.brief(), (briefs.SHEET,))
    (written,) = (answer.rendered for answer in answers(child) if answer.rendered)
    assert written == briefs.rendered()


def test_a_fault_is_a_sentence_and_the_last_good_pages_stay(child: Child) -> None:
    child.show(SHORT)
    answers(child)
    child.show(briefs.brief(SHORT.sections[0], briefs.section("two", "<h2 style='colour: red'>Two</h2>")))
    assert answers(child)[-1].fault.startswith("Section “Two” has a fault: ")
    child.show(SHORT)
    assert painted(answers(child)) == []


def test_only_the_newest_of_two_questions_is_answered(child: Child) -> None:
    child.show(HEAVY)
    newest = child.show(EDITED)
    assert {answer.number for answer in answers(child)} == {newest}


def test_a_stopped_child_is_gone_and_the_next_question_starts_another() -> None:
    child = Child()
    child.show(HEAVY)
    child.receive(LONG)
    assert child.fileno() > 0
    child.stop()
    assert child.receive() is None
    child.show(SHORT)
    assert sorted(painted(answers(child))) == [1, 2]
    child.stop()


def test_a_child_that_is_silent_too_long_is_ended() -> None:
    child = Child(Limits(seconds=0.05))
    child.show(SHORT)
    assert "said nothing for 0.05 seconds" in answers(child)[-1].fault
    assert child._process is None


def test_a_child_that_wants_too_much_memory_is_refused_or_ends_and_says_so() -> None:
    child = Child(Limits(memory=440 << 20))
    without_head = briefs.table(6_000).replace("thead", "tbody")  # such a table is laid out in one piece
    child.show(briefs.brief(briefs.section("one", f"<h1>One</h1>{without_head}")))
    assert "memory" in answers(child)[-1].fault
    child.stop()


def test_a_child_that_was_killed_is_noticed() -> None:
    child = Child()
    child.show(HEAVY)
    child.receive(LONG)
    assert child._process
    child._process.kill()
    assert "ended before it was done" in answers(child)[-1].fault


def test_before_a_question_there_is_no_answer() -> None:
    assert Child().receive() is None


class Wire:
    """Keeps what a worker says."""

    def __init__(self) -> None:
        self.said: list[Answer] = []

    def send(self, answer: Answer) -> None:
        self.said.append(answer)


@pytest.fixture
def worker() -> Worker:
    fonts.use_bundled()
    made = Worker(queue.SimpleQueue(), Wire())
    made.engine = Engine(made.starting)
    return made


def test_a_worker_shows_the_pages_near_the_eye_first(worker: Worker) -> None:
    worker.answer(Ask(number=1, brief=briefs.brief(), near=6))
    assert painted(worker.answers.said)[:3] == [6, 5, 7]
    assert sorted(painted(worker.answers.said)) == [1, 2, 2, 3, 4, 5, 6, 7, 8], "the contents settle last"


def test_a_worker_drops_what_is_stale_and_takes_it_up_with_the_next_question(worker: Worker) -> None:
    worker.answer(Ask(number=1, brief=SHORT))
    newer = Ask(number=2, brief=EDITED)
    worker.waiting.put(newer)
    worker.answer(Ask(number=2, brief=briefs.brief()))
    assert not painted([answer for answer in worker.answers.said if answer.number == 2])
    worker.waiting.get()
    worker.answer(replace(newer, number=3))
    assert painted([answer for answer in worker.answers.said if answer.number == 3]) == [2]


def test_a_worker_paints_a_page_anew_whose_margins_changed(worker: Worker) -> None:
    worker.answer(Ask(number=1, brief=SHORT))
    worker.answer(Ask(number=2, brief=replace(SHORT, banner="SECRET")))
    pictures = [answer.picture for answer in worker.answers.said if answer.picture and answer.number == 2]
    assert [picture.number for picture in pictures] == [1, 2]
    assert "SECRET" in [box.text.strip() for box in pictures[0].texts]


def test_want_of_memory_is_a_sentence(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(*_call: Any) -> Any:
        raise MemoryError

    monkeypatch.setattr(worker.engine, "glance", exhausted)
    worker.answer(Ask(number=1, brief=SHORT))
    assert "more memory" in worker.answers.said[-1].fault


def test_a_worker_writes(worker: Worker) -> None:
    sheet = Attachment(name="a.csv", content=b"a", mime="text/csv", description="A")
    worker.answer(Ask(number=1, brief=SHORT, write=True, attachments=(sheet,)))
    (written,) = (answer.rendered for answer in worker.answers.said if answer.rendered)
    assert len(pypdfium2.PdfDocument(written.pdf)) == 2
