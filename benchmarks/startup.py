"""What `import` costs: milliseconds and memory in a fresh process, beside PyTorch's and NumPy's.

    python benchmarks/startup.py [--rounds 7]

`swiftgrad after numpy` is its own share: NumPy has been imported before the clock starts.
"""

import argparse
import importlib.util
import statistics
import subprocess
import sys

PROGRAM = """
import resource, sys, time
{before}
start = time.perf_counter()
import {module}
print(1e3 * (time.perf_counter() - start), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
CASES = {
    "swiftgrad": ("", "swiftgrad"),
    "swiftgrad after numpy": ("import numpy", "swiftgrad"),
    "numpy": ("", "numpy"),
    "torch": ("", "torch"),
}


def measure(before: str, module: str) -> tuple[float, float]:
    program = PROGRAM.format(before=before, module=module)
    output = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    milliseconds, megabytes = map(float, output.split())
    return milliseconds, megabytes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    for name, (before, module) in CASES.items():
        if not importlib.util.find_spec(module):
            print(f"{name} is not installed: left out")
            continue
        measure(before, module)
        runs = [measure(before, module) for _ in range(rounds)]
        times = [time for time, _ in runs]
        print(
            f"{name:22} {min(times):8.1f} ms best, {statistics.median(times):8.1f} median, "
            f"{statistics.median(memory for _, memory in runs):6.0f} MB"
        )


if __name__ == "__main__":
    main()
