"""Handwritten digits: scikit-learn's set, and files in the IDX format of MNIST."""

import gzip
import math
from os import PathLike
from pathlib import Path
from typing import Any

import numpy as np

_IDX_TYPES = {0x08: "u1", 0x09: "i1", 0x0B: ">i2", 0x0C: ">i4", 0x0D: ">f4", 0x0E: ">f8"}
_GZIP_MAGIC = b"\x1f\x8b"


def load_digits() -> tuple[np.ndarray, np.ndarray]:
    """scikit-learn's digits: images (1797, 1, 8, 8), float32 from 0 to 1, and labels (1797,), int64.

    ImportError says what to install when scikit-learn is missing. Nothing is downloaded.
    """
    try:
        from sklearn import datasets
    except ImportError as error:
        raise ImportError("load_digits needs scikit-learn: pip install swiftgrad[data]") from error
    digits: Any = datasets.load_digits()
    images = (digits.images / 16).astype(np.float32)[:, np.newaxis]
    return images, digits.target.astype(np.int64)


def read_idx(path: str | PathLike[str]) -> np.ndarray:
    """The array in a file of the IDX format (as MNIST's), compressed with gzip or not.

    ValueError when the file is not IDX, is cut short or has bytes to spare; its message names the file.
    """
    content = Path(path).read_bytes()
    if content[:2] == _GZIP_MAGIC:
        try:
            content = gzip.decompress(content)
        except (EOFError, gzip.BadGzipFile) as error:
            raise ValueError(f"{path}: damaged gzip data ({error})") from error
    kind = _IDX_TYPES.get(content[2]) if len(content) >= 4 and content[:2] == b"\0\0" else None
    if kind is None:
        raise ValueError(f"{path}: not an IDX file")
    start = 4 + 4 * content[3]
    if len(content) < start:
        raise ValueError(f"{path}: the IDX header is cut short")
    shape = tuple(int(length) for length in np.frombuffer(content, ">u4", content[3], offset=4))
    dtype = np.dtype(kind)
    expected = math.prod(shape) * dtype.itemsize
    if len(content) - start != expected:
        raise ValueError(f"{path}: expected {expected} bytes for shape {shape}, got {len(content) - start}")
    return np.frombuffer(content, dtype, offset=start).reshape(shape).astype(dtype.newbyteorder("="))


def read_digits(folder: str | PathLike[str], prefix: str = "") -> tuple[np.ndarray, np.ndarray]:
    """Images (n, 1, height, width), float32 from 0 to 1, and labels (n,), int64, from a folder of IDX files.

    The folder holds one file for each whose name starts with `prefix` and contains "images" or "labels", as MNIST's
    `t10k-images-idx3-ubyte.gz`.
    """
    arrays = {}
    for kind in ("images", "labels"):
        found = sorted(p for p in Path(folder).iterdir() if p.name.startswith(prefix) and kind in p.name)
        if len(found) != 1:
            names = ", ".join(p.name for p in found) or "none"
            raise ValueError(f"{folder}: expected one file named *{kind}*, found {names}")
        arrays[kind] = read_idx(found[0])
    images, labels = arrays["images"], arrays["labels"]
    if images.ndim != 3 or images.dtype != np.uint8 or labels.shape != images.shape[:1]:
        what = f"{images.shape} of {images.dtype} and {labels.shape}"
        raise ValueError(f"{folder}: expected images (n, height, width) of bytes and labels (n,), found {what}")
    return (images / np.float32(255)).astype(np.float32)[:, np.newaxis], labels.astype(np.int64)
