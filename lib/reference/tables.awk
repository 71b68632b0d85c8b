# Makes tables.c of the reference lists:
#
#     LC_ALL=C awk -f lib/reference/tables.awk lib/reference/*.csv > lib/reference/tables.c
#
# A list is known by its first line.  Rows come out sorted by code, whatever the order of the lists
# and of their lines; of two lines for one code the later month of withdrawal decides, then the
# name.  Plain POSIX awk.
#
# SPDX-License-Identifier: MIT

BEGIN {
    REGION = "regions"; INSEE = "insee_regions"; COUNTRY = "countries"; CURRENCY = "currencies"
    NUTS_END = "2017-12-31"; NUTS_START = "2018-01-01"
    INSEE_END = "2015-12-31"; INSEE_START = "2016-01-01"
}

function fail(what)
{
    print FILENAME ":" FNR ": " what | "cat 1>&2"
    failed = 1
    exit 1
}

# Splits a line of CSV into cell[1..], where quoted cells may hold commas and doubled quotes.
function split_csv(line,    n, value, end)
{
    n = 0
    sub(/\r$/, "", line)
    for (;;) {
        if (substr(line, 1, 1) == "\"") {
            value = ""
            line = substr(line, 2)
            for (;;) {
                end = index(line, "\"")
                if (!end)
                    fail("a quoted cell has no end")
                value = value substr(line, 1, end - 1)
                line = substr(line, end + 1)
                if (substr(line, 1, 1) != "\"")
                    break
                value = value "\""
                line = substr(line, 2)
            }
            end = line == "" ? 0 : 1
            if (end && substr(line, 1, 1) != ",")
                fail("something follows a quoted cell")
        } else {
            end = index(line, ",")
            value = end ? substr(line, 1, end - 1) : line
        }
        gsub(/^[ \t]+|[ \t]+$/, "", value)
        cell[++n] = value
        if (!end)
            return n
        line = substr(line, end + 1)
    }
}

# One row of a table; the key keeps rows of one code in the order of their dates.
function add(table, code, name, from, until, successor, decimals,    key)
{
    key = table SUBSEP code SUBSEP from
    if (key in names) {
        if (names[key] != name || untils[key] != until || successors[key] != successor)
            fail("two different rows for " code)
        return
    }
    keys[++count] = key
    names[key] = name
    untils[key] = until
    successors[key] = successor
    minor[key] = decimals
}

# The last day of the last month in "2002-03", "1989 to 1990", "1989-1990", "1990-07 to 1990-09".
function last_day(text,    year, month, days)
{
    if (text !~ /^[0-9-]+( to [0-9-]+)?$/)
        fail("not a month of withdrawal: " text)
    sub(/^.* to /, "", text)
    if (text ~ /^[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]$/)
        text = substr(text, 6)
    if (text ~ /^[0-9][0-9][0-9][0-9]$/)
        text = text "-12"
    if (text !~ /^[0-9][0-9][0-9][0-9]-(0[1-9]|1[0-2])$/)
        fail("not a month of withdrawal: " text)
    year = substr(text, 1, 4) + 0
    month = substr(text, 6, 2) + 0
    days = 31
    if (month == 4 || month == 6 || month == 9 || month == 11)
        days = 30
    if (month == 2)
        days = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    return text "-" days
}

FNR == 1 {
    list = $0
    sub(/\r$/, "", list)
    if (list != "nuts2_2013,nuts2_2016_2021,nuts2_name,nuts1_2016,insee_region_until_2015,insee_region_from_2016" &&
        list != "insee_region,name" && list != "nuts,name,from,until,successor" &&
        list != "alpha_2,alpha_3,numeric,name" && list != "alpha_2,name,reason" &&
        list != "Entity,Currency,AlphabeticCode,NumericCode,MinorUnit,WithdrawalDate")
        fail("not a list that is known here")
    next
}

{
    cells = split_csv($0)
    if (cells != split(list, header, ","))
        fail("not as many cells as the first line has")
}

# Names of INSEE's regions may come after the lines that need them, so both wait for the end.
list ~ /^nuts2_2013,/ {
    if (cell[1] == cell[2]) {
        add(REGION, cell[1], cell[3], "", "", "", "")
    } else {
        add(REGION, cell[1], cell[3], "", NUTS_END, cell[2], "")
        add(REGION, cell[2], cell[3], NUTS_START, "", "", "")
    }
    if (cell[5] != cell[6]) {
        old_insee[cell[5]] = cell[3]
        insee_successor[cell[5]] = cell[6]
    } else
        same_insee[cell[5]] = 1
}

list ~ /^insee_region,/ { insee[cell[1]] = cell[2] }

list ~ /^nuts,/ { add(REGION, cell[1], cell[2], cell[3], cell[4], cell[5], "") }

list ~ /^alpha_2,alpha_3,/ { add(COUNTRY, cell[1], cell[4], "", "", "", "") }

list ~ /^alpha_2,name,/ { add(COUNTRY, cell[1], cell[2], "", "", "", "") }

# Places without a currency of their own have a line without a code.
list ~ /^Entity,/ && cell[3] != "" {
    code = cell[3]
    until = cell[6] == "" ? "" : last_day(cell[6])
    rank = (until == "" ? "9999" : until) SUBSEP cell[2]
    if (!(code in ranks) || rank > ranks[code]) {
        ranks[code] = rank
        currency_name[code] = cell[2]
        currency_until[code] = until
        currency_minor[code] = cell[5] ~ /^[0-9]$/ ? cell[5] : "-1"
    }
}

# "2017-12-31" as the members year, month and day of an end.
function limit(end, date)
{
    if (date == "")
        return ""
    return sprintf(", .%s_year = %d, .%s_month = %d, .%s_day = %d", end, substr(date, 1, 4), end,
                   substr(date, 6, 2), end, substr(date, 9, 2))
}

function print_table(table,    i, part)
{
    printf "\nstatic const struct reference_row %s[] = {\n", table
    for (i = 1; i <= count; i++) {
        split(keys[i], part, SUBSEP)
        if (part[1] != table)
            continue
        gsub(/["\\]/, "\\\\&", names[keys[i]])
        printf "    {.code = \"%s\", .name = \"%s\"%s%s%s%s},\n", part[2], names[keys[i]],
               limit("from", part[3]), limit("until", untils[keys[i]]),
               successors[keys[i]] == "" ? "" : ", .successor = \"" successors[keys[i]] "\"",
               minor[keys[i]] == "" ? "" : ", .decimals = " minor[keys[i]]
    }
    printf "};\n"
}

END {
    if (failed)
        exit 1
    for (code in old_insee)
        add(INSEE, code, old_insee[code], "", INSEE_END, insee_successor[code], "")
    for (code in insee)
        add(INSEE, code, insee[code], code in same_insee ? "" : INSEE_START, "", "", "")
    for (code in currency_name)
        add(CURRENCY, code, currency_name[code], "", currency_until[code], "", currency_minor[code])

    for (i = 2; i <= count; i++) {
        key = keys[i]
        for (j = i - 1; j >= 1 && keys[j] "" > key ""; j--)
            keys[j + 1] = keys[j]
        keys[j + 1] = key
    }

    print "/* Derived from the lists in lib/reference by tables.awk: run \"make update\".\n *"
    print " * SPDX-License-Identifier: MIT\n */"
    print "#include \"reference.h\"\n"
    print "#define TABLE(rows) {rows, sizeof(rows) / sizeof(rows)[0]}"
    print_table(COUNTRY)
    print_table(REGION)
    print_table(INSEE)
    print_table(CURRENCY)
    print "\nconst struct reference_table reference_tables[] = {"
    print "    [TABLE_COUNTRY] = TABLE(countries),"
    print "    [TABLE_REGION] = TABLE(regions),"
    print "    [TABLE_INSEE_REGION] = TABLE(insee_regions),"
    print "    [TABLE_CURRENCY] = TABLE(currencies),"
    print "};"
}
