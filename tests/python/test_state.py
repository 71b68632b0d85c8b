"""Random sequences of calls, sensible or not, never crash the interpreter, and a portfolio holds
what a plain dict holds after the same calls.

TRANSFER_TEST_EXAMPLES is the number of sequences. Those that are tried always are the same each
time; where more are wanted they are others each time.
"""

import copy
import gc
import os
import pickle

import transfer
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (Bundle, RuleBasedStateMachine, consumes, initialize, invariant,
                                 multiple, rule)

EXPECTED = (transfer.TransferError, TypeError, ValueError, LookupError, AttributeError)
IDS = st.sampled_from(["a", "b", "c", "cea", "Not An Id", "", "x" * 65, "\0", "é"])
TEXTS = st.one_of(st.sampled_from(["CEA", "1 EUR", "2013-12", "1/3", "50%", "equal", "company", "a",
                                   "more than 5 EUR", "true", "3", "2014/2016", "FR", ""]),
                  st.text(max_size=8))
VALUES = st.one_of(st.none(), TEXTS, st.integers(), st.floats(), st.booleans(), st.fractions(),
                   st.decimals(), st.dates(), st.lists(TEXTS, max_size=3),
                   st.sampled_from([transfer.Amount("1 EUR"), transfer.EQUAL, transfer.Date("2013"),
                                    transfer.Quantity("about 3"), transfer.Period("2013"),
                                    transfer.PartnerKind.COMPANY, [{"partner": "a"}], [{"no": 1}]]))
SECTIONS = st.sampled_from(list(transfer.Portfolio().sections))
FIELDS = sorted({name for cls in transfer.records.classes.values() for name in cls._fields})


def attempt(function, *arguments, **named):
    """What a call gives; None where it raises an error that a caller may expect."""
    try:
        return function(*arguments, **named)
    except EXPECTED:
        return None


class Calls(RuleBasedStateMachine):
    """Portfolios, what was taken from them, and calls in any order."""

    portfolios = Bundle("portfolios")
    records = Bundle("records")
    lists = Bundle("lists")

    def __init__(self):
        super().__init__()
        self.names = {}  # of the partners of portfolios, by id
        self.spoilt = set()  # portfolios with a text that could not be read whole

    @initialize(target=portfolios)
    def begin(self):
        """An empty portfolio."""
        return self.known(transfer.Portfolio(), {})

    def known(self, portfolio, names):
        """Remembers what a portfolio should hold."""
        self.names[id(portfolio)] = (portfolio, names)
        return portfolio

    @rule(target=portfolios)
    def load(self):
        """A loaded portfolio."""
        return self.known(transfer.loads("transfer: 1\npartners: {a: {name: A, kind: company}}"),
                          {"a": "A"})

    @rule(target=portfolios, portfolio=portfolios, how=st.sampled_from([copy.copy, copy.deepcopy,
                                                                      lambda p: pickle.loads(
                                                                          pickle.dumps(p))]))
    def copied(self, portfolio, how):
        """A copy holds the same; one that was not read whole cannot be copied."""
        made = attempt(how, portfolio)
        if made is None:
            assert id(portfolio) in self.spoilt
            return multiple()
        assert made == portfolio
        return self.known(made, dict(self.names[id(portfolio)][1]))

    @rule(target=records, portfolio=portfolios, id=IDS, name=st.sampled_from(["A", "B", "Été"]))
    def add(self, portfolio, id, name):  # pylint: disable=redefined-builtin
        """Adding a partner."""
        names = self.names[id_of(portfolio)][1]
        partner = attempt(lambda: portfolio.partners.add(id, name=name, kind="company"))
        if partner is None:
            return multiple()
        assert id not in names and partner.name == name
        names[id] = name
        return partner

    @rule(portfolio=portfolios, id=IDS)
    def remove(self, portfolio, id):  # pylint: disable=redefined-builtin
        """Removing a partner."""
        names = self.names[id_of(portfolio)][1]
        try:
            del portfolio.partners[id]
            del names[id]
        except (KeyError, transfer.ClosedError):
            assert portfolio.is_closed or id not in names

    @rule(target=records, portfolio=portfolios, section=SECTIONS, id=IDS)
    def get(self, portfolio, section, id):  # pylint: disable=redefined-builtin
        """Records that are there, or added."""
        if section != "partners":
            attempt(lambda: getattr(portfolio, section).add(id))
        found = attempt(lambda: getattr(portfolio, section)[id])
        return multiple() if found is None else found

    @rule(record=records, field=st.sampled_from(FIELDS))
    def read(self, record, field):
        """Reading any field."""
        value = attempt(getattr, record, field)
        repr(value)
        if isinstance(value, transfer.Record):
            repr(attempt(value.to_dict))

    @rule(record=records, field=st.sampled_from(FIELDS), value=VALUES)
    def write(self, record, field, value):
        """Writing any value to any field but what the dict mirrors."""
        if not (isinstance(record, transfer.Partner) and field in ("name", "kind")):
            attempt(setattr, record, field, value)

    @rule(record=records, other=records, field=st.sampled_from(FIELDS))
    def refer(self, record, other, field):
        """Referring to any record, of this portfolio or of another."""
        if not (isinstance(record, transfer.Partner) and field in ("name", "kind")):
            attempt(setattr, record, field, other)

    @rule(target=lists, record=records, field=st.sampled_from(FIELDS))
    def take_list(self, record, field):
        """Lists."""
        found = attempt(getattr, record, field)
        return found if isinstance(found, (transfer.RecordList, transfer.ValueList)) else multiple()

    @rule(items=lists, index=st.integers(-3, 3), value=VALUES,
          call=st.sampled_from(["get", "set", "del", "append", "add", "clear", "insert", "list"]))
    def use_list(self, items, index, value, call):
        """Using a list in any way."""
        calls = {"get": lambda: items[index], "set": lambda: items.__setitem__(index, value),
                 "del": lambda: items.__delitem__(index), "append": lambda: items.append(value),
                 "add": items.add if hasattr(items, "add") else len, "clear": items.clear,
                 "insert": lambda: items.insert(index, value), "list": lambda: list(items)}
        attempt(calls[call])
        repr(items)

    @rule(target=records, items=lists)
    def nested(self, items):
        """A nested record."""
        found = attempt(lambda: items[0])
        return found if isinstance(found, transfer.Record) else multiple()

    @rule(record=records, call=st.sampled_from(["container", "extras", "is_removed", "id"]))
    def look(self, record, call):
        """Attributes that all records have."""
        repr(attempt(getattr, record, call))
        attempt(hash, record)

    @rule(record=records)
    def drop_nested(self, record):
        """Removing any record but partners."""
        if not isinstance(record, transfer.Partner):
            attempt(record.remove)
            attempt(record.remove)

    @rule(record=records, other=records)
    def compare(self, record, other):
        """Comparing any two."""
        assert (record == other) == (other == record)
        attempt(sorted, [record, other])

    @rule(portfolio=portfolios)
    def validate(self, portfolio):
        """Validating, with rules of one's own that read and try to change."""
        ruleset = transfer.Ruleset()

        @ruleset.rule("acme/x", "partner")
        def own(record, check):
            check.report(field="name", found=record.name)
            try:
                record.name = "changed"
            except transfer.BusyError:
                return
            raise AssertionError("a rule changed its portfolio")

        report = attempt(portfolio.validate, ruleset)
        if report is not None:
            str(report)
            repr(list(report))
        assert own

    @rule(portfolio=portfolios, section=SECTIONS)
    def tabulate(self, portfolio, section):
        """Tables."""
        table = attempt(portfolio.table, section)
        if table is not None:
            assert len(list(table)) == len(table) == len(getattr(portfolio, section))

    @rule(portfolio=portfolios)
    def ask(self, portfolio):
        """Sums."""
        repr(attempt(lambda: list(portfolio.sum("funder", "year", "agreement"))))

    @rule(portfolio=portfolios, text=st.text(max_size=30))
    def load_more(self, portfolio, text):
        """Loading rubbish into it leaves what was there."""
        self.spoilt.add(id(portfolio))
        attempt(portfolio.loads, text)
        attempt(portfolio.loads, "transfer: 1\nprojects: {p: {title: " + text)

    @rule(portfolio=consumes(portfolios))
    def close(self, portfolio):
        """Closing."""
        portfolio.close()
        del self.names[id(portfolio)]

    @rule(portfolio=consumes(portfolios))
    def forget(self, portfolio):
        """Forgetting a portfolio, which its records keep alive."""
        del self.names[id(portfolio)]
        del portfolio
        gc.collect()

    @invariant()
    def holds_what_the_dict_holds(self):
        """The partners are those of the dict."""
        for portfolio, names in self.names.values():
            assert {partner.id: partner.name for partner in portfolio.partners.values()} == names


id_of = id
USUAL = 60
EXAMPLES = int(os.environ.get("TRANSFER_TEST_EXAMPLES", USUAL))
Calls.TestCase.settings = settings(max_examples=EXAMPLES, stateful_step_count=40, deadline=None,
                                   suppress_health_check=list(HealthCheck), database=None,
                                   derandomize=EXAMPLES <= USUAL)
TestCalls = Calls.TestCase
