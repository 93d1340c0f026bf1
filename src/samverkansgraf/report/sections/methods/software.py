"""The software that made the report, and the command that makes it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.documents.blocks import Paragraph, Part, one_line
from samverkansgraf.measures.software import software_versions

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings


def software(findings: Findings, names: Names) -> Part:
    """Return the versions of what made the figures, and the command."""
    words = names.words
    versions = {"samverkansgraf": findings.version, **_others(), "Python": software_versions()["python"]}
    told = "; ".join(f"{name} {one_line(version)}" for name, version in versions.items())
    return Part(
        words.say("methods.software"),
        (
            Paragraph((f"{told}.",)),
            Paragraph((words.say("methods.reproduce"),)),
            Paragraph(names.command_line(_itself(findings, names))),
        ),
    )


def _others() -> dict[str, str]:
    """Return the packages that measures are computed with."""
    return {
        name: version
        for name, version in software_versions().items()
        if name not in {"python", "samverkansgraf"}
    }


def _itself(findings: Findings, names: Names) -> str:
    """Return the command that makes this report again."""
    words = names.words
    return names.command(
        "report",
        "--as-of",
        findings.as_of.isoformat(),
        "-o",
        words.say("methods.file"),
        options=("--lang", words.language),
    )
