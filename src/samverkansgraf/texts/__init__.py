"""What a reader is told, in each language: gettext catalogues, one file for each domain."""

from samverkansgraf.texts.catalogue import LANGUAGES, Catalogue, catalogue, domains

__all__ = ["LANGUAGES", "Catalogue", "catalogue", "domains"]
