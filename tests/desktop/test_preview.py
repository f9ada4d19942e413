"""What the window says where the child that lays pages out has come to its end."""

from dataclasses import replace
from typing import Any

import pytest

from briefer.desktop.preview import Preview
from briefer.model.desk import Arranged, Checked, Current, Fault, LaidOut, Laying, Titled

RISKS = Laying(state=0, section=Titled(id="risks", number="2", title="Risks"), place=2, of=3)
BEGUN = replace(RISKS, begun=True)
EARLY = Arranged(state=0, sections=(), pages=(), early=True)
PAGES = LaidOut(state=0, keys=(), pdf=b"", sizes=())


def ended(qapp: object, *told: object) -> tuple[Fault, list[Any]]:
    """Gives the fault that is shown when the child ends after these messages, and what was shown as being laid out."""
    assert qapp
    preview, pipe = Preview(), Any
    faults: list[Any] = []
    laying: list[Any] = []
    preview.fault.connect(faults.append)
    preview.laying.connect(laying.append)
    for each in (*told, None):
        preview._pipe = pipe  # type: ignore[assignment]
        preview._deliver(pipe, each)  # type: ignore[arg-type]
    preview.close()
    return faults[-1], laying


@pytest.mark.parametrize("told", [(BEGUN,), (RISKS,), (BEGUN, EARLY, PAGES)])
def test_the_section_over_which_the_pages_stopped_is_named(qapp: object, told: tuple[Any, ...]) -> None:
    fault, laying = ended(qapp, *told)
    assert fault.section == "risks"
    assert fault.message.startswith("The pages stopped over “Risks”: shorten or divide it.")
    assert laying == [each for each in told if each is RISKS]


@pytest.mark.parametrize(
    "told",
    [
        (),
        (BEGUN, replace(EARLY, early=False), PAGES),
        (BEGUN, Current(state=0, seconds=1.0)),
        (BEGUN, Fault(state=0, section="risks", message="No.")),
        (BEGUN, Checked(state=0, findings=(), relief=())),
    ],
)
def test_pages_that_stopped_over_no_section_name_none(qapp: object, told: tuple[Any, ...]) -> None:
    fault, _laying = ended(qapp, *told)
    assert fault.section == ""
    assert fault.message.startswith("The pages stopped. The next change")


def test_pages_that_were_stopped_by_hand_are_not_said_to_have_stopped_over_a_section_later(qapp: object) -> None:
    assert qapp
    preview, pipe = Preview(), Any
    faults: list[Any] = []
    preview.fault.connect(faults.append)
    preview._pipe = pipe  # type: ignore[assignment]
    preview._deliver(pipe, BEGUN)  # type: ignore[arg-type]
    preview.stop()
    preview._pipe = pipe  # type: ignore[assignment]
    preview._deliver(pipe, None)  # type: ignore[arg-type]
    preview.close()
    assert faults[-1].section == ""
