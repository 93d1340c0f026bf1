"""
Documents: chapters of paragraphs, tables and pictures, and the files they become.

A document (:mod:`~samverkansgraf.documents.blocks`) is written as one HTML page, as Markdown or for Word, each with
the same words. What it tells is not decided here.
"""
