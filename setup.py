"""Builds libswiftgrad.so with SwiftPM and the CPython extension that calls it; metadata is in pyproject.toml.

SWIFTGRAD_ISA      instruction sets to build, comma-separated: baseline, x86-64-v3, x86-64-v4 (unset: this machine's).
                   The dynamic loader picks the best one it can run from lib/glibc-hwcaps. Several share the Swift
                   runtime, in lib/libswiftgrad_runtime.so; a single one has it inside.
SWIFTGRAD_SYMBOLS  set to keep the symbol table, for perf and gdb.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
from itertools import chain
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build import build
from setuptools.command.build_ext import build_ext

ROOT = Path(__file__).resolve().parent
MINIMUM_SWIFT = (6, 3)  # the first with @c
LEVELS = ("baseline", "x86-64-v3", "x86-64-v4")
LIBRARY = "libswiftgrad.so"
RUNTIME = "libswiftgrad_runtime.so"
EXPORTS = ROOT / "Sources" / "CABI" / "exports.map"


def fail(message: str) -> None:
    """Ends the build with one line instead of a traceback."""
    raise SystemExit(f"swiftgrad: error: {message}")


def swift() -> str:
    """The path of a Swift compiler that is new enough."""
    wanted = ".".join(map(str, MINIMUM_SWIFT))
    path = shutil.which("swift")
    if path is None:
        fail(f"`swift` is not on PATH; install Swift {wanted} or later from https://swift.org/install")
    answer = subprocess.run([path, "--version"], capture_output=True, text=True)
    found = re.search(r"Swift version (\d+)\.(\d+)", answer.stdout)
    if found is None:
        fail(f"`{path} --version` does not work; install Swift {wanted} or later from https://swift.org/install")
    if tuple(map(int, found.groups())) < MINIMUM_SWIFT:
        version = ".".join(found.groups())
        fail(f"{path} is Swift {version}; install Swift {wanted} or later from https://swift.org/install")
    return path


def wanted_levels() -> list[str]:
    """The levels that SWIFTGRAD_ISA names, or "native"."""
    names = [name.strip() for name in os.environ.get("SWIFTGRAD_ISA", "").split(",") if name.strip()]
    for name in names:
        if name not in LEVELS:
            fail(f"SWIFTGRAD_ISA: {name!r} is not one of {', '.join(LEVELS)}")
    return sorted(set(names), key=LEVELS.index) or ["native"]


def build_library(compiler: str, level: str) -> Path:
    """Builds libswiftgrad.so for one instruction set, incrementally; returns its path."""
    command = [
        *(compiler, "build", "--package-path", str(ROOT), "--scratch-path", str(ROOT / ".build" / level)),
        *("--configuration", "release", "--product", "swiftgrad"),
        *("-Xswiftc", "-static-stdlib", "-Xswiftc", "-use-ld=lld", "--disable-local-rpath"),
        *("-Xlinker", f"-soname={LIBRARY}"),
        *("-Xlinker", f"--version-script={EXPORTS}"),
    ]
    if level != "baseline":
        command += ["-Xcc", f"-march={level}"]
    if not os.environ.get("SWIFTGRAD_SYMBOLS"):
        command += ["-debug-info-format", "none", "-Xlinker", "--strip-all"]
    print(f"swiftgrad: building {LIBRARY} for {level}", flush=True)
    if subprocess.run(command).returncode != 0:
        fail(f"the Swift build for {level} failed; its messages are above")
    place = subprocess.run([*command, "--show-bin-path"], capture_output=True, text=True, check=True)
    return Path(place.stdout.strip()) / LIBRARY


def share_runtime(compiler: str, libraries: dict[str, Path]) -> tuple[dict[str, Path], Path]:
    """Links the libraries again, with the Swift runtime in one beside them instead of in each; returns their new paths.

    The runtime exports what the engine's objects need and no more, so that the linker drops the rest. It has a name of
    its own: a process may well have loaded another version of Swift's.
    """
    answer = subprocess.run(
        [compiler + "c", "-print-target-info", "-static-stdlib"], capture_output=True, text=True, check=True
    )
    resources = Path(json.loads(answer.stdout)["paths"]["runtimeResourcePath"])
    toolchain = resources.parents[1] / "bin"
    archives = resources / "linux"
    registration = archives / "x86_64" / "swiftrt.o"
    place = ROOT / ".build" / "shared-runtime"
    shutil.rmtree(place, ignore_errors=True)

    objects = {}
    for level, library in libraries.items():
        listed = (library.parent / "swiftgrad.product" / "Objects.LinkFileList").read_text()
        objects[level] = [str(registration), *shlex.split(listed)]
        (place / level).mkdir(parents=True)
    names = subprocess.run(
        [toolchain / "llvm-nm", "--undefined-only", "--format=just-symbols", "--quiet", *chain(*objects.values())],
        capture_output=True,
        text=True,
        check=True,
    )
    needed = sorted({name for name in names.stdout.splitlines() if name and not name.endswith(":")})
    exports = place / "runtime.map"
    exports.write_text("\n".join(["{ global:", *(f'"{name}";' for name in needed), "local: *; };"]))

    def link(path: Path, exports: Path, *arguments: str) -> Path:
        response = path.with_suffix(".link")
        response.write_text(shlex.join(arguments))
        command = [
            *(toolchain / "clang", "-shared", "-fuse-ld=lld", "-o", path, f"-Wl,-soname={path.name}"),
            *("-Wl,--gc-sections", "-Wl,-z,defs", f"-Wl,--version-script={exports}", f"@{response}"),
            *("-lstdc++", "-lm", "-ldl", "-lpthread"),
            *([] if os.environ.get("SWIFTGRAD_SYMBOLS") else ["-Wl,--strip-all"]),
        ]
        if subprocess.run(command).returncode != 0:
            fail(f"linking {path.name} failed; the linker's messages are above")
        return path

    runtime = link(
        place / RUNTIME,
        exports,
        *("-Wl,--undefined-version", str(registration), *(f"-Wl,--undefined={name}" for name in needed)),
        *(str(archives / f"lib{name}.a") for name in ("swiftSynchronization", "swiftGlibc", "swiftCore")),
    )
    search = "-Wl,-rpath,$ORIGIN:$ORIGIN/../.."
    return {
        level: link(place / level / LIBRARY, EXPORTS, *files, str(runtime), search) for level, files in objects.items()
    }, runtime


def use_available_compiler(swift_path: str) -> None:
    """Falls back to the Swift toolchain's clang where Python's C compiler is missing."""
    usual = (sysconfig.get_config_var("CC") or "cc").split()[0]
    if "CC" not in os.environ and shutil.which(usual) is None:
        os.environ["CC"] = str(Path(swift_path).resolve().with_name("clang"))


class Build(build):
    """Starts from an empty staging area: setuptools would pack whatever an earlier build left there."""

    def run(self) -> None:
        shutil.rmtree(self.build_lib, ignore_errors=True)
        super().run()


class BuildExtension(build_ext):
    """Builds the engine before the extension that links to it."""

    def run(self) -> None:
        if not sys.platform.startswith("linux"):
            fail(f"Linux is the only platform supported, not {sys.platform}")
        compiler = swift()
        use_available_compiler(compiler)
        libraries = {level: build_library(compiler, level) for level in wanted_levels()}
        self.libraries_by_path = {}
        if len(libraries) > 1:
            libraries, runtime = share_runtime(compiler, libraries)
            self.libraries_by_path[self.package_directory() / "lib" / RUNTIME] = runtime
        self.libraries_by_path |= {self.destination(level): library for level, library in libraries.items()}
        shutil.rmtree(self.package_directory() / "lib", ignore_errors=True)
        for path, library in self.libraries_by_path.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(library, path)
        for extension in self.extensions:
            extension.library_dirs = [str(next(iter(libraries.values())).parent)]
        super().run()

    def build_extensions(self) -> None:
        # Some Pythons (pyenv's) link extensions with a RUNPATH to their own directories, which would come first.
        linker = self.compiler.linker_so
        self.compiler.linker_so = [flag for flag in linker if not flag.startswith("-Wl,-rpath")]
        super().build_extensions()

    def package_directory(self) -> Path:
        """Where the package is being put together; the source tree for an editable install."""
        return Path(self.get_ext_fullpath("swiftgrad._core")).parent

    def destination(self, level: str) -> Path:
        """The path at which the dynamic loader looks for the library of one level."""
        directory = self.package_directory() / "lib"
        if level in ("native", "baseline"):
            return directory / LIBRARY
        return directory / "glibc-hwcaps" / level / LIBRARY

    def get_outputs(self) -> list[str]:
        return [*super().get_outputs(), *map(str, getattr(self, "libraries_by_path", {}))]


def core_extension() -> Extension:
    folder = Path("python") / "swiftgrad" / "_core"
    header = Path("Sources") / "CABI" / "include" / "swiftgrad.h"
    return Extension(
        "swiftgrad._core",
        sources=sorted(str(path.relative_to(ROOT)) for path in (ROOT / folder).glob("*.c")),
        depends=[str(header), *(str(path.relative_to(ROOT)) for path in (ROOT / folder).glob("*.h"))],
        include_dirs=[str(header.parent), str(folder)],
        define_macros=[("Py_LIMITED_API", "0x030B0000")],
        libraries=["swiftgrad"],
        extra_compile_args=["-std=c11", "-O2", "-g0", "-fvisibility=hidden", "-Wall", "-Wextra"],
        extra_link_args=["-Wl,-rpath,$ORIGIN/lib", "-Wl,--enable-new-dtags", "-Wl,-z,now"],
        py_limited_api=True,
    )


setup(
    ext_modules=[core_extension()],
    cmdclass={"build": Build, "build_ext": BuildExtension},
    options={"bdist_wheel": {"py_limited_api": "cp311"}},
)
