"""Whole models, defined in the engine, and the parts by which one's own can be built."""

from ... import _namespaces
from .pretrained import PretrainedModel

_namespaces.populate("nn.models", globals())
