"""Names of members: paths, what does not fit them, and what has no counterpart."""

from typing import NamedTuple


class IncompatibleKeys(NamedTuple):
    """What `load_state_dict` found no counterpart for."""

    missing_keys: list[str]
    unexpected_keys: list[str]


def joined(prefix: str, path: str) -> str:
    return f"{prefix}.{path}" if prefix and path else prefix or path


def cannot_assign(value: object, kind: str, name: str) -> TypeError:
    hint = {"parameter": "; wrap it in nn.Parameter", "buffer": "; make it a tensor"}.get(kind, "")
    return TypeError(f"cannot assign '{type(value).__name__}' as {kind} '{name}'{hint}")
