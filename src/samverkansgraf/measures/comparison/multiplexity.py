"""How many tied pairs are tied in more than one way."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from samverkansgraf.errors import UsageError
from samverkansgraf.measures.comparison.layers import aligned

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.measures.comparison.layers import Layer


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiplexity:
    """
    How layers of ties overlap.

    Attributes
    ----------
    tied
        Pairs tied in some layer.
    multiplex
        Pairs tied in more than one.
    share
        The second divided by the first, 0–1; ``nan`` where nobody is tied.
    layers
        A row for each layer: ``layer, tied`` (pairs), ``also_elsewhere`` (of these, tied in another layer too)
        and ``share`` (null where the layer has no tie).
    """

    tied: int
    multiplex: int
    share: float
    layers: pl.DataFrame


def multiplexity(layers: Sequence[Layer]) -> Multiplexity:
    """
    Return the share of tied pairs that are tied in more than one layer (Provan, Fish & Sydow 2007).

    See doi:10.1177/0149206307302554. Two actors are tied in a layer if either direction has a value other than 0.
    Layers that contain each other, as ties of one kind and of a part of it, overlap by definition: leave one out.

    Parameters
    ----------
    layers
        Two or more over the same nodes, in any order, each with its own name.

    Raises
    ------
    UsageError
        There are fewer than two layers, two have one name, or they are about different nodes or fewer than three.

    Examples
    --------
    >>> from samverkansgraf.measures.comparison.layers import Layer
    >>> one = Layer("shared", ("a", "b", "c"), np.array([[0, 2, 1], [2, 0, 0], [1, 0, 0.0]]))
    >>> other = Layer("agreed", ("a", "b", "c"), np.array([[0, 1, 0], [1, 0, 0], [0, 0, 0.0]]))
    >>> multiplexity([one, other]).share
    0.5
    """
    names = [layer.name for layer in layers]
    if len(set(names)) < max(2, len(names)):
        raise UsageError(
            f"multiplexity: the layers are {', '.join(names) or 'none'}; give two or more, each with its own name"
        )
    nodes, matrices = aligned(layers)
    above = np.triu_indices(len(nodes), k=1)
    tied = np.stack([(matrix[above] != 0) | (matrix.T[above] != 0) for matrix in matrices])
    ways = tied.sum(axis=0)
    some, several = int((ways > 0).sum()), int((ways > 1).sum())
    rows = [
        (
            name,
            int(here.sum()),
            int((here & (ways > 1)).sum()),
            float((ways[here] > 1).mean()) if here.any() else None,
        )
        for name, here in zip(names, tied, strict=True)
    ]
    schema = {"layer": pl.String(), "tied": pl.Int64(), "also_elsewhere": pl.Int64(), "share": pl.Float64()}
    return Multiplexity(
        tied=some,
        multiplex=several,
        share=several / some if some else nan,
        layers=pl.DataFrame(rows, schema=schema, orient="row"),
    )
