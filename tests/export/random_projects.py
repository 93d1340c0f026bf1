"""Small random projects that use every table, as texts of files."""

from __future__ import annotations

import csv
import io

from hypothesis import strategies as st

ACTORS = [f"a{n}" for n in range(5)]
INITIATIVES = ["i0", "i1", "i2"]
DISTRICTS = ["d0", "d1", "d2"]
THEMES = ["t0", "t1"]
SOURCES = ["s0", "s1"]

WORDS = st.sampled_from(
    ["går i par", "möte; mat", '"citat"', "rad\nbryts", "åäö É", "+46", "-", "@x", "<b>", "\\n"]
)
DATES = st.sampled_from(["", "2019", "2020-05", "2021-21?", "2018-01-01/.."])
CERTAINTY = st.sampled_from(["", "Stated", "planerat", "StatedInPart", "inferred"])


def several(names):
    return st.lists(st.sampled_from(names), max_size=2, unique=True).map(";".join)


def maybe(strategy):
    return st.one_of(st.just(""), strategy)


PROOF = {
    "source": maybe(st.sampled_from(SOURCES)),
    "where": maybe(st.sampled_from(["p1", "par2"])),
    "quote": maybe(WORDS),
    "speaker": maybe(st.sampled_from(ACTORS)),
}


def of_one_value(figures):
    """Leave out figures that contradict an earlier one of the same source, which no project may hold."""
    first = {}
    return [
        figure
        for figure in figures
        if first.setdefault(_apart_from_value(figure), figure["value"]) == figure["value"]
    ]


def _apart_from_value(figure):
    return tuple(sorted((name, cell) for name, cell in figure.items() if name != "value"))


def rows(most=3, **columns):
    return st.lists(st.fixed_dictionaries(columns), max_size=most)


def things(names, **columns):
    """A row for each name, and the further rows that only add evidence where the table has it."""
    row = st.fixed_dictionaries(columns)
    return st.tuples(*(row for _ in names)).map(
        lambda made: [
            {"id": name, "label": f"Namn {name}", **cells} for name, cells in zip(names, made, strict=True)
        ]
    )


TABLES = {
    "actors": things(
        ACTORS,
        alias=maybe(st.sampled_from(["Ett alias", "=x;y"])).map(lambda text: text.lstrip("=")),
        kind=st.sampled_from(["organisation", "unit", "collective"]),
        sector=st.sampled_from(["polis", "Municipality", "egen"]),
        orgnr=maybe(st.just("212000-2080")),
        in_bounds=st.sampled_from(["", "ja"]),
    ),
    "names": rows(
        actor=st.sampled_from(ACTORS),
        name=st.sampled_from(["Gamla", "Äldre"]),
        **{"from": st.just("1990"), "to": DATES.filter(lambda d: d in ("", "2019"))},
        **PROOF,
    ),
    "initiatives": things(
        INITIATIVES,
        status=st.sampled_from(["", "active", "okänd", "planned"]),
        kind=st.sampled_from(["", "Method", "body"]),
        set=st.sampled_from(["", "ja"]),
        theme=several(THEMES),
        district=several(DISTRICTS),
        start=DATES,
        principle=maybe(WORDS),
        related=several(INITIATIVES),
        **PROOF,
    ),
    "participations": rows(
        6,
        actor=st.sampled_from(ACTORS),
        initiative=st.sampled_from(INITIATIVES),
        role=st.sampled_from(["Lead", "partner", "roll"]),
        certainty=CERTAINTY,
        influence=st.sampled_from(["", "decides"]),
        district=several(DISTRICTS),
        amount=st.sampled_from(["", "1250", "12,5"]),
        currency=st.sampled_from(["", "SEK"]),
        start=DATES,
        **PROOF,
    ),
    "locations": rows(
        initiative=st.sampled_from(INITIATIVES),
        district=st.sampled_from(DISTRICTS),
        certainty=CERTAINTY,
        **PROOF,
    ),
    "districts": things(
        DISTRICTS,
        kind=st.sampled_from(["", "district", "grupp"]),
        population=st.sampled_from(["", "120"]),
        code=maybe(st.just("01")),
    ),
    "themes": things(THEMES, label_en=maybe(st.sampled_from(["one", "two"])), definition=maybe(WORDS)),
    "sources": st.tuples(
        *(
            st.fixed_dictionaries(
                {
                    "id": st.just(s),
                    "title": WORDS,
                    "author": several(ACTORS),
                    "date": DATES,
                    "scope": st.sampled_from(["", "register"]),
                }
            )
            for s in SOURCES
        )
    ).map(list),
    "claims": st.tuples(
        *(
            st.fixed_dictionaries(
                {
                    "id": st.just(f"c{n}"),
                    "text": WORDS,
                    "text_en": maybe(WORDS),
                    "asserted_by": st.sampled_from(["a0", "a1;a2"]),
                    "kind": st.sampled_from(["", "norm"]),
                    "at": DATES,
                    "about": several(["a2", "i0", "d1", "g0"]),
                    "differs_from": several([f"c{other}" for other in range(3) if other != n]),
                    **PROOF,
                }
            )
            for n in range(3)
        )
    ).map(list),
    "facts": rows(
        about=st.sampled_from(INITIATIVES),
        property=st.just("kind"),
        value=st.sampled_from(["Fund", "Event"]),
        certainty=CERTAINTY,
        **PROOF,
    ),
    "searches": rows(
        date=st.just("2024-05-01"),
        outcome=st.sampled_from(["nothing", "hittat"]),
        district=st.sampled_from(["*", "d0", "d0;d1"]),
        theme=st.sampled_from(["*", "t1"]),
        source=maybe(st.sampled_from(SOURCES)),
        sector=st.sampled_from(["", "*", "polis"]),
        looked_for=maybe(WORDS),
        complete=st.sampled_from(["", "ja", "nej"]),
        terms=maybe(WORDS),
    ),
    "indicators": rows(
        district=st.sampled_from(DISTRICTS),
        indicator=st.sampled_from(["Valdeltagande", "valdeltagande!"]),
        period=st.just("2022"),
        value=st.sampled_from(["61,5", "60"]),
        unit=st.sampled_from(["", "%"]),
        source=maybe(st.sampled_from(SOURCES)),
    ).map(of_one_value),
    "geometries": rows(
        district=st.sampled_from(DISTRICTS), wkt=st.sampled_from(["POINT (16.5 59.6)", "POINT (16.6 59.7)"])
    ),
    "coding": rows(
        initiative=st.sampled_from(INITIATIVES),
        theme=st.sampled_from(["t1", "t0;t1"]),
        coder=st.sampled_from(["A", "B"]),
    ),
    "agreements": things(
        ["g0"],
        kind=st.sampled_from(["IOP", "contract"]),
        parties=st.just("a0;a1"),
        initiative=maybe(st.sampled_from(INITIATIVES)),
        amount=st.sampled_from(["", "100"]),
        **PROOF,
    ),
    "positions": rows(
        person=st.just("p0"),
        organisation=st.sampled_from(ACTORS),
        title=WORDS,
        speaks_for=st.sampled_from(["", "ja"]),
        start=DATES,
        **PROOF,
    ),
    "terms": st.just(
        [
            {
                "scheme": "role",
                "label": "Egen roll",
                "id": "roll",
                "label_en": "Own role",
                "makes_tie": "nej",
                "broader": "",
            },
            {
                "scheme": "sector",
                "label": "Egen sektor",
                "id": "egen",
                "label_en": "",
                "makes_tie": "",
                "broader": "polis",
            },
        ]
    ),
    "replies": rows(
        about=st.sampled_from(["c0", "i0"]), text=WORDS, date=st.just("2024"), **{"from": st.just("Någon")}
    ),
}

PERSON = {"id": "p0", "label": "Person", "kind": "person", "sector": ""}


def further(row):
    """A further row of the same thing by another source: evidence and nothing else."""
    return {"id": row["id"], "label": row["label"], "source": "s1", "where": "p9"} if "label" in row else None


@st.composite
def projects(draw):
    """Return file name -> text of a valid project."""
    tables = {name: draw(strategy) for name, strategy in TABLES.items()}
    tables["actors"] = [*tables["actors"], PERSON]
    tables["initiatives"] += [further(row) for row in tables["initiatives"] if draw(st.booleans())]
    for row in tables["initiatives"]:
        row["related"] = ";".join(name for name in row.get("related", "").split(";") if name != row["id"])
    # Which row names a collective made of two is not said, so none is.
    if draw(st.booleans()) and all(row["kind"] != "collective" for row in tables["actors"][:2]):
        tables["same"] = [
            {"a": "a0", "b": "a1", "decision": "same"},
            {"a": "i0", "b": "i1", "decision": "samma"},
        ]
    language = draw(st.sampled_from(["sv", "en"]))
    files = {
        "samverkansgraf.toml": f'name = "Byn"\nbase = "https://example.org/byn/"\nlanguage = "{language}"\n'
    }
    return files | {
        f"{name}.csv": table(made) for name, made in tables.items() if made or name == "participations"
    }


def table(made):
    header = list(dict.fromkeys(column for row in made for column in row)) or ["actor", "initiative", "role"]
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, header, restval="")
    writer.writeheader()
    writer.writerows(made)
    return buffer.getvalue()
