"""Every benchmark, one after the other: `python benchmarks/run.py`, or `make bench`. Peers that are installed take part."""

import subprocess
import sys
from pathlib import Path

for name in ["startup", "steps", "gemm"]:
    print(f"\n== {name}", flush=True)
    subprocess.run([sys.executable, str(Path(__file__).with_name(f"{name}.py"))], check=True)
