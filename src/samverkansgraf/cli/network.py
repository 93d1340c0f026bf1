"""``network``: measures of the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from samverkansgraf.cli.network_beside import beside_options, beside_table
from samverkansgraf.cli.network_tables import BY_DISTRICT, NULLS, TABLES, table_of, works_of
from samverkansgraf.cli.results import as_rdf, deliver, deliver_text, result_options, store_option
from samverkansgraf.cli.selection import selection_from, selection_options
from samverkansgraf.cli.shared import language_of, open_from, say
from samverkansgraf.errors import UsageError
from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import polars as pl

    from samverkansgraf.city import City
    from samverkansgraf.network import Side
    from samverkansgraf.project import Language
    from samverkansgraf.ties import Selection

#: Up to so many participations, uncertainty is computed unless refused.
UNCERTAINTY_UP_TO: Final = 1_000

_SAMPLED: Final = tuple(name for name, table in TABLES.items() if "samples" in table.takes)
_BY: Final = tuple(BY_DISTRICT)

_OF_TWO_DATES: Final = tuple(name for name, table in TABLES.items() if "start" in table.takes)


@click.command(
    epilog="Tables: "
    + "; ".join(f"{name}, {table.holds}" for name, table in TABLES.items())
    + ". Example: samverkansgraf network --measure betweenness --of actors --format csv"
)
@click.option("--measure", metavar="NAME", help="One measure of every node, or of the whole; see --list.")
@click.option("--of", type=click.Choice(["actors", "initiatives"]), default="actors", show_default=True)
@click.option("--whole", is_flag=True, help="The measures of the whole network.")
@click.option(
    "--table",
    type=click.Choice(list(TABLES)),
    metavar="NAME",
    help="A table that is not one measure's; see below.",
)
@click.option("--pairs", is_flag=True, help="The same as --table pairs.")
@click.option(
    "--cutpoints",
    is_flag=True,
    help="--table cutpoints: nodes without which the network falls into more parts.",
)
@click.option("--list", "list_", is_flag=True, help="The measures: what each is and where it is from.")
@click.option("--explain", metavar="NAME", help="What a measure is, how to read it, what to beware of.")
@click.option("--bibtex", is_flag=True, help="The works behind the measure named, else behind all.")
@click.option(
    "--uncertainty/--no-uncertainty",
    default=None,
    help="Also without each source and initiative, and with initiatives drawn anew; unless said, with up to "
    f"{UNCERTAINTY_UP_TO:,} participations.",
)
@click.option(
    "--draws", type=click.IntRange(1, 100_000), default=200, show_default=True, help="Draws of initiatives."
)
@click.option(
    "--seed", type=click.IntRange(0), default=1, show_default=True, help="Of all that chance takes part in."
)
@click.option("--null", type=click.Choice(NULLS), help="Which pairs share more than chance gives.")
@click.option(
    "--by",
    type=click.Choice(["sector", "district"]),
    help=f"Of --table {', '.join(_BY)}; by sector unless given. By district, two who meet are compared in what each does "
    "without the other.",
)
@click.option("--samples", type=click.IntRange(1, 1_000_000), help="Random networks to compare with.")
@click.option("--from", "start", metavar="DATE", help="What changed since an EDTF date; with --to.")
@click.option("--to", "end", metavar="DATE", help="What changed until an EDTF date; with --from.")
@beside_options
@selection_options
@store_option
@result_options
@click.pass_context
def command(
    ctx: click.Context, /, *, measure: str | None, whole: bool, table: str | None, pairs: bool, cutpoints: bool,
    list_: bool, explain: str | None, bibtex: bool, store: bool, form: str | None, output: Path | None,
    **options: Any,
) -> None:  # fmt: skip
    """Show measures, and how much each would change if less, or other things, were known; --whole unless chosen."""
    if sum(map(bool, (measure, whole, table, pairs, cutpoints, list_, explain))) > 1:
        raise UsageError(
            "network: choose one of --measure, --whole, --table, --pairs, --cutpoints, --list and --explain"
        )
    table = table or ("pairs" if pairs else "cutpoints" if cutpoints else None)
    beside = options["beside"] is not None or options["beside_at"] is not None
    if beside and (table or list_ or explain or bibtex):
        raise UsageError("network: --beside and --beside-at go with --whole or with --measure")
    alone = not (beside or measure or whole or list_ or explain or bibtex)
    table = _table_of_dates(table, options, alone=alone)
    _refuse_what_does_not_apply(table, options, beside=beside)
    _refuse_to_store_words(store=store, words=bibtex or list_ or explain is not None)
    if bibtex:
        _print_works(measure or explain, table, output, other=whole or list_)
    elif list_ or explain is not None:
        _print_words(explain, ctx.obj["lang"] or "en", form, output)
    else:
        city = open_from(ctx)
        selection, language = selection_from(city, options), language_of(ctx, city)
        uncertainty = _uncertainty(city, selection, language, options, measuring=table is None and not beside)
        more: dict[str, str] = {}
        if beside:
            frame, more = beside_table(city, selection, measure, {**options, "language": language})
        elif table is not None:
            studied = (city.settings.bounds.start, city.settings.bounds.end)
            how = {**options, "language": language, "studied": studied}
            frame = table_of(table, city.network(selection), city.frames, selection, how)
            if table in _OF_TWO_DATES:
                _say_of_change(how)
        else:
            how = {"selection": selection, "language": language, "uncertainty": uncertainty}
            frame = _measured(
                city, measure, options["of"], **how, seed=options["seed"], draws=options["draws"]
            )
        kept = _kept(table, measure, options, more, beside=beside)
        rdf = as_rdf(ctx, city, frame, selection=selection, language=language, **kept)
        deliver(
            frame,
            form,
            output,
            lambda: _about(city, measure, table, frame, options) | more,
            rdf,
            store=store,
        )


def _kept(
    table: str | None,
    measure: str | None,
    options: Mapping[str, Any],
    more: Mapping[str, str],
    *,
    beside: bool,
) -> dict[str, Any]:
    """Return which table is kept as RDF, and what it was computed with that does not stand in it."""
    if table in {None, "pairs"} and not beside:
        return {}
    chosen = {"measure": measure} | {name: more[name] for name in ("a", "b", "build_b")} if beside else {}
    if table in _OF_TWO_DATES:
        chosen = {"from": options["start"], "to": options["end"]}
    elif table in _BY:
        chosen = {"by": options["by"] or "sector"}
    named = {name: value for name, value in chosen.items() if value}
    return {"table": "beside" if beside else table, "choices": named}


def _refuse_to_store_words(*, store: bool, words: bool) -> None:
    if store and words:
        raise UsageError("network: --store is for results; leave out --list, --explain and --bibtex")


def _refuse_what_does_not_apply(table: str | None, options: Mapping[str, Any], *, beside: bool) -> None:
    """Refuse options that say nothing of what is asked for."""
    if options["null"] is not None and table != "pairs" and not beside:
        raise UsageError("network: --null is for --pairs and --beside")
    if options["by"] is not None and table not in _BY:
        raise UsageError(f"network: --by is for --table {', '.join(_BY[:-1])} or {_BY[-1]}")
    sampled = beside or table in _SAMPLED or options["null"] == "fixed-degree" or options["by"] == "district"
    if options["samples"] is not None and not sampled:
        raise UsageError(
            f"network: --samples is for --null fixed-degree, --beside and --table {' or '.join(_SAMPLED)}"
        )


def _table_of_dates(table: str | None, options: Mapping[str, Any], *, alone: bool) -> str | None:
    """Return the table asked for, which two dates by themselves also ask for."""
    start, end = options["start"], options["end"]
    if (start is None) != (end is None):
        raise UsageError("network: --from and --to go together; write both dates")
    if start is None and table in _OF_TWO_DATES:
        raise UsageError(f"network: --table {table} is between two dates; write --from DATE --to DATE")
    if start is not None and (table not in _OF_TWO_DATES if table else not alone):
        raise UsageError(f"network: --from and --to are for --table {' or '.join(_OF_TWO_DATES)}")
    if start is not None and options["at"] is not None:
        raise UsageError("network: --from and --to are the dates spoken of; leave out --at")
    return table if start is None else table or "change-summary"


def _say_of_change(how: Mapping[str, Any]) -> None:
    """Tell what is not known to be over, and which date is outside what was studied."""
    from samverkansgraf.measures.change import outside_study

    say(catalogue("cli", how["language"], under="network")["change"])
    for date in (how["start"], how["end"]):
        if outside := outside_study(date, how["studied"], language=how["language"]):
            say(f"{outside}.")


def _print_works(name: str | None, table: str | None, output: Path | None, *, other: bool) -> None:
    from samverkansgraf.measures import MEASURES, bibliography, measure_named

    if other:
        raise UsageError(
            "network: --bibtex goes with --measure, --explain or --table, or alone for all measures and tables"
        )
    if table is not None:
        works = [*works_of(table)]
        if not works:
            raise UsageError(
                f"network: --table {table} has no works of its own; ask for those of its measure"
            )
    elif name is not None:
        works = [*measure_named(name).works]
    else:
        works = [work for measure in MEASURES.values() for work in measure.works]
        works += [work for one in TABLES for work in works_of(one)]
    deliver_text(bibliography(works), output)


def _print_words(name: str | None, language: Language, form: str | None, output: Path | None) -> None:
    from samverkansgraf.measures import explained, explanation, measures_listed

    if name is None:
        deliver(measures_listed(language), form, output)
    elif form in {None, "table"} and (output is None or output.suffix == ".txt"):
        deliver_text(explanation(name, language=language), output)
    else:
        deliver(explained([name], language=language), form, output)


def _uncertainty(
    city: City, selection: Selection, language: Language, options: Mapping[str, Any], *, measuring: bool
) -> bool:
    """Return whether all uncertainty is computed; say so where a person would have expected it, or there is nothing."""
    from samverkansgraf.ties import selected_participations

    participations = selected_participations(city.frames, selection).height
    asked: bool | None = options["uncertainty"]
    if not participations:
        say(catalogue("cli", language, under="network")["nothing"])
    elif measuring and asked is None and participations > UNCERTAINTY_UP_TO:
        say(catalogue("cli", language, under="network")["without"].format(participations))
    return participations <= UNCERTAINTY_UP_TO if asked is None else asked


def _measured(city: City, name: str | None, of: Side, **how: Any) -> pl.DataFrame:
    from samverkansgraf.measures import MEASURES, node_table, whole_table

    if name is None or ((known := MEASURES.get(name)) is not None and known.level == "whole"):
        return whole_table(city.frames, None if name is None else [name], **how)
    return node_table(city.frames, name, of=of, **how)


def _about(
    city: City, measure: str | None, table: str | None, frame: pl.DataFrame, options: Mapping[str, Any]
) -> dict[str, str]:
    """Return what there is to know of results: what they are, of what, how and by what they were made."""
    from samverkansgraf.measures import MEASURES, software_versions

    names = frame["measure"].unique(maintain_order=True).to_list() if "measure" in frame.columns else []
    cited = [work for name in names for work in MEASURES[name].works]
    works = {work.citation: work.doi for work in [*cited, *(works_of(table) if table else ())]}
    return {
        "results": measure or table or "whole",
        "graph": city.settings.name,
        **{name: str(value) for name, value in options.items() if value is not None},
        **{f"version of {name}": version for name, version in software_versions().items()},
        **{
            f"work {number}": f"{text} {doi or ''}".strip()
            for number, (text, doi) in enumerate(works.items(), 1)
        },
    }
