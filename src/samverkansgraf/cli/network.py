"""``network``: measures of the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from samverkansgraf.cli.shared import language_of, open_from, print_frame, table_format
from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from samverkansgraf.city import City
    from samverkansgraf.ties import Selection


@click.command(epilog="Example: samverkansgraf network --measure betweenness --of actors --format csv")
@click.option("--measure", metavar="NAME", help="One measure of every node; see --list.")
@click.option("--of", type=click.Choice(["actors", "initiatives"]), default="actors", show_default=True)
@click.option("--whole", is_flag=True, help="The measures of the whole network.")
@click.option("--pairs", "pairs_", is_flag=True, help="Pairs of actors that share initiatives.")
@click.option(
    "--cutpoints", "cutpoints_", is_flag=True, help="Nodes without which the network falls into more parts."
)
@click.option("--list", "list_", is_flag=True, help="The measures: what each is and where it is from.")
@click.option("--roles", metavar="ROLES", help="Roles that make ties, with commas between; else all that do.")
@click.option("--certainty", metavar="CERTAINTIES", help="With commas between; else Stated,StatedInPart.")
@click.option("--at", metavar="DATE", help="As of an EDTF date; else any time.")
@click.option("--units", type=click.Choice(["recorded", "top"]), default="recorded", show_default=True)
@click.option("--owners", type=click.Choice(["apart", "merged"]), default="apart", show_default=True)
@click.option("--collectives", is_flag=True, help="Let collectives nobody has listed be actors.")
@table_format
@click.pass_context
def command(
    ctx: click.Context, /, *, measure: str | None, of: str, whole: bool, pairs_: bool, cutpoints_: bool, list_: bool,
    form: str | None, **choices: str | bool | None,
) -> None:  # fmt: skip
    """Show measures with their least and greatest value over certainty scenarios; --whole unless chosen."""
    from samverkansgraf.measures import MEASURES, cutpoints, measures_listed, node_table, whole_table
    from samverkansgraf.network import pairs

    if sum(map(bool, (measure, whole, pairs_, cutpoints_, list_))) > 1:
        raise UsageError("network: choose one of --measure, --whole, --pairs, --cutpoints and --list")
    if list_:
        print_frame(measures_listed(ctx.obj["lang"] or "en"), form)
        return
    city = open_from(ctx)
    language, selection = language_of(ctx, city), _selection(city, choices)
    if measure is not None and (known := MEASURES.get(measure)) is not None and known.level == "whole":
        frame = whole_table(city.frames, [measure], selection=selection, language=language)
    elif measure is not None:
        frame = node_table(city.frames, measure, of=of, selection=selection, language=language)  # type: ignore[arg-type]  # checked
    elif pairs_:
        frame = pairs(city.network(selection))
    elif cutpoints_:
        frame = cutpoints(city.network(selection))
    else:
        frame = whole_table(city.frames, selection=selection, language=language)
    print_frame(frame, form)


def _selection(city: City, choices: dict[str, str | bool | None]) -> Selection:
    from samverkansgraf.lookup import found_concept
    from samverkansgraf.ties import DEFAULT_CERTAINTY, Selection

    def concepts(option: str, scheme: str) -> tuple[str, ...] | None:
        given = choices[option]
        if not isinstance(given, str):
            return None
        return tuple(found_concept(city.frames, name.strip(), scheme) for name in given.split(","))

    return Selection(
        roles=concepts("roles", "role"),
        certainty=concepts("certainty", "certainty") or DEFAULT_CERTAINTY,
        at=choices["at"],  # type: ignore[arg-type]  # click has checked these
        units=choices["units"],  # type: ignore[arg-type]
        owners=choices["owners"],  # type: ignore[arg-type]
        collectives=bool(choices["collectives"]),
    )
