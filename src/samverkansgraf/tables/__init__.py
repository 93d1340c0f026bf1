"""Read a project's tables: files to rows, names to IRIs, every fault with its place."""

from samverkansgraf.tables.folder import ProjectTables, read_project

__all__ = ["ProjectTables", "read_project"]
