from __future__ import annotations

import networkx as nx
import pytest

from samverkansgraf.network import two_mode_of_pairs


@pytest.fixture
def city():
    """
    Return a city of five actors.

    På lika villkor (P): stad, Mimer, Rädda Barnen, Ikea. EST (T): stad, Mimer, Polisen.
    Utveckling Bäckby (U): stad. In all 5 actors, 3 initiatives, 8 edges.
    """
    return two_mode_of_pairs(
        [
            *((who, "P") for who in ("stad", "Mimer", "Rädda Barnen", "Ikea")),
            *((who, "T") for who in ("stad", "Mimer", "Polisen")),
            ("stad", "U"),
        ]
    )


@pytest.fixture(scope="session")
def davis():
    """Return Davis, Gardner & Gardner's 18 women at 14 events, as networkx has them."""
    source = nx.davis_southern_women_graph()
    women = set(source.graph["top"])
    return two_mode_of_pairs((a, b) if a in women else (b, a) for a, b in source.edges())


@pytest.fixture
def broken():
    """Return a network in two parts and an isolate: (a, b)–1, c–2, and d alone."""
    network = two_mode_of_pairs([("a", "1"), ("b", "1"), ("c", "2")])
    network.add_node("d", kind="actor", label="d", sector=None)
    return network
