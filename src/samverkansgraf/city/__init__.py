"""
What :func:`samverkansgraf.open` returns: one city's graph and all that can be asked of it.

:mod:`~samverkansgraf.city.held` holds the graph, :mod:`~samverkansgraf.city.cells` asks what is covered, where need is and
what to do next, :mod:`~samverkansgraf.city.pictures` draws, :mod:`~samverkansgraf.city.kept_results` keeps what was computed, and
:mod:`~samverkansgraf.city.city` asks all else.
"""

from __future__ import annotations

from samverkansgraf.city.city import City, open_city

__all__ = ["City", "open_city"]
