"""Optimisers and schedules of their learning rates, with PyTorch's names, arguments and defaults."""

from .. import _namespaces
from . import lr_scheduler, swa_utils
from .optimizer import Optimizer

_namespaces.populate("optim", globals())
