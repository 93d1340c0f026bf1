from __future__ import annotations

from samverkansgraf.check.quotation import misquotations
from samverkansgraf.frames import frame

TEXT = "Rubrik\n\nStaden och\nMimer går.\n\nAnnat stycke.\n"


def test_misquotations_tell_elsewhere_from_nowhere(tmp_path):
    (tmp_path / "t.txt").write_text(TEXT, encoding="utf-8")
    rows = [
        {"evidence": "urn:e1", "about": "urn:a", "source": "urn:s", "where": "par2", "quote": "Staden och"},
        {"evidence": "urn:e2", "about": "urn:a", "source": "urn:s", "where": "par3", "quote": "Staden och"},
        {"evidence": "urn:e3", "about": "urn:a", "source": "urn:s", "where": "par2", "quote": "Staden eller"},
        {"evidence": "urn:e4", "about": "urn:a", "source": "urn:other", "where": "par2", "quote": "oläst"},
        {"evidence": "urn:e5", "about": "urn:a", "source": "urn:s", "where": "par2"},
    ]
    found = misquotations(frame("evidence", rows), {"urn:s": tmp_path / "t.txt"})
    assert found == [("urn:e2", "elsewhere"), ("urn:e3", "nowhere")]
