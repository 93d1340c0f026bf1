"""What a check finds: faults, warnings and notes, each with its place and remedy."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

Severity = Literal["fault", "warning", "note"]

#: The severities, the gravest first.
SEVERITIES: Final[tuple[Severity, ...]] = ("fault", "warning", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """
    One thing a check found.

    ``table``, ``row`` and ``column`` are the place in the project's tables (the header is
    row 1), ``node`` is the IRI of the thing concerned; ``None`` where there is none.
    """

    severity: Severity
    message: str
    table: str | None = None
    row: int | None = None
    column: str | None = None
    node: str | None = None
    remedy: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """
        Return the finding as a row of ``check --format json``.

        Examples
        --------
        >>> Finding(severity="note", message="no district", table="initiatives", row=3).as_dict()
        {'severity': 'note', 'table': 'initiatives', 'row': 3, 'column': None, 'node': None,
         'message': 'no district', 'remedy': None}
        """
        values = asdict(self)
        return {
            key: values[key] for key in ("severity", "table", "row", "column", "node", "message", "remedy")
        }

    def line(self) -> str:
        """
        Return the finding as one line, its place before its message.

        Examples
        --------
        >>> Finding(severity="note", message="no district", table="initiatives", row=3).line()
        'note: initiatives row 3: no district'
        """
        place = self.table or ""
        place += f" row {self.row}" if self.row is not None else ""
        place += f", column {self.column}" if place and self.column else ""
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{self.severity}: {place}{': ' if place else ''}{self.message}{remedy}"
