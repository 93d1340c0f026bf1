"""A real browser without a network, and pages opened in it."""

from __future__ import annotations

import importlib.util
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass
class Opened:
    """An open page, what it asked for and what it said on the console."""

    page: Page
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    @property
    def outside(self) -> list[str]:
        """Requests beyond the file itself."""
        return [address for address in self.requests if address != self.page.url.partition("#")[0]]


def loaded(folder: str, name: str):
    """Load a module of made-up cities from another folder of tests."""
    path = Path(__file__).parent.parent / folder / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"{folder}_{name}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def city():
    return loaded("pictures", "city").city()


@pytest.fixture(scope="session")
def hostile():
    return loaded("pictures", "hostile")


@pytest.fixture(scope="module")
def browser():
    """
    Debian's Chromium; where a browser must be there, its absence is a failure.

    It ends with the file: while Playwright runs, no other test can start an event loop.
    """
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    if executable is None:
        missing = "no chromium is installed: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=list(_ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser, tmp_path):
    """Open a page from a file with the network off: ``open_page(html, width=…, height=…, script=…, ending=…)``."""
    contexts = []

    def opened(
        html: str, *, width: int = 1280, height: int = 900, script: bool = True, ending: str = "html"
    ) -> Opened:
        context = browser.new_context(
            offline=True, viewport={"width": width, "height": height}, java_script_enabled=script
        )
        contexts.append(context)
        page = context.new_page()
        found = Opened(page)
        page.on("request", lambda request: found.requests.append(request.url))
        page.on("console", lambda message: found.messages.append(message.text))
        page.on("pageerror", lambda error: found.messages.append(str(error)))
        path = tmp_path / f"page.{ending}"
        path.write_text(html, encoding="utf-8")
        page.goto(path.as_uri())
        return found

    yield opened
    for context in contexts:
        context.close()
