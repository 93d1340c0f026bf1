"""What the check says, in Swedish and English."""

from __future__ import annotations

from typing import Final

#: Name -> language -> (message, remedy).
TEXTS: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "nowhere": {
        "sv": ("frasen ”{quote}” finns inte i texten {source}", "rätta frasen eller platsen"),
        "en": ("the phrase “{quote}” is not in the text {source}", "correct the phrase or its place"),
    },
    "elsewhere": {
        "sv": ("frasen ”{quote}” finns i {source}, men inte i {where}", "rätta platsen"),
        "en": ("the phrase “{quote}” is in {source}, but not at {where}", "correct the place"),
    },
    "disagreement": {
        "sv": ("källorna anger olika {property} för ”{label}”: {values}", "låt båda stå; inget behöver rättas om källorna är rätt återgivna"),
        "en": ("the sources give different values of {property} for “{label}”: {values}", "let both stand; nothing is to correct if the sources are rendered rightly"),
    },
    "differing_claims": {
        "sv": ("källorna säger olika om ”{label}”: {values}", "låt båda sidor stå; inget behöver rättas om källorna är rätt återgivna"),
        "en": ("the sources say different things about “{label}”: {values}", "let both sides stand; nothing is to correct if the sources are rendered rightly"),
    },
    "no_contact": {
        "sv": ("projektet återger påståenden men säger inte vart svar och rättelser skickas", "fyll i email eller post under [contact] i samverkansgraf.toml"),
        "en": ("the project renders claims but does not say where replies and corrections are sent", "fill in email or post under [contact] in samverkansgraf.toml"),
    },
    "near_duplicate": {
        "sv": ("”{a}” och ”{b}” kan vara samma sak", "skriv beslutet i tabellen same"),
        "en": ("“{a}” and “{b}” may be one thing", "write the decision in the table same"),
    },
    "one_source": {
        "sv": ("allt om ”{label}” vilar på en enda källa ({source})", "sök en källa till"),
        "en": ("all that is known of “{label}” rests on one source ({source})", "look for a second source"),
    },
    "only_parties": {
        "sv": ("allt om ”{label}” är skrivet av dem som deltar", "sök en källa som någon annan har skrivit"),
        "en": ("all that is known of “{label}” is written by those who take part", "look for a source by somebody else"),
    },
    "party_without_participation": {
        "sv": ("”{actor}” är part i ”{agreement}” men deltar inte i ”{initiative}”", "lägg till deltagandet, med källa"),
        "en": ("“{actor}” is a party to “{agreement}” but takes no part in “{initiative}”", "add the participation, with its source"),
    },
    "nobody": {
        "sv": ("ingen deltar i ”{label}”", "lägg till dem som källorna nämner"),
        "en": ("nobody takes part in “{label}”", "add those the sources name"),
    },
    "share_among_per_cents": {
        "sv": ("{value} för ”{label}” verkar vara en andel av 1 bland procenttal ({indicator})", "skriv alla i procent, eller bekräfta att det stämmer"),
        "en": ("{value} for “{label}” seems to be a share of 1 among per cents ({indicator})", "write all in per cent, or make sure that it is right"),
    },
    "unit_of_nothing": {
        "sv": ("enheten ”{label}” hör inte till någon organisation", "fyll i part_of"),
        "en": ("the unit “{label}” belongs to no organisation", "fill in part_of"),
    },
    "bounds_not_given": {
        "sv": ("undersökningens gränser ({lists}) är inte angivna: allt i tabellerna räknas", "skriv dem under [bounds]"),
        "en": ("the bounds of the study ({lists}) are not given: all in the tables counts", "write them under [bounds]"),
    },
}  # fmt: skip
