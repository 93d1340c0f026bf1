"""What a page needs to be one file that is safe to open and asks nothing of the network."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

if TYPE_CHECKING:
    from collections.abc import Iterable


def security_policy(*, scripts: Iterable[str], styles: Iterable[str]) -> str:
    """
    Return the Content-Security-Policy of a page that runs these inline texts and nothing else.

    Examples
    --------
    >>> "script-src 'sha256-" in security_policy(scripts=["let a = 1"], styles=[])
    True
    """
    return (
        "default-src 'none'; "
        f"script-src {_hashes(scripts)}; "
        f"style-src {_hashes(styles)}; "
        "img-src data:; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hashes(inline: Iterable[str]) -> str:
    """Return the source expressions by which a policy knows inline texts."""
    digests = (hashlib.sha256(text.encode()).digest() for text in inline)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests) or "'none'"


_ESCAPES: Final = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def json_for_page(value: Any) -> str:
    r"""
    Write JSON that no HTML parser can take for markup, wherever it stands.

    Examples
    --------
    >>> print(json_for_page({"label": "</script>"}))
    {"label":"\u003c/script\u003e"}
    """
    written = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    return written.translate(_ESCAPES)


@cache
def environment() -> Environment:
    """Return the environment of our templates: everything is escaped, what is missing is an error."""
    return Environment(
        loader=PackageLoader("samverkansgraf.pictures"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def template_text(name: str) -> str:
    """Return the text of one of our files as it is inlined: parsers of HTML turn CR LF into LF."""
    text_of = (
        resources.files("samverkansgraf.pictures").joinpath("templates", name).read_text(encoding="utf-8")
    )
    return text_of.replace("\r\n", "\n")


@cache
def vis_network() -> str:
    """Return vis-network's script as the newest version that pyvis carries, without its source map's address."""
    versions = resources.files("pyvis").joinpath("templates", "lib").iterdir()
    newest = max(
        (folder for folder in versions if folder.name.startswith("vis-")),
        key=lambda folder: [int(number) for number in re.findall(r"\d+", folder.name)],
    )
    script = newest.joinpath("vis-network.min.js").read_text(encoding="utf-8")
    script = script.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"\n//# sourceMappingURL=\S*\s*$", "\n", script)
