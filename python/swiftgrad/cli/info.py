"""`swiftgrad info`: what is installed, and what it runs on."""

import platform
from importlib import metadata

import swiftgrad as sg

_AROUND = ("numpy", "tqdm", "matplotlib", "pillow", "scikit-learn")


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return "not installed"


def _text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def run() -> None:
    """Prints a name and a value a line."""
    facts = {name.replace("_", " "): _text(value) for name, value in sg.info().items()}
    facts |= {"python": f"{platform.python_version()} ({platform.machine()}, {platform.system()})"}
    facts |= {name: _version(name) for name in _AROUND}
    width = max(map(len, facts))
    for name, value in facts.items():
        print(f"{name:{width}}  {value}")
