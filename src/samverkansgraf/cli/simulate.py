"""``simulate``: what would be lost, or gained, if something left or started."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from samverkansgraf.cli.results import as_rdf, deliver, result_options, told_options
from samverkansgraf.cli.shared import as_of_option, day, language_of, open_from, say
from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import polars as pl

    from samverkansgraf.city import City
    from samverkansgraf.project import Language
    from samverkansgraf.simulation import Assumed

#: The tables of a what-if.
TABLES: Final = (
    "changes", "initiatives", "cells", "districts", "themes", "actors", "ties", "agreements", "claims", "network",
)  # fmt: skip
_EACH: Final = ("actors", "sectors", "funders", "sources", "initiatives", "agreements")
_CURVES: Final = ("random", "degree", "partners", "betweenness")


@click.command(
    epilog='Example: samverkansgraf simulate --without "Bostads AB Mimer" --format csv. Nothing is stored. With '
    "--ending-within beside --without or --add, those agreements end too."
)
@click.option(
    "--without",
    "--remove",
    "without",
    metavar="NAME",
    multiple=True,
    help="An actor, initiative, source, agreement or sector that leaves; may be given several times. Before the name "
    "may stand what it is, as sector:polis; funder:NAME only stops paying.",
)
@click.option("--with-units", is_flag=True, help="An actor leaves with all units that are part of it.")
@click.option(
    "--add",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A table of what starts: initiative, actors, district, theme.",
)
@click.option(
    "--add-initiative",
    metavar="LABEL",
    help="One that starts, or one recorded that gets more; with --actors, --district, --theme.",
)
@click.option("--actors", metavar="A;B", help="Its actors, with semicolons between.")
@click.option("--district", metavar="D;E", help="Where it is.")
@click.option("--theme", metavar="T;U", help="What it is about.")
@click.option(
    "--table", type=click.Choice(TABLES), default="changes", show_default=True, help="What to show of it."
)
@click.option(
    "--by",
    default="district,theme",
    show_default=True,
    metavar="DIMENSIONS",
    help="Of the cells; with commas between.",
)
@click.option("--keep-empty", is_flag=True, help="An initiative nobody is left in still covers its cells.")
@click.option("--each", type=click.Choice(_EACH), help="What hangs on whom: the losses if each alone left.")
@click.option(
    "--ending-within",
    type=click.IntRange(0),
    metavar="MONTHS",
    help="Agreements that end within so many months.",
)
@click.option(
    "--curve", type=click.Choice(_CURVES), help="What holds together as actors leave one after another."
)
@click.option("--at-start", is_flag=True, help="In a curve, all leave by what they have at the start.")
@click.option(
    "--draws",
    type=click.IntRange(1, 100_000),
    default=200,
    show_default=True,
    help="Random orders of a curve.",
)
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help="Of these.")
@as_of_option
@click.option("--ever", is_flag=True, help="Of all time, instead of as of a day.")
@result_options
@click.pass_context
def command(ctx: click.Context, /, *, form: str | None, output: Path | None, **options: Any) -> None:
    """Show what districts, themes, initiatives and the network lose if something leaves, or gain if it starts."""
    supposed = any(options[one] for one in ("without", "add", "add_initiative"))
    ending = options["ending_within"] is not None
    chosen = [bool(options["each"]), bool(options["curve"]), supposed or ending]
    if sum(chosen) != 1:
        raise UsageError(
            "simulate: say what leaves (--without) or starts (--add, --add-initiative), or choose one of --each, "
            "--ending-within and --curve"
        )
    if any(options[one] for one in ("actors", "district", "theme")) and not options["add_initiative"]:
        raise UsageError(
            "simulate: --actors, --district and --theme are of an initiative; name it with --add-initiative"
        )
    if options["ever"] and (options["as_of"] or ending):
        raise UsageError("simulate: --ever has no day; leave it out with --as-of and --ending-within")
    from samverkansgraf.simulation import word

    city = open_from(ctx)
    language, at = language_of(ctx, city), None if options["ever"] else day(options["as_of"])
    if at is not None and _none_then(city, at):
        say(word("none_then", language, at))
    if options["each"]:
        table, frame = "each", _each(city, at, language, options)
    elif options["curve"]:
        table, frame = "curve", _curve(city, at, language, options)
    elif not supposed and at is not None:
        table, frame = "ending", _ending(city, at, language, options["ending_within"])
    else:
        table, frame = options["table"], _what_if(city, at, language, options)
    kept = None
    if table != "changes":  # these are what the other tables say, in one
        supposed_here = _supposed(options)
        kept = as_rdf(
            ctx, city, frame, table=f"simulate-{table}", choices=supposed_here, at=at, language=language
        )
    deliver(frame, form, output, lambda: _about(city, at, options), kept, short=_short)


def _short(frame: pl.DataFrame) -> pl.DataFrame:
    """Return a table as fits a terminal: without addresses of what has a label, and columns that say nothing."""
    named = {"id", "actor", "initiative", "agreement", "claim", "actor_a", "actor_b"}
    if not {"label", "label_a", "text", "actor_label"} & set(frame.columns):
        named = set()
    zeros = {name for name in frame.columns if frame.schema[name].is_integer() and not frame[name].sum()}
    if "no_actor" not in frame.columns or frame.is_empty():
        zeros = set()
    if "removed_share" in frame.columns:
        zeros = {name for name in frame.columns if frame[name].null_count() == frame.height}
    return frame.drop(named & set(frame.columns) | zeros)


def _none_then(city: City, at: date) -> bool:
    """Return whether nothing that is recorded holds on a day, as of a network of the past."""
    from samverkansgraf.simulation.snapshot import Snapshot

    then = Snapshot(frames=city.frames, bounds=city.settings.bounds, at=at)
    return then.initiatives.is_empty() or then.taking_part.is_empty()


def _each(city: City, at: date | None, language: Language, options: Mapping[str, Any]) -> pl.DataFrame:
    from samverkansgraf.simulation import what_hangs_on_each, word

    say(word("each", language))
    how = {"at": at, "by": _dimensions(options), "language": language, "keep_empty": options["keep_empty"]}
    return what_hangs_on_each(city.frames, city.settings.bounds, options["each"], **how)


def _curve(city: City, at: date | None, language: Language, options: Mapping[str, Any]) -> pl.DataFrame:
    from samverkansgraf.measures.fragility import removal_curve
    from samverkansgraf.simulation import word
    from samverkansgraf.ties import Selection

    order, at_start = options["curve"], options["at_start"]
    say(
        word(
            "curve_random" if order == "random" else "curve_start" if at_start else "curve_recomputed",
            language,
        )
    )
    network = city.network(Selection(at=None if at is None else at.isoformat()))
    return removal_curve(
        network, order, recomputed=not at_start, draws=options["draws"], seed=options["seed"]
    )


def _ending(city: City, at: date, language: Language, months: int) -> pl.DataFrame:
    from samverkansgraf.simulation import agreements_ending, months_after, word

    found = agreements_ending(city.frames, at=at, months=months)
    endless = city.frames.agreements["end"].null_count()
    say(word("ending", language, months_after(at, months), found.height, endless))
    return found


def _what_if(city: City, at: date | None, language: Language, options: Mapping[str, Any]) -> pl.DataFrame:
    from samverkansgraf.simulation import agreements_ending, found_leaving, in_words, leaving, simulated

    frames = city.frames
    gone = [found_leaving(frames, name, units=options["with_units"]) for name in options["without"]]
    if options["ending_within"] is not None and at is not None:
        ending = agreements_ending(frames, at=at, months=options["ending_within"])
        gone += [leaving(frames, "agreement", one) for one in ending["agreement"]]
    how: dict[str, Any] = {"at": at, "by": _dimensions(options), "language": language}
    found = simulated(
        frames,
        city.settings.bounds,
        leaving=list(dict.fromkeys(gone)),
        assumed=_assumed(city, options),
        keep_empty=options["keep_empty"],
        **how,
    )
    for sentence in in_words(found, frames, language=language):
        say(sentence)
    if (table := options["table"]) in {"districts", "themes"}:
        return found.dimensions[table.removesuffix("s")]
    frame: pl.DataFrame | None = getattr(found, table)
    if frame is None:
        raise UsageError("simulate: there are too many ties to list; choose another --table")
    return frame


def _assumed(city: City, options: Mapping[str, Any]) -> list[Assumed]:
    from samverkansgraf.simulation import found_assumed, read_assumed, several

    assumed = [] if options["add"] is None else read_assumed(options["add"], city.frames)
    if options["add_initiative"]:
        names = {name: several(options[name] or "") for name in ("actors", "district", "theme")}
        one = found_assumed(
            city.frames,
            options["add_initiative"],
            actors=names["actors"],
            districts=names["district"],
            themes=names["theme"],
        )
        assumed.append(one)
    return assumed


def _dimensions(options: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(part.strip() for part in options["by"].split(","))


def _supposed(options: Mapping[str, Any]) -> dict[str, str]:
    """Return what is supposed, by name: another supposition is another set of results."""
    return told_options(options, beside=("table", "as_of", "ever", "draws", "seed"))


def _about(city: City, at: date | None, options: Mapping[str, Any]) -> dict[str, str]:
    from samverkansgraf import __version__

    given = {name: str(value) for name, value in options.items() if value not in (None, (), False)}
    return {**given, "graph": city.settings.name, "as_of": str(at or "ever"), "version": __version__}
