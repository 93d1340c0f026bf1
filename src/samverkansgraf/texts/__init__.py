"""What a reader is told, in each language: gettext catalogues, one file for each domain."""

from samverkansgraf.texts.catalogue import LANGUAGES, Catalogue, catalogue, domains
from samverkansgraf.texts.each_language import EachLanguage

__all__ = ["LANGUAGES", "Catalogue", "EachLanguage", "catalogue", "domains"]
