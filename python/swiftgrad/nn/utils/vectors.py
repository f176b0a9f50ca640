"""Parameters as one vector."""

from collections.abc import Iterable

import swiftgrad as sg

from ..._core import Tensor


def parameters_to_vector(parameters: Iterable[Tensor]) -> Tensor:
    """All elements of the parameters in a row: one axis, as many elements as they have together."""
    return sg.concat([p.reshape(-1) for p in parameters])


def vector_to_parameters(vector: Tensor, parameters: Iterable[Tensor]) -> None:
    """Copies the elements of a vector into the parameters, in the order of `parameters_to_vector`.

    ValueError when their numbers differ, and then nothing has changed.
    """
    targets = list(parameters)
    count = sum(p.size for p in targets)
    if vector.ndim != 1 or vector.size != count:
        raise ValueError(f"vector_to_parameters: expected shape ({count},), got {tuple(vector.shape)}")
    source, start = vector.detach(), 0
    for target in targets:
        target.detach()[...] = source[start : start + target.size].reshape(target.shape)
        start += target.size
