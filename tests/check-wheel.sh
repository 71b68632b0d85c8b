#!/bin/sh
# "make wheel" makes a wheel for this machine, with the library inside, which a virtual environment
# installs, uses and uninstalls without the tree and without what is installed elsewhere.
set -eu

source=${TRANSFER_TEST_SOURCE:-.}
build=${TRANSFER_TEST_BUILD:-build}
python=${PYTHON:-/usr/bin/python3}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail()
{
    echo "check-wheel: $1"
    exit 1
}

# quietly COMMAND...: shows what a command printed if it fails.
quietly()
{
    "$@" >"$scratch/log" 2>&1 || {
        cat "$scratch/log"
        fail "failed: $*"
    }
}

# A make of its own: it is not to share the jobs and the variables of the one that runs the tests.
unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES
mkdir "$scratch/wheels" "$scratch/empty"
quietly "${MAKE:-make}" -C "$build" wheel wheeldir="$scratch/wheels" wheelbuild="$scratch/build"

version=$(sed -n 's/^#define TRANSFER_VERSION "\(.*\)"$/\1/p' "$build/include/transfer/version.h")
wheel=$(echo "$scratch"/wheels/*)
case ${wheel##*/} in
"libtransfer-$version-py3-none-linux_"*.whl) ;;
*) fail "made: $wheel" ;;
esac

# All of the source package and the library, and nothing else.
"$python" -m zipfile -l "$wheel" | awk '$1 ~ /^transfer\// { sub("transfer/", "", $1); print $1 }' |
    LC_ALL=C sort >"$scratch/inside"
(cd "$source/bindings/python/transfer" && find . -type f ! -path '*/__pycache__/*' &&
    echo ./libtransfer.so.1) | sed 's|^\./||' | LC_ALL=C sort >"$scratch/expected"
diff "$scratch/expected" "$scratch/inside" ||
    fail "missing in the wheel (<), or too much in it (>)"

# clean COMMAND...: runs a command in an empty folder, with no variables but these.
clean()
{
    (cd "$scratch/empty" && env -i HOME="$scratch/empty" PATH=/usr/bin:/bin LC_ALL=C.UTF-8 \
        PIP_DISABLE_PIP_VERSION_CHECK=1 "$@")
}

quietly clean "$python" -m venv "$scratch/venv"
quietly clean "$scratch/venv/bin/python" -m pip install --no-index --no-cache-dir "$wheel"
# Away with what it was made from, which it must not need.
rm -rf "$scratch/build" "$scratch/wheels"

library=$(find "$scratch/venv" -name libtransfer.so.1)
[ -n "$library" ] || fail "the library is not installed"
objdump -p "$library" >"$scratch/dynamic"
grep -q 'SONAME *libtransfer\.so\.1$' "$scratch/dynamic" || fail "the library has another soname"
if grep 'RPATH\|RUNPATH' "$scratch/dynamic"; then
    fail "the library looks for others in folders of its own"
fi

cp "$source/examples/data/pacte-lorraine.yaml" "$scratch/empty/portfolio.yaml"
cat >"$scratch/empty/use.py" <<'PYTHON'
"""Loads, validates and sums a portfolio with the package and the library in a folder."""
import os
import sys
from decimal import Decimal

import transfer
import transfer._library

folder, version = sys.argv[1:]
for path in transfer.__file__, transfer._library.path:
    assert os.path.realpath(path).startswith(os.path.realpath(folder) + os.sep), path
assert transfer._library.reason == "inside the package", transfer._library.reason
assert transfer.__version__ == transfer._library.version == version, transfer.__version__
portfolio = transfer.load("portfolio.yaml")
assert not portfolio.validate().errors
assert sum(agreement.amount.value for agreement in portfolio.agreements.values()) > Decimal(0)
PYTHON
quietly clean "$scratch/venv/bin/python" use.py "$scratch/venv" "$version"
quietly clean "$scratch/venv/bin/python" -m transfer doctor

quietly clean "$scratch/venv/bin/python" -m pip uninstall --yes libtransfer
left=$(cd "$scratch/venv" && find . -path '*transfer*')
[ -z "$left" ] || fail "uninstalling left $left"
