"""
What each named question must answer, worked by hand.

The answers for Västerås are read from the debate article, paragraph by paragraph; those for the
women from Davis's table; those for Lillstad from the head of ``conftest.py``, for Ådalen from that of ``hand_city.py``. Each is a city, the
arguments, the columns compared and the rows; a column left out of one comparison is in another.
"""

from __future__ import annotations

VLT = "Debatt: Det finns sedan länge bra och fungerande samverkan"
DEEP_SOUTH = "Deep South: A Social Anthropological Study of Caste and Class"
PARTY, OUTSIDE = "skrivet av en part", "inte skrivet av en deltagare"
STATED, IN_PART, PLANNED, INFERRED = "uppgiven", "uppgiven i några fall", "planerad", "härledd"

GROUPS = "De verksamhetsnära ledningsgrupperna"
TASK_FORCE = "Arbetsgruppen för stadsdelsarbete"
EST = "EST, Effektiv Samordning för Trygghet"
MODEL = "Modellen med välfärdsindikatorer och risk- och skyddsfaktorer"
PROGRAMME = "Programmet för social hållbarhet"
AUTHORS = ("Ann-Cathrine Linér", "Mikael Källqvist", "Åsa Sundgren Häggberg")

TOGETHER = "staden tillsammans med Mimer och Polisen arbetar gemensamt enligt modellen EST"
PARTNERSHIP = "i partnerskap med Västerås stad, Mimer och Ikea"
REPRESENTATIVES = "en arbetsgrupp med representanter från staden, Mimer och civilsamhället"
WITH_RESIDENTS = "tillsammans med boende, civilsamhället och näringslivet"
MANAGERS = "som består av chefer från kommunala verksamheter i stadsdelen"
SOME_OF_THEM = "i några av ledningsgrupperna"

WHO = ("actor", "role", "certainty", "scope", "status", "standing", "phrase", "source")
WHAT = ("initiative", "role", "certainty", "scope", "status", "standing", "phrase", "source")
WHERE = ("initiative", "place", "certainty", "scope", "status", "standing", "phrase", "source")
JOINT = ("initiative", "set", "group", "actor", "role", "certainty", "scope", "standing", "phrase", "source")

FIVE_SIXTHS, ONE_SIXTH = str(5 / 6), str(1 / 6)

ANSWERS = {
    "who-leads": [
        # Paragraph 15: "Arbetet leds av Rädda barnen i partnerskap med …".
        (
            "debate",
            {"initiative": "På lika villkor"},
            WHO,
            [
                (
                    "Rädda Barnen", "ledare", STATED, None, "pågående", PARTY,
                    "Arbetet leds av Rädda barnen i partnerskap med Västerås stad", VLT,
                )
            ],
        ),
        # Paragraph 16 says that three work together, and not who leads; paragraph 17 who formed the groups.
        ("debate", {"initiative": "EST"}, ("actor",), []),
        ("debate", {"initiative": "ledningsgrupperna"}, ("actor",), []),
        # A role of the project's own that is narrower than lead.
        ("lillstad", {"initiative": "Torget"}, ("actor", "role"), [("Fritid", "ordförande")]),
        # Two sources, two rows: one by the town itself, one not.
        (
            "lillstad",
            {"initiative": "Samrådet"},
            ("actor", "standing", "phrase"),
            [
                ("Lillstads kommun", OUTSIDE, "kommunen leder"),
                ("Lillstads kommun", PARTY, "vi leder samrådet"),
            ],
        ),
    ],
    "who-takes-part": [
        # Paragraph 17. Mimer sits in some of the groups only.
        (
            "debate",
            {"initiative": GROUPS},
            ("actor", "role", "certainty", "scope", "influence", "status", "standing", "phrase", "source"),
            [
                (
                    "Bostads AB Mimer", "medlem", IN_PART, SOME_OF_THEM, None, "pågående", PARTY,
                    "några av dessa är Mimer representerade", VLT,
                ),
                (
                    "Västerås stad", "medverkande", STATED, None, None, "pågående", PARTY,
                    "har staden också bildat verksamhetsnära ledningsgrupper", VLT,
                ),
                (f"boende ({GROUPS})", "medverkande", STATED, None, None, "pågående", PARTY, WITH_RESIDENTS, VLT),
                (
                    f"chefer från kommunala verksamheter ({GROUPS})",
                    "medlem", STATED, None, None, "pågående", PARTY, MANAGERS, VLT,
                ),
                (f"civilsamhället ({GROUPS})", "medverkande", STATED, None, None, "pågående", PARTY, WITH_RESIDENTS, VLT),
                (f"näringslivet ({GROUPS})", "medverkande", STATED, None, None, "pågående", PARTY, WITH_RESIDENTS, VLT),
            ],
        ),
        # Paragraph 15: residents' influence is a principle; no resident is said to take part.
        (
            "debate",
            {"initiative": "pa-lika-villkor"},
            ("actor", "role"),
            [("Bostads AB Mimer", "partner"), ("IKEA", "partner"), ("Rädda Barnen", "ledare"), ("Västerås stad", "partner")],
        ),
        # Paragraph 16: some report without being said to take part in the work.
        (
            "debate",
            {"initiative": "EST"},
            ("actor", "role", "phrase"),
            [
                ("Bostads AB Mimer", "partner", TOGETHER),
                ("Polisen", "partner", TOGETHER),
                ("Västerås stad", "partner", TOGETHER),
                (
                    f"verksamheter i stadsdelarna ({EST})", "uppgiftslämnare",
                    "bygger på veckovisa rapporter från verksamheter i stadsdelarna",
                ),
            ],
        ),
        # Paragraph 21: the money is planned, and so is the row.
        (
            "debate",
            {"initiative": "Delmospengarna"},
            ("actor", "role", "certainty", "status", "standing"),
            [("Delegationen mot segregation", "finansiär", PLANNED, "planerad", OUTSIDE)],
        ),
        # The first event of Davis's table; the role is the project's own, and has no label in Swedish.
        (
            "southern_women",
            {"initiative": "E1"},
            ("actor", "role", "phrase", "source"),
            [(name, "attended", None, DEEP_SOUTH) for name in ("Brenda Rogers", "Evelyn Jefferson", "Laura Mandeville")],
        ),
        # What no source is given for is shown, and shown to have none.
        (
            "lillstad",
            {"initiative": "Festen"},
            ("actor", "standing", "phrase", "source"),
            [
                ("Butiken", OUTSIDE, "butiken", "Bladets nyhet"),
                ("Hyresbo AB", OUTSIDE, "hyresbo", "Bladets nyhet"),
                ("Lillstads kommun", OUTSIDE, "kommunen", "Bladets nyhet"),
                ("de boende (Festen)", None, None, None),
            ],
        ),
    ],
    "initiatives-of-actor": [
        # Mimer is named in paragraphs 15, 16, 17 and 20, under its short name.
        (
            "debate",
            {"actor": "Mimer"},
            WHAT,
            [
                (TASK_FORCE, "medlem", STATED, None, "pågående", PARTY, REPRESENTATIVES, VLT),
                (GROUPS, "medlem", IN_PART, SOME_OF_THEM, "pågående", PARTY, "några av dessa är Mimer representerade", VLT),
                (EST, "partner", STATED, None, "pågående", PARTY, TOGETHER, VLT),
                ("På lika villkor", "partner", STATED, None, "pågående", PARTY, PARTNERSHIP, VLT),
            ],
        ),
        # Nobody has listed civil society: each initiative has its own, and the question finds them all.
        (
            "debate",
            {"actor": "civilsamhället"},
            ("initiative", "role", "phrase"),
            [(TASK_FORCE, "medlem", REPRESENTATIVES), (GROUPS, "medverkande", WITH_RESIDENTS)],
        ),
        # The city takes part in all but the planned money.
        (
            "debate",
            {"actor": "staden"},
            ("initiative", "role"),
            [
                (TASK_FORCE, "medlem"),
                (GROUPS, "medverkande"),
                (EST, "partner"),
                (MODEL, "ledare"),
                (PROGRAMME, "ledare"),
                ("På lika villkor", "partner"),
                ("Utveckling Bäckby", "medverkande"),
            ],
        ),
        # He is quoted, and takes part in nothing.
        ("debate", {"actor": "Terrence Fell"}, ("initiative",), []),
        ("southern_women", {"actor": "Flora Price"}, ("initiative",), [("E11",), ("E9",)]),
    ],
    "shared-initiatives": [
        (
            "debate",
            {"actor": "Mimer", "other": "Polisen"},
            ("initiative", "set", "participant", "role", "certainty", "scope", "status", "standing", "phrase", "source"),
            [
                (EST, None, name, "partner", STATED, None, "pågående", PARTY, TOGETHER, VLT)
                for name in ("Bostads AB Mimer", "Polisen")
            ],
        ),
        # In the management groups, a set, the two need not sit in the same one.
        (
            "debate",
            {"actor": "civilsamhället", "other": "Mimer"},
            ("initiative", "set", "participant", "certainty"),
            [
                (TASK_FORCE, None, "Bostads AB Mimer", STATED),
                (TASK_FORCE, None, f"civilsamhället ({TASK_FORCE})", STATED),
                (GROUPS, "true", "Bostads AB Mimer", IN_PART),
                (GROUPS, "true", f"civilsamhället ({GROUPS})", STATED),
            ],
        ),
        ("debate", {"actor": "Polisen", "other": "IKEA"}, ("initiative",), []),
        ("debate", {"actor": "Mimer", "other": "Bostads AB Mimer"}, ("initiative",), []),
        # Flora Price and Olivia Carleton were at the same two events and no other.
        (
            "southern_women",
            {"actor": "Flora Price", "other": "Olivia Carleton"},
            ("initiative", "participant"),
            [(event, name) for event in ("E11", "E9") for name in ("Flora Price", "Olivia Carleton")],
        ),
    ],
    "initiatives-in-district": [
        # Paragraph 15. The programme is inferred for the whole city, which says nothing of Bäckby.
        (
            "debate",
            {"district": "Bäckby"},
            WHERE,
            [
                (
                    "På lika villkor", "Bäckby", STATED, None, "pågående", PARTY,
                    "den samverkan som sker på Bäckby inom ramen för På lika villkor", VLT,
                ),
                (
                    "Utveckling Bäckby", "Bäckby", STATED, None, "pågående", PARTY,
                    "På Bäckby finns också fastighetsägarföreningen Utveckling Bäckby", VLT,
                ),
            ],
        ),
        # All that is placed anywhere; of the model the article does not say where.
        (
            "debate",
            {"district": "Västerås"},
            ("initiative", "place", "certainty", "status"),
            [
                (TASK_FORCE, "de mer utsatta stadsdelarna", INFERRED, "pågående"),
                (GROUPS, "de stadsdelar som har större utmaningar", STATED, "pågående"),
                ("Delmospengarna", "de mer utsatta områdena", PLANNED, "planerad"),
                (EST, "de mer utsatta stadsdelarna", STATED, "pågående"),
                (PROGRAMME, "Västerås", INFERRED, "pågående"),
                ("På lika villkor", "Bäckby", STATED, "pågående"),
                ("Utveckling Bäckby", "Bäckby", STATED, "pågående"),
            ],
        ),
        # A group that lists Norr reaches it; one that may hold it, and the town around it, do not.
        (
            "lillstad",
            {"district": "Norr"},
            ("initiative", "place"),
            [("Loppet", "Norr"), ("Samrådet", "Norr"), ("Torget", "båda stadsdelarna")],
        ),
        # What is in a listed member is in the group.
        (
            "lillstad",
            {"district": "båda stadsdelarna"},
            ("initiative", "place", "certainty"),
            [
                ("Loppet", "Norr", STATED),
                ("Loppet", "Söder", PLANNED),
                ("Samrådet", "Norr", STATED),
                ("Torget", "båda stadsdelarna", STATED),
            ],
        ),
    ],
    "actors-in-district": [
        (
            "debate",
            {"district": "Bäckby"},
            ("actor", "initiative", "role", "certainty", "place", "place_certainty", "status", "standing", "phrase"),
            [
                ("Bostads AB Mimer", "På lika villkor", "partner", STATED, "Bäckby", STATED, "pågående", PARTY, PARTNERSHIP),
                ("IKEA", "På lika villkor", "partner", STATED, "Bäckby", STATED, "pågående", PARTY, PARTNERSHIP),
                (
                    "Rädda Barnen", "På lika villkor", "ledare", STATED, "Bäckby", STATED, "pågående", PARTY,
                    "Arbetet leds av Rädda barnen i partnerskap med Västerås stad",
                ),
                ("Västerås stad", "På lika villkor", "partner", STATED, "Bäckby", STATED, "pågående", PARTY, PARTNERSHIP),
                (
                    "Västerås stad", "Utveckling Bäckby", "medverkande", STATED, "Bäckby", STATED, "pågående", PARTY,
                    "lokala fastighetsägare tillsammans med staden planerar för stadsdelens bästa",
                ),
                (
                    "lokala fastighetsägare (Utveckling Bäckby)", "Utveckling Bäckby", "medlem", STATED,
                    "Bäckby", STATED, "pågående", PARTY,
                    "fastighetsägarföreningen Utveckling Bäckby där lokala fastighetsägare",
                ),
            ],
        ),
        # The association takes part in Torget, and is placed in Söder; so it is not in Norr.
        (
            "lillstad",
            {"district": "Norr"},
            ("actor", "initiative", "certainty"),
            [
                ("Butiken", "Loppet", STATED),
                ("Butiken", "Samrådet", STATED),
                ("Fritid", "Torget", STATED),
                ("Hyresbo AB", "Loppet", STATED),
                ("Hyresbo AB", "Samrådet", INFERRED),
                ("Hyresbo AB", "Torget", STATED),
                ("Lillstads kommun", "Loppet", STATED),
                ("Lillstads kommun", "Samrådet", STATED),
                ("Lillstads kommun", "Samrådet", STATED),
                ("Polisen", "Torget", STATED),
                ("de boende (Loppet)", "Loppet", PLANNED),
                ("de boende (Samrådet)", "Samrådet", IN_PART),
                ("de boende (Torget)", "Torget", STATED),
            ],
        ),
        # The residents are whom Mötet is for: they do not work there.
        (
            "lillstad",
            {"district": "ytterområdena"},
            ("actor",),
            [("Butiken",), ("Hyresbo AB",), ("Lillstads kommun",)],
        ),
    ],
    "who-works-on-theme": [
        # Safety: paragraph 15 (På lika villkor) and paragraph 16 (EST).
        (
            "debate",
            {"theme": "trygghet"},
            ("actor", "initiative", "subject", "role", "phrase"),
            [
                ("Bostads AB Mimer", EST, "trygghet", "partner", TOGETHER),
                ("Bostads AB Mimer", "På lika villkor", "trygghet", "partner", PARTNERSHIP),
                ("IKEA", "På lika villkor", "trygghet", "partner", PARTNERSHIP),
                ("Polisen", EST, "trygghet", "partner", TOGETHER),
                (
                    "Rädda Barnen", "På lika villkor", "trygghet", "ledare",
                    "Arbetet leds av Rädda barnen i partnerskap med Västerås stad",
                ),
                ("Västerås stad", EST, "trygghet", "partner", TOGETHER),
                ("Västerås stad", "På lika villkor", "trygghet", "partner", PARTNERSHIP),
                (
                    f"verksamheter i stadsdelarna ({EST})", EST, "trygghet", "uppgiftslämnare",
                    "bygger på veckovisa rapporter från verksamheter i stadsdelarna",
                ),
            ],
        ),
        # Children and young people are whom the model is for: they do not work on it.
        (
            "debate",
            {"theme": "barns och ungas uppväxtvillkor"},
            ("actor", "initiative", "role", "certainty", "status"),
            [("Västerås stad", MODEL, "ledare", STATED, "okänd")],
        ),
        # A theme of the participation's own goes before the initiative's.
        ("lillstad", {"theme": "lek"}, ("actor", "initiative"), [("Föreningen", "Torget")]),
        (
            "lillstad",
            {"theme": "safety"},
            ("actor", "initiative", "subject"),
            [
                ("Butiken", "Samrådet", "nattvandring"),
                ("Fritid", "Torget", "trygghet"),
                ("Hyresbo AB", "Samrådet", "nattvandring"),
                ("Hyresbo AB", "Torget", "trygghet"),
                ("Lillstads kommun", "Samrådet", "nattvandring"),
                ("Lillstads kommun", "Samrådet", "nattvandring"),
                ("Polisen", "Torget", "trygghet"),
                ("de boende (Samrådet)", "Samrådet", "nattvandring"),
                ("de boende (Torget)", "Torget", "trygghet"),
            ],
        ),
    ],
    "actors-of-sector": [
        # Public housing is narrower than property owner. Property owners in general are in no initiative.
        (
            "debate",
            {"sector": "fastighetsägare"},
            ("actor", "own_sector", "initiative", "role"),
            [
                ("Bostads AB Mimer", "allmännyttigt bostadsbolag", TASK_FORCE, "medlem"),
                ("Bostads AB Mimer", "allmännyttigt bostadsbolag", GROUPS, "medlem"),
                ("Bostads AB Mimer", "allmännyttigt bostadsbolag", EST, "partner"),
                ("Bostads AB Mimer", "allmännyttigt bostadsbolag", "På lika villkor", "partner"),
                ("lokala fastighetsägare (Utveckling Bäckby)", "fastighetsägare", "Utveckling Bäckby", "medlem"),
            ],
        ),
        (
            "debate",
            {"sector": "Police"},
            ("actor", "initiative", "certainty", "status", "standing", "phrase", "source"),
            [("Polisen", EST, STATED, "pågående", PARTY, TOGETHER, VLT)],
        ),
    ],
    "joint-initiatives": [
        # Paragraph 17, and only there: På lika villkor and the association in Bäckby name no resident who takes part,
        # EST neither residents nor local actors, the task force no residents.
        (
            "debate",
            {"at": "2021-09-20"},
            JOINT,
            [
                (
                    GROUPS, "true", "boende", f"boende ({GROUPS})", "medverkande", STATED, None, PARTY,
                    WITH_RESIDENTS, VLT,
                ),
                (
                    GROUPS, "true", "lokala aktörer", f"civilsamhället ({GROUPS})", "medverkande", STATED, None, PARTY,
                    WITH_RESIDENTS, VLT,
                ),
                (
                    GROUPS, "true", "lokala aktörer", f"näringslivet ({GROUPS})", "medverkande", STATED, None, PARTY,
                    WITH_RESIDENTS, VLT,
                ),
                (
                    GROUPS, "true", "bostadsbolag", "Bostads AB Mimer", "medlem", IN_PART, SOME_OF_THEM, PARTY,
                    "några av dessa är Mimer representerade", VLT,
                ),
                (
                    GROUPS, "true", "kommunen", "Västerås stad", "medverkande", STATED, None, PARTY,
                    "har staden också bildat verksamhetsnära ledningsgrupper", VLT,
                ),
                (
                    GROUPS, "true", "kommunen", f"chefer från kommunala verksamheter ({GROUPS})", "medlem", STATED, None,
                    PARTY, MANAGERS, VLT,
                ),
            ],
        ),
        ("southern_women", {"at": "1936"}, ("initiative",), []),
        # Torget has the police too, who fill no group, and a unit that counts by its own sector.
        (
            "lillstad",
            {"at": "2016"},
            ("initiative", "set", "group", "actor", "role", "standing"),
            [
                ("Torget", None, "boende", "de boende (Torget)", "medlem", PARTY),
                ("Torget", None, "lokala aktörer", "Föreningen", "partner", PARTY),
                ("Torget", None, "bostadsbolag", "Hyresbo AB", "partner", PARTY),
                ("Torget", None, "kommunen", "Fritid", "ordförande", PARTY),
            ],
        ),
        (
            "lillstad",
            {"at": "2020-05"},
            ("initiative", "group", "actor", "certainty", "scope", "phrase"),
            [
                ("Samrådet", "boende", "de boende (Samrådet)", IN_PART, "vid vissa möten", "boende är med ibland"),
                ("Samrådet", "lokala aktörer", "Butiken", STATED, None, "butiken är med"),
                ("Samrådet", "bostadsbolag", "Hyresbo AB", INFERRED, None, "hyresbo är nog med"),
                ("Samrådet", "kommunen", "Lillstads kommun", STATED, None, "kommunen leder"),
                ("Samrådet", "kommunen", "Lillstads kommun", STATED, None, "vi leder samrådet"),
            ],
        ),
    ],
    "who-disputes": [
        # The article turns against Fell's statement (paragraphs 9, 10 and 22) and against its second half (10).
        (
            "debate",
            {},
            (
                "claim", "kind", "asserted_by", "phrase", "source", "second_hand", "through", "disputed_by",
                "counterclaim", "counter_phrase", "counter_source",
            ),
            [
                (
                    "Det – politiken, samarbetet eller båda – finns inte nu.", "förekomst", "Terrence Fell",
                    "det finns inte i dag", VLT, "true", "; ".join(AUTHORS), "; ".join(AUTHORS),
                    "Kommunen, fastighetsägare, näringsliv, civilsamhälle och boende samverkar.",
                    "samverkan mellan kommunen, fastighetsägare, näringsliv, civilsamhälle och boende", VLT,
                ),
                *(
                    (
                        "Politiken behöver kanske bli ny och samarbetet större, och så är det inte nu.", None,
                        "Terrence Fell", phrase, VLT, "true", "; ".join(AUTHORS), "; ".join(AUTHORS), *counter, VLT,
                    )
                    for phrase in ("det finns inte i dag", "en ny politik och ett ökat samarbete")
                    for counter in (
                        (
                            "Kommunen och andra i staden har länge samverkat väl.",
                            "sedan länge finns en bra och fungerande samverkan",
                        ),
                        (
                            "Politiken och viljan är tydlig: villkoren ska bli jämlika för alla stadsdelars invånare.",
                            "Det finns en tydlig politik och ambition för",
                        ),
                        (
                            "Politiken och viljan är tydlig: villkoren ska bli jämlika för alla stadsdelars invånare.",
                            "invånare i Västerås alla stadsdelar",
                        ),
                        (
                            "Statsvetarens bild stämmer inte med hur det ser ut i stadsdelarna.",
                            "uttalande inte stämmer med hur arbetet och samarbetet ser ut",
                        ),
                    )
                ),
            ],
        ),
        ("southern_women", {}, ("claim",), []),
    ],
    "planned": [
        # Paragraph 21, and nothing else in the article.
        (
            "debate",
            {},
            ("initiative", "status", "actor", "role", "place", "certainty", "standing", "phrase", "source"),
            [
                (
                    "Delmospengarna", "planerad", None, None, None, None, OUTSIDE,
                    "De statliga så kallade Delmospengarna kommer ytterligare förstärka arbetet", VLT,
                ),
                (
                    "Delmospengarna", "planerad", None, None, None, None, OUTSIDE,
                    "kopplas till de verksamhetsnära ledningsgrupperna", VLT,
                ),
                (
                    "Delmospengarna", "planerad", None, None, "de mer utsatta områdena", PLANNED, OUTSIDE,
                    "förstärka arbetet i de mer utsatta områdena", VLT,
                ),
                (
                    "Delmospengarna", "planerad", "Delegationen mot segregation", "finansiär", None, PLANNED, OUTSIDE,
                    "De statliga så kallade Delmospengarna", VLT,
                ),
            ],
        ),
        # Fonden has only planned participations; of Loppet only a participation and a placement are planned.
        (
            "lillstad",
            {},
            ("initiative", "status", "actor", "place", "certainty"),
            [
                ("Fonden", "okänd", None, None, None),
                ("Fonden", "okänd", "Lillstads kommun", None, PLANNED),
                ("Loppet", "okänd", None, "Söder", PLANNED),
                ("Loppet", "okänd", "de boende (Loppet)", None, PLANNED),
                ("Planen", "planerad", None, None, None),
                ("Planen", "planerad", "Butiken", None, STATED),
                ("Planen", "planerad", "Hyresbo AB", None, STATED),
                ("Planen", "planerad", "Lillstads kommun", None, STATED),
                ("Planen", "planerad", "de boende (Planen)", None, STATED),
            ],
        ),
        ("southern_women", {}, ("initiative",), []),
    ],
    "places-not-listed": [
        (
            "debate",
            {},
            ("place", "possible_member", "initiative", "certainty", "scope", "status", "phrase"),
            [
                ("Områdena 4-5", None, None, None, None, None, None),
                ("Västerås alla stadsdelar", None, None, None, None, None, None),
                ("Västerås olika stadsdelar", None, None, None, None, None, None),
                (
                    "de mer utsatta områdena", None, "Delmospengarna", PLANNED, None, "planerad",
                    "förstärka arbetet i de mer utsatta områdena",
                ),
                (
                    "de mer utsatta stadsdelarna", None, TASK_FORCE, INFERRED, "gruppens prioriterade fråga", "pågående",
                    "krokar arm i de mer utsatta stadsdelarna",
                ),
                (
                    "de mer utsatta stadsdelarna", None, EST, STATED, None, "pågående",
                    "Arbetet sker i de mer utsatta stadsdelarna",
                ),
                (
                    "de stadsdelar som har större utmaningar", None, GROUPS, STATED, None, "pågående",
                    "I de stadsdelar som har större utmaningar har staden också bildat",
                ),
                ("stadens olika delar", None, None, None, None, None, None),
            ],
        ),
        (
            "lillstad",
            {},
            ("place", "possible_member", "initiative", "standing", "source"),
            [("ytterområdena", "Norr", "Mötet", OUTSIDE, "Bladets nyhet")],
        ),
    ],
    "sources-of-initiative": [
        # EST's evidence: three phrases of its own, two of its participants, one of its place.
        (
            "debate",
            {"initiative": "EST"},
            ("source", "date", "source_scope", "author", "publisher", "standing", "phrases"),
            [(VLT, "2021-10-01?", "exempel", author, "VLT", PARTY, "6") for author in AUTHORS],
        ),
        (
            "southern_women",
            {"initiative": "E14"},
            ("source", "date", "source_scope", "author", "standing", "phrases"),
            [
                (DEEP_SOUTH, "1941", "rapport", author, OUTSIDE, "1")
                for author in ("Allison Davis", "Burleigh B. Gardner", "Mary R. Gardner")
            ],
        ),
        (
            "lillstad",
            {"initiative": "Samrådet"},
            ("source", "author", "publisher", "standing", "phrases"),
            [
                ("Bladets nyhet", "Bladet", None, OUTSIDE, "5"),
                ("Kommunens rapport", "Lillstads kommun", None, PARTY, "2"),
            ],
        ),
    ],
    "initiatives-only-by-parties": [
        # The authors speak for the city and for Mimer, and one of the two is in everything but the planned money.
        # Phrases: of the initiative, its participants and its place; the same phrase is counted once.
        (
            "debate",
            {},
            ("initiative", "status", "sources", "phrases"),
            [
                (TASK_FORCE, "pågående", "1", "6"),  # 4 + 1 + 1
                (GROUPS, "pågående", "1", "6"),  # 2 + 4, the city's own with one of the initiative's, + 1
                (EST, "pågående", "1", "6"),  # 3 + 2 + 1
                (MODEL, "okänd", "1", "3"),  # 3, its participants' among them
                (PROGRAMME, "pågående", "1", "4"),  # 2 + 1 + 1
                ("På lika villkor", "pågående", "1", "5"),  # 3 + 2, its place's among the first
                ("Utveckling Bäckby", "pågående", "1", "4"),  # 2 + 2, its place's among the first
            ],
        ),
        ("lillstad", {}, ("initiative",), [("Torget",)]),
        ("southern_women", {}, ("initiative",), []),
    ],
    "undated-initiatives": [
        # Only the task force has a date: "sedan i våras".
        (
            "debate",
            {},
            ("initiative", "status", "source", "source_date"),
            [
                (GROUPS, "pågående", VLT, "2021-10-01?"),
                ("Delmospengarna", "planerad", VLT, "2021-10-01?"),
                (EST, "pågående", VLT, "2021-10-01?"),
                (MODEL, "okänd", VLT, "2021-10-01?"),
                (PROGRAMME, "pågående", VLT, "2021-10-01?"),
                ("På lika villkor", "pågående", VLT, "2021-10-01?"),
                ("Utveckling Bäckby", "pågående", VLT, "2021-10-01?"),
            ],
        ),
        # A day without a year is a date all the same.
        ("southern_women", {}, ("initiative",), []),
    ],
    "principles-and-aims": [
        (
            "debate",
            {"initiative": "programmet för social hållbarhet"},
            ("kind", "words", "source"),
            [
                ("princip", "framtidstro", VLT),
                ("princip", "jämlika förutsättningar", VLT),
                ("princip", "tillit", VLT),
            ],
        ),
        (
            "debate",
            {"initiative": "pa-lika-villkor"},
            ("kind", "words"),
            [("princip", "delaktighet och inflytande från de boende")],
        ),
        (
            "debate",
            {"initiative": "est"},
            ("kind", "words"),
            [
                ("verksamhet", "gemensamma analyser"),
                ("verksamhet", "planering av insatser"),
                ("verksamhet", "veckovisa rapporter"),
            ],
        ),
        (
            "debate",
            {"initiative": "modell-valfardsindikatorer"},
            ("kind", "words"),
            [
                ("metod", "risk- och skyddsfaktorer för barn och ungas uppväxtvillkor"),
                ("metod", "välfärdsindikatorer"),
                ("mål", "stärka arbetet med mer jämlika förutsättningar"),
            ],
        ),
        (
            "debate",
            {"initiative": "arbetsgrupp-stadsdelsarbete"},
            ("kind", "words"),
            [("mål", "finna hur civilsamhället och staden bäst krokar arm i de mer utsatta stadsdelarna")],
        ),
    ],
    "positions": [
        # The signatures, and paragraph 9 on Fell.
        (
            "debate",
            {},
            ("person", "title", "organisation", "top", "speaks_for", "start", "end", "phrase", "source"),
            [
                (
                    "Ann-Cathrine Linér", "utvecklingsledare", "Förebyggarcentrum", "Västerås stad", "true", None, None,
                    "Utvecklingsledare Förebyggarcentrum", VLT,
                ),
                (
                    "Mikael Källqvist", "vd", "Bostads AB Mimer", "Bostads AB Mimer", "true", None, None,
                    "vd Bostads AB Mimer", VLT,
                ),
                (
                    "Terrence Fell", "universitetslektor i statsvetenskap", "Mälardalens högskola",
                    "Mälardalens högskola", "false", None, None,
                    "universitetslektor i statsvetenskap vid Mälardalens högskola", VLT,
                ),
                (
                    "Åsa Sundgren Häggberg", "verksamhetschef", "Fritid och Förebyggande", "Västerås stad", "true",
                    None, None, "Verksamhetschef Fritid och Förebyggande", VLT,
                ),
            ],
        ),
    ],
    "searches": [
        ("debate", {}, ("date",), []),  # nobody has recorded a search
        (
            "lillstad",
            {},
            (
                "date", "outcome", "place", "theme", "sector", "looked_for", "source", "complete", "from", "to", "terms",
            ),
            [
                (
                    "2021-05", "inget funnet", "Norr", "lek", "alla sektorer", None, "Kommunens rapport", "true",
                    None, None, "lekplats",
                ),
                (
                    "2021-05", "inget funnet", "Söder", "lek", "alla sektorer", None, "Kommunens rapport", "true",
                    None, None, "lekplats",
                ),
                (
                    "2021-06", "funnet", "alla stadsdelar", "alla teman", "alla sektorer", None, "Bladets nyhet",
                    "false", "2015", "2020", None,
                ),
                (
                    "2021-07", "inget funnet", None, None, None, "ett IOP i Norr", "Bladets nyhet", "false", None, None,
                    "IOP",
                ),
            ],
        ),
    ],
    "phrases-with-words": [
        (
            "debate",
            {"words": "KROKAR arm"},
            ("phrase", "source", "where", "speaker", "supports"),
            [
                ("krokar arm i de mer utsatta stadsdelarna", VLT, "par20", None, TASK_FORCE),
                ("på vilket sätt civilsamhället och staden på bästa sätt krokar arm", VLT, "par20", None, TASK_FORCE),
            ],
        ),
        # Fell's words, and which claims they are evidence of.
        (
            "debate",
            {"words": "inte i dag"},
            ("phrase", "where", "speaker", "supports"),
            [
                (
                    "det finns inte i dag", "par9", "Terrence Fell",
                    "Det – politiken, samarbetet eller båda – finns inte nu.",
                ),
                (
                    "det finns inte i dag", "par9", "Terrence Fell",
                    "Politiken behöver kanske bli ny och samarbetet större, och så är det inte nu.",
                ),
            ],
        ),
        ("debate", {"words": "Fryshuset"}, ("phrase",), []),
    ],
    "central-where": [
        # Six initiatives have an actor in a tie-making role: all but Fonden. The shop, Hyresbo and the town are in five each (of
        # these the shop and the town not in Torget; Hyresbo is in Samrådet only by inference), the others in Torget alone.
        # Torget is in both districts, but the association's own place is Söder; Samrådet and Loppet are in Norr (in Söder
        # only planned), Mötet in ytterområdena, Festen in Lillstad; Planen is nowhere. Initiatives have no row.
        (
            "measured_lillstad",
            {"measure": "degree"},
            ("actor", "value", "sector", "district", "place"),
            [
                ("Butiken", FIVE_SIXTHS, "näringsliv", "Norr", "Norr"),
                ("Butiken", FIVE_SIXTHS, "näringsliv", None, "Lillstad"),
                ("Butiken", FIVE_SIXTHS, "näringsliv", None, "ytterområdena"),
                ("Hyresbo AB", FIVE_SIXTHS, "fastighetsägare", "Norr", "Norr"),
                ("Hyresbo AB", FIVE_SIXTHS, "fastighetsägare", "Norr", "båda stadsdelarna"),
                ("Hyresbo AB", FIVE_SIXTHS, "fastighetsägare", "Söder", "båda stadsdelarna"),
                ("Hyresbo AB", FIVE_SIXTHS, "fastighetsägare", None, "Lillstad"),
                ("Hyresbo AB", FIVE_SIXTHS, "fastighetsägare", None, "ytterområdena"),
                ("Lillstads kommun", FIVE_SIXTHS, "kommun", "Norr", "Norr"),
                ("Lillstads kommun", FIVE_SIXTHS, "kommun", None, "Lillstad"),
                ("Lillstads kommun", FIVE_SIXTHS, "kommun", None, "ytterområdena"),
                ("Fritid", ONE_SIXTH, "kommun", "Norr", "båda stadsdelarna"),
                ("Fritid", ONE_SIXTH, "kommun", "Söder", "båda stadsdelarna"),
                ("Föreningen", ONE_SIXTH, "civilsamhälle", "Söder", "Söder"),
                ("Polisen", ONE_SIXTH, "polis", "Norr", "båda stadsdelarna"),
                ("Polisen", ONE_SIXTH, "polis", "Söder", "båda stadsdelarna"),
            ],
        ),
        # A measure of the whole network is no actor's, and nothing is stored of betweenness, nor of the debate.
        ("measured_lillstad", {"measure": "ei_index"}, ("actor",), []),
        ("measured_lillstad", {"measure": "betweenness"}, ("actor",), []),
        ("debate", {"measure": "degree"}, ("actor",), []),
    ],
    "needed-and-not-searched": [
        # By positions: Väster 7/8 and Öster 5/8 have more need than most, Söder 3/8 and Norr 1/8 have not. Nobody has searched
        # Väster at all; in Öster only for play, and nothing was found.
        (
            "needy_adalen",
            {},
            ("need", "district", "theme", "sector", "period", "as_of", "need_chosen"),
            [
                ("0.875", "Väster", "lek", None, None, "2024", "at 2024; need Trångboddhet"),
                ("0.875", "Väster", "trygghet", None, None, "2024", "at 2024; need Trångboddhet"),
                ("0.625", "Öster", "trygghet", None, None, "2024", "at 2024; need Trångboddhet"),
            ],
        ),
        # Where neither is stored nothing is answered, though most cells of the town are not searched.
        ("lillstad", {}, ("district",), []),
    ],
}  # fmt: skip
