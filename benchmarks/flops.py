"""Floating-point operations that results need, by formula: multiply-adds of products, two each.

Pointwise work is not counted where there are products, and causal attention counts the lower triangle only. A training
step is three times the forward pass (the gradients of inputs and of weights are products of the same size), less the
gradient of what the model was fed, which nobody asks for.
"""


def matmul(m, k, n):
    return 2 * m * k * n


def conv2d(batch, inputs, outputs, kernel, pixels, groups=1):
    """`pixels`: rows times columns of the output; of the input for a transposed convolution."""
    return 2 * batch * pixels * outputs * inputs // groups * kernel * kernel


def attention(batch, heads, length, head_width, causal=False):
    """Scores and the weighted sum of values."""
    pairs = length * (length + 1) // 2 if causal else length * length
    return 4 * batch * heads * pairs * head_width


def recurrent(gates, batch, length, inputs, hidden):
    """LSTM: 4 gates; GRU: 3."""
    return matmul(batch * length, inputs + hidden, gates * hidden)


def transformer(batch, length, width, layers, heads, causal):
    """Blocks with a hidden layer of four times the width."""
    products = matmul(batch * length, width, 12 * width)
    return layers * (products + attention(batch, heads, length, width // heads, causal))


def training(forward, first=0):
    """`first`: the forward operations of the layers whose input is data."""
    return 3 * forward - first
