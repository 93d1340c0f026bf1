"""``report``: write the report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from samverkansgraf.cli.releasing import is_guarded, let_through, persons_options
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
    from samverkansgraf.report.document import Format

_BY_SUFFIX = {".html": "html", ".htm": "html", ".md": "md", ".docx": "docx", ".pdf": "pdf"}


@click.command(epilog="Example: samverkansgraf report -o rapport.html --as-of 2026-11-24")
@output_option("The file to write.")
@click.option(
    "--format", "form", type=click.Choice(["html", "md", "docx", "pdf"]), help="Else by the file's name."
)
@click.option(
    "--sections", metavar="NAME,NAME,…", help="Only these chapters, such as brief,coverage,need,where_next."
)
@click.option(
    "--template",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A Word document whose styles, page and headers the DOCX takes over.",
)
@as_of_option
@persons_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    output: Path,
    form: str | None,
    as_of: object,
    sections: str | None,
    template: Path | None,
) -> None:
    """Write the report: one HTML file, Markdown, a Word document or a tagged PDF."""
    from samverkansgraf.findings import findings_of
    from samverkansgraf.report import report
    from samverkansgraf.report.document import check_sections

    form = form or _BY_SUFFIX.get(output.suffix.lower())
    if form is None:
        raise UsageError(
            f"report: {output.name} tells no format; end it in .html, .md, .docx or .pdf, or give --format"
        )
    if template is not None and form != "docx":
        raise UsageError(f"report: --template is of a Word document; end {output.name} in .docx")
    names = [name.strip() for name in (sections or "").split(",") if name.strip()]
    check_sections(names)
    if form == "pdf":
        from samverkansgraf.documents.pdf import require_pdf

        require_pdf()  # before the work, not after it
    city = open_from(ctx)
    language = language_of(ctx, city)
    findings = findings_of(city, as_of=day(as_of), language=language, graph_argument=graph_argument(ctx))
    if form == "pdf" and is_guarded():  # its lines may divide a name
        page = report(findings, format="html", language=language, sections=names)
        let_through({f"{output.name} as html": page})
    written = report(
        findings, format=cast("Format", form), language=language, sections=names, template=template
    )
    write_file(output, written)
    say(str(output))
