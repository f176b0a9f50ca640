"""LSTM and GRU layers, batch first: the input's projection is one product for the whole sequence, then a scan."""

import jax
import jax.numpy as jnp
from jax import lax

from ..tensors import Module, Parameter


class _Recurrent(Module):
    gates: int

    def __init__(self, input_size, hidden_size, num_layers=1, batch_first=False):
        super().__init__()
        self.hidden_size, self.num_layers, self.batch_first = hidden_size, num_layers, batch_first
        rows = self.gates * hidden_size
        for layer in range(num_layers):
            columns = hidden_size if layer else input_size
            setattr(self, f"weight_ih_l{layer}", Parameter(jnp.zeros((rows, columns))))
            setattr(self, f"weight_hh_l{layer}", Parameter(jnp.zeros((rows, hidden_size))))
            setattr(self, f"bias_ih_l{layer}", Parameter(jnp.zeros(rows)))
            setattr(self, f"bias_hh_l{layer}", Parameter(jnp.zeros(rows)))

    def forward(self, x):
        sequence = x.swapaxes(0, 1) if self.batch_first else x
        finals = []
        for layer in range(self.num_layers):
            names = (f"weight_ih_l{layer}", f"weight_hh_l{layer}", f"bias_ih_l{layer}", f"bias_hh_l{layer}")
            final, sequence = self.run(sequence, *(getattr(self, name) for name in names))
            finals.append(final)
        output = sequence.swapaxes(0, 1) if self.batch_first else sequence
        return output, jax.tree.map(lambda *states: jnp.stack(states), *finals)

    def start(self, sequence):
        return jnp.zeros((sequence.shape[1], self.hidden_size))


class LSTM(_Recurrent):
    gates = 4

    def run(self, sequence, weight_ih, weight_hh, bias_ih, bias_hh):
        def step(state, projected):
            hidden, cell = state
            i, f, g, o = jnp.split(projected + hidden @ weight_hh.T, 4, axis=-1)
            cell = jax.nn.sigmoid(f) * cell + jax.nn.sigmoid(i) * jnp.tanh(g)
            hidden = jax.nn.sigmoid(o) * jnp.tanh(cell)
            return (hidden, cell), hidden

        start = self.start(sequence)
        return lax.scan(step, (start, start), sequence @ weight_ih.T + (bias_ih + bias_hh))


class GRU(_Recurrent):
    gates = 3

    def run(self, sequence, weight_ih, weight_hh, bias_ih, bias_hh):
        def step(hidden, projected):
            r, z, n = jnp.split(projected, 3, axis=-1)
            hidden_r, hidden_z, hidden_n = jnp.split(hidden @ weight_hh.T + bias_hh, 3, axis=-1)
            reset, update = jax.nn.sigmoid(r + hidden_r), jax.nn.sigmoid(z + hidden_z)
            new = jnp.tanh(n + reset * hidden_n)
            hidden = new + update * (hidden - new)
            return hidden, hidden

        return lax.scan(step, self.start(sequence), sequence @ weight_ih.T + bias_ih)
