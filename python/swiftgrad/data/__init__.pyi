# Written by `python -m swiftgrad._stubs` from the registry of the engine.

from . import dataset as dataset
from . import digits as digits
from . import loader as loader
from . import split as split
from .dataset import ArrayDataset as ArrayDataset
from .dataset import Dataset as Dataset
from .digits import load_digits as load_digits
from .digits import read_digits as read_digits
from .digits import read_idx as read_idx
from .loader import DataLoader as DataLoader
from .loader import LoaderIterator as LoaderIterator
from .split import train_test_split as train_test_split
