"""What a plan, a list of searches and missing bridges say in a few sentences, and what they cannot say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.coverage.words import number_of, percent, whole
from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import polars as pl

    from samverkansgraf.coverage.planning.searches_to_make import NextSearches
    from samverkansgraf.coverage.planning.where_next import Plan
    from samverkansgraf.project import Language


def kinds_of_sources(sectors: Sequence[str], language: Language = "sv") -> list[str]:
    """
    Return the kinds of source where actors of some sectors leave traces, in their order.

    Parameters
    ----------
    sectors
        IRIs of sectors, as of the bounds; a project's own have none.

    Examples
    --------
    >>> from samverkansgraf.vocabulary import sg
    >>> kinds_of_sources([sg("Media")], "en")
    ["the local paper's archive"]
    """
    bare = (sector.rsplit("#", 1)[-1] for sector in sectors)
    known = catalogue("coverage", language, under="plan.source")
    return [known[one] for one in bare if one in known]


def plan_in_words(found: Plan, language: Language = "sv") -> list[str]:
    """Return what a plan rests on and what it costs to choose otherwise."""
    words, counts = catalogue("coverage", language, under="plan"), found.counts

    def cells(number: int) -> str:
        return number_of("cells", number, language)

    sentences = []
    if counts["none_found"]:
        sentences.append(words["gaps"].format(cells=cells(counts["none_found"])))
        sentences += _of_plans(found, words, language)
    else:
        sentences.append(words["no_gaps"])
    sentences.append(words["need" if found.weighed.by_need else "equal"])
    if found.weighed.without:
        sentences.append(words["without"].format(names=", ".join(found.weighed.without)))
    if found.served:
        sentences.append(words["served"].format(cells=cells(found.served)))
    if found.searched_instead:
        sentences.append(words["instead"].format(names=", ".join(found.searched_instead)))
    if counts["not_searched"]:
        first = found.picks.filter(found.picks["plan"] == "search_first").height
        listed = words["listed"].format(count=whole(first, language)) if first else ""
        sentences.append(words["unknown"].format(cells=cells(counts["not_searched"]), listed=listed))
    if counts["indirect"]:
        sentences.append(words["indirect"].format(cells=cells(counts["indirect"])))
    return sentences


def _of_plans(found: Plan, words: Mapping[str, str], language: Language) -> list[str]:
    sentences = []
    total, after = (float(found.groups[name].sum()) for name in ("unmet", "unmet_best"))
    if total:
        sentences.append(words["covers"].format(share=percent((total - after) / total, language)))
    others = found.picks.filter(found.picks["plan"].str.starts_with("alternative")).unique("plan")
    same = others.filter(others["of_best"] >= 1 - 1e-9).height
    if same:
        sentences.append(words["same"].format(count=whole(same, language)))
    if found.price is not None:
        costs = found.price > 1e-9  # noqa: PLR2004 - what rounding leaves of nothing
        sentences.append(words["price" if costs else "no_price"].format(share=percent(found.price, language)))
    if found.room:
        sentences.append(words["room"].format(count=whole(found.room, language)))
    return sentences


def searches_in_words(
    found: NextSearches, language: Language = "sv", *, sectors: Sequence[str] = ()
) -> list[str]:
    """
    Return what the searches would tell, what that rests on, and where to look.

    ``sectors`` are those of the bounds, for the kinds of source.
    """
    words = catalogue("coverage", language, under="plan")
    unknown, indirect = found.counts["not_searched"], found.counts["indirect"]
    sentences = []
    if found.unnamed:
        districts = number_of("districts", found.unnamed, language)
        sentences.append(words["unnamed"].format(districts=districts))
    if not unknown + indirect:
        return [*sentences, words["all_answered"]]
    sentences.append(
        words["answers"].format(
            cells=number_of("cells", unknown + indirect, language),
            unknown=whole(unknown, language),
            indirect=whole(indirect, language),
        )
    )
    rows = found.searches
    if rows.height:
        sentences.append(
            words["tell"].format(
                cells=number_of("cells", int(rows["adds"].sum()), language),
                share=percent(rows["so_far"][-1], language),
            )
        )
    sentences.append(words["need_searches" if found.weighed.by_need else "equal_searches"])
    if found.weighed.without:
        sentences.append(words["without"].format(names=", ".join(found.weighed.without)))
    if rows["effort"].n_unique() == 1:
        sentences.append(words["effort"])
    if not found.exact:
        sentences.append(words["greedy"])
    lists = [set(one) for one in rows["registers"]]
    registers = sorted(set.intersection(*lists)) if lists else []
    if registers:
        quote = catalogue("coverage", language)["quoted"]
        sentences.append(words["registers"].format(names=", ".join(quote.format(one) for one in registers)))
    if kinds := kinds_of_sources(sectors, language):
        sentences.append(words["look_in"].format(names="; ".join(kinds)))
    return [*sentences, words["then"]]


def bridges_in_words(bridges: pl.DataFrame, language: Language = "sv", *, partners: int = 2) -> list[str]:
    """Return what missing bridges are and are not."""
    words = catalogue("coverage", language, under="plan")
    if bridges.is_empty():
        return [words["no_bridges"].format(count=partners), words["recorded"]]
    pairs = bridges.unique(["actor_a", "actor_b"]).height
    sentences = [words["bridges"].format(pairs=whole(pairs, language), count=partners)]
    if alone := bridges.filter(bridges["partner_groups"] == 1).height:
        of = whole(bridges.height, language)
        sentences.append(words["one_group"].format(count=whole(alone, language), of=of))
    return [*sentences, words["recorded"]]
