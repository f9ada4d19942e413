"""Times the analysis: what one delisting does among a million holdings, from the loaded graph to the named answer.

`python -m tests.bench.analysis [--json] [--cases links_1m,…]`; each case is the median of five runs in one process.
"""

import argparse
import gc
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from briefer.analysis.ownership import Case, answer
from briefer.analysis.ownership_graph import Graph, Holding, build
from briefer.analysis.ownership_rules import rule
from briefer.analysis.ownership_spread import reached
from tests.bench.report import report

LINKS = 1_000_000
PERSONS = 350_000
LISTED = 5_000
OWNERS = 1_000
"""So many of the listed are companies that hold many others."""

UNSTATED = 0.02
RUNS = 5
TARGET_SECONDS = 1.0
SPLITS = (
    ("100",),
    ("51", "49"),
    ("50", "50"),
    ("75", "25"),
    ("40", "30", "30"),
    ("33.34", "33.33", "33.33"),
    ("60", "25", "15"),
    ("49.99", "50.01"),
    ("20", "20"),
)
"""How a company's shares are split over its stated owners, in per cent."""


def holdings(number: int) -> Iterator[Holding]:
    """So many holdings, always the same: of persons in companies and of companies in later ones, a few in rings."""
    dice = random.Random(24)
    company, made = 0, 0
    while made < number:
        for share in dice.choice(SPLITS):
            held_by_person = dice.random() < 0.6 or not company
            owner = f"p{dice.randrange(PERSONS)}" if held_by_person else f"c{_owner(dice, company)}"
            yield owner, f"c{company}", None if dice.random() < UNSTATED else Decimal(share), "bench"
            made += 1
        company += 1


def _owner(dice: random.Random, company: int) -> int:
    return dice.randrange(company) if dice.random() < 0.999 else dice.randrange(company, company + 100)


def asked(name: str) -> tuple[Case, tuple[str, ...], float]:
    """The case under a rule, the listed one that reaches most, and the seconds of loading."""
    rows = list(holdings(LINKS))
    started = time.perf_counter()
    graph = build(rows)
    loaded = time.perf_counter() - started
    dice = random.Random(11)
    persons = sorted(id for id in graph.ids if id.startswith("p"))
    listed = [f"c{number}" for number in dice.sample(range(10 * OWNERS), OWNERS)] + dice.sample(
        persons, LISTED - OWNERS
    )
    applied = rule(name, date(2025, 3, 31))
    seeds = frozenset(graph.places[id] for id in listed)
    widest = max(listed[: 2 * OWNERS], key=lambda id: sum(reached(graph, (graph.places[id],), control=False)))
    case = Case(graph=graph, rule=applied, as_of=date(2025, 3, 31), seeds=seeds, captions={})
    return case, (widest,), loaded


def links_1m() -> Iterator[dict[str, Any]]:
    """One delisting among a million holdings, under each rule; then thirty at once, for comparison."""
    case, widest, loaded = asked("us")
    many = tuple(case.graph.ids[seed] for seed in sorted(case.seeds)[:30])
    asks = (("links_1m", "us", widest), ("links_1m_uk", "uk", widest), ("links_1m_thirty", "us", many))
    for name, rule_name, delist in asks:
        gc.collect()
        gc.freeze()  # what is loaded stays; collecting through it again and again would be measured instead
        taken = []
        for _ in range(RUNS):
            one = replace(case, rule=rule(rule_name, case.as_of))  # a fresh one, which has worked out nothing yet
            started = time.perf_counter()
            found = answer(one, delist)
            taken.append(time.perf_counter() - started)
        seconds = statistics.median(taken)
        counts = {"before": len(found.before), "freed": len(found.freed), "still_blocked": len(found.still_blocked)}
        yield {
            "case": name,
            "seconds": round(seconds, 3),
            "load_seconds": round(loaded, 1),
            "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
            "peer": None,
            "peer_seconds": None,
            "ratio": None,
            "target": TARGET_SECONDS,
            "met": seconds <= TARGET_SECONDS,
            **counts,
            "indeterminate": len(found.indeterminate),
            "review": len(found.review),
            "links": _count(one.graph),
        }


def _count(graph: Graph) -> int:
    return len(graph.held.others)


CASES: dict[str, Callable[[], Iterator[dict[str, Any]]]] = {"links_1m": links_1m}


def main() -> int:
    """Runs the cases and prints them; 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--cases", default=",".join(CASES))
    given = parser.parse_args()
    return report("analysis", [case for name in given.cases.split(",") for case in CASES[name]()], given.json)


if __name__ == "__main__":
    sys.exit(main())
