# Written by `python -m swiftgrad._stubs` from the registry of the engine.

import builtins
from typing import Any

from . import augment as augment
from . import dataset as dataset
from . import digits as digits
from . import folder as folder
from . import loader as loader
from . import sampler as sampler
from . import table as table
from . import text as text
from .collate import collate as collate
from .collate import pad_collate as pad_collate
from .dataset import ArrayDataset as ArrayDataset
from .dataset import Dataset as Dataset
from .dataset import Subset as Subset
from .digits import load_digits as load_digits
from .digits import read_digits as read_digits
from .digits import read_idx as read_idx
from .folder import ImageFolder as ImageFolder
from .loader import DataLoader as DataLoader
from .loader import LoaderIterator as LoaderIterator
from .sampler import LengthBatchSampler as LengthBatchSampler
from .sampler import Sampler as Sampler
from .split import split as split
from .split import train_test_split as train_test_split
from .table import read_csv as read_csv
from .text import CharacterTokenizer as CharacterTokenizer
from .text import TextDataset as TextDataset

class WeightedSampler(Sampler):
    def __init__(
        self,
        weights: Any,
        num_samples: builtins.int | None = None,
        replacement: builtins.bool = True,
    ) -> None: ...

class ClassBalancedSampler(Sampler):
    def __init__(self, labels: Any, num_samples: builtins.int | None = None) -> None: ...
