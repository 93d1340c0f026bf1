"""A town of four cells, three sectors and four spans, worked by hand; and one in which every word attacks."""

import importlib.util
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from samverkansgraf.documents.names import Names
from samverkansgraf.frames import Frames, frame
from samverkansgraf.pictures.views.material import Material
from samverkansgraf.project import Bounds, Settings
from samverkansgraf.vocabulary import sg

AS_OF = date(2024, 6, 30)
DISTRICTS = ("urn:backby", "urn:raby")
THEMES = ("urn:trygghet", "urn:skola")
SECTORS = (sg("Municipality"), sg("Police"), sg("CivilSociety"))


def _proof(about, quote, where="p1"):
    return {
        "evidence": f"urn:e:{about}",
        "about": about,
        "source": "urn:rapport",
        "where": where,
        "quote": quote,
    }


def _taking_part(actor, initiative):
    return {
        "participation": f"urn:p:{actor}:{initiative}",
        "actor": f"urn:{actor}",
        "initiative": f"urn:{initiative}",
        "role": sg("Partner"),
        "makes_tie": True,
        "certainty": sg("Stated"),
        "sources": ["urn:rapport"],
    }


def town() -> Frames:
    """
    EST is stated to be in Bäckby, Läxhjälpen inferred to be in Råby; Råby was searched for trygghet in vain.

    The municipality and the police meet in EST, two of the municipality and an association in Läxhjälpen; Anna Ek has no
    sector. EST holds surely from 2020-01-01 to 2025-12-31, Läxhjälpen began some day in 2021 and has no end, Planen is
    planned for 2025, and of Gamla rådet no year is known.
    """
    actors = [
        ("staden", "Staden", "Municipality"),
        ("skolan", "Skolan", "Municipality"),
        ("polisen", "Polisen", "Police"),
        ("foreningen", "Föreningen", "CivilSociety"),
        ("anna", "Anna Ek", None),
    ]
    taking_part = [
        _taking_part(actor, initiative)
        for initiative, who in (
            ("est", ("staden", "polisen")),
            ("laxhjalpen", ("staden", "skolan", "foreningen", "anna")),
        )
        for actor in who
    ]
    return Frames.of(
        actors=frame(
            "actors",
            [
                {
                    "actor": f"urn:{one}",
                    "label": label,
                    "sector": sg(sector) if sector else None,
                    "kind": "organisation" if sector else "person",
                }
                for one, label, sector in actors
            ],
        ),
        initiatives=frame(
            "initiatives",
            [
                {
                    "initiative": "urn:est",
                    "label": "EST",
                    "themes": [THEMES[0]],
                    "start": "2020-01-01",
                    "start_earliest": date(2020, 1, 1),
                    "start_latest": date(2020, 1, 1),
                    "end": "2025-12-31",
                    "end_earliest": date(2025, 12, 31),
                    "end_latest": date(2025, 12, 31),
                },
                {
                    "initiative": "urn:laxhjalpen",
                    "label": "Läxhjälpen",
                    "themes": [THEMES[1]],
                    "start": "2021",
                },
                {
                    "initiative": "urn:planen",
                    "label": "Planen",
                    "status": sg("StatusPlanned"),
                    "start": "2025",
                },
                {"initiative": "urn:radet", "label": "Gamla rådet"},
            ],
        ),
        agreements=frame(
            "agreements",
            [{"agreement": "urn:avtal", "label": "Avtalet", "start": "2023-05-01?", "end": "2024-12-31"}],
        ),
        participations=frame("participations", taking_part),
        placements=frame(
            "placements",
            [
                {
                    "placement": f"urn:l:{number}",
                    "initiative": f"urn:{initiative}",
                    "place": place,
                    "certainty": sg(certainty),
                    "sources": ["urn:rapport"],
                }
                for number, (initiative, place, certainty) in enumerate(
                    (("est", DISTRICTS[0], "Stated"), ("laxhjalpen", DISTRICTS[1], "Inferred"))
                )
            ],
        ),
        places=frame(
            "places",
            [
                {"place": DISTRICTS[0], "label": "Bäckby", "kind": "district"},
                {"place": DISTRICTS[1], "label": "Råby", "kind": "district"},
            ],
        ),
        themes=frame(
            "themes",
            [{"theme": THEMES[0], "label": "trygghet"}, {"theme": THEMES[1], "label": "skola"}],
        ),
        searches=frame(
            "searches",
            [
                {
                    "search": "urn:sok",
                    "date": "2024-01-15",
                    "outcome": sg("Nothing"),
                    "places": [DISTRICTS[1]],
                    "themes": [THEMES[0]],
                    "sectors": [sg("AllSectors")],
                    "sources": ["urn:rapport"],
                }
            ],
        ),
        sources=frame("sources", [{"source": "urn:rapport", "title": "Rapporten", "date": "2024"}]),
        evidence=frame(
            "evidence",
            [
                _proof("urn:l:0", "EST arbetar i Bäckby"),
                _proof("urn:l:1", "läxhjälp i området"),
                _proof("urn:est", "EST 2020 till 2025"),
                *(_proof(one["participation"], f"{one['actor']} är med") for one in taking_part),
            ],
        ),
    )


def _hostile() -> tuple[Frames, tuple[str, ...]]:
    """Return frames whose words attack, with places, themes, placements, searches and agreements too; and the words."""
    path = Path(__file__).parent.parent / "hostile.py"
    spec = importlib.util.spec_from_file_location("hostile_words", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    words = module.PAYLOADS
    frames = module.hostile()
    return replace(
        frames,
        initiatives=frames.initiatives.with_columns(
            themes=pl.concat_list(pl.col("initiative").str.replace("urn:i:", "urn:t:", literal=True))
        ),
        participations=frames.participations.with_columns(
            makes_tie=pl.lit(value=True), certainty=pl.lit(sg("Stated")), role=pl.lit(sg("Partner"))
        ),
        places=frame(
            "places", [{"place": f"urn:b:{one}", "label": one, "kind": "district"} for one in words]
        ),
        themes=frame("themes", [{"theme": f"urn:t:{one}", "label": one} for one in words]),
        placements=frame(
            "placements",
            [
                {
                    "placement": one,
                    "initiative": f"urn:i:{one}",
                    "place": f"urn:b:{one}",
                    "certainty": sg("Stated"),
                    "sources": [f"urn:q:{one}"],
                }
                for one in words
            ],
        ),
        agreements=frame(
            "agreements",
            [{"agreement": f"urn:g:{one}", "label": one, "start": one, "end": one} for one in words],
        ),
    ), words


def material(frames, language="sv", *, words=None, **more) -> Material:
    """Return what views are made of; of attacking words the project's name too."""
    bounds = (
        Bounds(districts=DISTRICTS, themes=THEMES, sectors=SECTORS)
        if words is None
        else Bounds(
            districts=tuple(f"urn:b:{one}" for one in words),
            themes=tuple(f"urn:t:{one}" for one in words),
            sectors=tuple(f"urn:s:{one}" for one in words),
        )
    )
    settings = Settings(name="Staden" if words is None else words[0], base="urn:", bounds=bounds)
    given = {"at": None, "as_of": AS_OF, **more}
    return Material(frames=frames, settings=settings, names=Names.of(frames, language), **given)


@pytest.fixture
def made():
    """Return the town's material: ``made("sv", at=…)``."""
    return lambda language="sv", **more: material(town(), language, **more)


@pytest.fixture
def attacked():
    """Return material in which every word attacks: ``attacked("sv")``."""
    frames, words = _hostile()
    return lambda language="sv": material(frames, language, words=words)
