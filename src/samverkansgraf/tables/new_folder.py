"""Write a new project folder whole, or nothing of it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping


def refuse_what_is_there(folder: Path) -> None:
    """
    Make sure that a folder is new or empty.

    Raises
    ------
    UsageError
        It is a file, or holds something already.
    """
    try:
        taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise UsageError(f"{folder} cannot be read ({error.strerror}); check its permissions") from None
    if taken:
        raise UsageError(f"{folder} is not empty; name a new folder")


def write_new_folder(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """
    Write files into a new or empty folder; an interruption leaves nothing there.

    Parameters
    ----------
    folder
        The folder to make.
    files
        Path inside the folder -> contents.

    Returns
    -------
    The files written, in the order given.

    Raises
    ------
    UsageError
        The folder holds something already, or cannot be written.
    """
    refuse_what_is_there(folder)
    place = folder.resolve().parent
    unfinished: Path | None = None
    try:
        place.mkdir(parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(dir=place, prefix=f".{folder.name}."))
        unfinished.chmod(0o755)
        for name, data in files.items():
            path = unfinished / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        if folder.exists():
            folder.rmdir()
        unfinished.rename(folder)
    except OSError as error:
        reason = error.strerror or error
        raise UsageError(f"{folder} cannot be written ({reason}); check the place and its space") from None
    finally:
        if unfinished is not None:
            shutil.rmtree(unfinished, ignore_errors=True)
    return [folder / name for name in files]
