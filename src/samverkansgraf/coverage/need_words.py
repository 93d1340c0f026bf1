"""The words of need, of what is expected, of how what there is is spread, and of coding; in Swedish and English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from samverkansgraf.project import Language

_TEXTS: Final[dict[str, dict[Language, str]]] = {
    # Reasons for a null
    "no_figure": {"sv": "inget värde: {indicators}", "en": "no value: {indicators}"},
    "one_district": {"sv": "ett enda område har värde; då finns ingen ordning", "en": "one district only has a value; that makes no order"},
    "few_districts": {
        "sv": "{n} områden har både folkmängd och värden; med färre än {least} säger modellen ingenting",
        "en": "{n} districts have both population and values; with fewer than {least} the model says nothing",
    },
    "no_population": {"sv": "folkmängden är inte känd", "en": "the population is not known"},
    "nothing_recorded": {"sv": "inget är antecknat någonstans", "en": "nothing is recorded anywhere"},
    "no_fit": {"sv": "modellen går inte att anpassa", "en": "the model cannot be fitted"},
    "too_few_to_spread": {"sv": "färre än två områden", "en": "fewer than two districts"},
    "no_groups": {"sv": "ingen indelning är vald, eller så saknar något område grupp", "en": "no groups are chosen, or not every district has one"},
    "no_need": {"sv": "inget behov är valt, eller så har färre än två områden värde", "en": "no need is chosen, or fewer than two districts have a value"},
    # Sentences
    "need": {
        "sv": "Behov är ordningen efter {figures}. Behovet vägs mot det antecknade: platsen i ordningen, från 0 till 1, gånger andelen av områdets rutor som inte är belagda (genomsökta utan fynd, bara indirekt belagda eller inte undersökta).",
        "en": "Need is the order by {figures}. It is weighed against what is recorded: the place in that order, from 0 to 1, times the share of the district's cells that are not documented (searched with nothing found, only indirectly documented or not searched).",
    },
    "need_figure": {"sv": "{indicator} ({period}, {high} värde är större behov)", "en": "{indicator} ({period}, a {high} value is greater need)"},
    "high": {"sv": "högt", "en": "high"},
    "low": {"sv": "lågt", "en": "low"},
    "need_steps": {
        "sv": "{indicator} är steg på en skala: bara ordningen räknas, och inga medelvärden bildas.",
        "en": "{indicator} are steps of a scale: only their order counts, and no means are made.",
    },
    "need_unknown": {
        "sv": "{share} av rutorna är inte undersökta eller bara indirekt belagda. Högsta och lägsta möjliga plats är de som området kan få när allt sådant visar sig vara belagt eller inte; "
        "{settled} av {ranked} områden har en plats som inte beror på det.",
        "en": "{share} of the cells are not searched or only indirectly documented. The highest and the lowest possible place are those that a district can have as all of this turns out to be documented or not; "
        "{settled} of {ranked} districts have a place that does not depend on it.",
    },
    "need_left_out": {"sv": "{n} områden saknar värde och har ingen plats.", "en": "{n} districts have no value and no place."},
    "expected": {
        "sv": "Väntat antal är vad de undersökta områdena tillsammans ger för en lika stor folkmängd och samma plats i behovsordningen (log-linjär modell, Cameron & Trivedi 2013). "
        "Intervallet rymmer 95 % av utfallen enligt en negativ binomialfördelning; observerat är vad som är antecknat, inte vad som finns.",
        "en": "The expected number is what the districts studied together give for as many people and the same place in the order of need (log-linear model, Cameron & Trivedi 2013). "
        "The interval holds 95% of outcomes of a negative binomial distribution; observed is what is recorded, not what there is.",
    },
    "expected_few": {
        "sv": "Färre belagda initiativ än väntat: {fewer}. Kanske färre, om det som bara är indirekt belagt inte finns där: {perhaps}.",
        "en": "Fewer documented initiatives than expected: {fewer}. Perhaps fewer, if what is only indirectly documented is not there: {perhaps}.",
    },
    "none": {"sv": "ingen", "en": "none"},
    "equity_people": {
        "sv": "Fördelningen gäller antecknade initiativ per invånare, varje område vägt med sin folkmängd.",
        "en": "What is spread is recorded initiatives per inhabitant, each district weighted by its population.",
    },
    "equity_districts": {
        "sv": "Fördelningen gäller antecknade initiativ per område, alla lika vägda, eftersom folkmängden inte är känd för alla.",
        "en": "What is spread is recorded initiatives per district, all weighted alike, as not every population is known.",
    },
    "equity": {
        "sv": "Intervallen är percentiler av {samples} stickprov av områden med återläggning, p av lika många omkastningar; frö {seed}. "
        "{unknown} av {districts} områden är inte undersökta i sin helhet eller bara indirekt belagda: ojämnheten kan vara skillnader i var någon har letat.",
        "en": "Intervals are percentiles of {samples} samples of districts with replacement, p of as many permutations; seed {seed}. "
        "{unknown} of {districts} districts are not searched as a whole or only indirectly documented: the inequality may be one of where anybody has looked.",
    },
    "coding_none": {
        "sv": "Teman är vår kodning. Ingen har kodat ett urval en andra gång (tabellen coding), så hur säker den är vet vi inte.",
        "en": "Themes are our coding. Nobody has coded a sample a second time (the table coding), so how reliable it is is not known.",
    },
    "coding": {
        "sv": "Teman är vår kodning. {coders} kodare har kodat {units} {what}; Krippendorffs alfa (nominal) är {alpha} (95 % bootstrap {low} till {high}).",
        "en": "Themes are our coding. {coders} coders coded {units} {what}; Krippendorff's alpha (nominal) is {alpha} (95% bootstrap {low} to {high}).",
    },
    "coding_undefined": {
        "sv": "Teman är vår kodning. {coders} kodare har kodat {units} {what}; Krippendorffs alfa går inte att räkna ut ({reason}).",
        "en": "Themes are our coding. {coders} coders coded {units} {what}; Krippendorff's alpha is undefined ({reason}).",
    },
    "by_initiative": {"sv": "initiativ", "en": "initiatives"},
    "by_pair": {"sv": "par av initiativ och tema (ja eller nej)", "en": "pairs of initiative and theme (yes or no)"},
    "no_pairs": {"sv": "inget är kodat av två", "en": "nothing is coded by two"},
    "no_variation": {"sv": "alla har samma värde", "en": "all have the same value"},
    "theme_by_us": {"sv": "tema kodat av oss", "en": "theme coded by us"},
    "theme_by_phrase": {"sv": "temat står i källan", "en": "the theme stands in the source"},
}  # fmt: skip


def text(key: str, language: Language, **values: object) -> str:
    """Return a text with its places filled."""
    return _TEXTS[key][language].format(**values)


def decimal(value: float, language: Language, *, digits: int = 2) -> str:
    """
    Return a number with so many decimals.

    Examples
    --------
    >>> decimal(0.743, "sv"), decimal(-0.5, "en", digits=1)
    ('0,74', '−0.5')
    """
    shown = f"{value:.{digits}f}".replace("-", "−")
    return shown.replace(".", ",") if language == "sv" else shown
