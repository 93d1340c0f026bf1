"""
How each initiative is governed, as far as the roles say: Provan & Kenis's three forms, or that it cannot be told.

The forms are of networks of three or more autonomous organisations (Provan & Kenis 2008,
doi:10.1093/jopart/mum015): *shared*, where those who take part govern together; *lead organisation*, where one of
them does; *network administrative organisation*, where a body set up for it does. A source that names no lead
does not say that there is none, so the rules ask for what is said, and the reason is given with every form:

1. A set of several bodies has no form of its own: cannot be told.
2. Fewer than three organisations are known to take part, the initiative's own body not counted: cannot be told.
3. All named leads are bodies that the initiative, or one it is part of, ``constitutes``: network administrative
   organisation. Such a body leads together with others: cannot be told.
4. One lead is named: lead organisation. Several: shared if all who take part lead, else cannot be told. One is named
   as lead in some part only: cannot be told.
5. No lead is named, and the initiative constitutes a body: network administrative organisation if what the
   initiative does is said to be coordination (``activity_kind`` Coordinates), else cannot be told.
6. No lead is named, and all who take part are stated to be partners, who carry it together: shared.
7. Else, as where it is not said in what form somebody takes part: cannot be told.

A unit counts as the organisation it belongs to, since it is not autonomous. A collective nobody has listed is no
organisation, but its role is read as any other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from samverkansgraf.measures.governance_words import Form, listed
from samverkansgraf.measures.works import Work
from samverkansgraf.texts import catalogue
from samverkansgraf.ties import DEFAULT_SELECTION, Selection, selected_participations
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Language

PROVAN_KENIS_2008: Final = Work(
    key="provan2008",
    authors=("Provan, K. G.", "Kenis, P."),
    year=2008,
    title="Modes of network governance: structure, management, and effectiveness",
    journal="Journal of Public Administration Research and Theory",
    volume="18",
    number="2",
    pages="229–252",
    doi="10.1093/jopart/mum015",
)

#: What to cite.
WORKS: Final = {"governance": (PROVAN_KENIS_2008,)}

#: A network in this sense has so many organisations.
FEWEST: Final = 3

_LEAD, _PARTNER, _INVOLVED = sg("Lead"), sg("Partner"), sg("Involved")
_IN_PART, _COORDINATES = sg("StatedInPart"), sg("Coordinates")

_COLUMNS: Final = {
    "initiative": pl.String(),
    "label": pl.String(),
    "form": pl.String(),
    "form_label": pl.String(),
    "organisations": pl.Int64(),
    "leads": pl.List(pl.String()),
    "partners": pl.List(pl.String()),
    "others": pl.List(pl.String()),
    "reason": pl.String(),
    "sources": pl.Int64(),
    "evidence": pl.Int64(),
}
_PROOF: Final = ("sources", "evidence")


@dataclass(frozen=True, slots=True)
class _Known:
    """
    Who is known to take part in an initiative, by label; bodies that it constitutes are among none but ``bodies``.

    ``in_part`` are those who lead in some part only, ``partners`` those stated to be so, ``unsaid`` those who are
    merely involved, and ``others`` the rest.
    """

    is_set: bool
    coordinates: bool
    own_body: list[str]
    bodies: list[str]
    leads: list[str]
    in_part: list[str]
    partners: list[str]
    unsaid: list[str]
    others: list[str]
    organisations: int

    @property
    def follow(self) -> list[str]:
        """Those who take part and do not lead."""
        return [*self.in_part, *self.partners, *self.unsaid, *self.others]

    @property
    def names(self) -> dict[str, list[str]]:
        """The names that a reason may have."""
        several = [*self.leads, *self.in_part] if self.bodies else self.leads or self.in_part
        return {
            "bodies": self.bodies or self.own_body,
            "leads": several,
            "unsaid": self.unsaid or self.others,
        }


def governance(
    frames: Frames, selection: Selection = DEFAULT_SELECTION, *, language: Language = "en"
) -> pl.DataFrame:
    """
    Return how each initiative is governed, as far as the roles say.

    Parameters
    ----------
    frames
        The graph.
    selection
        Which participations count; all roles that make ties are read whatever ``roles`` it has, and a unit counts as
        its organisation whatever ``units`` it has.
    language
        Of ``form_label`` and ``reason``.

    Returns
    -------
    governance
        Columns ``initiative, label, form`` (shared, lead_organisation, network_administrative_organisation,
        cannot_be_told; Provan & Kenis 2008, doi:10.1093/jopart/mum015, by the rules above), ``form_label,
        organisations`` (how many are known to take part), ``leads, partners, others`` (their labels), ``reason``,
        ``sources`` and ``evidence`` (how many, of the participations). One row for each initiative somebody is known to
        take part in, by label.

    Raises
    ------
    DateError
        ``selection.at`` is no EDTF date.

    Examples
    --------
    >>> from samverkansgraf.frames import Frames, frame
    >>> said = [("Mimer", "Partner"), ("Ikea", "Partner"), ("Rädda Barnen", "Lead")]
    >>> rows = [
    ...     {"participation": name, "actor": name, "initiative": "i", "role": sg(role), "makes_tie": True,
    ...      "certainty": sg("Stated")} for name, role in said]
    >>> governance(Frames.of(participations=frame("participations", rows)))["reason"].item()
    'Rädda Barnen is named as lead, and nobody else'
    """
    units = selection.units if selection.owners == "merged" else "top"
    rows = selected_participations(frames, replace(selection, roles=None, units=units, collectives=True))
    actors = frames.actors.unique("actor", keep="first", maintain_order=True)
    called = dict(actors.select("actor", "label").iter_rows())
    uncounted = set() if selection.collectives else set(actors.filter(kind="collective")["actor"])
    bodies = _bodies(frames)
    about = {
        row["initiative"]: row
        for row in frames.initiatives.unique("initiative", keep="first").iter_rows(named=True)
    }
    said: dict[str, list[tuple[str, str, str, str]]] = {}
    for initiative, *rest in rows.select(
        "initiative", "actor", "recorded_actor", "role", "certainty"
    ).iter_rows():
        actor, recorded, role, certainty = rest
        said.setdefault(initiative, []).append((actor, recorded, role, certainty))
    table = []
    for initiative, several in said.items():
        row = about.get(initiative, {})
        known = _known(several, row, bodies.get(initiative, set()), called, uncounted)
        form, reason = _form(known)
        words = {name: listed(labels, language) for name, labels in known.names.items()}
        table.append(
            {
                "initiative": initiative,
                "label": row.get("label") or initiative,
                "form": form,
                "form_label": catalogue("measures", language, under="governance.form")[form],
                "organisations": known.organisations,
                "leads": sorted([*known.bodies, *known.leads]),
                "partners": known.partners,
                "others": sorted([*known.in_part, *known.unsaid, *known.others]),
                "reason": catalogue("measures", language, under="governance.reason")[reason].format(
                    **words, known=known.organisations, fewest=FEWEST
                ),
            }
        )
    schema = {name: dtype for name, dtype in _COLUMNS.items() if name not in _PROOF}
    proof = rows.group_by("initiative").agg(
        pl.col(name).list.explode().drop_nulls().n_unique().cast(pl.Int64) for name in _PROOF
    )
    governed = pl.DataFrame(table, schema=schema).join(proof, on="initiative", how="left")
    return governed.select(list(_COLUMNS)).sort("label", "initiative")


def _form(known: _Known) -> tuple[Form, str]:
    """Return the form and the reason for it: of the first rule that holds."""
    return next((form, reason) for holds, form, reason in _RULES if holds(known))


_UNTOLD: Final[Form] = "cannot_be_told"
_NAO: Final[Form] = "network_administrative_organisation"
_RULES: Final[tuple[tuple[Callable[[_Known], bool], Form, str], ...]] = (
    (lambda known: known.is_set, _UNTOLD, "set"),
    (lambda known: known.organisations == 0, _UNTOLD, "none"),
    (lambda known: known.organisations == 1, _UNTOLD, "one"),
    (lambda known: known.organisations < FEWEST, _UNTOLD, "few"),
    (lambda known: bool(known.bodies and (known.leads or known.in_part)), _UNTOLD, "body_and_others"),
    (lambda known: bool(known.bodies), _NAO, "body_leads"),
    (lambda known: len(known.leads) == 1, "lead_organisation", "lead"),
    (lambda known: bool(known.leads and known.follow), _UNTOLD, "several"),
    (lambda known: bool(known.leads), "shared", "all_lead"),
    (lambda known: bool(known.in_part), _UNTOLD, "lead_in_part"),
    (lambda known: bool(known.own_body and known.coordinates), _NAO, "body_coordinates"),
    (lambda known: bool(known.own_body), _UNTOLD, "body"),
    (lambda known: bool(known.unsaid), _UNTOLD, "not_said"),
    (lambda known: bool(known.others), _UNTOLD, "not_partners"),
    (lambda _: True, "shared", "all_partners"),
)


def _known(
    said: Iterable[tuple[str, str, str, str]],
    initiative: Mapping[str, Any],
    bodies: set[str],
    called: Mapping[str, str],
    uncounted: set[str],
) -> _Known:
    """Sort those who take part by what is said of them: actor, as recorded, role and certainty."""
    own = set(initiative.get("constitutes") or ())
    roles: dict[str, list[tuple[str, str]]] = {}
    recorded: dict[str, set[str]] = {}
    for actor, as_recorded, role, certainty in said:
        roles.setdefault(actor, []).append((role, certainty))
        recorded.setdefault(actor, {actor}).add(as_recorded)
    groups: dict[str, list[str]] = {
        name: [] for name in ("bodies", "leads", "in_part", "partners", "unsaid", "others")
    }
    organisations = 0
    for actor, several in roles.items():
        group = _group(several)
        if group in {"leads", "in_part"} and not bodies.isdisjoint(recorded[actor]):
            group = "bodies"
        elif not own.isdisjoint(recorded[actor]):
            continue
        else:
            organisations += actor not in uncounted
        groups[group].append(called.get(actor) or actor)
    return _Known(
        is_set=bool(initiative.get("is_set")),
        coordinates=_COORDINATES in (initiative.get("activity_kinds") or ()),
        own_body=sorted(called.get(body) or body for body in own),
        organisations=organisations,
        **{name: sorted(labels) for name, labels in groups.items()},
    )


def _group(said: list[tuple[str, str]]) -> str:
    """Return the group of one actor: the most that is said of it, by role and certainty."""
    if leading := [certainty for role, certainty in said if role == _LEAD]:
        return "in_part" if set(leading) == {_IN_PART} else "leads"
    if any(role == _PARTNER and certainty != _IN_PART for role, certainty in said):
        return "partners"
    return "unsaid" if all(role == _INVOLVED for role, _ in said) else "others"


def _bodies(frames: Frames) -> dict[str, set[str]]:
    """Return for each initiative the actors that it, or one that it is part of, constitutes."""
    own = {
        initiative: (set(constitutes or ()), list(part_of or ()))
        for initiative, constitutes, part_of in frames.initiatives.select(
            "initiative", "constitutes", "part_of"
        ).iter_rows()
    }
    found: dict[str, set[str]] = {}
    for initiative in own:
        above, waiting = {initiative}, [initiative]
        while waiting:
            new = [one for one in own.get(waiting.pop(), (set(), []))[1] if one not in above]
            above.update(new)
            waiting.extend(new)
        found[initiative] = {actor for one in above for actor in own.get(one, (set(), []))[0]}
    return found
