"""``draw``: draw the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from samverkansgraf.city import open_city
from samverkansgraf.cli.releasing import is_guarded, let_through, persons_options, shown_as_asked
from samverkansgraf.cli.shared import (
    as_of_option,
    day,
    graph_argument,
    language_of,
    open_from,
    output_option,
    say,
    write_file,
)
from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

_BY_SUFFIX = {
    ".html": "html", ".htm": "html", ".svg": "svg", ".png": "png", ".pdf": "pdf", ".md": "md", ".docx": "docx",
}  # fmt: skip
_ONLY_VIEWS = ("md", "docx")
_LAYOUTS = ("two-mode", "sector", "district", "force")
_SIZES = ("none", "degree", "betweenness")


@click.command(epilog="Example: samverkansgraf draw --layout sector -o natverk.html")
@output_option("The file to write.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "svg", "png", "pdf", "md", "docx"]),
    help="Else by the file's name; md and docx for views other than the network.",
)
@click.option(
    "--view",
    metavar="NAME",
    default="network",
    show_default=True,
    help="What is drawn.",
)
@click.option(
    "--layout",
    type=click.Choice(_LAYOUTS),
    default="two-mode",
    show_default=True,
    help="How nodes are placed.",
)
@click.option(
    "--size",
    type=click.Choice(_SIZES),
    default="none",
    show_default=True,
    help="What the size of actors shows.",
)
@click.option("--at", metavar="DATE", help="As of an EDTF date; else any time.")
@click.option("--beside", metavar="GRAPH", help="Another graph, for a view that compares.")
@click.option("--beside-at", metavar="DATE", help="The other date, for a view that compares.")
@click.option("--of", metavar="NAME", help="One actor or initiative by name or id, for --view cards.")
@click.option("--seed", type=int, default=1, show_default=True, help="Of the network's positions.")
@as_of_option
@persons_options
@click.pass_context
def command(ctx: click.Context, /, *, output: Path, form: str | None, view: str, **options: Any) -> None:
    """Draw actors and initiatives, or another view: a page that needs no network, or a still picture."""
    form = form or _BY_SUFFIX.get(output.suffix.lower())
    if form is None:
        raise UsageError(
            f"draw: {output.name} tells no format; end it in .html, .svg, .png or .pdf, or give --format"
        )
    _refuse_what_does_not_apply(ctx, view, form)
    if form == "pdf":
        from samverkansgraf.documents.pdf import require_pdf

        require_pdf()  # before the work, not after it
    drawn = (_network if view == "network" else _view)(ctx, form, view, options)
    if form in ("png", "pdf") and isinstance(drawn, str):
        let_through({f"{output.name} as svg": drawn})  # words in the file itself are drawn
        drawn = _still(drawn, form)
    write_file(output, drawn)
    say(str(output))


def _network(ctx: click.Context, form: str, view: str, options: dict[str, Any]) -> str:  # noqa: ARG001 - as _view
    """Draw the network."""
    city = open_from(ctx)
    return city.picture(
        "html" if form == "html" else "svg",
        language=language_of(ctx, city),
        at=options["at"],
        seed=options["seed"],
        layout=options["layout"],
        size=options["size"],
    )


def _still(svg: str, form: str) -> bytes:
    """Return a picture as a file that is no text."""
    if form == "png":
        from samverkansgraf.documents.still_files import png

        return png(svg)
    from samverkansgraf.documents.pdf import picture_pdf

    return picture_pdf(svg)


def _view(ctx: click.Context, form: str, view: str, options: dict[str, Any]) -> str | bytes:
    """Draw another view, in a format that documents have or as its picture alone."""
    from samverkansgraf.documents.html import html
    from samverkansgraf.documents.markdown import markdown
    from samverkansgraf.documents.pdf import pdf
    from samverkansgraf.documents.word import docx
    from samverkansgraf.pictures.views import picture_of, view_named

    view_named(view)  # a wrong name is told before a graph is read
    city, as_of = open_from(ctx), day(options["as_of"])
    document = city.view(
        view,
        as_of=as_of,
        at=options["at"],
        language=language_of(ctx, city),
        beside=None if options["beside"] is None else shown_as_asked(ctx, open_city(options["beside"])),
        beside_at=options["beside_at"],
        of=options["of"],
        graph_argument=graph_argument(ctx),
        beside_argument=options["beside"] or "",
    )
    if form == "pdf":
        if is_guarded():
            let_through({f"{view} as html": html(document)})  # the lines of a PDF may divide a name
        return pdf(document, as_of=as_of)
    if form == "docx":
        return docx(document, as_of=as_of)
    return {"html": html, "md": markdown}.get(form, picture_of)(document)


def _refuse_what_does_not_apply(ctx: click.Context, view: str, form: str) -> None:
    """Name an option that the view would leave unheard."""
    network = view == "network"
    others = ["beside", "beside_at", "as_of"] if network else ["layout", "size", "seed"]
    if view != "cards":
        others.append("of")
    given = [name for name in others if ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE]
    if given:
        option = given[0].replace("_", "-")
        raise UsageError(f"draw: --{option} does not go with --view {view}; leave it out")
    if network and form in _ONLY_VIEWS:
        raise UsageError(f"draw: the network is not written as {form}; choose html, svg, png or pdf")
