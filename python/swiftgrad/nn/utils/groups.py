"""Parameters of a model by patterns of their names: for optimisers, and for freezing."""

from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Any

from ..module import Module


def parameter_groups(model: Module, patterns: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Groups of parameters for an optimiser: `{"*.bias": {"weight_decay": 0.0}, "head.*": {"lr": 1e-2}}`.

    A parameter that asks for gradients goes into the group of the first pattern that its path matches as file names do,
    and into a last group without settings of its own if there is none. A pattern that matches nothing is a ValueError.
    """
    groups: list[dict[str, Any]] = [{**settings, "params": []} for settings in patterns.values()]
    rest: dict[str, Any] = {"params": []}
    unused = set(patterns)
    for path, parameter in model.named_parameters():
        fitting = [number for number, pattern in enumerate(patterns) if fnmatchcase(path, pattern)]
        unused -= {pattern for pattern in patterns if fnmatchcase(path, pattern)}
        if parameter.requires_grad:
            (groups[fitting[0]] if fitting else rest)["params"].append(parameter)
    if unused:
        raise ValueError(f"parameter_groups: no parameter matches {', '.join(map(repr, sorted(unused)))}")
    return [group for group in [*groups, rest] if group["params"]]
