"""Coordinates in SWEREF 99 TM (EPSG:3006): told from WGS 84 by their size, and converted to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    Position = tuple[float, float]

#: Eastings and northings of Sweden with a margin, in metres.
_EAST: Final = (200_000.0, 1_000_000.0)
_NORTH: Final = (6_000_000.0, 7_800_000.0)


def seems_sweref(position: Sequence[float]) -> bool:
    """
    Return whether a position is in Sweden if its numbers are metres in SWEREF 99 TM, in either order.

    Examples
    --------
    >>> seems_sweref((586_000.0, 6_609_000.0)), seems_sweref((16.54, 59.61))
    (True, False)
    """
    east, north = min(position[:2]), max(position[:2])
    return _EAST[0] <= east <= _EAST[1] and _NORTH[0] <= north <= _NORTH[1]


def to_wgs84(positions: Sequence[Position]) -> list[Position]:
    """
    Return positions as longitude and latitude in WGS 84, in degrees with seven decimals (a centimetre).

    Parameters
    ----------
    positions
        Easting and northing in metres, in either order: a northing in Sweden is always the greater.

    Raises
    ------
    UsageError
        pyproj is not installed.

    Notes
    -----
    PROJ converts; SWEREF 99 and WGS 84 are taken as one, as they differ by less than a metre.
    """
    try:
        from pyproj import Transformer
    except ImportError:
        remedy = "install it with pip install 'samverkansgraf[geo]'"
        raise UsageError(f"--from-sweref99 needs pyproj, which is not installed; {remedy}") from None
    transformer = Transformer.from_crs("EPSG:3006", "EPSG:4326", always_xy=True)
    east = [min(position) for position in positions]
    north = [max(position) for position in positions]
    longitudes, latitudes = transformer.transform(east, north)
    return [(round(x, 7), round(y, 7)) for x, y in zip(longitudes, latitudes, strict=True)]
