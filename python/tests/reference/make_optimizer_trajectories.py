"""Writes optimizer_trajectories.json: what PyTorch's optimisers make of a fixed problem. Needs torch.

Weights w (2, 3) start at START and go down sum(SCALE * w² + sin(w)) in float64.
"""

import json
from pathlib import Path

START = [[0.5, -1.0, 2.0], [0.1, 3.0, -0.25]]
SCALE = [[1.0, 0.1, 10.0], [0.01, 2.0, 0.5]]
KEPT = (1, 2, 3, 5, 10, 20, 50)  # the steps whose weights are stored
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
    ("NAdam", {}),
    ("NAdam", {"lr": 0.05, "betas": (0.8, 0.99), "weight_decay": 0.2, "momentum_decay": 0.1}),
    ("NAdam", {"lr": 0.1, "weight_decay": 0.2, "decoupled_weight_decay": True, "maximize": True}),
    ("RAdam", {"lr": 0.1}),
    ("RAdam", {"lr": 0.1, "betas": (0.8, 0.9), "weight_decay": 0.2}),
    ("RAdam", {"lr": 0.1, "weight_decay": 0.2, "decoupled_weight_decay": True}),
    ("RMSprop", {}),
    ("RMSprop", {"lr": 0.05, "alpha": 0.9, "momentum": 0.8, "weight_decay": 0.1}),
    ("RMSprop", {"lr": 0.05, "centered": True}),
    ("RMSprop", {"lr": 0.05, "centered": True, "momentum": 0.5, "maximize": True}),
    ("Adagrad", {"lr": 0.3}),
    ("Adagrad", {"lr": 0.3, "lr_decay": 0.1, "weight_decay": 0.1, "initial_accumulator_value": 0.5}),
    ("Adadelta", {}),
    ("Adadelta", {"lr": 0.5, "rho": 0.8, "eps": 1e-3, "weight_decay": 0.1}),
]


def main() -> None:
    import torch

    torch.set_default_dtype(torch.float64)  # NAdam keeps the product of its momenta in the default type
    trajectories = []
    for name, settings in CASES:
        w = torch.tensor(START, dtype=torch.float64, requires_grad=True)
        optimizer = getattr(torch.optim, name)([w], **settings)
        weights = {}
        for step in range(1, KEPT[-1] + 1):
            optimizer.zero_grad()
            (torch.tensor(SCALE, dtype=torch.float64) * w * w + torch.sin(w)).sum().backward()
            optimizer.step()
            if step in KEPT:
                weights[step] = w.detach().tolist()
        trajectories.append({"optimizer": name, "settings": settings, "weights": weights})
    content = {"torch": torch.__version__, "start": START, "scale": SCALE, "trajectories": trajectories}
    Path(__file__).with_name("optimizer_trajectories.json").write_text(json.dumps(content) + "\n")


if __name__ == "__main__":
    main()
