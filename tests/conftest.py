"""What holds for every test: no network, no settings of the person who runs them."""

import os
import shutil
import socket

import pytest
from hypothesis import settings

settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.register_profile("searching", deadline=None)
settings.load_profile("repeatable" if os.environ.get("CI") else "searching")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    """Refuse every connection that would leave this machine."""
    connect = socket.socket.connect

    def connect_here(self, address):
        here = self.family == getattr(socket, "AF_UNIX", None) or address[0] in {
            "127.0.0.1",
            "::1",
            "localhost",
        }
        if not here:
            pytest.fail(f"the test tried to reach {address}")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect_here)


@pytest.fixture(autouse=True)
def _no_settings_of_the_runner(monkeypatch):
    """Forget the graph and the colours that the environment asks for."""
    for name in ("SAMVERKANSGRAF_GRAPH", "FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def chromium():
    """Return the path of the installed browser; without one the test is skipped, in CI it fails."""
    path = shutil.which("chromium")
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("chromium is not installed")
    return path
