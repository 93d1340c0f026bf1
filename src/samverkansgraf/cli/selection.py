"""Which participations count, as options."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from samverkansgraf.city import City
    from samverkansgraf.ties import Selection


def selection_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options of a selection."""
    for option in reversed(
        (
            click.option(
                "--roles",
                metavar="ROLES",
                help="Roles that make ties, with commas between; else all that do.",
            ),
            click.option(
                "--certainty", metavar="CERTAINTIES", help="With commas between; else Stated,StatedInPart."
            ),
            click.option("--at", metavar="DATE", help="As of an EDTF date; else any time."),
            click.option(
                "--units", type=click.Choice(["recorded", "top"]), default="recorded", show_default=True
            ),
            click.option(
                "--owners", type=click.Choice(["apart", "merged"]), default="apart", show_default=True
            ),
            click.option("--collectives", is_flag=True, help="Let collectives nobody has listed be actors."),
        )
    ):
        command = option(command)
    return command


def selection_from(city: City, choices: Mapping[str, object]) -> Selection:
    """
    Return the selection that the options give.

    Raises
    ------
    UsageError
        A role or a certainty is unknown.
    """
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
