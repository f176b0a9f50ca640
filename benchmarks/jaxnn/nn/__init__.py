"""Layers with PyTorch's names, arguments, parameter names and layouts."""

from ..tensors import Module, Parameter
from . import functional, utils
from .containers import ModuleList, Sequential
from .convolution import Conv2d, ConvTranspose2d
from .layers import GELU, Dropout, Embedding, Flatten, Identity, LeakyReLU, Linear, ReLU, SiLU, Tanh
from .normalisation import BatchNorm2d, GroupNorm, LayerNorm
from .pooling import AdaptiveAvgPool2d, MaxPool2d
from .recurrent import GRU, LSTM
