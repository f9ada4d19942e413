"""What the drafter chose and wrote: the content of a pack file."""

from dataclasses import dataclass, field
from datetime import date

SCHEMA = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PackSection:
    """One section of the pack: `kind` names the template's partial, `text` is the drafter's Markdown.

    `status` is draft, reviewed or cleared; `parent` the id of the enclosing section, empty at the top; `budget` the
    pages that it should take at most, 0 where nobody said.
    """

    id: str
    kind: str
    title: str
    parent: str = ""
    text: str = ""
    marking: str = ""
    status: str = "draft"
    include: bool = True
    budget: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tranche:
    """An option's scope as the drafter draws it: picks that would be treated alike.

    `kind` is none, licence, tranche, programme or broad. Where neither `entities` nor `measures` are named, licence and
    programme cover all picks that the United States lists, broad its measures too; programme covers the tags in
    `programmes` alone. `instruments` are ids of the rulebook, in the order of preference; `issues` those whose
    positions bear on the option; `section` the option section whose column it fills; `reports` the day on which it
    would begin, the pack's own where none is stated.
    """

    id: str
    title: str
    entities: tuple[str, ...] = ()
    kind: str = "tranche"
    measures: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    section: str = ""
    reports: date | None = None
    preconditions: str = ""
    snapback: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedOptions:
    """Options that the drafter keeps under a name beside those that print; they go into no paper."""

    title: str
    tranches: tuple[Tranche, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A reviewer's decision on one target (a section, entity, measure or position id)."""

    target: str
    decision: str = ""
    comment: str = ""
    assigned_to: str = ""
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """One line of the clearance grid: an office's answer and its date or dissent."""

    step: str
    office: str
    answer: str = ""
    date: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the cover and the running heads print beside the title; every text may be empty.

    `events` are the ids of the events picked for the timeline, empty for all that fit; `timeline` the kinds of entry
    that stand there beside the events (`timeline.KINDS` but for event): none, unless the drafter asks. `reports` are
    days of a report to Congress whose review the calendar shows, `act_on` the day to be free to act. `since` is the
    last day of the earlier state from which changes are counted, None where none are.
    """

    subtitle: str = ""
    running_title: str = ""
    to: str = ""
    author: str = ""
    drafter: str = ""
    version: str = ""
    distribution: str = ""
    decide_by: str = ""
    legal: str = ""
    events: tuple[str, ...] = ()
    reports: tuple[date, ...] = ()
    act_on: date | None = None
    timeline: tuple[str, ...] = ()
    since: date | None = None
    versions: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedSentence:
    """A sentence of an article: the mark that the rules proposed, and the one that a person set instead.

    Marks are fact, attributed and opinion; `mark` is empty where nobody has set one, else `by` says who did and `on`
    when. `speaker` is who said it; `unnamed` is true where the rules found nobody who could be asked.
    """

    number: int
    text: str
    proposed: str
    mark: str = ""
    speaker: str = ""
    unnamed: bool = False
    by: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedArticle:
    """The marks of a pasted article: `source` is the id of the source that it is, `read_on` the day it was marked."""

    source: str
    read_on: date
    sentences: tuple[MarkedSentence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeRows:
    """An office's own rows of the rulebook as the pack carries them: the file's `name` and its whole TOML text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """The pack's own JSON, `pack.json`: picks, text, marking and the keys given to sources.

    `paper` is A4 or Letter; `scheme` a marking scheme of `marking.SCHEMES`; `keys` maps a source id to its fact key
    ("F12"), given at first use and never reused; `marks` maps an id to its portion mark. `articles` are the marks of
    pasted articles, by which their sentences are let in; `rulebook` the office's own rows, which stand in place of the
    program's. `scenarios` are sets of options kept under names of their own beside `tranches`, which print.
    """

    title: str
    as_of: date
    schema: int = SCHEMA
    marking: str = "UNCLASSIFIED"
    template: str = "relief-options"
    language: str = "en-GB"
    paper: str = "A4"
    scheme: str = "us"
    audience: str = ""
    entities: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    sections: tuple[PackSection, ...] = ()
    marks: dict[str, str] = field(default_factory=dict)
    tranches: tuple[Tranche, ...] = ()
    reviews: tuple[Review, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    keys: dict[str, str] = field(default_factory=dict)
    settings: Settings = Settings()
    articles: tuple[MarkedArticle, ...] = ()
    rulebook: tuple[OfficeRows, ...] = ()
    scenarios: tuple[NamedOptions, ...] = ()

    @property
    def compared_with(self) -> date | None:
        """The last day of the earlier state that the pack compares with, None where there is none before its own."""
        since = self.settings.since
        return since if since and since < self.as_of else None


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateSection:
    """A section that a document type offers, with the text a new pack starts from."""

    id: str
    kind: str
    title: str
    parent: str = ""
    text: str = ""
    include: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A document type: `templates/<name>/template.toml`. `digest` is the hash of all files that shape the page."""

    name: str
    title: str
    description: str
    sections: tuple[TemplateSection, ...]
    version: str = "1"
    digest: str = ""
