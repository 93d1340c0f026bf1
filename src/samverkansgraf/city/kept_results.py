"""Results of a city put into words of RDF: kept beside what the sources say, or written to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkansgraf.city.held import HeldGraph
from samverkansgraf.graph.cube import cube_quads
from samverkansgraf.graph.serialize import serialized_quads
from samverkansgraf.results import origin, result_sets, table_sets
from samverkansgraf.ties import DEFAULT_SELECTION, Selection

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import polars as pl

    from samverkansgraf.graph.cube import ResultSet
    from samverkansgraf.project import Language


class CityResults(HeldGraph):
    """Keeping and writing what was computed."""

    def remember(
        self,
        results: pl.DataFrame,
        *,
        selection: Selection = DEFAULT_SELECTION,
        at: str | date | None = None,
        division: str | None = None,
        language: Language | None = None,
        table: str | None = None,
        choices: Mapping[str, str] | None = None,
    ) -> None:
        """
        Store results in the graph ``graph/results``, where queries find them beside what the sources say.

        Computed anew with the same choices, they replace the earlier ones. In a built store they are kept on disk
        with the build, of which and of whose digest they are no part; else they last as long as this object.

        Parameters
        ----------
        results
            A table of measures of nodes or of the whole network, of pairs, or of coverage, as it was computed; or the
            one that ``table`` names.
        selection
            The selection it was computed with; of all but coverage.
        at
            The date it is as of; of coverage, plans and what-ifs.
        division
            The kind of district it is of; of these.
        language
            Of its words; the project's unless given.
        table
            Which other table it is, one of :data:`samverkansgraf.results.keys.TABLE_KEYS`: ``"communities"``.
        choices
            What else it was computed with, by name: ``{"from": "2019", "to": "2024"}``; other choices are other
            results. Of ``table``.

        Raises
        ------
        UsageError
            The table is none of these, or its rows are not those that the choices give.
        StoreError
            The store on disk cannot be written to.

        Examples
        --------
        >>> from samverkansgraf.measures import node_table
        >>> from samverkansgraf.city import open_city
        >>> city = open_city("data/southern-women")
        >>> city.remember(node_table(city.frames, "degree"))
        >>> city.query("SELECT (COUNT(*) AS ?n) WHERE { ?r sg:ofMeasure measure:degree ; sg:value ?v }")["n"][0]
        '18'
        """
        sets = self._sets(
            results,
            selection=selection,
            at=at,
            division=division,
            language=language,
            table=table,
            choices=choices,
        )
        self.graph.write_results(sets, origin(self.graph.digest))

    def results_as_rdf(
        self,
        *results: pl.DataFrame,
        form: str = "trig",
        selection: Selection = DEFAULT_SELECTION,
        at: str | date | None = None,
        division: str | None = None,
        language: Language | None = None,
        table: str | None = None,
        choices: Mapping[str, str] | None = None,
    ) -> bytes:
        """
        Return results in an RDF format: turtle, trig, nquads, ntriples, jsonld or rdfxml.

        Parameters
        ----------
        results
            Tables as :meth:`remember` takes them.
        form
            The format.
        selection, at, division, language, table, choices
            As :meth:`remember` has them.

        Raises
        ------
        UsageError
            As :meth:`remember`; or the format is unknown.
        """
        how: dict[str, Any] = {"selection": selection, "at": at, "division": division, "language": language}
        how |= {"table": table, "choices": choices}
        sets = [one for rows in results for one in self._sets(rows, **how)]
        quads = cube_quads(sets, origin(self.graph.digest), base=self.settings.base)
        return serialized_quads(quads, form)

    def _sets(
        self,
        rows: pl.DataFrame,
        *,
        selection: Selection,
        at: str | date | None,
        division: str | None,
        language: Language | None,
        table: str | None,
        choices: Mapping[str, str] | None,
    ) -> list[ResultSet]:
        chosen = language or self.settings.language
        how: dict[str, Any] = {"selection": selection, "at": at, "division": division, "language": chosen}
        if table is not None:
            return table_sets(rows, table, self.frames, self.settings.bounds, choices=choices, **how)
        return result_sets(rows, self.frames, self.settings.bounds, **how)
