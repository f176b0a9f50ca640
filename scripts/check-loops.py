"""Reads the assembly of the float32 register tiles: their inner loops must keep all sums in registers, without calls.

What makes the compiler put sums into memory is easily missed (a second loop over them, a loop too long to be unrolled
early) and costs two thirds of the speed. Run after a build: python scripts/check-loops.py [FOLDER OF OBJECT FILES]
"""

import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

DEFAULT = ".build/native/x86_64-unknown-linux-gnu/release/SwiftgradKernels.build"
# The functions that are register tiles, of any type and size, in mangled names.
TILES = re.compile(r"(4TileO(9runPacked|10runStrided)|7TapTileO(5store|3add)|7DotTileO3run)")
PRODUCT = re.compile(r"v(fmadd|fnmadd|dpbf16)|mulp[sd]")
SPILL = re.compile(r"v?mov[ua]?p[sd]\s+%[xyz]mm\d+, ?-?(0x[0-9a-f]+)?\(%r[bs]p")
JUMP = re.compile(r"j\w+\s+(?:0x)?([0-9a-f]+)")
# A tile of three rows by eight vectors needs one register more than there are.
MOST_SPILLS = 3


def disassembler() -> str:
    """binutils' objdump, or the one of the Swift toolchain; ends the program where neither is there."""
    swift = shutil.which("swift")
    beside = str(Path(swift).resolve().with_name("llvm-objdump")) if swift else None
    found = shutil.which("objdump") or (beside and shutil.which(beside))
    if platform.machine() != "x86_64" or not found:
        print(f"not checked: {platform.machine()}, objdump {found or 'not found'}")
        sys.exit()
    return found


def functions(path: Path) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    """The name and the instructions, with their addresses, of each function that is a tile."""
    text = subprocess.run(
        [disassembler(), "--disassemble", "--no-show-raw-insn", str(path)], capture_output=True, text=True, check=True
    ).stdout
    for block in text.split("\n\n"):
        head, *lines = block.strip().splitlines() or [""]
        name = re.fullmatch(r"[0-9a-f]+ <(.*)>:", head)
        if name and TILES.search(name[1]) and "F64" not in name[1]:
            found = (re.match(r"\s*([0-9a-f]+):\s+(.*)", line) for line in lines)
            yield name[1], [(int(match[1], 16), match[2]) for match in found if match]


def inner_loops(instructions: list[tuple[int, str]]) -> Iterator[list[str]]:
    """The bodies of the loops that contain no other loop."""
    index = {address: number for number, (address, _) in enumerate(instructions)}
    jumps = ((number, JUMP.match(text)) for number, (_, text) in enumerate(instructions))
    loops = [(index.get(int(jump[1], 16), number + 1), number) for number, jump in jumps if jump]
    loops = [(first, last) for first, last in loops if first <= last]
    for first, last in loops:
        if not any(first <= inner[0] and inner[1] <= last and inner != (first, last) for inner in loops):
            yield [text for _, text in instructions[first : last + 1]]


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else DEFAULT)
    count, failures = 0, set()
    for path in sorted(folder.glob("*.o")):
        for name, instructions in functions(path):
            for body in inner_loops(instructions):
                products = sum(bool(PRODUCT.match(text)) for text in body)
                if products == 0:
                    continue
                count += 1
                spills, calls = sum(bool(SPILL.match(text)) for text in body), sum("call" in text for text in body)
                if spills > MOST_SPILLS or calls:
                    failures.add(f"{path.name}: {spills} sums stored, {calls} calls a step: {name}")
    if not count:
        sys.exit(f"{folder}: no loops of register tiles were found")
    if failures:
        sys.exit("\n".join(sorted(failures)))
    print(f"{count} loops of register tiles keep their sums in registers")


if __name__ == "__main__":
    main()
