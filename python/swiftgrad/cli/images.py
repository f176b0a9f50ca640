"""The pictures that the generative tasks learn from, as rows of pixels."""

from pathlib import Path
from typing import NamedTuple

import numpy as np

from swiftgrad import data


class Pictures(NamedTuple):
    """Pixels (n, height * width) from 0 to 1, class numbers, and the size of a picture."""

    pixels: np.ndarray
    labels: np.ndarray
    size: tuple[int, int]

    @property
    def classes(self) -> int:
        return int(self.labels.max()) + 1


def load(path: Path | None) -> Pictures:
    """scikit-learn's digits; a folder of two IDX files; or a .npy file of pictures (n, height, width), of one class."""
    if path is None:
        images, labels = data.load_digits()
    elif not path.exists():
        raise FileNotFoundError(f"{path}: there is no such file or folder")
    elif path.is_dir():
        images, labels = data.read_digits(path)
    elif path.suffix == ".npy":
        images = _read(path)
        labels = np.zeros(len(images), np.int64)
    else:
        raise ValueError(f"{path}: expected a folder of IDX files or a .npy file of pictures")
    if len(images) == 0:
        raise ValueError(f"{path}: there are no pictures in it")
    height, width = images.shape[-2:]
    return Pictures(images.reshape(len(images), height * width), labels, (int(height), int(width)))


def _read(path: Path) -> np.ndarray:
    try:
        images: np.ndarray = np.load(path, allow_pickle=False)
    except (EOFError, ValueError) as error:
        raise ValueError(f"{path}: not a file of NumPy: {error}") from error
    if images.ndim == 4 and images.shape[1] == 1:
        images = images[:, 0]
    if images.ndim != 3 or images.dtype.kind not in "uf":
        raise ValueError(f"{path}: expected grey pictures (n, height, width), found {images.shape} of {images.dtype}")
    if images.size == 0:
        raise ValueError(f"{path}: there are no pictures in it")
    scaled: np.ndarray = images.astype(np.float32) / (255 if images.dtype == np.uint8 else 1)
    if not np.isfinite(scaled).all() or scaled.min() < 0 or scaled.max() > 1:
        raise ValueError(f"{path}: pictures hold bytes, or numbers from 0 to 1")
    return scaled
