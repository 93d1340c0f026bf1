from __future__ import annotations

import polars as pl
import pytest

from samverkansgraf.errors import UsageError
from samverkansgraf.frames import Frames
from samverkansgraf.measures.withheld import ranking_withheld
from samverkansgraf.pictures import network_svg, node_sizes
from samverkansgraf.pictures.sizes import Sizes

BASE = "https://example.org/vasteras/actor/"


@pytest.fixture(scope="module")
def two_sources(frames):
    """The city with a second, outside source for every other participation: ranks may be given."""
    other = "https://example.org/vasteras/source/forvaltarforum"
    return Frames(
        **{
            **{name: getattr(frames, name) for name in frames.__dataclass_fields__},
            "participations": frames.participations.with_columns(
                sources=pl.when(pl.int_range(pl.len()) % 2 == 0)
                .then(pl.lit([other], dtype=pl.List(pl.String)))
                .otherwise(pl.col("sources"))
            ),
        }
    )


def test_areas_are_to_each_other_as_the_values(two_sources):
    sizes = node_sizes(two_sources, "degree")
    # The city takes part in 6 initiatives as more than planned or a funder, Mimer in 4 (one only inferred).
    (greatest, radius), *_ = sizes.scale
    assert sizes.radii[BASE + "vasteras-stad"] == radius == 32.0
    ratio = (sizes.radii[BASE + "mimer"] / radius) ** 2
    measured = {row["id"]: row["value"] for row in _table(two_sources)}
    assert ratio == pytest.approx(measured[BASE + "mimer"] / greatest, abs=0.01)


def _table(frames):
    from samverkansgraf.measures.tables import node_table

    return node_table(frames, "degree").iter_rows(named=True)


def test_where_ranks_are_withheld_size_tells_none(frames):
    # All that is known of this city comes from one article.
    assert ranking_withheld(frames)
    assert node_sizes(frames, "degree").radii == {}


def test_none_draws_all_alike(frames):
    assert node_sizes(frames, "none") == Sizes()


def test_an_unknown_measure_is_refused(frames):
    with pytest.raises(UsageError, match="none, degree, betweenness"):
        node_sizes(frames, "fame")


def test_the_legend_says_what_size_means_its_scale_and_who_has_none(two_sources, network):
    svg = network_svg(network, two_sources, language="sv", sizes=node_sizes(two_sources, "degree"))
    assert "Formens yta visar andel av initiativen" in svg
    assert "streckad kant: ingen storlek" in svg
    assert svg.count('stroke-dasharray="3 3"') >= 2  # an actor outside the measured network, and the legend
