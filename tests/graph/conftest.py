"""
Cities to ask: the debate article alone, the Southern Women, and a made-up town.

Lillstad has two districts, Norr and Söder. Whom its initiatives join, worked by hand
(R residents, L local actors, H a housing company, M the municipality):

- Torget, 2015 to 2018: the residents, the association (L), Hyresbo (H), the leisure unit (M, and it chairs),
  the police. All four while it lasts.
- Samrådet, undated: the residents only from 2020 to 2025, the shop (L), Hyresbo (H), the town (M). All four then.
- Planen, planned: all four, stated without reserve. Not yet.
- Mötet: the residents are its target group. Three.
- Festen: nobody says according to what the residents take part. Three with a source.
- Loppet: the residents are planned to. Three so far, and Söder is planned too.
- Fonden: only a funder, and that is planned.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.hand_city import adalen

from samverkansgraf.city import open_city
from samverkansgraf.measures import node_table, whole_table
from samverkansgraf.resources import bundled_project

PROJECTS = Path(__file__).parents[1] / "projects"

LILLSTAD = {
    "samverkansgraf.toml": """\
name = "Lillstad"
base = "https://example.org/lillstad/"
language = "sv"
""",
    "actors.csv": """\
id,label,kind,sector,part_of
kommunen,Lillstads kommun,organisation,Municipality,
fritid,Fritid,unit,Municipality,kommunen
hyresbo,Hyresbo AB,organisation,PropertyOwner,
polisen,Polisen,organisation,Police,
foreningen,Föreningen,organisation,CivilSociety,
butiken,Butiken,organisation,Business,
boende,de boende,collective,Residents,
bladet,Bladet,organisation,Media,
""",
    "terms.csv": """\
scheme,id,label,broader,makes_tie
role,ordforande,ordförande,Lead,ja
""",
    "themes.csv": """\
id,label,label_en,broader
trygghet,trygghet,safety,
vandring,nattvandring,night walks,trygghet
lek,lek,play,
""",
    "districts.csv": """\
id,label,kind,part_of,members,possible_members
lillstad,Lillstad,municipality,,,
norr,Norr,district,lillstad,,
soder,Söder,district,lillstad,,
bada,båda stadsdelarna,group,,norr;soder,
ytter,ytterområdena,group,lillstad,,norr
""",
    "sources.csv": """\
id,title,author,date
rapporten,Kommunens rapport,kommunen,2019
nyheten,Bladets nyhet,bladet,2021
""",
    "initiatives.csv": """\
id,label,theme,status,start,end,source,where,quote
torget,Torget,trygghet,ended,2015,2018,rapporten,par1,torget fanns
samradet,Samrådet,vandring,,,,rapporten,par2,samrådet finns
planen,Planen,,planned,,,nyheten,par2,planen kommer
motet,Mötet,,,,,nyheten,par3,ett möte
festen,Festen,,,,,nyheten,par4,en fest
loppet,Loppet,,,,,nyheten,par5,ett lopp
fonden,Fonden,,,,,nyheten,par6,en fond
""",
    "locations.csv": """\
initiative,district,certainty,source,where,quote
torget,bada,,rapporten,par1,i båda stadsdelarna
samradet,norr,,nyheten,par1,i Norr
motet,ytter,,nyheten,par3,i ytterområdena
festen,lillstad,,nyheten,par4,i Lillstad
loppet,norr,,nyheten,par5,i Norr
loppet,soder,planned,nyheten,par5,kanske i Söder
""",
    "participations.csv": """\
actor,initiative,role,certainty,scope,district,theme,start,end,source,where,quote
boende,torget,Member,,,,,,,rapporten,par1,boende är med
foreningen,torget,Partner,,,soder,lek,,,rapporten,par1,föreningen leker i Söder
hyresbo,torget,Partner,,,,,,,rapporten,par1,hyresbo är partner
fritid,torget,ordförande,,,,,,,rapporten,par1,fritid är ordförande
polisen,torget,Partner,,,,,,,rapporten,par1,polisen är partner
boende,samradet,Involved,StatedInPart,vid vissa möten,,,2020,2025,nyheten,par1,boende är med ibland
butiken,samradet,Partner,,,,,,,nyheten,par1,butiken är med
hyresbo,samradet,Partner,Inferred,,,,,,nyheten,par1,hyresbo är nog med
kommunen,samradet,Lead,,,,,,,nyheten,par1,kommunen leder
kommunen,samradet,Lead,,,,,,,rapporten,par2,vi leder samrådet
boende,planen,Partner,,,,,,,nyheten,par2,boende
butiken,planen,Partner,,,,,,,nyheten,par2,butiken
hyresbo,planen,Partner,,,,,,,nyheten,par2,hyresbo
kommunen,planen,Partner,,,,,,,nyheten,par2,kommunen
boende,motet,TargetGroup,,,,,,,nyheten,par3,för boende
butiken,motet,Partner,,,,,,,nyheten,par3,butiken
hyresbo,motet,Partner,,,,,,,nyheten,par3,hyresbo
kommunen,motet,Partner,,,,,,,nyheten,par3,kommunen
boende,festen,Partner,,,,,,,,,
butiken,festen,Partner,,,,,,,nyheten,par4,butiken
hyresbo,festen,Partner,,,,,,,nyheten,par4,hyresbo
kommunen,festen,Partner,,,,,,,nyheten,par4,kommunen
boende,loppet,Partner,planned,,,,,,nyheten,par5,boende ska vara med
butiken,loppet,Partner,,,,,,,nyheten,par5,butiken
hyresbo,loppet,Partner,,,,,,,nyheten,par5,hyresbo
kommunen,loppet,Partner,,,,,,,nyheten,par5,kommunen
kommunen,fonden,Funder,planned,,,,,,nyheten,par6,kommunen ska betala
""",
    "searches.csv": """\
date,outcome,district,theme,source,looked_for,complete,from,to,terms
2021-05,nothing,norr;soder,lek,rapporten,,yes,,,lekplats
2021-06,found,*,*,nyheten,,,2015,2020,
2021-07,nothing,,,nyheten,ett IOP i Norr,,,,IOP
""",
}


@pytest.fixture(scope="session")
def debate():
    """Return the city of the debate article."""
    return open_city(PROJECTS / "debate")


@pytest.fixture(scope="session")
def southern_women():
    """Return Davis's eighteen women and fourteen events."""
    return open_city(bundled_project("southern-women"))


@pytest.fixture(scope="session")
def lillstad(tmp_path_factory):
    """Return the made-up town."""
    folder = tmp_path_factory.mktemp("lillstad")
    for name, text in LILLSTAD.items():
        (folder / name).write_text(text, encoding="utf-8")
    return open_city(folder)


@pytest.fixture(scope="session")
def measured_lillstad(tmp_path_factory):
    """Return the made-up town with its actors' degree and an index of its whole network stored."""
    folder = tmp_path_factory.mktemp("measured")
    for name, text in LILLSTAD.items():
        (folder / name).write_text(text, encoding="utf-8")
    city = open_city(folder)
    city.remember(node_table(city.frames, "degree", language="sv"))
    city.remember(node_table(city.frames, "degree", of="initiatives", language="sv"))
    city.remember(whole_table(city.frames, ["ei_index"], language="sv"))
    return city


@pytest.fixture(scope="session")
def needy_adalen(tmp_path_factory):
    """Return the town of ``tests.hand_city`` with its cells at 2024 and its districts by need stored."""
    city = open_city(adalen(tmp_path_factory.mktemp("adalen")))
    city.remember(city.coverage(at="2024"), at="2024")
    gaps = city.need(["Trångboddhet"], at="2024").drop("place")
    city.remember(gaps, table="gaps", at="2024", choices={"need": "Trångboddhet"})
    return city
