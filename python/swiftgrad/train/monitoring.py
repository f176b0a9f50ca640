"""Looking into a run: gradients by layer, a learning rate to begin with, and whether a model can learn at all."""

import html
import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

import swiftgrad as sg

from .callbacks import Callback
from .history import Row, format_value

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ..nn.module import Module
    from .history import History
    from .trainer import Trainer


class GradientRow(NamedTuple):
    """The gradient of one parameter."""

    layer: str
    parameter: str
    norm: float
    weight_norm: float
    ratio: float
    verdict: str


class GradientReport:
    """The norms of the gradients a model has now, parameter by parameter, with a verdict for each.

    ratio is the gradient's norm over the weights'. A gradient is "exploding" when it is not finite or the ratio is
    above `exploding`, "vanishing" when the ratio is below `vanishing`, and "none" where backward never came: a part of
    the model that the loss does not depend on. Weights of norm 0 are judged by the gradient alone.
    """

    def __init__(self, model: "Module", vanishing: float = 1e-7, exploding: float = 1e3) -> None:
        if not 0 <= vanishing < exploding:
            raise ValueError(f"GradientReport: expected 0 <= vanishing < exploding, got {vanishing} and {exploding}")
        self.rows = [
            _row(name, parameter, vanishing, exploding)
            for name, parameter in model.named_parameters()
            if parameter.requires_grad
        ]

    @property
    def total(self) -> float:
        """The norm of all gradients together."""
        return math.sqrt(sum(row.norm**2 for row in self.rows if row.verdict != "none"))

    def _layers(self, verdict: str) -> list[str]:
        return list(dict.fromkeys(row.layer for row in self.rows if row.verdict == verdict))

    @property
    def vanishing(self) -> list[str]:
        """The layers with a gradient that is too small to learn from."""
        return self._layers("vanishing")

    @property
    def exploding(self) -> list[str]:
        """The layers with a gradient that is too large, or not finite."""
        return self._layers("exploding")

    @property
    def without(self) -> list[str]:
        """The layers that no gradient has reached."""
        return self._layers("none")

    def _cells(self) -> list[list[str]]:
        head = ["parameter", "gradient", "weights", "ratio", ""]
        numbers = [[*map(format_value, row[2:5])] for row in self.rows]
        return [head, *([row.parameter, *cells, row.verdict] for row, cells in zip(self.rows, numbers, strict=True))]

    def __repr__(self) -> str:
        cells = self._cells()
        widths = [max(len(row[i]) for row in cells) for i in range(5)]
        lines = [
            "  ".join(
                [row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True))]
            ).rstrip()
            for row in cells
        ]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        lines = [
            "<tr>" + "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in row) + "</tr>"
            for tag, row in zip(["th"] + ["td"] * len(self.rows), self._cells(), strict=True)
        ]
        return f"<table>{''.join(lines)}</table>"

    def plot(self, path: Any = None) -> "Figure":
        """The ratios of gradients to weights from the first parameter to the last, on a logarithmic scale."""
        from .. import plot

        figure = plot._figure(0.3 * len(self.rows) + 2, 3.4)
        axes = figure.subplots()
        colours = {"vanishing": "tab:blue", "exploding": "tab:red", "none": "tab:gray"}
        heights = [row.ratio if math.isfinite(row.ratio) else math.nan for row in self.rows]
        axes.bar(range(len(self.rows)), heights, color=[colours.get(row.verdict, "tab:green") for row in self.rows])
        axes.set(yscale="log", ylabel="gradient / weights")
        axes.set_xticks(range(len(self.rows)), [row.parameter for row in self.rows], rotation=90, fontsize=7)
        return plot._saved(figure, path)


def _row(name: str, parameter: Any, vanishing: float, exploding: float) -> GradientRow:
    layer = name.rpartition(".")[0] or name
    weight = _norm(parameter)
    if parameter.grad is None:
        return GradientRow(layer, name, 0.0, weight, 0.0, "none")
    norm = _norm(parameter.grad)
    ratio = norm / weight if weight > 0 else norm
    verdict = "exploding" if not ratio <= exploding else "vanishing" if ratio < vanishing else ""
    return GradientRow(layer, name, norm, weight, ratio, verdict)


def _norm(tensor: Any) -> float:
    with sg.no_grad():
        return float(np.linalg.norm(np.asarray(tensor.detach(), np.float64)))


class GradientMonitor(Callback):
    """Reports the gradients every so many updates: the column `gradient_norm`, and `report` for the latest.

    Layers whose gradients vanish or explode are warned about once each, by name.
    """

    def __init__(self, every: int = 100, vanishing: float = 1e-7, exploding: float = 1e3) -> None:
        if every < 1:
            raise ValueError(f"GradientMonitor: every must be at least 1, got {every}")
        self.every_steps = every
        self.report: GradientReport | None = None
        self._bounds = (vanishing, exploding)
        self._norms: list[float] = []
        self._warned: set[tuple[str, str]] = set()

    def on_batch_end(self, trainer: "Trainer", batch: int, losses: Row) -> None:
        import warnings

        for name, network in trainer.networks.items():
            self.report = report = GradientReport(network, *self._bounds)
            self._norms.append(report.total)
            for verdict in ("vanishing", "exploding"):
                for layer in getattr(report, verdict):
                    if (verdict, f"{name}.{layer}") not in self._warned:
                        self._warned.add((verdict, f"{name}.{layer}"))
                        warnings.warn(
                            f"update {trainer.updates}: {verdict} gradients in {name}, layer {layer}", stacklevel=2
                        )

    def on_epoch_end(self, trainer: "Trainer", epoch: int, row: Row) -> None:
        if self._norms:
            row["gradient_norm"] = sum(self._norms) / len(self._norms)
            self._norms = []


@contextmanager
def _put_back(trainer: "Trainer") -> Iterator[None]:
    """Weights, optimisers and the random stream are afterwards what they were."""
    from .checkpoint import _copied

    parts: dict[str, Any] = {**trainer.networks, **trainer.optimizers}
    before = {name: _copied(part.state_dict()) for name, part in parts.items()}
    step, state = _copied(trainer.step_state()), sg.random.get_state()
    try:
        yield
    finally:
        for name, part in parts.items():
            part.load_state_dict(before[name])
        trainer.load_step_state(step)
        sg.random.set_state(state)


class LearningRates:
    """What `find_learning_rate` saw: `rates`, `losses` (smoothed), and `suggestion`."""

    def __init__(self, rates: list[float], losses: list[float]) -> None:
        self.rates, self.losses = rates, losses

    @property
    def suggestion(self) -> float:
        """The rate at which the loss fells fastest, well below the one where it begins to rise."""
        slopes = np.gradient(np.array(self.losses), np.log(self.rates)) if len(self.rates) > 2 else np.zeros(1)
        return self.rates[int(np.argmin(slopes))]

    def plot(self, path: Any = None) -> "Figure":
        """The loss over the learning rate, with the suggestion."""
        from .. import plot

        figure = plot._figure(5, 3.2)
        axes = figure.subplots()
        axes.plot(self.rates, self.losses)
        axes.axvline(self.suggestion, linestyle="--", color="tab:red", label=f"{self.suggestion:.2g}")
        axes.set(xscale="log", xlabel="learning rate", ylabel="loss")
        axes.legend()
        return plot._saved(figure, path)

    def __repr__(self) -> str:
        span = f"{len(self.rates)} from {self.rates[0]:.2g} to {self.rates[-1]:.2g}"
        return f"LearningRates({span}, suggestion {self.suggestion:.2g})"


def find_learning_rate(
    trainer: "Trainer", data: Any, low: float = 1e-6, high: float = 1.0, steps: int = 100, smoothing: float = 0.9
) -> LearningRates:
    """The range test of Smith (arXiv:1506.01186): the rate grows from low to high by a factor from batch to batch.

    It ends when the loss is four times its lowest, or no number. The losses are exponentially smoothed. Afterwards
    weights, optimiser and random stream are what they were. data as for `fit`; where it is short it is gone through
    again.
    """
    if not 0 < low < high or steps < 3 or not 0 <= smoothing < 1:
        raise ValueError(f"find_learning_rate: expected 0 < low < high and 3 steps, got {low}, {high} and {steps}")
    from .trainer import prepared

    rates: list[float] = []
    losses: list[float] = []
    average, lowest = 0.0, math.inf
    batches = _endless(prepared(data))
    groups = [group for optimizer in trainer.optimizers.values() for group in optimizer.param_groups]
    with _put_back(trainer):
        for step, batch in zip(range(steps), batches, strict=False):
            rate = low * (high / low) ** (step / (steps - 1))
            for group in groups:
                group["lr"] = rate
            try:
                loss = next(iter(trainer.step(batch).values()))
            except RuntimeError as error:
                if "the loss is" not in str(error) or len(rates) < 3:
                    raise
                break
            average = smoothing * average + (1 - smoothing) * loss
            smoothed = average / (1 - smoothing ** (step + 1))
            if not math.isfinite(smoothed) or (step > 2 and smoothed > 4 * lowest > 0):
                break
            lowest = min(lowest, smoothed)
            rates.append(rate)
            losses.append(smoothed)
    if not rates:
        raise ValueError("find_learning_rate: the data has no batches")
    return LearningRates(rates, losses)


def _endless(batches: Any) -> Iterator[Any]:
    while True:
        count = 0
        for batch in batches:
            count += 1
            yield batch
        if not count:
            return


def overfit_one_batch(trainer: "Trainer", batch: Any, steps: int = 200, target: float = 0.1) -> "History":
    """Trains on one batch alone, which every model that is wired up right can learn by heart.

    Returns the losses as a History, with a row a step. RuntimeError when the loss does not fall to `target` of what it
    was: then look at the loss, the labels, frozen layers, and the learning rate. Afterwards all is as it was.
    """
    from .history import History

    if steps < 1:
        raise ValueError(f"overfit_one_batch: steps must be at least 1, got {steps}")
    rows: list[Row] = []
    with _put_back(trainer):
        for step in range(1, steps + 1):
            rows.append({"epoch": step, **trainer.step(batch)})
    name = next(name for name in rows[0] if name != "epoch")
    first, last = rows[0][name], min(row[name] or math.inf for row in rows[-5:])
    if first is not None and not last <= target * abs(first):
        raise RuntimeError(
            f"the {name} of one batch fell from {format_value(first)} only to {format_value(last)} in {steps} steps: "
            "is the loss the right one, do the labels belong to the inputs, is everything trained that should be?"
        )
    return History(rows)
