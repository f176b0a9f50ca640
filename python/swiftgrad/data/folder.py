"""Images in folders, one for each class."""

from collections.abc import Callable, Sequence
from os import PathLike
from pathlib import Path
from typing import Any, Literal

import numpy as np

_SUFFIXES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tif", ".tiff", ".webp", ".pgm", ".ppm")


class ImageFolder:
    """A data set of the images under `root/CLASS/...`: image i (channels, height, width) and its class number.

    Classes are the folders in order of their names, images in order of theirs, so that the numbers are the same on
    every machine. size (one number, or height and width) makes all images alike, bilinear; mode is "RGB" or "L" (grey).
    Images are float32 from 0 to 1; `transform`, a function of the image, changes it. Files are read when they are asked
    for, by the threads of a `DataLoader` with num_workers. Needs Pillow.
    """

    def __init__(
        self,
        root: str | PathLike[str],
        size: int | tuple[int, int] | None = None,
        mode: Literal["RGB", "L"] = "RGB",
        transform: Callable[[np.ndarray], Any] | None = None,
        suffixes: Sequence[str] = _SUFFIXES,
    ) -> None:
        if mode not in ("RGB", "L"):
            raise ValueError(f"ImageFolder: mode must be 'RGB' or 'L', got {mode!r}")
        self.size = (size, size) if isinstance(size, int) else size
        if self.size is not None and min(self.size) < 1:
            raise ValueError(f"ImageFolder: size must be positive, got {size}")
        self.root, self.mode, self.transform = Path(root), mode, transform
        self.classes = sorted(path.name for path in self.root.iterdir() if path.is_dir())
        endings = tuple(suffix.lower() for suffix in suffixes)
        found = [
            (path, number)
            for number, name in enumerate(self.classes)
            for path in sorted((self.root / name).rglob("*"))
            if path.suffix.lower() in endings and path.is_file()
        ]
        if not found:
            raise ValueError(f"{root}: expected images in a folder for each class, found none in {self.classes}")
        self.paths = [path for path, _ in found]
        self.labels = np.array([number for _, number in found], np.int64)

    def __len__(self) -> int:
        return len(self.paths)

    def __getitem__(self, position: int) -> tuple[Any, int]:
        image = self.read(self.paths[position])
        return (image if self.transform is None else self.transform(image)), int(self.labels[position])

    def read(self, path: str | PathLike[str]) -> np.ndarray:
        """One image (channels, height, width), float32 from 0 to 1. ValueError names a file that is none."""
        try:
            from PIL import Image, UnidentifiedImageError
        except ImportError as error:
            raise ImportError("ImageFolder needs Pillow: pip install swiftgrad[plot]") from error
        try:
            with Image.open(path) as file:
                image = file.convert(self.mode)
        except (UnidentifiedImageError, OSError, SyntaxError) as error:
            raise ValueError(f"{path}: not an image that can be read ({error})") from error
        if self.size is not None and (image.height, image.width) != self.size:
            image = image.resize((self.size[1], self.size[0]), Image.Resampling.BILINEAR)
        pixels = np.asarray(image, np.float32) / np.float32(255)
        return pixels[np.newaxis] if pixels.ndim == 2 else np.ascontiguousarray(pixels.transpose(2, 0, 1))
