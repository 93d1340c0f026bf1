"""A city to draw: 8 initiatives and those who take part in them, with evidence, in Swedish."""

from __future__ import annotations

from typing import Any

from samverkansgraf.frames import Frames, frame
from samverkansgraf.vocabulary import sg

BASE = "https://example.org/vasteras/"
ARTICLE = BASE + "source/vlt"
TRADE_PRESS = BASE + "source/forvaltarforum"

SECTORS = {
    "Municipality": ("kommun", "municipality"),
    "RegionalAuthority": ("region", "regional authority"),
    "StateAgency": ("statlig myndighet", "state agency"),
    "Police": ("polis", "police"),
    "PublicHousing": ("allmännyttigt bostadsbolag", "public housing company"),
    "PropertyOwner": ("fastighetsägare", "property owner"),
    "Business": ("näringsliv", "business"),
    "CivilSociety": ("civilsamhälle", "civil society"),
    "University": ("universitet och högskola", "university"),
    "Media": ("medier", "media"),
    "Residents": ("boende", "residents"),
}
ROLES = {
    "Lead": ("ledare", "lead", True),
    "Partner": ("partner", "partner", True),
    "Member": ("medlem", "member", True),
    "Host": ("värd", "host", True),
    "Involved": ("deltar", "takes part", True),
    "Funder": ("finansiär", "funder", False),
    "Informant": ("rapporterar", "informant", False),
    "TargetGroup": ("målgrupp", "target group", False),
}
CERTAINTIES = {
    "Stated": ("uttalat", "stated"),
    "StatedInPart": ("uttalat för en del", "stated in part"),
    "Planned": ("planerat", "planned"),
    "Inferred": ("slutsats", "inferred"),
}
OTHER = {
    "status": {
        "StatusActive": ("pågår", "active"),
        "StatusPlanned": ("planerat", "planned"),
        "StatusUnknown": ("okänd", "unknown"),
    },
    "initiative_kind": {
        "Body": ("organ", "body"),
        "Project": ("projekt", "project"),
        "Programme": ("program", "programme"),
        "Method": ("metod", "method"),
        "Fund": ("medel", "fund"),
    },
    "influence": {"Informed": ("informeras", "informed")},
}

# id, label, kind, sector, aliases
ACTORS = [
    ("vasteras-stad", "Västerås stad", "organisation", "Municipality", ["staden", "kommunen"]),
    ("mimer", "Bostads AB Mimer", "organisation", "PublicHousing", ["Mimer"]),
    ("radda-barnen", "Rädda Barnen", "organisation", "CivilSociety", []),
    ("ikea", "IKEA Västerås", "organisation", "Business", ["Ikea"]),
    ("polisen", "Polisen", "organisation", "Police", ["Lokalpolisområde Västerås"]),
    ("delmos", "Delegationen mot segregation", "organisation", "StateAgency", ["Delmos"]),
    ("kif", "Kultur-, idrotts- och fritidsförvaltningen", "unit", "Municipality", []),
    ("forebyggarcentrum", "Förebyggarcentrum", "unit", "Municipality", []),
    ("mdu", "Mälardalens universitet", "organisation", "University", ["MDH"]),
    ("region", "Region Västmanland", "organisation", "RegionalAuthority", ["Landstinget"]),
    ("vlt", "VLT", "organisation", "Media", []),
    ("lokala-fastighetsagare", "lokala fastighetsägare", "collective", "PropertyOwner", []),
    ("verksamheter", "verksamheter i stadsdelarna", "collective", None, []),
    ("chefer", "chefer från kommunala verksamheter", "collective", "Municipality", []),
    ("civilsamhallet", "civilsamhället", "collective", "CivilSociety", []),
    ("boende", "boende", "collective", "Residents", []),
    ("naringslivet", "näringslivet", "collective", "Business", []),
    ("barn-och-unga", "barn och unga", "collective", "Residents", []),
]
SCOPED = [
    ("civilsamhallet", "arbetsgruppen"),
    ("civilsamhallet", "ledningsgrupper"),
    ("boende", "ledningsgrupper"),
    ("boende", "pa-lika-villkor"),
    ("naringslivet", "ledningsgrupper"),
    ("barn-och-unga", "modellen"),
]
# id, label, kind, status, set, aliases, aims
INITIATIVES: list[tuple[str, str, str, str, bool, list[str], list[str]]] = [
    ("programmet", "Programmet för social hållbarhet", "Programme", "StatusActive", False, [], []),
    ("modellen", "Modellen med välfärdsindikatorer", "Method", "StatusActive", False, [], []),
    ("pa-lika-villkor", "På lika villkor", "Project", "StatusActive", False, [], []),
    ("utveckling-backby", "Utveckling Bäckby", "Body", "StatusActive", False, [], []),
    ("est", "Effektiv Samordning för Trygghet", "Method", "StatusActive", False, ["EST"], []),
    ("ledningsgrupper", "Verksamhetsnära ledningsgrupper", "Body", "StatusActive", True, [], []),
    ("arbetsgruppen", "Arbetsgruppen för stadsdelsarbete", "Body", "StatusActive", False, [],
     ["hur civilsamhället och staden bäst krokar arm"]),
    ("delmospengarna", "Delmospengarna", "Fund", "StatusPlanned", False, [], []),
]  # fmt: skip

# actor, initiative, role, certainty, paragraph, phrase
PARTICIPATIONS = [
    ("vasteras-stad", "programmet", "Lead", "Stated", "par7", "Stadens program för social hållbarhet"),
    ("vasteras-stad", "modellen", "Lead", "Stated", "par7", "har staden tagit fram en modell"),
    ("kif", "modellen", "Involved", "Inferred", "par7", "risk- och skyddsfaktorer"),
    ("barn-och-unga.modellen", "modellen", "TargetGroup", "Stated", "par7", "barn och ungas uppväxtvillkor"),
    ("radda-barnen", "pa-lika-villkor", "Lead", "Stated", "par8", "Arbetet leds av Rädda barnen"),
    ("vasteras-stad", "pa-lika-villkor", "Partner", "Stated", "par8", "i partnerskap med Västerås stad"),
    ("mimer", "pa-lika-villkor", "Partner", "Stated", "par8", "Västerås stad, Mimer och Ikea"),
    ("ikea", "pa-lika-villkor", "Partner", "Stated", "par8", "Västerås stad, Mimer och Ikea"),
    ("boende.pa-lika-villkor", "pa-lika-villkor", "Involved", "Stated", "par8", "inflytande från de boende"),
    ("lokala-fastighetsagare", "utveckling-backby", "Member", "Stated", "par8", "lokala fastighetsägare"),
    ("vasteras-stad", "utveckling-backby", "Partner", "Stated", "par8", "tillsammans med staden planerar"),
    ("mimer", "utveckling-backby", "Member", "Inferred", "par8", "lokala fastighetsägare"),
    ("vasteras-stad", "est", "Lead", "Stated", "par9", "staden tillsammans med Mimer och Polisen"),
    ("mimer", "est", "Partner", "Stated", "par9", "staden tillsammans med Mimer och Polisen"),
    ("polisen", "est", "Partner", "Stated", "par9", "staden tillsammans med Mimer och Polisen"),
    ("verksamheter", "est", "Informant", "Stated", "par9", "veckovisa rapporter från verksamheter"),
    ("region", "est", "Member", "Planned", "par9", "planering av insatser"),
    ("vasteras-stad", "ledningsgrupper", "Lead", "Stated", "par10", "har staden också bildat"),
    ("chefer", "ledningsgrupper", "Member", "Stated", "par10", "chefer från kommunala verksamheter"),
    ("mimer", "ledningsgrupper", "Member", "StatedInPart", "par10", "I några av dessa är Mimer representerade"),
    ("boende.ledningsgrupper", "ledningsgrupper", "Involved", "Stated", "par10", "tillsammans med boende"),
    ("civilsamhallet.ledningsgrupper", "ledningsgrupper", "Involved", "Stated", "par10",
     "civilsamhället och näringslivet"),
    ("naringslivet.ledningsgrupper", "ledningsgrupper", "Involved", "Stated", "par10",
     "civilsamhället och näringslivet"),
    ("vasteras-stad", "arbetsgruppen", "Member", "Stated", "par12", "representanter från staden"),
    ("mimer", "arbetsgruppen", "Member", "Stated", "par12", "staden, Mimer och civilsamhället"),
    ("civilsamhallet.arbetsgruppen", "arbetsgruppen", "Member", "Stated", "par12",
     "staden, Mimer och civilsamhället"),
    ("forebyggarcentrum", "arbetsgruppen", "Involved", "Inferred", "par12", "fokus på stadsdelsarbete"),
    ("delmos", "delmospengarna", "Funder", "Planned", "par13", "De statliga så kallade Delmospengarna"),
    ("vasteras-stad", "delmospengarna", "Involved", "Planned", "par13", "kommer ytterligare förstärka arbetet"),
    ("mdu", "modellen", "Informant", "StatedInPart", "par7", "välfärdsindikatorer"),
]  # fmt: skip


def concepts() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for scheme, names in (("sector", SECTORS), ("certainty", CERTAINTIES), *OTHER.items()):
        rows += [
            {"concept": sg(name), "scheme": scheme, "label_sv": sv, "label_en": en, "broader": []}
            for name, (sv, en) in names.items()
        ]
    rows += [
        {"concept": sg(name), "scheme": "role", "label_sv": sv, "label_en": en, "makes_tie": tie}
        for name, (sv, en, tie) in ROLES.items()
    ]
    return rows


def city() -> Frames:
    """Frames of the city."""
    labels = {iri: label for iri, label, *_ in ACTORS}
    sectors = {iri: sector for iri, _, _, sector, _ in ACTORS}
    names = {iri: label for iri, label, *_ in INITIATIVES}
    actors = [
        {
            "actor": f"{BASE}actor/{iri}",
            "label": label,
            "kind": kind,
            "sector": sg(sector) if sector else None,
            "aliases": aliases,
            "part_of": [f"{BASE}actor/vasteras-stad"] if kind == "unit" else [],
            "owner": [f"{BASE}actor/vasteras-stad"] if iri == "mimer" else [],
        }
        for iri, label, kind, sector, aliases in ACTORS
    ] + [
        {
            "actor": f"{BASE}actor/{general}.{initiative}",
            "label": f"{labels[general]} ({names[initiative]})",
            "kind": "collective",
            "sector": sg(sectors[general]),
            "collective": f"{BASE}actor/{general}",
        }
        for general, initiative in SCOPED
    ]
    evidence: dict[tuple[str, str], str] = {}
    rows, participations = [], []
    for number, (actor, initiative, role, certainty, where, quote) in enumerate(PARTICIPATIONS):
        proof = evidence.setdefault((where, quote), f"{BASE}evidence/{len(evidence):04d}")
        about = f"{BASE}participation/{number:04d}"
        rows.append({"evidence": proof, "about": about, "source": ARTICLE, "where": where, "quote": quote})
        participations.append(
            {
                "participation": about,
                "actor": f"{BASE}actor/{actor}",
                "initiative": f"{BASE}initiative/{initiative}",
                "role": sg(role),
                "makes_tie": ROLES[role][2],
                "certainty": sg(certainty),
                "scope": "i några av dem" if certainty == "StatedInPart" else None,
                "start": "2021-21?" if initiative == "arbetsgruppen" else None,
                "sources": [ARTICLE],
                "evidence": [proof],
            }
        )
    # A second source says the same of one link; its words are relayed by somebody else.
    second = f"{BASE}evidence/second"
    rows.append(
        {
            "evidence": second,
            "about": participations[4]["participation"],
            "source": TRADE_PRESS,
            "quote": "”På lika villkor” är en satsning från Rädda barnen",
            "speaker": f"{BASE}actor/radda-barnen",
        }
    )
    participations[4]["evidence"].append(second)
    standings = {
        (proof, row["initiative"]): {
            "evidence": proof,
            "initiative": row["initiative"],
            "standing": sg("Relayed" if proof == second else "ByAParty"),
        }
        for row in participations
        for proof in row["evidence"]
    }
    return Frames.of(
        actors=frame("actors", actors),
        initiatives=frame(
            "initiatives",
            [
                {
                    "initiative": f"{BASE}initiative/{iri}",
                    "label": label,
                    "kind": sg(kind),
                    "status": sg(status),
                    "is_set": is_set,
                    "aliases": aliases,
                    "aims": aims,
                    "themes": [f"{BASE}theme/social-hallbarhet"],
                    "start": "2021-21?" if iri == "arbetsgruppen" else None,
                    "strengthens": [f"{BASE}initiative/ledningsgrupper"] if iri == "delmospengarna" else [],
                    "evidence": [evidence["par12", "fokus på stadsdelsarbete"]]
                    if iri == "arbetsgruppen"
                    else [],
                }
                for iri, label, kind, status, is_set, aliases, aims in INITIATIVES
            ],
        ),
        participations=frame("participations", participations),
        placements=frame(
            "placements",
            [
                {
                    "placement": f"{BASE}placement/1",
                    "initiative": f"{BASE}initiative/pa-lika-villkor",
                    "place": f"{BASE}place/backby",
                    "certainty": sg("Stated"),
                },
                {
                    "placement": f"{BASE}placement/2",
                    "initiative": f"{BASE}initiative/est",
                    "place": f"{BASE}place/utsatta",
                    "certainty": sg("Stated"),
                },
            ],
        ),
        places=frame(
            "places",
            [
                {"place": f"{BASE}place/backby", "label": "Bäckby", "kind": "district"},
                {"place": f"{BASE}place/utsatta", "label": "de mer utsatta stadsdelarna", "kind": "group"},
            ],
        ),
        themes=frame("themes", [{"theme": f"{BASE}theme/social-hallbarhet", "label": "social hållbarhet"}]),
        sources=frame(
            "sources",
            [
                {
                    "source": ARTICLE,
                    "title": "Debatt: Det finns sedan länge bra och fungerande samverkan",
                    "date": "2021-10-01",
                    "publishers": [f"{BASE}actor/vlt"],
                },
                {
                    "source": TRADE_PRESS,
                    "title": "Så jobbar Västerås för social hållbarhet",
                    "date": "2021-05",
                    "url": "https://forvaltarforum.se/2021/05/04/sa-jobbar-vasteras/",
                },
            ],
        ),
        evidence=frame("evidence", rows),
        standings=frame("standings", list(standings.values())),
        second_hand=frame("second_hand", [{"evidence": second, "through": [TRADE_PRESS]}]),
        concepts=frame("concepts", concepts()),
    )
