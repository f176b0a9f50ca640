"""A small ResNet or a vision transformer on handwritten digits.

`python examples/images.py --model resnet` (or vit) trains on scikit-learn's digits; `--data FOLDER` on a folder of IDX
files such as MNIST's.
"""

import argparse
from pathlib import Path

import swiftgrad as sg
from swiftgrad import data, nn, optim, train


def main() -> None:
    """Trains, and reports the accuracy on held-out images."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", choices=["resnet", "vit"], default="resnet")
    parser.add_argument("--data", type=Path)
    parser.add_argument("--epochs", type=int, default=40)
    options = parser.parse_args()
    sg.manual_seed(0)
    images, labels = data.read_digits(options.data) if options.data else data.load_digits()
    x, x_test, y, y_test = data.train_test_split(images, labels, stratify=labels)
    size = images.shape[-1]
    if options.model == "resnet":
        model: nn.Module = nn.models.ResNet(8, num_classes=10, in_channels=1)
        optimizer = optim.AdamW(model.parameters(), lr=5e-3)
    else:
        model = nn.models.ViT(size, 2 if size < 16 else 4, 10, 1, layers=4, heads=4, width=64, dropout=0.1)
        optimizer = optim.AdamW(model.parameters(), lr=1e-3, weight_decay=0.05)
    loader = data.DataLoader(data.ArrayDataset(x, y), batch_size=64, shuffle=True, seed=0)
    trainer = train.Trainer(model, optimizer, loss=nn.CrossEntropyLoss(), metrics=["accuracy"])
    history = trainer.fit(loader, epochs=options.epochs, validation=(x_test, y_test))
    print(f"{model.num_parameters():,} parameters, held-out accuracy {history['val_accuracy'][-1]:.1%}")


if __name__ == "__main__":
    main()
