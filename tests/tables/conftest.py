from __future__ import annotations

import pytest

from samverkansgraf.errors import InputError
from samverkansgraf.graph.vocabulary_graph import concept_names
from samverkansgraf.tables import read_project


@pytest.fixture
def read():
    return lambda folder: read_project(folder, concept_names())


@pytest.fixture
def errors(read):
    """Return the error lines of a project; it must have some."""

    def lines(folder):
        with pytest.raises(InputError) as caught:
            read(folder)
        return [str(problem) for problem in caught.value.problems]

    return lines
