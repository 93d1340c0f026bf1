"""``network --beside``: the measures of two networks next to each other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from samverkansgraf.cli.releasing import shown_as_asked
from samverkansgraf.cli.selection import selection_from
from samverkansgraf.cli.shared import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import polars as pl

    from samverkansgraf.city import City
    from samverkansgraf.ties import Selection


def beside_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add ``--beside`` and ``--beside-at``: which other network."""
    for option in (
        click.option(
            "--beside-at", metavar="DATE", help="The other network as of a date; else as --at says."
        ),
        click.option(
            "--beside",
            metavar="GRAPH",
            help="The measures of another graph next to this one's; else of the same.",
        ),
    ):
        command = option(command)
    return command


def beside_table(
    city: City, selection: Selection, measure: str | None, options: Mapping[str, Any]
) -> tuple[pl.DataFrame, dict[str, str]]:
    """
    Return the measures of two networks, and what each of them is; say what a difference may come from.

    Raises
    ------
    UsageError
        The other graph cannot be opened, does not know a role or certainty, or there is no such measure of the whole
        network.
    """
    from samverkansgraf.city import open_city
    from samverkansgraf.measures.comparison import beside_caveat, side_by_side

    other = city
    if options["beside"] is not None:
        other = shown_as_asked(click.get_current_context(), open_city(options["beside"]))
    theirs = selection if options["beside"] is None else selection_from(other, options)
    if options["beside_at"] is not None:
        theirs = replace(theirs, at=options["beside_at"])
    names = {"a": _named(city, selection), "b": _named(other, theirs)}
    how = {name: options[name] for name in ("null", "samples") if options[name] is not None}
    frame = side_by_side(
        city.network(selection),
        other.network(theirs),
        None if measure is None else [measure],
        seed=options["seed"],
        language=options["language"],
        **how,
    )
    a, b = (f"{key}: {name}" for key, name in names.items())
    said = beside_caveat((a, city.frames, selection), (b, other.frames, theirs), language=options["language"])
    say(said)
    return frame, {**names, "build_b": other.graph.digest or "", "caveat": said}


def _named(city: City, selection: Selection) -> str:
    return city.settings.name if selection.at is None else f"{city.settings.name} {selection.at}"
