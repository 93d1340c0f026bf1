"""
The evidence-backed map of who works with whom in a city, where and on what.

Examples
--------
>>> import samverkansgraf as sg
>>> city = sg.open("data/southern-women")
>>> city.network()
<networkx.classes.graph.Graph object at ...>
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samverkansgraf.city import City
    from samverkansgraf.city import open_city as open  # noqa: A004 - it is read as samverkansgraf.open
    from samverkansgraf.errors import SamverkansgrafError
    from samverkansgraf.ties import Selection

__version__ = "0.1.0"
__all__ = ["City", "SamverkansgrafError", "Selection", "__version__", "open"]


def __getattr__(name: str) -> object:
    """Import what is asked for, so that ``--help`` need not wait for libraries it does not use."""
    match name:
        case "open":
            from samverkansgraf.city import open_city

            return open_city
        case "City":
            from samverkansgraf.city import City

            return City
        case "SamverkansgrafError":
            from samverkansgraf.errors import SamverkansgrafError

            return SamverkansgrafError
        case "Selection":
            from samverkansgraf.ties import Selection

            return Selection
        case _:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
