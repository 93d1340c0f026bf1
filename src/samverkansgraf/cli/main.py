"""The group of commands; a command's module is imported when it is called."""

from __future__ import annotations

import importlib
import logging
import os
import sys
from typing import TYPE_CHECKING, Final

import click

from samverkansgraf import __version__
from samverkansgraf.errors import SamverkansgrafError
from samverkansgraf.texts import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Command -> (module, one line of help), in the order they are listed.
COMMANDS: Final = {
    "run": ("run", "Build, check, analyse, report and draw: everything into a folder."),
    "new": ("new", "Make a project folder with empty tables."),
    "import": ("import_", "Bring outside data in as a project folder."),
    "build": ("build", "Make a store on disk."),
    "check": ("check", "Find faults, warnings and notes."),
    "diff": ("diff", "Compare two states of a graph."),
    "query": ("query", "Run SPARQL."),
    "ask": ("ask", "Answer a named question."),
    "why": ("why", "Show the evidence behind an actor, an initiative, a pair or a cell."),
    "network": ("network", "Measures of the network."),
    "coverage": ("coverage", "The cells of what is studied, and what is known of each."),
    "claims": ("claims", "Claims, and what the graph says of them."),
    "simulate": ("simulate", "What would be lost or gained if something left or started."),
    "plan": ("plan", "Where next, which searches would tell most, and which bridges are missing."),
    "draw": ("draw", "Draw the network, or another view."),
    "report": ("report", "Write the report."),
    "export": ("export", "Write the graph in another format."),
    "serve": ("serve", "Serve SPARQL and the pages on this machine."),
}


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"samverkansgraf.cli.{COMMANDS[name][0]}")
        command = module.command
        if not isinstance(command, click.Command):
            raise TypeError(name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from samverkansgraf.errors import did_you_mean

            remedy = did_you_mean(args[0], COMMANDS) or "see 'samverkansgraf --help'"
            ctx.fail(f"no command {args[0]!r}; {remedy}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.option(
    "-g",
    "--graph",
    metavar="GRAPH",
    envvar="SAMVERKANSGRAF_GRAPH",
    help="A project folder, an RDF file, a built store or the address of a SPARQL endpoint. "
    "Without it: SAMVERKANSGRAF_GRAPH, else the bundled Västerås.",
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the words shown; else the project's.")
@click.option(
    "--public",
    is_flag=True,
    help="Without names: persons by their role, nothing that holds a name, and nothing written that still does.",
)
@click.version_option(__version__, prog_name="samverkansgraf")
@click.pass_context
def cli(ctx: click.Context, graph: str | None, lang: str | None, *, public: bool) -> None:
    """Who works with whom in a city, where and on what, and where nobody is known to."""
    ctx.obj = {"graph": graph, "lang": lang, "public": public}


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line; exit 0 done, 1 the check found faults, 2 bad input or usage."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stderr)
    try:
        code = cli.main(
            args=None if args is None else list(args), prog_name="samverkansgraf", standalone_mode=False
        )
    except SamverkansgrafError as error:
        _stop(str(error))
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        code = 0
    except click.UsageError as error:
        place = f"{error.ctx.command_path}: " if error.ctx is not None else ""
        hint = " Write it before the command's name." if "option '--public'" in error.format_message() else ""
        _stop(f"{place}{error.format_message()}{hint}")
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.ClickException as error:
        _stop(error.format_message())
    except (click.Abort, KeyboardInterrupt):
        _stop("stopped")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        _stop(
            f"{error.filename or 'the system'}: {error.strerror or error}; check the place and its permissions"
        )
    sys.exit(code if isinstance(code, int) else 0)


def _stop(text: str) -> None:
    for line in text.splitlines():
        click.echo(line if line.startswith("  ") else f"Error: {line}", err=True)
    sys.exit(2)
