"""A small valid project, as texts of files; tests change one thing in it."""

from __future__ import annotations

FILES = {
    "samverkansgraf.toml": 'name = "Byn"\nbase = "https://example.org/byn/"\nlanguage = "sv"\n',
    "actors.csv": (
        "id,label,kind,sector,alias,part_of\n"
        "byn,Byns kommun,organisation,kommun,staden;kommunen,\n"
        "skolan,Byskolan,unit,Municipality,,byn\n"
        "polisen,Polisen,organisation,polis,,\n"
        "boende,boende,collective,Residents,,\n"
        "anna,Anna Ek,person,,,\n"
    ),
    "districts.csv": "id,label,kind,part_of\n,Byn,municipality,\n,Norr,district,Byn\n,Söder,district,Byn\n",
    "themes.csv": "label,label_en\ntrygghet,safety\nskola,school\n",
    "initiatives.csv": (
        "id,label,theme,district,status,start,end,part_of,source,where,quote\n"
        "vandring,Trygghetsvandring,trygghet,Norr,active,2019,,,bladet,par1,går tillsammans\n"
        "rad,Byrådet,skola,,,2021-21?,,,bladet,par2,rådet möts\n"
    ),
    "sources.csv": "id,title,author,date\nbladet,Bladet skriver,Anna Ek,2020-05-01\n",
    "participations.csv": (
        "actor,initiative,role,certainty,source,where,quote\n"
        "staden,vandring,Lead,,bladet,par1,kommunen leder\n"
        "Polisen,vandring,partner,StatedInPart,bladet,par1,polisen med\n"
        "boende,vandring,medverkande,,bladet,par1,boende går\n"
        "Byskolan,rad,ledare,,bladet,par2,skolan leder\n"
    ),
}


def written(folder, **changes):
    """Write the project with some files changed; ``None`` leaves a file out."""
    folder.mkdir(parents=True, exist_ok=True)
    files = FILES | {name.replace("__", "."): text for name, text in changes.items()}
    for name, text in files.items():
        if text is not None:
            (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def changed(name, old, new):
    """Return one file's text with a part replaced; the part must be there."""
    assert old in FILES[name]
    return FILES[name].replace(old, new)
