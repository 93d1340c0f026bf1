"""A small city: one article, three initiatives, a claim and its denial; and the same with hostile labels."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from samverkansgraf.agreements import agreements_by_time, gaps_between
from samverkansgraf.check.findings import Finding
from samverkansgraf.claims import EVIDENCE_COLUMNS, ClaimReading
from samverkansgraf.coverage import age_of_knowledge
from samverkansgraf.disagreements import disagreements
from samverkansgraf.frames import Frames, frame
from samverkansgraf.project import Bounds, Contact, Settings
from samverkansgraf.report import Findings
from samverkansgraf.vocabulary import CONCEPTS, sg

BASE = "https://example.org/stad/"
CONCEPT_LABELS = {
    "Lead": ("ledare", "lead"),
    "Partner": ("partner", "partner"),
    "Involved": ("medverkande", "involved"),
    "Informant": ("uppgiftslämnare", "informant"),
    "Stated": ("uppgiven", "stated"),
    "StatedInPart": ("uppgiven i några fall", "stated in part"),
    "Planned": ("planerad", "planned"),
    "Inferred": ("härledd", "inferred"),
    "StatusPlanned": ("planerad", "planned"),
    "StatusActive": ("pågår", "active"),
    "StatusUnknown": ("okänd", "unknown"),
    "Fund": ("fond", "fund"),
    "Project": ("projekt", "project"),
    "Method": ("metod", "method"),
    "Examples": ("exempel", "examples"),
    "ByAParty": ("skrivet av en part", "written by a party"),
    "Affiliated": ("skrivet av någon med anknytning", "written by someone affiliated"),
    "Relayed": ("återgivet", "relayed"),
    "Independent": ("inte skrivet av en deltagare", "not written by a participant"),
    "StandingUnknown": ("okänd", "unknown"),
    "Existence": ("förekomst", "existence"),
    "Norm": ("norm", "norm"),
}


def _iri(word, name):
    return f"{BASE}{word}/{name}"


def _evidence(number, about, quote, where="par5", speaker=None):
    return {
        "evidence": _iri("evidence", f"e{number}"),
        "about": about,
        "source": _iri("source", "debatt"),
        "where": where,
        "quote": quote,
        "speaker": speaker,
    }


def small_city(
    *,
    actor="Rädda Barnen",
    initiative="På lika villkor",
    quote="Arbetet leds av Rädda barnen",
    title="Det finns sedan länge bra och fungerande samverkan",
    theme="trygghet",
    district="Bäckby",
):
    """Return the frames; what is named here may be made hostile."""
    source = _iri("source", "debatt")
    lead = _iri("participation", "p1")
    concepts = [
        {
            "concept": sg(name),
            "scheme": scheme,
            "label_sv": CONCEPT_LABELS.get(name, (name, name))[0],
            "label_en": CONCEPT_LABELS.get(name, (name, name))[1],
            "makes_tie": None if scheme != "role" else name not in {"Funder", "Informant", "TargetGroup"},
        }
        for scheme, names in CONCEPTS.items()
        for name in names
    ]
    proven = {"sources": [source]}
    return Frames.of(
        actors=frame(
            "actors",
            [
                {
                    "actor": _iri("actor", "rb"),
                    "label": actor,
                    "kind": "organisation",
                    "sector": sg("CivilSociety"),
                },
                {
                    "actor": _iri("actor", "stad"),
                    "label": "Staden",
                    "kind": "organisation",
                    "sector": sg("Municipality"),
                },
                {
                    "actor": _iri("actor", "polis"),
                    "label": "Polisen",
                    "kind": "organisation",
                    "sector": sg("Police"),
                },
                {"actor": _iri("actor", "fell"), "label": "Terrence Fell", "kind": "person"},
                {"actor": _iri("actor", "liner"), "label": "Ann-Cathrine Linér", "kind": "person"},
                {
                    "actor": _iri("actor", "boende"),
                    "label": "boende",
                    "kind": "collective",
                    "sector": sg("Residents"),
                },
                {
                    "actor": _iri("actor", "boende.plv"),
                    "label": "boende (På lika villkor)",
                    "kind": "collective",
                    "sector": sg("Residents"),
                    "collective": _iri("actor", "boende"),
                },
            ],
        ),
        initiatives=frame(
            "initiatives",
            [
                {
                    "initiative": _iri("initiative", "plv"),
                    "label": initiative,
                    "kind": sg("Project"),
                    "status": sg("StatusActive"),
                    "start": "2021-21?",
                    "themes": [_iri("theme", "trygghet")],
                    "principles": ["delaktighet", "inflytande"],
                    **proven,
                },
                {
                    "initiative": _iri("initiative", "est"),
                    "label": "EST",
                    "kind": sg("Method"),
                    "is_set": True,
                    **proven,
                },
                {
                    "initiative": _iri("initiative", "delmos"),
                    "label": "Delmospengarna",
                    "kind": sg("Fund"),
                    "status": sg("StatusPlanned"),
                    **proven,
                },
            ],
        ),
        participations=frame(
            "participations",
            [
                {
                    "participation": participation,
                    "actor": _iri("actor", who),
                    "initiative": _iri("initiative", what),
                    "role": sg(role),
                    "makes_tie": role != "Informant",
                    "certainty": sg(certainty),
                    "scope": scope,
                    **proven,
                }
                for participation, who, what, role, certainty, scope in (
                    (lead, "rb", "plv", "Lead", "Stated", None),
                    (_iri("participation", "p2"), "stad", "plv", "Partner", "Stated", None),
                    (_iri("participation", "p3"), "boende.plv", "plv", "Involved", "Stated", None),
                    (
                        _iri("participation", "p4"),
                        "polis",
                        "est",
                        "Partner",
                        "StatedInPart",
                        "i några av dem",
                    ),
                    (_iri("participation", "p5"), "stad", "est", "Partner", "Stated", None),
                    (_iri("participation", "p6"), "stad", "delmos", "Involved", "Planned", None),
                )
            ],
        ),
        placements=frame(
            "placements",
            [
                {
                    "placement": _iri("placement", "l1"),
                    "initiative": _iri("initiative", "plv"),
                    "place": _iri("place", "backby"),
                    "certainty": sg("Stated"),
                    **proven,
                },
                {
                    "placement": _iri("placement", "l2"),
                    "initiative": _iri("initiative", "est"),
                    "place": _iri("place", "utsatta"),
                    "certainty": sg("Stated"),
                    **proven,
                },
            ],
        ),
        places=frame(
            "places",
            [
                {"place": _iri("place", "backby"), "label": district, "kind": "district"},
                {"place": _iri("place", "utsatta"), "label": "de mer utsatta stadsdelarna", "kind": "group"},
            ],
        ),
        themes=frame("themes", [{"theme": _iri("theme", "trygghet"), "label": theme, "label_en": "safety"}]),
        sources=frame(
            "sources",
            [
                {
                    "source": source,
                    "title": title,
                    "scope": sg("Examples"),
                    "creators": [_iri("actor", "liner")],
                    "date": "2021-10-01",
                    "url": "https://www.vlt.se/a?b=1&c=2",
                    "retrieved": "2026-11-20",
                },
            ],
        ),
        evidence=frame(
            "evidence",
            [
                _evidence(1, lead, quote, "par6"),
                _evidence(2, _iri("participation", "p2"), "i partnerskap med Västerås stad", "par6"),
                _evidence(3, _iri("participation", "p4"), "staden tillsammans med Mimer och Polisen", "par7"),
                _evidence(4, _iri("claim", "c1"), "Men det finns inte i dag.", "par3", _iri("actor", "fell")),
                _evidence(5, _iri("claim", "c2"), "det sedan länge finns en bra", "par4"),
            ],
        ),
        claims=frame(
            "claims",
            [
                {
                    "claim": _iri("claim", "c1"),
                    "text": "Det ökade samarbete som behövs finns inte i dag",
                    "text_en": "The increased collaboration that is needed does not exist today",
                    "kind": sg("Existence"),
                    "at": "2021-09-20",
                    "asserted_by": [_iri("actor", "fell")],
                    "test": "joint-initiatives",
                },
                {
                    "claim": _iri("claim", "c2"),
                    "text": "Samverkan är bra",
                    "kind": sg("Norm"),
                    "asserted_by": [_iri("actor", "liner")],
                    "disputes": [_iri("claim", "c1")],
                },
            ],
        ),
        standings=frame(
            "standings",
            [
                {
                    "evidence": _iri("evidence", "e1"),
                    "initiative": _iri("initiative", "plv"),
                    "standing": sg("ByAParty"),
                },
                {
                    "evidence": _iri("evidence", "e2"),
                    "initiative": _iri("initiative", "plv"),
                    "standing": sg("ByAParty"),
                },
                {
                    "evidence": _iri("evidence", "e3"),
                    "initiative": _iri("initiative", "est"),
                    "standing": sg("ByAParty"),
                },
            ],
        ),
        second_hand=frame(
            "second_hand",
            [{"evidence": _iri("evidence", "e4"), "through": [_iri("actor", "liner")]}],
        ),
        positions=frame(
            "positions",
            [
                {
                    "position": _iri("position", "o1"),
                    "person": _iri("actor", "liner"),
                    "organisation": _iri("actor", "stad"),
                    "title": "Utvecklingsledare",
                    "speaks_for": True,
                },
            ],
        ),
        concepts=frame("concepts", concepts),
    )


def _readings(answer_cell):
    answer = pl.DataFrame(
        {
            "initiative": [answer_cell],
            "role": [sg("Lead")],
            "standing": [sg("ByAParty")],
            "sources": [[_iri("source", "debatt")]],
        },
    )
    unread = pl.DataFrame(schema=EVIDENCE_COLUMNS)
    return [
        ClaimReading(
            claim=_iri("claim", "c1"),
            text="Det ökade samarbete som behövs finns inte i dag",
            kind=sg("Existence"),
            at="2021-09-20",
            asserted_by=("Terrence Fell",),
            disputed_by=((_iri("claim", "c2"), ("Ann-Cathrine Linér",)),),
            disputes=(),
            differs_from=(),
            about=(),
            supported_by=(),
            part_of=(),
            evidence=unread,
            test="joint-initiatives",
            answer=answer,
            answer_without_parties=answer.clear(),
            excluded_sources=(_iri("source", "debatt"),),
            untestable=None,
        ),
        ClaimReading(
            claim=_iri("claim", "c2"),
            text="Samverkan är bra",
            kind=sg("Norm"),
            at=None,
            asserted_by=("Ann-Cathrine Linér",),
            disputed_by=(),
            disputes=((_iri("claim", "c1"), ("Terrence Fell",)),),
            differs_from=(),
            about=(),
            supported_by=(),
            part_of=(),
            evidence=unread,
            test=None,
            answer=None,
            answer_without_parties=None,
            excluded_sources=(),
            untestable="kind",
        ),
    ]


def _coverage(districts, themes, values):
    """Return cells in the columns of a coverage result; only what differs is given."""
    counts = {
        "covered": {"initiatives": 1, "actors": 2, "sources": 1, "last_seen": "2021-10-01"},
        "none_found": {"searches": 2, "indirect_evidence": 1},
        "indirect": {"initiatives": 1, "indirect_evidence": 1},
        "not_searched": {"planned": 1},
    }
    columns = (
        "initiatives",
        "actors",
        "sources",
        "independent_sources",
        "indirect_evidence",
        "searches",
        "planned",
        "ended",
        "delivers",
    )
    cells = [(one, other) for one in districts for other in themes]
    return pl.DataFrame(
        [
            {
                "district": one,
                "theme": other,
                "value": value,
                **{column: counts[value].get(column, 0) for column in columns},
                "last_seen": counts[value].get("last_seen"),
                "complete_searches": 0,
            }
            for (one, other), value in zip(cells, values, strict=True)
        ],
    )


def _node_table(frames, measure):
    rows = [
        *((actor, label, "actor") for actor, label in frames.actors.select("actor", "label").iter_rows()),
        *(
            (node, label, "initiative")
            for node, label in frames.initiatives.select("initiative", "label").iter_rows()
        ),
    ]
    return pl.DataFrame(
        [
            {
                "id": node,
                "label": label,
                "kind": kind,
                "measure": measure,
                "value": position / 10,
                "low": 0.1,
                "high": 0.5,
                "reason": None,
            }
            for position, (node, label, kind) in enumerate(rows, start=1)
        ],
    )


def findings_of(frames, *, district="Bäckby", theme="trygghet", answer_cell=BASE + "initiative/plv", **more):
    """Return findings on a small city with coverage, network and check made by hand."""
    actor, other = frames.actors["label"].to_list()[:2]
    return Findings(
        settings=Settings(
            name="Småstad",
            base=BASE,
            bounds=Bounds(
                districts=(_iri("place", "backby"),),
                themes=(_iri("theme", "trygghet"),),
                district_total=12,
                district_source="debatt",
                typed=("districts",),
            ),
        ),
        frames=frames,
        as_of=date(2026, 11, 24),
        version="0.1.0",
        graph_argument="data/småstad",
        digest="0123456789abcdef",
        coverage=_coverage(
            [district, "Råby"],
            [theme, "arbete"],
            ["covered", "not_searched", "none_found", "indirect"],
        ),
        unreached=pl.DataFrame(
            {
                "initiative": [_iri("initiative", "est")],
                "label": ["EST"],
                "place": [_iri("place", "utsatta")],
                "place_label": ["de mer utsatta stadsdelarna"],
                "certainty": [sg("Stated")],
                "themes": [[_iri("theme", "trygghet")]],
                "sources": [[_iri("source", "debatt")]],
                "planned": [False],
            },
        ),
        unplaced=pl.DataFrame({"initiative": [_iri("initiative", "delmos")], "label": ["Delmospengarna"]}),
        coverage_sentences=["En av fyra rutor är inte undersökt."],
        whole=pl.DataFrame(
            {
                "measure": ["diameter", "density_two_mode", "components"],
                "value": [float("nan"), 0.4444, 1.0],
                "low": [float("nan"), 0.3333, 1.0],
                "high": [float("nan"), 0.4444, 2.0],
                "reason": ["inga aktörer är knutna till varandra", None, None],
            },
        ),
        pairs=pl.DataFrame(
            {
                "actor_a": [other, "Polisen"],
                "actor_b": [actor, other],
                "shared": [1, 1],
                "newman": [1.0, 0.5],
                "p_value": [None, None],
                "validated": [None, None],
            },
            schema_overrides={"p_value": pl.Float64, "validated": pl.Boolean},
        ),
        ties_owners_apart=2,
        ties_owners_merged=1,
        cutpoints=pl.DataFrame(
            {
                "id": [_iri("actor", "stad")],
                "label": ["Staden"],
                "kind": ["actor"],
                "cut_off_labels": [["EST", "Polisen"]],
            },
        ),
        nodes={"degree": _node_table(frames, "degree")},
        withheld=more.pop(
            "withheld",
            dict.fromkeys(
                frames.actors["actor"].to_list(), "allt som är känt om nätverket kommer från en enda källa"
            ),
        ),
        claims=_readings(answer_cell),
        problems=[
            Finding(severity="note", message="all in the tables counts"),
            Finding(
                severity="warning",
                message="allt om ”EST” vilar på en enda källa",
                node=_iri("initiative", "est"),
                remedy="sök en källa till",
            ),
        ],
        network_svg='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>',
        **more,
    )


@pytest.fixture
def findings():
    return findings_of(small_city())


HOSTILE = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "a | b\n\n# rubrik\n- punkt",
    "[x](javascript:alert(1)) ![y](http://evil/) `c` **d** _e_ ~~f~~ $g$ <!-- &lt; -->",
    "{{ 7*7 }}{% raw %}</style></title>",
    "\u202eomvänt\u0000\u0007",
)


@pytest.fixture(params=HOSTILE)
def hostile(request):
    """Return a payload and findings where every label, phrase and title that can be is that payload."""
    payload = request.param
    frames = small_city(
        actor=payload,
        initiative=payload,
        quote=payload,
        title=payload,
        theme=payload,
        district=payload,
    )
    frames = replace(
        frames,
        sources=frames.sources.with_columns(url=pl.lit(f"javascript:{payload}")),
        participations=frames.participations.with_columns(scope=pl.lit(payload)),
    )
    agreements = [
        {"agreement": _iri("agreement", name), "label": payload, "start": start, "end": start, "amount": 1.0,
         "currency": payload, "parties": [_iri("actor", "rb")], "replaces": replaced}
        for name, start, replaced in (("a1", "2010", []), ("a2", "2015", [_iri("agreement", "a1")]))
    ]  # fmt: skip
    said = [
        {"statement": _iri("statement", f"s{n}"), "about": about, "property": which, "value": value}
        for n, (about, which, value) in enumerate(
            [
                (_iri("initiative", "plv"), sg("status"), payload),
                (_iri("initiative", "plv"), sg("status"), payload + "!"),
                (_iri("actor", "rb"), "http://www.w3.org/2004/02/skos/core#altLabel", payload),
                (_iri("place", "backby"), payload, payload),
            ]
        )
    ]
    proofs = [
        _evidence(f"s{n}", row["statement"], payload) | {"source": _iri("source", f"x{n}")}
        for n, row in enumerate(said)
    ]
    frames = replace(
        frames,
        agreements=frame("agreements", agreements),
        statements=frame("statements", said),
        evidence=pl.concat([frames.evidence, frame("evidence", proofs)]),
    )
    more = findings_of(
        frames,
        disagreements=disagreements(frames),
        agreements=agreements_by_time(frames, at=date(2026, 11, 24)),
        gaps=gaps_between(frames),
        ages=age_of_knowledge(frames, Bounds(districts=(_iri("place", "backby"),))),
        district=payload,
        theme=payload,
        answer_cell=payload,
        replies=pl.DataFrame(
            {"about": [_iri("claim", "c1")], "text": [payload], "from": [payload], "date": [payload]},
        ),
    )
    problem = Finding(severity="fault", message=payload, table=payload, row=2, column=payload, remedy=payload)
    return payload, replace(
        more,
        settings=replace(
            more.settings, name=payload, contact=Contact(name=payload, email=payload, post=payload)
        ),
        coverage_sentences=[payload],
        problems=[problem],
        graph_argument=payload,
        version=payload,
        digest=payload,
        withheld={_iri("actor", "rb"): payload},
    )


@pytest.fixture
def ranked():
    """Return findings where only one actor is withheld."""
    return findings_of(small_city(), withheld={_iri("actor", "stad"): "mer än hälften vilar på egna källor"})
