from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def frames():
    """A city of 8 initiatives and those who take part in them."""
    spec = importlib.util.spec_from_file_location("picture_city", Path(__file__).with_name("city.py"))
    city = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(city)
    return city.city()


@pytest.fixture(scope="session")
def network(frames):
    from samverkansgraf.pictures import picture_network

    return picture_network(frames)
