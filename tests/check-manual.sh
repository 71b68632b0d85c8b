#!/bin/sh
# The manual says what is so. In its pages, what stands in a literal display is the file, or the
# commands and their output, that the comments above the display name:
#   .\" file: FIRST.C      a file of examples/
#   .\" run: COMMAND       a command and all it prints, run where the files of examples/ are, with
#                          the programs, the compiled examples/first.c and examples/column.c, and
#                          the Python package
# Options are those of the program's --help. Values that a list shows under
#   .\" try: TEMPLATE      what follows "transfer: 1"; @ stands for the value
# are read without a word if the text has them, and reported if the list's tag has them.
# "check-manual.sh --accept" writes the displays anew, to be read before they are kept.
set -eu
export LC_ALL=C.UTF-8 LANGUAGE=

source=${TRANSFER_TEST_SOURCE:-.}
build=$(cd "${TRANSFER_TEST_BUILD:-build}" && pwd)
pages=$(cd "$source/man" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
accept=${1:-}

fail()
{
    echo "check-manual: $1" >&2
    return 1
}

# prepare: a directory in which the commands of the pages run.
prepare()
{
    mkdir "$scratch/work"
    cp "$source/examples/first.c" "$source/examples/exception.yaml" "$source/examples/first.yaml" \
        "$source/examples/first.py" "$source/examples/own_rule.py" "$source/examples/rules.yaml" \
        "$source/examples/data/group.yaml" "$scratch/work"
    for program in first column; do
        # The flags are words, split on purpose.
        # shellcheck disable=SC2086
        ${CC:-cc} ${SANITIZERS:-} -Wall -Wextra -Werror -I"$build/include" -I"$source/include" \
            -o "$scratch/work/$program" "$source/examples/$program.c" -L"$build/.libs" -ltransfer
    done
    LD_LIBRARY_PATH=$build/.libs${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
    mkdir "$scratch/bin"
    printf '#!/bin/sh\nexec "%s" "$@"\n' "${PYTHON:-/usr/bin/python3}" >"$scratch/bin/python3"
    chmod +x "$scratch/bin/python3"
    PATH=$scratch/bin:$build/examples:$PATH
    PYTHONPATH=$(cd "$source" && pwd)/bindings/python
    TRANSFER_LIBRARY=$build/.libs/libtransfer.so.1
    PYTHONDONTWRITEBYTECODE=1
    export LD_LIBRARY_PATH PATH PYTHONPATH TRANSFER_LIBRARY PYTHONDONTWRITEBYTECODE
}

# quote: a text as the lines of a display, each character what it is wherever the page is read.
quote()
{
    sed -e 's/\\/\\e/g' -e 's/-/\\-/g' -e "s/'/\\\\(aq/g" -e 's/`/\\(ga/g' -e 's/\^/\\(ha/g' \
        -e 's/~/\\(ti/g' -e 's/^\./\\\&./'
}

# shown KIND WHAT: what a display has to show.
shown()
{
    case $1 in
    file)
        cat "$source/examples/$2"
        ;;
    run)
        printf '$ %s\n' "$2"
        (cd "$scratch/work" && sh -c "$2" 2>&1 </dev/null) || :
        ;;
    esac
}

# rewrite PAGE: the page with its displays as they have to be.
rewrite()
{
    inside=
    : >"$scratch/display"
    while IFS= read -r line; do
        case $line in
        '.Ed') inside= ;;
        '.\" file: '* | '.\" run: '*)
            kind=${line#'.\" '}
            shown "${kind%%: *}" "${kind#*: }" >>"$scratch/display"
            ;;
        esac
        [ -n "$inside" ] && continue
        printf '%s\n' "$line"
        case $line in
        '.Bd -literal'*)
            [ -s "$scratch/display" ] || fail "$1: a display that no comment derives" || return 1
            quote <"$scratch/display"
            : >"$scratch/display"
            inside=yes
            ;;
        esac
    done <"$1"
}

# displays PAGE: they are as they have to be.
displays()
{
    rewrite "$1" >"$scratch/page" || return 1
    if [ "$accept" = --accept ]; then
        cmp -s "$scratch/page" "$1" || cat "$scratch/page" >"$1"
    else
        diff -u "$1" "$scratch/page" || fail "$1 does not show what is so"
    fi
}

# options_of PAGE: its options and their arguments, as --help has them.
options_of()
{
    awk 'sub(/^\.It Fl /, "-") {
             gsub(/ Ns /, ""); gsub(/(Ar|Cm) /, ""); gsub(/\\/, ""); print
         }' "$1" | sort
}

# synopsis_of PAGE: the same from its synopsis.
synopsis_of()
{
    awk '/^\.Sh / { inside = /SYNOPSIS/ }
         inside && sub(/^[^|]*Fl /, "-") {
             gsub(/ \| Fl /, "\n-"); gsub(/ Ns /, ""); gsub(/(Ar|Cm) /, ""); gsub(/\\/, ""); print
         }' "$1" | sort
}

# options PAGE PROGRAM: page, synopsis and --help have the same options.
options()
{
    "$2" --help |
        sed -n 's/^ *\(--[^ ]*\( [^ ]\{1,\}\)\{0,1\}\).*/\1/p' |
        tr '[:upper:]' '[:lower:]' | sort >"$scratch/help"
    [ -s "$scratch/help" ] || fail "$2 --help names no option" || return 1
    options_of "$1" >"$scratch/options"
    synopsis_of "$1" >"$scratch/synopsis"
    diff -u "$scratch/help" "$scratch/options" || fail "$1 has other options than $2 --help" ||
        return 1
    diff -u "$scratch/help" "$scratch/synopsis" || fail "$1: the synopsis has other options"
}

# values_of PAGE: "right" or "wrong", and a file that has the value.
values_of()
{
    awk 'function value(line) {
             sub(/^[^"]*"/, "", line); sub(/"[^"]*$/, "", line)
             gsub(/\\\(dq/, "\"", line); gsub(/\\\(aq/, "\047", line); gsub(/\\\(ga/, "`", line)
             gsub(/\\\(ti/, "~", line); gsub(/\\\(ha/, "^", line); gsub(/\\-/, "-", line)
             gsub(/\\e/, "\\\\\\\\", line)
             return line
         }
         function show(verdict, line,    at) {
             at = index(template, "@")
             print verdict, "transfer: 1\\n" substr(template, 1, at - 1) value(line) \
                            substr(template, at + 1)
         }
         /^\.El/ { template = "" }
         sub(/^\.\\" try: /, "") { template = $0; next }
         template != "" && /^\.It Ql "/ { show("wrong", $0) }
         template != "" && /^\.Ql "/ { show("right", $0) }' "$1"
}

# values PAGE: what it says can be read can be, and nothing else.
values()
{
    values_of "$1" >"$scratch/values"
    while read -r verdict text; do
        status=0
        printf '%b\n' "$text" | transfer-validate --partial --disable required \
            --disable exactly-one --fail-on note - >"$scratch/out" 2>&1 || status=$?
        case $verdict$status in
        right0 | wrong1) ;;
        *)
            printf '%b\n' "$text"
            cat "$scratch/out"
            fail "$1: not $verdict" || return 1
            ;;
        esac
    done <"$scratch/values"
}

# rules PAGE: the rules that it names are there.
rules()
{
    sed -n 's/^.*Cm \([a-z0-9-]*\).*/\1/p' "$1" | sort -u >"$scratch/rules"
    [ -s "$scratch/rules" ] || fail "$1 names no rule" || return 1
    # Words, split on purpose.
    # shellcheck disable=SC2046
    transfer-explain $(cat "$scratch/rules") >"$scratch/out" ||
        fail "$1 names a rule that is not there"
}

# names PAGE: the functions, types and constants that it names are the header's.
names()
{
    awk '/^\.(Pq )?(Fn|Vt|Dv) / && match($0, /[Tt][A-Za-z0-9]*_[A-Za-z0-9_]+/) {
             print substr($0, RSTART, RLENGTH)
         }' "$1" | sort -u >"$scratch/names"
    [ -s "$scratch/names" ] || fail "$1 names no function" || return 1
    while read -r name; do
        grep -qw "$name" "$source/include/transfer/transfer.h" "$source/include/transfer/model.h" ||
            fail "$1: the header has no $name" || return 1
    done <"$scratch/names"
}

# python_names PAGE: what it names as functions, types and constants are the Python package's, or
# of Python itself.
python_names()
{
    sed -n 's/^\.\(Pq \|It \)\{0,1\}\(Fn\|Vt\|Dv\) \([A-Za-z_.]*[A-Za-z_]\).*/\3/p' "$1" |
        sort -u >"$scratch/names"
    [ -s "$scratch/names" ] || fail "$1 names nothing of Python" || return 1
    python3 - "$scratch/names" <<'PYTHON' || fail "$1 names what Python has not"
import builtins, datetime, decimal, enum, fractions, sys
import transfer

missing = []
for name in open(sys.argv[1]).read().split():
    first, *rest = name.split(".")
    found = getattr(transfer, first, None) if first in transfer.__all__ else \
        getattr(builtins, first, globals().get(first, missing))
    for part in rest:
        found = getattr(found, part, missing)
    if found is missing:
        print("there is no", name)
        missing.append(name)
sys.exit(bool(missing))
PYTHON
}

# page PAGE: all of it.
page()
{
    displays "$1" || return 1
    case $1 in
    */transfer-python.3) python_names "$1" || return 1 ;;
    *.1) options "$1" "$(basename "$1" .1)" || return 1 ;;
    *.3) names "$1" || return 1 ;;
    *.5) values "$1" && rules "$1" || return 1 ;;
    esac
}

prepare
for file in "$pages"/*.[0-9]; do
    # Python does not run with sanitizers as it is.
    [ -z "${SANITIZERS:-}" ] || [ "$file" != "$pages/transfer-python.3" ] || continue
    page "$file"
done
for program in "$source"/examples/transfer-*.c; do
    program=$(basename "$program" .c)
    [ -e "$pages/$program.1" ] || fail "$program has no page"
done
[ "$accept" != --accept ] || exit 0

# The check itself, seen to fail: a wrong figure, an option too many, one too few, a value that
# cannot be read, one that can, and a display pasted.
# seed PAGE EXPRESSION
seed()
{
    mkdir -p "$scratch/seeded"
    sed "$2" "$pages/$1" >"$scratch/seeded/$1"
    cmp -s "$pages/$1" "$scratch/seeded/$1" && fail "$1: nothing was seeded by $2"
    ! page "$scratch/seeded/$1" >"$scratch/log" 2>&1 || fail "$1: not noticed: $2"
}
seed libtransfer.3 's/15000000 EUR/16000000 EUR/'
seed libtransfer.3 's/transfer_answer_free(answer);/free(answer);/'
seed transfer-report.1 's/^\.It Fl .-as.-of/.It Fl \\-until/'
seed transfer-validate.1 '/^\.Op Fl .-partial/d'
seed transfer.5 's/^\.Ql "33.3333%"/.Ql "33,3333"/'
seed transfer.5 's/^\.It Ql "title: Lot #3"/.It Ql "title: Lot 3"/'
seed transfer.5 's/^\.Pq Cm date-form/.Pq Cm date-forms/'
seed libtransfer.3 's/^\.Fn transfer_record_referrers/.Fn transfer_record_referrer/'
seed transfer_column.3 's/etat.equal/etat 50%/'
if [ -z "${SANITIZERS:-}" ]; then
    seed transfer-python.3 's/: 15000000 EUR/: 16000000 EUR/'
    seed transfer-python.3 's/raise_for_errors()/raise_errors()/'
    seed transfer-python.3 's/^\.Fn Portfolio\.in_force/.Fn Portfolio.inforce/'
    seed transfer-python.3 's/^\.Vt BusyError/.Vt BusyErrors/'
fi
seed transfer-schema.1 '/^\.\\" run: /d'

if ! command -v mandoc >/dev/null; then
    echo "check-manual: mandoc is missing: its view of the pages was not asked for"
    exit 77
fi
mandoc -T lint -W warning "$pages"/*.[0-9] || fail "mandoc warns"
sed 's/^\.Sh DESCRIPTION/.Sh DESCRIPTION\n.Bl -tag/' "$pages/transfer-schema.1" >"$scratch/seeded.1"
! mandoc -T lint -W warning "$scratch/seeded.1" >"$scratch/log" || fail "mandoc did not warn"
set -- "$pages"/*.[0-9]
echo "check-manual: $# pages"
