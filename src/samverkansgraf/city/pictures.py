"""Pictures of a city: the network, the other views, and the story that is told on them."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from samverkansgraf.city.held import HeldGraph
from samverkansgraf.errors import UsageError
from samverkansgraf.texts import catalogue
from samverkansgraf.ties import DEFAULT_SELECTION

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import polars as pl

    from samverkansgraf.documents.blocks import Document
    from samverkansgraf.measures.null_models import PairTest
    from samverkansgraf.network import Side
    from samverkansgraf.pictures.layout import Layout
    from samverkansgraf.pictures.sizes import Size
    from samverkansgraf.pictures.story import Story
    from samverkansgraf.pictures.views.material import Material
    from samverkansgraf.project import Language

_log = logging.getLogger(__name__)


class CityPictures(HeldGraph):
    """Drawing a city."""

    def picture(
        self,
        form: Literal["html", "svg"],
        *,
        language: Language | None = None,
        at: str | None = None,
        seed: int = 1,
        layout: Layout = "two-mode",
        size: Size = "none",
        test: PairTest | None = None,
        tables: Mapping[tuple[str, Side], pl.DataFrame] | None = None,
    ) -> str:
        """
        Return a picture of who takes part in what: a page that needs no network, or an SVG.

        A page plays the project's ``story.md`` where there is one. ``test`` is the fixed-degree test of the
        network's pairs with that seed, where it is at hand, and ``tables`` what is measured of its nodes, as
        :func:`~samverkansgraf.pictures.measured.measured` has them; a page makes both unless given.
        """
        from samverkansgraf.pictures import measured, network_page, network_svg, node_sizes, picture_network

        chosen = language or self.settings.language
        network = picture_network(self.frames, at=at)
        title = f"{self.settings.name}: {catalogue('pictures', chosen)['title']}"
        selection = replace(DEFAULT_SELECTION, at=at)
        sizes = node_sizes(self.frames, size, selection=selection)
        if form == "svg":
            return network_svg(
                network, self.frames, language=chosen, seed=seed, title=title, layout=layout, sizes=sizes
            )
        return network_page(
            network,
            self.frames,
            title=title,
            language=chosen,
            as_of=at,
            seed=seed,
            own_language=self.settings.language,
            layout=layout,
            sizes=sizes,
            story=self._story(),
            persons=self.graph.persons,
            measured=measured(
                self.frames, language=chosen, seed=seed, selection=selection, test=test, tables=tables
            ),
        )

    def view(
        self,
        name: str,
        *,
        as_of: date,
        at: str | None = None,
        language: Language | None = None,
        beside: CityPictures | None = None,
        beside_at: str | None = None,
        of: str | None = None,
        graph_argument: str = "",
        beside_argument: str = "",
    ) -> Document:
        """
        Return a view other than the network as a document.

        Parameters
        ----------
        name
            One of :data:`samverkansgraf.pictures.views.VIEWS`.
        as_of
            The day that ages, and what is planned, are told by.
        at
            As of this EDTF date; any time unless given.
        language
            Of all words; the project's unless given.
        beside, beside_at
            What a view of two compares with: another graph, or this one at another date.
        of
            The name or the id of the one thing that a view of single things shows.
        graph_argument
            What a user writes after ``-g``, for the commands that are shown.
        beside_argument
            What a user writes after ``--beside``.

        Raises
        ------
        UsageError
            There is no such view, it has nothing to show, or it compares and nothing is given to compare with.
        """
        from samverkansgraf.pictures.views import view_named

        chosen = language or self.settings.language
        view = view_named(name)
        if beside is None and beside_at is not None:
            beside = self
        other = None if beside is None else beside._material(as_of, beside_at or at, chosen, beside_argument)
        return view(replace(self._material(as_of, at, chosen, graph_argument), beside=other, of=of))

    def _material(self, as_of: date, at: str | None, language: Language, graph_argument: str) -> Material:
        """Return what a view is made of."""
        from samverkansgraf.documents.names import Names
        from samverkansgraf.pictures.views.material import Material

        names = Names.of(
            self.frames,
            language,
            quoted_language=self.settings.language,
            graph_argument=graph_argument,
            replies=self.frames.replies,
        )
        return Material(frames=self.frames, settings=self.settings, names=names, at=at, as_of=as_of)

    def told_story(self) -> list[str]:
        """Return the texts of the project's guided tour, as they are shown."""
        story = self._story()
        if story is None:
            return []
        steps = [text for step in story.steps for text in (step.heading, step.view, *step.paragraphs)]
        return [story.title, *story.paragraphs, *steps]

    def _story(self) -> Story | None:
        """Return the project's guided tour."""
        if self.story_file is None:
            return None
        from samverkansgraf.pictures.story import renamed, story_of
        from samverkansgraf.pictures.story_left_out import story_without

        try:
            text = self.story_file.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{self.story_file.name}: cannot be read ({error}); save it as UTF-8") from None
        if (left := self.graph.left_out) is not None:
            text, told = story_without(
                text,
                holds=left.mentions.holds,
                replaced=left.mentions.replaced,
                things=left.things,
                renamed=left.renamed,
                phrases=left.phrases,
                name=self.story_file.name,
            )
            for line in told:
                if line not in self._told:
                    _log.warning(line)
            self._told.update(told)
            if not text:
                return None
        frames, renaming = self.story_frames or self.frames, self.graph.renaming
        story = story_of(text, frames, name=self.story_file.name)
        return story if renaming is None else renamed(story, renaming.text, renaming.iri, frames)
