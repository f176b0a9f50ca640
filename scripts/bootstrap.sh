#!/usr/bin/env bash
# Prepares this checkout: installs the system packages that are missing (with apt, where allowed), makes .venv,
# and installs swiftgrad into it, editable, with the extras named by the first argument (such as "dev").
set -euo pipefail
cd "$(dirname "$0")/.."
extras=${1:-all}

fail() {
    echo "swiftgrad: error: $*" >&2
    exit 1
}

is_recent() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    local name
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 /usr/bin/python3}; do
        if command -v "$name" >/dev/null && is_recent "$name"; then
            command -v "$name"
            return
        fi
    done
    fail "${PYTHON:-python3} is not Python 3.11 or later; install one, or name it: make PYTHON=/path/to/python3"
}

has_headers() { "$1" -c 'import os, sysconfig; os.stat(sysconfig.get_path("include") + "/Python.h")' 2>/dev/null; }
has_openblas() { "$1" -c 'import ctypes; ctypes.CDLL("libopenblas.so.0")' 2>/dev/null; }

install_packages() {
    local missing="$*" apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq)
    if ! command -v apt-get >/dev/null; then
        fail "install the equivalents of these Debian packages, then try again: $missing"
    fi
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2>/dev/null || fail "packages are missing; run: sudo apt-get install $missing"
        apt=(sudo -n "${apt[@]}")
    fi
    echo "installing $missing"
    "${apt[@]}" update || echo "apt-get update failed; trying with the package lists as they are" >&2
    "${apt[@]}" install -y --no-install-recommends "$@" >/dev/null || fail "apt-get install $missing failed"
}

command -v swift >/dev/null || fail "swift is not on PATH; install Swift 6.3 or later from https://swift.org/install"
python=$(find_python)
debian=$("$python" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')
missing=()
has_headers "$python" || missing+=("$debian-dev")
"$python" -c 'import ensurepip, venv' 2>/dev/null || missing+=("$debian-venv")
has_openblas "$python" || missing+=(libopenblas-dev)
[ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
has_headers "$python" || fail "$python has no Python.h; install its development headers"

if ! .venv/bin/python -c 'import pip' 2>/dev/null; then
    echo "creating .venv with $python"
    "$python" -m venv --clear .venv
fi
echo "building and installing swiftgrad; the first time takes minutes"
.venv/bin/python -m pip install --quiet --disable-pip-version-check "setuptools>=77"
.venv/bin/python -m pip install --disable-pip-version-check --no-build-isolation --editable ".[$extras]" >.venv/install.log ||
    { cat .venv/install.log; fail "the installation failed; its messages are above"; }
