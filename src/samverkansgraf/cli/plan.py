"""``plan``: where next, which searches would tell most, and which bridges are missing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from samverkansgraf.cli.results import as_rdf, deliver, result_options, store_option, told_options
from samverkansgraf.cli.shared import as_of_option, day, language_of, open_from, say, write_file
from samverkansgraf.errors import UsageError
from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping

    import polars as pl

    from samverkansgraf.city import City
    from samverkansgraf.project import Language

_DIMENSIONS: Final = ("district", "theme", "sector")
_ONLY_OF: Final = {
    "searches": ("search_of", "effort", "indirect_counts"),
    "bridges": ("partners",),
    "plan": ("near", "within", "district", "theme", "sector", "must", "without", "one_per", "alternatives", "gap", "table"),
}  # fmt: skip


@click.command(
    epilog="Example: samverkansgraf plan -k 3 --need population --one-per district; samverkansgraf plan --searches -o "
    "searches-att-gora.csv; samverkansgraf plan --bridges"
)
@click.option(
    "-k",
    "--budget",
    type=click.IntRange(1),
    default=5,
    show_default=True,
    help="How many initiatives, partners or searches.",
)
@click.option(
    "--by",
    default="district,theme",
    show_default=True,
    metavar="DIMENSIONS",
    help="Of district, theme, sector; with commas between. With sector, partners are planned.",
)
@click.option("--at", metavar="DATE", help="As of an EDTF date, or 'ever'; the day of --as-of unless given.")
@click.option(
    "--need",
    multiple=True,
    metavar="NEED",
    help="population, a file with district and need, or an indicator, by its districts' order; several of these may be "
    "given. All weigh the same unless given.",
)
@click.option(
    "--near",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Districts that serve one another: district, near and, for --within, distance.",
)
@click.option("--within", type=click.FloatRange(0), metavar="DISTANCE", help="Of --near, only these.")
@click.option("--district", multiple=True, metavar="NAME", help="Only this; may be given several times.")
@click.option("--theme", multiple=True, metavar="NAME", help="The same.")
@click.option("--sector", multiple=True, metavar="NAME", help="The same: partners of this sector.")
@click.option("--must", multiple=True, metavar="CELL", help="Must be chosen, as 'Råby;trygghet' or 'Råby'.")
@click.option("--without", multiple=True, metavar="CELL", help="Must not be chosen.")
@click.option(
    "--one-per", multiple=True, type=click.Choice(_DIMENSIONS), help="At most one for each of these."
)
@click.option("--alternatives", type=click.IntRange(0, 50), help="Next-best plans to show; 2 unless given.")
@click.option(
    "--gap",
    type=click.FloatRange(0, 1),
    help="How much less than the best, as a share, they may cover; 0.1 unless given.",
)
@click.option(
    "--table",
    type=click.Choice(["picks", "groups", "plans"]),
    help="groups: what each district keeps unmet; plans: what each plan covers, and the price of fairness. picks unless given.",
)
@click.option("--searches", is_flag=True, help="Which searches would tell most. -o FILE.csv: as rows of the table searches, "
              "to be filled in.")  # fmt: skip
@click.option(
    "--search-of",
    multiple=True,
    type=click.Choice([*_DIMENSIONS, "cell"]),
    help="Only searches of one of these.",
)
@click.option(
    "--effort", multiple=True, metavar="KIND=NUMBER", help="What a search of one costs; 1 unless given."
)
@click.option(
    "--indirect-counts",
    type=click.FloatRange(0, 1),
    help="What a cell with indirect evidence weighs beside one not searched; 0.5 unless given.",
)
@click.option(
    "--bridges", is_flag=True, help="Actors in the same cell with partners but no initiative in common."
)
@click.option("--partners", type=click.IntRange(1), help="The least number of these; 2 unless given.")
@click.option("--division", metavar="KIND", help="Cells of this kind of place, as municipality.")
@as_of_option
@store_option
@result_options
@click.pass_context
def command(
    ctx: click.Context, /, *, form: str | None, output: Path | None, store: bool, **options: Any
) -> None:
    """Show where to start something next, what to search for first, and who could be introduced to whom."""
    kind = _kind(options)
    city = open_from(ctx)
    language = language_of(ctx, city)
    how: dict[str, Any] = {
        "by": tuple(part.strip() for part in options["by"].split(",") if part.strip()),
        "at": options["at"] or day(options["as_of"]).isoformat(),
        "language": language,
        "division": options["division"],
    }
    if store and kind == "bridges":
        raise UsageError("plan: missing bridges are suggestions and are never stored; leave out --store")
    if (
        kind == "searches"
        and not store
        and output is not None
        and output.suffix.lower() == ".csv"
        and form is None
    ):
        _write_template(city, language, options, how, output)
        return
    frame = {"plan": _plan, "searches": _searches, "bridges": _bridges}[kind](city, language, options, how)
    kept = None
    if kind != "bridges":
        table = "searches" if kind == "searches" else options["table"] or "picks"
        kept = as_rdf(ctx, city, frame, table=f"plan-{table}", choices=_choices(options), **_when(how))
    deliver(frame, form, output, lambda: _about(city, options, how), kept, store=store, short=_short)


def _kind(options: Mapping[str, Any]) -> str:
    """Return which of the three is asked for, or refuse options of another one."""
    if options["searches"] and options["bridges"]:
        raise UsageError("plan: --searches and --bridges are tables of their own; ask for one at a time")
    kind = "searches" if options["searches"] else "bridges" if options["bridges"] else "plan"
    for other, names in _ONLY_OF.items():
        given = [name for name in names if options[name] not in (None, ())]
        if other != kind and given:
            option = f"--{given[0].replace('_', '-')}"
            remedy = f"add --{other}" if other != "plan" else f"leave out --{kind}"
            raise UsageError(
                f"plan: {option} is for {'a plan' if other == 'plan' else other}; {remedy}, or leave it out"
            )
    if kind == "bridges" and options["need"]:
        raise UsageError("plan: bridges have no need; leave out --need")
    if options["within"] is not None and options["near"] is None:
        raise UsageError("plan: --within is of a file of distances; name it with --near")
    return kind


def _plan(city: City, language: Language, options: Mapping[str, Any], how: dict[str, Any]) -> pl.DataFrame:
    from samverkansgraf.coverage import planning

    near = options["near"]
    found = city.plan(
        options["budget"],
        need=_need(city, options),
        near=None if near is None else planning.read_near(near, city.frames, within=options["within"]),
        constraints=planning.Constraints(
            districts=options["district"],
            themes=options["theme"],
            sectors=options["sector"],
            must=options["must"],
            without=options["without"],
            one_per=options["one_per"],
        ),
        **{name: options[name] for name in ("alternatives", "gap") if options[name] is not None},
        **how,
    )
    for sentence in planning.plan_in_words(found, language):
        say(sentence)
    frame: pl.DataFrame = getattr(found, options["table"] or "picks")
    return frame


def _need(city: City, options: Mapping[str, Any]) -> pl.DataFrame | None:
    from samverkansgraf.coverage.districts import of_division
    from samverkansgraf.coverage.planning import need_of

    if not options["need"]:
        return None
    bounds = of_division(city.frames, city.settings.bounds, options["division"])
    return need_of(city.frames, bounds, options["need"], told=city.settings.need)


def _found_searches(city: City, options: Mapping[str, Any], how: dict[str, Any]) -> Any:
    counts = options["indirect_counts"]
    return city.next_searches(
        options["budget"],
        need=_need(city, options),
        kinds=options["search_of"] or None,
        efforts=dict(_effort(text) for text in options["effort"]),
        **({} if counts is None else {"indirect": counts}),
        **how,
    )


def _searches(
    city: City, language: Language, options: Mapping[str, Any], how: dict[str, Any]
) -> pl.DataFrame:
    from samverkansgraf.coverage.planning import searches_in_words

    found = _found_searches(city, options, how)
    for sentence in searches_in_words(found, language, sectors=city.settings.bounds.sectors):
        say(sentence)
    frame: pl.DataFrame = found.searches
    return frame


def _write_template(
    city: City, language: Language, options: Mapping[str, Any], how: dict[str, Any], output: Path
) -> None:
    from samverkansgraf.coverage.planning import search_template, searches_in_words

    found = _found_searches(city, options, how)
    for sentence in searches_in_words(found, language, sectors=city.settings.bounds.sectors):
        say(sentence)
    # Excel reads UTF-8 for what it is only after a byte order mark.
    write_file(output, search_template(found, city.frames).encode("utf-8-sig"))
    say(catalogue("cli", language)["searches"].format(output, found.searches.height))


def _effort(text: str) -> tuple[str, float]:
    kind, _, number = text.partition("=")
    try:
        return kind.strip(), float(number)
    except ValueError:
        raise UsageError(f"plan: the effort {text!r} is no number of a kind; write it as theme=3") from None


def _bridges(city: City, language: Language, options: Mapping[str, Any], how: dict[str, Any]) -> pl.DataFrame:
    from samverkansgraf.coverage.planning import bridges_in_words

    partners = options["partners"] or 2
    bridges = city.missing_bridges(partners=partners, **how)
    for sentence in bridges_in_words(bridges, language, partners=partners):
        say(sentence)
    return bridges


#: A column that only one table has -> the columns left out of it on a terminal.
_LEFT_OUT: Final = {
    "so_far": ("kind", "adds", "weight", "adds_weight", "registers", "may_be_there"),
    "introducers": ("partners_in_common", "initiatives_a", "initiatives_b", "groups_meet"),
    "also_covers": ("weight", "also_covers", "plan_covers"),
}
_FEW: Final = 3


def _short(frame: pl.DataFrame) -> pl.DataFrame:
    """Return a table as fits a terminal: what matters most, and of long lists the first."""
    import polars as pl

    for column, left_out in _LEFT_OUT.items():
        if column in frame.columns:
            frame = frame.drop(left_out)
    empty = [name for name in frame.columns if frame.height and frame[name].null_count() == frame.height]
    lists = [name for name, kind in frame.schema.items() if isinstance(kind, pl.List)]
    return frame.drop(empty).with_columns(pl.col(name).list.head(_FEW) for name in lists)


def _choices(options: Mapping[str, Any]) -> dict[str, str]:
    """Return what a table of a plan was computed with, by name."""
    return told_options(options, beside=("table", "searches", "bridges", "at", "as_of", "division"))


def _when(how: Mapping[str, Any]) -> dict[str, Any]:
    return {name: how[name] for name in ("at", "language", "division")}


def _about(city: City, options: Mapping[str, Any], how: Mapping[str, Any]) -> dict[str, str]:
    from samverkansgraf import __version__

    given = {name: str(value) for name, value in options.items() if value not in (None, (), False)}
    return {**given, "graph": city.settings.name, "at": str(how["at"]), "version": __version__}
