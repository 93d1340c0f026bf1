"""What a build states, derives and leaves out."""

from __future__ import annotations

import random
from datetime import date

import polars as pl
import pyoxigraph as ox
import pytest
from tests.tables.project_files import FILES, changed, written

from samverkansgraf.errors import InputError
from samverkansgraf.graph import build, of_build
from samverkansgraf.graph.sparql import select

BASE = "https://example.org/byn/"


def shuffled(text, seed):
    header, *rows = text.splitlines()
    random.Random(seed).shuffle(rows)
    return "\n".join([header, *rows]) + "\n"


def ask(built, pattern):
    return select(of_build(built).store, f"ASK {{ {pattern} }}")["answer"][0] == "true"


def objects(built, query):
    return sorted(select(of_build(built).store, query).to_series().to_list())


def test_the_same_tables_give_the_same_bytes_whatever_the_order_of_rows(tmp_path):
    once = build(written(tmp_path / "a"))
    again = build(written(tmp_path / "b", **{name.replace(".", "__"): shuffled(text, 7) for name, text in FILES.items() if name in ("participations.csv", "sources.csv", "initiatives.csv")}))  # fmt: skip
    assert once.lines == again.lines
    assert once.digest == again.digest


def test_a_row_given_twice_states_nothing_more(tmp_path):
    twice = FILES["participations.csv"] + FILES["participations.csv"].splitlines()[1] + "\n"
    assert (
        build(written(tmp_path / "a")).lines
        == build(written(tmp_path / "b", participations__csv=twice)).lines
    )


def test_settings_are_part_of_the_digest(tmp_path):
    bounded = FILES["samverkansgraf.toml"] + '[bounds]\ndistricts = ["Norr"]\n'
    once, bound = build(written(tmp_path / "a")), build(written(tmp_path / "b", samverkansgraf__toml=bounded))
    assert once.lines == bound.lines
    assert once.digest != bound.digest


def test_lines_are_n_quads_sorted_by_their_bytes(tmp_path):
    lines = build(written(tmp_path / "a")).lines.splitlines()
    assert lines == sorted(set(lines))
    quads = list(ox.parse(b"\n".join(lines), format=ox.RdfFormat.N_QUADS))
    assert len(quads) == len(lines)
    assert not any(isinstance(term, ox.BlankNode) for quad in quads for term in (quad.subject, quad.object))


def test_what_a_source_says_is_in_its_graph_and_what_nobody_says_in_none(tmp_path):
    unsourced = FILES["participations.csv"] + "Polisen,rad,Member,,,,\n"
    built = build(written(tmp_path / "a", participations__csv=unsourced))
    graphs = "SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?p a sg:Participation ; org:organization <{0}initiative/{1}> }} }}"
    assert objects(built, graphs.format(BASE, "vandring")) == [f"{BASE}graph/source/bladet"]
    assert objects(built, graphs.format(BASE, "rad")) == [
        f"{BASE}graph/source/bladet",
        f"{BASE}graph/unsourced",
    ]


def test_a_collective_is_a_node_of_its_own_in_each_initiative(tmp_path):
    both = FILES["participations.csv"] + "boende,rad,Member,,bladet,par2,boende med\n"
    built = build(written(tmp_path / "a", participations__csv=both))
    members = objects(built, "SELECT ?m WHERE { ?m sg:collective ?general ; sg:sector sg:Residents }")
    assert members == [f"{BASE}actor/boende.rad", f"{BASE}actor/boende.vandring"]
    assert not ask(built, f"?p org:member <{BASE}actor/boende>")
    assert ask(built, f'<{BASE}actor/boende.rad> a sg:CollectiveActor ; skos:prefLabel "boende (Byrådet)"@sv')


def test_ties_are_between_listed_actors_who_share_an_initiative(tmp_path):
    built = build(written(tmp_path / "a"))
    assert ask(built, f"<{BASE}actor/byn> sg:collaboratesWith <{BASE}actor/polisen> . <{BASE}actor/polisen> sg:collaboratesWith <{BASE}actor/byn>")  # fmt: skip
    assert objects(built, "SELECT ?b WHERE { ?t a sg:Tie ; sg:between ?b }") == [
        f"{BASE}actor/byn",
        f"{BASE}actor/polisen",
    ]
    assert objects(built, "SELECT ?i WHERE { ?t sg:through ?i }") == [f"{BASE}initiative/vandring"]
    assert len(objects(built, "SELECT ?p WHERE { ?t prov:wasDerivedFrom ?p }")) == 2


def test_a_set_of_bodies_ties_nobody(tmp_path):
    initiatives = FILES["initiatives.csv"].replace("id,label,", "id,label,set,").replace("Trygghetsvandring,", "Trygghetsvandring,ja,").replace("Byrådet,", "Byrådet,,")  # fmt: skip
    built = build(written(tmp_path / "a", initiatives__csv=initiatives))
    assert not ask(built, "?a sg:collaboratesWith ?b")
    assert ask(built, f"<{BASE}initiative/vandring> sg:isSet true")


def test_ties_may_be_left_out(tmp_path):
    assert not ask(build(written(tmp_path / "a"), ties="none"), "?t a sg:Tie")


def test_shortcuts_leave_out_what_is_planned(tmp_path):
    planned = changed(
        "participations.csv", "Polisen,vandring,partner,StatedInPart", "Polisen,vandring,partner,Planned"
    )
    built = build(written(tmp_path / "a", participations__csv=planned))
    assert not ask(built, f"<{BASE}actor/polisen> sg:participatesIn ?i")
    assert ask(
        built,
        f"<{BASE}actor/byn> sg:participatesIn <{BASE}initiative/vandring> ; sg:worksIn <{BASE}place/norr>",
    )
    assert ask(built, f"<{BASE}initiative/vandring> dct:spatial <{BASE}place/norr>")


def test_dates_get_bounds_that_sparql_can_compare(tmp_path):
    built = build(written(tmp_path / "a"))
    spring = f'<{BASE}initiative/rad> sg:start "2021-21?"^^<http://id.loc.gov/datatypes/edtf/EDTF>'
    assert ask(built, f"{spring} ; sg:startEarliest ?e ; sg:startLatest ?l FILTER(?e = '2021-03-01'^^xsd:date && ?l = '2021-05-31'^^xsd:date)")  # fmt: skip
    assert not ask(built, f"<{BASE}initiative/rad> sg:endLatest ?end")


def test_evidence_is_one_node_for_each_phrase_at_a_place(tmp_path):
    built = build(written(tmp_path / "a"))
    phrases = objects(
        built, "SELECT ?q WHERE { ?e a sg:Evidence ; oa:hasSource ?s ; oa:hasSelector/oa:exact ?q }"
    )
    assert phrases == [
        "boende går",
        "går tillsammans",
        "kommunen leder",
        "polisen med",
        "rådet möts",
        "skolan leder",
    ]
    assert ask(
        built,
        '?e oa:hasSelector ?s . ?s oa:exact "rådet möts"@sv FILTER(STR(?s) = CONCAT(STR(?e), "#quote"))',
    )


def test_notes_stay_in_the_project_unless_published(tmp_path):
    noted = (
        FILES["actors.csv"]
        .replace("part_of\n", "part_of,note,wage\n", 1)
        .replace(",\n", ",,,\n")
        .replace("byn\n", "byn,hemligt,12\n")
    )
    noted = "\n".join(line + "," * (7 - line.count(",")) for line in noted.splitlines()) + "\n"
    assert b"hemligt" not in build(written(tmp_path / "a", actors__csv=noted)).lines
    public = FILES["samverkansgraf.toml"] + '[publish]\ncolumns = ["note"]\n'
    lines = build(written(tmp_path / "b", actors__csv=noted, samverkansgraf__toml=public)).lines
    assert b"hemligt" in lines
    assert b'"12"' not in lines


def test_an_unknown_status_is_said_once_and_not_where_another_row_knows(tmp_path):
    more = "id,label,status,source,where,quote\nrad,Byrådet,,bladet,par2,rådet möts\nrad,Byrådet,ended,bladet,par3,rådet slutade\nvandring,Trygghetsvandring,,bladet,par1,x\n"
    built = build(written(tmp_path / "a", initiatives__csv=more))
    status = "SELECT ?s WHERE {{ <{0}initiative/{1}> sg:status ?s }}"
    assert [s.rsplit("#")[-1] for s in objects(built, status.format(BASE, "rad"))] == ["StatusEnded"]
    assert [s.rsplit("#")[-1] for s in objects(built, status.format(BASE, "vandring"))] == ["StatusUnknown"]


def test_a_fact_is_a_statement_and_a_triple_of_its_source(tmp_path):
    sources = FILES["sources.csv"] + "brev,Ett brev,,2021\n"
    facts = "about,property,value,source,quote\nByrådet,start,2020,bladet,sedan 2020\nByrådet,start,2019,brev,sedan 2019\n"
    initiatives = FILES["initiatives.csv"].replace("2021-21?", "")
    built = build(
        written(tmp_path / "a", facts__csv=facts, sources__csv=sources, initiatives__csv=initiatives)
    )
    starts = "SELECT ?v WHERE { GRAPH ?g { <%sinitiative/rad> sg:start ?v } FILTER(STRENDS(STR(?g), '%s')) }"
    assert objects(built, starts % (BASE, "bladet")) == ["2020"]
    assert objects(built, starts % (BASE, "brev")) == ["2019"]
    assert ask(built, f"?s a sg:Statement ; rdf:subject <{BASE}initiative/rad> ; rdf:predicate sg:start ; sg:evidence/oa:hasSource <{BASE}source/brev>")  # fmt: skip


def test_a_build_with_faulty_tables_gives_nothing(tmp_path):
    with pytest.raises(InputError):
        build(written(tmp_path / "a", actors__csv=""))


def test_where_the_text_is_at_hand_a_phrase_has_its_place_in_it(tmp_path):
    (tmp_path / "texts").mkdir()
    text = "Rubrik\n\nHär går alla\ntillsammans, och kommunen leder.\n"
    (tmp_path / "texts" / "blad.txt").write_text(text, encoding="utf-8")
    changes = {
        "sources__csv": "id,title,author,date,file\nbladet,Bladet skriver,Anna Ek,2020-05-01,blad.txt\n",
        "participations__csv": FILES["participations.csv"].replace(
            "bladet,par1,kommunen leder", "bladet,par2,kommunen leder"
        ),
    }
    folder = written(tmp_path / "a", **changes)
    built = build(folder, texts=tmp_path / "texts")
    start, end = text.index("kommunen leder"), text.index("kommunen leder") + len("kommunen leder")
    at = f"oa:start ?start ; oa:end ?end FILTER(?start = {start} && ?end = {end})"
    assert ask(
        built,
        f'?e oa:hasSelector ?q, ?p . ?q oa:exact "kommunen leder"@sv . ?p a oa:TextPositionSelector ; {at}',
    )
    assert not ask(
        built, '?e oa:hasSelector ?q, ?p . ?q oa:exact "polisen med"@sv . ?p a oa:TextPositionSelector'
    )
    assert ask(built, f"<{BASE}source/bladet> schema:sha256 ?hash")
    assert not ask(build(folder), "?s schema:sha256 ?hash")


def test_where_sources_date_a_thing_differently_the_bounds_span_them_all(tmp_path):
    sources = FILES["sources.csv"] + "brev,Ett brev,,2021\n"
    facts = "about,property,value,source,quote\nByrådet,start,2020,bladet,sedan 2020\nByrådet,start,2018,brev,sedan 2018\n"
    initiatives = FILES["initiatives.csv"].replace("2021-21?", "")
    built = build(
        written(tmp_path / "a", facts__csv=facts, sources__csv=sources, initiatives__csv=initiatives)
    )
    row = built.frames.initiatives.filter(pl.col("label") == "Byrådet").row(0, named=True)
    assert (row["start_earliest"], row["start_latest"]) == (date(2018, 1, 1), date(2020, 12, 31))
    initiative = f"<{BASE}initiative/rad>"
    assert ask(
        built, f"{initiative} sg:startEarliest '2018-01-01'^^xsd:date ; sg:startLatest '2020-12-31'^^xsd:date"
    )
