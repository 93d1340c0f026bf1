"""The claims alone, as text: what the report's chapter on them says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.documents.markdown import chapter_markdown
from samverkansgraf.documents.names import Names
from samverkansgraf.documents.sources import sources_chapter
from samverkansgraf.documents.words import Words
from samverkansgraf.report.sections import claims

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.claims import ClaimReading
    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Language


def claims_markdown(readings: Sequence[ClaimReading], frames: Frames, *, language: Language) -> str:
    """
    Return the claims and the sources they refer to as Markdown, the same as in the report.

    Parameters
    ----------
    readings
        The claims and what the graph says of them.
    frames
        The graph they are read from.
    language
        ``"sv"`` or ``"en"``.
    """
    names = Names.of(frames, language, replies=frames.replies)
    chapters = (claims.chapter(readings, frames, names), sources_chapter(frames, names))
    return "\n".join(chapter_markdown(chapter, Words(language)) for chapter in chapters)
