"""A report as a Word document."""

from samverkansgraf.documents.word.document import docx

__all__ = ["docx"]
