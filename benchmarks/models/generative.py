"""A DCGAN with spectral normalisation, and the denoiser of a diffusion model."""

import math

import flops

LATENT = 100
UP = [(LATENT, 256, 4, 1, 0), (256, 128, 4, 2, 1), (128, 64, 4, 2, 1), (64, 3, 4, 2, 1)]  # 1, 4, 8, 16 -> 32 pixels
DOWN = [(3, 64, 4, 2, 1), (64, 128, 4, 2, 1), (128, 256, 4, 2, 1), (256, 1, 4, 1, 0)]  # inputs, outputs, kernel, ...


def dcgan(lib):
    """Radford et al., 2015, on 32 x 32 pixels; the discriminator as in Miyato et al., 2018."""
    nn = lib.nn
    spectral_norm = nn.utils.parametrizations.spectral_norm
    up, down = [], []
    for inputs, outputs, kernel, stride, padding in UP:
        up += [nn.ConvTranspose2d(inputs, outputs, kernel, stride, padding, bias=False)]
        up += [nn.BatchNorm2d(outputs), nn.ReLU()] if outputs > 3 else [nn.Tanh()]
    for inputs, outputs, kernel, stride, padding in DOWN:
        down += [spectral_norm(nn.Conv2d(inputs, outputs, kernel, stride, padding))]
        down += [nn.LeakyReLU(0.1)] if outputs > 1 else [nn.Flatten()]

    class GAN(nn.Module):
        def __init__(self):
            super().__init__()
            self.generator = nn.Sequential(*up)
            self.discriminator = nn.Sequential(*down)

    return GAN()


def discriminator_loss(lib, model, real, noise, ones, zeros):
    loss = lib.nn.functional.binary_cross_entropy_with_logits
    fake = lib.detach(model.generator(noise))
    return loss(model.discriminator(real), ones) + loss(model.discriminator(fake), zeros)


def generator_loss(lib, model, real, noise, ones, zeros):
    loss = lib.nn.functional.binary_cross_entropy_with_logits
    return loss(model.discriminator(model.generator(noise)), ones)


def dcgan_flops(batch):
    up = [
        flops.conv2d(batch, inputs, outputs, 4, pixels**2)
        for (inputs, outputs, *_), pixels in zip(UP, [1, 4, 8, 16], strict=True)
    ]
    down = [
        flops.conv2d(batch, inputs, outputs, 4, pixels**2)
        for (inputs, outputs, *_), pixels in zip(DOWN, [16, 8, 4, 1], strict=True)
    ]
    discriminator = sum(up) + 2 * flops.training(sum(down), down[0])
    return discriminator + flops.training(sum(up), up[0]) + 2 * sum(down)


def unet(lib, width=32, groups=8):
    """Ho et al., 2020, small: three resolutions, a residual block each on the way down and up, no attention."""
    nn, F = lib.nn, lib.nn.functional
    embedding = 4 * width

    class ResidualBlock(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.norm1 = nn.GroupNorm(groups, inputs)
            self.conv1 = nn.Conv2d(inputs, outputs, 3, padding=1)
            self.time = nn.Linear(embedding, outputs)
            self.norm2 = nn.GroupNorm(groups, outputs)
            self.conv2 = nn.Conv2d(outputs, outputs, 3, padding=1)
            self.skip = nn.Conv2d(inputs, outputs, 1) if inputs != outputs else nn.Identity()

        def forward(self, x, time):
            y = self.conv1(F.silu(self.norm1(x))) + self.time(time)[:, :, None, None]
            return self.conv2(F.silu(self.norm2(y))) + self.skip(x)

    class UNet(nn.Module):
        def __init__(self):
            super().__init__()
            self.time = nn.Sequential(
                nn.Linear(width, embedding), nn.SiLU(), nn.Linear(embedding, embedding), nn.SiLU()
            )
            self.input = nn.Conv2d(3, width, 3, padding=1)
            self.down1 = ResidualBlock(width, width)
            self.shrink1 = nn.Conv2d(width, width, 3, stride=2, padding=1)
            self.down2 = ResidualBlock(width, 2 * width)
            self.shrink2 = nn.Conv2d(2 * width, 2 * width, 3, stride=2, padding=1)
            self.middle = ResidualBlock(2 * width, 4 * width)
            self.grow2 = nn.ConvTranspose2d(4 * width, 2 * width, 4, 2, 1)
            self.up2 = ResidualBlock(4 * width, 2 * width)
            self.grow1 = nn.ConvTranspose2d(2 * width, width, 4, 2, 1)
            self.up1 = ResidualBlock(2 * width, width)
            self.norm = nn.GroupNorm(groups, width)
            self.output = nn.Conv2d(width, 3, 3, padding=1)

        def forward(self, x, features):
            time = self.time(features)
            high = self.down1(self.input(x), time)
            middle = self.down2(self.shrink1(high), time)
            low = self.middle(self.shrink2(middle), time)
            middle = self.up2(lib.concat([self.grow2(low), middle], 1), time)
            high = self.up1(lib.concat([self.grow1(middle), high], 1), time)
            return self.output(F.silu(self.norm(high)))

    return UNet()


def denoising_loss(lib, model, images, features, signal, noise_level, noise):
    """`signal` and `noise_level`: square roots of the noise schedule at each image's time, (N, 1, 1, 1)."""
    return lib.nn.functional.mse_loss(model(signal * images + noise_level * noise, features), noise)


def time_features(times, width=32):
    """Sinusoidal positions, as a NumPy array."""
    import numpy as np

    frequencies = np.exp(-math.log(10_000) * np.arange(width // 2) / (width // 2))
    angles = times[:, None] * frequencies
    return np.concatenate([np.sin(angles), np.cos(angles)], axis=1).astype(np.float32)


def unet_flops(batch, width=32, size=32):
    def residual(inputs, outputs, pixels):
        skip = flops.conv2d(batch, inputs, outputs, 1, pixels) if inputs != outputs else 0
        convolutions = flops.conv2d(batch, inputs, outputs, 3, pixels) + flops.conv2d(
            batch, outputs, outputs, 3, pixels
        )
        return convolutions + skip + flops.matmul(batch, 4 * width, outputs)

    high, middle, low = size * size, size * size // 4, size * size // 16
    first = flops.conv2d(batch, 3, width, 3, high)
    time = flops.matmul(batch, width, 4 * width) + flops.matmul(batch, 4 * width, 4 * width)
    down = residual(width, width, high) + flops.conv2d(batch, width, width, 3, middle)
    down += residual(width, 2 * width, middle) + flops.conv2d(batch, 2 * width, 2 * width, 3, low)
    up = residual(2 * width, 4 * width, low) + flops.conv2d(batch, 4 * width, 2 * width, 4, low)
    up += residual(4 * width, 2 * width, middle) + flops.conv2d(batch, 2 * width, width, 4, middle)
    up += residual(2 * width, width, high) + flops.conv2d(batch, width, 3, 3, high)
    return flops.training(first + time + down + up, first)
