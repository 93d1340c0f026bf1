"""
The five questions every engine is asked, the lightest first.

None counts what two graphs may both hold: pyoxigraph's own union of graphs would count it twice.
"""

from __future__ import annotations

PREFIXES = """\
PREFIX sg: <https://w3id.org/samverkansgraf/ns#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""

QUESTIONS = {
    "label lookup": 'SELECT ?actor WHERE { ?actor skos:prefLabel "Aktör 7"@sv }',
    "two hops": """
        SELECT DISTINCT ?other WHERE {
          ?own org:member <https://example.org/city/actor/a123> ; org:organization ?initiative .
          ?participation org:organization ?initiative ; org:member ?other .
        }""",
    "filter by date": """
        SELECT ?participation ?initiative WHERE {
          ?participation a sg:Participation ; org:organization ?initiative ; sg:startEarliest ?start .
          FILTER(?start >= "2020-01-01"^^xsd:date && ?start < "2020-07-01"^^xsd:date)
        }""",
    "district × theme": """
        SELECT ?district ?theme (COUNT(DISTINCT ?initiative) AS ?initiatives) WHERE {
          ?placement a sg:Placement ; sg:placed ?initiative ; sg:place ?district .
          ?initiative dct:subject ?theme .
        } GROUP BY ?district ?theme""",
    "co-participation": """
        SELECT (COUNT(*) AS ?pairs) WHERE {
          ?first org:organization ?initiative ; org:member ?a .
          ?second org:organization ?initiative ; org:member ?b .
          FILTER(STR(?a) < STR(?b))
        }""",
}

#: What a frame of participations holds, fetched row by row; set against reading the frames from Parquet.
PARTICIPATIONS = """
SELECT ?participation ?actor ?initiative ?role ?certainty WHERE {
  ?participation a sg:Participation ; org:member ?actor ; org:organization ?initiative ;
    org:role ?role ; sg:certainty ?certainty .
}"""
