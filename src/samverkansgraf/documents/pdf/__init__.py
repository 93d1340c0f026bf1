"""A document as tagged PDF, and a picture as one such page (optional: ``samverkansgraf[pdf]``)."""

from samverkansgraf.documents.pdf.document import pdf
from samverkansgraf.documents.pdf.picture import picture_pdf
from samverkansgraf.documents.pdf.typesetting import require_pdf

__all__ = ["pdf", "picture_pdf", "require_pdf"]
