#!/bin/sh
# Each program gives for each of its options the output in tests/data/programs, and the exit status
# that is named here. "test-programs.sh --accept" writes what they give now into that directory, to
# be read before it is kept.
set -u

programs=${TRANSFER_PROGRAMS:-${TRANSFER_TEST_BUILD:-.}/examples}
programs=$(cd "$programs" && pwd) || exit 99
data=${TRANSFER_TEST_DATA:-$(dirname "$0")/data}/programs
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
cd "$data" || exit 99
PATH=$programs:$PATH
unset LC_ALL LC_MESSAGES LANG NO_COLOR

accept=${1:-}
failed=0

# wrong TEXT: says what is wrong with the last case.
wrong()
{
    echo "$name: $1" >&2
    failed=$((failed + 1))
}

# compare FILE KIND: the output of a case is that of the directory; no file stands for no output.
compare()
{
    if [ "$accept" = --accept ]; then
        if [ -s "$1" ]; then cp "$1" "$name.$2"; else rm -f "$name.$2"; fi
    elif [ -e "$name.$2" ]; then
        diff -u "$name.$2" "$1" >&2 || wrong "another output than $name.$2"
    elif [ -s "$1" ]; then
        wrong "an output where none was expected:"
        cat "$1" >&2
    fi
}

# run STATUS COMMAND...: runs a command, with its output in the scratch directory.
run()
{
    expected=$1
    shift
    "$@" >"$scratch/out" 2>"$scratch/err"
    status=$?
    [ $status -eq "$expected" ] || wrong "exit status $status instead of $expected"
}

# check NAME STATUS COMMAND...: runs a command and compares its output.
check()
{
    name=$1
    shift
    run "$@"
    compare "$scratch/out" out
    compare "$scratch/err" err
}

# says FILE TEXT: the output of the last command has this text.
says()
{
    grep -qF -- "$2" "$scratch/$1" || wrong "its std$1 does not say: $2"
}

# ---- what all have ----

for program in validate format report schema explain calculate; do
    name=$program
    run 0 transfer-$program --help
    says out "usage: transfer-$program"
    says out "Exit status: 0"
    run 0 transfer-$program --version
    grep -qE "^transfer-$program \(libtransfer\) [0-9.]+$" "$scratch/out" || wrong "no version"
    run 2 transfer-$program --no-such-option
    says err "transfer-$program: unrecognized option '--no-such-option'"
done
for program in validate format report; do
    check $program-no-file 2 transfer-$program
    check $program-missing 2 transfer-$program missing.yaml
done
for command in "validate wrong.yaml" "format valid.yaml" "report valid.yaml" schema explain \
    "calculate size cea valid.yaml"; do
    name="full disk: $command"
    # shellcheck disable=SC2086 # words, split on purpose
    transfer-$command 2>"$scratch/err" >/dev/full
    status=$?
    [ $status -eq 2 ] || wrong "exit status $status instead of 2"
    [ "$(grep -c "No space left on device" "$scratch/err")" = 1 ] || wrong "not said once"
done

# ---- transfer-validate ----

check validate-valid 0 transfer-validate valid.yaml
check validate-wrong 1 transfer-validate wrong.yaml
check validate-wrong-fr 1 transfer-validate --language fr wrong.yaml
check validate-several 1 transfer-validate valid.yaml wrong.yaml truncated.yaml
check validate-unread 2 transfer-validate missing.yaml wrong.yaml
check validate-truncated 1 transfer-validate truncated.yaml
check validate-json 1 transfer-validate --format json wrong.yaml
check validate-github 1 transfer-validate --format github wrong.yaml
check validate-disable 0 transfer-validate --disable reference-dangling wrong.yaml
check validate-severity 0 transfer-validate --severity reference-dangling=warning wrong.yaml
check validate-severity-off 0 transfer-validate --severity reference-dangling=off wrong.yaml
check validate-partial 0 transfer-validate --partial wrong.yaml
check validate-summary 0 transfer-validate --summary --as-of 2013-12-05 ../../../examples/exception.yaml
check validate-summary-fr 0 transfer-validate --summary --language fr ../../../examples/exception.yaml
check validate-summary-json 2 transfer-validate --summary --format json wrong.yaml
check validate-fail-on-note 1 transfer-validate --partial --fail-on note wrong.yaml
check validate-as-of 0 transfer-validate --as-of 2014-06-01 valid.yaml
check validate-bad-as-of 2 transfer-validate --as-of 5.12.2013 valid.yaml
check validate-bad-format 2 transfer-validate --format xml valid.yaml
check validate-bad-language 2 transfer-validate --language de valid.yaml
check validate-bad-level 2 transfer-validate --severity reference-dangling=fatal valid.yaml
check validate-no-level 2 transfer-validate --severity reference-dangling valid.yaml
check validate-bad-rule 2 transfer-validate --disable reference-dangeling valid.yaml
check validate-bad-rule-fr 2 transfer-validate --language fr --severity reference-dangeling=off .
check validate-bad-fail-on 2 transfer-validate --fail-on off valid.yaml

check validate-rules 0 transfer-validate --rules rules.yaml wrong.yaml
check validate-rules-wrong 2 transfer-validate --rules rules-wrong.yaml valid.yaml
check validate-rules-wrong-fr 2 transfer-validate --language fr --rules rules-wrong.yaml valid.yaml
check validate-rules-missing 2 transfer-validate --rules missing.yaml valid.yaml
check validate-rules-directory 2 transfer-validate --rules . valid.yaml

# Options apply in their order.
name=validate-rules-order
run 1 transfer-validate --rules rules.yaml --severity reference-dangling=error wrong.yaml
run 0 transfer-validate --severity reference-dangling=error --rules rules.yaml wrong.yaml
printf 'rules: {reference-dangling: error}\n' >"$scratch/rules.yaml"
run 1 transfer-validate --rules rules.yaml --rules "$scratch/rules.yaml" wrong.yaml
run 0 transfer-validate --rules "$scratch/rules.yaml" --rules rules.yaml wrong.yaml
run 0 transfer-validate --rules "$scratch/rules.yaml" --disable reference-dangling wrong.yaml

name=validate-fail-on-warning
run 0 transfer-validate --severity reference-dangling=warning --fail-on error wrong.yaml
run 1 transfer-validate --severity reference-dangling=warning --fail-on warning wrong.yaml

name=validate-sarif
run 1 transfer-validate --format sarif wrong.yaml
says out '"2.1.0"'
says out 'reference-dangling'

name=validate-stdin
run 1 transfer-validate - <wrong.yaml
says out "<stdin>:7:15: error: "
run 2 transfer-validate - <&-
says err "transfer-validate: <stdin>: "

name=validate-directory
mkdir "$scratch/portfolio"
cp valid.yaml "$scratch/portfolio/a.yaml"
cp comments.yaml "$scratch/portfolio/b.yml"
run 1 transfer-validate "$scratch/portfolio"
says out "b.yml:4:3: error: "
says out "2 files, "

name=validate-language-of-environment
LANG=fr_FR.UTF-8 run 1 transfer-validate wrong.yaml
says out "1 erreur"
LANG=fr_FR.UTF-8 LC_ALL=C run 1 transfer-validate wrong.yaml
says out "1 error"

name=validate-colour
run 1 transfer-validate wrong.yaml
! grep -q "$(printf '\033')" "$scratch/out" || wrong "colour where there is no terminal"

# A file that cannot be read whole is refused, whatever rules are switched off, and no sum is made of it.
name=damaged
printf 'transfer: 1\npartners: {etat: {name: "\311tat", kind: state}}\n' >"$scratch/damaged.yaml"
run 1 transfer-validate --disable utf8 "$scratch/damaged.yaml"
run 1 transfer-report "$scratch/damaged.yaml"
[ ! -s "$scratch/out" ] || wrong "a report on a file that was not read whole"
says err "transfer-validate tells why"
printf 'transfer: 1\npartners: [\n' >"$scratch/damaged.yaml"
run 1 transfer-validate --disable syntax --disable wrong-kind "$scratch/damaged.yaml"
name=no-version
printf 'transfer: [7]\nx_a: 1\n' >"$scratch/damaged.yaml"
run 1 transfer-format "$scratch/damaged.yaml"
[ ! -s "$scratch/out" ] || wrong "a version was made up"

# ---- transfer-format ----

check format-valid 0 transfer-format valid.yaml
check format-messy 0 transfer-format messy.yaml
check format-two 2 transfer-format messy.yaml messy.yaml
check format-check-in-place 2 transfer-format --check --in-place messy.yaml
check format-comments 1 transfer-format comments.yaml
check format-drop-comments 0 transfer-format --drop-comments comments.yaml
check format-truncated 1 transfer-format truncated.yaml
check format-check 1 transfer-format --check valid.yaml messy.yaml
check format-check-comments 1 transfer-format --check comments.yaml
check format-check-stdin 2 transfer-format --check -

name=format-check-canonical
run 0 transfer-format --check valid.yaml
[ ! -s "$scratch/out" ] || wrong "says something of a file in canonical form"

name=format-stdin
run 0 transfer-format - <messy.yaml
cmp -s "$scratch/out" format-messy.out || wrong "another output than that of the file"

name=format-in-place
cp messy.yaml comments.yaml truncated.yaml "$scratch"
run 0 transfer-format --in-place "$scratch/messy.yaml"
cmp -s "$scratch/messy.yaml" format-messy.out || wrong "the file is not in canonical form"
run 0 transfer-format --check "$scratch/messy.yaml"
before=$(ls -i "$scratch/messy.yaml")
run 0 transfer-format --in-place "$scratch/messy.yaml"
[ "$(ls -i "$scratch/messy.yaml")" = "$before" ] || wrong "a file in canonical form was replaced"
run 1 transfer-format --in-place "$scratch/comments.yaml" "$scratch/truncated.yaml"
cmp -s "$scratch/comments.yaml" comments.yaml || wrong "a file with comments was changed"
cmp -s "$scratch/truncated.yaml" truncated.yaml || wrong "a file that cannot be read was changed"
run 0 transfer-format --in-place --drop-comments "$scratch/comments.yaml"
cmp -s "$scratch/comments.yaml" format-drop-comments.out || wrong "comments were not dropped"

# ---- transfer-report ----

check report 0 transfer-report valid.yaml
check report-fr 0 transfer-report --language fr valid.yaml
check report-as-of 0 transfer-report --as-of 2014-12-31 valid.yaml
check report-bad-as-of 2 transfer-report --as-of yesterday valid.yaml
check report-wrong 1 transfer-report wrong.yaml
check report-rules 0 transfer-report --rules rules.yaml wrong.yaml
check report-rules-wrong 2 transfer-report --rules rules-wrong.yaml valid.yaml
check report-unread 2 transfer-report valid.yaml missing.yaml

name=report-stdin
run 0 transfer-report - <valid.yaml
cmp -s "$scratch/out" report.out || wrong "another output than that of the file"

# ---- transfer-schema ----

check schema-argument 2 transfer-schema portfolio

name=schema
run 0 transfer-schema
says out '"$schema"'
says out 'draft-07'

# ---- transfer-explain ----

check explain 0 transfer-explain reference-dangling
check explain-fr 0 transfer-explain --language fr reference-dangling
check explain-two 2 transfer-explain reference-dangeling reference-cycle
check explain-bad-language 2 transfer-explain --language de

name=explain-all
run 0 transfer-explain
says out "reference-dangling"
for rule in $(sed -n 's/^  \([a-z0-9-]*\) .*/\1/p' "$scratch/out"); do
    run 0 transfer-explain --language fr "$rule"
    [ "$(head -n 1 "$scratch/out")" = "$rule" ] || wrong "$rule is not explained"
    awk 'length($0) > 0 { lines++ } END { exit lines < 6 }' "$scratch/out" ||
        wrong "$rule lacks something"
done

# ---- transfer-calculate ----

group=../../../examples/data/group.yaml
check calculate 0 transfer-calculate size lamine $group
check calculate-fr 0 transfer-calculate --language fr size lamine $group
check calculate-decree 0 transfer-calculate --definition fr_2008_1354 size lamine $group
check calculate-as-of 0 transfer-calculate --as-of 2012-12-31 size lamine $group
check calculate-not-known 1 transfer-calculate size cea valid.yaml
check calculate-not-known-fr 1 transfer-calculate --language fr --as-of 2013 size lamine $group
check calculate-wrong 1 transfer-calculate size cea valid.yaml wrong.yaml
check calculate-truncated 1 transfer-calculate size cea truncated.yaml
check calculate-missing 2 transfer-calculate size cea missing.yaml
check calculate-no-file 2 transfer-calculate size lamine
check calculate-bad-command 2 transfer-calculate sise lamine $group
check calculate-bad-partner 2 transfer-calculate size lamina $group
check calculate-bad-definition 2 transfer-calculate --definition eu size lamine $group
check calculate-bad-as-of 2 transfer-calculate --as-of today size lamine $group
check calculate-intensity 0 transfer-calculate intensity vannes rotarex aid.yaml
check calculate-intensity-fr 0 transfer-calculate --language fr --category feasibility_study \
    intensity vannes rotarex aid.yaml
check calculate-intensity-not-known 1 transfer-calculate intensity outils ceratizit aid.yaml
check calculate-intensity-no-file 2 transfer-calculate intensity vannes rotarex
check calculate-bad-category 2 transfer-calculate --category any intensity vannes rotarex aid.yaml
check calculate-bad-agreement 2 transfer-calculate intensity vanne rotarex aid.yaml
check calculate-de-minimis 0 transfer-calculate --as-of 2016-12-31 --country FR de-minimis rotarex \
    aid.yaml
check calculate-de-minimis-fr 0 transfer-calculate --language fr --as-of 2016-06-30 --country FR \
    de-minimis ceratizit aid.yaml
check calculate-de-minimis-not-known 1 transfer-calculate --as-of 2006-12-31 de-minimis rotarex \
    aid.yaml
check calculate-de-minimis-no-day 2 transfer-calculate de-minimis rotarex aid.yaml
check calculate-bad-country 2 transfer-calculate --as-of 2016-12-31 --country France de-minimis \
    rotarex aid.yaml

if [ "$failed" -gt 0 ]; then
    echo "$failed wrong" >&2
    exit 1
fi
