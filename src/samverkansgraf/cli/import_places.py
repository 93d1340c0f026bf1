"""``import kolada``, ``json-stat``, ``csv`` and ``geojson``: figures and places into a project that is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samverkansgraf.cli.shared import output_option, say
from samverkansgraf.texts import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkansgraf.importers import FileSource, Imported

_FILE = click.argument("file", type=click.Path(path_type=Path))
_PROJECT = output_option("The project's folder, whose tables are added to.")
_ONLY_KNOWN = click.option("--only-known", is_flag=True, help="Leave out places that the project has not.")
_OF_SOURCE = ("title", "source", "url", "date", "retrieved")


def _source_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add what the file is as a source."""
    for option in reversed((
        click.option("--title", required=True, help="Of the file as a source."),
        click.option("--source", metavar="ID", help="Its id among the sources; of the file's name unless given."),
        click.option("--url", help="Where it was found."),
        click.option("--date", metavar="DATE", help="Of the file, as 2024-05 (EDTF)."),
        click.option("--retrieved", metavar="DATE", help="When it was fetched."),
    )):  # fmt: skip
        command = option(command)
    return command


def _source(given: dict[str, Any]) -> FileSource:
    from samverkansgraf.importers import FileSource

    title, identity, url, date, retrieved = (given.pop(name) for name in _OF_SOURCE)
    return FileSource(title=title, id=identity, url=url, date=date, retrieved=retrieved)


def _tell(imported: Imported) -> None:
    for path in imported.files:
        say(str(path))
    say(f"{imported.rows} new rows")
    for note in imported.notes:
        say(note)


@click.command(
    epilog='Example: samverkansgraf import kolada N00945.json -o data/orebro --title "Kolada N00945" --only-known'
)
@_FILE
@_PROJECT
@_source_options
@click.option("--kpis", type=click.Path(path_type=Path), help="An answer of /v3/kpi, for the titles.")
@click.option("--unit", help="Of the values.")
@click.option("--language", type=click.Choice(LANGUAGES), default="sv", show_default=True,
              help="Of the words for women and men.")  # fmt: skip
@_ONLY_KNOWN
def kolada(file: Path, output: Path, **given: Any) -> None:
    """Add key figures of municipalities from an answer of Kolada (API v3); women and men are kept apart."""
    from samverkansgraf.importers import import_kolada

    _tell(import_kolada(file, output, source=_source(given), **given))


@click.command(
    "json-stat",
    epilog='Example: samverkansgraf import json-stat folkmangd.json -o data/orebro --title "SCB, folkmängd" --only-known',
)
@_FILE
@_PROJECT
@_source_options
@click.option("--geo", metavar="DIMENSION", help="Where; that of the role geo unless given.")
@click.option("--time", metavar="DIMENSION", help="When; that of the role time unless given.")
@click.option("--metric", metavar="DIMENSION", help="What; that of the role metric unless given.")
@_ONLY_KNOWN
def json_stat(file: Path, output: Path, **given: Any) -> None:
    """Add the values of a JSON-stat 2 dataset, as SCB's PxWeb gives it."""
    from samverkansgraf.importers import import_json_stat

    _tell(import_json_stat(file, output, source=_source(given), **given))


@click.command(
    "csv",
    epilog='Example: samverkansgraf import csv omradestyper.csv -o data/orebro --title Segregationsbarometern --indicator Områdestyp --unit "områdestyp 1–5"',
)
@_FILE
@_PROJECT
@_source_options
@click.option(
    "--district", default="district", show_default=True, metavar="COLUMN", help="Official codes or names."
)
@click.option("--value", default="value", show_default=True, metavar="COLUMN")
@click.option("--indicator", default="indicator", show_default=True, metavar="COLUMN|NAME")
@click.option("--period", default="period", show_default=True, metavar="COLUMN|DATE")
@click.option("--unit", metavar="COLUMN|UNIT")
@click.option(
    "--split", multiple=True, metavar="COLUMN", help="Becomes part of the indicator's name, as gender."
)
@_ONLY_KNOWN
def csv_(file: Path, output: Path, **given: Any) -> None:
    """Add a CSV, XLSX or ODS table with a row for each place, period and value."""
    from samverkansgraf.importers import IndicatorColumns, import_indicator_csv

    names = ("district", "value", "indicator", "period", "unit", "split")
    columns = IndicatorColumns(**{name: given.pop(name) for name in names})
    _tell(import_indicator_csv(file, output, columns, source=_source(given), **given))


@click.command(
    epilog='Example: samverkansgraf import geojson deso.geojson -o data/orebro --kind deso --title "SCB, DeSO 2025" --from-sweref99'
)
@_FILE
@_PROJECT
@_source_options
@click.option("--kind", required=True, help="Of the places, as deso, regso, municipality or district.")
@click.option("--code", metavar="PROPERTY", help="With the official code.")
@click.option("--label", metavar="PROPERTY", help="With the name.")
@click.option("--population", metavar="PROPERTY", help="With how many people live there.")
@click.option("--part-of", metavar="PLACE", help="The place that all of them lie in.")
@click.option(
    "--from-sweref99", is_flag=True, help="The coordinates are SWEREF 99 TM: convert them to WGS 84."
)
@click.option("--repair", is_flag=True, help="Polygons that cross themselves become the areas they enclose.")
@click.option(
    "--study", is_flag=True, help="Name them as the districts studied, where the settings name none."
)
def geojson(file: Path, output: Path, **given: Any) -> None:
    """Add places with codes, populations and geometries, or fill these in for places that are there."""
    from samverkansgraf.importers import PlaceProperties, import_geojson

    properties = PlaceProperties(**{name: given.pop(name) for name in ("code", "label", "population")})
    _tell(import_geojson(file, output, properties, source=_source(given), **given))
