"""
Questions nobody prepared: what a stranger asks in SPARQL who knows only the vocabulary's names.

Every answer is read from the debate article. No query looks at how the tables are kept.
"""

from __future__ import annotations

import pyoxigraph as ox
import pytest

DATA = "https://w3id.org/samverkansgraf/data/vasteras/"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
SG = "https://w3id.org/samverkansgraf/ns#"

GROUPS = "De verksamhetsnära ledningsgrupperna"
TASK_FORCE = "Arbetsgruppen för stadsdelsarbete"
EST = "EST, Effektiv Samordning för Trygghet"
MODEL = "Modellen med välfärdsindikatorer och risk- och skyddsfaktorer"
PROGRAMME = "Programmet för social hållbarhet"

SELECTS = {
    "who links arms with Mimer": (
        """SELECT ?name WHERE {
             ?mimer skos:altLabel ?l ; sg:collaboratesWith/skos:prefLabel ?name FILTER(STR(?l) = "Mimer")
           } ORDER BY ?name""",
        [("IKEA",), ("Polisen",), ("Rädda Barnen",), ("Västerås stad",)],
    ),
    "through what two are tied, and on which words": (
        """SELECT DISTINCT ?initiative ?words WHERE {
             ?tie a sg:Tie ; sg:between/skos:prefLabel ?a , ?b ; sg:through ?i ; prov:wasDerivedFrom ?p .
             ?i skos:prefLabel ?initiative .
             ?p a sg:Participation ; org:organization ?i ; sg:evidence/oa:hasSelector/oa:exact ?words .
             FILTER(STR(?a) = "Bostads AB Mimer" && STR(?b) = "Polisen")
           } ORDER BY ?initiative ?words""",
        [(EST, "staden tillsammans med Mimer och Polisen arbetar gemensamt enligt modellen EST")],
    ),
    "how many initiatives each pair shares, the closest first": (
        """SELECT ?a ?b (COUNT(DISTINCT ?i) AS ?shared) WHERE {
             ?tie a sg:Tie ; sg:between ?x , ?y ; sg:through ?i .
             ?x skos:prefLabel ?a . ?y skos:prefLabel ?b FILTER(STR(?a) < STR(?b))
           } GROUP BY ?a ?b ORDER BY DESC(?shared) ?a ?b""",
        # På lika villkor ties four, EST three, the task force the city and Mimer. A set ties nobody.
        [
            ("Bostads AB Mimer", "Västerås stad", "3"),
            ("Bostads AB Mimer", "IKEA", "1"),
            ("Bostads AB Mimer", "Polisen", "1"),
            ("Bostads AB Mimer", "Rädda Barnen", "1"),
            ("IKEA", "Rädda Barnen", "1"),
            ("IKEA", "Västerås stad", "1"),
            ("Polisen", "Västerås stad", "1"),
            ("Rädda Barnen", "Västerås stad", "1"),
        ],
    ),
    "who takes part in anything in Bäckby, by the shortcuts": (
        """SELECT DISTINCT ?name WHERE {
             ?place skos:prefLabel ?l FILTER(STR(?l) = "Bäckby")
             ?actor sg:worksIn ?place ; skos:prefLabel ?name
           } ORDER BY ?name""",
        [
            ("Bostads AB Mimer",),
            ("IKEA",),
            ("Rädda Barnen",),
            ("Västerås stad",),
            ("lokala fastighetsägare (Utveckling Bäckby)",),
        ],
    ),
    "which initiatives are where, and which nowhere": (
        """SELECT ?initiative ?place WHERE {
             ?i a sg:Initiative ; skos:prefLabel ?initiative OPTIONAL { ?i dct:spatial/skos:prefLabel ?place }
           } ORDER BY ?initiative""",
        # The planned money is nowhere yet; of the model the article does not say.
        [
            (TASK_FORCE, "de mer utsatta stadsdelarna"),
            (GROUPS, "de stadsdelar som har större utmaningar"),
            ("Delmospengarna", None),
            (EST, "de mer utsatta stadsdelarna"),
            (MODEL, None),
            (PROGRAMME, "Västerås"),
            ("På lika villkor", "Bäckby"),
            ("Utveckling Bäckby", "Bäckby"),
        ],
    ),
    "who takes part, by the shortcut, in how much": (
        """SELECT ?name (COUNT(DISTINCT ?i) AS ?n) WHERE {
             ?a a org:FormalOrganization ; sg:participatesIn ?i ; skos:prefLabel ?name
           } GROUP BY ?name ORDER BY DESC(?n) ?name""",
        # Delmos is not among them: its part is planned.
        [("Västerås stad", "7"), ("Bostads AB Mimer", "4"), ("IKEA", "1"), ("Polisen", "1"), ("Rädda Barnen", "1")],
    ),
    "in which roles and how surely Mimer takes part": (
        """SELECT ?initiative ?role ?certainty ?scope WHERE {
             ?m skos:prefLabel ?l FILTER(STR(?l) = "Bostads AB Mimer")
             ?p a sg:Participation ; org:member ?m ; org:organization/skos:prefLabel ?initiative ;
               org:role ?r ; sg:certainty ?c
             OPTIONAL { ?p sg:scope ?scope }
             BIND(STRAFTER(STR(?r), "#") AS ?role) BIND(STRAFTER(STR(?c), "#") AS ?certainty)
           } ORDER BY ?initiative""",
        [
            (TASK_FORCE, "Member", "Stated", None),
            (GROUPS, "Member", "StatedInPart", "i några av ledningsgrupperna"),
            (EST, "Partner", "Stated", None),
            ("På lika villkor", "Partner", "Stated", None),
        ],
    ),
    "who takes part without being tied by it": (
        """SELECT ?name ?role WHERE {
             ?p a sg:Participation ; org:member/skos:prefLabel ?name ; org:role ?r .
             ?r a org:Role ; sg:makesTie false ; skos:prefLabel ?role FILTER(LANG(?role) = "en")
           } ORDER BY ?name""",
        [
            ("Delegationen mot segregation", "funder"),
            (f"barn och unga ({MODEL})", "target group"),
            (f"verksamheter i stadsdelarna ({EST})", "informant"),
        ],
    ),
    "where civil society is, whoever that may be": (
        """SELECT ?initiative WHERE {
             ?c a sg:CollectiveActor ; skos:prefLabel ?l FILTER(STR(?l) = "civilsamhället")
             ?scoped sg:collective ?c . ?p org:member ?scoped ; org:organization/skos:prefLabel ?initiative
           } ORDER BY ?initiative""",
        [(TASK_FORCE,), (GROUPS,)],
    ),
    "which actors are housing or other property owners": (
        """SELECT ?name WHERE {
             ?a sg:sector/skos:broader* sg:PropertyOwner ; skos:prefLabel ?name
             FILTER NOT EXISTS { ?a sg:collective ?general }
           } ORDER BY ?name""",
        [("Bostads AB Mimer",), ("ansvariga bostadsbolag",), ("fastighetsägare",), ("lokala fastighetsägare",)],
    ),
    "which units are Västerås stad's, however deep": (
        """SELECT ?name WHERE {
             ?u a org:OrganizationalUnit ; org:unitOf+ ?city ; skos:prefLabel ?name .
             ?city skos:altLabel ?l FILTER(STR(?l) = "kommunen")
           } ORDER BY ?name""",
        [("Fritid och Förebyggande",), ("Förebyggarcentrum",), ("Kultur-, idrotts- och fritidsförvaltningen",)],
    ),
    "who wrote the source, in what position": (
        """SELECT ?author ?title ?body WHERE {
             ?s a sg:Source ; dct:creator ?a . ?a a foaf:Person ; skos:prefLabel ?author .
             ?p a sg:Position ; org:member ?a ; org:organization/skos:prefLabel ?body ; sg:title ?title
           } ORDER BY ?author""",
        [
            ("Ann-Cathrine Linér", "utvecklingsledare", "Förebyggarcentrum"),
            ("Mikael Källqvist", "vd", "Bostads AB Mimer"),
            ("Åsa Sundgren Häggberg", "verksamhetschef", "Fritid och Förebyggande"),
        ],
    ),
    "what the source is, says of itself and cites": (
        """SELECT ?title ?issued ?scope ?cited WHERE {
             ?s a sg:Source ; dct:title ?title ; dct:issued ?issued ; sg:sourceScope ?scope ; cito:cites/dct:title ?cited
           } ORDER BY ?cited""",
        [
            (
                "Debatt: Det finns sedan länge bra och fungerande samverkan", "2021-10-01?", f"{SG}Examples",
                "Artikel i VLT den 20 september om bostadssegregationen i Västerås (rubriken okänd, inte läst)",
            ),
            (
                "Debatt: Det finns sedan länge bra och fungerande samverkan", "2021-10-01?", f"{SG}Examples",
                "Rapport från Delegationen mot segregation (rubriken okänd, inte läst)",
            ),
        ],
    ),
    "whose words are known through somebody else's text": (
        """SELECT ?who (COUNT(DISTINCT ?e) AS ?phrases) WHERE {
             ?e a sg:Evidence ; sg:speaker/skos:prefLabel ?who ; oa:hasSource/dct:creator ?author
             FILTER NOT EXISTS { ?e oa:hasSource/dct:creator/skos:prefLabel ?who }
           } GROUP BY ?who ORDER BY ?who""",
        # Of the report two phrases; of Fell's first quotation four, of his second two.
        [("Delegationen mot segregation", "2"), ("Terrence Fell", "6")],
    ),
    "what Fell claims and who disputes it": (
        """SELECT DISTINCT ?claim ?by WHERE {
             ?c a sg:Claim ; prov:wasAttributedTo/skos:prefLabel ?who ; sg:text ?claim .
             ?d cito:disputes ?c ; prov:wasAttributedTo/skos:prefLabel ?by
             FILTER(STR(?who) = "Terrence Fell" && LANG(?claim) = "en")
           } ORDER BY ?claim ?by""",
        [
            (claim, author)
            for claim in (
                "It – the policy, the cooperation or both – is not there today.",
                "New policy and more cooperation may be needed, and it is not there today.",
            )
            for author in ("Ann-Cathrine Linér", "Mikael Källqvist", "Åsa Sundgren Häggberg")
        ],
    ),
    "which of Fell's claims nobody answers": (
        """SELECT ?claim ?kind WHERE {
             ?c a sg:Claim ; prov:wasAttributedTo/skos:prefLabel ?who ; sg:text ?claim
             FILTER(STR(?who) = "Terrence Fell" && LANG(?claim) = "sv")
             FILTER NOT EXISTS { ?d cito:disputes ?c }
             OPTIONAL { ?c sg:claimKind/skos:prefLabel ?kind FILTER(LANG(?kind) = "sv") }
           } ORDER BY ?claim""",
        [
            ("Det kan krävas en annan politik och att boende, lokala aktörer, bostadsbolag och kommun samarbetar mer.", "norm"),
            ("Områdena 4-5 kommer att bli mer avskilda och få mer tjänster och välfärd.", "prognos"),
        ],
    ),
    "of what parts the authors' main claim is, and their kinds": (
        """SELECT ?text ?kind WHERE {
             ?part dct:isPartOf ?whole ; sg:text ?text ; sg:claimKind ?k . ?whole cito:disputes ?other
             BIND(STRAFTER(STR(?k), "#") AS ?kind) FILTER(LANG(?text) = "en")
           } ORDER BY ?kind""",
        [
            ("The cooperation has gone on for a long time.", "Duration"),
            (
                "The municipality, property owners, business, civil society and residents work together.",
                "Existence",
            ),
            ("The cooperation is found in different parts of the city.", "Extent"),
            ("The cooperation is good and works.", "Quality"),
        ],
    ),
    "what had surely begun by the summer of 2021": (
        """SELECT ?initiative ?said WHERE {
             ?i a sg:Initiative ; skos:prefLabel ?initiative ; sg:start ?said ; sg:startLatest ?latest
             FILTER(?latest < "2021-06-01"^^xsd:date)
           }""",
        [(TASK_FORCE, "2021-21?")],
    ),
    "what may have begun in April 2021 but is not dated to it": (
        """SELECT ?initiative WHERE {
             ?i a sg:Initiative ; skos:prefLabel ?initiative ; sg:startEarliest ?from ; sg:startLatest ?to
             FILTER(?from <= "2021-04-01"^^xsd:date && ?to >= "2021-04-30"^^xsd:date)
           }""",
        [(TASK_FORCE,)],
    ),
    "how much evidence of each standing each initiative has": (
        """SELECT ?initiative ?standing (COUNT(DISTINCT ?e) AS ?n) WHERE {
             ?s a sg:Standing ; sg:ofEvidence ?e ; sg:forInitiative/skos:prefLabel ?initiative ; sg:standing ?k
             BIND(STRAFTER(STR(?k), "#") AS ?standing)
           } GROUP BY ?initiative ?standing ORDER BY ?initiative""",
        # One or other of those the authors speak for is in all but the planned money.
        [
            (TASK_FORCE, "ByAParty", "6"),
            (GROUPS, "ByAParty", "6"),
            ("Delmospengarna", "Independent", "4"),
            (EST, "ByAParty", "6"),
            (MODEL, "ByAParty", "3"),
            (PROGRAMME, "ByAParty", "4"),
            ("På lika villkor", "ByAParty", "5"),
            ("Utveckling Bäckby", "ByAParty", "4"),
        ],
    ),
    "which groups of districts nobody has listed": (
        """SELECT ?name WHERE {
             ?g a sg:DistrictGroup ; sg:enumerated false ; skos:prefLabel ?name
             FILTER NOT EXISTS { ?g sg:groupMember|sg:possibleMember ?any }
           } ORDER BY ?name""",
        [
            ("Områdena 4-5",),
            ("Västerås alla stadsdelar",),
            ("Västerås olika stadsdelar",),
            ("de mer utsatta områdena",),
            ("de mer utsatta stadsdelarna",),
            ("de stadsdelar som har större utmaningar",),
            ("stadens olika delar",),
        ],
    ),
    "which district is in what": (
        """SELECT ?name ?in WHERE {
             ?d a sg:District ; geo:sfWithin/skos:prefLabel ?in ; skos:prefLabel ?name
           } ORDER BY ?name""",
        [("Bäckby", "Västerås")],
    ),
    "how initiatives hang together": (
        """SELECT ?a ?relation ?b WHERE {
             ?x a sg:Initiative ; ?p ?y ; skos:prefLabel ?a . ?y a sg:Initiative ; skos:prefLabel ?b
             BIND(STRAFTER(STR(?p), "#") AS ?relation)
           } ORDER BY ?a ?b""",
        [
            (GROUPS, "linkedTo", "Delmospengarna"),
            ("Delmospengarna", "linkedTo", GROUPS),
            (MODEL, "linkedTo", PROGRAMME),
            (PROGRAMME, "linkedTo", MODEL),
        ],
    ),
    "on which principles the work is said to rest, and what is done in it": (
        """SELECT ?initiative ?words WHERE {
             ?i a sg:Initiative ; skos:prefLabel ?initiative ; sg:principle|sg:method ?words
           } ORDER BY ?initiative ?words""",
        [
            (MODEL, "risk- och skyddsfaktorer för barn och ungas uppväxtvillkor"),
            (MODEL, "välfärdsindikatorer"),
            (PROGRAMME, "framtidstro"),
            (PROGRAMME, "jämlika förutsättningar"),
            (PROGRAMME, "tillit"),
            ("På lika villkor", "delaktighet och inflytande från de boende"),
        ],
    ),
    "which initiatives are about safety, and of what sort they are": (
        """SELECT ?initiative ?sort ?kind WHERE {
             ?t skos:prefLabel "safety"@en . ?i dct:subject ?t ; skos:prefLabel ?initiative
             OPTIONAL { ?i dct:type/skos:prefLabel ?sort FILTER(LANG(?sort) = "en") }
             OPTIONAL { ?i sg:activityKind/skos:prefLabel ?kind FILTER(LANG(?kind) = "en") }
           } ORDER BY ?initiative""",
        [(EST, "method", "coordinates"), ("På lika villkor", None, None)],
    ),
    "which initiatives are sets, and which only planned": (
        """SELECT ?initiative ?status WHERE {
             ?i a sg:Initiative ; skos:prefLabel ?initiative ; sg:status ?s BIND(STRAFTER(STR(?s), "#") AS ?status)
             FILTER(EXISTS { ?i sg:isSet true } || ?s IN (sg:StatusPlanned, sg:StatusProposed))
           } ORDER BY ?initiative""",
        [(GROUPS, "StatusActive"), ("Delmospengarna", "StatusPlanned")],
    ),
    "which graph says that anybody takes part": (
        """SELECT ?graph (COUNT(DISTINCT ?p) AS ?n) WHERE { GRAPH ?graph { ?p a sg:Participation } } GROUP BY ?graph""",
        [(f"{DATA}graph/source/vlt-debatt", "23")],
    ),
    "what stands in the derived graph and nowhere else": (
        """SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?s sg:participatesIn|sg:worksIn|sg:collaboratesWith|dct:spatial ?o } }""",
        [(f"{DATA}graph/derived",)],
    ),
    "memberships of any sort, by the ontology's own word for them": (
        """SELECT ?class (COUNT(DISTINCT ?m) AS ?n) WHERE {
             ?m a ?c . ?c rdfs:subClassOf+ org:Membership BIND(STRAFTER(STR(?c), "#") AS ?class)
           } GROUP BY ?class ORDER BY ?class""",
        [("Participation", "23"), ("Position", "4")],
    ),
    "what is said of one source only, by name": (
        """SELECT (COUNT(DISTINCT ?e) AS ?n) FROM <https://w3id.org/samverkansgraf/data/vasteras/graph/source/vlt-debatt>
           WHERE { ?e a sg:Evidence }""",
        [("70",)],
    ),
    "what is said of scope, of those that have any and those that have none": (
        """SELECT ?scope WHERE { ?p a sg:Placement OPTIONAL { ?p sg:scope ?scope } } ORDER BY DESC(?scope)""",
        [("gruppens prioriterade fråga",), *[(None,)] * 6],
    ),
}  # fmt: skip

ASKS = {
    "Mimer and the Police are tied": (
        """ASK { ?a sg:collaboratesWith ?b . ?a skos:prefLabel "Bostads AB Mimer"@sv . ?b skos:prefLabel "Polisen"@sv }""",
        True,
    ),
    "the Police and IKEA are tied": (
        """ASK { ?a sg:collaboratesWith ?b . ?a skos:prefLabel "IKEA"@sv . ?b skos:prefLabel "Polisen"@sv }""",
        False,
    ),
    "a tie goes through a set": ("ASK { ?t sg:through/sg:isSet true }", False),
    "a collective is tied": ("ASK { ?c a sg:CollectiveActor ; sg:collaboratesWith ?b }", False),
    "ties go both ways": (
        "ASK { ?a sg:collaboratesWith ?b FILTER NOT EXISTS { ?b sg:collaboratesWith ?a } }",
        False,
    ),
    "the planned money has taken its place": ("ASK { ?i sg:status sg:StatusPlanned ; dct:spatial ?p }", False),
    "anybody takes part in what is planned": ("ASK { ?a sg:participatesIn/sg:status sg:StatusPlanned }", False),
    "residents take part in På lika villkor": (
        """ASK { ?p org:organization ?i ; org:member/sg:sector sg:Residents . ?i skos:prefLabel ?l
                 FILTER(STR(?l) = "På lika villkor") }""",
        False,
    ),
    "anybody is said to decide": ("ASK { ?p sg:influence ?how }", False),
    "anybody has searched": ("ASK { ?s a sg:Search }", False),
    "an amount is known": ("ASK { ?p schema:amount ?a }", False),
    "an owner is known": ("ASK { ?a sg:ownedBy ?b }", False),
    "a participation lacks evidence": (
        "ASK { ?p a sg:Participation FILTER NOT EXISTS { ?p sg:evidence/oa:hasSource/dct:title ?t } }",
        False,
    ),
    "a phrase lacks its place": ("ASK { ?e oa:hasSelector/oa:exact ?x FILTER NOT EXISTS { ?e sg:where ?w } }", False),
    "a standing lacks its initiative": (
        "ASK { ?s a sg:Standing FILTER NOT EXISTS { ?s sg:forInitiative/a sg:Initiative } }",
        False,
    ),
    "a person, place, theme, actor or initiative lacks a name": (
        """ASK { VALUES ?class { foaf:Person org:Organization sg:CollectiveActor sg:Initiative sg:District
                   sg:DistrictGroup skos:Concept }
                 ?x a ?class FILTER NOT EXISTS { ?x skos:prefLabel ?l } }""",
        False,
    ),
    "a link is written one way only": (
        "ASK { ?a sg:linkedTo ?b FILTER NOT EXISTS { ?b sg:linkedTo ?a } }",
        False,
    ),
    "dates are EDTF": (f"ASK {{ ?x sg:start ?d FILTER(DATATYPE(?d) != <{EDTF}>) }}", False),
    "a blank node is anywhere in the city's graphs": (
        f"""ASK {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(isBlank(?s) || isBlank(?o)) FILTER(STRSTARTS(STR(?g), "{DATA}")) }}""",
        False,
    ),
    "public housing is property owners' business": ("ASK { sg:PublicHousing skos:broader sg:PropertyOwner }", True),
}  # fmt: skip

SUBCLASSES = [
    ("sg:Initiative", "org:Organization"),
    ("sg:Participation", "org:Membership"),
    ("sg:Position", "org:Membership"),
    ("sg:CollectiveActor", "foaf:Group"),
    ("sg:District", "dct:Location"),
    ("sg:District", "geo:Feature"),
    ("sg:DistrictGroup", "dct:Location"),
    ("sg:Evidence", "oa:SpecificResource"),
    ("sg:Source", "prov:Entity"),
]


def triples(city, query):
    return list(city.results(query))


@pytest.mark.parametrize("asked", SELECTS)
def test_a_stranger_finds_out(debate, asked):
    query, rows = SELECTS[asked]
    assert debate.query(query).rows() == rows


@pytest.mark.parametrize("claim", ASKS)
def test_a_stranger_may_ask_whether(debate, claim):
    query, holds = ASKS[claim]
    assert debate.query(query).item() == str(holds).lower()


@pytest.mark.parametrize(("narrow", "wide"), SUBCLASSES)
def test_our_classes_are_narrower_than_the_standard_ones(debate, narrow, wide):
    assert debate.query(f"ASK {{ {narrow} rdfs:subClassOf {wide} }}").item() == "true"


def test_a_star_of_who_works_with_whom_can_be_constructed(debate):
    made = triples(
        debate,
        """CONSTRUCT { ?a org:linkedTo ?b } WHERE { ?a sg:collaboratesWith ?b FILTER(STR(?a) < STR(?b)) }""",
    )
    assert len(made) == 8
    assert {made_of.predicate.value for made_of in made} == {"http://www.w3.org/ns/org#linkedTo"}


def test_memberships_as_others_know_them_can_be_constructed(debate):
    made = triples(
        debate,
        """CONSTRUCT { ?who foaf:member ?what } WHERE {
             ?p a sg:Participation ; org:member ?what ; org:organization ?who ; org:role/sg:makesTie true
           }""",
    )
    # 23 participations but for one funder, one informant and one target group; all of distinct pairs.
    assert len(made) == 20


def test_an_initiative_describes_itself(debate):
    described = triples(
        debate,
        """DESCRIBE ?i WHERE { ?i a sg:Initiative ; skos:altLabel ?l FILTER(STR(?l) = "EST") }""",
    )
    assert {triple.subject.value for triple in described} == {f"{DATA}initiative/est"}
    said = {
        (triple.predicate.value.rsplit("/", 1)[-1].rsplit("#", 1)[-1], triple.object.value)
        for triple in described
    }
    assert ("prefLabel", EST) in said
    assert ("status", f"{SG}StatusActive") in said
    assert ("spatial", f"{DATA}place/de-mer-utsatta-stadsdelarna") in said
    assert {value for name, value in said if name == "activity"} == {
        "gemensamma analyser",
        "planering av insatser",
        "veckovisa rapporter",
    }


def test_evidence_is_described_by_the_web_annotation_words(debate):
    found = debate.query_terms(
        """SELECT ?e ?selector ?exact ?where ?source WHERE {
             ?p a sg:Participation ; org:member/skos:prefLabel ?l ; org:role sg:Lead ; sg:evidence ?e
             FILTER(STR(?l) = "Rädda Barnen")
             ?e a sg:Evidence ; oa:hasSource ?source ; oa:hasSelector ?selector ; sg:where ?where .
             ?selector a oa:TextQuoteSelector ; oa:exact ?exact
           }"""
    )
    assert len(found) == 1
    row = found[0]
    assert row["exact"] == ox.Literal(
        "Arbetet leds av Rädda barnen i partnerskap med Västerås stad", language="sv"
    )
    assert row["where"].value == "par15"
    assert row["source"].value == f"{DATA}source/vlt-debatt"
    assert row["selector"].value == f"{row['e'].value}#quote"


def test_a_solution_that_binds_nothing_is_a_row_in_long_answers_too(debate):
    # Of the 70 pieces of evidence 8 have a speaker.
    rows = debate.query(
        "SELECT ?s WHERE { ?a a sg:Evidence . ?b a sg:Evidence . ?c a sg:Evidence OPTIONAL { ?a sg:speaker ?s } }"
    )
    assert rows.height == 70**3
    assert rows["s"].null_count() == 62 * 70**2


def test_addresses_are_made_of_the_words_that_are_promised(debate):
    words = debate.query(
        f"""SELECT DISTINCT ?word WHERE {{
              GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?s), "{DATA}"))
              BIND(STRBEFORE(CONCAT(STRAFTER(STR(?s), "{DATA}"), "/"), "/") AS ?word)
            }} ORDER BY ?word"""
    )["word"]
    assert set(words) - {None} <= {
        "actor", "initiative", "participation", "placement", "agreement", "place", "theme", "source", "evidence",
        "claim", "statement", "search", "position", "observation", "tie", "standing",
        "sector",  # a sector of the project's own
    }  # fmt: skip


def test_a_day_without_a_year_has_no_bounds(southern_women):
    rows = southern_women.query(
        """SELECT ?said ?from WHERE { ?e skos:prefLabel ?l ; sg:start ?said FILTER(STR(?l) = "E1")
             OPTIONAL { ?e sg:startEarliest ?from } }"""
    )
    assert rows.rows() == [("XXXX-06-27", None)]


def test_the_women_who_met_at_two_events_are_found_by_the_shortcut(southern_women):
    # Davis: Flora Price and Olivia Carleton were at the ninth and the eleventh event, and at no other.
    rows = southern_women.query(
        """SELECT ?name (COUNT(?e) AS ?n) WHERE { ?w sg:participatesIn ?e ; skos:prefLabel ?name }
           GROUP BY ?name HAVING(COUNT(?e) = 2) ORDER BY ?name"""
    )
    assert rows.rows() == [
        ("Dorothy Murchison", "2"),
        ("Flora Price", "2"),
        ("Olivia Carleton", "2"),
    ]
    events = southern_women.query(
        """SELECT DISTINCT ?event WHERE { ?w skos:prefLabel ?l ; sg:participatesIn/skos:prefLabel ?event
             FILTER(STR(?l) IN ("Flora Price", "Olivia Carleton")) } ORDER BY ?event"""
    )
    assert events["event"].to_list() == ["E11", "E9"]


def test_a_role_of_a_projects_own_ties_as_it_says(southern_women):
    # Every event had three women or more, and every woman met another.
    tied = southern_women.query("SELECT (COUNT(DISTINCT ?w) AS ?n) WHERE { ?w sg:collaboratesWith ?o }")
    assert tied.item() == "18"
    assert southern_women.query("SELECT (COUNT(?t) AS ?n) WHERE { ?t a sg:Tie }").item() == "139"
