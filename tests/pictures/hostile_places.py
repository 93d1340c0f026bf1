"""Places, claims and replies whose every word tries to run something, beside what ``hostile.py`` attacks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from samverkansgraf.documents.names import Names
from samverkansgraf.frames import frame
from samverkansgraf.pictures.views.material import Material
from samverkansgraf.project import Bounds, Settings

DAY = date(2026, 1, 1)


def attacked(hostile):
    """Return the payloads of the module and its frames with places that have geometries, claims and replies too."""
    texts, frames = hostile.PAYLOADS, hostile.hostile()
    return texts, replace(
        frames,
        places=frame("places", [{"place": f"urn:l:{text}", "label": text, "kind": text} for text in texts]),
        geometries=frame(
            "geometries",
            [
                {"geometry": f"urn:g:{n}", "place": f"urn:l:{text}", "wkt": f"POINT ({16 + n / 10} 59)"}
                for n, text in enumerate(texts)
            ],
        ),
        placements=frame(
            "placements",
            [
                {"placement": text, "initiative": f"urn:i:{text}", "place": f"urn:l:{text}", "sources": [f"urn:q:{text}"]}
                for text in texts
            ],
        ),
        claims=frame(
            "claims",
            [
                {
                    "claim": f"urn:k:{text}", "text": text, "text_en": text, "kind": text, "at": text,
                    "asserted_by": [f"urn:a:{text}"], "disputes": [f"urn:k:{texts[n - 1]}"], "sources": [f"urn:q:{text}"],
                }
                for n, text in enumerate(texts)
            ],
        ),
        replies=frame(
            "replies",
            [{"reply": f"urn:y:{text}", "about": f"urn:k:{text}", "text": text, "from": text, "date": text} for text in texts],
        ),
    )  # fmt: skip


def material(texts, frames, language):
    """Return frames as a view takes them."""
    settings = Settings(
        name=texts[0], base="urn:x:", bounds=Bounds(districts=tuple(f"urn:l:{text}" for text in texts[:4]))
    )
    names = Names.of(frames, language, replies=frames.replies, graph_argument=texts[0])
    return Material(frames=frames, settings=settings, names=names, at=None, as_of=DAY)


def material_of(view, hostile, language):
    """Return what a view is made of when every word attacks; of the multiples, beside another such graph."""
    texts, frames = attacked(hostile)
    made = material(texts, frames, language)
    if view != "multiples":
        return made
    return replace(
        made, beside=material(texts, replace(frames, participations=frames.participations.head(3)), language)
    )
