#!/usr/bin/python3
"""lib/reference/tables.c holds what Python's csv module reads in the lists, no row more or less."""

import calendar
import csv
import datetime
import os
import re
import sys

SOURCE = os.environ.get("TRANSFER_TEST_SOURCE", os.path.join(os.path.dirname(__file__), ".."))
REFERENCE = os.path.join(SOURCE, "lib", "reference")


def read(name):
    with open(os.path.join(REFERENCE, name), encoding="utf-8", newline="") as file:
        return [{key: value.strip() for key, value in row.items()} for row in csv.DictReader(file)]


def last_day(text):
    """The end of the last month, or year, that a withdrawal names."""
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    month = numbers[-1] if numbers[-1] <= 12 else 12
    year = [number for number in numbers if number > 12][-1]
    return "%04d-%02d-%02d" % (year, month, calendar.monthrange(year, month)[1])


def expected():
    """Sets of (code, name, from, until, decimals, successor), by table."""
    countries = {(row["alpha_2"], row["name"], "", "", "", "")
                 for name in ("iso3166.csv", "iso3166_reserved.csv") for row in read(name)}

    regions = {(row["nuts"], row["name"], row["from"], row["until"], "", row["successor"])
               for row in read("fr_nuts_other.csv")}
    insee_regions = set()
    names = {row["insee_region"]: row["name"] for row in read("fr_regions_insee.csv")}
    for row in read("fr_regions_nuts_insee.csv"):
        old, new = row["nuts2_2013"], row["nuts2_2016_2021"]
        if old == new:
            regions.add((old, row["nuts2_name"], "", "", "", ""))
        else:
            regions.add((old, row["nuts2_name"], "", "2017-12-31", "", new))
            regions.add((new, row["nuts2_name"], "2018-01-01", "", "", ""))
        old, new = row["insee_region_until_2015"], row["insee_region_from_2016"]
        if old == new:
            insee_regions.add((old, names[old], "", "", "", ""))
        else:
            insee_regions.add((old, row["nuts2_name"], "", "2015-12-31", "", new))
            insee_regions.add((new, names[new], "2016-01-01", "", "", ""))

    lines = {}
    for row in read("iso4217.csv"):
        if row["AlphabeticCode"]:
            lines.setdefault(row["AlphabeticCode"], []).append(row)
    currencies = set()
    for code, rows in lines.items():
        row = max(rows, key=lambda row: last_day(row["WithdrawalDate"])
                  if row["WithdrawalDate"] else "9999")
        until = last_day(row["WithdrawalDate"]) if row["WithdrawalDate"] else ""
        decimals = row["MinorUnit"] if row["MinorUnit"].isdigit() else "-1"
        currencies.add((code, row["Currency"], "", until, decimals, ""))
        # Lines of one current currency agree, or which of them is taken would matter.
        current = {(row["Currency"], row["MinorUnit"]) for row in rows
                   if not row["WithdrawalDate"]}
        assert len(current) <= 1, code
    return {"countries": countries, "regions": regions, "insee_regions": insee_regions,
            "currencies": currencies}


def compiled():
    """Lists of the same, in the order of tables.c."""
    tables = {}
    rows = None
    with open(os.path.join(REFERENCE, "tables.c"), encoding="utf-8") as file:
        for line in file:
            start = re.match(r"static const struct reference_row (\w+)\[\]", line)
            if start:
                rows = tables[start[1]] = []
            row = re.match(r'    \{\.code = "([^"]*)", \.name = "((?:[^"\\]|\\.)*)"(.*)\},$', line)
            if row:
                member = dict(re.findall(r"\.(\w+) = (-?\d+)", row[3]))
                ends = ["%04d-%02d-%02d" % tuple(int(member.pop(end + part))
                                                 for part in ("_year", "_month", "_day"))
                        if end + "_year" in member else "" for end in ("from", "until")]
                successor = re.search(r'\.successor = "(\w+)"', row[3])
                rows.append((row[1], re.sub(r"\\(.)", r"\1", row[2]), *ends,
                             member.pop("decimals", ""), successor[1] if successor else ""))
                assert not member, line
    return tables


AMOUNT = r"\.minor = (\d+)00, \.currency = \"EUR\", \.decimals = 2"


def members(text):
    """What a row of aid sets, without names and the row of its law."""
    plain = re.sub(r"\.amount = \{.*?\}", "", text)
    found = dict(re.findall(r"\.(\w+) = (\w+(?: \| \w+)*)", plain))
    amount = re.search(AMOUNT, text)
    if amount:
        found["amount"] = amount[1]
    return {key: value for key, value in found.items() if value != "0"}


def compiled_aid():
    """Lists of (row, its sentences, laws and dates), by the table of the rows."""
    with open(os.path.join(REFERENCE, "tables.c"), encoding="utf-8") as file:
        text = file.read()
    array = r"const struct %s (\w+)\[\] = \{\n(.*?)\n\};"
    between = r"(?<=\}),\n(?=    \{)"
    laws = {table: re.split(between, rows)
            for table, rows in re.findall(array % "provision", text, re.S)}
    tables = {}
    for table, rows in re.findall(array % r"aid_\w+", text, re.S):
        tables[table] = []
        for row in re.split(between, rows):
            name, index = re.search(r"&(\w+)\[(\d+)\]", row).groups()
            tables[table].append((row, laws[name][int(index)]))
    return tables


def day(date):
    return ".year = %d, .month = %d, .day = %d" % tuple(int(part) for part in date.split("-"))


def check_law(row, law):
    """What is wrong with the law of a row: its dates, citation, and the figures of its text."""
    wanted = [".start = {%s}" % day(row["from"]), ".checked = %d" % (row["checked"] == "yes"),
              row["regulation"].split()[-1], "article " + row["article"] + '"']
    if row["until"]:
        wanted.append(".end = {%s}" % day(row["until"]))
    elif ".end" in law:
        return ["an end"]
    figures = {"base": "%s%%", "amount": "%s EUR", "cap": "at most %s%%"}
    for key in ("base", "cap", "amount"):
        if row.get(key):
            wanted.append(figures[key] % row[key])
    for key in ("medium", "small", "collaboration", "dissemination", "c_area", "a_area"):
        if row.get(key):
            wanted.append("+%s %s" % (row[key], key.split("_")[0] if "area" not in key
                                      else '\\"%s\\" area' % key[0]))
    return [text for text in wanted if text not in law]


def expected_members(row):
    numbers = ("base", "medium", "small", "collaboration", "dissemination", "c_area", "a_area",
               "amount", "years")
    wanted = {key: row[key] for key in numbers if row.get(key)}
    if "regime" in row:
        wanted["regime"] = "TRANSFER_AID_DECLARATION_REGIME_" + row["regime"].upper()
        wanted["cap"] = row["cap"] or "100"
        if row["exclusive"]:
            wanted["exclusive"] = " | ".join("AID_" + name.upper()
                                             for name in row["exclusive"].split())
    else:
        wanted["what"] = "AID_" + row["what"].upper()
        if row["window"] == "rolling":
            wanted["is_rolling"] = "1"
    if row["category"]:
        wanted["category"] = "TRANSFER_RESEARCH_CATEGORY_" + row["category"].upper()
    return wanted


def gap(rows):
    """Where the rows of one thing do not follow each other day by day."""
    for before, after in zip(rows, rows[1:]):
        start = datetime.date.fromisoformat(after["from"])
        if before["until"] != str(start - datetime.timedelta(days=1)):
            return after["from"]
    return None


def check_aid():
    wrong = 0
    tables = compiled_aid()
    for table in ("aid_intensities", "aid_ceilings"):
        rows = read(table + ".csv")
        if len(rows) != len(tables[table]):
            print("%s: %d rows instead of %d" % (table, len(tables[table]), len(rows)))
            return 1
        things = {}
        for row, (text, law) in zip(rows, tables[table]):
            things.setdefault((row.get("regime") or row.get("what"), row["category"]),
                              []).append(row)
            found = members(text)
            found.pop("provision", None)
            found.pop("name", None)
            if found != expected_members(row) or check_law(row, law):
                print("%s: %s: %s %s" % (table, row, found, check_law(row, law)))
                wrong += 1
        for thing, dated in things.items():
            if gap(dated):
                print("%s: %s: a gap before %s" % (table, thing, gap(dated)))
                wrong += 1
        print("%s: %d rows" % (table, len(rows)))
    return wrong


def expected_sizes():
    """What the list of sizes says, in its order: amounts in cents, limits as in tables.c."""
    return [(row["definition"], row["class"], row["headcount_below"],
             row["turnover_up_to"] + "00", row["balance_sheet_up_to"] + "00",
             row["from"], row["until"], row["source"])
            for row in read("enterprise_sizes.csv")]


def compiled_sizes():
    """The same from tables.c."""
    with open(os.path.join(REFERENCE, "tables.c"), encoding="utf-8") as file:
        text = re.search(r"size_ceilings\[\] = \{\n(.*?)\n\};", file.read(), re.DOTALL)[1]
    rows = []
    for row in re.findall(r"    \{(.*?)\},(?:\n(?=    \{)|$)", text, re.DOTALL):
        days = re.findall(r"\{\.year = (\d+)(?:, \.month = (\d+), \.day = (\d+))?\}", row)
        rows.append((
            re.search(r"\.definition = TRANSFER_PARTNER_SIZE_DEFINITION_(\w+),", row)[1].lower(),
            re.search(r"\.size = TRANSFER_SIZE_(\w+),", row)[1].lower(),
            re.search(r"\.headcount_below = (\d+),", row)[1],
            *(re.search(r"\.%s = INT64_C\((\d+)\)," % name, row)[1]
              for name in ("turnover", "balance_sheet")),
            *("%04d-%02d-%02d" % tuple(map(int, day)) if day[0] != "0" else "" for day in days),
            re.search(r"\.source = \"([^\"]*)\"", row)[1]))
    return rows


def check_sizes():
    """Whether tables.c has the list, whose classes grow within a definition."""
    rows = expected_sizes()
    wrong = 0
    if rows != compiled_sizes():
        print("sizes: the list and tables.c differ: %s" % compiled_sizes())
        wrong += 1
    for row, after in zip(rows, rows[1:]):
        if row[0] > after[0] or (row[0] == after[0] and int(row[2]) >= int(after[2])):
            print("sizes: %s does not come before %s" % (row[:2], after[:2]))
            wrong += 1
    print("sizes: %d rows" % len(rows))
    return wrong


def main():
    wrong = check_aid() + check_sizes()
    tables = compiled()
    for table, wanted in expected().items():
        rows = tables.pop(table)
        for row in sorted(wanted.symmetric_difference(rows)):
            print("%s: %s %s" % (table, "missing" if row in wanted else "too much", row))
            wrong += 1
        codes = {row[0] for row in rows}
        for row in rows:
            if row[5] and row[5] not in codes:
                print("%s: no successor %s of %s" % (table, row[5], row[0]))
                wrong += 1
        keys = [(row[0].encode(), row[2]) for row in rows]
        if keys != sorted(set(keys)):
            print("%s: not sorted, or a row twice" % table)
            wrong += 1
        print("%s: %d rows" % (table, len(rows)))
    return 1 if wrong or tables else 0


if __name__ == "__main__":
    sys.exit(main())
