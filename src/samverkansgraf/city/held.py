"""The graph of a city, as its frames and its settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from samverkansgraf.frames import Frames
    from samverkansgraf.graph import KnowledgeGraph
    from samverkansgraf.project import Settings


class HeldGraph:
    """A city's graph."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.graph = graph
        self.story_file: Path | None = None
        #: The frames that the story is written of, where these are not the graph's own.
        self.story_frames: Frames | None = None
        #: What has been said of the story already.
        self._told: set[str] = set()

    def __repr__(self) -> str:
        """Return the name and the size."""
        frames = self.frames
        return (
            f"<City {self.settings.name}: {frames.actors.height} actors, {frames.initiatives.height} initiatives, "
            f"{frames.participations.height} participations>"
        )

    @property
    def frames(self) -> Frames:
        """Every frame of the graph."""
        return self.graph.frames

    @property
    def settings(self) -> Settings:
        """What the project says about itself."""
        return self.graph.settings
