"""A document as PDF/UA-1: real headings, tables with headers, pictures with their words, links that stay inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.documents.pdf.content import content_of
from samverkansgraf.documents.pdf.row_headers import with_row_headers
from samverkansgraf.documents.pdf.typesetting import typeset

if TYPE_CHECKING:
    from datetime import date

    from samverkansgraf.documents.blocks import Document


def pdf(document: Document, *, as_of: date) -> bytes:
    """
    Write a document as tagged PDF (PDF/UA-1, ISO 14289-1:2014).

    Parameters
    ----------
    document
        What it says.
    as_of
        The day it speaks of, which the file bears as the day it was made.

    Returns
    -------
    file
        The same document and day give the same bytes, on any machine, as long as the fonts that come with the extra
        have all the signs in it.

    Raises
    ------
    UsageError
        What writes PDF is not installed, or no font at hand has some of the signs.
    """
    return with_row_headers(typeset("document", content_of(document), as_of=as_of))
