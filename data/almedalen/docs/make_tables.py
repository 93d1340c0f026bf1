"""
Make the tables of this project from almedalsdata and myndighetsdata, and print what was counted.

    python data/almedalen/docs/make_tables.py almedalen_events_2009-2015_2021-2023.csv FOLDER_OF_AGENCIES

The first file holds the programme of ten years, without contact persons and speakers; the folder holds
``merged.json`` and ``matchlist.csv``. The tables are written into the project folder; the same files give the same bytes.
"""
# ruff: noqa: INP001, T201

from __future__ import annotations

import csv
import re
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import polars as pl
from organisers import (
    NO_SECTOR,
    PERSONS,
    Identity,
    agency_names,
    apart,
    by_hand,
    identity,
    is_person,
    key,
    one_line,
    read,
    sector,
    slug,
    split,
)

from samverkansgraf.check.duplicates import near_duplicates

if TYPE_CHECKING:
    from collections.abc import Sequence

PROJECT: Final = Path(__file__).resolve().parents[1]
YEARS: Final = ("2021", "2022", "2023")
CODED: Final = "2026-11-24"


class Event(NamedTuple):
    """One event of the programme."""

    id: str
    year: str
    title: str
    organisers: tuple[str, ...]
    themes: tuple[str, ...]
    start: str
    end: str
    description: str


# --- events --------------------------------------------------------------------------------------


def phrase(event: Event) -> str:
    """
    Return opening words of the description: at most twelve, never a whole sentence, no name of a person.

    Names of persons are two neighbouring words with capital letters; addresses and numbers are not quoted either.
    Where no sentence will do, it is opening words of the title.
    """
    for sentence in re.split(r"(?<=[.!?:])\s+", event.description):
        words = sentence.split()
        shown = words[: min(12, len(words) - 1)]
        capitals = [word.lstrip("\"'”’(–-")[:1].isupper() for word in shown]
        named = any(one and two for one, two in pairwise(capitals))
        if len(shown) >= 4 and not named and not re.search(r"[@\d]|www|http|[<>]", " ".join(shown)):  # noqa: PLR2004
            return " ".join(shown).rstrip(",;:–- ")
    words = event.title.split()
    return " ".join(words[: max(1, min(12, len(words) - 1))])


def events_of(rows: list[dict[str, str]], starts: frozenset[str], known: frozenset[str]) -> list[Event]:
    """Return the events of the years chosen; rows with the same year and id are one event."""
    found: dict[str, Event] = {}
    for row in rows:
        if row["year"] not in YEARS:
            continue
        names = [name for part in split(row["organiser"], starts) for name in apart(part, known)]
        event = Event(
            id=f"{row['year']}-{row['id']}",
            year=row["year"],
            title=one_line(row["title"]),
            organisers=tuple(dict.fromkeys(names)),
            themes=tuple(dict.fromkeys(filter(None, (row["topic_1"], row["topic_2"])))),
            start=row["start"],
            end=row["end"],
            description=one_line(row["description"]),
        )
        other = found.setdefault(event.id, event)
        if other != event:
            found[event.id] = other._replace(
                organisers=tuple(dict.fromkeys(other.organisers + event.organisers)),
                themes=tuple(dict.fromkeys(other.themes + event.themes)),
                start=min(other.start, event.start),
                end=max(other.end, event.end),
            )
    return sorted(found.values(), key=lambda event: event.id)


def labels(events: list[Event]) -> dict[str, str]:
    """Return a label for each event: its title, with day and hour, then its number, where titles repeat."""
    made = {event.id: event.title for event in events}
    more = {
        event.id: (f" ({event.start[:16]})", f" ({event.start[:16]}, evenemang {event.id.split('-')[1]})")
        for event in events
    }
    for step in range(2):
        times = Counter(label.casefold() for label in made.values())
        made = {
            event.id: event.title + more[event.id][step]
            if times[made[event.id].casefold()] > 1
            else made[event.id]
            for event in events
        }
    return made


def without(label: str) -> str:
    """Return a label without what could reach a person: addresses of e-mail and numbers of telephones."""
    return re.sub(r"[\w.+-]+@[\w.-]+\w|(?<!\d)(\+46|0)\d{1,3}[- ]?\d{5,}", "[…]", label)


# --- tables --------------------------------------------------------------------------------------


def write(name: str, header: str, rows: Sequence[tuple[str, ...]]) -> None:
    """Write a table."""
    path = PROJECT / f"{name}.csv"
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split(","))
        writer.writerows(rows)


def main() -> None:
    """Read, decide, write, and print the counts."""
    rows, agencies = read(Path(sys.argv[1])), agency_names(Path(sys.argv[2]))
    whole_file(rows)
    starts = frozenset(key(row["organiser"].split(", ")[0]) for row in rows)
    known = frozenset(key(part) for row in rows for part in row["organiser"].split(", ") if part)
    events = events_of(rows, starts, known)
    left_out = sum(is_person(name) for event in events for name in event.organisers)
    lists = [[name for name in event.organisers if not is_person(name)] for event in events]
    same = identity(lists, agencies)
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for names in lists:
        for name in names:
            spellings[same.of(name)][name] += 1
    actors, decisions = write_actors(spellings, same, agencies)
    decisions += [
        (actors[same.of(a)][0], actors[same.of(b)][0], "different", why) for a, b, why in by_hand("different")
    ]
    decisions += write_events(events, lists, actors, same)
    write("same", "a,b,decision,why,by,date", sorted((*row, "samverkansgraf", CODED) for row in decisions))
    write_searches(events, lists, actors, same)
    write_rest(events)
    counts(rows, events, lists, actors, same)
    print(f"persons left out: {left_out} organiser mentions of {len(PERSONS)} persons")


def whole_file(rows: list[dict[str, str]]) -> None:
    """Print the figures of the whole file."""
    per_event = [[part for part in row["organiser"].split(", ") if part] for row in rows]
    keys = Counter((row["year"], row["id"]) for row in rows)
    print(f"whole file: {len(rows)} events, {sum(map(len, per_event))} organisers after the split at ', '")
    print(f"  {len({row['organiser'] for row in rows})} distinct organiser strings, "
          f"{len({part for parts in per_event for part in parts})} distinct parts, "
          f"{sum(', ' in row['organiser'] for row in rows)} events with ', ', "
          f"{sum(',' in row['organiser'] for row in rows)} with ',', {sum(len(p) > 1 for p in per_event)} with several parts")  # fmt: skip
    print(f"  {len({t for row in rows for t in (row['topic_1'], row['topic_2']) if t})} topics, "
          f"{len({row['place'] for row in rows if row['place']})} places, "
          f"{sum(number > 1 for number in keys.values())} repeated keys")  # fmt: skip
    print("  rows per year", dict(sorted(Counter(row["year"] for row in rows).items())))


def write_actors(
    spellings: dict[str, Counter[str]], same: Identity, agencies: dict[str, str]
) -> tuple[dict[str, tuple[str, str]], list[tuple[str, ...]]]:
    """Write actors; return the id and sector of each organiser, and the decisions on spellings."""
    actors: dict[str, tuple[str, str]] = {}
    table: list[tuple[str, ...]] = []
    decisions: list[tuple[str, ...]] = []
    taken: set[str] = set()
    rules: Counter[tuple[str, str]] = Counter()
    for who, names in sorted(spellings.items()):
        ordered = [
            name for name, _ in sorted(names.items(), key=lambda item: (-item[1], -len(item[0]), item[0]))
        ]
        label, others = ordered[0], ordered[1:]
        known, rule = sector(ordered, agencies)
        base = identity_ = slug(label)
        for number in range(2, 100):
            if identity_ not in taken:
                break
            identity_ = f"{base}-{number}"
        taken.add(identity_)
        rules[known, rule] += 1
        actors[who] = (identity_, known)
        table.append((identity_, label, "organisation", known))
        for other in sorted(others):
            why = same.why.get((key(label), key(other))) or next(
                (same.why[pair] for pair in sorted(same.why) if pair[0] == key(other)),
                "Samma namn i annan stavning: versaler, skiljetecken, &/och eller AB.",
            )
            if key(label) == key(other):
                why = "Samma namn i annan stavning: versaler, skiljetecken, &/och eller AB."
            decisions.append((identity_, other, "same", why))
    write("actors", "id,label,kind,sector", sorted(table))
    print(f"actors: {len(table)}, spellings decided to be the same: {len(decisions)}")
    for (known, rule), number in sorted(rules.items()):
        print(f"  {number:5} {known} by {rule}")
    return actors, decisions


def write_events(
    events: list[Event], lists: list[list[str]], actors: dict[str, tuple[str, str]], same: Identity
) -> list[tuple[str, ...]]:
    """Write initiatives and participations; return the decisions on titles that are alike."""
    shown = labels(events)
    initiatives, participations = [], []
    for event, names in zip(events, lists, strict=True):
        source, where = f"program-{event.year}", f"evenemang {event.id.split('-')[1]}"
        themes = ";".join(slug(theme) for theme in event.themes)
        initiatives.append((event.id, without(shown[event.id]), "Event", themes, event.start[:10], event.end[:10],
                            source, where, phrase(event)))  # fmt: skip
        seen: set[str] = set()
        for name in names:
            actor = actors[same.of(name)][0]
            if actor not in seen:
                seen.add(actor)
                quote = " ".join(name.split()[:12])
                participations.append((actor, event.id, "arrangor", "Stated", source, where, quote))
    write("initiatives", "id,label,kind,theme,start,end,source,where,quote", initiatives)
    write("participations", "actor,initiative,role,certainty,source,where,quote", participations)
    print(f"initiatives: {len(initiatives)}, participations: {len(participations)}, "
          f"of titles: {sum(row[1].startswith(row[-1]) for row in initiatives)} phrases")  # fmt: skip
    titles = pl.DataFrame({"id": [row[0] for row in initiatives], "label": [row[1] for row in initiatives]})
    why = "Två evenemang med var sitt nummer i programmet."
    return [(one, other, "different", why) for one, _, other, _ in near_duplicates(titles)]


#: Sectors whose members no list and no form of name tells: who has no sector may well be of these.
OPEN: Final = ("Business", "CivilSociety", "Media")


def write_searches(
    events: list[Event], lists: list[list[str]], actors: dict[str, tuple[str, str]], same: Identity
) -> None:
    """Write what the programme answers: each topic and year, and each sector in it."""
    there: dict[tuple[str, str], set[str]] = defaultdict(set)
    for event, names in zip(events, lists, strict=True):
        found = {actors[same.of(name)][1] for name in names} or {NO_SECTOR}
        found |= {NO_SECTOR} if len(names) < len(event.organisers) else set()
        for theme in event.themes:
            there[event.year, theme] |= found
    sectors = sorted({known for _, known in actors.values()} - {NO_SECTOR})
    table = []
    for year in YEARS:
        for theme in sorted({theme for _, theme in there}):
            found = there.get((year, theme), set())
            common = (year, "*", slug(theme), f"program-{year}", year, year, "samverkansgraf")
            table.append(_search(common, "", "found" if found else "nothing", "yes" if found else ""))
            if found:
                unsure = NO_SECTOR in found
                table += [
                    _search(
                        common,
                        known,
                        "incomplete" if unsure and known in OPEN else "nothing",
                        "" if unsure else "yes",
                    )
                    for known in sectors
                    if known not in found
                ]
    write("searches", "date,outcome,district,theme,source,sector,complete,from,to,by", table)
    print(f"searches: {len(table)}, of them nothing {sum(row[1] == 'nothing' for row in table)}, "
          f"nothing and complete {sum(row[1] == 'nothing' and row[6] == 'yes' for row in table)}")  # fmt: skip


def _search(common: tuple[str, ...], known: str, outcome: str, complete: str) -> tuple[str, ...]:
    _, district, theme, source, since, until, by = common
    return (CODED, outcome, district, theme, source, known, complete, since, until, by)


def write_rest(events: list[Event]) -> None:
    """Write themes, sources and terms."""
    table = []
    for theme in sorted({theme for event in events for theme in event.themes}, key=slug):
        years = sorted({event.year for event in events if theme in event.themes})
        only = "" if len(years) == len(YEARS) else f" Ämnet förekommer här bara {' och '.join(years)}."
        table.append(
            (slug(theme), theme, TOPICS[theme], f"Evenemang som i programmet har ämnet {theme}.{only}")
        )
    write("themes", "id,label,label_en,definition", table)
    write("sources", "id,title,kind,scope,author,publisher,date,url", [
        (f"program-{year}", f"Almedalsveckans officiella program {year}, i sammanställningen almedalsdata", "program",
         "Register", "", "", year, "https://almedalsveckan.info") for year in YEARS
    ])  # fmt: skip
    write("terms", "scheme,id,label,label_en,broader,makes_tie", [
        ("role", "arrangor", "arrangör", "organiser", "", "yes"),
        ("sector", "politiskt-parti", "politiskt parti", "political party", "", ""),
    ])  # fmt: skip


TOPICS: Final = {
    "Annat": "other", "Barn/ungdom": "children and youth", "Besöksnäring": "tourism", "Byggande": "construction",
    "Demokrati": "democracy", "Digitalisering": "digitalisation", "Djur/natur": "animals and nature", "EU": "EU",
    "Ekonomi": "economy", "Energi": "energy", "Forskning": "research", "Hållbarhet": "sustainability",
    "Infrastruktur/kommunikationer": "infrastructure and transport", "Innovation": "innovation",
    "Integration/mångfald": "integration and diversity", "Internationella frågor": "international affairs",
    "Jämställdhet": "gender equality", "Klimat/miljö": "climate and environment",
    "Kommunikation/information": "communication and information", "Kultur": "culture", "Mat": "food",
    "Media/journalistik": "media and journalism", "Mänskliga rättigheter": "human rights",
    "Näringsliv": "business", "Pandemi": "pandemic", "Partiets dag": "day of a party",
    "Partiets halvdag": "half-day of a party", "Regionfrågor": "regional affairs", "Religion": "religion",
    "Rättsväsende/brott": "justice and crime", "Sysselsättning/arbetsmarknad": "employment and labour market",
    "Säkerhet/försvar": "security and defence", "Utbildning": "education", "Vård och omsorg": "health and social care",
    "Yttrandefrihet": "freedom of speech", "Äldre": "older people",
}  # fmt: skip


def counts(
    rows: list[dict[str, str]],
    events: list[Event],
    lists: list[list[str]],
    actors: dict[str, tuple[str, str]],
    same: Identity,
) -> None:
    """Write and print the counts of each year."""
    table = []
    for year in YEARS:
        of_year = [row for row in rows if row["year"] == year]
        pairs = [(event, names) for event, names in zip(events, lists, strict=True) if event.year == year]
        parts = sum(len([part for part in row["organiser"].split(", ") if part]) for row in of_year)
        who = [{actors[same.of(name)][0] for name in names} for _, names in pairs]
        numbers = (len(of_year), len(of_year) - len(pairs), len(pairs), parts, sum(map(len, who)), len(set().union(*who)),
                   sum(len(each) > 1 for each in who))  # fmt: skip
        table.append((year, *map(str, numbers)))
    header = (
        "year,rows,repeated_rows,initiatives,organiser_parts,participations,actors,initiatives_with_several"
    )
    write("docs/counts", header, table)
    print(header, *(",".join(row) for row in table), sep="\n")


if __name__ == "__main__":
    main()
