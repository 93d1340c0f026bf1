"""Every file that a whole run writes, by its name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from samverkansgraf.claims import as_record
from samverkansgraf.coverage.planning import search_template
from samverkansgraf.documents.html import html
from samverkansgraf.documents.markdown import markdown
from samverkansgraf.documents.word import docx
from samverkansgraf.export import workbook
from samverkansgraf.flat_tables import csv_text
from samverkansgraf.pictures.measured import SHOWN
from samverkansgraf.report import document
from samverkansgraf.report.sections.methods.works import BIBLIOGRAPHY
from samverkansgraf.report.sections.where_next import TEMPLATE
from samverkansgraf.report.works import references_bib

if TYPE_CHECKING:
    from collections.abc import Mapping

    import polars as pl

    from samverkansgraf.city import City
    from samverkansgraf.network import Side
    from samverkansgraf.project import Language
    from samverkansgraf.report.contents import Findings

#: The files a person opens first, in that order.
TO_OPEN: Final = ("report.html", "report.docx", "network.html", "tables.xlsx")

_TABLES: Final = ("coverage", "coverage_sector", "unreached", "whole", "chance", "pairs", "cutpoints")


def output_files(city: City, findings: Findings, *, language: Language) -> dict[str, bytes]:
    """
    Return the contents of the report, the picture, the tables and the graph.

    Parameters
    ----------
    city
        The graph.
    findings
        What was found in it.
    language
        Of all words; data stay as they are.

    Returns
    -------
    files
        File name -> contents. The same graph, day and language give the same bytes.
    """
    written = document(findings, language=language)
    files: dict[str, str | bytes] = {
        "report.html": html(written),
        "report.md": markdown(written),
        "report.docx": docx(written, as_of=findings.as_of),
        "network.html": city.picture(
            "html",
            language=language,
            test=findings.pair_tests.get("fixed-degree"),
            tables=_tables_of_nodes(findings),
        ),
        "network.svg": findings.network_svg or city.picture("svg", language=language),
        "tables.xlsx": workbook(city.frames, language=language),
        BIBLIOGRAPHY: references_bib(findings),
        "graph.trig": city.serialized("trig"),
        "claims.json": _json([as_record(reading) for reading in findings.claims]),
        "check.json": _json([problem.as_dict() for problem in findings.problems]),
    }
    files["results.trig"] = _results(city, findings, language)
    if findings.next_searches is not None and findings.next_searches.searches.height:
        template = search_template(findings.next_searches, city.frames)
        files[TEMPLATE] = template.encode("utf-8-sig")  # Excel reads UTF-8 only with the mark
    tables = {name: getattr(findings, name) for name in _TABLES} | dict(findings.nodes)
    files |= {
        f"{name}.csv": csv_text(frame) for name, frame in tables.items() if frame is not None and frame.width
    }
    return {name: data.encode() if isinstance(data, str) else data for name, data in files.items()}


def _tables_of_nodes(findings: Findings) -> dict[tuple[str, Side], pl.DataFrame] | None:
    """Return what the picture shows of nodes; nothing where the report has no ranges of their ranks."""
    if not findings.initiatives:
        return None
    sides: dict[Side, Mapping[str, pl.DataFrame]] = {
        "actors": findings.nodes,
        "initiatives": findings.initiatives,
    }
    return {(name, of): tables[name] for of, tables in sides.items() for name in SHOWN}


def _results(city: City, findings: Findings, language: Language) -> bytes:
    """Return every measure, pair and cell as observations, as the CSV files have them."""
    tables = [
        *findings.nodes.values(), findings.whole, findings.pairs, findings.coverage, findings.coverage_sector,
    ]  # fmt: skip
    made = (table for table in tables if table is not None)
    return city.results_as_rdf(*made, at=findings.as_of, language=language)


def _json(records: list[dict[str, object]]) -> str:
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"
