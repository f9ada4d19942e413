"""Directives and sections are found in every wording in which they are printed, and only those of the tag's order."""

import pytest

from briefer.analysis.limbs import limbs
from briefer.model.facts import Designation


@pytest.mark.parametrize(
    ("programme", "said", "found"),
    [
        ("UKRAINE-EO13662", {"measures": ("13662 Sectoral Directive 1",)}, ("Directive 1",)),
        (
            "UKRAINE-EO13662",
            {"measures": ("Executive Order 13662 Directive Determination - Subject to Directive 2",)},
            ("Directive 2",),
        ),
        (
            "RUSSIA-EO14024",
            {"measures": ("Executive Order 14024 Directive 1a", "Executive Order 14024 Directive 4", "Block")},
            ("Directive 1A", "Directive 4"),
        ),
        ("RUSSIA-EO14024", {"list_type": "Directives 2 and 3"}, ("Directive 2", "Directive 3")),
        (
            "RUSSIA-EO14024",
            {"measures": ("No new debt (Directives 1A, 2 & 4)",)},
            ("Directive 1A", "Directive 2", "Directive 4"),
        ),
        ("RUSSIA-EO14024", {"list_type": "Directive 3", "measures": ("No new debt (Directive 3)",)}, ("Directive 3",)),
        ("RUSSIA-EO14024", {"measures": ("13662 Sectoral Directive 1",)}, ()),
        ("RUSSIA-EO14024", {"authority": "Executive Order 14024 (Russia); EO 13662 Directive 1"}, ()),
        ("RUSSIA-EO14024", {"list_type": "SDN", "measures": ("Full blocking",)}, ()),
        ("CAATSA - RUSSIA", {"measures": ("CAATSA Section 231/235 Sanctions",)}, ("section 231",)),
        (
            "CAATSA - RUSSIA",
            {"measures": ("FOREIGN EXCHANGE. Sec 235(a)(7)", "Sec. 235(a)(8)")},
            ("section 235",),
        ),
        ("CAATSA - RUSSIA", {"measures": ("Sec 235(a)(7)", "CAATSA Section 231/235 Sanctions")}, ("section 231",)),
        ("CAATSA - RUSSIA", {"authority": "CAATSA - Section 224"}, ("section 224",)),
        ("CAATSA - RUSSIA", {"authority": "CAATSA s. 228; EO 13849"}, ("section 228",)),
        ("", {"measures": ("Executive Order 14024 Directive 4",)}, ("Directive 4",)),
    ],
)
def test_limbs_are_read_as_they_are_printed(programme: str, said: dict[str, object], found: tuple[str, ...]) -> None:
    assert limbs(Designation(regime="US", programme=programme, **said)) == found  # type: ignore[arg-type]
