"""Made-up networks of any size: neighbourhoods of actors and initiatives, with few links between them."""

from __future__ import annotations

import random

from samverkansgraf.frames import Frames, frame
from samverkansgraf.vocabulary import sg

BASE = "https://example.org/stor/"
_SECTORS = ("Municipality", "Police", "CivilSociety", "Business", "PublicHousing")
_ROLES = ("Lead", "Partner", "Member", "Funder")


def large(nodes: int, participations: int, *, seed: int = 1) -> Frames:
    """Frames of that many nodes, a third of them initiatives, and participations, each with a phrase."""
    chance = random.Random(seed)
    initiatives = nodes // 3
    actors = nodes - initiatives
    places = 20
    rows, proofs = [], []
    for number in range(participations):
        actor = number % actors
        home = actor * initiatives // actors + int(chance.gauss(0, initiatives / 200 + 1))
        initiative = home % initiatives if chance.random() < 0.95 else chance.randrange(initiatives)
        rows.append(
            {
                "participation": f"{BASE}participation/p{number}",
                "actor": f"{BASE}actor/a{actor}",
                "initiative": f"{BASE}initiative/i{initiative}",
                "role": sg(_ROLES[number % 4]),
                "makes_tie": number % 4 != 3,
                "certainty": sg("Stated"),
                "sources": [f"{BASE}source/s{number % 50}"],
                "evidence": [f"{BASE}evidence/e{number}"],
            }
        )
        proofs.append(
            {
                "evidence": f"{BASE}evidence/e{number}",
                "about": f"{BASE}participation/p{number}",
                "source": f"{BASE}source/s{number % 50}",
                "where": f"p{number % 40 + 1}",
                "quote": f"tillsammans med förening {actor}",
            }
        )
    return Frames.of(
        actors=frame(
            "actors",
            [
                {
                    "actor": f"{BASE}actor/a{number}",
                    "label": f"Föreningen nummer {number}",
                    "kind": "organisation",
                    "sector": sg(_SECTORS[number % len(_SECTORS)]),
                }
                for number in range(actors)
            ],
        ),
        initiatives=frame(
            "initiatives",
            [
                {
                    "initiative": f"{BASE}initiative/i{number}",
                    "label": f"Samverkan i kvarteret {number}",
                    "kind": sg("Project"),
                    "status": sg("StatusActive"),
                    "is_set": False,
                }
                for number in range(initiatives)
            ],
        ),
        participations=frame("participations", rows),
        placements=frame(
            "placements",
            [
                {
                    "placement": f"{BASE}placement/p{number}",
                    "initiative": f"{BASE}initiative/i{number}",
                    "place": f"{BASE}place/d{number * places // initiatives}",
                    "certainty": sg("Stated"),
                }
                for number in range(initiatives)
            ],
        ),
        places=frame(
            "places",
            [
                {"place": f"{BASE}place/d{number}", "label": f"Stadsdel {number}", "kind": "district"}
                for number in range(places)
            ],
        ),
        sources=frame(
            "sources",
            [
                {"source": f"{BASE}source/s{number}", "title": f"Årsredovisning {number}", "date": "2021"}
                for number in range(50)
            ],
        ),
        evidence=frame("evidence", proofs),
    )
