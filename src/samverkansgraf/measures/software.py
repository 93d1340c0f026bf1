"""The software that results come from."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from samverkansgraf import __version__

#: What takes part in computing measures.
PACKAGES: Final = ("networkx", "igraph", "numpy", "scipy", "polars")


def software_versions() -> dict[str, str]:
    """
    Return the versions of Python, of samverkansgraf and of the packages that measures are computed with.

    A package that is not installed is left out.

    Examples
    --------
    >>> list(software_versions())[:3]
    ['python', 'samverkansgraf', 'networkx']
    """
    found = {"python": platform.python_version(), "samverkansgraf": __version__}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found
