"""Where a reply or a correction is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.documents.blocks import Block, Bullets, Code, Paragraph, Section, fact, one_line

if TYPE_CHECKING:
    from samverkansgraf.documents.blocks import Line
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings


def section(findings: Findings, names: Names) -> Section:
    """Return the chapter on replies and corrections, with the addresses that the project gives."""
    words, contact = names.words, findings.settings.contact
    blocks: list[Block] = [Paragraph((words.say("contact.intro"),))]
    lines: list[Line] = []
    if contact.name:
        lines.append(fact(words.say("contact.name"), one_line(contact.name)))
    if contact.email:
        lines.append(fact(words.say("contact.email"), one_line(contact.email)))
    if contact.post:
        parts = [one_line(part) for part in contact.post.splitlines()]
        lines.append(fact(words.say("contact.post"), ", ".join(part for part in parts if part)))
    if lines:
        blocks.append(Bullets(tuple(lines)))
    if not contact.email and not contact.post:
        form = Code("CORRECTIONS.md")
        blocks.append(Paragraph(words.line("contact.nothing", form=form)))
    blocks.append(Paragraph((words.say("contact.what"),)))
    return Section("contact", words.say("contact.title"), tuple(blocks))
