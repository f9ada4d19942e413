"""The facts, designations, links and uses of an entity as lines of the detail pane."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefer.desktop.lines import Line
from briefer.desktop.wording import _, ngettext, short
from briefer.model.desk import Detail, Holding, Used
from briefer.model.facts import Confidence, Fact, PartialDate
from briefer.model.policy import Issue, Position

LABELS = {
    "name": _("Name"),
    "alias": _("Also known as"),
    "weakAlias": _("Weak alias"),
    "previousName": _("Former name"),
    "birthDate": _("Born"),
    "birthPlace": _("Place of birth"),
    "deathDate": _("Died"),
    "gender": _("Gender"),
    "title": _("Title"),
    "nationality": _("Nationality"),
    "citizenship": _("Citizenship"),
    "country": _("Country"),
    "position": _("Position"),
    "address": _("Address"),
    "innCode": _("Tax number (INN)"),
    "ogrnCode": _("Registration (OGRN)"),
    "imoNumber": _("IMO number"),
    "passportNumber": _("Passport"),
    "idNumber": _("Identity number"),
    "registrationNumber": _("Registration"),
    "incorporationDate": _("Founded"),
    "sector": _("Sector"),
    "website": _("Website"),
    "flag": _("Flag"),
    "topics": _("Topics"),
    "notes": _("Notes"),
}
HIDDEN = ("proof", "confidence")
CONFIDENCES = {Confidence.PARTLY: _("supported in part"), Confidence.TO_BE_VERIFIED: _("to be verified")}
LINKS = {
    "Ownership": (_("Owns"), _("Owned by")),
    "Directorship": (_("Directs"), _("Directed by")),
    "Family": (_("Family"), _("Family")),
    "Representation": (_("Acts for"), _("Represented by")),
    "UnknownLink": (_("Linked to"), _("Linked to")),
}
"""What a link is called from its subject's side and from its object's."""
STANCES = {
    -2: _("against easing"),
    -1: _("partly against"),
    0: _("depends"),
    1: _("partly in favour"),
    2: _("favours easing"),
    None: _("unclear"),
}
HOW = {
    "picked": _("picked"),
    "tranche": _("in a tranche"),
    "mentioned": _("named in the text"),
    "printed": _("printed as a source"),
}


def facts(detail: Detail) -> Iterator[Line]:
    """Every value with its source and day, those of one property together."""
    values = [value for value in detail.entity.values if value.prop not in HIDDEN]
    countries = dict(detail.countries)
    order = {prop: at for at, prop in enumerate(LABELS)}
    for value in sorted(values, key=lambda each: order.get(each.prop, len(order))):
        said = " · ".join(filter(None, (countries.get(value.value, value.value), value.note)))
        raw = _("printed as {raw}").format(raw=value.raw) if value.raw and value.raw != value.value else ""
        origin = " · ".join(filter(None, (_origin(detail, value), raw)))
        yield Line(LABELS.get(value.prop, value.prop), said, origin)
        last = value is [each for each in values if each.prop == value.prop][-1]
        if last and value.prop in detail.differ:
            yield Line(LABELS.get(value.prop, value.prop), "", warns=_("They differ."))
    for absence in detail.entity.absences:
        checked = _(", {day}").format(day=day(absence.checked)) if absence.checked else ""
        said = _("{regime}: no entry{checked}").format(regime=absence.regime, checked=checked)
        yield Line(_("Searched"), said, _origin(detail, absence))
    yield from designations(detail)
    for remark in detail.entity.remarks:
        yield Line(_("Remarks"), remark)


def designations(detail: Detail) -> Iterator[Line]:
    """Under which programme of which regime, since when, and whether still."""
    for each in detail.entity.designations:
        since = _("since {day}").format(day=day(each.start)) if each.start else _("start not stated")
        until = _("until {day}").format(day=day(each.until)) if each.until else ""
        state = _("ended") if each.ended else _("in force")
        said = " · ".join(filter(None, (each.programme, each.list_type, since, until, state)))
        reason = " ".join(each.reason.split()[:60])
        yield Line(each.regime, said, " · ".join(filter(None, (_origin(detail, each), reason))))


def links(detail: Detail) -> Iterator[Line]:
    """Who stands at the other end of each link; a click goes there."""
    own, names = detail.entity.id, dict(detail.names)
    for link in sorted(detail.entity.links, key=lambda each: (each.ended, each.kind)):
        outward = link.subject == own
        other = link.object if outward else link.subject
        titles = LINKS.get(link.kind, (link.kind, link.kind))
        share = f"{link.percentage.normalize():f} %" if link.percentage is not None else link.stated
        more = " · ".join(filter(None, (link.role, share, _("ended") if link.ended else "")))
        value = names.get(other, link.text or other)
        origin = " · ".join(filter(None, (more, _origin(detail, link))))
        yield Line(titles[0 if outward else 1], value, origin, goes=other if other in names else "")


def positions(held: Iterable[Position]) -> Iterator[Line]:
    """Who holds what; a click goes to the position."""
    for each in held:
        words = each.quote or each.translation or each.paraphrase
        value = f"{STANCES[each.stance]}, {day(each.said_on or each.reported_on) or _('undated')}"
        yield Line(
            each.holder, value, " · ".join(filter(None, (words, each.source, each.locator))), f"positions:{each.id}"
        )


def titled(held: Iterable[Position], issues: Iterable[Issue]) -> tuple[Position, ...]:
    """Names the issue of each position by its title in place of its id, for rows that tell what is held on what."""
    titles = {each.id: each.title for each in issues}
    return tuple(replace(each, issue=titles.get(each.issue, each.issue)) for each in held)


def used(packs: Iterable[Used]) -> Iterator[Line]:
    """Which packs hold it; a click opens the pack."""
    for each in packs:
        how = ", ".join(HOW[word] for word in each.how)
        places = ngettext("section {places}", "sections {places}", len(each.places)).format(
            places=", ".join(each.places)
        )
        about = " · ".join(filter(None, (how, places if each.places else "", each.path)))
        yield Line(_("As of {day}").format(day=short(each.as_of)), each.title, about, f"pack:{each.path}")


def measure(found: Holding) -> Iterator[Line]:
    """What a measure says, what ending it takes, and on whom it bears."""
    held = found.measure
    assert held is not None
    names, stated = dict(found.names), "; ".join(each.title for each in found.sources)
    for label, value in (
        (_("Regime"), held.regime),
        (_("Authority"), held.authority),
        (_("Says"), held.text),
        (_("To end it"), held.lifting),
        (_("Since"), day(held.start)),
        (_("Until"), day(held.until)),
    ):
        if value:
            yield Line(label, value, " · ".join(filter(None, (stated, CONFIDENCES.get(held.confidence, "")))))
    for id in held.entities:
        yield Line(_("Bears on"), names.get(id, id), "", goes=id if id in names else "")


def _origin(detail: Detail, fact: Fact) -> str:
    titles, sources = dict(detail.origins), {each.id: each for each in detail.sources}
    stated = []
    for id in fact.sources:
        source = sources.get(id)
        stated.append(", ".join(filter(None, (source.title, day(source.date)))) if source else id)
    doubt = CONFIDENCES.get(fact.confidence, "")
    record = getattr(fact, "record", "")
    return " · ".join(filter(None, ("; ".join(stated) or titles.get(fact.origin, fact.origin), record, doubt)))


def day(when: PartialDate | None) -> str:
    """Gives a date as it is printed."""
    if when is None:
        return ""
    exact = when.earliest if when.earliest == when.latest and not when.circa else None
    return short(exact) if exact else when.text
