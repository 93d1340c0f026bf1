"""How persons are shown, and the gate that files without names pass before they are written."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Final

import click

from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from samverkansgraf.city import City
    from samverkansgraf.graph import Build
    from samverkansgraf.release import Gate

#: Set by commands that write what others read: persons are shown by role unless something else is asked for.
_BY_ROLE: Final = "by_role"


def persons_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add ``--names`` and ``--public``: how persons are shown; by their role unless said."""

    def remember(ctx: click.Context, parameter: click.Parameter, value: object) -> None:
        told = ctx.find_root().obj
        told[_BY_ROLE] = True
        told[parameter.name] = told.get(parameter.name) or bool(value)

    for option in (
        click.option(
            "--public", is_flag=True, expose_value=False, callback=remember,
            help="Without names: what holds a name is left out too, and nothing is written that still does.",
        ),
        click.option(
            "--names", is_flag=True, expose_value=False, callback=remember,
            help="Show persons by their names; else by their roles.",
        ),
    ):  # fmt: skip
        command = option(command)
    return command


def public_option(command: Callable[..., None]) -> Callable[..., None]:
    """Add ``--public`` to a command that shows names unless it is given."""

    def remember(ctx: click.Context, _: click.Parameter, value: object) -> None:
        told = ctx.find_root().obj
        told["public"] = told.get("public") or bool(value)

    return click.option(
        "--public", is_flag=True, expose_value=False, callback=remember,
        help="Without names, as before any command.",
    )(command)  # fmt: skip


def shown_as_asked(ctx: click.Context, city: City) -> City:
    """
    Return a city with persons by name, by role or without names, as the options say.

    Raises
    ------
    UsageError
        Both ways are asked for.
    """
    told = ctx.find_root().obj
    if told.get("names") and told.get("public"):
        raise UsageError("--names and --public exclude each other; give one of them")
    if not told.get("public"):
        return city.without_names() if told.get(_BY_ROLE) and not told.get("names") else city
    shown = city.without_names("placed")
    gate = _gate(shown)
    told["gates"] = (*told.get("gates", ()), gate)  # of each graph, where a command opens several
    if not told.get(_BY_ROLE):  # such commands print, and may do so bit by bit
        gate.pass_through(all_texts(shown))
    return shown


def _gate(city: City) -> Gate:
    from samverkansgraf.mentions import Mentions
    from samverkansgraf.release import Gate

    renaming = city.graph.renaming
    return Gate(Mentions(()) if renaming is None else renaming.mentions, city.settings.contact)


def all_texts(city: City) -> dict[str, bytes]:
    """Return all that a graph without names could say: its statements, its settings and its story."""
    from samverkansgraf.project import Contact

    settings = asdict(replace(city.settings, contact=Contact()))
    return {
        "graph": city.serialized("nquads"),
        "samverkansgraf.toml": json.dumps(settings, ensure_ascii=False, indent=1).encode(),
        "story.md": "\n".join(city.told_story()).encode(),
    }


def let_through(files: Mapping[str, str | bytes]) -> None:
    """
    Do nothing, or refuse what must not be published where names are to be left out.

    Raises
    ------
    NotReleasedError
        With a line for each finding.
    """
    for gate in _gates():
        gate.pass_through(
            {name: data.encode() if isinstance(data, str) else data for name, data in files.items()}
        )


def is_guarded() -> bool:
    """Tell whether what is written is looked through first."""
    return bool(_gates())


def _gates() -> tuple[Gate, ...]:
    ctx = click.get_current_context(silent=True)
    gates: tuple[Gate, ...] = () if ctx is None else (ctx.find_root().obj or {}).get("gates", ())
    return gates


def without_names_built(built: Build) -> Build:
    """Return a build without names, if it may be published."""
    from samverkansgraf.city import City
    from samverkansgraf.graph import of_build
    from samverkansgraf.graph.all_quads import stored_quads
    from samverkansgraf.graph.quads import n_quads

    city = City(of_build(built)).without_names("placed")
    _gate(city).pass_through(all_texts(city))
    graph = city.graph
    if graph.renaming is None:
        return built
    return replace(
        built,
        settings=graph.settings,
        lines=n_quads(stored_quads(graph.store)),
        frames=graph.frames,
        digest=graph.digest or built.digest,
        rows=graph.rows,
        texts=graph.texts,
    )


def no_public(ctx: click.Context, command: str) -> None:
    """
    Refuse ``--public`` before a command that shows nothing of a graph.

    Raises
    ------
    UsageError
        It was given.
    """
    if (ctx.find_root().obj or {}).get("public"):
        raise UsageError(f"{command}: --public has no meaning here; leave it out")
