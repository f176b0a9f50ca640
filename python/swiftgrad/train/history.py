"""`History`: what training reported, a row for each epoch."""

import html
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Row = dict[str, float | None]
_LONGEST_TABLE = 20
MEASUREMENTS = ("seconds", "samples_per_second", "memory_mb")
"""Columns that tell about the machine, not about the model."""


class History:
    """Losses and metrics by epoch: `history["val_loss"]` is a column, `history[-1]` the last epoch's row."""

    def __init__(self, rows: list[Row] | None = None) -> None:
        self.rows: list[Row] = rows or []

    @property
    def columns(self) -> list[str]:
        """The names, in the order in which they first appeared."""
        return list(dict.fromkeys(name for row in self.rows for name in row))

    def to_dict(self) -> dict[str, list[float | None]]:
        """Columns by name; None where an epoch did not report one."""
        return {name: [row.get(name) for row in self.rows] for name in self.columns}

    def plot(self, path: Any = None) -> "Figure":
        """The columns over the epochs, as a matplotlib figure; written to `path` too if given."""
        from .. import plot

        return plot.history(self, path)

    @overload
    def __getitem__(self, key: int) -> Row: ...
    @overload
    def __getitem__(self, key: str) -> list[float | None]: ...
    def __getitem__(self, key: int | str) -> Any:
        return self.rows[key] if isinstance(key, int) else self.to_dict()[key]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def _cells(self) -> list[list[str]]:
        """The table as text, its first row the names; a long one without its middle."""
        columns, rows = self.columns, self.rows
        table = [columns] + [[format_value(row.get(name)) for name in columns] for row in rows]
        if len(rows) <= _LONGEST_TABLE:
            return table
        half = _LONGEST_TABLE // 2
        return [*table[: half + 1], ["..."] * len(columns), *table[-half:]]

    def __repr__(self) -> str:
        if not self.rows:
            return "History(no epochs)"
        cells = self._cells()
        widths = [max(len(row[i]) for row in cells) for i in range(len(cells[0]))]
        return "\n".join("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in cells)

    def _repr_html_(self) -> str:
        if not self.rows:
            return "<i>no epochs</i>"
        lines = [
            "<tr>" + "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in row) + "</tr>"
            for tag, row in zip(["th"] + ["td"] * (_LONGEST_TABLE + 2), self._cells(), strict=False)
        ]
        return f"<table>{''.join(lines)}</table>"


def without_measurements(names: Iterable[str]) -> list[str]:
    """The columns that tell about the model."""
    return [name for name in names if name != "epoch" and name not in MEASUREMENTS]


def format_value(value: float | None) -> str:
    """A number as tables and progress bars show it: 5 digits at most, counts whole."""
    if value is None:
        return ""
    if float(value).is_integer() and abs(value) < 1e6:
        return str(int(value))
    return f"{value:.4f}" if 1e-3 <= abs(value) < 1e5 else f"{value:.3g}"
