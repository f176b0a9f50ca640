"""Transfer learning: a network that knows the digits 0 to 6 learns 7 to 9 from two examples of each.

`python examples/transfer.py` loads its weights, replaces the head, trains that alone, then everything with a lower rate
for the body; and compares with a network that starts from nothing.
"""

import argparse
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import swiftgrad as sg
from swiftgrad import data, nn, optim, train


def fit(model: nn.Module, groups: Any, x: np.ndarray, y: np.ndarray, epochs: int) -> None:
    """Trains with AdamW in batches of 32."""
    loader = data.DataLoader(data.ArrayDataset(x, y), batch_size=32, shuffle=True, seed=0)
    train.Trainer(model, optim.AdamW(groups), loss=nn.CrossEntropyLoss()).fit(loader, epochs=epochs, progress=False)


def accuracy(model: nn.Module, x: np.ndarray, y: np.ndarray) -> float:
    """Of the classes that the model finds likeliest."""
    model.eval()
    with sg.no_grad():
        return float((model(sg.from_numpy(x)).numpy().argmax(1) == y).mean())


def main(examples: int = 2) -> tuple[float, float]:
    """The accuracies with transfer and from nothing."""
    sg.manual_seed(0)
    images, labels = data.load_digits()
    known = labels < 7
    x, y = images[~known], labels[~known] - 7
    few = np.concatenate([np.flatnonzero(y == digit)[:examples] for digit in range(3)])
    rest = np.setdiff1d(np.arange(len(y)), few)

    teacher = nn.models.ResNet(8, num_classes=7, in_channels=1)
    fit(teacher, [{"params": list(teacher.parameters()), "lr": 5e-3}], images[known], labels[known], epochs=8)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "digits.safetensors"
        sg.save_file(teacher.state_dict(), path)
        model = nn.models.ResNet(8, num_classes=7, in_channels=1)
        model.load_state_dict(sg.load_file(path))

    model.freeze()
    model.fc = nn.Linear(64, 3)
    fit(model, [{"params": list(model.fc.parameters()), "lr": 1e-2}], x[few], y[few], epochs=60)
    model.unfreeze()
    fit(model, model.parameter_groups({"fc.*": {"lr": 5e-3}, "*": {"lr": 2e-3}}), x[few], y[few], epochs=60)

    fresh = nn.models.ResNet(8, num_classes=3, in_channels=1)
    fit(fresh, [{"params": list(fresh.parameters()), "lr": 5e-3}], x[few], y[few], epochs=120)
    return accuracy(model, x[rest], y[rest]), accuracy(fresh, x[rest], y[rest])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", type=int, default=2, help="of each new digit")
    transferred, alone = main(parser.parse_args().examples)
    print(f"7 to 9 with transfer {transferred:.1%}, from nothing {alone:.1%}")
