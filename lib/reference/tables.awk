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

# ---- State aid: the names that its lists use, and what they are called ----

BEGIN {
    INTENSITIES = "regime,category,regulation,article,from,until,base,medium,small,collaboration,dissemination,c_area,a_area,exclusive,cap,source,checked"
    CEILINGS = "what,category,regulation,article,from,until,amount,currency,years,window,source,checked"
    called["gber_research_infrastructure"] = "research infrastructures|infrastructures de recherche"
    called["gber_sme_innovation"] = "innovation of SMEs|innovation des PME"
    called["fundamental_research"] = "fundamental research|recherche fondamentale"
    called["industrial_research"] = "industrial research|recherche industrielle"
    called["experimental_development"] = "experimental development|développement expérimental"
    called["feasibility_study"] = "feasibility study|étude de faisabilité"
    called["medium"] = "medium|entreprise moyenne"
    called["small"] = "small|petite entreprise"
    called["collaboration"] = "collaboration|collaboration effective"
    called["dissemination"] = "dissemination|large diffusion"
    called["c_area"] = "\\\"c\\\" area|zone «\\u00a0c\\u00a0»"
    called["a_area"] = "\\\"a\\\" area|zone «\\u00a0a\\u00a0»"
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
        list != "Entity,Currency,AlphabeticCode,NumericCode,MinorUnit,WithdrawalDate" &&
        list != INTENSITIES && list != CEILINGS && !is_list_of_sizes())
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

# ---- State aid ----

# The name of what a list calls `key`, in English (1) or French (2).
function name_of(key, language,    name)
{
    if (!(key in called))
        fail("not a name that is known here: " key)
    split(called[key], name, "|")
    return name[language]
}

# "(EU) No 651/2014" and an article as a citation.
function cite(regulation, article, language)
{
    if (regulation !~ /^\(E[CU]\) (No )?[0-9]+\/[0-9]+( as amended by \(EU\) [0-9]+\/[0-9]+)?$/)
        fail("not a regulation: " regulation)
    if (language == 1) {
        sub(/ by /, "&Regulation ", regulation)
        return "Regulation " regulation ", article " article
    }
    sub(/ as amended by /, ", modifié par le règlement ", regulation)
    gsub(/\(EC\)/, "(CE)", regulation)
    gsub(/\(EU\)/, "(UE)", regulation)
    gsub(/ No /, " n°\\u00a0", regulation)
    return "règlement " regulation ", article\\u00a0" article
}

# A row that transfer-explain shows, of the list whose provisions are called `rows`.
function add_provision(rows, english, french, regulation, article, from, until, checked)
{
    if (from !~ /^[0-9]+-[0-9]+-[0-9]+$/ || (until != "" && until !~ /^[0-9]+-[0-9]+-[0-9]+$/))
        fail("not a day of law: " from " " until)
    if (checked != "yes" && checked != "no")
        fail("checked is yes or no")
    provisions[rows] = provisions[rows] \
        "    {.text = {{\"" english "\",\n               \"" french "\"}},\n" \
        "     .law = {{\"" cite(regulation, article, 1) "\",\n              \"" \
        cite(regulation, article, 2) "\"}},\n     .in_force = {" member("start", from) \
        (until == "" ? "" : ",\n                  " member("end", until)) "},\n     .checked = " \
        (checked == "yes" ? 1 : 0) "},\n"
    return "&" rows "[" provision_count[rows]++ "]"
}

function member(name, date)
{
    return sprintf(".%s = {.year = %d, .month = %d, .day = %d}", name, substr(date, 1, 4),
                   substr(date, 6, 2), substr(date, 9, 2))
}

function category_member(category)
{
    return category == "" ? "" : "     .category = TRANSFER_RESEARCH_CATEGORY_" toupper(category) ",\n"
}

function points(value)
{
    if (value !~ /^[0-9]*$/ || value + 0 > 100)
        fail("not a percentage: " value)
    return value + 0
}

# The bonuses of a line: "+10 medium, +20 small, +15 collaboration or +15 dissemination".
function bonuses(language,    i, text, chosen)
{
    for (i = 8; i <= 13; i++) {
        if (cell[i] == "")
            continue
        text = text (chosen && index(cell[14], header[i]) ? (language == 1 ? " or" : " ou") : ",")
        text = text " +" points(cell[i]) " " name_of(header[i], language)
        chosen = index(cell[14], header[i])
    }
    return text
}

list == INTENSITIES {
    applied = cell[1] == "gber_research_development"
    what = applied ? cell[2] : cell[1]
    cap = cell[15] == "" ? 100 : points(cell[15])
    english = name_of(what, 1) ": " points(cell[7]) "%" bonuses(1)
    french = name_of(what, 2) "\\u00a0: " points(cell[7]) "\\u00a0%" bonuses(2)
    if (cap < 100) {
        english = english ", at most " cap "%"
        french = french ", au plus " cap "\\u00a0%"
    }
    if (!applied) {
        english = english "; no rule applies it"
        french = french "\\u00a0; aucune règle ne l'applique"
    }
    exclusive = ""
    for (i = 10; i <= 13; i++)
        if (index(cell[14], header[i]))
            exclusive = exclusive (exclusive == "" ? "" : " | ") "AID_" toupper(header[i])
    provision = add_provision("intensity_rows", english, french, cell[3], cell[4], cell[5],
                              cell[6], cell[17])
    intensities = intensities "    {.provision = " provision ",\n" \
        "     .regime = TRANSFER_AID_DECLARATION_REGIME_" toupper(cell[1]) ",\n" \
        category_member(cell[2]) \
        "     .name = {{\"" name_of(what, 1) "\", \"" name_of(what, 2) "\"}},\n" \
        sprintf("     .base = %d, .medium = %d, .small = %d, .collaboration = %d,\n" \
                "     .dissemination = %d, .c_area = %d, .a_area = %d, .cap = %d,\n",
                points(cell[7]), points(cell[8]), points(cell[9]), points(cell[10]),
                points(cell[11]), points(cell[12]), points(cell[13]), cap) \
        "     .exclusive = " (exclusive == "" ? 0 : exclusive) "},\n"
}

list == CEILINGS {
    if (cell[7] !~ /^[1-9][0-9]*$/ || cell[8] != "EUR")
        fail("not an amount in euros: " cell[7] " " cell[8])
    money = cell[7] " " cell[8]
    if (cell[1] == "notification") {
        english = name_of(cell[2], 1) ": aid above " money \
            " for one undertaking and project is to be notified"
        french = name_of(cell[2], 2) "\\u00a0: l'aide supérieure à " money \
            " par entreprise et par projet est à notifier"
    } else if (cell[1] == "publication") {
        english = "aid above " money " is to be published"
        french = "l'aide supérieure à " money " est à publier"
    } else if (cell[1] == "de_minimis" && cell[9] == 3 && cell[10] ~ /^(fiscal|rolling)$/) {
        english = "at most " money " for a single undertaking and Member State over " \
            (cell[10] == "fiscal" ? "three fiscal years" : "any three years")
        french = "au plus " money " par entreprise unique et par État membre sur " \
            (cell[10] == "fiscal" ? "trois exercices fiscaux" : "toute période de trois ans")
    } else {
        fail("not a ceiling that is known here")
    }
    provision = add_provision(cell[1] "_rows", english, french, cell[3], cell[4], cell[5], cell[6],
                              cell[12])
    ceilings = ceilings "    {.provision = " provision ",\n" \
        "     .what = AID_" toupper(cell[1]) ",\n" \
        category_member(cell[2]) \
        "     .amount = {.minor = " cell[7] "00, .currency = \"" cell[8] "\", .decimals = 2}" \
        (cell[9] == "" ? "" : ",\n     .years = " cell[9]) \
        (cell[10] == "rolling" ? ", .is_rolling = 1" : "") "},\n"
}

function print_provisions(rows, identifier)
{
    print "\nstatic const struct provision " rows "[] = {\n" provisions[rows] "};"
    print "const struct provision_table " identifier " = TABLE(" rows ");"
}

function print_aid()
{
    print_provisions("intensity_rows", "aid_intensity_provisions")
    print_provisions("notification_rows", "aid_notification_provisions")
    print_provisions("publication_rows", "aid_publication_provisions")
    print_provisions("de_minimis_rows", "de_minimis_provisions")
    print "\nconst struct aid_intensity aid_intensities[] = {\n" intensities "};"
    print "const size_t aid_intensity_count = sizeof(aid_intensities) / sizeof(aid_intensities)[0];"
    print "\nconst struct aid_ceiling aid_ceilings[] = {\n" ceilings "};"
    print "const size_t aid_ceiling_count = sizeof(aid_ceilings) / sizeof(aid_ceilings)[0];"
}

# ---- sizes of enterprises ----

function is_list_of_sizes()
{
    return list == "definition,class,headcount_below,turnover_up_to,balance_sheet_up_to,currency,from,until,source,checked"
}

# A choice of the schema as its enumerator in model.h.
function enumerator(prefix, choice)
{
    return prefix toupper(choice)
}

# "2005-01-01" as an end of a period; no limit is year 0.
function day(text)
{
    if (text == "")
        return "{.year = 0}"
    return sprintf("{.year = %d, .month = %d, .day = %d}", substr(text, 1, 4), substr(text, 6, 2),
                   substr(text, 9, 2))
}

# Rows stay in the order of the list: of a definition the smallest class comes first.
is_list_of_sizes() {
    if (cell[3] !~ /^[0-9]+$/ || cell[4] !~ /^[0-9]+$/ || cell[5] !~ /^[0-9]+$/ || cell[6] != "EUR")
        fail("not a ceiling in whole euros")
    sizes[++size_count] = \
        sprintf("    {.definition = %s,\n     .size = %s,\n     .headcount_below = %s,\n" \
                "     .turnover = INT64_C(%s00),\n     .balance_sheet = INT64_C(%s00),\n" \
                "     .in_force = {%s, %s},\n     .source = \"%s\"},\n",
                enumerator("TRANSFER_PARTNER_SIZE_DEFINITION_", cell[1]),
                enumerator("TRANSFER_SIZE_", cell[2]), cell[3], cell[4], cell[5], day(cell[7]),
                day(cell[8]), cell[9])
}

function print_sizes(    i)
{
    printf "\nconst struct size_ceiling size_ceilings[] = {\n"
    for (i = 1; i <= size_count; i++)
        printf "%s", sizes[i]
    print "};"
    print "const size_t size_ceiling_count = sizeof(size_ceilings) / sizeof(size_ceilings)[0];"
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
    print "#include \"aid.h\"\n#include \"reference.h\"\n"
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
    print_aid()
    print_sizes()
}
