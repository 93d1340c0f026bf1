"""The graph for those who work with rdflib."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.vocabulary import PREFIXES

if TYPE_CHECKING:
    import pyoxigraph as ox
    import rdflib


def rdflib_dataset(store: ox.Store) -> rdflib.Dataset:
    """Return an rdflib dataset over the same store; its default graph is the union of all, each triple once."""
    import rdflib
    from oxrdflib import OxigraphStore

    dataset = rdflib.Dataset(store=OxigraphStore(store=store))
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace)
    return dataset
