"""Asked for a 7, does a generative model draw one? A classifier that was trained apart answers.

`python examples/recognised.py gan` (or vae, or diffusion) trains what `python -m swiftgrad train gan` trains, draws 100
images of each class, and counts those that a classifier of real images takes for the class that was asked for.
"""

import argparse
import time
from pathlib import Path
from typing import Any

import numpy as np
import swiftgrad as sg
from swiftgrad import cli, data, nn, optim, train
from swiftgrad.cli import images

EACH = 100


def classifier(pictures: images.Pictures) -> tuple[Any, float]:
    """A small convolutional network, and how many held-out real images it recognises."""
    height, width = pictures.size
    x, x_test, y, y_test = data.train_test_split(
        pictures.pixels.reshape(-1, 1, height, width), pictures.labels, test_size=0.2, seed=1, stratify=pictures.labels
    )
    model = nn.Sequential(
        nn.Conv2d(1, 32, 3, padding=1),
        nn.ReLU(),
        nn.Conv2d(32, 64, 3, padding=1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Dropout(0.3),
        nn.Linear(64 * (height // 2) * (width // 2), pictures.classes),
    )
    trainer = train.Trainer(
        model, optim.Adam(model.parameters(), lr=1e-3), loss=nn.CrossEntropyLoss(), metrics=["accuracy"]
    )
    trainer.fit(data.DataLoader(data.ArrayDataset(x, y), 64, shuffle=True, seed=0), epochs=15, progress=False)
    return model, trainer.evaluate((x_test, y_test))["accuracy"]


def main() -> float:
    """Trains both; returns the part of the samples that are recognised."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", choices=["gan", "vae", "diffusion"])
    parser.add_argument("--data", type=Path, help="a folder of IDX files; scikit-learn's digits without it")
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    sg.manual_seed(options.seed)
    pictures = images.load(options.data)
    judge, accuracy = classifier(pictures)
    print(f"the classifier recognises {accuracy:.1%} of held-out real images")
    task = cli.GENERATIVE[options.model]
    sg.manual_seed(options.seed)
    config, batches, _ = task.read(options.data)
    trainer: Any = task.build(config)
    start = time.perf_counter()
    trainer.fit(batches, epochs=options.epochs or task.epochs, progress=False)
    seconds = time.perf_counter() - start
    labels = np.repeat(np.arange(pictures.classes), EACH)
    samples = task.sample(trainer, labels)
    judge.eval()
    with sg.no_grad():
        answers = np.asarray(judge(samples.reshape(-1, 1, *pictures.size)).argmax(1))
    right = answers == labels
    by_class = " ".join(f"{right[labels == label].mean():.0%}" for label in range(pictures.classes))
    print(f"{options.model}, {seconds:.0f} s of training: {right.mean():.1%} of {len(labels)} samples ({by_class})")
    return float(right.mean())


if __name__ == "__main__":
    main()
