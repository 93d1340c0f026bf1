"""Frames whose every word tries to run something."""

from __future__ import annotations

from samverkansgraf.frames import Frames, frame
from samverkansgraf.vocabulary import sg

PAYLOADS = (
    "</script><img src=x onerror=window.ran=1>",
    '"><svg onload=window.ran=1>',
    "'-window.ran=1-'",
    "javascript:window.ran=1",
    "{{ 7*7 }}{% raw %}{title}",
    "${window.ran=1}",
    "<!--",
    "]]></title></svg><script>window.ran=1</script>",
    "</style><style>*{display:none}</style>",
    "&lt;b&gt;&quot;",
    "__proto__",
    "null",
    "\u202eomvänd\u2028rad\u0000\u0007",
    "constructor",
)


def hostile() -> Frames:
    """Return a city in which payloads stand wherever a project may write."""
    actors, initiatives, participations, evidence, sources, concepts = [], [], [], [], [], []
    for number, text in enumerate(PAYLOADS):
        actor, initiative = f"urn:a:{text}", f"urn:i:{text}"
        actors.append(
            {
                "actor": actor, "label": text, "kind": text, "sector": f"urn:s:{text}", "aliases": [text],
                "part_of": [f"urn:x:{text}"], "owner": [text], "identifier": text, "url": text,
            }
        )  # fmt: skip
        initiatives.append(
            {
                "initiative": initiative, "label": text, "kind": f"urn:k:{text}", "status": text, "start": text,
                "end": text, "description": text, "aims": [text], "aliases": [text], "themes": [text],
                "evidence": [text],
            }
        )  # fmt: skip
        participations += [
            {
                "participation": f"urn:p:{number}:{text}", "actor": actor, "initiative": one, "role": f"urn:r:{text}",
                "certainty": f"urn:c:{text}", "scope": text, "influence": text, "amount": 1234.5, "currency": text,
                "start": text, "evidence": [text],
            }
            for one in (initiative, "urn:i:" + PAYLOADS[0])
        ]  # fmt: skip
        evidence.append(
            {
                "evidence": text,
                "about": text,
                "source": f"urn:q:{text}",
                "where": text,
                "quote": text,
                "speaker": text,
            }
        )
        sources.append(
            {"source": f"urn:q:{text}", "title": text, "date": text, "url": "javascript:window.ran=1"}
        )
        concepts += [
            {"concept": f"urn:{letter}:{text}", "scheme": scheme, "label_sv": text, "label_en": text}
            for letter, scheme in (
                ("s", "sector"),
                ("r", "role"),
                ("c", "certainty"),
                ("k", "initiative_kind"),
            )
        ]
    return Frames.of(
        actors=frame("actors", actors),
        initiatives=frame("initiatives", initiatives),
        participations=frame("participations", participations),
        evidence=frame("evidence", evidence),
        sources=frame("sources", sources),
        concepts=frame("concepts", concepts),
        standings=frame(
            "standings",
            [
                {
                    "evidence": text,
                    "initiative": f"urn:i:{text}",
                    "standing": sg("Independent") if n % 2 else text,
                }
                for n, text in enumerate(PAYLOADS)
            ],
        ),
        second_hand=frame("second_hand", [{"evidence": text, "through": [text]} for text in PAYLOADS]),
    )
