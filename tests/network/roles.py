"""Graphs made of roles, for tests."""

from __future__ import annotations

from hypothesis import strategies as st

from samverkansgraf.frames import Frames, frame
from samverkansgraf.vocabulary import TIE_MAKING_ROLES, sg

ROLES = ["Lead", "Partner", "Member", "Host", "Involved", "Funder", "Informant", "TargetGroup", "own"]
SAID = st.lists(
    st.tuples(st.sampled_from("abcde"), st.sampled_from("123"), st.sampled_from(ROLES)), max_size=15
)


def city(*said, sets=(), in_bounds=()):
    """Make a graph of (actor, initiative, role); a role not in the vocabulary is the project's own and makes ties."""
    return Frames.of(
        actors=frame(
            "actors",
            [
                {
                    "actor": a,
                    "label": a.upper(),
                    "kind": "organisation",
                    "sector": "urn:s",
                    "in_bounds": a in in_bounds,
                }
                for a in sorted({a for a, _, _ in said} | set(in_bounds))
            ],
        ),
        initiatives=frame(
            "initiatives",
            [
                {"initiative": i, "label": i.upper(), "is_set": i in sets}
                for i in sorted({i for _, i, _ in said})
            ],
        ),
        participations=frame(
            "participations",
            [
                {
                    "participation": f"urn:p:{number}",
                    "actor": actor,
                    "initiative": initiative,
                    "role": f"urn:role:{role}" if role == "own" else sg(role),
                    "makes_tie": role == "own" or role in TIE_MAKING_ROLES,
                    "certainty": sg("Stated"),
                }
                for number, (actor, initiative, role) in enumerate(said)
            ],
        ),
    )
