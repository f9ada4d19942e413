"""The shape of each verb's JSON answer, as its help tells it and its test holds it to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from textwrap import wrap

WIDTH = 100


@dataclass(frozen=True, slots=True)
class Shape:
    """An object, or a list of such, with these keys always; `when` names the action or option that answers with it.

    `inner` are the keys of the objects that stand under a key, one or a list of them.
    """

    keys: str
    many: bool = True
    when: str = ""
    inner: Mapping[str, str] = field(default_factory=dict)


_REPORT = (
    "file format list published sha256 entities names designations links added changed removed unchanged warnings "
    "dry_run notes declared former was partial left_out"
)
_WARNED = "record message"
_REPORTED = {"warnings": _WARNED, "left_out": _WARNED}
_CHANGE = "id field old new cause"
_BUILT = "pdf annex manifest pages seconds findings"
_PAIR = "a b score features decision by why at a_caption b_caption warnings"
_PACK = (
    "schema title as_of marking template language paper scheme audience entities measures positions issues sections "
    "marks tranches reviews clearances keys settings articles rulebook scenarios"
)
SHAPES: dict[str, tuple[Shape, ...]] = {
    "demo": (Shape(_BUILT, many=False),),
    "import": (Shape(_REPORT, inner=_REPORTED),),
    "lists": (
        Shape("list title published imported sha256 entities partial id"),
        Shape("id list now forgotten decisions dry_run", many=False, when="--withdraw"),
    ),
    "search": (Shape("id caption schema score matched why programmes listed lists listed_known notes"),),
    "show": (
        Shape(
            "id schema caption values designations absences links remarks listed notes listed_known decisions",
            many=False,
        ),
    ),
    "relief": (
        Shape(
            "id caption as_of class contested confidence at_least reasons remains unknown overlay former early to_come "
            "owned due notes"
        ),
        Shape(
            "programme regime as_of title authority basis parts class varies contested confidence reasons acts due "
            "terms citations note overlay",
            when="--programme",
        ),
    ),
    "ripple": (
        Shape(
            "rule as_of delisted before after freed still_blocked indeterminate review uncertain paths reasons "
            "not_blocked linked delisted_after limited unplaced limits grounds not_counted notes names regime says "
            "citation confidence",
            many=False,
        ),
    ),
    "calendar": (
        Shape(
            "report review_days last_barred_day earliest_action bars citations contested notes",
            many=False,
            when="--report",
        ),
        Shape(
            "report review_days last_barred_day earliest_action bars citations contested notes before latest_report",
            many=False,
            when="--before",
        ),
    ),
    "changes": (
        Shape(
            "list from to added removed changed note compared names asked shown all",
            many=False,
            inner={"changed": _CHANGE, "asked": "kinds fields causes programmes entities"},
        ),
    ),
    "same": (Shape(_PAIR, inner={"features": "name a b says points"}),),
    "positions": (
        Shape(_REPORT, when="import", inner=_REPORTED),
        Shape("id holder issue stance said_on", when="list"),
    ),
    "article": (
        Shape("number sentence mark speaker reason flags", inner={"flags": "words category why own"}),
        Shape("source read_on sentences", many=False, when="--into"),
    ),
    "templates": (Shape("name title description sections"),),
    "new": (Shape("pack", many=False),),
    "pack": (Shape(_PACK, many=False),),
    "refresh": (Shape("changed", many=False, inner={"changed": _CHANGE}),),
    "check": (Shape("severity code message place remedy"),),
    "build": (Shape(_BUILT, many=False),),
    "verify": (Shape("ok problems", many=False),),
}

RULE = (
    "With --json the answer is one JSON value on stdout, of the shape that the verb's own help tells. Where the answer "
    'is no and there is no such value (exit 1), it is {"error": "the sentence"}. Where the call or the input is wrong '
    "(exit 2), stdout is empty. The sentence is on stderr in both cases. Where some of the files of an import were "
    "taken, the answer is the reports of these, and stderr says why not the others."
)


def rule() -> str:
    """What the help of the whole program ends with."""
    return "\n".join(wrap(RULE, WIDTH))


def told(verb: str) -> str:
    """What the help of a verb says of its JSON."""
    said = (sentence for shape in SHAPES[verb] for sentence in _sentences(shape))
    return "\n".join(line for sentence in said for line in wrap(sentence, WIDTH, subsequent_indent="  "))


def _sentences(shape: Shape) -> Iterator[str]:
    what = "a list of objects, each with" if shape.many else "an object with"
    yield f"JSON{f' ({shape.when})' if shape.when else ''}: {what} {', '.join(shape.keys.split())}"
    yield from (f"  under {key}: {', '.join(keys.split())}" for key, keys in shape.inner.items())
