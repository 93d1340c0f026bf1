"""What is expected for population and need; with few districts nothing is said."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from samverkansgraf.coverage import observed_and_expected
from samverkansgraf.coverage.expected import LEAST_DISTRICTS, expected_counts
from samverkansgraf.frames import Frames, frame
from samverkansgraf.project import Bounds


def city_of(counts, *, people=1000, indirect=()):
    """Return districts with so many initiatives, as many people each and rising need."""
    names = [f"d{n:02}" for n in range(len(counts))]
    places = [
        {"place": f"p:{name}", "label": name, "population": people, "kind": "district"} for name in names
    ]
    values = [
        {"observation": name, "place": f"p:{name}", "indicator": "x", "period": "2021", "value": float(n)}
        for n, name in enumerate(names)
    ]
    placed = [(name, n) for name, count in zip(names, counts, strict=True) for n in range(count)]
    initiatives = [
        {"initiative": f"{name}-{n}", "label": f"{name}-{n}", "sources": ["s"]} for name, n in placed
    ]
    sg = "https://w3id.org/samverkansgraf/ns#"
    placements = [
        {"placement": f"l:{name}-{n}", "initiative": f"{name}-{n}", "place": f"p:{name}", "sources": ["s"],
         "certainty": sg + ("Inferred" if (name, n) in indirect else "Stated")}
        for name, n in placed
    ]  # fmt: skip
    frames = Frames.of(
        places=frame("places", places),
        indicators=frame("indicators", values),
        initiatives=frame("initiatives", initiatives),
        placements=frame("placements", placements),
    )
    return frames, Bounds(districts=tuple(row["place"] for row in places))


def rows(*args, **options):
    frames, bounds = city_of(*args, **options)
    return observed_and_expected(frames, bounds, indicators=["x"])


def test_as_many_everywhere_is_as_expected():
    table = rows([4] * 20)
    assert table["expected"].to_list() == pytest.approx([4.0] * 20, rel=1e-4)
    assert set(table["verdict"]) == {"as_expected"}
    assert table["dispersion"][0] == 0
    # Poisson with mean 4: P(X ≤ 0) = e⁻⁴ = 0.018 < 0.025 ≤ P(X ≤ 1) = 0.092, and P(X ≤ 8) = 0.979 ≥ 0.975.
    assert table.select("low", "high", "low_poisson", "high_poisson").row(0) == (1, 8, 1, 8)
    # Garwood's interval of a count of 4 is 1.0899 to 10.2416.
    assert table["ratio_low"][0] == pytest.approx(1.0899 / 4, rel=1e-3)
    assert table["ratio_high"][0] == pytest.approx(10.2416 / 4, rel=1e-3)


def test_few_among_many_is_fewer_unless_what_is_indirect_is_there():
    table = rows([12] * 9 + [0] + [12] * 10)
    assert table.filter(verdict="fewer")["district"].to_list() == ["d09"]
    indirect = {("d09", n) for n in range(12)}
    table = rows([12] * 20, indirect=indirect)
    assert table.filter(district="d09").select("observed", "observed_high", "verdict").row(0) == (
        0,
        12,
        "perhaps_fewer",
    )


def test_few_districts_say_nothing():
    table = rows([4] * (LEAST_DISTRICTS - 1))
    assert table["expected"].null_count() == table.height == table["verdict"].null_count()
    assert "färre än 15 säger modellen ingenting" in table["reason"][0]


def test_unknown_population_and_nothing_recorded_have_their_reasons():
    assert rows([4] * 20, people=None)["reason"][0] == "folkmängden är inte känd"
    assert rows([0] * 20)["reason"][0] == "inget är antecknat någonstans"


def test_the_fit_is_where_the_likelihood_is_greatest():
    """Against a grid search of the same likelihood by scipy's distribution."""
    random = np.random.default_rng(7)
    need, people = np.linspace(0, 1, 200), random.integers(500, 5000, 200).astype(float)
    mean = people * np.exp(-6 + 0.8 * need)
    counts = random.negative_binomial(2, 2 / (2 + mean)).astype(float)
    found = expected_counts(counts, people, need)

    def likelihood(means, dispersion):
        size = 1 / dispersion
        return stats.nbinom.logpmf(counts, size, size / (size + means)).sum()

    best = likelihood(found.mean, found.dispersion)
    for level in (0.97, 1.03):
        assert likelihood(found.mean * level, found.dispersion) < best
        assert likelihood(found.mean, found.dispersion * level) < best
        assert likelihood(found.mean * np.exp((level - 1) * (need - need.mean())), found.dispersion) < best
    assert found.dispersion == pytest.approx(0.5, abs=0.15)
