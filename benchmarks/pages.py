"""
Measure when network pages first show something in headless Chromium, beside pages of plain pyvis in the same run.

Plain pyvis is given positions, with physics and smooth edges off, as it does not show a large network within a
minute otherwise; it draws nodes and lines and has no panel, filters, tables or evidence. A page's first frame is the second animation frame after the first thing is drawn on its canvas.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samverkansgraf.pictures import network_page, picture_network

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent / ".bench" / "pages"
#: Nodes, participations, seconds to the first frame that we hold.
SIZES = ((500, 1_500, 2.0), (5_000, 15_000, 1.5), (20_000, 60_000, 3.0), (20_000, 100_000, 5.0))
PATIENCE = 60.0
_HOOK = """for (const name of ["fill", "stroke"]) {
  const original = CanvasRenderingContext2D.prototype[name];
  CanvasRenderingContext2D.prototype[name] = function (...given) {
    if (window.firstFrame === undefined && this.canvas.isConnected) {
      window.firstFrame = null;
      requestAnimationFrame(() => requestAnimationFrame(() => { window.firstFrame = performance.now(); }));
    }
    return original.apply(this, given);
  };
}"""


def main() -> int:
    """Run what the command line asks for; return 1 where a bound is broken."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=3, help="of each page; the median counts (default 3)")
    parser.add_argument("--most", type=int, default=100_000, help="leave out more participations than this")
    given = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("pages: no chromium, nothing measured; on Debian: apt-get install chromium", file=sys.stderr)
        return 0
    from playwright.sync_api import sync_playwright

    FOLDER.mkdir(parents=True, exist_ok=True)
    print("| nodes | participations | written in | size | first frame | plain pyvis | ratio | bound |")
    print("|---|---|---|---|---|---|---|---|")
    broken = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        for nodes, participations, bound in SIZES:
            if participations <= given.most:
                broken += _measured(browser, nodes, participations, bound, given.runs)
        browser.close()
    return 1 if broken else 0


def _measured(browser: Browser, nodes: int, participations: int, bound: float, runs: int) -> bool:
    """Print a row; return whether the bound is broken."""
    frames = _large(nodes, participations)
    network = picture_network(frames)
    begun = time.perf_counter()
    ours = FOLDER / f"ours-{participations}.html"
    ours.write_text(network_page(network, frames, title="Bench", language="en"), encoding="utf-8")
    written = time.perf_counter() - begun
    first = _first_frame(browser, ours, runs)
    plain = _first_frame(browser, _plain(network, participations), 1)
    held = first is not None and first <= bound
    ratio = f"{first / plain:.2f}" if first and plain else ""
    print(
        f"| {nodes:,} | {participations:,} | {written:.1f} s | {ours.stat().st_size / 1e6:.1f} MB | {_seconds(first)} "
        f"| {_seconds(plain)} | {ratio} | ≤ {bound:g} s: {'held' if held else 'BROKEN'} |",
        flush=True,
    )
    return not held


def _seconds(value: float | None) -> str:
    return f"> {PATIENCE:g} s" if value is None else f"{value:.2f} s"


def _large(nodes: int, participations: int) -> Any:
    path = HERE.parent / "tests" / "pictures" / "large.py"
    spec = importlib.util.spec_from_file_location("pictures_large", path)
    if spec is None or spec.loader is None:
        raise RuntimeError(f"{path} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.large(nodes, participations)


def _plain(network: Any, participations: int) -> Path:
    """Write the network as pyvis writes it: nodes in a grid, physics and smooth edges off, all in one file."""
    from pyvis.network import Network
    from pyvis.node import Node

    page = Network(cdn_resources="in_line", height="900px")
    columns = int(len(network) ** 0.5) + 1
    for number, (node, data) in enumerate(sorted(network.nodes(data=True))):
        x, y = number % columns * 100, number // columns * 100
        page.nodes.append(Node(node, "dot", data["label"], x=x, y=y).options)  # add_node is quadratic
        page.node_ids.append(node)
    page.edges = [{"from": a, "to": b} for a, b in sorted(network.edges)]  # so is add_edge
    page.set_options(
        '{"physics": {"enabled": false}, "edges": {"smooth": false}, "layout": {"improvedLayout": false}}'
    )
    path = FOLDER / f"plain-{participations}.html"
    path.write_text(page.generate_html(), encoding="utf-8")
    return path


def _first_frame(browser: Browser, path: Path, runs: int) -> float | None:
    """Return the median seconds from the start to the first frame, or nothing if patience ended."""
    seconds = []
    for _ in range(runs):
        context = browser.new_context(offline=True, viewport={"width": 1366, "height": 900})
        page = context.new_page()
        page.add_init_script(_HOOK)
        page.goto(path.as_uri(), timeout=PATIENCE * 1000, wait_until="commit")
        until = time.perf_counter() + PATIENCE
        found = None
        while found is None and time.perf_counter() < until:
            page.wait_for_timeout(100)
            found = page.evaluate("window.firstFrame ?? null")
        context.close()
        if found is None:
            return None
        seconds.append(found / 1000)
    return statistics.median(seconds)


if __name__ == "__main__":
    sys.exit(main())
