"""Gradient clipping, parameters as one vector or by pattern, and parametrized weights."""

from ... import _namespaces
from .clipping import clip_grad_norm_, clip_grad_value_
from .vectors import parameters_to_vector, vector_to_parameters

_namespaces.populate("nn.utils", globals())
