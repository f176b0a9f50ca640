"""Plots and grids of images."""

import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import plot, train

PNG = b"\x89PNG"


class TestFigures:
    @pytest.fixture(autouse=True)
    def _needs_matplotlib(self) -> None:
        pytest.importorskip("matplotlib", reason="draws with matplotlib")

    def test_history(self, tmp_path: Path) -> None:
        rows: Any = [{"epoch": n, "loss": 1 / n, "val_loss": 2 / n, "accuracy": 0.5, "seconds": 1.0} for n in (1, 2, 3)]
        figure = train.History(rows).plot(tmp_path / "history.png")
        assert [axes.get_title() for axes in figure.axes] == ["loss", "accuracy"]
        lines = figure.axes[0].get_lines()
        assert [line.get_label() for line in lines] == ["training", "validation"]
        assert list(lines[1].get_ydata()) == [2, 1, 2 / 3]
        assert (tmp_path / "history.png").read_bytes().startswith(PNG)
        assert figure._repr_png_().startswith(PNG)
        with pytest.raises(ValueError, match="empty"):
            train.History().plot()

    def test_a_history_with_holes(self) -> None:
        figure = plot.history(train.History([{"epoch": 1, "loss": 1.0}, {"epoch": 2, "loss": 0.5, "val_loss": 0.7}]))
        assert np.isnan(figure.axes[0].get_lines()[1].get_ydata()[0])

    def test_confusion_matrix(self, tmp_path: Path) -> None:
        counts = sg.asarray([[5, 1], [0, 7]])
        figure = plot.confusion_matrix(counts, labels=["cat", "dog"], path=tmp_path / "matrix.png")
        (axes,) = figure.axes
        assert sorted(text.get_text() for text in axes.texts) == ["1", "5", "7"]
        assert [label.get_text() for label in axes.get_yticklabels()] == ["cat", "dog"]
        assert (axes.get_xlabel(), axes.get_ylabel()) == ("predicted", "true")
        assert (tmp_path / "matrix.png").read_bytes().startswith(PNG)
        with pytest.raises(ValueError, match=r"\(2, 3\)"):
            plot.confusion_matrix(np.zeros((2, 3)))
        with pytest.raises(ValueError, match="2 labels, got 1"):
            plot.confusion_matrix(counts, labels=["cat"])


class TestGrid:
    @pytest.fixture(autouse=True)
    def _needs_pillow(self) -> None:
        pytest.importorskip("PIL", reason="makes images with Pillow")

    def test_places_and_values(self, tmp_path: Path) -> None:
        images = np.stack([np.full((2, 3), value, np.float32) for value in (0.5, 1.0, 2.0, -1.0, 0.25)])
        picture = plot.grid(images, columns=2, path=tmp_path / "grid.png")
        pixels = np.asarray(picture)
        assert pixels.shape == (3 * 2 + 2, 2 * 3 + 1)
        assert (pixels[0, 0], pixels[0, 4], pixels[3, 0], pixels[3, 4], pixels[6, 0]) == (128, 255, 255, 0, 64)
        assert (tmp_path / "grid.png").read_bytes().startswith(PNG)

    def test_colour_tensors_and_scale(self) -> None:
        images = sg.zeros((4, 3, 5, 5), requires_grad=True)
        assert plot.grid(images, scale=2).size == (22, 22)
        assert plot.grid(np.full((1, 1, 2, 2), 7, np.uint8)).getpixel((0, 0)) == 7

    @pytest.mark.parametrize("shape", [(4,), (2, 2, 5, 5), (0, 5, 5)])
    def test_wrong_shapes(self, shape: tuple[int, ...]) -> None:
        with pytest.raises(ValueError, match="expected"):
            plot.grid(np.zeros(shape))


@pytest.mark.parametrize(
    ("module", "draw"),
    [
        ("matplotlib.figure", lambda: plot.confusion_matrix(np.eye(2, dtype=int))),
        ("PIL", lambda: plot.grid(np.zeros((1, 2, 2)))),
    ],
)
def test_what_is_missing_can_be_installed(module: str, draw: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ImportError, match=r"pip install swiftgrad\[plot\]"):
        draw()
