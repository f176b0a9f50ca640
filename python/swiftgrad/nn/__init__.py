"""Layers, losses and models, with PyTorch's names, arguments and defaults."""

from .. import _namespaces
from .._core import Parameter
from . import models, utils
from .containers import ModuleDict, ModuleList, Sequential
from .embedding import Embedding
from .module import Module
from .parameter_containers import ParameterDict, ParameterList

_namespaces.populate("nn", globals())
