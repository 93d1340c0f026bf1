"""``run``: everything into a folder."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samverkansgraf.cli.report import day
from samverkansgraf.cli.shared import graph_argument, language_of, open_from, say, write_file
from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from samverkansgraf.city import City
    from samverkansgraf.project import Language

#: The files a person opens first, in that order.
TO_OPEN = ("report.html", "network.html", "coverage.csv")


@click.command(epilog="Example: samverkansgraf -g data/vasteras run -o output")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="The folder to write to."
)
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The day the report speaks of; today unless given."
)
@click.option(
    "--texts",
    type=click.Path(path_type=Path),
    help="A folder with the texts of sources, to check phrases against.",
)
@click.option("--strict", is_flag=True, help="Exit 1 where the check finds a fault.")
@click.pass_context
def command(ctx: click.Context, output: Path, as_of: object, texts: Path | None, *, strict: bool) -> None:
    """Build, check, analyse, report and draw: everything into a folder."""
    if output.exists() and not output.is_dir():
        raise UsageError(f"{output} is a file; name a folder")
    say(_step("build"))
    city = open_from(ctx, texts=texts)
    language = language_of(ctx, city)
    say(_step("check and analyse"))
    findings = city.findings(as_of=day(as_of), language=language, graph_argument=graph_argument(ctx))
    say(_step("report and draw"))
    files = dict(_files(city, findings, language, day(as_of)))
    for name, data in files.items():
        write_file(output / name, data)
    faults = sum(problem.severity == "fault" for problem in findings.problems)
    if faults:
        say(f"{faults} faults; they are listed in the report")
    say("Open:")
    for name in TO_OPEN:
        say(f"  {output / name}")
    sys.exit(1 if strict and faults else 0)


def _step(words: str) -> str:
    return f"… {words}"


def _files(
    city: City, findings: object, language: Language, as_of: date
) -> Iterator[tuple[str, str | bytes]]:
    """Make each file's content before the first is written."""
    import json

    from samverkansgraf.claims import as_record
    from samverkansgraf.cli.shared import flat
    from samverkansgraf.export import workbook
    from samverkansgraf.report import report
    from samverkansgraf.report.contents import Findings

    if not isinstance(findings, Findings):
        raise TypeError
    yield "report.html", report(findings, format="html", language=language)
    yield "report.md", report(findings, format="md", language=language)
    yield "network.html", city.picture("html", language=language)
    yield "network.svg", city.picture("svg", language=language)
    for name in ("coverage", "coverage_sector", "unreached", "whole", "pairs", "cutpoints"):
        frame = getattr(findings, name)
        if frame is not None:
            yield f"{name}.csv", flat(frame).write_csv()
    for measure, frame in findings.nodes.items():
        yield f"{measure}.csv", flat(frame).write_csv()
    records = [as_record(reading) for reading in findings.claims]
    yield "claims.json", json.dumps(records, ensure_ascii=False, indent=1) + "\n"
    problems = [problem.as_dict() for problem in findings.problems]
    yield "check.json", json.dumps(problems, ensure_ascii=False, indent=1) + "\n"
    yield "tables.xlsx", workbook(city.frames)
    yield "graph.trig", city.serialized("trig")
