"""The search for the core that fits a network's ties best, in many networks and from many starts at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

#: A fit must get better by more than this to be better.
_BETTER = 1e-12


@dataclass(frozen=True, slots=True)
class Found:
    """
    The cores that a search ended at.

    Attributes
    ----------
    fit
        Networks × starts: the correlation with the ideal pattern; −1 in a network that has no pattern.
    cores
        Networks × actors × starts: who is in the core.
    """

    fit: NDArray[np.float64]
    cores: NDArray[np.bool_]


def cores_found(
    networks: Sequence[sparse.csr_array], chance: np.random.Generator, *, starts: int, greedy: bool = False
) -> Found:
    """
    Return the best core that can be reached from each start, in each network.

    Parameters
    ----------
    networks
        Symmetric, 1.0 where two are tied, empty diagonal; all of one size, three or more.
    chance
        Of the starts with noise.
    starts
        At least one: by degree, and the rest by degree with noise.
    greedy
        One start more: by ties not yet touched.
    """
    search = _Search(networks)
    degrees = search.touching(np.ones((len(networks), search.actors, 1)))[:, :, 0]
    noise = chance.normal(0, 1, (len(networks), search.actors, starts - 1))
    noisy = degrees[:, :, None] * np.exp(noise / 2) + chance.random(noise.shape)
    scores = [degrees[:, :, None], noisy]
    if greedy:
        scores.append(search.greedy_scores()[:, :, None])
    return search.improved(search.best_of_order(np.concatenate(scores, axis=2)))


class _Search:
    """Networks side by side: one sparse product counts the ties of every actor in every core."""

    def __init__(self, networks: Sequence[sparse.csr_array]) -> None:
        self.actors: int = networks[0].shape[0]
        self.ties = sparse.block_diag(networks, format="csr")
        self.pairs = self.actors * (self.actors - 1) / 2
        self.tied = np.array([network.nnz / 2 for network in networks])[:, None]

    def touching(self, who: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return for networks × actors × starts with how many of ``who`` each actor is tied."""
        product = self.ties @ who.reshape(-1, who.shape[2])
        counts: NDArray[np.float64] = product.reshape(who.shape)
        return counts

    def fit(self, touched: NDArray[np.float64], size: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return the correlation of a core of so many actors that touches so many ties; −1 if undefined."""
        ideal = size * (size - 1) / 2 + size * (self.actors - size)
        variance = self.tied * (self.pairs - self.tied) * ideal * (self.pairs - ideal)
        shape = np.broadcast_shapes(touched.shape, variance.shape)
        fits = np.full(shape, -1.0)
        product = np.broadcast_to(self.pairs * touched - self.tied * ideal, shape)
        where = np.broadcast_to((variance > 0) & (size > 0) & (size < self.actors - 1), shape)
        np.divide(product, np.sqrt(np.maximum(variance, 0)), out=fits, where=where)
        return fits

    def greedy_scores(self) -> NDArray[np.float64]:
        """Return scores that fall in the order in which actors touch most ties not touched before."""
        networks = len(self.tied)
        scores = np.zeros((networks, self.actors))
        left = np.ones((networks, self.actors, 1))
        untouched = self.touching(left)[:, :, 0]
        every = np.arange(networks)
        for turn in range(self.actors):
            chosen = np.where(left[:, :, 0] > 0, untouched, -1.0).argmax(axis=1)
            if (untouched[every, chosen] * left[every, chosen, 0] == 0).all():
                break
            scores[every, chosen] = self.actors - turn
            left[every, chosen] = 0.0
            rows = every * self.actors + chosen
            for network, row in enumerate(rows.tolist()):
                near = self.ties.indices[self.ties.indptr[row] : self.ties.indptr[row + 1]]
                untouched[network, near - network * self.actors] -= 1.0
        return scores

    def best_of_order(self, scores: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Return the core that fits best among those of the first one, two, three … by falling score."""
        order = np.argsort(-scores, axis=1, kind="stable")
        place = np.empty_like(order)
        np.put_along_axis(place, order, np.arange(self.actors)[None, :, None], axis=1)
        # A tie is touched by whichever of its ends comes first.
        cells = self.ties.tocoo()
        network, own, other = cells.row // self.actors, cells.row % self.actors, cells.col % self.actors
        first = np.minimum(place[network, own], place[network, other])
        networks, starts = len(self.tied), scores.shape[2]
        place_of_tie = (network[:, None] * starts + np.arange(starts)) * self.actors + first
        ends = np.bincount(place_of_tie.ravel(), minlength=networks * starts * self.actors)
        touched = (ends / 2).reshape(networks, starts, self.actors).cumsum(axis=2)  # each tie has two ends
        sizes = np.tile(np.arange(1, self.actors + 1), starts)
        fits = self.fit(touched.reshape(networks, -1), sizes[None, :]).reshape(touched.shape)
        last: NDArray[np.int64] = fits.argmax(axis=2)[:, None, :]
        return place <= last

    def improved(self, cores: NDArray[np.bool_]) -> Found:
        """Return the cores after moving one actor, or else swapping two, as long as the fit gets better."""
        cores = cores.copy()
        network, start = np.indices((cores.shape[0], cores.shape[2]))
        while True:
            outside = self.touching((~cores).astype(float))
            size = cores.sum(axis=1)
            touched = self.tied - (outside * ~cores).sum(axis=1) / 2
            fits = self.fit(touched, size)
            most = np.where(cores, -1.0, outside)
            least = np.where(cores, outside, np.inf)
            joins, leaves = most.argmax(axis=1), least.argmin(axis=1)
            gain, loss = most.max(axis=1), least.min(axis=1)
            with_one_more = self.fit(touched + gain, size + 1)
            with_one_less = self.fit(touched - loss, size - 1)
            add = (with_one_more > fits + _BETTER) & (with_one_more >= with_one_less)
            drop = (with_one_less > fits + _BETTER) & ~add
            swap, first, second = self._swaps(cores, most, least, ~(add | drop))
            joins, leaves = np.where(swap, first, joins), np.where(swap, second, leaves)
            if not (add | drop | swap).any():
                return Found(fits, cores)
            for move, who, value in ((add | swap, joins, True), (drop | swap, leaves, False)):
                cores[network[move], who[move], start[move]] = value

    def _swaps(
        self,
        cores: NDArray[np.bool_],
        most: NDArray[np.float64],
        least: NDArray[np.float64],
        among: NDArray[np.bool_],
    ) -> tuple[NDArray[np.bool_], NDArray[np.int64], NDArray[np.int64]]:
        """
        Return where two can be swapped so that more ties are touched, and whom: who joins, who leaves.

        A swap touches as many more ties as the one who joins has in the periphery less those of the one who
        leaves, and one more if these two are tied.
        """
        joins, leaves = most.argmax(axis=1), least.argmin(axis=1)
        difference = most.max(axis=1) - least.min(axis=1)
        plainly = among & (difference > 0)
        evenly = among & (difference == 0)
        if evenly.any():
            can_leave = cores & (least == least.min(axis=1)[:, None, :])
            can_join = ~cores & (most == most.max(axis=1)[:, None, :])
            tied_join = can_join & (self.touching(can_leave.astype(float)) > 0)
            evenly &= tied_join.any(axis=1)
            joins = np.where(evenly, tied_join.argmax(axis=1), joins)
            chosen = np.zeros(cores.shape)
            np.put_along_axis(chosen, joins[:, None, :], 1.0, axis=1)
            tied_leave = can_leave & (self.touching(chosen) > 0)
            leaves = np.where(evenly, tied_leave.argmax(axis=1), leaves)
        return plainly | evenly, joins, leaves
