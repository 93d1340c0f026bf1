"""Read a JSON file that somebody else's program wrote."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from samverkansgraf.errors import InputError, Problem

if TYPE_CHECKING:
    from pathlib import Path


def read_json(path: Path) -> Any:
    """
    Return what a JSON file holds; ``NaN`` and infinities, which JSON has not, are refused.

    Raises
    ------
    InputError
        The file cannot be read or is no JSON.
    """
    try:
        return json.loads(path.read_bytes().decode("utf-8-sig"), parse_constant=_no_constant)
    except OSError as error:
        reason, remedy = f"cannot be read ({error.strerror})", "check its name and permissions"
    except UnicodeDecodeError:
        reason, remedy = "is not UTF-8", "save it as UTF-8"
    except RecursionError:
        reason, remedy = "is nested too deeply", "save it anew from its origin"
    except ValueError as error:
        reason, remedy = f"is no JSON ({error})", "save it anew from its origin"
    raise InputError([Problem(reason, path.name, remedy=remedy)])


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")
