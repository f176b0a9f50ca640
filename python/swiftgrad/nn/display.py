"""How a model shows itself: PyTorch's tree as text, a tree that folds as HTML."""

import html
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .module import Module


def _indented(text: str) -> str:
    return text.replace("\n", "\n  ")


def tree(module: "Module") -> str:
    """`Net(\\n  (fc): Linear(in_features=2, out_features=1, bias=True)\\n)`."""
    name, settings = type(module).__name__, module.extra_repr()
    children = [f"({key}): {_indented(repr(child))}" for key, child in module.named_children()]
    if not children and "\n" not in settings:
        return f"{name}({settings})"
    lines = ([_indented(settings)] if settings else []) + children
    return f"{name}(\n  " + "\n  ".join(lines) + "\n)"


def html_tree(module: "Module", name: str = "", is_open: bool = True) -> str:
    """The same tree with numbers of parameters, as nested <details>."""
    settings = html.escape(module.extra_repr())
    count = sum(p.size for p in module.parameters())
    shapes = ", ".join(f"{key} {tuple(p.shape)}" for key, p in module.named_parameters(recurse=False))
    label = f"<b>{html.escape(name)}</b> " if name else ""
    title = f"title='{html.escape(shapes)}'" if shapes else ""
    line = (
        f"{label}<code {title}>{html.escape(type(module).__name__)}({settings})</code>"
        f" <span style='opacity:.6'>{count:,} parameters</span>"
    )
    children = list(module.named_children())
    if not children:
        return f"<div style='margin-left:1.1em'>{line}</div>"
    inside = "".join(html_tree(child, key, is_open=len(children) <= 12) for key, child in children)
    state = " open" if is_open else ""
    return f"<details{state} style='margin-left:1.1em'><summary>{line}</summary>{inside}</details>"


def settings(module: "Module", describe: Callable[["Module"], str]) -> dict[str, Any]:
    """The settings of a layer of the engine by name, out of its description: in_features, p, negative_slope, ..."""
    if "_is_foreign" in module.__dict__:
        return {}
    import ast

    try:
        call = ast.parse(f"f({describe(module)})", mode="eval").body
        assert isinstance(call, ast.Call)
        return {word.arg: ast.literal_eval(word.value) for word in call.keywords if word.arg}
    except (SyntaxError, ValueError, AssertionError):
        return {}
