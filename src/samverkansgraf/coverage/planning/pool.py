"""Cells that a plan can choose among, and the plans made of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from samverkansgraf.coverage.planning.conflicts import conflict
from samverkansgraf.coverage.planning.constraints import rules_for
from samverkansgraf.coverage.planning.covering import Covering, Rule, best_covering, next_best, whole_weights
from samverkansgraf.coverage.planning.fairness import fairest_covering, unmet
from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkansgraf.coverage.planning.constraints import Found, Pattern
    from samverkansgraf.coverage.planning.lattice import Lattice
    from samverkansgraf.coverage.planning.weighing import Weights

#: More candidates that cover several cells each are not weighed against one another.
MOST_CANDIDATES: Final = 5_000


@dataclass(frozen=True, slots=True)
class Pool:
    """Cells that can be chosen, as a covering: a candidate is the cell of the same place in ``pool``."""

    cells: Lattice
    pool: list[int]
    weighed: Weights
    covering: Covering

    @classmethod
    def of(
        cls,
        cells: Lattice,
        pool: list[int],
        weighed: Weights,
        *,
        found: Found,
        must: Sequence[Pattern],
        budget: int,
        also: dict[int, tuple[int, ...]],
    ) -> Pool:
        """Return the pool of some cells, with the constraints as rules and what nearness adds."""
        number = {cell: place for place, cell in enumerate(pool)}
        footprints = []
        for cell in pool:
            reached = [
                cells.above[name][one] for name, one in zip(cells.names, cells.place(cell), strict=True)
            ]
            if also:
                axis = cells.names.index("district")
                reached[axis] = tuple({*reached[axis], *also.get(cells.place(cell)[axis], ())})
            footprints.append(tuple(number[one] for one in cells.box(reached) if one in number))
        if len(pool) > MOST_CANDIDATES and any(len(one) > 1 for one in footprints):
            raise UsageError(
                f"plan: {len(pool)} candidates that cover several cells each are more than {MOST_CANDIDATES}; choose fewer "
                "with --district or --theme"
            )
        whole = whole_weights([weighed.of[cell] for cell in pool])
        rules = rules_for(cells, pool, found, must)
        return cls(cells, pool, weighed, Covering(tuple(footprints), whole, budget, rules))

    def best(self) -> tuple[int, ...]:
        """
        Return what covers most.

        Raises
        ------
        UsageError
            The constraints cannot all be met; it says which.
        """
        return self._possible(best_covering(self.covering))

    def _possible(self, choice: tuple[int, ...] | None) -> tuple[int, ...]:
        if choice is not None:
            return choice
        many = int(self.covering.budget)
        budget = Rule(
            tuple(range(len(self.pool))),
            most=many,
            says=f"the budget is {many}",
            relax=f"raise -k above {many}",
        )
        rules = conflict(
            Covering(self.covering.footprints, self.covering.weights, many, (budget, *self.covering.rules))
        )
        # The budget comes first, so that what it takes part in is told with it.
        told = [*(rule for rule in rules if rule is not budget), *(rule for rule in rules if rule is budget)]
        says = "; ".join(rule.says for rule in told)
        relax = ", or ".join(dict.fromkeys(rule.relax for rule in told))
        raise UsageError(f"plan: these cannot all be met: {says}; {relax}")

    def plans(
        self, fair_by: str, alternatives: int, gap: float, advice: Sequence[str]
    ) -> tuple[list[list[Any]], pl.DataFrame, float | None]:
        """Return the rows of the best, the next best and the fair plan, what groups keep, and the price."""
        axis = self.cells.names.index(fair_by)
        labels = self.cells.labels[fair_by]
        schema = {fair_by: pl.String(), **dict.fromkeys(("unmet", "unmet_best", "unmet_fair"), pl.Float64())}
        if not self.pool:
            return [], pl.DataFrame(schema=schema), None
        found = next_best(self.covering, 1 + alternatives, gap=gap)
        best = self._possible(found[0] if found else None)
        rows = self.rows("best", best, advice, losses=True, of=best)
        for number, choice in enumerate(found[1:], start=1):
            rows += self.rows(f"alternative_{number}", choice, advice, of=best)
        groups = [self.cells.place(cell)[axis] for cell in self.pool]
        fair = self._possible(fairest_covering(self.covering, groups))
        rows += self.rows("fair", fair, advice, of=best)
        left = [self._unmet(groups, choice) for choice in ((), best, fair)]
        table = [[labels[group], *(one[group] for one in left)] for group in sorted(left[0])]
        worth = self._worth(best)
        price = (worth - self._worth(fair)) / worth if worth else 0.0
        return rows, pl.DataFrame(table, schema=schema, orient="row"), max(0.0, price)

    def _unmet(self, groups: Sequence[int], chosen: Sequence[int]) -> dict[int, float]:
        covered = self.covering.covered(chosen)
        left = dict.fromkeys(unmet(self.covering, groups, chosen), 0.0)
        for place, group in enumerate(groups):
            if place not in covered:
                left[group] += self.weighed.of[self.pool[place]]
        return left

    def _worth(self, chosen: Iterable[int]) -> float:
        return sum(self.weighed.of[self.pool[place]] for place in sorted(self.covering.covered(chosen)))

    def rows(
        self,
        name: str,
        chosen: Sequence[int],
        advice: Sequence[str],
        *,
        losses: bool = False,
        of: Sequence[int] | None = None,
    ) -> list[list[Any]]:
        """Return the rows of a plan, the pick that adds most first."""
        worth = self._worth(chosen)
        best = worth if of is None else self._worth(of)
        rows: list[list[Any]] = []
        left, taken = list(chosen), list[int]()
        while left:
            so_far = self.covering.covered(taken)
            adds = {one: self._worth([*taken, one]) - self._worth(taken) for one in left}
            pick = max(left, key=lambda one: (adds[one], -one))
            left.remove(pick)
            cell = self.pool[pick]
            new = [place for place in self.covering.footprints[pick] if place not in so_far and place != pick]
            loss = None
            if losses:
                without = best_covering(self.covering.with_rules(Rule((pick,), most=0)))
                loss = None if without is None else worth - self._worth(without)
            taken.append(pick)
            rows.append(
                [
                    name, len(taken), advice[cell], *self.cells.row(cell).values(), self.cells.values[cell],
                    self.weighed.of[cell], adds[pick], [self.cells.label(self.pool[place]) for place in sorted(new)],
                    loss, worth, worth / best if best else None,
                ]
            )  # fmt: skip
        return rows
