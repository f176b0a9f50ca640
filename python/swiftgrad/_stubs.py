"""Writes the type stubs of the package from the registry: `python -m swiftgrad._stubs [--check]`.

A module that the package has no file for gets a stub beside where that file would be. One that has a file takes its
generated names from `_generated.pyi` beside it: `if TYPE_CHECKING: from ._generated import *`.
"""

import argparse
import re
import sys
from pathlib import Path
from typing import Any

from . import _core, _namespaces

FOLDER = Path(__file__).parent
LINE = 120

TYPES = {
    "tensor": "TensorLike",
    "tensors": "Sequence[TensorLike]",
    "bool": "builtins.bool",
    "int": "builtins.int",
    "float": "builtins.float",
    "string": "str | os.PathLike[str]",
    "dtype": "DTypeLike",
    "ints": "Ints",
    "scalar": "TensorLike",
    "object": "Object",
    "callable": "Callable[..., Any]",
    "index": "Any",
    "any": "Any",
}
RETURNS = {"tensor": "Tensor", "tensors": "tuple[Tensor, ...]", "none": "None", "map": "dict[str, Any]"}
# What the registry does not tell of functions that return no tensor.
OTHERS = {
    "split": "tuple[Tensor, ...]",
    "info": "dict[str, Any]",
    "memory_statistics": "dict[str, Any]",
    "get_num_threads": "builtins.int",
    "set_num_threads": "None",
    "manual_seed": "None",
    "save_file": "None",
    "load_file": "dict[str, Tensor]",
    "is_grad_enabled": "builtins.bool",
    "backward": "None",
}

HEADER = "# Written by `python -m swiftgrad._stubs` from the registry of the engine.\n"
STANDARD = """import builtins
import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final
"""
OWN = """from swiftgrad._core import DType, Object, Tensor
from swiftgrad._types import DTypeLike, Ints, TensorLike
"""
CONSTANTS = """__array_api_version__: Final = "2024.12"
__version__: Final[str]
newaxis: None
e: Final[builtins.float]
pi: Final[builtins.float]
inf: Final[builtins.float]
nan: Final[builtins.float]

"""
AUTOGRAD = ["Function", "enable_grad", "grad", "gradcheck", "no_grad", "set_grad_enabled", "value_and_grad"]

BINARY = ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "and", "or", "xor", "lshift", "rshift"]
IN_PLACE = ["iadd", "isub", "imul", "itruediv", "ifloordiv", "imod", "ipow"]


def annotation(parameter: dict[str, Any]) -> str:
    """The Python type of a parameter of the registry."""
    text = parameter["type"]
    optional = text.endswith("?") or parameter["default"] == "None"
    name = TYPES.get(text.rstrip("?"), "Any")
    return f"{name} | None" if optional and name != "Any" else name


def default(parameter: dict[str, Any]) -> str:
    """The default of a parameter as it is written in a stub; "" if it has none."""
    text = parameter["default"]
    if parameter["required"] or text is None:
        return "" if parameter["required"] else " = ..."
    return " = " + (f'"{text[1:-1]}"' if text[:1] == "'" else text)


def define(name: str, parameters: list[dict[str, Any]], returns: str, indent: str = "", self: bool = False) -> str:
    """One `def`, on one line if it fits, else a line for each parameter, as ruff formats it."""
    parts = ["self"] if self else []
    starred = False
    for parameter in parameters:
        label = parameter["name"]
        if label.startswith("*"):
            kind = "Any" if parameter["type"].startswith("ints") else TYPES["tensor"]
            parts.append(f"{label}: {kind}")
            starred = True
            continue
        if parameter["keyword_only"] and not starred:
            parts.append("*")
            starred = True
        parts.append(f"{label}: {annotation(parameter)}{default(parameter)}")
    line = f"{indent}def {name}({', '.join(parts)}) -> {returns}: ..."
    if len(line) <= LINE:
        return line
    return "\n".join(
        [f"{indent}def {name}(", *(f"{indent}    {part}," for part in parts), f"{indent}) -> {returns}: ..."]
    )


def returned(function: dict[str, Any]) -> str:
    """The result type: what the registry says, what is known here, or a tensor."""
    told = function.get("returns")
    if told:
        return RETURNS.get(told, TYPES.get(told, "Any"))
    return OTHERS.get(function["name"], "Tensor")


def functions_of(registry: dict[str, Any], namespace: str) -> list[dict[str, Any]]:
    found = [f for f in registry["functions"] if f["namespace"] == namespace and not f["name"].startswith("_")]
    return sorted(found, key=lambda f: f["name"])


def class_stub(number: int, registry: dict[str, Any], module: str) -> tuple[str, str]:
    """The stub of a generated class, and the import its base needs ("" if none)."""
    entry = registry["classes"][number]
    parent = _namespaces.class_for(entry["base"]) if entry["base"] >= 0 else _core.Object
    place = parent.__module__
    needed = "" if place in (module, "swiftgrad._core") else f"from {place} import {parent.__name__}\n"
    lines = [
        f"class {entry['name']}({parent.__name__}):",
        define("__init__", entry["parameters"], "None", "    ", True),
    ]
    for method in entry["methods"]:
        if method["name"] in ("__init__", "__eq__", "__hash__"):
            continue
        if method.get("property"):
            lines.append("    @property")
        lines.append(
            define(method["name"], method["parameters"], RETURNS.get(method.get("returns"), "Any"), "    ", True)
        )
    return "\n".join(lines), needed


def is_made_here(number: int) -> bool:
    """Whether the class is generated and not written by hand."""
    cls = _namespaces.class_for(number)
    return cls.__module__ == f"swiftgrad.{_namespaces._entries[number].namespace}"


def module_stub(registry: dict[str, Any], namespace: str) -> str:
    """The stub of the functions and generated classes of one namespace."""
    definitions = [define(f["name"], f["parameters"], returned(f)) for f in functions_of(registry, namespace)]
    bases = set()
    stubs = []
    for number, entry in enumerate(registry["classes"]):
        if entry["namespace"] == namespace and not entry["name"].startswith("_") and is_made_here(number):
            text, needed = class_stub(number, registry, f"swiftgrad.{namespace}")
            bases.add(needed)
            stubs.append(text)
    body = "\n\n".join(part for part in ("\n".join(definitions), *stubs) if part)
    children = [] if _namespaces._is_written(namespace) else children_of(namespace)
    submodules = "".join(f"from . import {name} as {name}\n" for name in children)
    return assemble(STANDARD, OWN + "".join(sorted(bases)), body, submodules)


def children_of(namespace: str) -> list[str]:
    """The submodules of a namespace that are made from the registry."""
    made = [name for name in _namespaces._with_parents(_namespaces._namespaces) if not _namespaces._is_written(name)]
    return [name.rpartition(".")[2] for name in made if name.rpartition(".")[0] == namespace]


def needed_of(imports: str, body: str) -> str:
    """Those of the imports, one statement a line, that a body uses."""
    words = set("".join(c if c.isalnum() or c == "_" else " " for c in body).split())
    lines = []
    for line in imports.splitlines():
        start, _, names = line.rpartition("import ")
        wanted = [name for name in names.split(", ") if name.split(" as ")[-1] in words]
        if wanted:
            lines.append(f"{start}import {', '.join(wanted)}\n")
    return "".join(lines)


def assemble(standard: str, own: str, body: str, submodules: str = "", third_party: str = "") -> str:
    """A stub file: imports of the standard library, of others, of our own, then the definitions."""
    groups = [needed_of(standard, body), needed_of(third_party, body), needed_of(own, body) + submodules]
    head = "\n".join(group for group in groups if group)
    gap = "\n" if head and body else ""
    return HEADER + ("\n" if head else "") + head + gap + (body.rstrip("\n") + "\n" if body else "")


def core_stub(registry: dict[str, Any]) -> str:
    """The stub of the extension: Tensor with its operators and all its methods."""
    operators = []
    for name in BINARY:
        operators.append(f"    def __{name}__(self, other: TensorLike, /) -> Tensor: ...")
        operators.append(f"    def __r{name}__(self, other: TensorLike, /) -> Tensor: ...")
    operators += [f"    def __{name}__(self, other: TensorLike, /) -> Tensor: ..." for name in IN_PLACE]
    operators += [f"    def __{name}__(self, other: TensorLike, /) -> Tensor: ..." for name in ("lt", "le", "gt", "ge")]
    operators += [f"    def __{name}__(self) -> Tensor: ..." for name in ("neg", "pos", "abs", "invert")]
    methods = [
        define(f["method"], f["parameters"][1:], returned(f), "    ", True)
        for f in sorted(registry["functions"], key=lambda f: f["method"] or "")
        if f["method"]
    ]
    body = (FOLDER / "_core.pyi.in").read_text()
    body = body.replace("{dtypes}", "\n".join(f"{name}: DType" for name in dtypes()))
    body = body.replace("    {operators}", "\n".join(operators)).replace("    {methods}", "\n".join(methods))
    return assemble(STANDARD, OWN.splitlines()[1], body, third_party="import numpy as np\n")


def natural(name: str) -> list[tuple[int, str]]:
    """A key that puts int8 before int16."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", name)]


def dtypes() -> list[str]:
    return sorted(name for name, value in vars(_core).items() if isinstance(value, _core.DType))


def top_stub(registry: dict[str, Any]) -> str:
    """The stub of the package itself."""
    own_names = ["DType", "Parameter", "Tensor", "array", "asarray", "from_dlpack", "from_numpy"]
    names = sorted([*own_names, *dtypes()], key=natural)
    modules = sorted({*children_of(""), *_namespaces.written_modules()})
    taken = {*names, *AUTOGRAD}
    functions = [f for f in functions_of(registry, "") if f["name"] not in taken]
    body = CONSTANTS + "\n".join(define(f["name"], f["parameters"], returned(f)) for f in functions) + "\n"
    own = OWN.splitlines()[1].replace("swiftgrad._types", "._types") + "\n"
    reexports = [f"from . import {name} as {name}\n" for name in modules]
    reexports += [f"from ._core import {name} as {name}\n" for name in names]
    reexports += [needed_of(own, body)]
    reexports += [f"from .autograd import {name} as {name}\n" for name in AUTOGRAD]
    return assemble(STANDARD, "", body, "".join(reexports))


def path_of(namespace: str) -> Path:
    """Where the stub of a namespace is."""
    place = FOLDER.joinpath(*namespace.split("."))
    if (place / "__init__.py").exists():
        return place / "_generated.pyi"
    if place.with_suffix(".py").exists():
        return place.with_name(f"_{place.name}_generated.pyi")
    children = [n for n in _namespaces._with_parents(_namespaces._namespaces) if n.startswith(namespace + ".")]
    return place / "__init__.pyi" if children else place.with_suffix(".pyi")


def all_stubs() -> dict[Path, str]:
    """Every stub file with its text."""
    registry = _core.describe()
    stubs = {FOLDER / "_core.pyi": core_stub(registry), FOLDER / "__init__.pyi": top_stub(registry)}
    for namespace in _namespaces._with_parents(_namespaces._namespaces):
        stubs[path_of(namespace)] = module_stub(registry, namespace)
    return stubs


def obsolete(current: set[Path]) -> list[Path]:
    """Stubs that were written before and have no module any more."""
    written = [path for path in FOLDER.rglob("*.pyi") if path.read_text().startswith(HEADER)]
    return [path for path in written if path not in current]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m swiftgrad._stubs", description="Writes the type stubs.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a stub is stale")
    check = parser.parse_args(arguments).check
    stubs = all_stubs()
    stale = [path for path, text in stubs.items() if not path.exists() or path.read_text() != text]
    leftover = obsolete(set(stubs))
    for path in [*stale, *leftover]:
        print(f"{'stale' if check else 'written' if path in stubs else 'removed'}: {path.relative_to(FOLDER.parent)}")
    if check:
        if stale or leftover:
            print("run `make stubs`", file=sys.stderr)
        return 1 if stale or leftover else 0
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(stubs[path])
    for path in leftover:
        path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
