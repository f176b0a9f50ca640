"""Tables of comma-separated values."""

import csv
from os import PathLike
from typing import Any

import numpy as np


def read_csv(path: str | PathLike[str], target: str | None = None, delimiter: str = ",") -> Any:
    """The columns of a file whose first line names them: a dict of arrays, or with a target `(x, y)`.

    A column is int64 if all its values are whole numbers, float64 if they are numbers or empty (NaN), else str. With
    target, the name of a column, x has all others as float32 (n, columns) and y is the target: float32 for floats,
    int64 for whole numbers, and for words the numbers of the distinct ones in alphabetical order. ValueError names the
    file, and the line or the column, that is wrong.
    """
    with open(path, newline="", encoding="utf-8") as file:
        lines = csv.reader(file, delimiter=delimiter)
        try:
            names = next(lines, None)
            rows = [(lines.line_num, row) for row in lines if row]
        except (csv.Error, UnicodeDecodeError) as error:
            raise ValueError(f"{path}: line {lines.line_num}: {error}") from error
    if not names or not rows:
        raise ValueError(
            f"{path}: expected a line of names and lines of values, found {len(rows) if names else 0} lines"
        )
    names = [name.strip() for name in names]
    if len(set(names)) != len(names):
        raise ValueError(f"{path}: a name comes twice in the first line: {', '.join(names)}")
    for number, row in rows:
        if len(row) != len(names):
            raise ValueError(f"{path}: line {number} has {len(row)} values for {len(names)} columns")
    columns = {name: _column([row[i].strip() for _, row in rows]) for i, name in enumerate(names)}
    if target is None:
        return columns
    if target not in columns:
        raise ValueError(f"{path}: there is no column {target!r}; there are {', '.join(names)}")
    y = columns.pop(target)
    for name, column in columns.items():
        if column.dtype.kind == "U":
            raise ValueError(f"{path}: column {name!r} has words, such as {str(column[0])!r}; read it without a target")
    x = np.stack([column.astype(np.float32) for column in columns.values()], axis=1)
    if y.dtype.kind == "U":
        y = np.unique(y, return_inverse=True)[1].reshape(-1).astype(np.int64)
    return x, y.astype(np.float32) if y.dtype.kind == "f" else y


def _column(texts: list[str]) -> np.ndarray:
    try:
        return np.array([int(text) for text in texts], np.int64)
    except (ValueError, OverflowError):
        pass
    try:
        return np.array([float(text) if text else np.nan for text in texts])
    except ValueError:
        return np.array(texts)
