"""What WeasyPrint says while it works: its complaints are faults of ours, its steps are progress."""

import itertools
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from briefer.model.progress import Progress

SPEAKERS = ("weasyprint", "fontTools", "briefer.render")
COUNTED = "weasyprint.progress"
STEP = "Step 5 - Creating layout - Page %d"
BEGUN = "Section begun"


def nobody(_section: str) -> None:
    """Is told, and does nothing."""


class _Listener(logging.Handler):
    def __init__(self, level: int, heard: Callable[[logging.LogRecord], None]) -> None:
        super().__init__(level)
        self.heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        self.heard(record)


@contextmanager
def complaints() -> Iterator[list[str]]:
    """Collects every warning and error logged, for instance a property unknown or a link that leads nowhere."""
    heard: list[str] = []
    with _listening(SPEAKERS, logging.WARNING, lambda record: heard.append(record.getMessage())):
        yield heard


@contextmanager
def pages(progress: Progress, begins: Callable[[str], object] = nobody) -> Iterator[None]:
    """Counts each page as it is laid out; a Cancelled that `progress` raises stops the layout there.

    `begins` is called with the id of each section that is about to be laid out.
    """
    count = itertools.count(1)

    def step(record: logging.LogRecord) -> None:
        if record.msg == STEP:
            progress("layout", next(count), None)
        elif record.msg == BEGUN:
            begins(_begun(record)[0])

    with _listening((COUNTED,), logging.INFO, step):
        yield


def forget() -> None:
    """Stops telling those who listened before a fork: what they would do belongs to the other process."""
    logger = logging.getLogger(COUNTED)
    for handler in [*logger.handlers]:
        logger.removeHandler(handler)


@contextmanager
def sections(told: Callable[[str, str], object]) -> Iterator[None]:
    """Tells the id and the title of each section that is about to be laid out."""

    def step(record: logging.LogRecord) -> None:
        if record.msg == BEGUN:
            told(*_begun(record))

    with _listening((COUNTED,), logging.INFO, step):
        yield


def _begun(record: logging.LogRecord) -> tuple[str, str]:
    return getattr(record, "section", ""), getattr(record, "title", "")


def begin(section: str, title: str) -> None:
    """Says that a section is about to be laid out."""
    logging.getLogger(COUNTED).info(BEGUN, extra={"section": section, "title": title})


def count() -> None:
    """Counts a page that another process has laid out."""
    logging.getLogger(COUNTED).info(STEP, 0)


@contextmanager
def _listening(names: tuple[str, ...], level: int, heard: Callable[[logging.LogRecord], None]) -> Iterator[None]:
    listener = _Listener(level, heard)
    loggers = [(logger, logger.level) for logger in map(logging.getLogger, names)]
    for logger, _ in loggers:
        logger.addHandler(listener)
        logger.setLevel(level)
    try:
        yield
    finally:
        for logger, before in loggers:
            logger.removeHandler(listener)
            logger.setLevel(before)
