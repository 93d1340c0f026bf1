"""
Stored results: in the graph of results of a store in memory, or beside the build of a store on disk.

On disk the build's own database is left as it is. Results are written into a copy of it, which shares its files, and
one line, ``RESULTS`` in the build's folder, says which copy is read: a reader sees all of a set of results or nothing
of it, and goes on with what it opened. Results are of one build, and a new build begins without any.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from samverkansgraf.errors import StoreError
from samverkansgraf.graph.loading import exchange
from samverkansgraf.graph.store import (
    CURRENT,
    RESULTS,
    build_folder,
    database_folder,
    locked,
    replaced_line,
    synced,
)
from samverkansgraf.vocabulary import RESULTS_GRAPH, iri, sg

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import polars as pl

_COPY: Final = "results-"
_UNFINISHED: Final = "unfinished-results"
#: How long one who writes results waits for another, in seconds.
_WAIT: Final = 30.0


def put_results(store: ox.Store, base: str, datasets: Iterable[str], quads: pl.DataFrame) -> None:
    """
    Put sets of results into a store that can be written to; earlier ones of the same sets go, all at once.

    Parameters
    ----------
    store
        The store.
    base
        Of the project.
    datasets
        The IRIs of the sets.
    quads
        What :func:`~samverkansgraf.graph.cube.cube_quads` made of them.
    """
    graph = ox.NamedNode(base + RESULTS_GRAPH)

    def values(subject: ox.NamedNode, predicate: str) -> list[ox.NamedNode]:
        found = store.quads_for_pattern(subject, ox.NamedNode(predicate), None, graph)
        return [quad.object for quad in found if isinstance(quad.object, ox.NamedNode)]

    subjects = {ox.NamedNode(name) for name in quads["subject"].unique()}
    for dataset in map(ox.NamedNode, datasets):
        belonging = store.quads_for_pattern(None, ox.NamedNode(iri("qb:dataSet")), dataset, graph)
        subjects |= {quad.subject for quad in belonging if isinstance(quad.subject, ox.NamedNode)}
        for run in values(dataset, iri("prov:wasGeneratedBy")):
            subjects |= {run, *values(run, sg("parameter"))}
        subjects.add(dataset)
    gone = [quad for one in subjects for quad in store.quads_for_pattern(one, None, None, graph)]
    exchange(store, graph.value, gone, quads)


def write_results(
    folder: Path, digest: str, base: str, datasets: Iterable[str], quads: pl.DataFrame
) -> ox.Store:
    """
    Write sets of results into a store on disk, beside its build; earlier ones of the same sets go.

    Parameters
    ----------
    folder
        The store.
    digest
        Of the build that the results were computed from.
    base, datasets, quads
        As :func:`put_results` has them.

    Returns
    -------
    The store with the results, open for reading.

    Raises
    ------
    StoreError
        The store has been built anew meanwhile, somebody else keeps writing to it, or it cannot be written to.
    """
    try:
        with locked(folder, wait=_WAIT):
            if (folder / CURRENT).read_text(encoding="ascii").strip() != digest:
                raise StoreError(
                    f"{folder} has been built anew since it was opened; compute the results again"
                )
            return _written(build_folder(folder, digest), base, datasets, quads)
    except OSError as error:
        raise StoreError(
            f"{folder} cannot be written ({error.strerror or error}); the earlier results are as they were"
        ) from None


def _written(build: Path, base: str, datasets: Iterable[str], quads: pl.DataFrame) -> ox.Store:
    current = database_folder(build)
    unfinished = build / _UNFINISHED
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        ox.Store.read_only(str(current)).backup(str(unfinished))
        store = ox.Store(str(unfinished))
        put_results(store, base, datasets, quads)
        store.flush()
        del store
        for path in sorted(unfinished.iterdir()):
            synced(path)
        synced(unfinished)
        done = build / f"{_COPY}{_number(current.name) + 1}"
        shutil.rmtree(done, ignore_errors=True)  # left by one who was interrupted before the line was written
        unfinished.rename(done)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    replaced_line(build / RESULTS, done.name)
    for path in build.glob(f"{_COPY}*"):
        if path not in {done, current}:  # who reads the one before goes on
            shutil.rmtree(path, ignore_errors=True)
    return ox.Store.read_only(str(done))


def _number(name: str) -> int:
    return int(name.removeprefix(_COPY)) if name.startswith(_COPY) else 0
