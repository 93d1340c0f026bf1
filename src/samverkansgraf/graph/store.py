"""A store on disk: builds by their digest, and the one line that says which is current."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import shutil
import time
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from samverkansgraf.errors import StoreError
from samverkansgraf.frames import Frames
from samverkansgraf.graph.build import Build, settings_json
from samverkansgraf.graph.loading import load
from samverkansgraf.project import Bounds, Contact, Need, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CURRENT: Final = "CURRENT"
_BUILDS: Final = "builds"
#: In a build's folder, the one line that says which copy of its database has the stored results.
RESULTS: Final = "RESULTS"
_LOCK: Final = "LOCK"
_UNFINISHED: Final = "unfinished-"
_QUADS: Final = "graph.nq"
_DATABASE: Final = "oxigraph"
_FRAMES: Final = "frames"
_PROJECT: Final = "project.json"
#: Beside the current build, the one before it is kept, for those who still read it.
_KEPT: Final = 2
#: Seconds between two attempts to be the only one who writes.
_PAUSE: Final = 0.05


def write_store(built: Build, folder: Path) -> Path:
    """
    Write a build into a store; an interruption leaves the earlier build as it was.

    Returns
    -------
    The folder of the build, named by its digest.

    Raises
    ------
    StoreError
        Another build is being written; the folder is no store; it cannot be written to.
    """
    try:
        return _written(built, folder)
    except OSError as error:
        raise StoreError(
            f"{folder} cannot be written ({error.strerror or error}); the earlier build is as it was"
        ) from None


def _written(built: Build, folder: Path) -> Path:
    if folder.is_file():
        raise StoreError(f"{folder} is a file; name a folder for the store")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / _BUILDS).is_dir():
        raise StoreError(f"{folder} holds other files; name an empty folder or a store")
    builds = folder / _BUILDS
    builds.mkdir(parents=True, exist_ok=True)
    with locked(folder):
        for left in builds.glob(f"{_UNFINISHED}*"):
            shutil.rmtree(left)
        done = builds / built.digest
        if not done.is_dir():
            unfinished = builds / f"{_UNFINISHED}{os.getpid()}"
            try:
                _fill(unfinished, built)
                unfinished.rename(done)
            except BaseException:
                shutil.rmtree(unfinished, ignore_errors=True)
                raise
            _sync(builds)
        _point(folder, built.digest)
        _remove_old(builds, done)
    return done


def _fill(folder: Path, built: Build) -> None:
    folder.mkdir()
    (folder / _QUADS).write_bytes(built.lines)
    about = json.loads(settings_json(built.settings))
    (folder / _PROJECT).write_text(json.dumps(about, ensure_ascii=False, indent=1), encoding="utf-8")
    (folder / _FRAMES).mkdir()
    built.frames.write(folder / _FRAMES)
    store = ox.Store(str(folder / _DATABASE))
    load(store, built.lines)
    store.flush()
    del store
    for path in sorted(folder.rglob("*")):
        _sync(path)
    _sync(folder)


def build_folder(folder: Path, digest: str) -> Path:
    """Return where in a store the build of a digest is."""
    return folder / _BUILDS / digest


def database_folder(build: Path) -> Path:
    """Return where the database of a build is that is to be read: the copy with results, if there is one."""
    line = build / RESULTS
    return build / (line.read_text(encoding="ascii").strip() if line.is_file() else _DATABASE)


def synced(path: Path) -> None:
    """See to it that a file or folder is on the disk."""
    _sync(path)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _point(folder: Path, name: str) -> None:
    replaced_line(folder / CURRENT, name)


def replaced_line(path: Path, line: str) -> None:
    """Write a file of one line; who reads it meanwhile reads the old line or the new."""
    beside = path.with_name(f"{path.name}.new")
    beside.write_text(f"{line}\n", encoding="ascii")
    _sync(beside)
    beside.replace(path)
    _sync(path.parent)


def _remove_old(builds: Path, current: Path) -> None:
    others = sorted(
        (path for path in builds.iterdir() if path != current), key=lambda path: path.stat().st_mtime
    )
    for path in others[: max(0, len(others) - (_KEPT - 1))]:
        shutil.rmtree(path, ignore_errors=True)


@contextlib.contextmanager
def locked(folder: Path, *, wait: float = 0) -> Iterator[None]:
    """
    Keep others from writing to a store.

    Parameters
    ----------
    folder
        The store.
    wait
        Seconds to wait for one who writes to it.

    Raises
    ------
    StoreError
        Somebody else still writes to it.
    """
    until = time.monotonic() + wait
    with (folder / _LOCK).open("w") as lock:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= until:
                    raise StoreError(f"{folder} is being written by another build; wait for it") from None
                time.sleep(_PAUSE)
        yield


def is_store(folder: Path) -> bool:
    """Return whether a folder is a store with a finished build."""
    return (folder / CURRENT).is_file()


def read_store(folder: Path) -> tuple[ox.Store, Frames, Settings, str]:
    """
    Open the current build of a store, read-only.

    Returns
    -------
    The quads to query, the frames, the settings and the digest.

    Raises
    ------
    StoreError
        The store is damaged, or was made by another version.
    """
    try:
        name = (folder / CURRENT).read_text(encoding="ascii").strip()
        current = folder / _BUILDS / name
        about = json.loads((current / _PROJECT).read_text(encoding="utf-8"))
        frames = Frames.read(current / _FRAMES)
        store = ox.Store.read_only(str(database_folder(current)))
        return store, frames, _settings(about), name
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{folder} cannot be read as a store ({error}); build it anew") from None


def _settings(about: dict[str, Any]) -> Settings:
    bounds = about.pop("bounds")
    tuples = {key: tuple(value) if isinstance(value, list) else value for key, value in bounds.items()}
    about["publish_columns"] = tuple(about["publish_columns"])
    written = about.pop("contact")
    contact = Contact(**{**written, "also": tuple(written.get("also", ()))})
    told = {key: None if names is None else tuple(names) for key, names in about.pop("need").items()}
    return Settings(**about, bounds=Bounds(**tuples), contact=contact, need=Need(**told))  # type: ignore[arg-type]  # written by settings_json
