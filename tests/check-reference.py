#!/usr/bin/python3
"""lib/reference/tables.c holds what Python's csv module reads in the lists, no row more or less."""

import calendar
import csv
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


def main():
    wrong = 0
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
