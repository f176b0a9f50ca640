"""Writes schedule_rates.json: the learning rates that PyTorch's schedules give. Needs torch."""

import json
import sys
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from schedule_cases import CASES, optimizer_for, rates


def main() -> None:
    import torch

    warnings.simplefilter("ignore")
    content = {}
    for name, make in CASES.items():
        for optimizer_name in ("SGD", "AdamW"):
            optimizer = optimizer_for(torch.optim, optimizer_name, lambda: torch.ones(1, requires_grad=True))
            rows = rates(optimizer, make(torch.optim.lr_scheduler, optimizer))
            content[f"{name}, {optimizer_name}"] = rows
    Path(__file__).with_name("schedule_rates.json").write_text(json.dumps(content) + "\n")


if __name__ == "__main__":
    main()
