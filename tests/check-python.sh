#!/bin/sh
# The Python module: all of tests/python. Where the library has AddressSanitizer, only what is made
# to find errors of memory: random sequences of calls.
set -eu

source=${TRANSFER_TEST_SOURCE:-$(cd "$(dirname "$0")/.." && pwd)}
build=$(cd "${TRANSFER_TEST_BUILD:-$source/build}" && pwd)
python=${PYTHON:-/usr/bin/python3}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

TRANSFER_TEST_SOURCE=$source
TRANSFER_TEST_BUILD=$build
TRANSFER_TEST_DATA=${TRANSFER_TEST_DATA:-$source/tests/data}
TRANSFER_LIBRARY=$build/.libs/libtransfer.so.1
PYTHONPATH=$source/bindings/python
# The sources may be read-only.
PYTHONDONTWRITEBYTECODE=1
HYPOTHESIS_STORAGE_DIRECTORY=$scratch/hypothesis
MPLCONFIGDIR=$scratch/matplotlib
export TRANSFER_TEST_SOURCE TRANSFER_TEST_BUILD TRANSFER_TEST_DATA TRANSFER_LIBRARY PYTHONPATH \
    PYTHONDONTWRITEBYTECODE HYPOTHESIS_STORAGE_DIRECTORY MPLCONFIGDIR
if [ -n "${TRANSFER_TEST_SHORT:-}" ]; then
    TRANSFER_TEST_EXAMPLES=${TRANSFER_TEST_EXAMPLES:-10}
    TRANSFER_TEST_LOADS=${TRANSFER_TEST_LOADS:-500}
    export TRANSFER_TEST_EXAMPLES TRANSFER_TEST_LOADS
fi
# Output is buffered, as it is for everybody.
unset PYTHONUNBUFFERED
cd "$scratch"

# run_pytest ARGUMENTS...: a test that is skipped has tested nothing, and counts as failed.
run_pytest()
{
    status=0
    "$python" -m pytest -q -rs -p no:cacheprovider --basetemp="$scratch/pytest" \
        --rootdir="$source/tests/python" "$@" >"$scratch/log" 2>&1 || status=$?
    cat "$scratch/log"
    if grep -q '^SKIPPED ' "$scratch/log"; then
        exit 1
    fi
    return "$status"
}

# runtime: the sanitizer's runtime as a library of its own. A program with sanitizers has it inside;
# Python has to be given it before the first allocation.
runtime()
{
    for name in "libclang_rt.asan-$(uname -m).so" libclang_rt.asan.so libasan.so; do
        # The compiler is words, split on purpose.
        # shellcheck disable=SC2086
        path=$(${CC:-cc} -print-file-name="$name")
        if [ -e "$path" ] && [ "$path" != "$name" ]; then
            echo "$path"
            return
        fi
    done
}

case ${SANITIZERS:-} in
'')
    run_pytest "$@" "$source/tests/python"
    ;;
*address*)
    preload=$(runtime)
    if [ -z "$preload" ]; then
        echo "check-python: $CC has no runtime of AddressSanitizer that can be loaded" >&2
        exit 1
    fi
    # Python itself keeps what it has until it ends. Its own allocator would hide its blocks.
    sanitized()
    {
        (
            LD_PRELOAD=$preload
            PYTHONMALLOC=malloc
            ASAN_OPTIONS=detect_leaks=0${ASAN_OPTIONS:+:$ASAN_OPTIONS}
            export LD_PRELOAD PYTHONMALLOC ASAN_OPTIONS
            "$@"
        )
    }
    # That it sees the library's blocks, before anything is concluded from its silence.
    seeded='
import transfer
from transfer._library import lib
portfolio = lib.transfer_portfolio_new()
print("made", flush=True)
lib.transfer_portfolio_free(portfolio)
lib.transfer_portfolio_file_count(portfolio)
'
    if sanitized "$python" -c "$seeded" >"$scratch/out" 2>"$scratch/err" ||
        ! grep -q made "$scratch/out" || ! grep -q heap-use-after-free "$scratch/err"; then
        cat "$scratch/err" >&2
        echo "check-python: AddressSanitizer did not see a use after free" >&2
        exit 1
    fi
    sanitized run_pytest "$@" "$source/tests/python/test_state.py"
    ;;
*)
    echo "check-python: Python does not run with $SANITIZERS"
    exit 77
    ;;
esac
