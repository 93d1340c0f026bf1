"""Organisers of the programme: their names apart, which names are one, and the sector that a rule gives."""
# ruff: noqa: INP001

from __future__ import annotations

import csv
import hashlib
import json
import re
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Final

DECISIONS: Final = Path(__file__).with_name("decisions.csv")
NO_SECTOR: Final = "ej angiven"

#: Persons who organise in their own name are left out. They are known here by the beginning of a SHA-256 only.
PERSONS: Final = frozenset(
    (
        "0b27e038b3fe",
        "21fbc49bcd0d",
        "38cea19b4f67",
        "3a8d71930679",
        "85e0b58c2c91",
        "963c96d8fc28",
        "9a947990e228",
        "a3ab713cc92f",
        "bd324fa2c9f3",
        "d3b0a4d00817",
        "d6208a827632",
        "e771cb8a006e",
        "eff511858810",
    )
)

#: What follows a comma and belongs to the name before it, though it begins with a capital letter.
CONTINUES: Final = frozenset({("samordningsförbundet finsam", "gotland")})

#: Names that the list of agencies knows and that mean another body here, or no agency.
NOT_AGENCIES: Final = frozenset({"aff", "jönköping university", "nordregio", "svenska kyrkan"})

#: A party's name, or the beginning of it, as :func:`key` writes names; its youth leagues and other parts.
PARTIES: Final = (
    "centerpartiet",
    "feministiskt initiativ",
    "kristdemokraterna",
    "landsbygdspartiet",
    "liberalerna",
    "medborgerlig samling",
    "miljöpartiet",
    "moderaterna",
    "piratpartiet",
    "socialdemokraterna",
    "sverigedemokraterna",
    "volt sverige",
    "vänsterpartiet",
    "centerkvinnorna",
    "centerstudenter",
    "grön ungdom",
    "gröna studenter",
    "socialdemokrater för tro",
)
PARTS_OF_PARTIES: Final = frozenset({"cuf", "fi gotland", "fi västerbotten", "kdu", "luf", "muf", "sdu", "ssu"})  # fmt: skip


def one_line(text: str | None) -> str:
    """Return a text in NFC with single spaces and without what cannot be seen."""
    plain = unicodedata.normalize("NFC", text or "").replace("\u00ad", "")
    return " ".join("".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in plain).split())


def key(name: str) -> str:
    """Return what is the same in two spellings: no case, legal form, quotation marks, dashes; & is och."""
    words = re.findall(r"\w+|&|#", name.casefold().replace("(publ)", " "))
    words = ["och" if word == "&" else word for word in words]
    bare = [word for word in words if word not in {"ab", "aktiebolag"}]
    return " ".join(bare or words)


def slug(label: str) -> str:
    """Return an id made of a label."""
    lower = unicodedata.normalize("NFC", label).lower().translate(str.maketrans("åäöé", "aaoe"))
    return (
        re.sub(r"[^a-z0-9]+", "-", lower).strip("-") or "x" + hashlib.sha256(label.encode()).hexdigest()[:8]
    )


def read(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_person(name: str) -> bool:
    """Return whether an organiser is a person who organises in their own name."""
    return hashlib.sha256(key(name).encode()).hexdigest()[:12] in PERSONS


def split(text: str, starts: frozenset[str]) -> list[str]:
    """Split at comma and space; what goes on in lower case is part of the name before it."""
    names: list[str] = []
    for part in (one_line(part).strip(" .,!") for part in text.split(", ")):
        if not part:
            continue
        goes_on = part[0].islower() and key(part) not in starts
        if names and (goes_on or (key(names[-1]), key(part)) in CONTINUES):
            names[-1] += ", " + part
        else:
            names.append(part)
    return names


def apart(name: str, known: frozenset[str]) -> list[str]:
    """Take two organisers with och between them apart where each also stands alone somewhere."""
    for word in (" och ", " samt ", " & ", " and "):
        one, found, other = name.partition(word)
        if found and key(one) in known and key(other) in known:
            return [one.strip(" ("), other.strip(" )")]
    return [name]


def by_hand(decision: str) -> list[tuple[str, str, str]]:
    """Return what no rule finds: names that mean one organiser, or two, each read in the programme; the first is kept."""
    return [(row["a"], row["b"], row["why"]) for row in read(DECISIONS) if row["decision"] == decision]


class Identity:
    """Which names mean one organiser, and why."""

    def __init__(self) -> None:
        self.first: dict[str, str] = {}
        self.why: dict[tuple[str, str], str] = {}

    def of(self, name: str) -> str:
        """Return the key that stands for all keys of the same organiser."""
        found = key(name)
        while self.first.get(found, found) != found:
            found = self.first[found]
        return found

    def same(self, kept: str, other: str, why: str) -> None:
        """Decide that two names mean one."""
        one, two = self.of(kept), self.of(other)
        if one != two:
            self.first[two] = one
        self.why.setdefault((key(kept), key(other)), why)
        self.why.setdefault((key(other), key(kept)), why)


def initials_in(short: str, name: str) -> bool:
    """Return whether the letters of a short form stand in a name in that order, the first one first."""
    letters = iter(name.casefold())
    return short[0].casefold() == name[0].casefold() and all(letter in letters for letter in short.casefold())


def identity(lists: list[list[str]], agencies: dict[str, str]) -> Identity:
    """Decide which names are the same, by the rules that README.md states."""
    made = Identity()
    names = sorted({name for names in lists for name in names})
    known = {key(name) for name in names}
    for name in names:
        if found := re.fullmatch(r"(.+?) \(([A-ZÅÄÖ][^\s()]{1,7})\)", name):
            made.same(found[1], name, "Samma namn med förkortning inom parentes.")
            if key(found[2]) in known and sum(letter.isupper() for letter in found[2]) > 1:
                made.same(found[1], found[2], "Programmet skriver förkortningen inom parentes efter namnet.")
        head, dash, tail = re.sub(" [–—] ", " - ", name).partition(" - ")
        if dash and key(head) in known and key(tail) not in known:
            made.same(head, name, "Samma namn med förklaring efter tankstreck.")
    for short, name in followers(lists):
        made.same(name, short, "Förkortningen står alltid direkt efter namnet i programmet.")
    by_official: dict[str, str] = {}
    for name in names:
        official = agencies.get(name.casefold())
        if official:
            kept = by_official.setdefault(official, name)
            made.same(kept, name, f"Myndighetslistan ger båda namnen till {official}.")
    for kept, other, why in by_hand("same"):
        if key(other) in known:
            made.same(kept, other, why)
    return made


def followers(lists: list[list[str]]) -> list[tuple[str, str]]:
    """Return short forms that never stand anywhere but right after one and the same name."""
    before: dict[str, set[str | None]] = defaultdict(set)
    for names in lists:
        for previous, name in zip([None, *names], names, strict=False):
            before[name].add(previous)
    return sorted(
        (name, previous)
        for name, others in before.items()
        if len(others) == 1
        and (previous := next(iter(others)))
        and re.fullmatch(r"[A-ZÅÄÖ]\w{1,5}", name)
        and len(previous) > 2 * len(name)
        and initials_in(name, previous)
    )


# --- sectors -------------------------------------------------------------------------------------


def agency_names(folder: Path) -> dict[str, str]:
    """Return the official name by every name of an agency, in lower case; short forms of two letters left out."""
    official = json.loads((folder / "merged.json").read_text(encoding="utf-8"))
    names = {name.casefold(): name for name in sorted(official) if name.casefold() not in NOT_AGENCIES}
    with (folder / "matchlist.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if len(row["name"]) > 2 and row["name"] not in NOT_AGENCIES:  # noqa: PLR2004 - ad, av, kb mean much else
                names.setdefault(row["name"].casefold(), row["official_name"])
    return names


UNIVERSITY: Final = re.compile(
    r"(?<!folk)(universitet(?!s-)s?|universitetet|university|högskola|högskolan)\b", re.IGNORECASE
)
RULES: Final = (
    ("Police", re.compile(r"(?i:polismyndigheten|polisens )")),
    ("University", re.compile(r".*?" + UNIVERSITY.pattern, re.IGNORECASE)),
    ("StateAgency", re.compile(r"(?i:länsstyrelse)")),
    ("Municipality", re.compile(r"[\w-]+( [\w-]+)? (?i:kommun|stad)$")),
    ("RegionalAuthority", re.compile(r"Region [A-ZÅÄÖ]|Västra Götalandsregionen$")),
    ("Business", re.compile(r"(.*\W)?(AB|Aktiebolag)(\W|$)")),
    ("Media", re.compile(r"(Tidningen|Tidskriften|Nyhetsmagasinet|Nyhetstidningen) |Sveriges (Radio|Television|Utbildningsradio)")),
    (
        "CivilSociety",
        re.compile(r"(?i:(?!.*(samordningsförbund|kommunalförbund)).*(förening|föreningen|förbund|förbundet|stiftelse|stiftelsen)(?!\w))"),
    ),
)  # fmt: skip


def sector(names: list[str], agencies: dict[str, str]) -> tuple[str, str]:
    """Return the sector that the first rule to hold for any of an organiser's names gives, and the rule."""
    if any(key(name).startswith(PARTIES) or key(name) in PARTS_OF_PARTIES for name in names):
        return "politiskt-parti", "parti"
    for name, rule in RULES[:2]:
        if any(rule.match(each) for each in names):
            return name, name
    officials = {agencies[each.casefold()] for each in names if each.casefold() in agencies}
    if officials:
        if any(UNIVERSITY.search(each) for each in officials):
            return "University", "myndighetslistan (lärosäte)"
        return ("Police" if officials == {"Polismyndigheten"} else "StateAgency"), "myndighetslistan"
    for name, rule in RULES[2:]:
        if any(rule.match(each) for each in names):
            return name, name
    return NO_SECTOR, "ingen regel"
