"""Tables hold what the records hold, exactly, and go to pandas so."""

import datetime
import decimal
from decimal import Decimal

import pytest

import transfer
from conftest import EXAMPLES, PORTFOLIO
from transfer.tables import Unreadable

pandas = pytest.importorskip("pandas")


def every_path():
    """All sections and all lists below them, to the deepest."""
    def below(path, cls):
        yield path
        for name, field in cls._fields.items():
            if field.is_list:
                target = transfer._library.lib.transfer_field_target(field.key)
                nested = transfer.records.classes.get(target)
                is_nested = field.kind == transfer._prototypes.Kind.RECORD
                yield from below(f"{path}.{name}", nested) if is_nested else [f"{path}.{name}"]
    for name, section in transfer.Portfolio().sections.items():
        yield from below(name, section.record_class)


def rows_by_hand(portfolio, path):
    """The rows of a table, record by record and field by field."""
    section, *lists = path.split(".")
    for record in getattr(portfolio, section).values():
        yield from rows_below(record, lists, [record.id])


def rows_below(record, lists, place):
    if not lists:
        cells = []
        for name, field in record._fields.items():
            if not field.is_list:
                try:
                    value = getattr(record, name)
                    cells.append(value.id if isinstance(value, transfer.Record) else value)
                except (transfer.UnreadableError, transfer.DanglingError):
                    cells.append(record.text_of(name))
        yield place + cells
        return
    items = getattr(record, lists[0])
    if isinstance(items, transfer.ValueList):
        for index, value in enumerate(items.plain()):
            yield place + [index, value]
        return
    for index, item in enumerate(items):
        yield from rows_below(item, lists[1:], place + [index])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_tables_are_what_records_are(path):
    """Each cell of each table of the examples is what the attribute of the record is."""
    portfolio = transfer.Portfolio()
    try:
        portfolio.load(path, strict=False)
    except transfer.LoadError:
        pass
    seen = 0
    for name in every_path():
        table = portfolio.table(name)
        rows = [list(row.values()) for row in table]
        assert rows == list(rows_by_hand(portfolio, name)), name
        seen += len(rows)
    assert seen > 10


def test_columns(portfolio):
    """Columns can be chosen, in any order; a misspelt one names the nearest."""
    table = portfolio.table("agreements", ["amount", "id"])
    assert list(table.columns) == ["amount", "id"] and len(table) == 1
    assert table["id"] == ["a"] and table[0]["amount"] == transfer.Amount("30000000 EUR")
    assert table.columns["amount"].kind == "amount" and table[-1] == table[0] and table[:5] == [table[0]]
    for wrong in (lambda: portfolio.table("agreements", ["amont"]), lambda: portfolio.table("agreement"),
                  lambda: portfolio.table("agreements.funder"), lambda: table["x"],
                  lambda: portfolio.table("platforms.fields.x")):
        with pytest.raises(KeyError):
            wrong()
    with pytest.raises(IndexError):
        table[1]  # pylint: disable=pointless-statement
    assert len(portfolio.table("results")) == 0 and list(portfolio.table("results.owners")) == []


def test_nested_tables(portfolio):
    """Below a list each row says where it is: the id of its record, and its index in each list."""
    portfolio.agreements["a"].funders[1].exceptions.add(rule="shares-sum", reason="x")
    table = portfolio.table("agreements.funders.exceptions", ["agreement", "funders_index", "index",
                                                             "rule"])
    assert list(table) == [{"agreement": "a", "funders_index": 1, "index": 0, "rule": "shares-sum"}]
    assert [row["fields"] for row in portfolio.table("platforms.fields")] == ["capteurs", "énergie"]


def test_pandas_is_exact(portfolio):
    """In a DataFrame amounts are Decimals beside their currency, days are dates, identifiers are
    text and what is unset is None, whatever the precision of the caller's decimal context."""
    portfolio.agreements.add("b", title="B", kind="grant", amount="more than 92233720368547758.07 EUR")
    portfolio.agreements.add("c", title="C", kind="licence")
    with decimal.localcontext() as context:
        context.prec = 2
        frame = portfolio.to_pandas("agreements")
    assert list(frame["amount"]) == [Decimal("30000000.00"), Decimal("92233720368547758.07"), None]
    assert list(frame["amount_currency"]) == ["EUR", "EUR", None]
    assert list(frame["amount_qualifier"]) == [None, "more than", None]
    assert list(frame["signed"]) == [datetime.date(2013, 12, 5), None, None]
    assert list(frame["kind"]) == ["subsidy", "grant", "licence"]
    partners = portfolio.to_pandas("partners")
    assert list(partners["siren"]) == ["775685019", None, None]
    assert "amount_qualifier" not in portfolio.to_pandas("agreements.funders")
    assert portfolio.to_pandas("results").shape[0] == 0


def test_measures():
    """A column may have amounts and quantities."""
    portfolio = transfer.loads(PORTFOLIO)
    portfolio.record.indicators = [{"name": "engineers", "value": 100},
                                   {"name": "contracts", "value": "more than 20000000 EUR"}]
    platform = portfolio.platforms["metz"]
    platform.indicators = [one.to_dict() for one in portfolio.indicators]
    assert portfolio.table("platforms.indicators")["value"] == [
        transfer.Quantity("100"), transfer.Amount("more than 20000000 EUR")]
    frame = portfolio.to_pandas("platforms.indicators")
    assert list(frame["value"]) == [Decimal(100), Decimal(20000000)]
    assert list(frame["value_currency"]) == [None, "EUR"]


def test_unreadable_values_are_kept():
    """What cannot be read stands in a table as its text, marked as such."""
    portfolio = transfer.Portfolio()
    portfolio.loads("transfer: 1\nagreements:\n  a: {title: A, kind: gift, amount: '12,5 EUR', "
                    "signed: 5/12/2013, royalty_rate: half}\n  b: {title: B, kind: grant}\n",
                    strict=False)
    table = portfolio.table("agreements")
    for name, text in (("kind", "gift"), ("amount", "12,5 EUR"), ("signed", "5/12/2013"),
                       ("royalty_rate", "half")):
        assert table[name] == [text, transfer.AgreementKind.GRANT if name == "kind" else None]
        assert isinstance(table[name][0], Unreadable)
    assert list(portfolio.to_pandas("agreements")["amount"]) == ["12,5 EUR", None]


def test_records_as_dicts(portfolio):
    """to_records() gives each record as a dict with its id, nested lists included."""
    record, = portfolio.to_records("agreements")
    assert record["id"] == "a" and record["amount"] == transfer.Amount("30000000 EUR")
    assert [one["partner"] for one in record["funders"]] == ["etat", "lorraine"]
    with pytest.raises(KeyError, match="agreements"):
        portfolio.to_records("agreement")


def test_answers_in_pandas(portfolio):
    """A sum becomes a DataFrame with ids, Decimals and currencies."""
    frame = portfolio.sum("funder", "year").to_pandas()
    assert list(frame.columns) == ["funder", "year", "committed", "committed_currency", "paid",
                                   "paid_currency"]
    assert sum(frame["committed"]) == Decimal(30000000) and list(frame["paid"]) == [None] * 6
    assert portfolio.referrers(portfolio.partners["cea"]).to_records() == [
        {"record": "metz", "field": "operator"}]
