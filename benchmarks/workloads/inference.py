"""Latency of one answer: batch 1, no gradients."""

import numpy as np
from models import convolutional, perceptron, transformer

from .data import integers, normal
from .workload import Workload

GPT = {"context": 256, "layers": 6, "heads": 6, "width": 384}


def answer(name, model, inputs, flops):
    def make(library):
        return library.inference(model(library), *inputs())

    return Workload(name, "inference", make, flops)


def decoding_step():
    """The last token of the context, with the keys and values of those before it."""
    earlier = (1, GPT["heads"], GPT["context"] - 1, GPT["width"] // GPT["heads"])
    cache = [normal(*earlier, number=number) for number in range(2 * GPT["layers"])]
    return [integers(65, 1, 1), np.array([GPT["context"] - 1]), *cache]


def decoding_flops(context, layers, heads, width):
    products = 2 * 12 * width * width + 4 * context * width
    return layers * products + 2 * 65 * width


INFERENCE = [
    answer(
        "MLP 784-128-10",
        lambda library: library.build(perceptron.mlp, 784, 128, 10),
        lambda: [normal(1, 784)],
        perceptron.mlp_flops(1, 784, 128, 10),
    ),
    answer(
        "ResNet-18 224x224",
        lambda library: library.build(convolutional.resnet18),
        lambda: [normal(1, 3, 224, 224)],
        convolutional.resnet18_flops(1, 224)[1],
    ),
    answer(
        "GPT 6x384 decode at 256",
        lambda library: library.build(transformer.gpt, **GPT),
        decoding_step,
        decoding_flops(**GPT),
    ),
]
