"""Wording that carries a view: rules in categories, for an article's own words and for what is copied from a source."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefer.language import _, mark
from briefer.model.stances import Loaded

EUPHEMISM, EVALUATION = mark("euphemism"), mark("evaluative adjective")
PREDICTION, MOTIVE, AGENCY = mark("prediction stated as fact"), mark("motive ascribed"), mark("agency dropped")
JUDGEMENT, LAW, UNNAMED = mark("judgement"), mark("legal conclusion"), mark("unnamed source")
"""The categories, in English wherever they are kept."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Words of one category and why they are flagged; `weighs` where they alone make a sentence an opinion.

    `unless` is what, further on in the sentence, makes the words harmless.
    """

    category: str
    pattern: re.Pattern[str]
    why: str
    weighs: bool = True
    unless: re.Pattern[str] | None = None


def _rule(category: str, why: str, words: str, *, weighs: bool = True, unless: str = "") -> Rule:
    """Makes a rule of patterns that are stand between bars with blanks or line ends beside them."""
    joined = re.sub(r"\s+\|\s+", "|", words.strip())
    pattern = re.compile(rf"(?<![\w-])(?:{joined})(?![\w])", re.IGNORECASE)
    return Rule(category, pattern, why, weighs, re.compile(unless, re.IGNORECASE) if unless else None)


RULES = (
    _rule(
        EUPHEMISM,
        mark("a name that one side chose for it"),
        r"""
        (?:special )?military operation | limited incursion | collateral damage |
        neutrali[sz](?:e[sd]?|ing|ation) | denazif\w+ | demilitari[sz]\w+ | reunif\w+ |
        liberat(?:ed|ing|ion) | peace through \w+ | economic war(?:fare)? | witch[- ]hunts? |
        collective west | unfriendly (?:countries|states) | puppet | rogue | regime change |
        специальн\w+ военн\w+ операци\w+ | спецоперац\w+ | сво | денацификац\w+ | демилитаризац\w+ |
        коллективн\w+ запад\w* | недружественн\w+ стран\w+ | спеціальн\w+ операці\w+
        """,
    ),
    _rule(
        EVALUATION,
        mark("a judgement that no fact is given for"),
        r"""
        bold(?:ly)? | historic(?:ally)? | pragmatic(?:ally)? | practical | nuanced | robust |
        strategic(?:ally)?(?! (?:sectors?|forces?|nuclear|arms|missiles?|reserves?|bombers?|goods)) |
        tactical | rigid(?:ity|ly)? | punitive | significant(?:ly)? | considerabl[ey] | unprecedented |
        courageous | reckless(?:ly)? | disastrous(?:ly)? | brutal(?:ly)? | shameful | brilliant | masterful |
        visionary | wise(?:ly)? | feckless | ineffective | ineffectual | costly |
        more (?:balanced|realistic|effective|dangerous|constructive) | common[- ]sense | sensible |
        reasonable | destructive | constructive | draconian | crippling | stubborn(?:ly)? | elites? |
        disasters? | pays? the price | sweeping | needless(?:ly)? |
        pointless | endless | so-called | outdated | ideological | decisive(?:ly)? | dramatic(?:ally)? |
        remarkabl[ey] | prolonged | sustainable peace | mutual(?:ly)? (?:economic )?benefi\w+ |
        business-minded | open-ended | meaningful | opportunities and challenges |
        broader (?:vision|strategy) | vision | interestingly | unfortunately | finally | merely | purely |
        simply | clearly | obviously | of course | actively | rightly | undoubtedly | surprisingly |
        importantly | tellingly | admittedly | lengthy | premature(?:ly)? | историческ\w+ | прагматичн\w+ |
        смел(?:ый|ая|ое|ые|ого|ой) | провальн\w+ | бессмысленн\w+ | русофоб\w+ | беспрецедентн\w+ |
        к сожалению | очевидно | безпрецедентн\w+ | на жаль | вочевидь | історичн\w+
        """,
    ),
    _rule(
        PREDICTION,
        mark("says what will or may come, and not who expects it"),
        r"""
        will(?: not)? | would(?: not)? | (?<!that )(?<!which )could(?: not)? | might(?: not)? | shall |
        (?:that|which) could(?! be \w+(?:ed|en)\b) | (?-i:may(?= [a-z])) | won’t | won't |
        (?:is|are) (?:set|poised|bound|likely|unlikely|expected|destined|going) to | paves? the way |
        paving the way | inevitabl[ey] | doomed | bright future | будет | будут | сможет | смогут | может |
        могут | приведёт | приведет | неизбежн\w+ | буде | будуть | зможе | може | можуть | призведе |
        неминуч\w+
        """,
    ),
    _rule(
        MOTIVE,
        mark("says what somebody wants or means, and not how that is known"),
        r"""
        (?:represent|reflect|demonstrat|signal|show)\w* (?:\S+ ){0,4}(?:commitment|willingness|approach|desire) |
        (?:represent|reflect|demonstrat|signal|show)\w* (?:\S+ ){0,4}(?:determination|resolve|weakness|strength) |
        commitment to | willingness to | determin(?:ed|ation) to | recogni[sz]ing (?:that)? |
        prioriti[sz](?:es|ing|ed) |
        (?:attempting|attempts?|seek(?:s|ing)?|trying|tries|aim(?:s|ed|ing)?|hop(?:es|ing)) (?:to|at) |
        focus(?:ing|ed)? on | seek(?:s|ing) | in an? (?:effort|attempt|bid) to |
        appears? (?:to|focused|determined|eager) | seems? (?:to|determined|eager) | wants? | eager to |
        desperate to | as part of an? (?:broader|wider) | стрем(?:ится|ятся) | пыта(?:ется|ются) |
        хоч(?:ет|е) | хотят | намерен\w* | демонстриру\w+ | прагн(?:е|уть) | намага(?:ється|ються)
        """,
    ),
    _rule(
        JUDGEMENT,
        mark("weighs or concludes; whose conclusion it is has to be said"),
        r"""
        should(?: not)? | must(?: not)? | ought to | needs? to | ha(?:s|ve) (?:proven|proved) |
        fail(?:s|ed|ing|ure)? to | regardless of |
        (?:evidence|data|figures|signs?|this|that|which) suggest(?:s|ed)? |
        benefits? (?:neither|both|all|everyone|nobody|no one) |
        serve \w+ interests | gives? (?:it|\w+|the \w+) (?:\w+ )?(?:leverage|flexibility|authority) |
        (?:highlight|illustrate|underline)(?:s|d|ed)? | making it clear that |
        (?:best|worst|greatest|wrong|right) (?:way|choice|approach|course|time) | we | our | следует |
        должн(?:о|ы|а|ен) | необходимо | слід | повин(?:ен|на|ні|но) | потрібно | треба
        """,
    ),
    _rule(
        LAW,
        mark("a conclusion of law without the rule it rests on"),
        r"""
        (?:approval|consent|permission) (?:is|are|was|were|would be|will be) (?:still )?(?:needed|required|necessary) |
        (?:would|will|may|might) (?:still |also )?(?:require|need) | requires? congressional |
        illegal(?:ly)? | unlawful(?:ly)? | unconstitutional | (?:is|are|was|were) (?:legal|lawful) |
        (?:has|have) (?:the |full |sole )*(?:power|authority|right) to | незаконн\w+ |
        законн(?:о|ы|а|ый|ая|ые)
        """,
    ),
    _rule(
        AGENCY,
        mark("says what happened and not who did it"),
        r"""
        (?:was|were|been|being|are|is) (?:\w+ly )?(?:killed|bombed|shelled|attacked|invaded|displaced) |
        (?:was|were|been|being|are|is) (?:\w+ly )?(?:destroyed|occupied|annexed|deported|struck|cut off|poisoned) |
        (?:was|were|been|being|are|is) (?:\w+ly )?(?:abducted|jailed|expelled) |
        (?:war|conflict|crisis|fighting|violence|hostilities|operation in \w+) (?:began|erupted|broke out|started) |
        mistakes were made | the ukraine (?:war|conflict|crisis) | (?:conflict|crisis) in ukraine |
        конфликт\w* (?:на|в) украине | украинск\w+ кризис\w* | конфлікт\w* в україні
        """,
        weighs=False,
        unless=r"\bby\b",
    ),
)
"""Case does not count; a rule's words stand alone, so that “bold” is not found in “boldface”."""

WEIGHING = frozenset(rule.category for rule in RULES if rule.weighs)


def loaded(text: str, reported: Iterable[tuple[int, int]] = ()) -> tuple[Loaded, ...]:
    """Gives the loaded wording of a text in its order, each flagged once; `reported` are spans that are not its own."""
    spans = tuple(reported)
    found = sorted(_matches(text), key=lambda pair: (pair[1].start(), -pair[1].end()))
    flags = (
        Loaded(
            category=rule.category,
            words=match.group().strip(),
            why=_(rule.why),
            own=not any(start <= match.start() and match.end() <= end for start, end in spans),
        )
        for rule, match in found
    )
    return tuple(dict.fromkeys(flags))


def _matches(text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    for rule in RULES:
        for match in rule.pattern.finditer(text):
            if not (rule.unless and rule.unless.search(text, match.end())):
                yield rule, match
