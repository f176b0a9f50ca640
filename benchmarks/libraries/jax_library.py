"""JAX: each workload is one jitted function; a training step gives its state's memory to the next (donation)."""

import os
from functools import partial

import jax
import jax.numpy as jnp
import jaxnn
import numpy as np
from jaxnn.tensors import bound

from .library import Library, Normal, cotangent_of, exact_noise
from .seeds import initial_value, is_kept


class Jax(Library):
    lib = jaxnn

    def __init__(self, threads):
        usable = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, usable[:threads])  # XLA sizes its pool by the cores that it may use

    def tensor(self, array):
        return jnp.asarray(array)

    def array(self, result):
        return np.asarray(result)

    def wait(self, result):
        return jax.block_until_ready(result)

    def set_precision(self, precision):
        jax.config.update("jax_default_matmul_precision", {"highest": "float32", "medium": "bfloat16"}[precision])

    def contiguous(self, x):
        return jnp.copy(x)

    def build(self, model, *arguments, **keywords):
        module = model(jaxnn, *arguments, **keywords)
        values = {**module.named_parameters(), **module.named_buffers()}
        module.assign(
            {name: jnp.asarray(initial_value(name, value.shape)) for name, value in values.items() if not is_kept(name)}
        )
        return module

    def forward(self, function, *inputs):
        return partial(jax.jit(function), *map(jnp.asarray, inputs))

    def backward(self, function, inputs, wrt):
        # XLA removes the forward pass where the gradients do not need it.
        return self.both(function, inputs, wrt)

    def both(self, function, inputs, wrt):
        def gradients(cotangent, *tensors):
            def of_wanted(*wanted):
                changed = dict(zip(wrt, wanted, strict=True))
                return function(*(changed.get(number, tensor) for number, tensor in enumerate(tensors)))

            return jax.vjp(of_wanted, *(tensors[number] for number in wrt))[1](cotangent)

        tensors = [jnp.asarray(array) for array in inputs]
        cotangent = jnp.asarray(cotangent_of(jax.eval_shape(function, *tensors).shape))
        return partial(jax.jit(gradients), cotangent, *tensors)

    def both_of_module(self, module, x):
        names = module.named_parameters()

        def call(x, *values):
            with bound(module, dict(zip(names, values, strict=True)), None):
                return module(x)

        return self.both(call, [x, *names.values()], range(len(names) + 1))

    def update(self, arrays, optimizer):
        parameters = {str(number): jnp.asarray(array) for number, array in enumerate(arrays)}
        gradients = jax.tree.map(lambda array: jnp.full_like(array, 1e-2), parameters)
        compiled = jax.jit(partial(adam, optimizer), donate_argnums=(0, 2))
        state = [parameters, moments_of(parameters)]

        def run():
            state[:] = compiled(state[0], gradients, state[1])
            return state[0]["0"]

        return run

    def training(self, model, phases, batch, optimizer):
        phases = phases if isinstance(phases, dict) else {"": phases}
        if self.exact:
            batch = [exact_noise(item, number) for number, item in enumerate(batch)]
        parameters = model.named_parameters()
        groups = {child: [name for name in parameters if not child or name.startswith(child + ".")] for child in phases}
        state = {
            "values": {**parameters, **model.named_buffers()},
            "moments": {
                child: moments_of({name: parameters[name] for name in names}) for child, names in groups.items()
            },
            "key": jax.random.key(0),
        }

        def drawn(inputs, key):
            inputs = iter(inputs)
            keys = jax.random.split(key, len(batch))
            return [
                jax.random.normal(key, item.shape) if isinstance(item, Normal) else next(inputs)
                for item, key in zip(batch, keys, strict=True)
            ]

        @partial(jax.jit, donate_argnums=(0,))
        def step(state, *inputs):
            values, moments, key = state["values"], state["moments"], state["key"]
            for child, loss in phases.items():
                key, noise_key, dropout_key = jax.random.split(key, 3)

                def objective(trained, loss=loss, values=values, noise_key=noise_key, dropout_key=dropout_key):
                    with bound(model, {**values, **trained}, dropout_key):
                        return loss(self.lib, model, *drawn(inputs, noise_key)), model.named_buffers()

                trained = {name: values[name] for name in groups[child]}
                (value, buffers), gradients = jax.value_and_grad(objective, has_aux=True)(trained)
                trained, changed = adam(optimizer, trained, gradients, moments[child])
                values = {**values, **buffers, **trained}
                moments = {**moments, child: changed}
            return {"values": values, "moments": moments, "key": key}, value

        inputs = [jnp.asarray(item) for item in batch if not isinstance(item, Normal)]
        state = jax.tree.map(jnp.copy, state)

        def run():
            nonlocal state
            state, value = step(state, *inputs)
            return float(value)

        return run

    def inference(self, model, *inputs):
        model.eval()
        values = {**model.named_parameters(), **model.named_buffers()}

        @jax.jit
        def run(values, *inputs):
            with bound(model, values, None):
                return model(*inputs)

        return partial(run, values, *map(jnp.asarray, inputs))


def moments_of(parameters):
    """First and second moments, and the number of steps."""
    return jax.tree.map(jnp.zeros_like, parameters), jax.tree.map(jnp.zeros_like, parameters), jnp.zeros(())


def adam(optimizer, parameters, gradients, moments):
    """Adam, or AdamW, as in PyTorch."""
    beta1, beta2 = optimizer.settings.get("betas", (0.9, 0.999))
    decay = optimizer.settings.get("weight_decay", 0.01) if optimizer.name == "AdamW" else 0.0
    first, second, count = moments
    count = count + 1
    first = jax.tree.map(lambda m, g: beta1 * m + (1 - beta1) * g, first, gradients)
    second = jax.tree.map(lambda v, g: beta2 * v + (1 - beta2) * g * g, second, gradients)
    rate, correction = optimizer.lr / (1 - beta1**count), jnp.sqrt(1 - beta2**count)
    parameters = jax.tree.map(
        lambda p, m, v: p * (1 - optimizer.lr * decay) - rate * m / (jnp.sqrt(v) / correction + 1e-8),
        parameters,
        first,
        second,
    )
    return parameters, (first, second, count)
