"""The machine and the versions, for whoever reads the results later."""

import importlib.metadata
import os
import platform


def peak_gflops() -> float:
    """One core's measured float32 peak: the best of three."""
    import swiftgrad as sg

    return max(float(sg.peak_gflops()) for _ in range(3))


def describe(threads: int, peak: float) -> dict:
    import swiftgrad as sg

    versions = {}
    for package in ("swiftgrad", "torch", "jax", "numpy"):
        try:
            versions[package] = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            continue
    isa = sg.info()["instruction_set"]
    line = f"{_cpu()}, {isa}, {threads} threads, peak {peak:.0f} GFLOP/s; " + ", ".join(
        f"{package} {version}" for package, version in versions.items()
    )
    return {
        "cpu": _cpu(),
        "instruction_set": isa,
        "threads": threads,
        "peak_gflops": peak,
        "versions": versions,
        "load_before": os.getloadavg()[0],
        "line": line,
    }


def _cpu() -> str:
    with open("/proc/cpuinfo") as file:
        names = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
    return names[0] if names else platform.machine()
