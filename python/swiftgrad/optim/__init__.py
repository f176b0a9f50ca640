"""Optimisers, with PyTorch's names, arguments and defaults."""

from .. import _namespaces
from .optimizer import Optimizer

_namespaces.populate("optim", globals())
