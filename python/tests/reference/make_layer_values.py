"""Writes layer_values.json: PyTorch's results and gradients of the first configurations of `layer_cases`."""

import json
import sys
from pathlib import Path

import torch

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER.parent))

CONFIGURATIONS = 2


def main() -> None:
    (FOLDER / "layer_values.json").touch()
    if not (FOLDER / "layer_values.json").read_text():
        (FOLDER / "layer_values.json").write_text("{}")
    from layer_cases import CASES
    from test_layers import theirs

    values = {
        name: [
            {key: [float(f"{v:.12g}") for v in numbers] for key, numbers in theirs(torch, name, number).items()}
            for number in range(CONFIGURATIONS)
        ]
        for name in CASES
    }
    lines = [f" {json.dumps(name)}: {json.dumps(entry)}" for name, entry in values.items()]
    (FOLDER / "layer_values.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
