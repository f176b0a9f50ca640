"""Schedules of learning rates, with PyTorch's names, arguments and numbers."""

from ... import _namespaces
from .scheduler import LRScheduler

_namespaces.populate("optim.lr_scheduler", globals())
