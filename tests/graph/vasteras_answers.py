"""
What the questions must answer from the whole of Västerås, worked by hand from its tables.

Beside each answer stands the number of the fact behind it, as ``data/vasteras/docs/fact_ids.csv`` has it. The same
questions are asked of the debate article alone and of made-up towns, so that nothing holds for one city only.
"""

from __future__ import annotations

DAY = "2026-11-24"
EST = "EST, Effektiv Samordning för Trygghet"
PILOT = "EST, pilot i tre områden"
TELLER = "More surveillance cameras at Bäckby - the police see an effect on the crime"
COOPERATION = "samverkansöverenskommelse"
PLEDGE = "medborgarlöfte"
BOTH = "Polisen; Västerås stad"
LOCAL = "Lokalpolisområde Västerås; Västerås stad"
OF_2017 = "Samverkansöverenskommelse mellan Polisen och Västerås stad 2017"
OF_2019 = "Samverkansöverenskommelse mellan Västerås stad och Lokalpolisområde Västerås 2019–2023"
OF_2023 = "Samverkansöverenskommelse mellan Västerås stad och Lokalpolisområde Västerås 2023"
DAY_CENTRE = "IOP om dagverksamhet, Västerås stad och Västerås Stadsmission"
FAMILY_BOARD = "Individ- och familjenämnden i Västerås"
GROUPS = "De verksamhetsnära ledningsgrupperna"
SAFER_BACKBY = "Satsningen för ett tryggare Bäckby"
YARDS = "Upprustade temagårdar i Bäckby"
FELL_WHOLE = "Politiken behöver kanske bli ny och samarbetet större, och så är det inte nu."
FELL_EXISTENCE = "Det – politiken, samarbetet eller båda – finns inte nu."

DELMOS_GRANT = (
    "ett beviljat bidrag från Delegationen mot segregation till Västerås;"
    " att inget hittades är inte detsamma som att inget fanns"
)

# Question -> arguments, columns, rows: in this order, and no others.
WHOLE = {
    "agreements-between": (
        # V032–V033 (month from the address), V040–V042, V044–V046, V047. The agreement on Bäckby in 2010 (V131) is with
        # "Polisen i Västmanland", of which no source says how it is related to today's. 2023-03-02 to 2023-05-31:
        # 30 days of March, 30 of April, 31 of May.
        {"a": "Västerås stad", "b": "Polisen"},
        ("agreement", "kind", "parties", "start", "end", "previous", "gap_from", "gap_to", "gap_days"),
        [
            ("Medborgarlöften i Västerås 2017", PLEDGE, BOTH, "2017-04?", None, None, None, None, None),
            (OF_2017, COOPERATION, BOTH, "2017-04?", None, None, None, None, None),
            (OF_2019, COOPERATION, LOCAL, "2019-11-06", "2023-03-01", OF_2017, None, None, None),
            (
                "Medborgarlöfte i Västerås 2020–2021", PLEDGE, LOCAL, "2020-11-18", "2021-03-31",
                "Medborgarlöften i Västerås 2017", None, None, None,
            ),
            (
                "Medborgarlöfte i Västerås 2022", PLEDGE, LOCAL, "2022-06?", None,
                "Medborgarlöfte i Västerås 2020–2021", None, None, None,
            ),
            (OF_2023, COOPERATION, LOCAL, "2023-06", None, OF_2019, "2023-03-02", "2023-05-31", "91"),
        ],
    ),
    "agreements-of-kind": (
        # V064–V066, V067–V069, V082, V070–V075, V083–V084 (a draft), V079–V081.
        {"kind": "IOP", "at": DAY},
        ("agreement", "parties", "responsible", "start", "end", "amount", "state"),
        [
            (
                DAY_CENTRE, "Västerås Stadsmission; Västerås stad", None, "2010; 2012", None, None, "slut inte angivet",
            ),
            (
                "IOP om mötesplats för EU-migranter", f"{FAMILY_BOARD}; Västerås Stadsmission", FAMILY_BOARD,
                "2015-01-07", "2015-04-30", "120000", "har löpt ut",
            ),
            (
                "IOP med Lokala Hjälpen 2022–2024", "Lokala Hjälpen; Västerås stad", None, "2022-04-01", "2024-03-31",
                None, "har löpt ut",
            ),
            (
                "IOP Pettersberg",
                "ABF Västerås; Hyresgästföreningen i Västerås; RF-SISU Västmanland; Västerås stad", None,
                "2023-09-01", "2026-08-31", None, "har löpt ut",
            ),
            (
                "IOP med Lokala Hjälpen 2024–2027 (förslag)", "Lokala Hjälpen; Västerås stad",
                "Nämnden för idrott, fritid och förebyggande", "2024-06-01", "2027-05-31", None,
                "föreslagen eller planerad",
            ),
            (
                "IOP med Tjejjouren Ronja", "Tjejjouren Ronja; Västerås stad", None, None, None, "1500000",
                "slut inte angivet",
            ),
        ],
    ),
    "unanswered": (
        # The search log: nine that gave nothing, two that were cut off. Two are about Bäckby; none marks a cell.
        {},
        ("looked_for", "outcome", "place", "complete", "date"),
        [
            ("Fryshuset, BID och Framtid Bäckby i Västerås", "inget funnet", None, "false", "2026-11-23"),
            (
                "arbetsgruppen för stadsdelsarbete, nämnd någonstans utanför debattartikeln", "inget funnet", None,
                "false", "2026-11-23",
            ),
            ("arbetslöshet per stadsdel", "inget funnet", None, "false", "2026-11-23"),
            (
                "de verksamhetsnära ledningsgrupperna, nämnda någonstans utanför debattartikeln", "inget funnet", None,
                "false", "2026-11-23",
            ),
            (
                "ett IOP (idéburet offentligt partnerskap) för Bäckby", "inget funnet", "Bäckby", "false", "2026-11-23",
            ),
            (
                DELMOS_GRANT, "inget funnet", None, "false", "2026-11-23",
            ),
            ("medlemmarna i föreningen Utveckling Bäckby", "inget funnet", "Bäckby", "false", "2026-11-23"),
            ("namnen på stadens 22 statistiska områden", "ofullständig", None, "false", "2026-11-23"),
            ("namnen på stadens 90 stadsdelar", "ofullständig", None, "false", "2026-11-23"),
            (
                "områdestyp enligt Delmos och Boverkets indelning för områden i Västerås", "inget funnet", None,
                "false", "2026-11-23",
            ),
            (
                "polisens listor över utsatta områden 2015, 2017, 2019 och 2023", "inget funnet", None, "false",
                "2026-11-23",
            ),
        ],
    ),
    "owner-groups": (
        # V101 (DEM); actors.csv, part_of and owner; the owners also in facts.csv (A-numbers).
        {},
        ("counted_as", "actor", "relation", "above"),
        [
            (
                "Mälardalens universitet", "Forskargruppen för studier i demokrati, makt och medborgarskap (DEM)",
                "enhet i", "Mälardalens universitet",
            ),
            ("Polisen", "Lokalpolisområde Västerås", "enhet i", "Polisen"),
            ("Västerås stad", "Bostads AB Mimer", "ägs av", "Västerås stad"),
            ("Västerås stad", "Fritid och Förebyggande", "enhet i", "Kultur-, idrotts- och fritidsförvaltningen"),
            ("Västerås stad", "Förebyggarcentrum", "enhet i", "Kultur-, idrotts- och fritidsförvaltningen"),
            ("Västerås stad", "Grundskolenämnden i Västerås", "enhet i", "Västerås stad"),
            ("Västerås stad", FAMILY_BOARD, "enhet i", "Västerås stad"),
            ("Västerås stad", "Kommunstyrelsen i Västerås", "enhet i", "Västerås stad"),
            ("Västerås stad", "Kultur-, idrotts- och fritidsförvaltningen", "enhet i", "Västerås stad"),
            ("Västerås stad", "Mälarenergi", "ägs av", "Västerås stad"),
            ("Västerås stad", "Nämnden för idrott, fritid och förebyggande", "enhet i", "Västerås stad"),
            ("Västerås stad", "Teknik- och fastighetsförvaltningen", "enhet i", "Västerås stad"),
            ("Västerås stad", "Västerås stads arbetsgrupp för social hållbarhet", "enhet i", "Västerås stad"),
        ],
    ),
}  # fmt: skip

# claims.csv, differs_from: what the claims of each matter are about, and how many say something of their own.
DIFFERING = [
    ("Appen för uppföljning, med Bäckby som testområde", 2),  # V003–V006, V014
    ("Bäckby; Polisens områdeskontor i de västra stadsdelarna", 2),  # V036, V038
    ("Delegationen mot segregation", 2),  # V111, V112
    ("För stadens bästa", 2),
    ("Lokala Hjälpen; Lokala Hjälpen för ett hållbart Sverige ekonomisk förening", 2),
    ("LÖK, den lokala överenskommelsen i Västerås", 3),  # V128, V130, A39
    ("Polisen; Polisen i Västmanland; Västerås stad", 3),  # V043, V032, V131
    ("Trygghetsrådet", 2),
    ("Utvecklingen av Bäckby centrum", 3),
    ("Västerås stad; föreningslivet i Västerås", 2),  # A37, A38
]

# Asked of the whole in tests of their own, as only some of their rows are worked by hand.
ALSO = (
    "who-runs",
    "actors-in-several-districts",
    "changes-between",
    "disagreements",
    "claim-groups",
    "age-of-knowledge",
    "unknowns",
)

# Arguments that mean something in each city; agreements and claims are only in some.
ARGUMENTS = {
    "vasteras": {
        "who-runs": {"initiative": "EST"},
        "agreements-between": {"a": "Västerås stad", "b": "Polisen"},
        "agreements-of-kind": {"kind": "IOP", "at": DAY},
        "changes-between": {"from": "2012", "to": "2018"},
        "claim-groups": {"claim": "fell-1b"},
    },
    "debate": {
        "who-runs": {"initiative": "EST"},
        "agreements-between": {"a": "Västerås stad", "b": "Polisen"},
        "agreements-of-kind": {"kind": "IOP", "at": DAY},
        "changes-between": {"from": "2012", "to": "2024"},
        "claim-groups": {"claim": "fell-1b"},
    },
    "avtalstad": {
        "who-runs": {"initiative": "Torget"},
        "agreements-between": {"a": "kommunen", "b": "Polisen"},
        "agreements-of-kind": {"kind": "avtal", "at": "2020"},
        "changes-between": {"from": "2012", "to": "2019"},
        "claim-groups": {"claim": "ja"},
    },
}
