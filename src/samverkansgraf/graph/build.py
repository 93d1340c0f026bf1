"""Build a graph from a project's tables: the same tables give the same bytes."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.graph.derived import Ties, derived_quads
from samverkansgraf.graph.extract import frames_of
from samverkansgraf.graph.mapping import quads_of_tables
from samverkansgraf.graph.quads import digest, n_quads
from samverkansgraf.graph.vocabulary_graph import concept_names, vocabulary_quads
from samverkansgraf.tables.folder import read_project

if TYPE_CHECKING:
    from pathlib import Path

    from samverkansgraf.errors import Problem
    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Settings
    from samverkansgraf.tables.suppression import LeftOut


@dataclass(frozen=True, slots=True)
class Build:
    """
    What a build makes.

    ``lines`` are the sorted N-Quads of every graph, the vocabulary's among them; ``digest`` is
    over them and the settings. ``different`` are pairs of names decided to be of different things,
    ``notes`` what was left alone in the project. ``rows`` (``iri,table,row``) says where in the tables a
    thing stands, ``texts`` which file was read for a source, by the source's IRI; ``left_out`` is what the
    project leaves out.
    """

    settings: Settings
    lines: bytes
    frames: Frames
    digest: str
    different: tuple[tuple[str, str], ...] = ()
    notes: tuple[Problem, ...] = ()
    rows: pl.DataFrame = field(default_factory=pl.DataFrame)
    texts: dict[str, Path] = field(default_factory=dict)
    left_out: LeftOut | None = None


def build(folder: Path, *, ties: Ties = "auto", texts: Path | None = None) -> Build:
    """
    Build the graph of a project folder.

    Parameters
    ----------
    folder
        Holds ``samverkansgraf.toml`` and the tables.
    ties
        Whether the derived graph holds the ties: ``all``, ``none``, or ``auto`` (while there are at
        most 100,000 tied pairs).
    texts
        Where the files of sources are looked for, before the project folder.

    Raises
    ------
    InputError
        With every problem found in the tables.
    """
    project = read_project(folder, concept_names())
    settings = project.settings
    at_hand = _texts_at_hand(project.frames, folder, texts)
    read = {source: path.read_bytes() for source, path in at_hand.items()}
    stated = pl.concat([quads_of_tables(project, read), vocabulary_quads(settings.base)])
    frames = frames_of(stated, settings.language)
    quads = pl.concat([stated, derived_quads(frames, settings.base, ties=ties)])
    lines = n_quads(quads)
    return Build(
        settings,
        lines,
        frames,
        digest(lines, settings_json(settings).encode()),
        project.different,
        project.notes,
        _rows(project.frames),
        at_hand,
        project.left_out,
    )


def settings_json(settings: Settings) -> str:
    """Return the settings as JSON with sorted keys."""
    return json.dumps(asdict(settings), ensure_ascii=False, sort_keys=True, indent=1)


def _texts_at_hand(frames: dict[str, pl.DataFrame], folder: Path, texts: Path | None) -> dict[str, Path]:
    named = frames["sources"].select("iri", "file").drop_nulls().iter_rows()
    found = {source: text_file(name, folder, texts) for source, name in named}
    return {source: path for source, path in found.items() if path is not None}


def _rows(frames: dict[str, pl.DataFrame]) -> pl.DataFrame:
    """Return where things stand in the tables; evidence stands where it is first given."""
    parts = [
        frame.select(pl.col(column).alias("iri"), pl.lit(name).alias("table"), "row")
        for name, frame in frames.items()
        for column in ("iri", "evidence")
        if column in frame.columns
    ]
    return (
        pl.concat(parts)
        .drop_nulls("iri")
        .filter(pl.col("iri") != "")
        .unique("iri", keep="first", maintain_order=True)
    )


def text_file(name: str, folder: Path | None, texts: Path | None) -> Path | None:
    """Return where a source's file is: under ``texts``, else in the project; never outside them."""
    for place in (texts, folder):
        if place is None:
            continue
        path = (place / name).resolve()
        if path.is_relative_to(place.resolve()) and path.is_file():
            return path
    return None
