"""
Pictures of the graph, each a plain text made from frames and a network.

:func:`network_page` writes a page that works without a network, :func:`network_svg` a still
picture; :func:`picture_network` makes the network they show, :func:`positions` places its nodes.
"""

from __future__ import annotations

from samverkansgraf.pictures.layout import positions
from samverkansgraf.pictures.measured import measured
from samverkansgraf.pictures.network_page import network_page
from samverkansgraf.pictures.network_svg import network_svg
from samverkansgraf.pictures.sizes import node_sizes
from samverkansgraf.pictures.two_mode import picture_network

__all__ = ["measured", "network_page", "network_svg", "node_sizes", "picture_network", "positions"]
