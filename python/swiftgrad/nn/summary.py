"""`Module.summary`: what every layer returns, holds and costs for inputs of given shapes."""

import html
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import swiftgrad as sg

from .._core import Tensor

if TYPE_CHECKING:
    from .module import Module

_HEAD = ("layer", "output shape", "parameters", "MFLOP", "output KB")


class Line(NamedTuple):
    """One module of the tree."""

    path: str
    name: str
    depth: int
    output_shapes: tuple[tuple[int, ...], ...]
    parameters: int
    flops: int
    output_bytes: int


class Summary:
    """A line for each module; the counts of parameters and operations are the module's own, without its children.

    Operations are two for each multiply-add of a layer with a weight of two axes or more (Linear, convolutions).
    Prints as a table, with the totals below it.
    """

    def __init__(self, lines: list[Line], parameters: int, trainable: int, parameter_bytes: int) -> None:
        self.lines = lines
        self.parameters = parameters
        self.trainable = trainable
        self.parameter_bytes = parameter_bytes
        self.flops = sum(line.flops for line in lines)

    def _cells(self) -> list[tuple[str, ...]]:
        rows: list[tuple[str, ...]] = [_HEAD]
        for line in self.lines:
            label = "  " * line.depth + (f"{line.path.rpartition('.')[2]}: " if line.path else "") + line.name
            shapes = ", ".join(map(str, line.output_shapes))
            flops = f"{line.flops / 1e6:,.3f}" if line.flops else ""
            size = f"{line.output_bytes / 1024:,.1f}" if line.output_shapes else ""
            rows.append((label, shapes, f"{line.parameters:,}" if line.parameters else "", flops, size))
        return rows

    def _totals(self) -> str:
        return (
            f"{self.parameters:,} parameters ({self.trainable:,} trainable), {self.parameter_bytes / 2**20:,.2f} MB; "
            f"{self.flops / 1e6:,.3f} MFLOP"
        )

    def __repr__(self) -> str:
        rows = self._cells()
        widths = [max(len(row[i]) for row in rows) for i in range(len(_HEAD))]
        lines = []
        for row in rows:
            cells = [
                cell.ljust(w) if i < 2 else cell.rjust(w) for i, (cell, w) in enumerate(zip(row, widths, strict=True))
            ]
            lines.append("  ".join(cells).rstrip())
        return "\n".join([*lines, self._totals()])

    def _repr_html_(self) -> str:
        rows = self._cells()
        tags = ["th"] + ["td"] * (len(rows) - 1)
        lines = (
            "<tr>" + "".join(f"<{tag} style='white-space:pre'>{html.escape(cell)}</{tag}>" for cell in row) + "</tr>"
            for tag, row in zip(tags, rows, strict=True)
        )
        return f"<table>{''.join(lines)}</table>{html.escape(self._totals())}"


def summarise(model: "Module", inputs: Sequence[Any]) -> Summary:
    """Calls the model once, in evaluation mode and off the tape, on the inputs: shapes (of zeros) or tensors."""
    tensors = [value if isinstance(value, Tensor) else sg.zeros(tuple(value)) for value in inputs]
    results: dict[Module, tuple[Any, Any]] = {}
    modules = list(model.named_modules())
    modes = [(module, module.training) for _, module in modules]
    handles = [
        module.register_forward_hook(lambda m, args, result: results.__setitem__(m, (args, result)))
        for _, module in modules
    ]
    try:
        with sg.no_grad():
            model.eval()(*tensors)
    finally:
        for handle in handles:
            handle.remove()
        for module, mode in modes:
            module._set_mode(mode)
    parameters = list(model.parameters())
    return Summary(
        [_line(path, module, *results.get(module, ((), ()))) for path, module in modules],
        sum(p.size for p in parameters),
        sum(p.size for p in parameters if p.requires_grad),
        sum(p.nbytes for p in parameters),
    )


def _line(path: str, module: "Module", args: Any, result: Any) -> Line:
    outputs = [
        value for value in (result if isinstance(result, (tuple, list)) else [result]) if isinstance(value, Tensor)
    ]
    own = dict(module.named_parameters(recurse=False))
    return Line(
        path,
        type(module).__name__,
        len(path.split(".")) if path else 0,
        tuple(tuple(output.shape) for output in outputs),
        sum(p.size for p in own.values()),
        _flops(own.get("weight"), args, outputs),
        sum(output.nbytes for output in outputs),
    )


def _flops(weight: Tensor | None, args: Any, outputs: list[Tensor]) -> int:
    """Every element of the output is a product with one row of the weight; a table that is looked up costs nothing."""
    if weight is None or weight.ndim < 2 or not outputs:
        return 0
    if any(isinstance(arg, Tensor) and not arg.dtype.is_floating_point for arg in args):
        return 0
    return 2 * outputs[0].size * math.prod(weight.shape[1:])
