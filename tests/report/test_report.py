"""What a report says, and that it says no more than its sources."""

from dataclasses import fields, replace

import polars as pl
import pytest

from samverkansgraf.documents.blocks import Figure, Fold, Part, Table, lines_of
from samverkansgraf.frames import Frames
from samverkansgraf.report import document, report

LANGUAGES = ("sv", "en")


def _blocks(section):
    for block in section.blocks:
        yield block
        if isinstance(block, Part | Fold):
            yield from _blocks(block)


def _tables(written):
    return [block for section in written.sections for block in _blocks(section) if isinstance(block, Table)]


def _plain(line):
    return "".join(
        part
        if isinstance(part, str)
        else str(getattr(part, "text", getattr(part, "number", getattr(part, "url", ""))))
        for part in line
    )


def _section(findings, name, language="sv"):
    section = next(one for one in document(findings, language=language).sections if one.name == name)
    return section.title + "\n" + "\n".join(_plain(line) for line in lines_of(section.blocks))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["html", "md"])
def test_the_same_findings_give_the_same_bytes(findings, form, language):
    assert report(findings, format=form, language=language) == report(
        findings, format=form, language=language
    )


def test_the_order_of_rows_changes_nothing(findings):
    frames = findings.frames
    shuffled = Frames(**{one.name: getattr(frames, one.name).reverse() for one in fields(frames)})
    turned = replace(
        findings,
        frames=shuffled,
        pairs=findings.pairs.reverse(),
        cutpoints=findings.cutpoints.reverse(),
        unreached=findings.unreached.reverse(),
        problems=findings.problems[::-1],
        withheld=dict(reversed(findings.withheld.items())),
    )
    assert report(turned, format="md", language="sv") == report(findings, format="md", language="sv")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_and_figure_is_followed_by_its_command(findings, language):
    written = document(findings, language=language)
    figures = [block for section in written.sections for block in section.blocks if isinstance(block, Figure)]
    assert len(figures) == 1
    for block in (*_tables(written), *figures):
        assert block.command
        assert block.command.startswith("samverkansgraf -g 'data/småstad' ")
    text = report(findings, format="html", language=language)
    assert text.count('<p class="command">') == len(_tables(written)) + len(figures)


def test_every_table_has_as_many_cells_as_columns(findings):
    for table in _tables(document(findings, language="sv")):
        assert {len(row) for row in table.rows} == {len(table.columns)}


def test_a_claims_coverage_command_names_the_day_of_the_report(findings):
    commands = [table.command for table in _tables(document(findings, language="sv"))]
    assert "samverkansgraf -g 'data/småstad' coverage --by district,theme --at 2026-11-24" in commands


def test_the_first_page_counts_what_is_joint_without_reservation(findings):
    # EST joins the police only "i några av dem", the fund is planned: På lika villkor alone is left.
    text = _section(findings, "brief")
    assert "1 källa beskriver 3 initiativ och namnger 3 aktörer med en roll i dem." in text
    assert "I 1 av 3 initiativ säger källorna utan förbehåll att minst två namngivna aktörer deltar." in text
    assert "1 av initiativen beskrivs bara som planerat." in text


@pytest.mark.parametrize(
    ("language", "words"), [("sv", "1 har ingen undersökt"), ("en", "searched by nobody: 1")]
)
def test_covered_is_never_counted_without_what_nobody_searched(findings, language, words):
    assert words in _section(findings, "brief", language)


def test_planned_is_said_as_planned_and_in_part_as_in_part(findings):
    tables = {table.caption: table for table in _tables(document(findings, language="sv"))}
    fund = tables["Deltagare i Delmospengarna"]
    assert [_plain(line) for line in fund.rows[0][2].lines] == ["planerad"]
    est = tables["Deltagare i EST"]
    assert [_plain(line) for line in est.rows[0][2].lines] == [
        "uppgiven i några fall",
        "gäller: i några av dem",
    ]


def test_what_has_no_evidence_is_said_to_have_no_source(findings):
    fund = next(
        t for t in _tables(document(findings, language="sv")) if t.caption == "Deltagare i Delmospengarna"
    )
    assert _plain(fund.rows[0][3].lines[0]) == "utan källa"


def test_a_phrase_stands_with_its_source_and_place(findings):
    assert "”Arbetet leds av Rädda barnen” \\[1\\], stycke 6" in report(findings, format="md", language="sv")


def test_words_known_at_second_hand_say_through_whom(findings):
    assert "tillskrivet Terrence Fell, känt bara genom Ann-Cathrine Linér" in _section(findings, "claims")
    assert "known only through Ann-Cathrine Linér" in _section(findings, "claims", "en")


def test_a_claim_shows_both_sides_both_answers_and_no_verdict(findings):
    text = _section(findings, "claims")
    assert "Bestrids av: påstående 2 (Ann-Cathrine Linér)" in text
    assert "Vad grafen innehåller om påstående 1" in text
    assert "Utan belägg skrivna av parterna i tvisten gav frågan inga rader." in text
    assert "Kan inte prövas med dessa data." in text
    assert "Rapporten fäller inget omdöme." in text


def test_a_part_of_a_disputed_claim_says_that_the_whole_is_disputed(findings):
    part = replace(findings.claims[1], claim="urn:part", part_of=(findings.claims[0].claim,), disputes=())
    text = _section(replace(findings, claims=[*findings.claims, part]), "claims")
    assert (
        "ingen just denna del, men helheten (påstående 1) bestrids i påstående 2 (Ann-Cathrine Linér)" in text
    )


def test_claims_by_the_same_people_are_named_together(findings):
    reading = replace(
        findings.claims[0],
        disputed_by=tuple((one.claim, ("Linér",)) for one in findings.claims),
    )
    text = _section(replace(findings, claims=[reading, findings.claims[1]]), "claims")
    assert "Bestrids av: påståendena 1 och 2 (Linér)" in text


def test_an_answer_shows_phrases_as_quoted_and_sources_by_number(findings):
    source = findings.frames.sources["title"][0]
    answer = pl.DataFrame({"actor": ["Staden"], "phrase": ["i partnerskap"], "source": [source]})
    reading = replace(findings.claims[0], answer=answer)
    text = report(replace(findings, claims=[reading]), format="md", language="sv")
    assert "| Staden | ”i partnerskap” | \\[1\\] |" in text


def test_the_claims_alone_say_what_the_chapter_says(findings):
    from samverkansgraf.report.claims_text import claims_markdown

    alone = claims_markdown(findings.claims, findings.frames, language="sv")
    whole = report(replace(findings, graph_argument=""), format="md", language="sv")
    chapter = alone.split("\n## Källförteckning")[0]
    assert chapter in whole
    assert alone.startswith("## Påståenden\n")


def test_an_unanswered_question_is_not_a_no(findings):
    silent = replace(findings.claims[0], answer=findings.claims[0].answer.clear())
    text = _section(replace(findings, claims=[silent]), "claims")
    assert "inte att svaret är nej" in text


def test_a_collective_is_called_by_its_general_name_and_as_unlisted(findings):
    table = next(
        t for t in _tables(document(findings, language="sv")) if t.caption == "Deltagare i På lika villkor"
    )
    assert [_plain(line) for line in table.rows[2][0].lines] == ["boende", "grupp som ingen har förtecknat"]


def test_no_actor_is_ranked_where_all_are_withheld(findings):
    text = _section(findings, "network")
    assert "Gradtal" not in text
    assert "Rapporten ordnar inte aktörerna efter hur centrala de är." in text
    assert "Alla aktörer i nätverket: allt som är känt om nätverket kommer från en enda källa." in text
    for word in ("viktigast", "mest central", "rang", "topp"):
        assert word not in report(findings, format="md", language="sv").lower().replace("arrang", "")


def test_a_withheld_actor_is_in_no_order_but_the_others_are(ranked):
    table = next(t for t in _tables(document(ranked, language="sv")) if t.caption.startswith("Gradtal"))
    labels = [_plain(row[0].lines[0]) for row in table.rows]
    assert "Staden" not in labels
    assert labels[-1] == "Rädda Barnen"  # the lowest value, 0.1
    assert "Staden: mer än hälften vilar på egna källor." in _section(ranked, "network")


def test_undefined_is_said_with_its_reason_and_never_as_a_number(findings):
    assert "Inte definierat: inga aktörer är knutna till varandra" in _section(findings, "network")


def test_the_two_mode_numbers_come_first(findings):
    tables = {table.caption: table for table in _tables(document(findings, language="sv"))}
    first, second = "Mått på nätverket av aktörer och initiativ", "Mått på nätverket mellan aktörerna"
    assert [_plain(row[0].lines[0]) for row in tables[first].rows] == ["Täthet", "Antal sammanhängande delar"]
    assert [_plain(row[0].lines[0]) for row in tables[second].rows] == ["Diameter"]
    assert list(tables).index(first) < list(tables).index(second)


def test_the_network_is_those_who_take_part_in_what_is_not_merely_planned(findings):
    # Rädda Barnen, Staden, Polisen; På lika villkor and EST. The planned fund and unlisted residents are not in it.
    assert "Nätverket rymmer 3 aktörer och 2 initiativ." in _section(findings, "network")


def test_ties_are_given_with_owners_apart_and_merged(findings):
    text = _section(findings, "network")
    assert "2 par aktörer är förbundna" in text
    assert "som en enda aktör återstår 1." in text


def test_many_pairs_are_cut_at_a_number_of_shared_initiatives_and_that_is_said(findings):
    # 100 pairs share one initiative and 5 share three: the least threshold that fits is two.
    pairs = pl.DataFrame(
        {
            "actor_a": [f"A{number:03}" for number in range(105)],
            "actor_b": ["B"] * 105,
            "shared": [1] * 100 + [3] * 5,
            "newman": [1.0] * 105,
            "p_value": pl.Series([None] * 105, dtype=pl.Float64),
            "validated": pl.Series([None] * 105, dtype=pl.Boolean),
        },
    )
    text = _section(replace(findings, pairs=pairs), "network")
    assert "Par av aktörer som delar minst 2 initiativ" in text
    assert "Tabellen visar 5 av 105 par aktörer." in text


def test_coverage_cells_carry_their_value_in_words_and_as_a_name_for_the_style(findings):
    table = next(
        t for t in _tables(document(findings, language="sv")) if t.caption.startswith("Täckning efter")
    )
    shown = {cell.look: _plain(cell.lines[0]) for row in table.rows for cell in row[1:]}
    assert shown == {
        "covered": "Belagt",
        "not_searched": "Inte undersökt",
        "none_found": "Inget funnet i dessa källor",
        "indirect": "Bara indirekt belagt",
    }
    none_found = [_plain(line) for line in table.rows[1][1].lines]
    assert none_found == ["Inget funnet i dessa källor", "2 sökningar", "1 initiativ bara indirekt"]


def test_sectors_are_shown_with_all_four_values(findings):
    by_sector = findings.coverage.with_columns(pl.lit("polis").alias("sector")).select(
        "district", "theme", "sector", pl.exclude("district", "theme", "sector")
    )
    table = next(
        t
        for t in _tables(document(replace(findings, coverage_sector=by_sector), language="sv"))
        if t.caption.startswith("Rutor för")
    )
    assert [_plain(cell.lines[0]) for cell in table.rows[0]] == ["polis", "1", "1", "1", "1"]
    assert table.columns[1] == "Inte undersökt"


def test_placed_somewhere_stands_beside_the_table(findings):
    text = _section(findings, "coverage")
    assert "de mer utsatta stadsdelarna" in text
    assert "Initiativ utan angiven plats\nDelmospengarna" in text


def test_a_reply_stands_beside_the_claim_it_concerns(findings):
    replies = pl.DataFrame(
        {
            "about": [findings.claims[0].claim],
            "text": ["Så sa jag inte."],
            "from": ["Fell"],
            "date": ["2026-11-01"],
        }
    )
    assert "Svar: Svar från Fell, 1 november 2026: Så sa jag inte." in _section(
        replace(findings, replies=replies), "claims"
    )


def test_only_measures_that_are_shown_are_defined_and_cited(findings):
    text = _section(findings, "methods")
    assert "10.1016/S0378-8733(96)00301-2" in text
    assert "10.1103/PhysRevE.64.016132" in text
    assert "Seidman" not in text


def test_what_the_data_lack_is_counted_in_the_data(findings):
    text = _section(findings, "methods")
    assert "Initiativ utan uppgift om när de började: 2 av 3." in text
    assert "Ingen sökning är antecknad." in text
    assert "Belägg utan citat" not in text  # none lacks one


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["html", "md"])
def test_a_graph_with_nothing_in_it_gives_a_report_that_says_so(findings, form, language):
    empty = replace(
        findings,
        frames=Frames.of(),
        coverage=pl.DataFrame(),
        whole=pl.DataFrame(),
        pairs=pl.DataFrame(),
        cutpoints=pl.DataFrame(),
        unreached=pl.DataFrame(),
        unplaced=pl.DataFrame(),
        coverage_sentences=[],
        nodes={},
        withheld={},
        claims=[],
        problems=[],
        network_svg=None,
        digest=None,
        graph_argument="",
    )
    text = report(empty, format=form, language=language)
    assert {"sv": "Grafen har inga källor.", "en": "The graph has no sources."}[language] in text
    assert "samverkansgraf query" in text
