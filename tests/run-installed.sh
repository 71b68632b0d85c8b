#!/bin/sh
# What "make install" installs can be used through pkg-config alone and from Python, and "make
# uninstall" leaves nothing of it.
set -eu

source=${TRANSFER_TEST_SOURCE:-.}
build=${TRANSFER_TEST_BUILD:-build}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
stage=$scratch/stage

fail()
{
    echo "run-installed: $1"
    exit 1
}

# A make of its own: it is not to share the jobs and the variables of the one that runs the tests.
unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES
"${MAKE:-make}" -C "$build" install DESTDIR="$stage" >"$scratch/install.log" 2>&1 || {
    cat "$scratch/install.log"
    fail "make install failed"
}

pc=$(find "$stage" -name libtransfer.pc)
[ -n "$pc" ] || fail "libtransfer.pc is not installed"
pc_variable()
{
    PKG_CONFIG_PATH=${pc%/*} pkg-config --variable="$1" libtransfer
}
pc_flags()
{
    PKG_CONFIG_PATH=${pc%/*} PKG_CONFIG_SYSROOT_DIR=$stage pkg-config "$@" libtransfer
}

schema=$(pc_variable schema)
[ -s "$stage$schema" ] || fail "schema=$schema in libtransfer.pc names no file"
cmp "$stage$schema" "$source/lib/transfer.schema.json"

cat >"$scratch/program.c" <<'PROGRAM'
#include <stdio.h>
#include <string.h>
#include <transfer/transfer.h>

int main(void)
{
    transfer_portfolio *portfolio = transfer_portfolio_new();
    transfer_report *report = transfer_report_new();
    int whole = portfolio && report && transfer_report_count(report) == 0 &&
                strcmp(transfer_version(), TRANSFER_VERSION) == 0;

    transfer_report_free(report);
    transfer_portfolio_free(portfolio);
    printf("%s\n", transfer_version());
    return whole ? 0 : 1;
}
PROGRAM

# The flags are words, split on purpose.
# shellcheck disable=SC2046,SC2086
"${CC:-cc}" ${SANITIZERS:-} -Wall -Wextra -Werror -o "$scratch/program" "$scratch/program.c" \
    $(pc_flags --cflags --libs)
libdir=$stage$(pc_variable libdir)
version=$(LD_LIBRARY_PATH=$libdir${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH} "$scratch/program") ||
    fail "the program does not run against the installed library"
[ "$version" = "$(pc_flags --modversion)" ] || fail "the library says it is $version"

needed=$(objdump -p "$scratch/program" | awk '$1 == "NEEDED" && $2 ~ /transfer/ { print $2 }')
soname=$(objdump -p "$libdir/libtransfer.so" | awk '$1 == "SONAME" { print $2 }')
[ "$soname" = libtransfer.so.1 ] || fail "the soname is $soname"
[ "$needed" = "$soname" ] || fail "the program needs $needed"
if objdump -p "$libdir/libtransfer.so" | grep -q 'NODLOPEN\|NOOPEN'; then
    fail "the library cannot be loaded with dlopen"
fi

# check_python: the Python module is there, all of it, and finds the library that it came with.
check_python()
{
    python=${PYTHON:-/usr/bin/python3}
    (cd "$source/bindings/python/transfer" && find . -type f ! -path '*/__pycache__/*' &&
        echo ./_installed.py) | LC_ALL=C sort >"$scratch/expected"
    (cd "$module" && find . -type f) | LC_ALL=C sort >"$scratch/installed"
    diff "$scratch/expected" "$scratch/installed" ||
        fail "missing in the installed Python module (<), or too much in it (>)"
    grep -qx "LIBDIR = \"$(pc_variable libdir)\"" "$module/_installed.py" ||
        fail "the Python module looks elsewhere for the library: $(cat "$module/_installed.py")"

    # Where configure chose the place, and the prefix is one that Python looks below, it looks there.
    case $(pc_variable prefix),$(sed -n 's/^pythondir = //p' "$build/Makefile") in
    /usr,\$* | /usr/local,\$*)
        folder=${module%/transfer}
        "$python" -I -c 'import site, sys; sys.exit(sys.argv[1] not in site.getsitepackages())' \
            "${folder#"$stage"}" || fail "Python does not look for modules in ${folder#"$stage"}"
        ;;
    esac

    # Moved to the stage, it finds the library there. Sanitizers do not work in Python as it is.
    echo "LIBDIR = \"$libdir\"" >"$module/_installed.py"
    if [ -z "${SANITIZERS:-}" ]; then
        cat >"$scratch/use.py" <<'PYTHON'
import sys
import transfer
from transfer import _library
assert transfer.__file__ == sys.argv[1] + "/__init__.py", transfer.__file__
assert _library.path == sys.argv[2] + "/libtransfer.so.1", _library.path
assert transfer.load(sys.argv[3]).validate().is_valid
PYTHON
        # With its caches, which uninstalling is to find.
        (cd "$scratch" && env -i PYTHONPATH="${module%/*}" "$python" use.py "$module" "$libdir" \
            "$(cd "$source" && pwd)/examples/data/pacte-lorraine.yaml") ||
            fail "Python does not use what is installed"
        [ -d "$module/__pycache__" ] || fail "Python kept no caches"
    fi
}

module=$(find "$stage" -path '*/transfer/_installed.py')
module=${module%/*}
if [ -n "$module" ]; then
    check_python
else
    grep -qx 'pythondir = *' "$build/Makefile" || fail "the Python module is not installed"
fi

"${MAKE:-make}" -C "$build" uninstall DESTDIR="$stage" >"$scratch/uninstall.log" 2>&1 || {
    cat "$scratch/uninstall.log"
    fail "make uninstall failed"
}
left=$(find "$stage" ! -type d)
[ -z "$left" ] || fail "make uninstall left $left"
[ -z "$module" ] || [ ! -e "$module" ] || fail "make uninstall left $module"
