"""Data sets and loaders: arrays without a copy, Python's own data sets, and digits to try things on."""

from .. import _namespaces
from .dataset import ArrayDataset, Dataset
from .digits import load_digits, read_digits, read_idx
from .loader import DataLoader
from .split import train_test_split

_namespaces.populate("data", globals())
