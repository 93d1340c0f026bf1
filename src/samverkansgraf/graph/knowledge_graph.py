"""One graph: a store to query and the frames that were read from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import polars as pl

from samverkansgraf.errors import InputError, Problem, StoreError
from samverkansgraf.graph.build import Build, build
from samverkansgraf.graph.cube import cube_quads, dataset_iri
from samverkansgraf.graph.derived import derived_quads
from samverkansgraf.graph.endpoint import endpoint_quads, is_endpoint
from samverkansgraf.graph.extract import frames_of
from samverkansgraf.graph.loading import loaded, replace_graph
from samverkansgraf.graph.quads import n_quads
from samverkansgraf.graph.result_store import put_results, write_results
from samverkansgraf.graph.serialize import read_rdf
from samverkansgraf.graph.shown_persons import ShownPersons, shown_in
from samverkansgraf.graph.store import is_store, read_store
from samverkansgraf.graph.vocabulary_graph import vocabulary_quads
from samverkansgraf.project import Bounds, Settings
from samverkansgraf.texts import LANGUAGES
from samverkansgraf.vocabulary import RESULTS_GRAPH, iri

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyoxigraph as ox

    from samverkansgraf.frames import Frames
    from samverkansgraf.graph.cube import Origin, ResultSet
    from samverkansgraf.graph.renaming import Renaming
    from samverkansgraf.tables.suppression import LeftOut


@dataclass(slots=True)
class KnowledgeGraph:
    """
    A graph that can be queried.

    ``folder`` is the project folder where there is one; ``different``, ``notes``, ``rows`` and
    ``texts`` and ``left_out`` are as in :class:`~samverkansgraf.graph.build.Build`.
    """

    store: ox.Store
    frames: Frames
    settings: Settings
    digest: str | None = None
    folder: Path | None = None
    different: tuple[tuple[str, str], ...] = ()
    notes: tuple[Problem, ...] = ()
    rows: pl.DataFrame = field(default_factory=pl.DataFrame)
    texts: dict[str, Path] = field(default_factory=dict)
    left_out: LeftOut | None = None
    writable: bool = True
    #: The store on disk that the graph was opened from.
    stored_in: Path | None = None
    #: How persons are shown, and what was put in the place of their names.
    persons: ShownPersons = "named"
    renaming: Renaming | None = None

    def write_results(self, sets: Sequence[ResultSet], origin: Origin) -> None:
        """
        Store results in the graph of results, where queries find them; earlier ones of the same sets go.

        In a built store they are written to disk, beside the build, and are no part of it and its digest.

        Parameters
        ----------
        sets
            The results.
        origin
            What they come from.

        Raises
        ------
        StoreError
            The store cannot be written to, or was built anew since it was opened.
        """
        base = self.settings.base
        quads = cube_quads(sets, origin, base=base)
        datasets = [dataset_iri(base, one) for one in sets]
        if self.stored_in is None:
            put_results(self.store, base, datasets, quads)
        else:
            self.store = write_results(self.stored_in, self.digest or "", base, datasets, quads)

    def write(self, graph_iri: str, quads: pl.DataFrame) -> None:
        """
        Replace one named graph by the quads of a frame.

        Parameters
        ----------
        graph_iri
            The graph; the column ``graph`` of the quads is not looked at.
        quads
            As in :mod:`samverkansgraf.graph.quads`.

        Raises
        ------
        StoreError
            The graph is open for reading only.
        """
        if not self.writable:
            raise StoreError("a built store is read-only; open the project folder to write into its graph")
        replace_graph(self.store, graph_iri, quads)


def open_graph(path: str | Path, *, texts: Path | None = None) -> KnowledgeGraph:
    """
    Open a project folder, a built store, an RDF file or the address of a SPARQL endpoint.

    An endpoint is read once, whole, and asked here.

    Raises
    ------
    InputError
        The path is none of these, or what it holds is faulty.
    StoreError
        A built store is damaged.
    """
    if isinstance(path, str) and is_endpoint(path):
        return _of_quads(endpoint_quads(path), urlsplit(path).hostname or "endpoint")
    path = Path(path)
    if path.is_dir() and is_store(path):
        store, frames, settings, digest = read_store(path)
        shown = shown_in(store, settings.base)
        return KnowledgeGraph(store, frames, settings, digest, writable=False, stored_in=path, persons=shown)
    if path.is_dir():
        return of_build(build(path, texts=texts), path)
    if path.is_file():
        return _of_quads(read_rdf(path), path.stem)
    remedy = "name a project folder, a built store, an RDF file or the address of a SPARQL endpoint"
    raise InputError([Problem(f"{path} does not exist", remedy=remedy)])


def of_build(built: Build, folder: Path | None = None) -> KnowledgeGraph:
    """Hold a build in memory."""
    store = loaded(built.lines)
    return KnowledgeGraph(
        store,
        built.frames,
        built.settings,
        built.digest,
        folder,
        built.different,
        built.notes,
        built.rows,
        built.texts,
        built.left_out,
    )


def _of_quads(quads: pl.DataFrame, name: str) -> KnowledgeGraph:
    settings = _settings_in(quads, name)
    quads = pl.concat([quads, vocabulary_quads(settings.base)]).unique()
    results = pl.col("graph").str.ends_with(f"/{RESULTS_GRAPH}")
    frames = frames_of(quads.filter(~results), settings.language)
    derived = derived_quads(frames, settings.base)
    store = loaded(n_quads(pl.concat([quads, derived])))
    shown = shown_in(store, settings.base)
    return KnowledgeGraph(store, frames, _all_in_bounds(settings, frames), persons=shown)


def _settings_in(quads: pl.DataFrame, name: str) -> Settings:
    """Return what the quads say of their project, or what can be known without."""
    data_sets = quads.filter((pl.col("object") == iri("schema:Dataset")) & (pl.col("kind") == "iri"))
    base = data_sets["subject"].min() if data_sets.height else f"urn:samverkansgraf:{name}/"
    about = quads.filter(pl.col("subject") == base)
    said = dict(zip(about["predicate"], about["object"], strict=True))
    language = said.get(iri("dct:language"))
    if language not in LANGUAGES:
        language = "sv"
    return Settings(name=said.get(iri("dct:title"), name), base=str(base), language=language)


def _all_in_bounds(settings: Settings, frames: Frames) -> Settings:
    districts = frames.places.filter(pl.col("kind").str.to_lowercase() == "district")["place"]
    sectors = frames.actors["sector"].drop_nulls().unique().sort()
    return Settings(
        name=settings.name,
        base=settings.base,
        language=settings.language,
        bounds=Bounds(
            districts=tuple(districts), themes=tuple(frames.themes["theme"]), sectors=tuple(sectors)
        ),
    )
