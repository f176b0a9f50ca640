"""GPT and the vision transformer: the same pre-norm block (Vaswani et al., 2017), causal or not."""

import flops


def block(lib, width, heads, causal, bias):
    nn, F = lib.nn, lib.nn.functional

    class Block(nn.Module):
        def __init__(self):
            super().__init__()
            self.ln_1 = nn.LayerNorm(width, bias=bias)
            self.qkv = nn.Linear(width, 3 * width, bias=bias)
            self.proj = nn.Linear(width, width, bias=bias)
            self.ln_2 = nn.LayerNorm(width, bias=bias)
            self.mlp = nn.Sequential(
                nn.Linear(width, 4 * width, bias=bias), nn.GELU(), nn.Linear(4 * width, width, bias=bias)
            )

        def forward(self, x, cache=None):
            batch, length, _ = x.shape
            parts = self.qkv(self.ln_1(x)).reshape(batch, length, 3, heads, width // heads)
            q, k, v = (lib.transpose(parts[:, :, number], 1, 2) for number in range(3))
            if cache is not None:
                k, v = lib.concat([cache[0], k], 2), lib.concat([cache[1], v], 2)
            attended = F.scaled_dot_product_attention(q, k, v, is_causal=causal and cache is None)
            x = x + self.proj(lib.transpose(attended, 1, 2).reshape(batch, length, width))
            return x + self.mlp(self.ln_2(x))

    return Block()


def gpt(lib, vocabulary=65, context=64, layers=4, heads=4, width=128):
    """nanoGPT's model: no biases, no dropout, and the head's weights are the embedding's."""
    nn, F = lib.nn, lib.nn.functional

    class GPT(nn.Module):
        def __init__(self):
            super().__init__()
            self.wte = nn.Embedding(vocabulary, width)
            self.wpe = nn.Embedding(context, width)
            self.h = nn.ModuleList([block(lib, width, heads, causal=True, bias=False) for _ in range(layers)])
            self.ln_f = nn.LayerNorm(width, bias=False)

        def forward(self, tokens, positions, *cache):
            """Logits; `cache` has the keys and values of earlier tokens, two for each layer."""
            x = self.wte(tokens) + self.wpe(positions)
            for number, layer in enumerate(self.h):
                x = layer(x, cache[2 * number : 2 * number + 2] or None)
            return F.linear(self.ln_f(x), self.wte.weight)

    return GPT()


def gpt_flops(batch, vocabulary=65, context=64, layers=4, heads=4, width=128):
    blocks = flops.transformer(batch, context, width, layers, heads, causal=True)
    return flops.training(blocks + flops.matmul(batch * context, width, vocabulary))


def token_loss(lib, model, *inputs):
    """Cross-entropy of every position; the last input is the targets."""
    *inputs, targets = inputs
    logits = model(*inputs)
    return lib.nn.functional.cross_entropy(logits.reshape(-1, logits.shape[-1]), targets.reshape(-1))


def vit(lib, size=32, patch=4, width=192, layers=6, heads=3, classes=10):
    """Dosovitskiy et al., 2020."""
    nn = lib.nn
    patches = (size // patch) ** 2

    class ViT(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv_proj = nn.Conv2d(3, width, patch, stride=patch)
            self.class_token = nn.Parameter(lib.zeros((1, 1, width)))
            self.pos_embedding = nn.Parameter(lib.zeros((1, patches + 1, width)))
            self.layers = nn.Sequential(*[block(lib, width, heads, causal=False, bias=True) for _ in range(layers)])
            self.ln = nn.LayerNorm(width)
            self.head = nn.Linear(width, classes)

        def forward(self, x):
            tokens = lib.transpose(lib.flatten(self.conv_proj(x), 2), 1, 2)
            start = lib.broadcast_to(self.class_token, (x.shape[0], 1, width))
            x = lib.concat([start, tokens], 1) + self.pos_embedding
            return self.head(self.ln(self.layers(x))[:, 0])

    return ViT()


def vit_flops(batch, size=32, patch=4, width=192, layers=6, heads=3, classes=10):
    patches = (size // patch) ** 2
    first = flops.matmul(batch * patches, 3 * patch * patch, width)
    blocks = flops.transformer(batch, patches + 1, width, layers, heads, causal=False)
    return flops.training(first + blocks + flops.matmul(batch, width, classes), first)
