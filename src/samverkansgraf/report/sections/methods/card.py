"""A network card: the network and where it comes from, in one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.documents.blocks import Cell, Paragraph, Part, Table, cell, one_line
from samverkansgraf.documents.sources import used_sources
from samverkansgraf.report.sections.measured import known
from samverkansgraf.report.sections.methods.sources_and_time import earliest_and_latest
from samverkansgraf.ties import actors_in_network, initiatives_in_network, selected_participations

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings

_DIGEST_SHOWN = 12


def part(findings: Findings, names: Names) -> Part:
    """Return the card."""
    words = names.words
    rows = {**_overall(findings, names), **_structure(findings, names), **_provenance(findings, names)}
    return Part(
        words.say("card.title"),
        (
            Paragraph((words.say("card.intro"),)),
            Table(
                words.say("card.caption", name=one_line(findings.settings.name)),
                (words.say("card.what"), words.say("card.said")),
                tuple((cell(words.say(f"card.{key}")), value) for key, value in rows.items()),
                names.command("network", "--whole", "--format", "csv"),
            ),
        ),
    )


def _overall(findings: Findings, names: Names) -> dict[str, Cell]:
    """Return what the network is and stands for."""
    words = names.words
    return {
        "name": cell(one_line(findings.settings.name)),
        "kind": cell(words.say("card.kind_is")),
        "nodes_are": cell(words.say("card.nodes_are_said")),
        "links_are": cell(words.say("card.links_are_said")),
        "considerations": cell(words.say("card.considerations_said")),
    }


def _structure(findings: Findings, names: Names) -> dict[str, Cell]:
    """Return sizes, density, degrees and parts."""
    words, frames = names.words, findings.frames
    actors, initiatives = actors_in_network(frames), initiatives_in_network(frames)
    links = selected_participations(frames).select("actor", "initiative").unique()
    measured = {row["measure"]: row["value"] for row in findings.whole.iter_rows(named=True)}
    rows = {
        "nodes": cell(
            words.say(
                "card.nodes_said",
                actors=words.count("count.actors", actors.height),
                initiatives=words.count("count.initiatives", initiatives.height),
            )
        ),
        "links": cell(words.whole(links.height)),
        "actor_degree": cell(_degrees(links, "actor", actors["actor"], names)),
        "initiative_degree": cell(_degrees(links, "initiative", initiatives["initiative"], names)),
        "isolates": cell(words.whole(actors.filter(~pl.col("actor").is_in(links["actor"].to_list())).height)),
    }
    for measure in ("density_two_mode", "components", "largest_component_share"):
        if known(measured.get(measure)):
            rows[measure] = cell(words.decimal(measured[measure]))
    rows["ties"] = cell(words.count("count.pairs", findings.ties_owners_apart))
    return rows


def _degrees(links: pl.DataFrame, side: str, nodes: pl.Series, names: Names) -> str:
    """Return the mean, least and greatest number of links of a side's nodes; those without have 0."""
    words = names.words
    counted = dict(links.group_by(side).len().iter_rows())
    numbers = [counted.get(node, 0) for node in nodes.to_list()]
    if not numbers:
        return ""
    return words.say(
        "card.degree_said",
        mean=words.decimal(sum(numbers) / len(numbers), places=2),
        least=words.whole(min(numbers)),
        most=words.whole(max(numbers)),
    )


def _provenance(findings: Findings, names: Names) -> dict[str, Cell]:
    """Return what is known of nodes and links, and where, when and by whom it was said."""
    words, frames = names.words, findings.frames
    actors, selected = actors_in_network(frames), selected_participations(frames)
    used = frames.sources.filter(pl.col("source").is_in(used_sources(frames)))
    people = frames.actors.filter(
        (pl.col("kind") == "person") & pl.col("actor").is_in(actors["actor"].to_list())
    )
    rows = {
        "node_data": cell(
            words.say(
                "card.node_data_said",
                n=words.whole(actors["sector"].drop_nulls().len()),
                all=words.whole(actors.height),
            )
        ),
        "link_data": cell(
            words.say(
                "card.link_data_said",
                n=words.whole(selected["start"].drop_nulls().len()),
                all=words.whole(selected.height),
            )
        ),
        "made": cell(words.date(findings.as_of)),
        "origin": cell(words.count("card.origin_said", used.height)),
    }
    if between := earliest_and_latest(used["date"].to_list()):
        rows["dates"] = cell(words.between(*between))
    if between := earliest_and_latest(used["retrieved"].to_list()):
        rows["read"] = cell(words.between(*between))
    said = words.count("card.people_said", people.height) if people.height else words.say("card.people_none")
    rows["people"] = cell(said)
    rows["address"] = cell(one_line(findings.settings.base))
    if findings.digest:
        rows["digest"] = cell(one_line(findings.digest)[:_DIGEST_SHOWN])
    rows["licence"] = cell(words.say("card.licence_said"))
    return rows
