"""Writes the type stubs of the package from the registry: `python -m swiftgrad._stubs [--check]`.

A namespace without a file in the package gets a stub where that file would be. A package with an `__init__.py` that
fills itself from the registry gets an `__init__.pyi` of what it imports and what is generated.
"""

import argparse
import importlib
import re
import sys
from pathlib import Path
from types import ModuleType
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
    **dict.fromkeys(("is_contiguous", "allclose", "can_cast", "isdtype"), "builtins.bool"),
    **dict.fromkeys(("element_size", "nelement"), "builtins.int"),
    "result_type": "DType",
    **dict.fromkeys(("broadcast_arrays", "broadcast_tensors", "meshgrid", "unique_all"), "tuple[Tensor, ...]"),
    **dict.fromkeys(("unique_counts", "unique_inverse"), "tuple[Tensor, Tensor]"),
    "unique": "Any",
    "split": "tuple[Tensor, ...]",
    "svd": "tuple[Tensor, Tensor, Tensor]",
    "eigh": "tuple[Tensor, Tensor]",
    "qr": "tuple[Tensor, Tensor]",
    "slogdet": "tuple[Tensor, Tensor]",
    "spectral_norm": "Any",
    "weight_norm": "Any",
    "info": "dict[str, Any]",
    "mode_coverage": "dict[str, Any]",
    "memory_stats": "dict[str, builtins.int]",
    "reset_peak_memory": "None",
    "get_num_threads": "builtins.int",
    "set_num_threads": "None",
    "get_float32_matmul_precision": "builtins.str",
    "set_float32_matmul_precision": "None",
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
OWN = {"swiftgrad._core": ["DType", "Object", "Tensor"], "swiftgrad._types": ["DTypeLike", "Ints", "TensorLike"]}
CONSTANTS = """__array_api_version__: Final = "2024.12"
__version__: Final[str]
newaxis: None
e: Final[builtins.float]
pi: Final[builtins.float]
inf: Final[builtins.float]
nan: Final[builtins.float]
inference_mode = no_grad
as_tensor = asarray

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


class Imports:
    """Import statements of one stub, relative to its package, in the order that isort gives them."""

    def __init__(self, package: str) -> None:
        self.package = package.split(".")
        self.lines: dict[str, tuple[Any, ...]] = {}

    def add(self, place: str, name: str, exported: str = "") -> None:
        """`from place import name`, or with `as exported` when that is given: then the stub offers the name too."""
        parts = place.split(".")
        common = 0
        while common < min(len(parts), len(self.package)) and parts[common] == self.package[common]:
            common += 1
        dots = len(self.package) - common + 1
        source = "." * dots + ".".join(parts[common:])
        if exported or name not in self.lines:
            text = f"from {source} import {name}" + (f" as {exported}" if exported else "")
            self.lines[name] = (-dots, source.lstrip("."), bool(exported), kind_of(name), natural(name), text)

    def needed(self, body: str) -> str:
        """The statements for the names that a body uses or that are exported."""
        words = words_of(body)
        kept = sorted(line for name, line in self.lines.items() if line[2] or name in words)
        merged: dict[str, list[str]] = {}
        for *_, exported, _, _, text in kept:
            start, name = text.split(" import ")
            merged.setdefault(text if exported else start, []).append(name)
        return "".join(f"{key.split(' import ')[0]} import {', '.join(names)}\n" for key, names in merged.items())


def kind_of(name: str) -> int:
    """isort's order within a statement: CONSTANTS, Classes, variables."""
    return 0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2


def class_stub(number: int, registry: dict[str, Any], imports: Imports) -> str:
    """The stub of a generated class."""
    entry = registry["classes"][number]
    parent = _namespaces.class_for(entry["base"]) if entry["base"] >= 0 else _core.Object
    if parent.__module__ != f"swiftgrad.{entry['namespace']}":
        imports.add(parent.__module__, parent.__name__)
    lines = [
        f"class {entry['name']}({parent.__name__}):",
        define("__init__", entry["parameters"], "None", "    ", True),
    ]
    for method in entry["methods"]:
        properties = {m["name"] for m in entry["methods"] if m.get("property")}
        if method["name"] in ("__init__", "__eq__", "__hash__") or method["name"].removeprefix("set_") in properties:
            lines += accessors(method, entry["methods"])
            continue
        lines.append(
            define(method["name"], method["parameters"], RETURNS.get(method.get("returns"), "Any"), "    ", True)
        )
    return "\n".join(lines)


def accessors(method: dict[str, Any], methods: list[dict[str, Any]]) -> list[str]:
    """The property that a method reads like, with its setter where there is one; nothing for the setter itself."""
    name = method["name"]
    if not method.get("property"):
        return []
    setters = [m["parameters"][0] for m in methods if m["name"] == f"set_{name}"]
    kind = annotation(setters[0]) if setters else "Any"
    lines = ["    @property", f"    def {name}(self) -> {kind}: ..."]
    if setters:
        lines += [f"    @{name}.setter", f"    def {name}(self, value: {kind}) -> None: ..."]
    return lines


def is_made_here(number: int) -> bool:
    """Whether the class is generated and not written by hand."""
    cls = _namespaces.class_for(number)
    return cls.__module__ == f"swiftgrad.{_namespaces._entries[number].namespace}"


def module_stub(registry: dict[str, Any], namespace: str, path: Path) -> str:
    """The stub of the functions and generated classes of one namespace."""
    imports = own_imports(path)
    definitions = [define(f["name"], f["parameters"], returned(f)) for f in functions_of(registry, namespace)]
    stubs = [
        class_stub(number, registry, imports)
        for number, entry in enumerate(registry["classes"])
        if entry["namespace"] == namespace and not entry["name"].startswith("_") and is_made_here(number)
    ]
    if _namespaces._is_written(namespace):
        add_contents(imports, registry, namespace)
    for name in children_of(namespace):
        imports.add(f"swiftgrad.{namespace}", name, name)
    body = "\n\n".join(part for part in ("\n".join(definitions), *stubs) if part)
    return assemble(imports, body)


def own_imports(path: Path) -> Imports:
    """The names that any stub may need."""
    imports = Imports(".".join(path.relative_to(FOLDER.parent).parent.parts))
    for place, names in OWN.items():
        for name in names:
            imports.add(place, name)
    return imports


def add_contents(imports: Imports, registry: dict[str, Any], namespace: str) -> None:
    """Imports of what a module that is written by hand has besides what is generated into it."""
    module = importlib.import_module(f"swiftgrad.{namespace}")
    generated = {f["name"] for f in functions_of(registry, namespace)}
    for name, value in vars(module).items():
        is_module = isinstance(value, ModuleType)
        place = value.__name__.rpartition(".")[0] if is_module else str(getattr(value, "__module__", ""))
        if name.startswith("_") or name in generated or not place.startswith("swiftgrad"):
            continue
        if is_module == (place == module.__name__):
            imports.add(place, name if is_module else value.__name__, name)


def children_of(namespace: str) -> list[str]:
    """The submodules of a namespace that are made from the registry."""
    made = [name for name in _namespaces._with_parents(_namespaces._namespaces) if not _namespaces._is_written(name)]
    return [name.rpartition(".")[2] for name in made if name.rpartition(".")[0] == namespace]


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def assemble(imports: Imports, body: str, third_party: str = "") -> str:
    """A stub file: imports of the standard library, of others, of our own, then the definitions."""
    standard = []
    for line in STANDARD.splitlines():
        start, _, names = line.rpartition("import ")
        wanted = [name for name in names.split(", ") if name in words_of(body)]
        if wanted:
            standard.append(f"{start}import {', '.join(wanted)}\n")
    groups = ["".join(standard), third_party, imports.needed(body)]
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
    imports = Imports("swiftgrad")
    for name in OWN["swiftgrad._types"]:
        imports.add("swiftgrad._types", name)
    return assemble(imports, body, "import numpy as np\n")


def natural(name: str) -> list[tuple[int, str]]:
    """A key that puts int8 before int16."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", name)]


def dtypes() -> list[str]:
    return sorted(name for name, value in vars(_core).items() if isinstance(value, _core.DType))


def top_stub(registry: dict[str, Any]) -> str:
    """The stub of the package itself."""
    imports = own_imports(FOLDER / "__init__.pyi")
    for name in (*children_of(""), *_namespaces.written_modules()):
        imports.add("swiftgrad", name, name)
    for name in ("DType", "Parameter", "Tensor", "array", "asarray", "from_dlpack", "from_numpy", "tensor", *dtypes()):
        imports.add("swiftgrad._core", name, name)
    for name in AUTOGRAD:
        imports.add("swiftgrad.autograd", name, name)
    imports.add("swiftgrad.profiler", "profile", "profile")
    for name in ("finfo", "iinfo", "is_tensor", "__array_namespace_info__"):
        imports.add("swiftgrad._array_api", name, name)
    functions = [f for f in functions_of(registry, "") if f["name"] not in imports.lines]
    body = CONSTANTS + "\n".join(define(f["name"], f["parameters"], returned(f)) for f in functions) + "\n"
    return assemble(imports, body)


def path_of(namespace: str) -> Path | None:
    """Where the stub of a namespace is; None for a file that holds more than the registry's names."""
    place = FOLDER.joinpath(*namespace.split("."))
    if place.with_suffix(".py").exists():
        return None
    children = [n for n in _namespaces._with_parents(_namespaces._namespaces) if n.startswith(namespace + ".")]
    return place / "__init__.pyi" if children or (place / "__init__.py").exists() else place.with_suffix(".pyi")


def all_stubs() -> dict[Path, str]:
    """Every stub file with its text."""
    registry = _core.describe()
    stubs = {FOLDER / "_core.pyi": core_stub(registry), FOLDER / "__init__.pyi": top_stub(registry)}
    for namespace in _namespaces._with_parents(_namespaces._namespaces):
        path = path_of(namespace)
        if path:
            stubs[path] = module_stub(registry, namespace, path)
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
