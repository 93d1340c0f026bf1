"""A document as one HTML page: no script, no address outside it, all text escaped."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from samverkansgraf.documents.blocks import Code
from samverkansgraf.documents.drawn import as_drawn
from samverkansgraf.documents.words import Words

if TYPE_CHECKING:
    from samverkansgraf.documents.blocks import Document

_TEMPLATES: Final = Path(__file__).parent / "templates"
#: Lines of a long cell of evidence that show before it is opened.
_SHOWN_PROOFS: Final = 2


def html(document: Document) -> str:
    """Write a document as HTML."""
    words = Words(document.language)
    style = (_TEMPLATES / "document.css").read_text(encoding="utf-8")
    return (
        _environment()
        .get_template("document.html.jinja")
        .render(
            document=document,
            words=words,
            shown_proofs=_SHOWN_PROOFS,
            command=lambda text: words.line("command", command=Code(text)),
            style=Markup(style),  # noqa: S704 - our own file
            style_hash=b64encode(sha256(style.encode()).digest()).decode(),
        )
    )


def is_web_address(url: str) -> bool:
    """
    Tell whether a text is an address that may be made a link: http or https.

    Examples
    --------
    >>> is_web_address("https://vlt.se/a"), is_web_address("javascript:alert(1)")
    (True, False)
    """
    return url.lower().startswith(("https://", "http://")) and " " not in url


@cache
def _environment() -> Environment:
    """Return the environment of the page's template."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["kind"] = lambda thing: type(thing).__name__
    environment.filters["as_data"] = _as_data
    environment.filters["as_drawn"] = as_drawn
    environment.tests["web_address"] = is_web_address
    return environment


def _as_data(svg: str) -> str:
    """
    Return a picture as an address that holds it.

    As an image nothing in it can run or fetch, whatever it holds.
    """
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
