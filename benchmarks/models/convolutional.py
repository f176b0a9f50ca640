"""Image classifiers."""

import flops


def mnist_cnn(lib, dropout=0.5):
    """The convolutional network of PyTorch's MNIST example: 1.2 million parameters."""
    nn = lib.nn
    return nn.Sequential(
        nn.Conv2d(1, 32, 3),
        nn.ReLU(),
        nn.Conv2d(32, 64, 3),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Dropout(dropout / 2),
        nn.Flatten(),
        nn.Linear(9216, 128),
        nn.ReLU(),
        nn.Dropout(dropout),
        nn.Linear(128, 10),
    )


def mnist_cnn_flops(batch):
    first = flops.conv2d(batch, 1, 32, 3, 26 * 26)
    rest = flops.conv2d(batch, 32, 64, 3, 24 * 24) + flops.matmul(batch, 9216, 128) + flops.matmul(batch, 128, 10)
    return flops.training(first + rest, first)


STACK = [(16, 1), (16, 1), (32, 2), (32, 1), (64, 2), (64, 1)]  # channels, stride


def conv_stack(lib):
    """Convolution, batch normalisation, ReLU, six times; then the mean over the image."""
    nn = lib.nn
    layers, inputs = [], 3
    for outputs, stride in STACK:
        layers += [
            nn.Conv2d(inputs, outputs, 3, stride=stride, padding=1, bias=False),
            nn.BatchNorm2d(outputs),
            nn.ReLU(),
        ]
        inputs = outputs
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(inputs, 10))


def conv_stack_flops(batch, size=32):
    total, inputs, first = 0, 3, 0
    for outputs, stride in STACK:
        size //= stride
        total += flops.conv2d(batch, inputs, outputs, 3, size * size)
        first = first or total
        inputs = outputs
    return flops.training(total + flops.matmul(batch, inputs, 10), first)


def resnet18(lib, classes=1000):
    """He et al., 2015, with torchvision's names."""
    nn, F = lib.nn, lib.nn.functional

    class BasicBlock(nn.Module):
        def __init__(self, inputs, outputs, stride):
            super().__init__()
            self.conv1 = nn.Conv2d(inputs, outputs, 3, stride=stride, padding=1, bias=False)
            self.bn1 = nn.BatchNorm2d(outputs)
            self.conv2 = nn.Conv2d(outputs, outputs, 3, padding=1, bias=False)
            self.bn2 = nn.BatchNorm2d(outputs)
            self.downsample = nn.Identity()
            if stride != 1 or inputs != outputs:
                self.downsample = nn.Sequential(
                    nn.Conv2d(inputs, outputs, 1, stride=stride, bias=False), nn.BatchNorm2d(outputs)
                )

        def forward(self, x):
            y = F.relu(self.bn1(self.conv1(x)))
            return F.relu(self.bn2(self.conv2(y)) + self.downsample(x))

    class ResNet(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv1 = nn.Conv2d(3, 64, 7, stride=2, padding=3, bias=False)
            self.bn1 = nn.BatchNorm2d(64)
            self.maxpool = nn.MaxPool2d(3, stride=2, padding=1)
            self.layer1 = nn.Sequential(BasicBlock(64, 64, 1), BasicBlock(64, 64, 1))
            self.layer2 = nn.Sequential(BasicBlock(64, 128, 2), BasicBlock(128, 128, 1))
            self.layer3 = nn.Sequential(BasicBlock(128, 256, 2), BasicBlock(256, 256, 1))
            self.layer4 = nn.Sequential(BasicBlock(256, 512, 2), BasicBlock(512, 512, 1))
            self.avgpool = nn.AdaptiveAvgPool2d(1)
            self.fc = nn.Linear(512, classes)

        def forward(self, x):
            x = self.maxpool(F.relu(self.bn1(self.conv1(x))))
            x = self.layer4(self.layer3(self.layer2(self.layer1(x))))
            return self.fc(lib.flatten(self.avgpool(x), 1))

    return ResNet()


def resnet18_flops(batch, size, classes=1000):
    """Forward operations: the first layer's, and all."""
    first = flops.conv2d(batch, 3, 64, 7, (size // 2) ** 2)
    total, inputs, size = first, 64, size // 4
    for outputs, stride in [(64, 1), (128, 2), (256, 2), (512, 2)]:
        size //= stride
        pixels = size * size
        total += flops.conv2d(batch, inputs, outputs, 3, pixels) + 3 * flops.conv2d(batch, outputs, outputs, 3, pixels)
        total += flops.conv2d(batch, inputs, outputs, 1, pixels) if stride > 1 else 0
        inputs = outputs
    return first, total + flops.matmul(batch, inputs, classes)


def classification_loss(lib, model, inputs, labels):
    return lib.nn.functional.cross_entropy(model(inputs), labels)
