"""Data sets and loaders: arrays without a copy, Python's own data sets, files, augmentation, and digits to try on."""

from .. import _namespaces
from . import augment
from .collate import collate, pad_collate
from .dataset import ArrayDataset, Dataset, Subset
from .digits import load_digits, read_digits, read_idx
from .folder import ImageFolder
from .loader import DataLoader
from .sampler import LengthBatchSampler, Sampler
from .split import split, train_test_split
from .table import read_csv
from .text import CharacterTokenizer, TextDataset

_namespaces.populate("data", globals())
