"""Numbers and addresses of persons are found; dates, DOIs, decimals and numbers of organisations are not."""

import pytest

from samverkansgraf.personal_data import personal_data


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("811218-9876", "identity_number"), ("19811218-9876", "identity_number"), ("8112189876", "identity_number"),
        ("811218+9876", "identity_number"), ("701063-2391", "identity_number"), ("eva@example.org", "email"),
        ("021-39 00 00", "telephone"), ("+46 70 123 45 67", "telephone"), ("0701234567", "telephone"),
        ("tel. 021390000", "telephone"),
    ],
)  # fmt: skip
def test_personal_data_are_found_and_not_shown_whole(text: str, kind: str) -> None:
    (found,) = personal_data(f"Se {text}, tack")
    assert found.kind == kind
    assert found.shown != text


@pytest.mark.parametrize(
    "text",
    [
        "556036-0793", "2021-10-01", "0.8112189876", "811218-9875", "10.1016/S0378-8733(96)00301-2", "0378-8733",
        "10.1073/pnas.8112189876", "a8112189876", "https://example.org/8112189876", "KS 2021/01234", "@media print",
        "8.1121,8", "978-0-521-38707-1", "0-19-852663-6", "ISSN 0021-9010", "KS-2021/00234", "Dnr 2021-01234-5",
        "16212000-2080", "212000-2080", "59.6099,16.5448", "2021-10-01/2022-03-31", "08.00-16.00", "0000-0002-1825-0097",
        "bankgiro 5050-1055",
    ],
)  # fmt: skip
def test_what_only_looks_like_it_is_none(text: str) -> None:
    assert personal_data(text) == []
