"""Who takes part in what: each initiative with its participants and the words that prove it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl

from samverkansgraf.documents.blocks import (
    Block,
    Bullets,
    Cell,
    Fold,
    Line,
    Paragraph,
    Part,
    Section,
    Table,
    cell,
    fact,
    joined,
    line,
    one_line,
)
from samverkansgraf.documents.names import in_scheme_order
from samverkansgraf.documents.sources import used_sources
from samverkansgraf.pictures.names import swedish_order
from samverkansgraf.report.rows import rows_of
from samverkansgraf.report.sections import facts
from samverkansgraf.report.sections.differing import is_contested, said_of
from samverkansgraf.vocabulary import iri, sg

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings

#: So much evidence of one initiative stands in a line; more is a list to open.
_SHOWN: Final = 3


def section(findings: Findings, names: Names) -> Section:
    """Return the chapter on who takes part in what."""
    words, frames = names.words, findings.frames
    initiatives = sorted(
        frames.initiatives.iter_rows(named=True),
        key=lambda row: (swedish_order(names.label(row["initiative"])), row["initiative"]),
    )
    blocks: list[Block] = [Paragraph((words.say("participation.intro"),))]
    if sole := _sole_source(findings, names):
        blocks.append(Paragraph(sole))
    blocks.extend(_initiative(row, findings, names) for row in initiatives)
    return Section("participation", words.say("participation.title"), tuple(blocks))


def _sole_source(findings: Findings, names: Names) -> Line | None:
    """Say that all rests on one source, and who wrote it, where that is so."""
    words, frames = names.words, findings.frames
    used = used_sources(frames)
    if len(used) != 1:
        return None
    source = line(names.references(used))
    creators = frames.sources.filter(pl.col("source") == used[0])["creators"].to_list()
    who = (creators[0] if creators else None) or []
    writers = names.several(who)
    if writers and facts.evidence_by_standing(frames).get(sg("ByAParty")):
        return words.counted_line(
            "participation.one_source_by_actors", len(who), source=source, writers=writers
        )
    return words.line("participation.one_source", source=source)


def _initiative(row: dict[str, Any], findings: Findings, names: Names) -> Part:
    """Return the part on one initiative."""
    words, node = names.words, row["initiative"]
    participations = rows_of(findings.frames.participations, "initiative", node)
    blocks: list[Block] = [Bullets(tuple(_facts(row, findings, names)))]
    proofs = names.proofs(node)
    if len(proofs) > _SHOWN:
        summary = words.say("participation.evidence_fold", n=words.whole(len(proofs)))
        blocks.append(Fold(summary, (Bullets(tuple(proofs)),)))
    if participations.height:
        blocks.append(_participants(participations, findings, names, initiative=node))
    else:
        blocks.append(Paragraph((words.say("participation.no_participants"),)))
    return Part(names.label(node), tuple(blocks), names.quoted_language)


def _facts(row: dict[str, Any], findings: Findings, names: Names) -> list[Line]:
    """Return what is known of an initiative; what is unknown is said where a reader would ask."""
    words, node = names.words, row["initiative"]
    not_given = words.say("not_given")
    kind = names.label(row["kind"]) if row["kind"] else not_given
    if is_contested(node, iri("dct:type"), findings):
        kind = words.say("differing.below")
    if row["is_set"]:
        kind = words.say("participation.set", kind=kind)
    status = _status(row, findings, names)
    time = words.period(row["start"], row["end"]) or not_given
    if any(is_contested(node, sg(end), findings) for end in ("start", "end")):
        time = words.say("differing.below")
    given: list[tuple[str, Line | str]] = [
        ("kind", kind),
        ("status", status),
        ("time", time),
        ("place", _places(node, findings, names) or not_given),
        ("themes", names.several(row["themes"]) or not_given),
        ("described", one_line(row["description"] or "")),
        ("aims", _texts(row["aims"])),
        ("principles", _texts(row["principles"])),
        ("activities", _texts(row["activities"])),
        ("methods", _texts(row["methods"])),
        ("activity_kinds", names.several(row["activity_kinds"])),
        ("part_of", names.several(row["part_of"])),
        ("strengthens", names.several(row["strengthens"])),
        ("related", names.several(row["related"])),
        ("constitutes", names.several(row["constitutes"])),
    ]
    lines = [fact(words.say(f"participation.{key}"), value) for key, value in given if value]
    if 0 < len(proofs := names.proofs(node)) <= _SHOWN:
        lines.append(fact(words.say("participation.evidence"), joined(proofs, "; ")))
    lines.extend(said_of(node, findings, names))
    if standing := _standing(node, findings, names):
        lines.append(fact(words.say("participation.standing"), standing))
    lines.extend(fact(words.say("participation.reply"), reply) for reply in names.replies_about(node))
    return lines


def _status(row: dict[str, Any], findings: Findings, names: Names) -> str:
    """Return an initiative's status as its sources gave it, with how old they are: it may have changed since."""
    words, node, status = names.words, row["initiative"], row["status"] or sg("StatusUnknown")
    if is_contested(node, sg("status"), findings):
        return words.say("differing.below")
    planned = status in {sg("StatusPlanned"), sg("StatusProposed")}
    if not planned and status != sg("StatusActive"):
        return names.label(status)
    known = {"status": names.label(status)}
    bounds = [row[end] for end in ("end_latest", "start_latest") if row[end]]
    if planned and bounds and bounds[0] < findings.as_of:
        return words.say("participation.planned_passed", **known)
    which, newest = "planned" if planned else "ongoing", facts.newest_source(node, findings.frames)
    if newest is None:
        return words.say(f"participation.{which}_undated", **known)
    return words.say(f"participation.{which}_dated", **known, date=words.date(newest))


def _texts(texts: list[str] | None) -> str:
    """Return texts as the sources' tables hold them, divided by semicolons."""
    return "; ".join(one_line(text) for text in texts or ())


def _places(node: str, findings: Findings, names: Names) -> Line:
    """Return where an initiative is placed, how certainly, and according to which source."""
    words = names.words
    placements = rows_of(findings.frames.placements, "initiative", node)
    lines: list[Line] = []
    for row in sorted(
        placements.iter_rows(named=True),
        key=lambda row: (names.label(row["place"]).casefold(), row["placement"]),
    ):
        remarks = []
        if row["certainty"] and row["certainty"] != sg("Stated"):
            remarks.append(names.label(row["certainty"]))
        if row["scope"]:
            remarks.append(words.say("participation.scope", scope=one_line(row["scope"])))
        remarks.extend(filter(None, [words.period(row["start"], row["end"])]))
        named = names.label(row["place"]) + (f" ({', '.join(remarks)})" if remarks else "")
        proofs = names.proofs(row["placement"])
        references = joined(proofs, "; ") or names.references(row["sources"])
        lines.append(line(named, ": " if proofs else " ", references) if references else (named,))
    return joined(lines, "; ")


def _standing(node: str, findings: Findings, names: Names) -> str:
    """Return how many evidences of an initiative have each standing."""
    counts = facts.evidence_by_standing(findings.frames, initiative=node)
    return "; ".join(
        f"{names.label(one)}: {names.words.whole(counts[one])}" for one in sorted(counts, key=in_scheme_order)
    )


def _participants(rows: pl.DataFrame, findings: Findings, names: Names, *, initiative: str) -> Table:
    """Return the participants of an initiative: role, certainty, phrase and source."""
    words = names.words
    general = rows_of(findings.frames.actors, "kind", "collective")
    collectives = dict(zip(general["actor"], general["collective"], strict=True))
    table: dict[tuple[Cell, ...], list[Line]] = {}
    for row in sorted(
        rows.iter_rows(named=True),
        key=lambda row: (
            in_scheme_order(row["role"]),
            swedish_order(names.label(row["actor"])),
            in_scheme_order(row["certainty"]),
            row["participation"],
        ),
    ):
        actor = row["actor"]
        who = [names.label(collectives.get(actor) or actor)]
        if actor in collectives:
            who.append(words.say("participation.collective"))
        proofs = names.proofs(row["participation"]) or [(words.say("evidence.no_source"),)]
        said = (
            cell(*who),
            cell(names.label(row["role"]) if row["role"] else words.say("not_given")),
            cell(*_certainty(row, names)),
        )
        table.setdefault(said, []).extend(proofs)  # several sources may say the same
    return Table(
        words.say("participation.participants", initiative=names.label(initiative)),
        tuple(words.say(f"participation.{key}") for key in ("participant", "role", "certainty", "proof")),
        tuple((*said, cell(*dict.fromkeys(proofs), look="proofs")) for said, proofs in table.items()),
        names.command("why", names.typed(initiative)),
    )


def _certainty(row: dict[str, Any], names: Names) -> list[str]:
    """Return how a source puts a participation: certainty, scope, time and what else it says."""
    words = names.words
    lines = [names.label(row["certainty"] or sg("Stated"))]
    if row["scope"]:
        lines.append(words.say("participation.scope", scope=one_line(row["scope"])))
    lines.extend(filter(None, [words.period(row["start"], row["end"])]))
    if row["influence"]:
        lines.append(words.say("participation.influence", influence=names.label(row["influence"])))
    if row["places"]:
        lines.append(words.say("participation.own_place", places=names.several(row["places"])))
    if row["themes"]:
        lines.append(words.say("participation.own_theme", themes=names.several(row["themes"])))
    if row["amount"] is not None:
        lines.append(
            words.say(
                "participation.amount",
                amount=words.decimal(row["amount"], places=2),
                currency=words.currency(row["currency"]),
            ),
        )
    return lines
