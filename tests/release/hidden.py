"""
A project in which names hide wherever they can, and a search through the bytes of what is written.

Three persons: Anna Andersson (also Annie Löfqvist, once Anna Bergdahl), Karl-Erik Öberg, Bo Sjögren, and
an organisation, Fågelklubben (once Kråkgänget), which only those tests ask about that suppress it.
"""

from __future__ import annotations

import base64
import html
import io
import re
import unicodedata
import zipfile
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pypdf import PdfReader
from pypdf.generic import IndirectObject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

TABLES = {
    "samverkansgraf.toml": """name = "Byn, enligt Anna Andersson"
base = "https://example.org/byn/"
language = "sv"

[bounds]
districts = ["Norr", "anna-anderssons-gard"]
district_source = "oberg-2021"

[publish]
columns = ["note", "Tyckare"]

[contact]
name = "Byns kommun"
email = "byn@example.org"
""",
    "actors.csv": """label,kind,sector,id,alias,url,note,Tyckare
Byns kommun,organisation,kommun,byn,Kommunen,,,
Bostads AB Nornan,organisation,kommun,nornan,Nornan,https://example.org/nornan/anna-andersson.html,,
Fågelklubben,organisation,Civilsamhälle,fagelklubben,FK Tofsvipan,,,
Bergets högskola,organisation,universitet eller högskola,hogskolan,,,,
Anna Andersson,person,,anna-andersson,Annie Löfqvist,https://example.org/~annie,Ring Annie Löfqvist,ANNIE
Karl-Erik Öberg,person,,ke,,,,
Bo Sjögren,person,,bo-sjogren,,,,
""",
    "names.csv": "actor,name,to,source\nanna-andersson,Anna Bergdahl,2010,bladet\nfagelklubben,Kråkgänget,2001,bladet\n",
    "positions.csv": """person,organisation,title,speaks_for,source,quote
Anna Andersson,nornan,vd,ja,bladet,vd Anna Andersson
Karl-Erik Öberg,hogskolan,professor,,bladet,professor Öberg
""",
    "initiatives.csv": """label,id,description,aim,district,theme,principle,note,source,where,quote
Skolrådet,rad,Startat av Anna Anderssons grannar och Fågelklubben. Anna och Karl-Erik håller i det.,Att följa LÖFQVISTS råd,Norr,skola,Öbergs princip,Bo Sjögren vet mer,bladet,par1,rådet finns
Anna Anderssons fond,,Delas ut av BO SJÖGREN,,Norr,skola,,,bladet,par2,fonden heter Anna Anderssons fond
Andersson-samtalen,,Karl Erik Öberg leder dem,,anna-anderssons-gard,skola,,,oberg-2021,s. 3 (Öberg),samtal förs
Fågelklubbens dag,fagelklubbens-dag,,,Norr,skola,,,bladet,par7,fåglarnas dag
""",
    "participations.csv": """actor,initiative,role,scope,source,where,quote,speaker
byn,rad,Lead,,bladet,par1,kommunen leder rådet,
nornan,rad,Partner,i Anna Anderssons område,bladet,par1,"Nornan är med, säger Andersson",Anna Andersson
fagelklubben,rad,Partner,,bladet,par1,klubben är med,
fagelklubben,Fågelklubbens dag,Lead,,bladet,par7,klubben ordnar dagen,
byn,Fågelklubbens dag,Partner,,bladet,par7,kommunen är med på dagen,
Anna Andersson,Anna Anderssons fond,Lead,,bladet,par2,hon leder fonden,
byn,Anna Anderssons fond,Funder,,bladet,par2,"kommunen ger pengar, enligt Anna",
Karl-Erik Öberg,Andersson-samtalen,Lead,,oberg-2021,s. 3,samtalen leds av forskaren,
hogskolan,Andersson-samtalen,Host,,oberg-2021,s. 4,Öbergs högskola,Karl-Erik Öberg
Bo Sjögren,rad,Member,,bladet,par1,Sjögren satt med,
""",
    "districts.csv": "label,id\nNorr,norr\nAnna Anderssons gård,anna-anderssons-gard\n",
    "themes.csv": "label,id,definition\nskola,skola,Som Karl-Erik Öberg menar\n",
    "sources.csv": """id,title,author,publisher,date,url
bladet,Bladet om Anna Andersson,Karl-Erik Öberg,byn,2021-10-01,https://example.org/2021/anna-andersson-svarar
oberg-2021,"Öberg, K.-E.: Samtal i byn",ke,,2021,https://example.org/oberg.pdf
""",
    "claims.csv": """id,text,text_en,asserted_by,about,disputes,test,source,where,quote
andersson-1,Andersson säger att rådet fungerar,Annie Lofqvist says that it works,anna-andersson,rad,,,bladet,par4,det fungerar
oberg-1,Rådet finns inte,There is no council,Karl-Erik Öberg; byn,rad,andersson-1,initiatives-of-actor actor=anna-andersson,bladet,par5,det finns inte
om-klubben,Ingen ser klubben,Nobody sees it,byn,fagelklubben,,,bladet,par6,ingen ser den
""",
    "facts.csv": "about,property,value,source,quote\nrad,description,Anna Andersson håller i det,bladet,hon håller i det\n",
    "searches.csv": """date,outcome,district,theme,looked_for,by,terms,source
2021-11-01,nothing,Norr,skola,,Bo Sjögren,Anna Andersson skola,bladet
2021-11-02,nothing,,,vad Annie Löfqvist gör,Bo,Löfqvist,bladet
""",
    "indicators.csv": "district,indicator,period,value,source\nNorr,Trygghet enligt Öberg,2021,12,bladet\n",
    "agreements.csv": "label,kind,parties,source,quote\nAvtalet med Anna Andersson,IOP,byn; nornan,bladet,avtal slöts\n",
    "same.csv": "a,b,decision,why,by\nAnna Andersson,Anna Anderssons fond,different,ANDERSSON är ingen fond,Bo Sjögren\nFågelklubben,Fågelklubbens dag,different,,\n",
    "replies.csv": "about,text,from,date\nrad,Annie Löfqvist har fel,Karl-Erik Öberg,2021-12-01\n",
    "coding.csv": "initiative,theme,coder\nrad,skola,Bo Sjögren\nrad,skola,Annie Löfqvist\n",
    "story.md": """# Anna Anderssons by

Så här tänker Annie Löfqvist.

Inledningen står kvar.

## Andersson berättar
view: node=initiative/rad

Rådet är byns, säger Löfqvist.

## Rådet
view: node=initiative/rad
source: bladet, par1, ”rådet finns”
source: bladet, par1, ”klubben är med”

Rådet är byns, i stort sett.

## Fonden
view: node=initiative/anna-anderssons-fond

Här ges pengar.

## Klubben
view: node=actor/fagelklubben

Klubben syns.
""",
    "README.md": "Samlat av Anna Andersson och Fågelklubben.\n",
}

#: What nobody may find of the persons, without accents and in small letters.
PERSONS = re.compile(
    r"andersson|annie|lofqvist|bergdahl|(?<![a-z])anna(?![a-z])|karl[-_. ]?erik|oberg|sjogren|\bke\b(?=[\"'/<>])"
)
#: What nobody may find of Anna Andersson.
ANNA = re.compile(r"andersson|annie|lofqvist|bergdahl|(?<![a-z])anna(?![a-z])")
KLUBBEN = re.compile(r"fagelklubben|tofsvipan|krakganget|fagelklubb")
#: Where accents may stand.
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


def written_project(folder: Path, **more: str) -> Path:
    """Write the project; ``suppress__csv`` is ``suppress.csv``."""
    folder.mkdir()
    for name, text in {**TABLES, **{name.replace("__", "."): text for name, text in more.items()}}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def found_in(files: Iterable[Path], hidden: re.Pattern[str]) -> list[tuple[str, str]]:
    """
    Return where the words stand in these files, their names and all that they hold: file and surroundings.

    A database's own files are cut into pieces and pressed together; what they hold is asked of the database.
    """
    return [
        (path.name, text[max(0, found.start() - 40) : found.end() + 40])
        for path in files
        if path.suffix != ".sst"
        for text in _every_text(path.name, path.read_bytes())
        for found in hidden.finditer(text)
    ]


def said_in(text: str, hidden: re.Pattern[str]) -> list[str]:
    """Return where the words stand in a text."""
    plain = _plain(text)
    return [plain[max(0, found.start() - 40) : found.end() + 40] for found in hidden.finditer(plain)]


@lru_cache(maxsize=64)
def _every_text(name: str, data: bytes) -> tuple[str, ...]:
    """Return what a file says; the same file is searched for several things."""
    return tuple(_texts(name, data))


def _texts(name: str, data: bytes) -> Iterator[str]:
    """Return what a file says, in small letters and without accents: as it stands, and however it is wrapped."""
    yield _plain(name)
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.namelist():
                yield from _texts(entry, archive.read(entry))
        return
    if data.startswith(b"%PDF"):
        yield from _pdf_texts(data)
    text = data.decode("utf-8", errors="replace")
    yield _plain(text)
    if "<" in text:
        yield _plain(re.sub(r"<[^<>]*>", "", text))
    for packed in re.findall(r"[A-Za-z0-9+/]{200,}={0,2}", text):
        try:
            inner = base64.b64decode(packed + "==")
        except ValueError:
            continue
        if not inner.startswith((b"wOF2", b"\x89PNG")):
            yield from _texts("packed", inner)


def _pdf_texts(data: bytes) -> Iterator[str]:
    """Return what the pages of a PDF say, and what its objects hold in words."""
    reader = PdfReader(io.BytesIO(data))
    for page in reader.pages:
        said = page.extract_text()
        yield _plain(said)
        yield _plain(re.sub("[-\u00ad]\\s*", "", said))
    for number in range(1, int(reader.trailer["/Size"])):
        yield from map(_plain, _strings(IndirectObject(number, 0, reader).get_object()))


def _strings(held: object) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, dict):
        for name, one in held.raw_items() if hasattr(held, "raw_items") else held.items():
            yield name
            yield from _strings(one)
    elif isinstance(held, list):
        for one in held:
            yield from _strings(one)


def _plain(text: str) -> str:
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text)
    text = unicodedata.normalize("NFD", unquote(html.unescape(text)))
    return _BEYOND_ASCII.sub(_without_accents, text).lower()


def _without_accents(found: re.Match[str]) -> str:
    return "".join(one for one in found[0] if not unicodedata.combining(one))
