"""What the drafter chose and wrote: the content of a pack file."""

from dataclasses import dataclass, field
from datetime import date

SCHEMA = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PackSection:
    """One section of the pack: `kind` names the template's partial, `text` is the drafter's Markdown.

    `status` is draft, reviewed or cleared; `parent` the id of the enclosing section, empty at the top.
    """

    id: str
    kind: str
    title: str
    parent: str = ""
    text: str = ""
    marking: str = ""
    status: str = "draft"
    include: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Tranche:
    """A group of picks the drafter would treat alike."""

    id: str
    title: str
    entities: tuple[str, ...] = ()


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
    """What the cover and the running heads print beside the title; every text may be empty."""

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
    versions: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """The pack's own JSON, `pack.json`: picks, text, marking and the keys given to sources.

    `paper` is A4 or Letter; `scheme` a marking scheme of `marking.SCHEMES`; `keys` maps a source id to its fact key
    ("F12"), given at first use and never reused; `marks` maps an id to its portion mark.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateSection:
    """A section that a document type offers, with the text a new pack starts from.

    `waits` is true where the content needs a part of the program that is not built yet.
    """

    id: str
    kind: str
    title: str
    parent: str = ""
    text: str = ""
    include: bool = True
    waits: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A document type: `templates/<name>/template.toml`. `digest` is the hash of all files that shape the page."""

    name: str
    title: str
    description: str
    sections: tuple[TemplateSection, ...]
    version: str = "1"
    digest: str = ""
