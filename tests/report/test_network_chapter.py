"""Ranks and indices stand with what moves them, claims of chance with null model, draws and seed, few actors with words."""

from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from samverkansgraf.documents.blocks import Fold, Part, Table, lines_of
from samverkansgraf.measures.communities import Communities
from samverkansgraf.measures.mixing import EITest
from samverkansgraf.measures.null_models import NullComparison, PairTest
from samverkansgraf.report import Groups, document
from samverkansgraf.vocabulary import sg


def _blocks(section):
    for block in section.blocks:
        yield block
        if isinstance(block, Part | Fold):
            yield from _blocks(block)


def _plain(line):
    return "".join(
        part if isinstance(part, str) else str(getattr(part, "text", getattr(part, "number", "")))
        for part in line
    )


def _network(findings, language="sv"):
    return next(one for one in document(findings, language=language).sections if one.name == "network")


def _text(findings, language="sv"):
    return "\n".join(_plain(line) for line in lines_of(_network(findings, language).blocks))


def _cells(findings, caption):
    table = next(
        block
        for block in _blocks(_network(findings))
        if isinstance(block, Table) and block.caption.startswith(caption)
    )
    rows = [[" / ".join(_plain(line) for line in cell.lines) for cell in row] for row in table.rows]
    return list(table.columns), rows


def _uncertain(table, **columns):
    """Return a table of values with the columns of uncertainty, None where not given."""
    floats = ("source_low", "source_high", "initiative_low", "initiative_high", "boot_low", "boot_high")
    numbers = ("rank", "rank_low", "rank_high", "draws", "draws_with_value", "seed")
    given = {
        **{name: pl.lit(columns.get(name), dtype=pl.Float64) for name in floats},
        **{name: pl.lit(columns.get(name), dtype=pl.Int64) for name in numbers},
        "most_moved_by": pl.lit(columns.get("most_moved_by"), dtype=pl.String),
    }
    return table.with_columns(**given)


def _density(**columns):
    table = pl.DataFrame(
        {"measure": ["density_two_mode"], "value": [0.4], "low": [0.4], "high": [0.5], "reason": [None]},
        schema_overrides={"reason": pl.String},
    )
    return _uncertain(table, draws=200, seed=7, **columns)


@pytest.fixture
def two_sources(findings):
    """Return findings whose network rests on two sources."""
    frames = findings.frames
    sources = pl.Series(
        [["x"], ["y"], *frames.participations["sources"].to_list()[2:]], dtype=pl.List(pl.String)
    )
    return replace(
        findings, frames=replace(frames, participations=frames.participations.with_columns(sources=sources))
    )


# --- the whole network ---------------------------------------------------------------------------


def test_an_index_stands_with_certainty_sources_initiatives_and_draws(two_sources):
    whole = _density(source_low=0.3, source_high=0.4, initiative_low=0.2, initiative_high=0.6, boot_low=0.1, boot_high=0.7)  # fmt: skip
    columns, rows = _cells(replace(two_sources, whole=whole), "Mått på nätverket av")
    assert columns[2:] == ["Lägst och högst", "Utan en källa i taget", "Utan ett initiativ i taget", "Omdragna initiativ, 95 %"]  # fmt: skip
    assert rows == [["Täthet", "0,400", "0,400–0,500", "0,300–0,400", "0,200–0,600", "0,100–0,700"]]
    assert "200 gånger (frö 7)" in _text(replace(two_sources, whole=whole))


def test_an_interval_that_misses_its_value_is_not_shown_and_that_is_said(two_sources):
    found = replace(two_sources, whole=_density(boot_low=0.5, boot_high=0.7))
    assert _cells(found, "Mått på nätverket av")[1][0][-1] == ""
    assert "förskjuter måttet: täthet." in _text(found)


def test_a_single_source_is_not_left_out(findings):
    found = replace(findings, whole=_density(boot_low=0.1, boot_high=0.7))
    assert "Utan en källa i taget" not in _cells(found, "Mått på nätverket av")[0]
    assert "Allt vilar på en enda källa, så ingen källa kan tas bort." in _text(found)


def test_a_measure_of_too_few_actors_is_words_and_no_number(findings):
    few = replace(
        findings, little={"density_two_mode": "säger litet om så få aktörer: 3 finns, minst 10 behövs"}
    )
    text = _text(few)
    assert "Täthet: säger litet om så få aktörer: 3 finns, minst 10 behövs." in text
    assert "0,444" not in text
    assert "%" not in text.split("Det som hänger")[0]  # nor in the words


def test_a_measure_that_the_catalogue_lacks_is_shown_by_its_name(findings):
    unknown = pl.DataFrame(
        {"measure": ["brand_new"], "value": [0.25], "low": [0.25], "high": [0.25], "reason": [""]}
    )
    assert _cells(replace(findings, whole=unknown), "Mått på nätverket mellan")[1] == [
        ["brand_new", "0,250", "0,250"]
    ]


def test_density_is_said_as_a_share_of_what_could_be(findings):
    # 0.4444 of the table: 44 %.
    assert (
        "Av alla tänkbara deltaganden, varje aktör i varje initiativ, finns 44\u00a0% i källorna."
        in _text(findings)
    )


# --- chance --------------------------------------------------------------------------------------


def _chance(*rows):
    return pl.DataFrame(
        [
            {
                "measure": measure,
                "null": null,
                "value": value,
                "expected": 0.3,
                "sd": 0.1,
                "z": z,
                "p_value": p,
                "chance_low": 0.2,
                "chance_high": 0.45,
                "reason": None,
                "samples": 200,
                "defined": 200,
                "seed": 7,
            }
            for measure, null, value, z, p in rows
        ],
        schema_overrides={"z": pl.Float64, "reason": pl.String},
    )


def test_higher_lower_and_alike_are_told_apart_by_value_and_p(findings):
    chance = _chance(
        ("robins_alexander", "fixed-degree", 0.5, 3.0, 0.01),
        ("nodf", "fixed-degree", 0.1, -3.0, 0.01),
        ("diameter", "fixed-degree", 0.1, -3.0, 0.01),
        ("mean_distance", "fixed-degree", 0.4, 1.0, 0.3),
        ("nodf", "equiprobable", 0.5, 4.0, 0.01),
    )
    found = replace(findings, chance=chance)
    text = _text(found)
    assert (
        "Samma aktörer möts igen i andra initiativ oftare än väntat; måttet är klustring enligt Robins och Alexander."
        in text
    )
    assert "De som deltar i få initiativ är mer sällan än väntat med" in text
    assert "Lägre än slumpen ger: diameter." in text  # no sentence of its own
    assert "Går inte att skilja från slumpen: medelavstånd." in text
    assert "200 slumpade nätverk (frö 7)" in text
    rows = _cells(found, "Mått på hela nätverket och på slumpade")[1]
    assert [row[-1] for row in rows] == ["högre", "lägre", "lägre", "ingen säker skillnad", "högre"]
    assert rows[0][2:7] == ["0,500", "0,300", "0,200–0,450", "3", "0,010"]


def test_where_random_networks_cannot_differ_no_comparison_is_shown(findings):
    same = replace(findings, chance=_chance(("robins_alexander", "fixed-degree", 0.5, None, 1.0)))
    text = _text(same)
    assert "Nätverket är så litet att ett slumpat nätverk" in text
    assert "slumpade nätverk (200" not in text


def test_of_a_measure_that_says_little_no_comparison_is_shown(findings):
    chance = _chance(
        ("robins_alexander", "fixed-degree", 0.5, 3.0, 0.01), ("nodf", "fixed-degree", 0.5, 3.0, 0.01)
    )
    assert "kapsling" not in _text(replace(findings, chance=chance, little={"nodf": "säger litet"}))


# --- pairs ---------------------------------------------------------------------------------------


def _pair_test(null, p_values, validated, *, attainable=True):
    return PairTest(
        null=null,
        alpha=0.05,
        family=3,
        samples=60 if null == "fixed-degree" else None,
        seed=7 if null == "fixed-degree" else None,
        p_values=np.array(p_values),
        validated=np.array(validated),
        attainable=attainable,
    )


def _tested(findings, verdicts=(False, False), *, attainable=True):
    pairs = findings.pairs.with_columns(
        p_value=pl.Series([0.0001, 0.03]),
        validated=pl.Series(list(verdicts)),
        jaccard=pl.Series([0.5, 0.25]),
        p_bicm=pl.Series([0.4, 0.5]),
        validated_bicm=pl.Series([False, False]),
    )
    tests = {
        "fixed-degree": _pair_test("fixed-degree", [0.0001, 0.03], verdicts, attainable=attainable),
        "bicm": _pair_test("bicm", [0.4, 0.5], [False, False], attainable=False),
    }
    return replace(findings, pairs=pairs, pair_tests=tests)


def test_the_verdict_stands_beside_what_the_sources_say(findings):
    columns, rows = _cells(_tested(findings, (True, False)), "Par av aktörer som")
    assert columns[2:] == ["Antal gemensamma initiativ", "Vikt enligt Newman", "Andel gemensamma (Jaccard)", "Säkert fler än slumpen, antalen precis"]  # fmt: skip
    assert [row[2:] for row in rows] == [["1", "0,500", "0,250", "nej (p = 0,030)"], ["1", "1", "0,500", "ja (p < 0,001)"]]  # fmt: skip
    assert "1 av 2 par aktörer delar säkert fler initiativ än väntat" in _text(
        _tested(findings, (True, False))
    )


def test_none_validated_is_said_not_to_mean_that_nobody_collaborates(findings):
    text = _text(_tested(findings))
    assert "Inget av 2 par aktörer delar säkert fler" in text
    assert "Det betyder inte att de inte samverkar" in text
    assert "Den ena av de två prövningarna hade inte kunnat skilja något par från slumpen" in text


def test_where_no_pair_could_have_been_validated_there_is_no_verdict(findings):
    found = _tested(findings, attainable=False)
    assert _cells(found, "Par av aktörer som")[0][-1] == "Andel gemensamma (Jaccard)"
    assert "nätverket är så litet att inget par hade kunnat skilja sig från slumpen" in _text(found)


def test_pairs_that_were_not_tested_are_said_not_to_be(findings):
    assert "är inte prövat här" in _text(findings)


# --- groups --------------------------------------------------------------------------------------


def _groups(*, p=0.01, ei_p=0.01, ambiguous=0):
    ties = pl.DataFrame({"actor_a": ["a"] * ambiguous})
    return Groups(
        communities=Communities(
            members=pl.DataFrame(
                {
                    "actor": ["a", "b", "c", "d"],
                    "label": ["Mimer", "Polisen", "Ikea", "Ensam"],
                    "group": [1, 1, 2, 3],
                    "share": [1.0, 0.6, 1.0, 1.0],
                }
            ),
            ambiguous=ties,
            modularity=0.4,
            modularity_low=0.4,
            modularity_high=0.4,
            groups=2,
            isolates=1,
            groups_low=2,
            groups_high=3,
            agreement=0.9,
            agreement_low=0.8,
            agreement_high=1.0,
            runs=100,
            seed=7,
            resolution=1.0,
        ),
        communities_chance=NullComparison(
            null="fixed-degree",
            observed=0.4,
            mean=0.2,
            sd=0.05,
            z=4.0,
            p=p,
            low=0.1,
            high=0.3,
            samples=199,
            defined=199,
            seed=7,
        ),
        sectors=EITest(
            observed=-0.2,
            expected=0.5,
            low=0.1,
            high=0.8,
            p_within=ei_p / 2,
            p_between=1.0,
            p_value=ei_p,
            rescaled=-0.2,
            ties=10,
            left_out=1,
            groups=pl.DataFrame(
                {"group": [sg("Police")], "actors": [2], "internal": [6], "external": [4], "ei_index": [-0.2]}
            ),
            permutations=1000,
            seed=7,
        ),
        core=pl.DataFrame({"id": ["a", "b"], "label": ["Mimer", "Polisen"], "core": [True, True]}),
    )


def _core(findings, p):
    rows = pl.DataFrame(
        {
            "measure": ["core_periphery", "core_periphery_p"],
            "value": [0.7, p],
            "low": [0.7, p],
            "high": [0.7, p],
            "reason": [None, None],
        },
        schema=findings.whole.schema,
    )
    return replace(findings, groups=_groups(), whole=pl.concat([findings.whole, rows]))


def test_groups_clearer_than_chance_are_named_with_how_sure_each_place_is(findings):
    found = replace(findings, groups=_groups(ambiguous=3))
    text = _text(found)
    assert "En uppdelning av aktörerna i 2 grupper" in text
    assert "0,200 (0,100–0,300) i 199 slumpade nätverk" in text
    assert "gav 2–3 grupper" in text
    assert "3 samband ligger inom en grupp bara i somliga av sökningarna." in text
    # The lonely actor is no group.
    assert _cells(found, "Grupper av aktörer")[1] == [["1", "2", "Mimer och Polisen (i 60\u00a0% av sökningarna)"], ["2", "1", "Ikea"]]  # fmt: skip


def test_groups_no_clearer_than_chance_are_not_shown(findings):
    text = _text(replace(findings, groups=_groups(p=0.06)))
    assert "Därför visas ingen indelning." in text
    assert "Mimer och Polisen" not in text


def test_ties_within_sectors_are_counted_and_judged_beside_chance(findings):
    # E–I −0.2 of 10 ties: 4 between sectors and 6 within.
    text = _text(replace(findings, groups=_groups()))
    assert "4 av 10 samband mellan aktörer går mellan sektorer (E-I-index −0,200" in text
    assert "1\u202f000 gånger (frö 7)" in text
    assert "möter aktörerna alltså den egna sektorn oftare än slumpen ger." in text
    assert "1 samband med aktörer vars sektor är okänd räknas inte." in text
    assert "Det går inte att skilja från slumpen." in _text(replace(findings, groups=_groups(ei_p=0.2)))


def test_a_core_names_only_actors_that_are_compared(findings):
    found = replace(_core(findings, 0.005), withheld={"a": "en enda källa"})
    text = _text(found)
    assert "Nätverket liknar en kärna med 2 aktörer" in text
    assert "hör dit Polisen." in text
    assert "1 aktör i kärnan nämns inte" in text


def test_a_core_that_chance_gives_too_is_said_to_be_that_and_names_nobody(findings):
    text = _text(replace(_core(findings, 0.3), withheld={}))
    assert "går inte att skilja från vad slumpen ger (överensstämmelse 0,700 av högst 1, p = 0,300)" in text
    assert "Nätverket liknar en kärna" not in text


def test_too_few_actors_are_in_no_groups(findings):
    text = _text(
        replace(findings, little={"modularity": "säger litet om så få aktörer: 3 finns, minst 10 behövs"})
    )
    assert "En sådan indelning säger litet om så få aktörer: 3 finns, minst 10 behövs." in text


# --- ranks ---------------------------------------------------------------------------------------


def test_a_rank_stands_with_the_best_and_worst_it_gets_and_what_moves_it(ranked):
    table = ranked.nodes["degree"]
    source = ranked.frames.sources["source"][0]
    nodes = {"degree": _uncertain(table, rank=2, rank_low=1, rank_high=3, boot_low=0.05, boot_high=0.9, draws=200, seed=7, most_moved_by=source)}  # fmt: skip
    found = replace(ranked, nodes=nodes)
    columns, rows = _cells(found, "Gradtal")
    assert columns == ["Namn", "Plats", "Värde", "Lägst och högst", "Omdragna initiativ, 95 %", "Beror mest på källan"]  # fmt: skip
    assert rows[-1] == ["Rädda Barnen", "2 (1–3)", "0,100", "0,100–0,500", "0,050–0,900", "1"]
    assert "200 dragningar, frö 7" in _text(found)


def test_a_rank_that_nothing_moves_is_one_number(ranked):
    nodes = {"degree": _uncertain(ranked.nodes["degree"], rank=2, rank_low=2, rank_high=2, draws=200, seed=1)}
    assert _cells(replace(ranked, nodes=nodes), "Gradtal")[1][0][1] == "2"


def test_equal_values_are_not_parted_by_the_end_of_the_table(ranked):
    # 3 actors above, 20 with the same value: only the 3 are shown, not some of the 20.
    template = ranked.nodes["degree"].filter(pl.col("kind") == "actor").head(1)
    table = pl.concat(
        [
            template.with_columns(
                id=pl.lit(f"x{number}"),
                label=pl.lit(f"aktör {number:02}"),
                value=pl.lit(0.9 if number < 3 else 0.1),
            )
            for number in range(23)
        ]
    )
    _, rows = _cells(replace(ranked, nodes={"degree": table}), "Gradtal, de 3 högsta")
    assert [row[0] for row in rows] == ["aktör 00", "aktör 01", "aktör 02"]


def test_a_measure_of_nodes_that_says_little_has_no_table(ranked):
    few = replace(ranked, little={"degree": "säger litet om så få aktörer: 2 finns, minst 3 behövs"})
    text = _text(few)
    assert "Gradtal: säger litet om så få aktörer: 2 finns, minst 3 behövs." in text
    assert "Gradtal för varje aktör" not in text
