"""What is covered, what is needed, and where to go next, asked of a city."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from samverkansgraf.city.held import HeldGraph
from samverkansgraf.coverage import (
    Cells,
    CodingAgreement,
    Spread,
    coding_agreement,
    coverage,
    dependence,
    need_gaps,
    observed_and_expected,
    of_division,
    overlaps,
    spread_of_initiatives,
    theme_basis,
)
from samverkansgraf.coverage.evidence import cell_evidence
from samverkansgraf.lookup import found_thing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import polars as pl

    from samverkansgraf.coverage.planning import NextSearches, Plan
    from samverkansgraf.project import Language


class CityCells(HeldGraph):
    """What can be asked of a city's cells: district by theme, sector, target group and period."""

    def why_cell(
        self,
        *,
        district: str | None = None,
        theme: str | None = None,
        sector: str | None = None,
        target_group: str | None = None,
        period: str | None = None,
        at: str | date | None = None,
        division: str | None = None,
    ) -> pl.DataFrame:
        """Return the evidence and the searches behind one cell of the coverage, by labels or IRIs."""
        place = None if district is None else found_thing(self.frames, district, "district")
        about = None if theme is None else found_thing(self.frames, theme, "theme")
        language = self.settings.language
        return cell_evidence(
            self.frames,
            self.settings.bounds,
            district=place,
            theme=about,
            sector=sector,
            target_group=target_group,
            period=period,
            at=at,
            language=language,
            division=division,
        )

    def coverage(
        self,
        by: Sequence[str] = ("district", "theme"),
        *,
        at: str | date | None = None,
        levels: Literal["finest", "all"] = "finest",
        language: Language | None = None,
        division: str | None = None,
        periods: Sequence[str] = (),
    ) -> pl.DataFrame:
        """
        Return the cells of what is studied, each covered, none_found, indirect or not_searched.

        The parameters and the columns are those of :func:`samverkansgraf.coverage.coverage`; ``by`` takes
        ``district``, ``theme``, ``sector``, ``target_group`` and ``period``.
        """
        return coverage(
            self.frames,
            self.settings.bounds,
            by=by,
            at=at,
            levels=levels,
            language=language or self.settings.language,
            division=division,
            periods=periods,
        )

    def cells(
        self,
        by: Sequence[str] = ("district", "theme"),
        *,
        at: str | date | None = None,
        levels: Literal["finest", "all"] = "finest",
        language: Language | None = None,
        division: str | None = None,
        periods: Sequence[str] = (),
    ) -> Cells:
        """Return the cells of :meth:`coverage` to be had part by part, where they are millions."""
        return Cells(
            self.frames,
            self.settings.bounds,
            by=by,
            at=at,
            levels=levels,
            language=language or self.settings.language,
            division=division,
            periods=periods,
        )

    def dependence(
        self,
        by: Sequence[str] = ("district", "theme"),
        *,
        at: str | date | None = None,
        language: Language | None = None,
        division: str | None = None,
        periods: Sequence[str] = (),
    ) -> pl.DataFrame:
        """Return the cells that rest on one actor, funder, source or initiative, and on which."""
        return dependence(
            self.frames,
            self.settings.bounds,
            by=by,
            at=at,
            language=language or self.settings.language,
            division=division,
            periods=periods,
        )

    def overlaps(
        self,
        *,
        at: str | date | None = None,
        language: Language | None = None,
        division: str | None = None,
    ) -> pl.DataFrame:
        """Return the pairs of initiatives with place, theme and target group in common and no actor; as questions."""
        chosen = language or self.settings.language
        return overlaps(self.frames, self.settings.bounds, at=at, language=chosen, division=division)

    def need(
        self,
        indicators: Sequence[str] = (),
        *,
        period: str | None = None,
        at: str | date | None = None,
        language: Language | None = None,
        division: str | None = None,
    ) -> pl.DataFrame:
        """Return the districts by need against what is recorded there (:func:`samverkansgraf.coverage.need_gaps`)."""
        return need_gaps(
            self.frames,
            of_division(self.frames, self.settings.bounds, division),
            indicators=indicators,
            told=self.settings.need,
            period=period,
            at=at,
            language=language or self.settings.language,
        )

    def expected(
        self,
        indicators: Sequence[str] = (),
        *,
        period: str | None = None,
        at: str | date | None = None,
        language: Language | None = None,
        division: str | None = None,
    ) -> pl.DataFrame:
        """Return what is recorded in each district beside what is expected (:func:`samverkansgraf.coverage.observed_and_expected`)."""
        return observed_and_expected(
            self.frames,
            of_division(self.frames, self.settings.bounds, division),
            indicators=indicators,
            told=self.settings.need,
            period=period,
            at=at,
            language=language or self.settings.language,
        )

    def spread(
        self,
        indicators: Sequence[str] = (),
        *,
        groups: str | None = None,
        period: str | None = None,
        at: str | date | None = None,
        division: str | None = None,
    ) -> Spread:
        """Return what :func:`samverkansgraf.coverage.equity` and the Lorenz curve are of."""
        return spread_of_initiatives(
            self.frames,
            of_division(self.frames, self.settings.bounds, division),
            indicators=indicators,
            told=self.settings.need,
            groups=groups,
            period=period,
            at=at,
        )

    def theme_basis(
        self,
        by: Sequence[str] = ("district", "theme"),
        *,
        at: str | date | None = None,
        language: Language | None = None,
        division: str | None = None,
    ) -> pl.DataFrame:
        """Return the cells, and which rest on our coding of the theme alone (:func:`samverkansgraf.coverage.theme_basis`)."""
        chosen, bounds = language or self.settings.language, self.settings.bounds
        within = of_division(self.frames, bounds, division)
        return theme_basis(self.frames, within, by=by, at=at, language=chosen)

    def coding_agreement(self, *, seed: int = 1) -> CodingAgreement | None:
        """Return how well those who coded a sample of initiatives agree; ``None`` where nobody has."""
        return coding_agreement(self.frames, seed=seed)

    def plan(self, budget: int, **options: Any) -> Plan:
        """
        Return which cells to start something in first, and apart which to search first.

        ``options`` are those of :func:`samverkansgraf.coverage.planning.plan`, as ``need`` and ``constraints``.
        """
        from samverkansgraf.coverage.planning import plan

        return plan(self.frames, self.settings.bounds, budget=budget, **self._spoken(options))

    def next_searches(self, budget: float = 5, **options: Any) -> NextSearches:
        """
        Return which searches would tell most.

        ``options`` are those of :func:`samverkansgraf.coverage.planning.next_searches`.
        """
        from samverkansgraf.coverage.planning import next_searches

        return next_searches(self.frames, self.settings.bounds, budget=budget, **self._spoken(options))

    def missing_bridges(self, **options: Any) -> pl.DataFrame:
        """
        Return pairs of actors in the same cell with partners and no initiative in common; suggestions, never ties.

        ``options`` are those of :func:`samverkansgraf.coverage.planning.missing_bridges`.
        """
        from samverkansgraf.coverage.planning import missing_bridges

        return missing_bridges(self.frames, self.settings.bounds, **self._spoken(options))

    def _spoken(self, options: dict[str, Any]) -> dict[str, Any]:
        return {**options, "language": options.get("language") or self.settings.language}
