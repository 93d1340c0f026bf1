"""What a plan, a list of searches and missing bridges say in a few sentences, and what they cannot say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkansgraf.coverage.words import number_of, percent, whole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import polars as pl

    from samverkansgraf.coverage.planning.searches_to_make import NextSearches
    from samverkansgraf.coverage.planning.where_next import Plan
    from samverkansgraf.project import Language

_WORDS: Final[Mapping[Language, Mapping[str, str]]] = {
    "sv": {
        "no_gaps": "Ingen ruta är genomsökt utan fynd, så inget nytt initiativ kan föreslås med stöd i det som är undersökt.",
        "gaps": "Planen väljer bland {cells} där en sökning inte fann något (inget funnet i de källor som söktes).",
        "unknown": "{cells} är inte undersökta. Där är rådet att söka först, inte att starta något{listed}. "
        "Vilka sökningar som skulle säga mest visar plan --searches.",
        "listed": "; {count} av dem står sist i tabellen",
        "indirect": "{cells} är bara indirekt belagda och står i ingen plan: något kan finnas just där.",
        "equal": "Inget behov är angivet: alla rutor väger lika.",
        "need": "Rutorna väger efter stadsdelens behov.",
        "without": "Behovet i {names} är inte känt; där räknas medelvärdet av de andra.",
        "covers": "Planen som täcker mest når {share} av vad rutorna utan fynd väger tillsammans.",
        "same": "{count} av de andra planerna i tabellen täcker lika mycket. Vilken av dem som står först avgör rutornas ordning, "
        "inte data.",
        "price": "Att ta den svagaste först täcker {share} mindre än planen som täcker mest.",
        "no_price": "Att ta den svagaste först kostar inget: den planen täcker lika mycket.",
        "served": "{cells} utan fynd ligger nära något som är belagt och räknas som nådda.",
        "room": "Budgeten räcker till {count} till, men fler rutor utan fynd finns inte att välja.",
        "instead": "{names} är inte undersökt och står därför bland det som ska sökas.",
        "answers": "{cells} saknar svar: {unknown} är inte undersökta och {indirect} bara indirekt belagda.",
        "all_answered": "Ingen ruta saknar svar, så ingen sökning behöver göras först.",
        "tell": "Sökningarna i tabellen skulle ge svar i {cells}, {share} av det som är okänt.",
        "equal_searches": "Inget behov är angivet: alla rutor utan svar väger lika, de indirekt belagda mindre.",
        "need_searches": "Rutorna väger efter stadsdelens behov, de indirekt belagda mindre.",
        "effort": "Varje sökning räknas som lika mycket arbete; ange annat med --effort.",
        "greedy": "Rutorna är för många för att pröva alla urval: sökningarna är valda en i taget efter vad var och en tillför.",
        "unnamed": "{districts} har ingen källa namngett, och ingen av sökningarna svarar för dem. Skaffa först namnen och lägg in dem "
        "i tabellen districts.",
        "registers": "Register som projektet namnger och som ingen har sökt i för allt detta: {names}.",
        "look_in": "Att leta i: {names}.",
        "then": "En sökning som inte finner något ger värdet inget funnet; först då går det att säga var något kan startas.",
        "bridges": "Par av aktörer som verkar i samma ruta, saknar gemensamt initiativ och har minst {count} gemensamma partner: {pairs}. "
        "Det är förslag: de sparas inte och ritas inte som band.",
        "no_bridges": "Inget par i samma ruta saknar gemensamt initiativ och har minst {count} gemensamma partner.",
        "one_group": "I {count} av {of} rader hör alla gemensamma partner till en enda ägargrupp.",
        "recorded": "Att två inte har något gemensamt gäller det som källorna nämner; de kan ha mer med varandra att göra.",
    },
    "en": {
        "no_gaps": "In no cell has a search found nothing, so no new initiative can be proposed on the strength of what was searched.",
        "gaps": "The plan chooses among {cells} where a search found nothing (none found in the sources that were searched).",
        "unknown": "Not searched: {cells}. There the advice is to search first, not to start something{listed}. "
        "plan --searches shows which searches would tell most.",
        "listed": "; {count} of them stand last in the table",
        "indirect": "Only indirectly documented, and in no plan: {cells}. Something may exist there.",
        "equal": "No need is given: all cells weigh the same.",
        "need": "Cells weigh by the need of their district.",
        "without": "The need of {names} is not known; the mean of the others is used.",
        "covers": "The plan that covers most reaches {share} of what the cells with nothing found weigh together.",
        "same": "{count} of the other plans in the table cover as much. Which of them stands first is decided by the order of the cells, "
        "not by data.",
        "price": "Taking the weakest first covers {share} less than the plan that covers most.",
        "no_price": "Taking the weakest first costs nothing: that plan covers as much.",
        "served": "Near something documented, and counted as reached: {cells} with nothing found.",
        "room": "The budget has room for {count} more, but there are no more cells with nothing found to choose.",
        "instead": "{names} is not searched and therefore stands among what to search.",
        "answers": "Without an answer: {cells}; {unknown} are not searched and {indirect} only indirectly documented.",
        "all_answered": "No cell is without an answer, so no search needs to be made first.",
        "tell": "The searches in the table would give an answer in {cells}, {share} of what is unknown.",
        "equal_searches": "No need is given: all cells without an answer weigh the same, those with indirect evidence less.",
        "need_searches": "Cells weigh by the need of their district, those with indirect evidence less.",
        "effort": "Every search counts as the same work; say otherwise with --effort.",
        "greedy": "The cells are too many to try every set: searches are chosen one after another by what each adds.",
        "unnamed": "{districts} that no source has named: none of the searches answers for them. First get the names and put them in the "
        "table districts.",
        "registers": "Registers that the project names and nobody has searched for all of this: {names}.",
        "look_in": "Where to look: {names}.",
        "then": "A search that finds nothing gives the value none found; only then can be said where something could start.",
        "bridges": "Pairs of actors who act in the same cell, share no initiative and have at least {count} partners in common: {pairs}. "
        "These are suggestions: they are not stored, and not drawn as ties.",
        "no_bridges": "No pair in the same cell is without an initiative in common and has at least {count} partners in common.",
        "one_group": "In {count} of {of} rows all partners in common belong to one owner group.",
        "recorded": "That two have nothing in common is of what the sources mention; they may have more to do with one another.",
    },
}  # fmt: skip

#: The kind of source where an actor of a sector leaves traces.
_SOURCES: Final[Mapping[str, Mapping[Language, str]]] = {
    "Municipality": {
        "sv": "nämndernas protokoll, avtal och bidragsbeslut",
        "en": "minutes, agreements and grant decisions of municipal committees",
    },
    "RegionalAuthority": {"sv": "regionens beslut och bidrag", "en": "decisions and grants of the region"},
    "StateAgency": {
        "sv": "myndigheternas listor över beviljade bidrag",
        "en": "state agencies' lists of grants",
    },
    "Police": {
        "sv": "polisens samverkansöverenskommelser och medborgarlöften",
        "en": "the police's agreements with the municipality",
    },
    "PublicHousing": {
        "sv": "bostadsbolagets års- och hållbarhetsredovisning",
        "en": "annual and sustainability reports of public housing companies",
    },
    "PropertyOwner": {
        "sv": "fastighetsägarnas föreningar och webbplatser",
        "en": "property owners' associations and sites",
    },
    "Business": {
        "sv": "företagens hållbarhetsredovisningar",
        "en": "sustainability reports of companies",
    },
    "CivilSociety": {
        "sv": "föreningsregistret och föreningarnas verksamhetsberättelser",
        "en": "the register of associations and their annual reports",
    },
    "University": {
        "sv": "lärosätenas projekt- och publikationsdatabaser",
        "en": "project and publication databases of universities",
    },
    "Media": {"sv": "lokaltidningens arkiv", "en": "the local paper's archive"},
    "Residents": {
        "sv": "boendemöten och samråd, genom att fråga på plats",
        "en": "residents' meetings and consultations, by asking on the spot",
    },
}


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
    return [_SOURCES[one][language] for one in bare if one in _SOURCES]


def plan_in_words(found: Plan, language: Language = "sv") -> list[str]:
    """Return what a plan rests on and what it costs to choose otherwise."""
    words, counts = _WORDS[language], found.counts

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
    words = _WORDS[language]
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
        quote = "”{}”" if language == "sv" else "“{}”"
        sentences.append(words["registers"].format(names=", ".join(quote.format(one) for one in registers)))
    if kinds := kinds_of_sources(sectors, language):
        sentences.append(words["look_in"].format(names="; ".join(kinds)))
    return [*sentences, words["then"]]


def bridges_in_words(bridges: pl.DataFrame, language: Language = "sv", *, partners: int = 2) -> list[str]:
    """Return what missing bridges are and are not."""
    words = _WORDS[language]
    if bridges.is_empty():
        return [words["no_bridges"].format(count=partners), words["recorded"]]
    pairs = bridges.unique(["actor_a", "actor_b"]).height
    sentences = [words["bridges"].format(pairs=whole(pairs, language), count=partners)]
    if alone := bridges.filter(bridges["partner_groups"] == 1).height:
        of = whole(bridges.height, language)
        sentences.append(words["one_group"].format(count=whole(alone, language), of=of))
    return [*sentences, words["recorded"]]
