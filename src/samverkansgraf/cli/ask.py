"""``ask``: answer a named question; each question is a command of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from samverkansgraf.cli.shared import language_of, open_from, print_frame, say
from samverkansgraf.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable


class _Questions(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        from samverkansgraf.graph.questions import questions

        return list(questions())

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        from samverkansgraf.graph.questions import questions

        if (question := questions().get(name)) is None:
            remedy = did_you_mean(name, questions()) or "see 'samverkansgraf ask --help'"
            raise UsageError(f"question {name!r} is unknown; {remedy}")
        language = (ctx.find_root().obj or {}).get("lang") or "en"
        options = [
            click.Option([f"--{parameter}"], required=True, metavar=kind.upper())
            for parameter, kind in question.parameters.items()
        ]
        form = click.Option(["--format", "form"], type=click.Choice(["table", "csv", "json"]))
        alone = click.Option(
            ["--without-parties"],
            is_flag=True,
            help="Leave out what the parties themselves have written, and what only that supports.",
        )
        title = question.titles.get(language, "")
        return click.Command(
            name, callback=_answer(name), params=[*options, alone, form], help=title, short_help=title
        )


def _answer(name: str) -> Callable[..., None]:
    from samverkansgraf.graph.questions import question

    @click.pass_context
    def callback(ctx: click.Context, /, form: str | None, *, without_parties: bool, **arguments: str) -> None:
        city = open_from(ctx)
        language = language_of(ctx, city)
        rows = city.ask(name, language=language, without_parties=without_parties, **arguments)
        print_frame(rows, form)
        if rows.is_empty() and (remark := question(name).remarks.get(language)):
            say(remark)

    return callback


@click.command(
    cls=_Questions,
    invoke_without_command=True,
    epilog='Example: samverkansgraf ask who-leads --initiative "På lika villkor"',
)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Answer a named question; without a name, list them."""
    if ctx.invoked_subcommand is not None:
        return
    import polars as pl

    from samverkansgraf.graph.questions import questions

    known = questions().values()
    language = ctx.find_root().obj["lang"] or "en"
    columns = {
        "question": [question.name for question in known],
        "asks": [question.titles[language] for question in known],
        "parameters": [" ".join(f"--{name}" for name in question.parameters) for question in known],
    }
    print_frame(pl.DataFrame(columns), None)
