"""Graphs made of links, for tests."""

from __future__ import annotations

from samverkansgraf.frames import Frames, frame
from samverkansgraf.vocabulary import sg


def graph(*links, in_bounds=()):
    """
    Make a graph of (actor, initiative, certainty, *sources); labels are the names in capitals.

    A source s has the title "Source s".
    """
    actors = sorted({actor for actor, *_ in links} | set(in_bounds))
    sources = sorted({source for _, _, _, *several in links for source in several})
    return Frames.of(
        actors=frame(
            "actors",
            [
                {
                    "actor": f"urn:a:{a}",
                    "label": a.upper(),
                    "kind": "organisation",
                    "in_bounds": a in in_bounds,
                }
                for a in actors
            ],
        ),
        initiatives=frame(
            "initiatives",
            [{"initiative": f"urn:i:{i}", "label": i.upper()} for i in sorted({i for _, i, *_ in links})],
        ),
        sources=frame("sources", [{"source": f"urn:s:{s}", "title": f"Source {s}"} for s in sources]),
        participations=frame(
            "participations",
            [
                {
                    "participation": f"urn:p:{number}",
                    "actor": f"urn:a:{actor}",
                    "initiative": f"urn:i:{initiative}",
                    "role": sg("Partner"),
                    "makes_tie": True,
                    "certainty": sg(certainty),
                    "sources": [f"urn:s:{source}" for source in several],
                }
                for number, (actor, initiative, certainty, *several) in enumerate(links)
            ],
        ),
    )


# stad takes part in x and y, mimer in x and, in part, in y; ikea only in part in y; polis only plans z.
CITY = graph(
    ("stad", "x", "Stated"),
    ("stad", "y", "Stated"),
    ("mimer", "x", "Stated"),
    ("mimer", "y", "StatedInPart"),
    ("ikea", "y", "StatedInPart"),
    ("polis", "z", "Planned"),
)
