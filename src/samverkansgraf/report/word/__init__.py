"""A report as a Word document."""

from samverkansgraf.report.word.document import docx

__all__ = ["docx"]
