"""Pasted text cut into sentences, whatever it came from: wrapped lines, bullets, headlines, bylines, quotations."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

WRAPPED = 100
"""Characters; a text without a longer line is taken to be broken by hand."""
LONGEST_HEADING = 14
"""Words."""
BULLET = re.compile(r"^\s*(?:[-*•▪◦‣·]|\d{1,2}[.)]|[a-z]\))\s+")
BYLINE = re.compile(r"^\s*(?:—|–|--)\s*(?=\S)")
ENDS = re.compile(r"[.!?…؟。！？]+[\"”“’'»」』)\]]*$")
STOP = re.compile(r"[.!?…؟]+[\"”“’'»)\]]*(?=\s)|[。！？]+[」』”]*")
IDEOGRAPHIC = "。！？"
OPENERS = "\"“„«‘'([—–-"
OPENED = re.compile(r"""[“„«「"]|(?<!\w)['‘](?=\w)""")
CLOSERS = {"“": "”", "„": "“”", "«": "»", "「": "」", '"': '"'}
CLOSED = {mark: re.compile(f"[{closers}]") for mark, closers in CLOSERS.items()}
SPOKEN = re.compile(r"['‘][^\n'‘’]*(?:['’](?=\w)[^\n'‘’]*)*(?<=[,.!?…])['’](?!\w)")
"""Words in single marks; the same mark is an apostrophe, so that they count as quoted only up to a stop before it."""
LONGEST_QUOTE = 2000
"""Characters; what is farther from its opening mark closes another quotation."""
YEAR = re.compile(r"\d\s*(?:г|гг|р|рр)$")
"""A year in Russian or Ukrainian, whose abbreviation may be the last word of a sentence."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


ABBREVIATIONS = _words(
    """
    mr mrs ms mx dr prof sen sens rep reps gov gen col lt cpl sgt capt maj adm rev hon amb st jr no nos art arts
    sec secs para paras reg regs p pp vol ed eds fig vs cf approx est dept jan feb mar apr jun jul aug sept sep
    oct nov dec mon tue wed thu fri sat sun e.g i.e al op cit ca т д п ст стр им ул тыс руб коп проф акад др ред
    м см рис н.э т.е т.д т.п т.к т.н ім вул тис грн
    """
)
"""Words after which a full stop ends no sentence, in English, Russian and Ukrainian."""
MAY_END = _words(
    """
    inc ltd corp co llc plc bros etc esq г гг р млн млрд трлн
    """
)
"""Abbreviations that end a sentence if the next word is one that opens one."""
OPENING_WORDS = _words(
    """
    the this that these those it its he she they we i you a an in on at by for from with to of as but and or yet
    so if when while after before since although though however meanwhile there here his her their our my what
    who why how в на и но а он она они это эти этот после если когда по из за к с у как что у в і й але він вона
    вони це потом затем тогда также потім тоді також
    """
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence as it stands in its paragraph; `kind` is sentence, heading or byline."""

    paragraph: int
    kind: str
    text: str


def pieces(text: str) -> tuple[Piece, ...]:
    """Gives a text's sentences, headings and bylines in order; a quotation of several sentences stays one piece."""
    found: list[Piece] = []
    for number, paragraph in enumerate(paragraphs(text), 1):
        body = BULLET.sub("", paragraph)
        if BYLINE.match(paragraph):
            found.append(Piece(number, "byline", BYLINE.sub("", paragraph)))
        elif body == paragraph and _is_heading(paragraph):
            found.append(Piece(number, "heading", paragraph))
        else:
            found += (Piece(number, "sentence", sentence) for sentence in sentences(body))
    return tuple(found)


def paragraphs(text: str) -> tuple[str, ...]:
    """Gives the paragraphs: each line its own, unless lines were broken by hand or one goes on in small letters."""
    lines = [" ".join(line.split()) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    longest = max(map(len, lines), default=0)
    found: list[str] = []
    broken = False
    for line in lines:
        if line and broken and found and _goes_on(found[-1].rpartition("\n")[2], line, longest):
            found[-1] += f"\n{line}"
        elif line:
            found.append(line)
        broken = bool(line)
    return tuple(" ".join(paragraph.split()) for paragraph in found)


def _goes_on(line: str, following: str, longest: int) -> bool:
    """Says whether a line is the same paragraph as the one before it."""
    if BULLET.match(following) or BYLINE.match(following):
        return False
    if following[0].islower():
        return True
    return longest <= WRAPPED and len(line) >= 0.7 * longest


def _is_heading(paragraph: str) -> bool:
    return not ENDS.search(paragraph) and len(paragraph.split()) <= LONGEST_HEADING


def sentences(paragraph: str) -> tuple[str, ...]:
    """Gives the sentences of one paragraph."""
    within = bytearray(len(paragraph) + 1)
    for opened, closed in quotations(paragraph):
        within[opened + 1 : closed] = b"\1" * (closed - opened - 1)
    found: list[str] = []
    start = 0
    for stop in STOP.finditer(paragraph):
        before = paragraph[start : stop.start()].strip()
        after = paragraph[stop.end() : stop.end() + 60].lstrip().lstrip(OPENERS)
        if not before.isdecimal() and not within[stop.end()] and _is_end(before, stop.group(), after):
            found.append(paragraph[start : stop.end()].strip())
            start = stop.end()
    return (*found, *filter(None, [paragraph[start:].strip()]))


def _is_end(before: str, stop: str, after: str) -> bool:
    """Says whether a stop between these words ends a sentence."""
    if stop[0] in IDEOGRAPHIC:
        return True
    if not after or after[0].islower():
        return False
    return stop != "." or not _abbreviated(before, after)


def _abbreviated(before: str, following: str) -> bool:
    """Says whether a full stop belongs to an abbreviation or an initial and not to the end of a sentence."""
    word = before.rpartition(" ")[2].lstrip(OPENERS)
    bare = word.casefold()
    opens = re.match(r"[\w’']*", following)
    new = opens is not None and opens.group().casefold() in OPENING_WORDS
    if bare in ABBREVIATIONS:
        return True
    if YEAR.search(before):
        return False
    if bare in MAY_END or re.fullmatch(r"(?:\w\.)+\w", bare):
        return not new
    return len(word) == 1 and word.isupper() and word != "I"


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Yields where quotations begin and end, the marks included; one that is never closed is none."""
    place = 0
    while opened := OPENED.search(text, place):
        closed = _closed(text, opened)
        place = closed.end() if closed else opened.end()
        if closed:
            yield opened.start(), closed.end()


def _closed(text: str, opened: re.Match[str]) -> re.Match[str] | None:
    """Gives what ends a quotation, None where nothing does."""
    closer = CLOSED.get(opened.group())
    if closer is None:
        return SPOKEN.match(text, opened.start(), opened.end() + LONGEST_QUOTE)
    return closer.search(text, opened.end(), opened.end() + LONGEST_QUOTE)


def outside(text: str, spans: Iterable[tuple[int, int]], filler: str = " ") -> str:
    """Gives a text of the same length with these spans filled with one character; spans may overlap."""
    kept: list[str] = []
    at = 0
    for start, end in sorted(spans):
        start = max(start, at)
        if end > start:
            kept += (text[at:start], filler * (end - start))
            at = end
    return "".join((*kept, text[at:]))
