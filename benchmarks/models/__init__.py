"""The models, each written once: `lib` is swiftgrad, torch, or jaxnn, which share PyTorch's names."""
