"""
Ådalen, a made-up town with few cells, so that every table of them can be worked by hand.

At 2024, district by theme:

========  ===============================================  ==================================
district  lek                                              trygghet
========  ===============================================  ==================================
Norr      covered: Lekplatsen, Ungdomsgården, for de unga  not searched
Söder     not searched                                     covered: Nattvandringen
Öster     none found: a search of rapporten                not searched
Väster    not searched                                     not searched
========  ===============================================  ==================================

Föreningen runs Lekplatsen (rapporten, 2015) and Nattvandringen (nyheten, 2024; the town pays, by an agreement that ends
in June 2025), Klubben runs Ungdomsgården (rapporten). They have no initiative in common. Trångboddhet 2023 is 10, 20, 30
and 40 %, so that the positions by need are 1/8, 3/8, 5/8 and 7/8; 1000 live in each district.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ADALEN = {
    "samverkansgraf.toml": """\
name = "Ådalen"
base = "https://example.org/adalen/"
language = "sv"

[bounds]
districts = ["norr", "soder", "oster", "vaster"]
themes = ["lek", "trygghet"]
""",
    "actors.csv": """\
id,label,kind,sector
kommunen,Ådalens kommun,organisation,Municipality
foreningen,Föreningen,organisation,CivilSociety
klubben,Klubben,organisation,CivilSociety
unga,de unga,collective,Residents
bladet,Bladet,organisation,Media
""",
    "themes.csv": """\
id,label,label_en
lek,lek,play
trygghet,trygghet,safety
""",
    "districts.csv": """\
id,label,kind,population
norr,Norr,district,1000
soder,Söder,district,1000
oster,Öster,district,1000
vaster,Väster,district,1000
""",
    "sources.csv": """\
id,title,author,date
rapporten,Kommunens rapport,kommunen,2015
nyheten,Bladets nyhet,bladet,2024
""",
    "initiatives.csv": """\
id,label,theme,source,where,quote
lekplatsen,Lekplatsen,lek,rapporten,p1,lekplatsen i Norr
garden,Ungdomsgården,lek,rapporten,p2,ungdomsgården i Norr
vandringen,Nattvandringen,trygghet,nyheten,p1,nattvandringen i Söder
""",
    "locations.csv": """\
initiative,district,source,where,quote
lekplatsen,norr,rapporten,p1,lekplatsen i Norr
garden,norr,rapporten,p2,ungdomsgården i Norr
vandringen,soder,nyheten,p1,nattvandringen i Söder
""",
    "participations.csv": """\
actor,initiative,role,source,where,quote
foreningen,lekplatsen,Lead,rapporten,p1,föreningen driver lekplatsen
unga,lekplatsen,TargetGroup,rapporten,p1,lekplatsen är för unga
klubben,garden,Lead,rapporten,p2,klubben driver gården
unga,garden,TargetGroup,rapporten,p2,gården är för unga
foreningen,vandringen,Lead,nyheten,p1,föreningen vandrar
kommunen,vandringen,Funder,nyheten,p1,kommunen betalar
""",
    "agreements.csv": """\
id,label,kind,parties,initiative,end,source,where,quote
avtalet,Avtalet om nattvandring,IOP,foreningen;kommunen,vandringen,2025-06,nyheten,p2,avtalet gäller till juni
""",
    "searches.csv": """\
date,outcome,district,theme,source
2024-01,nothing,oster,lek,rapporten
""",
    "indicators.csv": """\
district,indicator,period,value,unit,source
norr,Trångboddhet,2023,10,%,rapporten
soder,Trångboddhet,2023,20,%,rapporten
oster,Trångboddhet,2023,30,%,rapporten
vaster,Trångboddhet,2023,40,%,rapporten
""",
}


def adalen(folder: Path) -> Path:
    """Write the town's project into a folder, and return the folder."""
    folder.mkdir(exist_ok=True)
    for name, text in ADALEN.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
