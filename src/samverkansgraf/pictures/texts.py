"""What the pictures say to their readers, in Swedish and English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from samverkansgraf.project import Language

_TEXTS: Final[dict[str, tuple[str, str]]] = {
    # The page
    "skip": ("Hoppa till tabellerna", "Skip to the tables"),
    "lead": (
        "Bilden visar vem som deltar i vad. Välj ett streck för att se citatet och källan bakom det.",
        "The picture shows who takes part in what. Choose a line to see the phrase and the source behind it.",
    ),
    "as_of": ("Per den {date}", "As of {date}"),
    "count_actors": ("{n} aktörer", "{n} actors"),
    "count_actors_one": ("1 aktör", "1 actor"),
    "count_initiatives": ("{n} initiativ", "{n} initiatives"),
    "count_initiatives_one": ("1 initiativ", "1 initiative"),
    "count_links": ("{n} länkar", "{n} links"),
    "count_links_one": ("1 länk", "1 link"),
    "picture": ("Bild", "Picture"),
    "picture_of": ("Vem deltar i vad: {title}", "Who takes part in what: {title}"),
    "no_script": (
        "Sök, filter och val i bilden kräver JavaScript. Allt innehåll finns också i tabellerna nedan.",
        "Search, filters and choosing in the picture need JavaScript. All of it is in the tables below too.",
    ),
    "canvas_role": ("interaktiv nätverksbild", "interactive network picture"),
    "canvas_help": (
        ("Vänster- och högerpil går mellan initiativ och aktörer. Nedpil och uppåtpil går mellan länkarna "
        "hos den valda. Blanksteg följer länken till andra änden. Retur öppnar uppgifterna, Escape går ur."),
        ("Left and right arrows move between initiatives and actors. Down and up arrows move between the "
        "links of the chosen one. Space follows a link to its other end. Enter opens the details, "
        "Escape leaves."),
    ),
    "keys": ("Så styr du bilden med tangentbordet", "How to use the picture by keyboard"),
    "zoom_in": ("Förstora", "Zoom in"),
    "zoom_out": ("Förminska", "Zoom out"),
    "zoom_all": ("Visa hela bilden", "Show the whole picture"),
    "nothing_to_show": ("Det finns inga deltaganden att visa.", "There are no participations to show."),
    # Search and filters
    "search": ("Sök aktör eller initiativ", "Search for an actor or initiative"),
    "search_and_filters": ("Sök och filtrera", "Search and filter"),
    "filters": ("Filter", "Filters"),
    "filter_sector": ("Aktörens sektor", "The actor’s sector"),
    "filter_role": ("Roll", "Role"),
    "filter_district": ("Initiativets plats", "The initiative’s place"),
    "filter_theme": ("Initiativets tema", "The initiative’s theme"),
    "filter_period": ("Period", "Period"),
    "period_from": ("Från år", "From year"),
    "period_to": ("Till år", "To year"),
    "period_note": (
        "Bara det som säkert låg utanför perioden döljs. Det som saknar årtal visas alltid.",
        "Only what surely fell outside the period is hidden. What has no date is always shown.",
    ),
    "filter_chance": (
        "Visa bara aktörer som delar fler initiativ än slumpen ger",
        "Show only actors that share more initiatives than chance gives",
    ),
    "measure_degree": (
        "Andel av initiativen (eller av aktörerna) den är länkad till: gradcentralitet",
        "Share of the initiatives (or actors) it is linked to: degree",
    ),
    "measure_betweenness": (
        "Hur ofta den ligger på kortaste vägen mellan andra: mellanliggande centralitet",
        "How often it lies on the shortest way between others: betweenness",
    ),
    "measure_range": (
        "{low} till {high} beroende på vilka säkerhetsgrader som räknas",
        "{low} to {high} depending on which certainties count",
    ),
    "rank_actors": ("plats {rank} bland aktörerna", "rank {rank} among the actors"),
    "rank_initiatives": ("plats {rank} bland initiativen", "rank {rank} among the initiatives"),
    "rank_range_actors": (
        "plats {rank} bland aktörerna ({low} till {high} om någon källa eller något initiativ tas bort)",
        "rank {rank} among the actors ({low} to {high} if any one source or initiative is left out)",
    ),
    "rank_range_initiatives": (
        "plats {rank} bland initiativen ({low} till {high} om någon källa eller något initiativ tas bort)",
        "rank {rank} among the initiatives ({low} to {high} if any one source or initiative is left out)",
    ),
    "rank_withheld": ("ingen plats anges: {reason}", "no rank is given: {reason}"),
    "suggestions": ("Förslag", "Suggestions"),
    "path": ("Väg mellan två", "A way between two"),
    "path_from": ("Från", "From"),
    "path_to": ("Till", "To"),
    "path_show": ("Visa vägen", "Show the way"),
    "path_found": ("Kortaste vägen: {n} länkar", "The shortest way: {n} links"),
    "path_found_one": ("Kortaste vägen: 1 länk", "The shortest way: 1 link"),
    "path_none": ("Ingen väg finns bland det som visas.", "There is no way among what is shown."),
    "path_choose": ("Välj två ur förslagen.", "Choose two from the suggestions."),
    "path_others": (
        "Det kan finnas andra lika korta vägar.",
        "There may be other ways as short.",
    ),
    "save": ("Spara", "Save"),
    "save_svg": ("Spara bilden (SVG)", "Save the picture (SVG)"),
    "save_png": ("Spara bilden (PNG)", "Save the picture (PNG)"),
    "save_csv": ("Hämta som CSV", "Download as CSV"),
    "saved": ("Sparat som {name}", "Saved as {name}"),
    "sort_by": ("Sortera efter {column}", "Sort by {column}"),
    "sorted_up": ("Sorterat stigande efter {column}", "Sorted ascending by {column}"),
    "sorted_down": ("Sorterat fallande efter {column}", "Sorted descending by {column}"),
    "filter_certainty": ("Hur säkert", "How certain"),
    "reset": ("Visa allt", "Show everything"),
    "shown": ("Visar {actors}, {initiatives} och {links}.", "Showing {actors}, {initiatives} and {links}."),
    "hits": ("{n} träffar", "{n} matches"),
    "hits_one": ("1 träff", "1 match"),
    "hits_none": ("Inga träffar", "No matches"),
    "hits_more": ("De {n} första visas.", "The first {n} are shown."),
    "hidden_by_filter": ("dolt av filtret", "hidden by the filter"),
    # The panel
    "panel": ("Det valda", "What is chosen"),
    "panel_empty": (
        "Välj en aktör, ett initiativ eller ett streck i bilden, så visas citat och källor här.",
        "Choose an actor, an initiative or a line in the picture to see phrases and sources here.",
    ),
    "close": ("Stäng", "Close"),
    "chosen_cleared": ("Inget är valt.", "Nothing is chosen."),
    "show_evidence": ("Visa belägg", "Show evidence"),
    "links_of": ("Länkar", "Links"),
    "link_position": ("Länk {k} av {n}: {link}", "Link {k} of {n}: {link}"),
    "link_name": ("{actor}, {role}: {initiative}", "{actor}, {role}: {initiative}"),
    "go_to": ("Gå till {label}", "Go to {label}"),
    "evidence": ("Belägg", "Evidence"),
    "evidence_of": ("Uppgifterna om initiativet bygger på", "The details of the initiative rest on"),
    "no_evidence": ("Inget belägg är angivet.", "No evidence is given."),
    "no_quote": ("Inget citat är angivet.", "No phrase is given."),
    "no_links": ("Inga deltaganden är belagda.", "No participations are documented."),
    # Terms
    "kind": ("Slag", "Kind"),
    "aliases": ("Kallas även", "Also called"),
    "names_in_time": ("Namn genom tiden", "Names over time"),
    "differ": ("Källorna säger olika ({property})", "The sources say different things ({property})"),
    "differ_claims": ("Källorna säger olika", "The sources say different things"),
    "differ_disputed": ("Påståenden där någon säger emot", "Claims that someone speaks against"),
    "claim_of": ("Enligt {who}: {text}", "According to {who}: {text}"),
    "claim_by": ("{claim} ({source})", "{claim} ({source})"),
    "reply": ("Svar", "Reply"),
    "reply_by": ("”{text}” ({who}, {date})", "“{text}” ({who}, {date})"),
    "value_by": ("{value} enligt {source}", "{value} according to {source}"),
    "sector": ("Sektor", "Sector"),
    "part_of": ("Del av", "Part of"),
    "owner": ("Ägare", "Owner"),
    "identifier": ("Organisationsnummer", "Organisation number"),
    "status": ("Status", "Status"),
    "dates": ("Tid", "Time"),
    "themes": ("Teman", "Themes"),
    "places": ("Plats", "Place"),
    "description": ("Beskrivning", "Description"),
    "aims": ("Syfte", "Aim"),
    "principles": ("Principer", "Principles"),
    "activities": ("Aktiviteter", "Activities"),
    "methods": ("Metod", "Method"),
    "strengthens": ("Ska förstärka", "Is to strengthen"),
    "related": ("Hör ihop med", "Linked to"),
    "constitutes": ("Är också aktören", "Is also the actor"),
    "role": ("Roll", "Role"),
    "certainty": ("Säkerhet", "Certainty"),
    "scope": ("Omfattning", "Scope"),
    "influence": ("Inflytande", "Influence"),
    "amount": ("Belopp", "Amount"),
    "quote": ("Citat", "Phrase"),
    "speaker": ("Sagt av", "Said by"),
    "where": ("Var", "Where"),
    "source": ("Källa", "Source"),
    "source_date": ("Källans datum", "Date of the source"),
    "source_address": ("Källans adress", "Address of the source"),
    "standing": ("Källans ställning", "Standing of the source"),
    "second_hand": ("Andra hand", "Second hand"),
    "second_hand_through": ("känt bara genom {through}", "known only through {through}"),
    "second_hand_plain": ("känt bara genom någon annans citat", "known only through somebody else’s quotation"),
    "actor": ("Aktör", "Actor"),
    "initiative": ("Initiativ", "Initiative"),
    "known_of_it": ("Uppgifter", "Details"),
    "takes_part_in": ("Deltar i", "Takes part in"),
    "participants": ("Deltagare", "Participants"),
    "set": ("Flera organ, okänt hur många", "Several bodies, number unknown"),
    "not_given": ("inte angivet", "not given"),
    # Kinds of actors, words for standing
    "kind_organisation": ("organisation", "organisation"),
    "kind_unit": ("enhet", "unit"),
    "kind_collective": ("grupp som ingen har räknat upp", "group that nobody has listed"),
    "kind_person": ("person", "person"),
    "kind_initiative": ("initiativ", "initiative"),
    "ByAParty": ("skriven av en deltagare", "written by a participant"),
    "Affiliated": (
        "skriven av någon med annan ställning hos en deltagare",
        "written by someone with another position with a participant",
    ),
    "Relayed": (
        "återger en deltagares ord, inte skriven av en deltagare",
        "relays the words of a participant, not written by a participant",
    ),
    "Independent": ("inte skriven av en deltagare", "not written by a participant"),
    "StandingUnknown": ("okänt vem som har skrivit", "not known who wrote it"),
    # Places in a source
    "where_par": ("stycke {n}", "paragraph {n}"),
    "where_p": ("sida {n}", "page {n}"),
    "where_c": ("tecken {n}", "characters {n}"),
    # Dates
    "from": ("från {start}", "from {start}"),
    "until": ("till {end}", "until {end}"),
    "from_until": ("{start} till {end}", "{start} to {end}"),
    # Legend
    "legend": ("Teckenförklaring", "Legend"),
    "legend_actors": ("Aktörer: form och färg visar sektor", "Actors: shape and colour show the sector"),
    "legend_initiatives": ("Initiativ", "Initiatives"),
    "legend_certainty": ("Streckets mönster visar hur säkert", "The pattern of a line shows how certain"),
    "legend_role": (
        "Streckets tjocklek visar roll (rollen står också på strecket)",
        "The width of a line shows the role (which is also written on it)",
    ),
    "legend_set": ("dubbel ram: flera organ, okänt hur många", "double frame: several bodies, number unknown"),
    "legend_planned": ("streckad ram: föreslaget eller planerat", "dashed frame: proposed or planned"),
    "legend_plain": ("ram: initiativ", "frame: initiative"),
    "legend_collective": ("ofylld: grupp som ingen har räknat upp", "not filled: group that nobody has listed"),
    "legend_role_chosen": ("Streckets tjocklek visar roll", "The width of a line shows the role"),
    "legend_lead": ("leder", "leads"),
    "legend_tie": ("deltar", "takes part"),
    "legend_no_tie": (
        "finansierar, rapporterar eller är målgrupp (räknas inte som samarbete)",
        "funds, informs or is a target group (not counted as cooperation)",
    ),
    "tour": ("Rundtur", "Guided tour"),
    "tour_begin": ("Börja rundturen", "Begin the tour"),
    "tour_step": ("Steg {k} av {n}", "Step {k} of {n}"),
    "tour_back": ("Föregående", "Previous"),
    "tour_next": ("Nästa", "Next"),
    "tour_end": ("Avsluta rundturen", "End the tour"),
    "group_rest": ("små grupper", "small groups"),
    "group_around": ("kring {label}", "around {label}"),
    "large_lead": (
        "Nätverket är för stort för att läsas på en gång. Bilden visar det därför i {n} grupper; välj en för att öppna den, eller sök.",
        "The network is too large to be read at once. The picture therefore shows it in {n} groups; choose one to open it, or search.",
    ),
    "groups_community": (
        "Grupperna är sådana som har fler länkar inom sig än till andra (Louvain, modularitet), namngivna efter den med flest länkar.",
        "The groups have more links within than to others (Louvain, modularity) and are named by the one with most links.",
    ),
    "groups_sector": (
        "Grupperna är sektorer. Ett initiativ hör till den sektor som flest av dess deltagare har.",
        "The groups are sectors. An initiative goes with the sector most of its participants have.",
    ),
    "groups_district": (
        "Grupperna är platser. En aktör hör till den plats där den har flest initiativ.",
        "The groups are places. An actor goes with the place where most of its initiatives are.",
    ),
    "group_summary": ("Grupp: {name}, {actors}, {initiatives}", "Group: {name}, {actors}, {initiatives}"),
    "group_open": ("Öppna gruppen", "Open the group"),
    "group_close": ("Tillbaka till grupperna", "Back to the groups"),
    "group_opened": ("Gruppen {name} är öppen: {actors}, {initiatives}", "The group {name} is open: {actors}, {initiatives}"),
    "group_members": ("De med flest länkar", "Those with most links"),
    "group_neighbours": ("Länkar till andra grupper", "Links to other groups"),
    "group_too_large": (
        "Bara de {n} med flest länkar ritas. Filtrera eller sök för att se andra.",
        "Only the {n} with most links are drawn. Filter or search to see others.",
    ),
    "group_links": ("{name}: {links}", "{name}: {links}"),
    "overview_keys": (
        "Pilarna går mellan grupperna, Retur öppnar en grupp och Escape går tillbaka.",
        "Arrows move between the groups, Enter opens one and Escape goes back.",
    ),
    "rows_more": ("Visa {n} rader till", "Show {n} more rows"),
    "rows_shown": ("Visar {shown} av {all} rader. CSV-filen får alla.", "Showing {shown} of {all} rows. The CSV file gets all."),
    "large_no_script": (
        "Utan JavaScript visas bara översikten. Allt innehåll finns i tabellerna från kommandot export.",
        "Without JavaScript there is only the overview. All of it is in the tables that the export command writes.",
    ),
    "very_large": (
        "Med {n} deltaganden blir sidan tung. Rita hellre en del av staden, till exempel ett projekt med färre platser, eller per ett datum (--at).",
        "With {n} participations the page is heavy. Better draw a part of it, such as a project of fewer places, or as of a date (--at).",
    ),
    "legend_room": (
        "Namn som skulle täcka andra skrivs först när bilden förstoras eller något väljs; initiativ ritas så länge som små rutor.",
        "Names that would cover others are written once the picture is enlarged or something is chosen; until then initiatives are small boxes.",
    ),
    "layout": ("Placering", "Placing"),
    "legend_size": ("Formens yta visar {measure}", "The area of a shape shows {measure}"),
    "size_degree": (
        "andel av initiativen som aktören deltar i (gradcentralitet)",
        "the share of the initiatives an actor takes part in (degree)",
    ),
    "size_betweenness": (
        "hur ofta aktören ligger på kortaste vägen mellan andra (mellanliggande centralitet)",
        "how often an actor lies on the shortest way between others (betweenness)",
    ),
    "legend_unsized": (
        "streckad kant: ingen storlek, för aktören mäts inte eller rangordnas inte (underlaget är dess eget)",
        "dashed rim: no size, as the actor is not measured, or not ranked (it wrote the sources itself)",
    ),
    "legend_zones": (
        "Rutorna samlar {what}; läget inom en ruta betyder inget",
        "The areas gather {what}; the place within an area means nothing",
    ),
    "zones_sector": ("aktörer ur samma sektor", "actors of one sector"),
    "zones_district": ("initiativ på samma plats", "initiatives in one place"),
    "several_places": ("flera platser", "several places"),
    "no_place": ("plats inte angiven", "place not given"),
    "unknown_sector": ("sektor inte angiven", "sector not given"),
    # Tables
    "tables": ("Samma innehåll som tabeller", "The same as tables"),
    "table_actors": ("Aktörer", "Actors"),
    "table_initiatives": ("Initiativ", "Initiatives"),
    "table_participations": ("Deltaganden med belägg", "Participations with evidence"),
    "name": ("Namn", "Name"),
    # The still picture
    "still_desc": (
        ("Nätverk med {actors}, {initiatives} och {links}. Aktörerna ritas som figurer efter sektor, "
        "initiativen som rutor, och varje streck går från en aktör till ett initiativ."),
        ("Network of {actors}, {initiatives} and {links}. Actors are drawn as shapes by sector, "
        "initiatives as boxes, and every line leads from an actor to an initiative."),
    ),
}  # fmt: skip


def text(key: str, language: Language, /, **values: object) -> str:
    """
    Return a text of the pictures with its values filled in.

    Parameters
    ----------
    key
        Name of the text.
    language
        ``sv`` or ``en``.
    values
        What the text's braces stand for; braces inside a value are left as they are.

    Raises
    ------
    KeyError
        There is no such text.

    Examples
    --------
    >>> text("count_actors", "sv", n=18)
    '18 aktörer'
    """
    pattern = _TEXTS[key][0 if language == "sv" else 1]
    return pattern.format(**values) if values else pattern


def counted(key: str, number: int, language: Language) -> str:
    """
    Return a count in words that agree with it.

    Examples
    --------
    >>> counted("count_links", 1, "sv")
    '1 länk'
    """
    return text(f"{key}_one", language) if number == 1 else text(key, language, n=grouped(number, language))


def grouped(number: int, language: Language) -> str:
    """
    Write a count, with its thousands set apart where it has five digits or more.

    Examples
    --------
    >>> grouped(9999, "en"), grouped(14568, "en")
    ('9999', '14,568')
    """
    if number < 10_000:  # noqa: PLR2004 - of four digits both languages make one group
        return str(number)
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}" if language == "sv" else ",")


def texts_for_script(language: Language) -> dict[str, str]:
    """Return the texts that the page's script needs, braces unfilled."""
    return {key: text(key, language) for key in _SCRIPT_KEYS}


_SCRIPT_KEYS: Final = (
    "certainty", "chosen_cleared", "close", "count_actors", "count_actors_one", "count_initiatives",
    "count_initiatives_one", "count_links", "count_links_one", "evidence", "evidence_of", "go_to",
    "hidden_by_filter", "hits", "hits_more", "hits_none", "hits_one", "link_name", "link_position",
    "links_of", "path", "path_choose", "path_found", "path_found_one", "path_none", "path_others", "saved",
    "group_summary", "group_open", "group_close", "group_opened", "group_members", "group_neighbours",
    "group_too_large", "group_links", "rows_more", "rows_shown",
    "sorted_down", "sorted_up", "no_evidence", "no_links", "no_quote", "panel_empty", "role", "show_evidence", "shown",
)  # fmt: skip
