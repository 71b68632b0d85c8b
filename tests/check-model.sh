#!/bin/sh
# The generator of typed accessors, with a schema of a later release: what uses a field that came
# later needs a library that has it, and nothing else does.
set -eu
export LC_ALL=C

source=${TRANSFER_TEST_SOURCE:-.}
build=${TRANSFER_TEST_BUILD:-build}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail()
{
    echo "check-model: $1"
    exit 1
}

# accessors HEADER: "later" or "always" by what it refers to, and the name, of each function.
accessors()
{
    awk '/^static inline / { name = $0; body = "" }
         name { body = body $0 }
         name && /^}/ {
             match(body, /transfer_[a-z0-9_]+\(/)
             print (body ~ /transfer_model_1_1\(\)/ ? "later" : "always"), \
                   substr(body, RSTART, RLENGTH - 1)
             name = ""
         }' "$1"
}

# wrong HEADER: the functions of late fields that do not refer to the release, and others that do.
wrong()
{
    accessors "$1" | awk '{ is_late = $2 ~ /_late_/ } is_late != ($1 == "later")'
}

# overlong HEADER: the lines beyond 100 columns.
overlong()
{
    awk 'length($0) > 100 { print FILENAME ":" FNR }' "$1"
}

mkdir "$scratch/transfer"
model=$scratch/transfer/model.h
"$build/tests/later-model-gen" >"$model"
# As the header of 1.1 will be.
sed 's/^TRANSFER_API int transfer_model_1_0(void);/&\nTRANSFER_API int transfer_model_1_1(void);/' \
    "$source/include/transfer/transfer.h" >"$scratch/transfer/transfer.h"

# A getter and a setter of 14 single fields, both twice of the measure, and three functions of each
# of three lists.
[ "$(accessors "$model" | grep -c '^later ')" -eq 41 ] || fail "the late fields have not 41 functions"
[ -z "$(wrong "$model")" ] || fail "$(wrong "$model")"
for header in "$model" "$source/include/transfer/model.h" "$source/include/transfer/transfer.h"; do
    [ -z "$(overlong "$header")" ] || fail "more than 100 columns: $(overlong "$header")"
done
for header in "$model" "$source/include/transfer/model.h"; do
    ! grep -nE ' a [aeio]| an [^aeiou]' "$header" || fail "a, or an"
done

# needs FIELD: what an object file needs that uses the text of an owner, or its late text.
needs()
{
    printf '%s\n' '#include <transfer/transfer.h>' \
        'const char *use(const transfer_owner *owner);' \
        'const char *use(const transfer_owner *owner)' \
        "{ return transfer_owner_$1(owner); }" >"$scratch/use.c"
    "${CC:-cc}" -Wall -Wextra -Werror -I"$scratch" -I"$build/include" -c -o "$scratch/use.o" \
        "$scratch/use.c"
    nm -u "$scratch/use.o" | awk '{ print $NF }'
}

needs late_text | grep -qx transfer_model_1_1 || fail "a late field needs no later library"
! needs text | grep -x transfer_model_1_1 || fail "a field of 1.0 needs a later library"

# The check itself, seen to fail: a late field that needs nothing, a field that needs too much.
for seed in 's/OWNER_LATE_DATE + transfer_model_1_1()/OWNER_LATE_DATE/' \
    's/TRANSFER_OWNER_DATE, value/TRANSFER_OWNER_DATE + transfer_model_1_1(), value/'; do
    sed "$seed" "$model" >"$scratch/seeded.h"
    [ -n "$(wrong "$scratch/seeded.h")" ] || fail "not noticed: $seed"
done
echo "check-model: $(accessors "$model" | wc -l) functions"
