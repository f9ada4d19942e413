"""What each option covers, side by side beneath the drafter's own table."""

from dataclasses import replace
from datetime import date

from lxml import html

from assemble import law, made
from briefer import rulebook
from briefer.model.brief import Dossier
from briefer.model.facts import Entity, Measure, Value
from briefer.model.pack import PackSection, Tranche

PLAIN = replace(made.PERSON, designations=(made.us("RUSSIA-EO14024"), made.eu()), absences=())
REVIEWED = replace(made.BANK, designations=(made.us("UKRAINE-EO13661"), made.us("RUSSIA-EO14024")))
ODD = replace(made.VESSEL, designations=(made.us("TAG-OF-NOBODY"),))
DISPUTED = replace(made.CHINESE, caption="Disputed", designations=(made.us("CYBER3"),))
LIMITS = Measure(id="measure-caatsa-223", title="Debt limits", regime="US", authority="22 USC 9523")
DOSSIER = replace(
    made.DOSSIER,
    entities=(PLAIN, REVIEWED, ODD, DISPUTED),
    measures=(LIMITS, made.MEASURES[1]),
    law=rulebook.load(),
)
NOTHING, LICENCES = "option-nothing", "option-licences"


def table(*tranches: Tranche, dossier: Dossier = DOSSIER, **changes: object) -> dict[str, list[str]]:
    """Gives the rows of the second table by their question, each cell as its text."""
    found = html.fromstring(made.section("options", brief(*tranches, dossier=dossier, **changes)).html)
    rows = {}
    for row in found.xpath("//table[contains(@class, 'covers')]//tr"):
        first, *cells = [" ".join(cell.xpath("string()").replace("\u00a0", " ").split()) for cell in row]
        rows[row[0].text or first] = cells
    return rows


def counted_from(*tranches: Tranche) -> str:
    """Gives the day from which the table says that its days are counted."""
    found = html.fromstring(made.section("options", brief(*tranches)).html)
    row = found.xpath("//table[contains(@class, 'covers')]//th[@scope='row'][text()='Earliest date']")[0]
    return " ".join(row.xpath("string(span[@class='sub'])").replace("\u00a0", " ").split())


def brief(*tranches: Tranche, dossier: Dossier = DOSSIER, **changes: object) -> made.Brief:
    return made.brief(made.pack(tranches=tranches, **changes), dossier)


def tranche(kind: str, *entities: str, **more: object) -> Tranche:
    return Tranche(id=kind, title=kind.title(), kind=kind, entities=entities, **more)  # type: ignore[arg-type]


def cell(term: str, found: Tranche, dossier: Dossier = DOSSIER) -> str:
    return table(found, dossier=dossier)[term][0]


def test_a_pack_without_tranches_prints_one_table_alone() -> None:
    assert table() == {}


def test_a_tranche_stands_under_its_option_and_one_of_its_own_follows_without_a_number() -> None:
    found = table(
        tranche("broad"),
        tranche("licence", section=LICENCES),
        Tranche(id="n", title="Do nothing", kind="none", section=NOTHING),
    )
    assert found["Question"] == ["1Do nothing", "2Licence for licenceLicence", "Broad"]


def test_an_option_that_is_not_printed_takes_its_tranche_with_it() -> None:
    left = tuple(replace(one, include=one.id != LICENCES) for one in made.sections())
    assert table(tranche("licence", section=LICENCES), sections=left) == {}


def test_more_than_five_go_on_in_a_further_table() -> None:
    many = tuple(Tranche(id=f"t{number}", title=f"T{number}", kind="none") for number in range(6))
    found = html.fromstring(made.section("options", brief(*many)).html)
    assert len(found.xpath("//table[contains(@class, 'covers')]")) == 2


def test_tranches_print_where_no_option_is_written_and_the_column_of_a_recommended_one_is_marked() -> None:
    bare = (PackSection(id="options", kind="options", title="Options"),)
    assert table(tranche("broad"), sections=bare)["Question"] == ["Broad"]
    marked = html.fromstring(made.section("options", brief(tranche("licence", section=LICENCES))).html)
    assert len(marked.xpath("//table[contains(@class, 'covers')]//td[@class='rec']")) == 9


def test_what_is_covered_is_counted_and_named_where_it_is_little() -> None:
    assert cell("Covers", tranche("tranche", "ofac-1", "ofac-2")) == (
        "1 person, 1 companyIvan Petrovich ExampleExample Bank"
    )
    named = tranche("broad", *(one.id for one in DOSSIER.entities), measures=(LIMITS.id,))
    assert cell("Covers", named) == "1 person, 1 company, 1 vessel, 1 crypto wallet, 1 measure"
    assert cell("Covers", tranche("none")) == "Nobody"
    assert cell("Covers", tranche("tranche", "ofac-1", "gone")).endswith("1 named and not held")


def in_sector(place: int, sector: str) -> Entity:
    values = (*REVIEWED.values, Value(prop="sector", value=sector)) if sector else REVIEWED.values
    return replace(REVIEWED, id=f"b-{place}", caption=f"Bank {place}", values=values)


def test_sectors_are_counted_the_largest_first_and_who_has_none_is_said() -> None:
    def said(*sectors: str) -> str:
        many = tuple(in_sector(place, sector) for place, sector in enumerate(sectors))
        return cell("By sector", tranche("broad", *(one.id for one in many)), replace(DOSSIER, entities=many))

    assert said("Oil", "Banking", "Oil", "") == "Oil 2, Banking 1none stated for 1"
    assert said(*"EDCBA") == "A 1, B 1, C 1, D 1, E 1"
    assert said(*"FEDCBA") == "A 1, B 1, C 1, D 1, 2 other sectors"


def test_where_no_list_states_a_sector_there_is_no_row_of_them() -> None:
    assert "By sector" not in table(tranche("tranche", "ofac-1", "ofac-2"))


def test_classes_are_counted_with_what_is_contested_unknown_and_unlisted_apart() -> None:
    named = tranche("broad", *(one.id for one in DOSSIER.entities), measures=(LIMITS.id,))
    assert cell("By class", named) == "A1B21 contestedD1 measure?1"
    free = replace(DOSSIER, entities=(replace(PLAIN, designations=()),))
    assert cell("By class", tranche("tranche", "ofac-1"), free) == "1 not listed by the United States"
    programme = tranche("programme", programmes=("RUSSIA-EO14024",))
    assert cell("By class", programme).endswith("Example Bank: only its tags of class A are reached")
    many = tuple(replace(REVIEWED, id=f"b-{number}", caption=f"Bank {number}") for number in range(5))
    found = cell("By class", programme, replace(DOSSIER, entities=many))
    assert found.endswith("5 entries: only their tags of class A are reached")


def test_steps_are_numbered_in_the_order_of_the_law() -> None:
    found = cell("What has to be done, in order", tranche("tranche", "ofac-1", "ofac-2"))
    order = [
        "1 Delisting",
        "2 Report to the committees",
        "3 Wait of 30 days",
        "4 Delisting after review",
    ]
    assert [found.index(step) for step in order] == sorted(found.index(step) for step in order)
    assert "for 1; from 30 Apr 2025" in found
    kept = cell("What has to be done, in order", tranche("tranche", "ofac-2"))
    assert "2 Continue the emergency of EO 14024 (Russia) before 15 Apr 2025President3 Report" in kept
    late = cell(
        "What has to be done, in order",
        tranche("licence"),
        replace(DOSSIER, as_of=date(2026, 11, 23), entities=(DISPUTED,), measures=()),
    )
    assert "1 The emergency of EO 13694 (cyber)Stated end 1 Apr" in late


def test_a_ban_by_statute_goes_in_phases_and_what_falls_with_an_emergency_says_so() -> None:
    oil = Measure(id="measure-oil-imports", title="Oil", regime="US", authority="Public Law 117-109")
    dossier = replace(DOSSIER, entities=(PLAIN,), measures=(oil,))
    wanted = ("amend-order", "end-emergency", "imports-certification")
    found = cell("What has to be done, in order", tranche("broad", instruments=wanted), dossier)
    order = [
        "1 Amending or revoking an executive orderPresident; for 1",
        "2 Ending or not renewing the emergency: EO 14024 (Russia)",
        "3 Consult Congress and report",
        "4 At least 45 days later: certifyPresident; for 1 measure; from 15 May 2025",
        "5 90 days later, unless a disapproval is enacted: the statutory ban ends",
        "6 Revoking the import part of EO 14066President; for 1 measure; any day; without effect before",
    ]
    assert [found.index(step) for step in order] == sorted(found.index(step) for step in order)
    assert found.count("any day; without effect before") == 1
    assert "before 31 Mar 2025" not in found
    kept = cell("What has to be done, in order", tranche("broad", instruments=wanted[::2]), dossier)
    assert "unless it has ended" not in kept


def test_a_licence_is_reported_first_if_it_is_of_that_kind() -> None:
    found = cell("What has to be done, in order", tranche("licence", "ofac-1"))
    assert found.startswith(
        "1 Continue the emergency of EO 14024 (Russia) before 15 Apr 2025President"
        "2 Report first, if the licence significantly alters policy towards Russia"
        "President; contested where 22 USC 9511 does not name the order3 Wait of 30 days, if reported4 General licence"
    )


def test_a_single_entry_needs_no_count_beside_its_steps() -> None:
    assert "for 1" not in cell("What has to be done, in order", tranche("tranche", "ofac-2")).replace(
        "for listings", ""
    )


def test_what_stays_elsewhere_past_its_end_is_told_with_the_latest_end_known() -> None:
    ran_out = replace(PLAIN, designations=(made.us("RUSSIA-EO14024"), law.freeze("EU", "269/2014", "Annex I")))
    later = replace(DOSSIER, entities=(ran_out,), measures=(), as_of=date(2026, 11, 23))
    found = cell("Stays elsewhere", tranche("broad"), later)
    assert found == "EU 1 listed, stated end 15 Sept 2026; no renewal on record"


def test_doing_nothing_says_what_has_to_be_renewed() -> None:
    found = cell("What has to be done, in order", tranche("none"))
    assert found.startswith("1 Continue the emergency of EO 14024 (Russia) before 15 Apr 2025President; notice")
    assert "Otherwise the emergency ends on its anniversary" in found
    assert cell("Earliest date", tranche("none")) == "–"


def test_each_date_says_for_how_many_and_why() -> None:
    named = tranche("broad", instruments=("delisting", "delisting-after-review", "repeal"))
    found = cell("Earliest date", named)
    assert "31 Mar 2025for 1: no wait by law" in found
    assert "30 Apr 2025for 2: 30 days of review" in found
    assert "No datefor 1 measure: a new statute" in found
    assert cell("Earliest date", tranche("licence")).endswith("30 Apr 2025for 3: if it has to be reported")


def test_a_later_beginning_is_said_and_a_contested_day_too() -> None:
    late = tranche("tranche", "ofac-2", reports=date(2026, 9, 8))
    assert cell("Earliest date", late) == "begun on 8 Sept 20268 Oct 2026for 1: 30 days of review, contested"


def test_the_day_is_named_from_which_days_are_counted() -> None:
    late = tranche("tranche", "ofac-2", reports=date(2026, 9, 8))
    day = "counted from 31 March 2025"
    assert counted_from(tranche("broad")) == day
    assert counted_from(tranche("none", reports=date(2026, 9, 8))) == day
    assert counted_from(tranche("broad"), late) == f"{day}, or from the day on which it is begun"


def test_beneath_the_table_stands_which_steps_have_an_order_and_which_have_none() -> None:
    found = made.text_of("options", brief(tranche("licence")))
    assert "a report or a certification and its wait come before what they precede" in found
    assert "no other order, neither among entries nor among licences" in found


def test_the_way_back_names_its_instrument_and_one_that_is_not_stated_shows() -> None:
    assert cell("How the hardest step is undone", tranche("tranche", "ofac-1")) == "Listing againDelisting"
    central = replace(PLAIN, designations=(made.us("RUSSIA-EO14024", measures=("Executive Order 14024 Directive 4",)),))
    visa = replace(DOSSIER.law, instruments=tuple(replace(one, reversal="Yes") for one in DOSSIER.law.instruments))
    wanted = tranche("broad", instruments=("amend-directive", "repeal"))
    found = cell("How the hardest step is undone", wanted, replace(DOSSIER, entities=(central,), law=visa))
    assert found.endswith("YesRepeal or amendment of the statute")


def test_what_stays_is_blocked_or_limited_under_a_tag_or_out_of_reach() -> None:
    programme = tranche("programme", programmes=("RUSSIA-EO14024",))
    assert cell("Of these, stays in force", programme) == (
        "Example Bankblocked under UKRAINE-EO136612 entries, 1 measure not covered"
    )
    odd = cell("Of these, stays in force", tranche("tranche", "ofac-3"))
    assert odd.startswith("EXAMPLE STARblocked under TAG-OF-NOBODY; no instrument of the option reaches it")
    limited = replace(DOSSIER, entities=(replace(ODD, designations=(made.us("TAG-OF-NOBODY", list_type="SSI"),)),))
    assert "limited under" in cell("Of these, stays in force", tranche("broad"), limited)


def test_a_licence_leaves_the_listings() -> None:
    assert cell("Of these, stays in force", tranche("licence", "ofac-1")).startswith("The listing stays")
    assert cell("Of these, stays in force", tranche("licence", "ofac-1", "ofac-2")).startswith("All 2 stay listed")


def test_all_or_nothing_stays() -> None:
    assert cell("Of these, stays in force", tranche("none")) == "All: 4 entries, 1 measure"
    plain = replace(DOSSIER, entities=(PLAIN,), measures=())
    assert cell("Of these, stays in force", tranche("broad"), plain) == "Nothing this paper names"


def test_many_that_stay_are_cut_short() -> None:
    many = tuple(replace(ODD, id=f"v-{number}", caption=f"Ship {number}") for number in range(9))
    found = cell("Of these, stays in force", tranche("broad"), replace(DOSSIER, entities=many, measures=()))
    assert found.endswith("and 3 more")


def test_what_a_statute_holds_stays_with_how_it_could_end() -> None:
    central = replace(PLAIN, designations=(made.us("RUSSIA-EO14024", measures=("Executive Order 14024 Directive 4",)),))
    found = cell("Of these, stays in force", tranche("broad"), replace(DOSSIER, entities=(central,)))
    assert "funds; until the test of Public Law 118-50, division F, s. 103 is met" in found
    assert found.endswith("Debt limitsonly a new statute ends it")


def test_elsewhere_stands_by_regime_with_the_next_end() -> None:
    canada = replace(made.eu(), regime="CA", programme="SOR/2014-58", until=None)
    britain = replace(made.eu(), regime="UK", programme="Russia", until=None)
    held = replace(PLAIN, designations=(*PLAIN.designations, canada, britain))
    found = cell("Stays elsewhere", tranche("broad"), replace(DOSSIER, entities=(held,)))
    assert found.startswith(
        "EU 1 listed, next end 15 Sept 2025UK 1 listed, no end statedCA 1 listed, no end stated1 measure"
    )
    assert cell("Stays elsewhere", tranche("none")) == "All as it is"


def test_who_is_only_limited_elsewhere_or_at_home_is_not_counted_as_listed() -> None:
    less = made.eu(programme="833/2014", list_type="Annex III", measures=("Limits on the capital market",))
    banks = (PLAIN, replace(REVIEWED, designations=(*REVIEWED.designations, less)))
    assert cell("Stays elsewhere", tranche("broad"), replace(DOSSIER, entities=banks)).startswith(
        "EU 1 listed, 1 limited, next end"
    )
    ssi = replace(REVIEWED, designations=(made.us("UKRAINE-EO13662", list_type="SSI"),))
    found = cell(
        "Of these, stays in force", tranche("licence", "ofac-1", "ofac-2"), replace(DOSSIER, entities=(PLAIN, ssi))
    )
    assert found.startswith("All 2 stay listed or limited")


def test_precondition_and_snap_back_are_the_drafters_words_and_a_blank_is_said() -> None:
    stated = table(tranche("broad", preconditions="A truce.", snapback="Its breach."), tranche("none"))
    assert stated["Precondition"] == ["A truce.", "–"]
    assert stated["Snap-back"] == ["Its breach.", "–"]
    blank = html.fromstring(made.section("options", brief(tranche("broad"))).html)
    assert blank.xpath("//i/text()") == ["none stated", "none stated"]


def test_each_holder_counts_once_for_a_question_below_the_table() -> None:
    def note(*tranches: Tranche) -> str:
        found = html.fromstring(made.section("options", brief(*tranches)).html)
        return " ".join(found.xpath("string(//p[@class='note'])").split())

    both = (tranche("broad", issues=("easing",)), replace(tranche("none", issues=("easing", "banks")), id="other"))
    assert "by the latest position: Easing before a settlement: 1 in favour, 1 against, 0 neither or unclear; " in note(
        *both
    )
    assert note(*both).count("in favour") == 2
    assert "On record" not in note(tranche("broad"))


def test_a_waiting_period_without_a_number_stands_in_the_rulebooks_words() -> None:
    law = replace(
        DOSSIER.law,
        instruments=tuple(
            replace(one, legal_days=0, legal_minimum="As stated.", citation="x") if one.id == "delisting" else one
            for one in DOSSIER.law.instruments
        ),
    )
    found = cell("What has to be done, in order", tranche("tranche", "ofac-1"), replace(DOSSIER, law=law))
    assert found.startswith("1 As stated")


def test_an_entity_of_an_unknown_kind_is_counted_by_its_own_name() -> None:
    strange = Entity(id="x", schema="OilRig", caption="Rig", designations=(made.us("RUSSIA-EO14024"),))
    two = replace(DOSSIER, entities=(strange, replace(strange, id="y")), measures=())
    assert cell("Covers", tranche("broad"), two) == "2 oil rigsRigRig"
