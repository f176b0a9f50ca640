"""The trainer of GANs: PyTorch's steps for every loss, and what each half of an update leaves alone."""

from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from generative_cases import perceptron, points
from swiftgrad import nn, optim, train

LOSSES = ["minimax", "non_saturating", "least_squares", "hinge", "wgan", "wgan_gp"]


class TestGAN:
    @pytest.mark.parametrize("loss", LOSSES)
    def test_a_step_is_pytorchs(self, loss: str) -> None:
        """One discriminator and one generator step, with the noise that the trainer draws given to PyTorch."""
        torch = pytest.importorskip("torch")
        generator, critic = perceptron(4, 2), perceptron(2, 1)
        nets = [_twin(torch, module) for module in (generator, critic)]
        trainer = train.GANTrainer(
            generator,
            critic,
            4,
            loss,
            generator_optimizer=optim.SGD(generator.parameters(), lr=0.1),
            discriminator_optimizer=optim.SGD(critic.parameters(), lr=0.1),
        )
        x = points(32)
        sg.manual_seed(7)
        report = trainer.step((x,))
        sg.manual_seed(7)
        z = torch.tensor(np.array(sg.random.normal((32, 4))))
        u = torch.tensor(np.array(sg.random.uniform((32, 1)))) if loss == "wgan_gp" else None
        expected = _torch_step(torch, loss, *nets, torch.tensor(x), z, u)
        for name, value in expected.items():
            assert report[name] == pytest.approx(value, rel=1e-4, abs=1e-6), name
        for ours, theirs in zip((generator, critic), nets, strict=True):
            for p, q in zip(ours.parameters(), theirs.parameters(), strict=True):
                np.testing.assert_allclose(np.array(p.detach()), q.detach().numpy(), rtol=1e-4, atol=1e-6)

    def test_the_discriminators_update_leaves_the_generator_alone(self) -> None:
        generator = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.Linear(8, 2))
        trainer = train.GANTrainer(generator, perceptron(2, 1), 4, critic_steps=3)
        before = {name: np.array(t) for name, t in generator.state_dict().items()}
        trainer.step((points(),))
        report = trainer.step((points(),))
        assert "g_loss" not in report
        for name, tensor in generator.state_dict().items():
            np.testing.assert_array_equal(np.array(tensor), before[name], err_msg=name)
        assert all(p.grad is None for p in generator.parameters())
        assert "g_loss" in trainer.step((points(),))
        assert int(generator.state_dict()["1.num_batches_tracked"].item()) == 1

    def test_the_generators_update_leaves_no_gradient_in_the_discriminator(self) -> None:
        critic = perceptron(2, 1)
        frozen = critic[0].weight
        frozen.requires_grad = False
        trainer = train.GANTrainer(perceptron(4, 2), critic, 4)
        kept = np.array(frozen)
        trainer.step((points(),))
        assert [p.requires_grad for p in critic.parameters()] == [False, True, True, True]
        np.testing.assert_array_equal(np.array(frozen), kept)

    def test_weights_of_a_wasserstein_critic_are_clipped(self) -> None:
        critic = perceptron(2, 1)
        train.GANTrainer(perceptron(4, 2), critic, 4, "wgan", clip=0.02).step((points(),))
        assert max(float(np.abs(np.array(p.detach())).max()) for p in critic.parameters()) <= np.float32(0.02)

    def test_bad_input(self) -> None:
        with pytest.raises(ValueError, match=r"the generator gives \(64, 3\), the data are \(64, 2\)"):
            train.GANTrainer(perceptron(4, 3), perceptron(2, 1), 4).step((points(),))
        with pytest.raises(ValueError, match="loss must be one of 'minimax'"):
            train.GANTrainer(perceptron(4, 2), perceptron(2, 1), 4, "cross")
        with pytest.raises(ValueError, match="latent_dim"):
            train.GANTrainer(perceptron(4, 2), perceptron(2, 1), 0)
        with pytest.raises(ValueError, match="critic_steps"):
            train.GANTrainer(perceptron(4, 2), perceptron(2, 1), 4, critic_steps=0)
        network = perceptron(2, 2)
        with pytest.raises(ValueError, match="two networks"):
            train.GANTrainer(network, network, 2)


def _twin(torch: Any, module: nn.Module) -> Any:
    layers = [module[0], module[2]]
    made = []
    for layer in layers:
        twin = torch.nn.Linear(layer.in_features, layer.out_features)
        with torch.no_grad():
            twin.weight.copy_(torch.tensor(np.array(layer.weight.detach())))
            twin.bias.copy_(torch.tensor(np.array(layer.bias.detach())))
        made.append(twin)
    return torch.nn.Sequential(made[0], torch.nn.ReLU(), made[1])


def _torch_step(torch: Any, loss: str, generator: Any, critic: Any, x: Any, z: Any, u: Any) -> dict[str, float]:
    softplus = torch.nn.functional.softplus
    discriminator_losses = {
        "minimax": lambda r, f: (softplus(-r) + softplus(f)).mean(),
        "non_saturating": lambda r, f: (softplus(-r) + softplus(f)).mean(),
        "least_squares": lambda r, f: ((r - 1) ** 2 + f**2).mean() / 2,
        "hinge": lambda r, f: ((1 - r).relu() + (1 + f).relu()).mean(),
        "wgan": lambda r, f: (f - r).mean(),
        "wgan_gp": lambda r, f: (f - r).mean(),
    }
    generator_losses = {
        "minimax": lambda f: -softplus(f).mean(),
        "non_saturating": lambda f: softplus(-f).mean(),
        "least_squares": lambda f: ((f - 1) ** 2).mean() / 2,
    }
    fake = generator(z)
    d_loss = discriminator_losses[loss](critic(x), critic(fake.detach()))
    if loss == "wgan_gp":
        between = (fake + (x - fake) * u).detach().requires_grad_()
        (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
        d_loss = d_loss + 10 * ((slope.square().sum(1) + 1e-12).sqrt() - 1).square().mean()
    optimizer = torch.optim.SGD(critic.parameters(), lr=0.1)
    optimizer.zero_grad()
    d_loss.backward()
    optimizer.step()
    if loss == "wgan":
        with torch.no_grad():
            for p in critic.parameters():
                p.clamp_(-0.01, 0.01)
    g_loss = generator_losses.get(loss, lambda f: -f.mean())(critic(fake))
    optimizer = torch.optim.SGD(generator.parameters(), lr=0.1)
    optimizer.zero_grad()
    g_loss.backward()
    optimizer.step()
    return {"d_loss": d_loss.item(), "g_loss": g_loss.item()}
