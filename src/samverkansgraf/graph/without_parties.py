"""
A graph as it is without what the parties themselves have written.

Left out is evidence written by a party (:mod:`samverkansgraf.standing`): of an initiative, its
participations, its placements and statements about these, as seen from the initiative; of an
agreement and statements about it, as seen from its parties. What has lost all its evidence goes with
it, and so does what a source whose evidence is left out said of a thing that stays. An initiative
stays while anything of it does. Everything else stands: what never had evidence, claims (somebody's
words, whoever's they are), and evidence that is affiliated, relayed, independent or unknown. What
follows from the rest is worked out anew, but standings are those of the whole graph: somebody whose own
words were left out is a party all the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import polars as pl

from samverkansgraf.frames import Frames, frame
from samverkansgraf.graph.all_quads import stored_quads
from samverkansgraf.graph.derived import derived_quads
from samverkansgraf.graph.extract import frames_of
from samverkansgraf.graph.knowledge_graph import KnowledgeGraph
from samverkansgraf.graph.loading import loaded
from samverkansgraf.graph.quads import TYPE, n_quads
from samverkansgraf.standing import standings
from samverkansgraf.vocabulary import RESULTS_GRAPH, iri, sg

_EVIDENCE: Final = sg("evidence")
#: What :func:`~samverkansgraf.graph.derived.derived_quads` makes, in whichever graph a file has it.
_DERIVED: Final = (
    *(
        sg(name)
        for name in (
            "between", "collaboratesWith", "endEarliest", "endLatest", "forInitiative", "ofEvidence", "participatesIn",
            "quotedThrough", "secondHand", "standing", "startEarliest", "startLatest", "through", "worksIn",
        )
    ),
    iri("dct:spatial"),
    iri("prov:wasDerivedFrom"),
)  # fmt: skip
#: What a thing that stays keeps, whoever said it first.
_KEPT_OF_A_THING: Final = (TYPE, iri("skos:prefLabel"))


def without_parties(graph: KnowledgeGraph) -> KnowledgeGraph:
    """
    Return a copy of a graph, in memory, without the evidence that parties have written.

    Parameters
    ----------
    graph
        Is left as it is.
    """
    frames, base = graph.frames, graph.settings.base
    quads = _without(stated_only(stored_quads(graph.store), base), frames, _lost_evidence(frames))
    left = frames_of(quads, graph.settings.language)
    proof = left.evidence.select("evidence").unique()
    left = replace(
        left,
        standings=frames.standings.join(proof, on="evidence", how="semi").join(
            left.initiatives.select("initiative"), on="initiative", how="semi"
        ),
        second_hand=frames.second_hand.join(proof, on="evidence", how="semi"),
    )
    store = loaded(n_quads(pl.concat([quads, derived_quads(left, base)])))
    return KnowledgeGraph(store, left, graph.settings, folder=graph.folder)


def stated_only(quads: pl.DataFrame, base: str) -> pl.DataFrame:
    """Return quads without those that are derived or stored results, in whichever graph a file has them."""
    made = [f"{base}graph/derived", base + RESULTS_GRAPH]
    derived_type = (pl.col("predicate") == TYPE) & pl.col("object").is_in([sg("Tie"), sg("Standing")])
    return quads.filter(~pl.col("graph").is_in(made) & ~pl.col("predicate").is_in(_DERIVED) & ~derived_type)


def _lost_evidence(frames: Frames) -> pl.DataFrame:
    """Return ``subject``, ``object``: things, and the evidence of theirs that a party has written."""
    owners = pl.concat(
        [
            frames.initiatives.select(about="initiative", owner="initiative"),
            frames.participations.select(about="participation", owner="initiative"),
            frames.placements.select(about="placement", owner="initiative"),
            frames.agreements.select(about="agreement", owner="agreement"),
        ]
    ).drop_nulls()
    of_statements = frames.statements.select("statement", "about").join(owners, on="about")
    owners = pl.concat([owners, of_statements.select("owner", about="statement").select("about", "owner")])
    written = pl.concat([frames.standings, standings(_agreements_as_initiatives(frames))])
    by_a_party = written.filter(pl.col("standing") == sg("ByAParty"))
    return (
        frames.evidence.join(owners, on="about")
        .join(by_a_party, left_on=["evidence", "owner"], right_on=["evidence", "initiative"], how="semi")
        .select(subject="about", object="evidence")
        .unique()
    )


def _agreements_as_initiatives(frames: Frames) -> Frames:
    """Return frames where agreements stand as initiatives and their parties take part in them."""
    parties = frames.agreements.select("agreement", "parties").explode("parties").drop_nulls()
    taking_part = [
        {"participation": f"{agreement}#{party}", "actor": party, "initiative": agreement, "role": sg("Partner")}
        for agreement, party in parties.iter_rows()
    ]  # fmt: skip
    return replace(
        frames,
        initiatives=frame("initiatives", [{"initiative": one} for one in frames.agreements["agreement"]]),
        participations=frame("participations", taking_part),
        placements=frame("placements"),
        agreements=frame("agreements"),
    )


def _without(quads: pl.DataFrame, frames: Frames, lost: pl.DataFrame) -> pl.DataFrame:
    """Leave out the lost evidence, what only it supported, and what is said only because of it."""
    proven = quads.filter(pl.col("predicate") == _EVIDENCE).select("subject", "object", "graph")
    kept = proven.join(lost, on=["subject", "object"], how="anti")
    losing = proven.join(lost, on=["subject", "object"], how="semi")
    gone = _gone(frames, set(losing["subject"]) - set(kept["subject"]))
    silent = losing.select("subject", "graph").unique().join(kept, on=["subject", "graph"], how="anti")
    quads = _without_statements(quads, gone)
    no_longer_said = quads.join(silent, on=["subject", "graph"], how="semi").filter(
        ~pl.col("predicate").is_in(_KEPT_OF_A_THING)
    )
    quads = quads.join(no_longer_said, on=quads.columns, how="anti")
    return _without_orphans(_without_nodes(quads, gone))


def _gone(frames: Frames, unproven: set[str]) -> list[str]:
    """Return what goes: things without evidence that is left, but initiatives only with all that is theirs."""
    ours = pl.concat(
        [
            frames.participations.select("initiative", thing="participation"),
            frames.placements.select("initiative", thing="placement"),
            frames.agreements.select("agreement", "governs")
            .explode("governs")
            .select(initiative="governs", thing="agreement"),
        ]
    ).drop_nulls()
    staying = set(ours.filter(~pl.col("thing").is_in(list(unproven)))["initiative"])
    return sorted(unproven - staying)


def _without_statements(quads: pl.DataFrame, gone: list[str]) -> pl.DataFrame:
    """Leave out the plain triples that statements that go stand for, each in its statement's graph."""
    parts = quads.filter(pl.col("subject").is_in(gone))
    of = {
        column: parts.filter(pl.col("predicate") == iri(f"rdf:{column}")).select(
            "graph", statement="subject", **{column: "object"}
        )
        for column in ("subject", "predicate", "object")
    }
    plain = (
        of["subject"]
        .join(of["predicate"], on=["graph", "statement"])
        .join(of["object"], on=["graph", "statement"])
        .select("subject", "predicate", "object", "graph")
    )
    return quads.join(plain, on=["subject", "predicate", "object", "graph"], how="anti")


def _without_nodes(quads: pl.DataFrame, nodes: list[str]) -> pl.DataFrame:
    return quads.filter(~pl.col("subject").is_in(nodes) & ~pl.col("object").is_in(nodes))


def _without_orphans(quads: pl.DataFrame) -> pl.DataFrame:
    """Leave out evidence of nothing, with its selectors, and collectives that take part in nothing any more."""
    said = pl.col("predicate")
    used = quads.filter(said == _EVIDENCE).select(subject="object")
    evidence = quads.filter((said == TYPE) & (pl.col("object") == sg("Evidence"))).select("subject")
    evidence = evidence.join(used, on="subject", how="anti")
    selectors = quads.filter(said == iri("oa:hasSelector")).join(evidence, on="subject", how="semi")["object"]
    scoped = quads.filter(said == sg("collective")).select("subject")
    members = quads.filter(said == iri("org:member")).select(subject="object")
    collectives = scoped.join(members, on="subject", how="anti")["subject"]
    orphans = {*evidence["subject"], *selectors, *collectives}
    return quads.filter(~pl.col("subject").is_in(sorted(orphans)))
