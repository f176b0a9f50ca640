"""Writes layer_values.json: PyTorch's results and gradients of small configurations of `layer_cases`."""

import json
import sys
from pathlib import Path

import torch

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER.parent))

CONFIGURATIONS = 2
SMALLEST, DRAWN = 6, 25


def main() -> None:
    (FOLDER / "layer_values.json").touch()
    if not (FOLDER / "layer_values.json").read_text():
        (FOLDER / "layer_values.json").write_text("{}")
    from layer_cases import CASES
    from test_layers import theirs

    def small(name: str) -> dict[int, dict[str, list[float]]]:
        """By number, the smallest configurations that still have a few values."""
        found = {number: theirs(torch, name, number) for number in range(DRAWN)}
        sizes = {number: sum(map(len, values.values())) for number, values in found.items()}
        order = sorted(found, key=lambda number: (sizes[number] < SMALLEST, sizes[number]))
        return {number: found[number] for number in sorted(order[:CONFIGURATIONS])}

    values = {
        name: {
            number: {key: [float(f"{v:.11g}") for v in numbers] for key, numbers in entry.items()}
            for number, entry in small(name).items()
        }
        for name in CASES
    }
    lines = [f" {json.dumps(name)}: {json.dumps(entry)}" for name, entry in values.items()]
    (FOLDER / "layer_values.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
