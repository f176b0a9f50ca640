from collections.abc import Callable
from dataclasses import dataclass

GROUPS = {
    "ops": ("swiftgrad", "pytorch", "jax"),
    "training": ("swiftgrad", "pytorch", "compiled", "jax"),
    "inference": ("swiftgrad", "pytorch", "compiled", "jax"),
}
"""Group -> the libraries that it compares unless told otherwise."""


@dataclass(frozen=True)
class Workload:
    """`make(library)` -> the function that does the work once; `flops`: what that takes, 0 where nobody counts.

    `random`: draws random numbers, so that what is compared between the libraries is a copy of it without any.
    """

    name: str
    group: str
    make: Callable
    flops: float = 0
    random: bool = False
