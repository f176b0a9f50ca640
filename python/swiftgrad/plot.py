"""Pictures of training: loss curves, grids of images, confusion matrices. Needs `pip install swiftgrad[plot]`."""

import io
import math
from os import PathLike
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from PIL.Image import Image

_Path = str | PathLike[str] | None
_HINT = "pip install swiftgrad[plot]"


def _figure(width: float, height: float) -> "Figure":
    """An empty figure in inches, outside pyplot, that a notebook shows as PNG."""
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        raise ImportError(f"plotting needs matplotlib: {_HINT}") from error

    class NotebookFigure(Figure):
        def _repr_png_(self) -> bytes:
            content = io.BytesIO()
            self.savefig(content, format="png")
            return content.getvalue()

    return NotebookFigure(figsize=(width, height), layout="constrained")


def _saved(figure: "Figure", path: _Path) -> "Figure":
    if path is not None:
        figure.savefig(path, dpi=150)
    return figure


def history(history: Any, path: _Path = None) -> "Figure":
    """Every column of a History over the epochs: one plot each for the losses and for every metric.

    Training is drawn solid and validation (`val_` columns) dashed. Writes the figure to `path` too if given.
    """
    from .train.history import without_measurements

    columns = {name: history.to_dict()[name] for name in without_measurements(history.to_dict())}
    names = list(dict.fromkeys(name.removeprefix("val_") for name in columns))
    if not names:
        raise ValueError("the history is empty: there is nothing to plot")
    figure = _figure(4.6 * len(names), 3.2)
    epochs = history.to_dict()["epoch"]
    for axes, name in zip(np.atleast_1d(figure.subplots(1, len(names))), names, strict=True):
        marker = "o" if len(epochs) == 1 else None
        for column, label, style in ((name, "training", "-"), (f"val_{name}", "validation", "--")):
            if column in columns:
                values = [math.nan if value is None else value for value in columns[column]]
                axes.plot(epochs, values, style, marker=marker, label=label)
        axes.set(title=name, xlabel="epoch")
        axes.grid(alpha=0.3)
        axes.legend()
    return _saved(figure, path)


def confusion_matrix(matrix: Any, labels: Any = None, path: _Path = None) -> "Figure":
    """A confusion matrix (classes, classes), rows the true classes and columns the predicted ones, with its counts."""
    counts = np.asarray(matrix)
    if counts.ndim != 2 or counts.shape[0] != counts.shape[1]:
        raise ValueError(f"confusion_matrix: expected shape (classes, classes), got {counts.shape}")
    size = len(counts)
    names = [str(name) for name in (range(size) if labels is None else labels)]
    if len(names) != size:
        raise ValueError(f"confusion_matrix: expected {size} labels, got {len(names)}")
    figure = _figure(1.6 + 0.45 * size, 1.4 + 0.45 * size)
    axes = figure.subplots()
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    for row, column in np.ndindex(size, size):
        if counts[row, column]:
            colour = "white" if shares[row, column] > 0.5 else "black"
            axes.text(column, row, str(counts[row, column]), ha="center", va="center", color=colour, fontsize=8)
    axes.set(xticks=range(size), yticks=range(size), xticklabels=names, yticklabels=names)
    axes.set(xlabel="predicted", ylabel="true")
    return _saved(figure, path)


def grid(images: Any, columns: int | None = None, path: _Path = None, scale: int = 1) -> "Image":
    """Images side by side: (n, height, width), (n, 1, height, width) or (n, 3, height, width).

    Floats run from 0 (black) to 1, and are clipped; uint8 from 0 to 255. Each pixel becomes `scale` by `scale`.
    """
    try:
        from PIL import Image
    except ImportError as error:
        raise ImportError(f"image grids need Pillow: {_HINT}") from error
    pixels = np.asarray(images.detach() if hasattr(images, "detach") else images)
    if pixels.ndim == 3:
        pixels = pixels[:, np.newaxis]
    if pixels.ndim != 4 or pixels.shape[1] not in (1, 3) or len(pixels) == 0:
        raise ValueError(f"grid: expected (n, height, width) or (n, 1 or 3, height, width), got {pixels.shape}")
    if pixels.dtype != np.uint8:
        pixels = np.round(np.clip(np.nan_to_num(pixels.astype(np.float32)), 0, 1) * 255).astype(np.uint8)
    count, channels, height, width = pixels.shape
    columns = columns or math.ceil(math.sqrt(count))
    rows = math.ceil(count / columns)
    gap = 1
    canvas = np.zeros((rows * (height + gap) - gap, columns * (width + gap) - gap, channels), np.uint8)
    for number, image in enumerate(pixels):
        top, left = (number // columns) * (height + gap), (number % columns) * (width + gap)
        canvas[top : top + height, left : left + width] = image.transpose(1, 2, 0)
    canvas = canvas.repeat(scale, axis=0).repeat(scale, axis=1)
    picture = Image.fromarray(canvas[..., 0] if channels == 1 else canvas)
    if path is not None:
        picture.save(path)
    return picture
