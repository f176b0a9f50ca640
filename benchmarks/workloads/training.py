"""Training steps: forward, backward, the optimiser's update, in a loop written in Python that reads each loss."""

import numpy as np
from libraries.library import Normal, Optimizer
from models import convolutional, generative, perceptron, recurrent, transformer

from .data import integers, normal, uniform
from .workload import Workload

ADAM = Optimizer()
ADAMW = Optimizer("AdamW", settings={"betas": (0.9, 0.99), "weight_decay": 0.1})
GAN_ADAM = Optimizer(lr=2e-4, settings={"betas": (0.5, 0.999)})


def step(name, model, loss, batch, flops, optimizer=ADAM, random=False):
    """`model(library)` builds it, `batch()` makes its inputs."""

    def make(library):
        return library.training(model(library), loss, batch(), optimizer)

    return Workload(name, "training", make, flops, random)


def classifier(name, model, inputs, flops, classes=10, random=False):
    """`inputs`: the shape of the batch."""
    loss = convolutional.classification_loss
    return step(name, model, loss, lambda: [normal(*inputs), integers(classes, inputs[0])], flops, random=random)


def perceptrons(batch, *widths):
    name = f"MLP {'-'.join(map(str, widths))} b{batch}"
    first, forward = perceptron.mlp_flops(batch, *widths[:2]), perceptron.mlp_flops(batch, *widths)
    return classifier(
        name, lambda library: library.build(perceptron.mlp, *widths), (batch, widths[0]), 3 * forward - first
    )


def row_reader(kind):
    return classifier(
        f"{kind} 28x128 b64",
        lambda library: library.build(recurrent.sequence_classifier, kind),
        (64, 28, 28),
        recurrent.sequence_classifier_flops(kind, 64),
    )


def character_model(kind):
    return step(
        f"{kind} 2x512 t64 b32",
        lambda library: library.build(recurrent.character_model, kind),
        transformer.token_loss,
        lambda: [integers(65, 32, 64), integers(65, 32, 64, number=4)],
        recurrent.character_model_flops(kind, 32, 64),
    )


def language_model(name, batch, **sizes):
    context = sizes["context"]
    return step(
        name,
        lambda library: library.build(transformer.gpt, **sizes),
        transformer.token_loss,
        lambda: [integers(65, batch, context), np.arange(context), integers(65, batch, context, number=4)],
        transformer.gpt_flops(batch, **sizes),
        ADAMW,
    )


def resnet(batch, size, classes):
    first, forward = convolutional.resnet18_flops(batch, size, classes)
    return classifier(
        f"ResNet-18 {size}x{size} b{batch}",
        lambda library: library.build(convolutional.resnet18, classes),
        (batch, 3, size, size),
        3 * forward - first,
        classes,
    )


def denoising_batch():
    times = integers(1000, 32)
    signal = np.cos(0.5 * np.pi * times / 1000).astype(np.float32).reshape(-1, 1, 1, 1)
    images = normal(32, 3, 32, 32)
    return [images, generative.time_features(times), signal, np.sqrt(1 - signal**2), Normal(images.shape)]


TRAINING = [
    perceptrons(64, 784, 128, 10),
    perceptrons(256, 784, 1024, 1024, 10),
    classifier(
        "MNIST CNN b64",
        lambda library: library.build(convolutional.mnist_cnn, library.dropout(0.5)),
        (64, 1, 28, 28),
        convolutional.mnist_cnn_flops(64),
        random=True,
    ),
    classifier(
        "conv-BN-ReLU stack b64",
        lambda library: library.build(convolutional.conv_stack),
        (64, 3, 32, 32),
        convolutional.conv_stack_flops(64),
    ),
    resnet(16, 64, classes=200),
    row_reader("LSTM"),
    character_model("LSTM"),
    row_reader("GRU"),
    character_model("GRU"),
    language_model("nanoGPT 4x128 t64 b12", 12, context=64, layers=4, heads=4, width=128),
    language_model("GPT 6x384 t256 b4", 4, context=256, layers=6, heads=6, width=384),
    step(
        "ViT 6x192 p4 32x32 b32",
        lambda library: library.build(transformer.vit),
        convolutional.classification_loss,
        lambda: [normal(32, 3, 32, 32), integers(10, 32)],
        transformer.vit_flops(32),
        ADAMW,
    ),
    step(
        "VAE 784-400-20 b128",
        lambda library: library.build(perceptron.vae),
        perceptron.vae_loss,
        lambda: [uniform(128, 784), Normal((128, 20))],
        perceptron.vae_flops(128),
        random=True,
    ),
    step(
        "DCGAN 32x32 spectral b64",
        lambda library: library.build(generative.dcgan),
        {"discriminator": generative.discriminator_loss, "generator": generative.generator_loss},
        lambda: [
            normal(64, 3, 32, 32),
            Normal((64, generative.LATENT, 1, 1)),
            np.ones((64, 1), np.float32),
            np.zeros((64, 1), np.float32),
        ],
        generative.dcgan_flops(64),
        GAN_ADAM,
        random=True,
    ),
    step(
        "U-Net denoiser 32x32 b32",
        lambda library: library.build(generative.unet),
        generative.denoising_loss,
        denoising_batch,
        generative.unet_flops(32),
        random=True,
    ),
]
