"""`Module.summary`: what every layer returns, holds and costs for inputs of given shapes."""

import html
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import swiftgrad as sg

from .._core import DType, Parameter, Tensor

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

    Operations are two for each multiply-add of products, convolutions, attention and recurrent steps, as the profile
    counts them. Parameters that several modules share count once in the totals. Prints as a table above its totals.
    """

    def __init__(self, lines: list[Line], parameters: list[Parameter]) -> None:
        self.lines = lines
        self.parameters = sum(p.size for p in parameters)
        self.trainable = sum(p.size for p in parameters if p.requires_grad)
        self.parameter_bytes = sum(p.nbytes for p in parameters)
        self.output_bytes = sum(line.output_bytes for line in lines)
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
            f"{self.parameters:,} parameters ({self.trainable:,} trainable, {self.parameters - self.trainable:,} not), "
            f"{self.parameter_bytes / 2**20:,.2f} MB; outputs {self.output_bytes / 2**20:,.2f} MB; "
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
    """Calls the model once, in evaluation mode and off the tape, on the inputs: shapes (of zeros) or tensors.

    Zeros are integers where the model does not take others.
    """
    modules = list(model.named_modules())
    modes = [(module, module.training) for _, module in modules]
    model.eval()
    try:
        try:
            return _measured(model, modules, [_input(value, sg.float32) for value in inputs])
        except TypeError:
            if all(isinstance(value, Tensor) for value in inputs):
                raise
            return _measured(model, modules, [_input(value, sg.int64) for value in inputs])
    finally:
        for module, mode in modes:
            module._set_mode(mode)


def _input(value: Any, dtype: DType) -> Tensor:
    return value if isinstance(value, Tensor) else sg.zeros(tuple(value), dtype=dtype)


def _measured(model: "Module", modules: list[tuple[str, "Module"]], inputs: list[Tensor]) -> Summary:
    results: dict[Module, Any] = {}
    handles = [
        module.register_forward_hook(lambda m, args, result: results.__setitem__(m, result)) for _, module in modules
    ]
    try:
        with sg.no_grad(), sg.profile() as profile:
            model(*inputs)
    finally:
        for handle in handles:
            handle.remove()
    flops: dict[str, int] = {}
    for event in profile.events:
        flops[event["layer"]] = flops.get(event["layer"], 0) + int(event["flops"] or 0)
    return Summary(
        [_line(path, module, results.get(module, ()), flops) for path, module in modules], list(model.parameters())
    )


def _line(path: str, module: "Module", result: Any, flops: dict[str, int]) -> Line:
    outputs = _tensors(result)
    name = type(module).__name__
    return Line(
        path,
        name,
        len(path.split(".")) if path else 0,
        tuple(tuple(output.shape) for output in outputs),
        sum(p.size for p in module.parameters(recurse=False)),
        flops.get(module.path or name, 0),
        sum(output.nbytes for output in outputs),
    )


def _tensors(result: Any) -> list[Tensor]:
    """The tensors in what a module returned, those of a list in it too."""
    if isinstance(result, (tuple, list)):
        return [tensor for value in result for tensor in _tensors(value)]
    return [result] if isinstance(result, Tensor) else []
