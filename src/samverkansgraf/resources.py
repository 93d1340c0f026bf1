"""
Where the ontology and the bundled projects are, installed or in a checkout.

A wheel carries ``ontology/`` and ``data/`` inside the package; in a checkout they stand beside
``src/``, and those are the ones read.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from samverkansgraf.errors import SamverkansgrafError, UsageError

PROJECT_FILE: Final = "samverkansgraf.toml"

_PACKAGE: Final = Path(__file__).resolve().parent


def ontology_file(name: str) -> Path:
    """
    Return the path of one file of the ontology.

    Parameters
    ----------
    name
        ``samverkansgraf.ttl``, ``schemes.ttl`` or ``shapes.ttl``.

    Raises
    ------
    UsageError
        The ontology has no such file.

    Examples
    --------
    >>> ontology_file("schemes.ttl").name
    'schemes.ttl'
    """
    folder = _root() / "ontology"
    names = sorted(path.name for path in folder.glob("*.ttl"))
    if name not in names:
        raise UsageError(f"the ontology has no file {name!r}; it has {', '.join(names)}")
    return folder / name


def questions_folder() -> Path:
    """
    Return the folder of the named questions, one ``.rq`` file each.

    Examples
    --------
    >>> questions_folder().name
    'questions'
    """
    return _root() / "ontology" / "questions"


def bundled_project(name: str = "vasteras") -> Path:
    """
    Return the folder of a project that comes with the package.

    Raises
    ------
    UsageError
        No project of that name is bundled.

    Examples
    --------
    >>> bundled_project().name
    'vasteras'
    """
    names = bundled_projects()
    if name not in names:
        raise UsageError(f"no project {name!r} is bundled; there are {', '.join(names)}")
    return _root() / "data" / name


def bundled_projects() -> tuple[str, ...]:
    """
    Return the names of the projects that come with the package, in alphabetical order.

    Examples
    --------
    >>> "vasteras" in bundled_projects()
    True
    """
    return tuple(sorted(path.parent.name for path in (_root() / "data").glob(f"*/{PROJECT_FILE}")))


def _root() -> Path:
    checkout = _PACKAGE.parents[1]
    bundled = _PACKAGE / "_bundled"
    for root in (checkout, bundled):
        if (root / "ontology" / "samverkansgraf.ttl").is_file() and (root / "data").is_dir():
            return root
    raise SamverkansgrafError(
        f"the ontology is neither in {bundled} nor in {checkout}; install the package again",
    )
