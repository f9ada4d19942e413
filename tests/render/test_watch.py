import logging

from briefer.render import watch


def test_warnings_and_errors_are_collected_and_lesser_words_are_not() -> None:
    with watch.complaints() as heard:
        logging.getLogger("weasyprint").info("step")
        logging.getLogger("weasyprint").warning("no %s", "anchor")
        logging.getLogger("fontTools.subset").error("bad font")
    logging.getLogger("weasyprint").debug("later")
    assert heard == ["no anchor", "bad font"]


def test_the_loggers_are_left_as_they_were() -> None:
    logger = logging.getLogger("weasyprint")
    before = (list(logger.handlers), logger.level)
    with watch.complaints():
        assert (list(logger.handlers), logger.level) != before
    assert (list(logger.handlers), logger.level) == before


def test_pages_laid_out_are_counted_whatever_their_number_and_other_words_are_not() -> None:
    steps: list[tuple[str, int, int | None]] = []
    with watch.pages(lambda *step: steps.append(step)):
        logger = logging.getLogger("weasyprint.progress")
        logger.info("Step 3 - Applying CSS")
        logger.info(watch.STEP, 7)
        logger.info(watch.STEP.replace("%d", "x"))
        logger.info(watch.STEP, 1)
    assert steps == [("layout", 1, None), ("layout", 2, None)]


def test_a_section_that_is_begun_is_no_page() -> None:
    steps: list[object] = []
    begun: list[str] = []
    with watch.pages(lambda *step: steps.append(step), begun.append):
        watch.begin("risks", "Risks")
        watch.count()
    with watch.pages(lambda *step: steps.append(step)):
        watch.begin("lines", "Lines")
    assert (begun, steps) == (["risks"], [("layout", 1, None)])


def test_a_section_that_is_begun_is_told_with_its_title_and_a_page_is_not() -> None:
    told: list[tuple[str, str]] = []
    with watch.sections(lambda *begun: told.append(begun)):
        watch.begin("risks", "Risks")
        watch.count()
    assert told == [("risks", "Risks")]
