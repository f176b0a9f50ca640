"""How a tensor is written: its values as NumPy writes them, then its shape and type."""

import numpy as np

from ._core import Tensor


def tensor_repr(tensor: Tensor) -> str:
    """`tensor([1., 2.], shape=(2,), dtype=float32, requires_grad=True)`."""
    name = "Parameter" if type(tensor).__name__ == "Parameter" else "tensor"
    values = np.asarray(tensor.detach())
    text = np.array2string(values, separator=", ", prefix=f"{name}(") if values.size else "[]"
    parts = [text, f"shape={tensor.shape}", f"dtype={tensor.dtype}"]
    if tensor.grad_fn is not None:
        parts.append(f"grad_fn={tensor.grad_fn}")
    elif tensor.requires_grad:
        parts.append("requires_grad=True")
    line = f"{name}({', '.join(parts)})"
    if "\n" in text or len(line) <= 120:
        return line
    indent = " " * (len(name) + 1)
    return f"{name}({text},\n{indent}{', '.join(parts[1:])})"
