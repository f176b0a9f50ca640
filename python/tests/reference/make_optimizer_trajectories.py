"""Writes optimizer_trajectories.json: what PyTorch's optimisers make of a fixed problem. Needs torch.

Weights w (2, 3) start at START and go STEPS steps down sum(SCALE * w² + sin(w)) in float64.
"""

import json
from pathlib import Path

START = [[0.5, -1.0, 2.0], [0.1, 3.0, -0.25]]
SCALE = [[1.0, 0.1, 10.0], [0.01, 2.0, 0.5]]
STEPS = 12
CASES = [
    ("SGD", {"lr": 0.02}),
    ("SGD", {"lr": 0.02, "momentum": 0.9}),
    ("SGD", {"lr": 0.02, "momentum": 0.9, "dampening": 0.3, "weight_decay": 0.1}),
    ("SGD", {"lr": 0.02, "momentum": 0.8, "nesterov": True}),
    ("SGD", {"lr": 0.001, "maximize": True}),
    ("Adam", {}),
    ("Adam", {"lr": 0.1, "betas": [0.8, 0.99], "eps": 1e-3}),
    ("Adam", {"lr": 0.1, "weight_decay": 0.2}),
    ("Adam", {"lr": 0.1, "amsgrad": True}),
    ("AdamW", {"lr": 0.1}),
    ("AdamW", {"lr": 0.1, "weight_decay": 0.3, "amsgrad": True}),
]


def main() -> None:
    import torch

    trajectories = []
    for name, settings in CASES:
        w = torch.tensor(START, dtype=torch.float64, requires_grad=True)
        optimizer = getattr(torch.optim, name)([w], **settings)
        steps = []
        for _ in range(STEPS):
            optimizer.zero_grad()
            (torch.tensor(SCALE, dtype=torch.float64) * w * w + torch.sin(w)).sum().backward()
            optimizer.step()
            steps.append(w.detach().tolist())
        trajectories.append({"optimizer": name, "settings": settings, "weights": steps})
    content = {"torch": torch.__version__, "start": START, "scale": SCALE, "trajectories": trajectories}
    Path(__file__).with_name("optimizer_trajectories.json").write_text(json.dumps(content) + "\n")


if __name__ == "__main__":
    main()
