"""A denoising autoencoder that has never seen a class: does it find its images odd?

`python examples/anomaly.py` trains on scikit-learn's digits, ten times with another digit left out, and reports how
well the error of reconstruction tells held-out images of that digit from the others' (area under the ROC curve).
"""

import argparse

import numpy as np
import swiftgrad as sg
from swiftgrad import data, metrics, nn, optim, train


def score(odd: int, epochs: int, seed: int) -> float:
    """The area under the ROC curve for one digit."""
    sg.manual_seed(seed)
    images, labels = data.load_digits()
    pixels = images.reshape(len(images), -1)
    x, x_test, y, y_test = data.train_test_split(pixels, labels, test_size=0.3, seed=seed, stratify=labels)
    width = x.shape[1]
    encoder = nn.Sequential(nn.Linear(width, 128), nn.ReLU(), nn.Linear(128, 8))
    decoder = nn.Sequential(nn.Linear(8, 128), nn.ReLU(), nn.Linear(128, width))
    optimizer = optim.Adam([*encoder.parameters(), *decoder.parameters()], lr=2e-3)
    trainer = train.AutoencoderTrainer(encoder, decoder, "mask", corruption_level=0.3, optimizer=optimizer)
    loader = data.DataLoader(data.ArrayDataset(x[y != odd]), 64, shuffle=True, seed=seed)
    trainer.fit(loader, epochs, progress=False)
    return float(metrics.roc_auc(trainer.anomaly_score(x_test), (y_test == odd).astype(np.int64)))


def main() -> float:
    """Reports each digit and the mean, which it returns."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--epochs", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    scores = [score(odd, options.epochs, options.seed) for odd in range(10)]
    print(" ".join(f"{digit}: {value:.3f}" for digit, value in enumerate(scores)))
    print(f"mean area under the ROC curve {np.mean(scores):.3f}")
    return float(np.mean(scores))


if __name__ == "__main__":
    main()
