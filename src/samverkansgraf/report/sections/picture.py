"""The still picture of the network, with the words that stand for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.documents.blocks import Code, Figure, Paragraph, Section
from samverkansgraf.report.sections import facts

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings


def section(findings: Findings, names: Names) -> Section | None:
    """Return the chapter with the picture; none where there is no picture."""
    if not findings.network_svg:
        return None
    words = names.words
    page = names.command("draw", "--format", "html", "-o", words.say("picture.page"))
    return Section(
        "picture",
        words.say("picture.title"),
        (
            Paragraph((words.say("picture.intro"),)),
            Figure(
                findings.network_svg,
                words.say("picture.caption"),
                words.say(
                    "picture.alternative",
                    actors=words.count("count.actors", len(facts.named_actors(findings.frames))),
                    initiatives=words.count("count.initiatives", findings.frames.initiatives.height),
                ),
                names.command("draw", "--format", "svg", "-o", words.say("picture.file")),
            ),
            Paragraph(words.line("picture.interactive", command=Code(page))),
        ),
    )
