import jax.numpy as jnp

from ..tensors import Module, Parameter
from . import functional as F


class Conv2d(Module):
    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0, bias=True):
        super().__init__()
        self.weight = Parameter(jnp.zeros((out_channels, in_channels, kernel_size, kernel_size)))
        self.bias = Parameter(jnp.zeros(out_channels)) if bias else None
        self.stride, self.padding = stride, padding

    def forward(self, x):
        return F.conv2d(x, self.weight, self.bias, self.stride, self.padding)


class ConvTranspose2d(Module):
    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0, bias=True):
        super().__init__()
        self.weight = Parameter(jnp.zeros((in_channels, out_channels, kernel_size, kernel_size)))
        self.bias = Parameter(jnp.zeros(out_channels)) if bias else None
        self.stride, self.padding = stride, padding

    def forward(self, x):
        return F.conv_transpose2d(x, self.weight, self.bias, self.stride, self.padding)
