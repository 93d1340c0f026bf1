"""The graph: the only room that knows RDF engines."""

from samverkansgraf.graph.build import Build, build
from samverkansgraf.graph.diff import changed_quads
from samverkansgraf.graph.knowledge_graph import KnowledgeGraph, of_build, open_graph
from samverkansgraf.graph.store import write_store

__all__ = ["Build", "KnowledgeGraph", "build", "changed_quads", "of_build", "open_graph", "write_store"]
