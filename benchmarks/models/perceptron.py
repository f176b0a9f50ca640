"""Multi-layer perceptrons and the variational autoencoder made of them."""

from itertools import pairwise

import flops


def mlp(lib, *widths):
    nn = lib.nn
    layers = []
    for inputs, outputs in pairwise(widths):
        layers += [nn.Linear(inputs, outputs), nn.ReLU()]
    return nn.Sequential(*layers[:-1])


def mlp_flops(batch, *widths):
    return sum(flops.matmul(batch, *pair) for pair in pairwise(widths))


def vae(lib, pixels=784, hidden=400, latent=20):
    """Kingma and Welling, 2013, as in PyTorch's examples; the noise of the latent code comes with the input."""
    nn, F = lib.nn, lib.nn.functional

    class VAE(nn.Module):
        def __init__(self):
            super().__init__()
            self.encoder = nn.Linear(pixels, hidden)
            self.mean = nn.Linear(hidden, latent)
            self.log_variance = nn.Linear(hidden, latent)
            self.decoder = nn.Sequential(nn.Linear(latent, hidden), nn.ReLU(), nn.Linear(hidden, pixels))

        def forward(self, x, noise):
            features = F.relu(self.encoder(x))
            mean, log_variance = self.mean(features), self.log_variance(features)
            code = mean + noise * lib.exp(0.5 * log_variance)
            return self.decoder(code), mean, log_variance

    return VAE()


def vae_loss(lib, model, images, noise):
    """Negative ELBO of an image, in nats."""
    logits, mean, log_variance = model(images, noise)
    reconstruction = lib.nn.functional.binary_cross_entropy_with_logits(logits, images, reduction="sum")
    divergence = 0.5 * (mean * mean + lib.exp(log_variance) - log_variance - 1).sum()
    return (reconstruction + divergence) / images.shape[0]


def vae_flops(batch, pixels=784, hidden=400, latent=20):
    first = flops.matmul(batch, pixels, hidden)
    return flops.training(2 * first + 3 * flops.matmul(batch, hidden, latent), first)
