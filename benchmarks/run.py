"""Every benchmark in turn, beside the peers that are installed: `python benchmarks/run.py`, or `make bench`."""

import subprocess
import sys
from pathlib import Path

for name in ["startup", "steps", "gemm", "recurrent"]:
    print(f"\n== {name}", flush=True)
    subprocess.run([sys.executable, str(Path(__file__).with_name(f"{name}.py"))], check=True)
