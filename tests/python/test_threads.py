"""Threads run beside each other, and neither they nor many loads do harm."""

import gc
import os
import resource
import threading
import time

import transfer
from conftest import PORTFOLIO

LOADS = int(os.environ.get("TRANSFER_TEST_LOADS", "3000"))


def resident():
    """The memory that the process has now, in bytes."""
    with open("/proc/self/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * resource.getpagesize()


def test_loads_do_not_grow():
    """Loading, reading, validating, rendering and dropping again and again needs no more memory
    than it did after the first tenth."""
    ruleset = transfer.Ruleset()
    ruleset.add_rule("acme/x", "partner", lambda record, check: check.report(found=record.name))
    begun = None
    for turn in range(LOADS):
        portfolio = transfer.loads(PORTFOLIO)
        portfolio.partners["cea"].name = "x" * 1000
        portfolio.agreements["a"].to_dict()
        portfolio.table("agreements.funders")["partner"]  # pylint: disable=expression-not-assigned
        if turn % 10 == 0:
            str(portfolio.validate(ruleset))
            transfer.Ruleset({"choice": "off"})
        if turn == LOADS // 10:
            gc.collect()
            begun = resident()
    gc.collect()
    assert resident() - begun < 4 * 1024 * 1024


def run_all(functions):
    """Runs each in a thread of its own; raises what one of them raised."""
    errors = []

    def call(function):
        try:
            function()
        except BaseException as error:  # pylint: disable=broad-except
            errors.append(error)

    threads = [threading.Thread(target=call, args=(function,)) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]


def test_threads_run_meanwhile():
    """While one thread loads or validates, Python goes on in others."""
    text = "transfer: 1\npartners:\n" + "".join(
        f"  p{number}: {{name: Partner {number}, kind: company, country: FR}}\n"
        for number in range(60000))
    turns, done = [0], threading.Event()

    def count():
        while not done.is_set():
            turns[0] += 1
            time.sleep(0.0005)

    def work():
        try:
            portfolio = transfer.loads(text)
            portfolio.validate()
            portfolio.dumps()
        finally:
            done.set()

    run_all([count, work])
    assert turns[0] > 20


def test_many_readers():
    """Many threads read and validate one portfolio, and get the same."""
    portfolio = transfer.loads(PORTFOLIO)
    expected = (portfolio.dumps(), [record.to_dict() for record in portfolio.partners.values()])

    def read():
        for _ in range(30):
            assert portfolio.validate().is_valid
            assert (portfolio.dumps(),
                    [record.to_dict() for record in portfolio.partners.values()]) == expected

    run_all([read] * 6)


def test_changes_wait_for_nobody():
    """A thread that changes what others validate is refused or succeeds, and nothing breaks."""
    portfolio = transfer.loads(PORTFOLIO)
    refused = [0]

    def change():
        for turn in range(300):
            try:
                portfolio.partners["cea"].name = f"CEA {turn}"
                portfolio.partners.add(f"x{turn}", name="X", kind="company").remove()
                portfolio.platforms["metz"].fields = [str(turn)] * 5
            except transfer.BusyError:
                refused[0] += 1

    def validate():
        for _ in range(60):
            str(portfolio.validate())
            portfolio.to_records("platforms")

    run_all([change, validate, validate])
    assert portfolio.partners["cea"].name.startswith("CEA")


def test_closing_while_others_use_it():
    """A portfolio that one thread closes raises in the others."""
    for _ in range(20):
        portfolio = transfer.loads(PORTFOLIO)
        partner = portfolio.partners["cea"]

        def use(portfolio=portfolio, partner=partner):
            try:
                while True:
                    portfolio.validate()
                    partner.to_dict()
            except transfer.ClosedError:
                pass

        def close(portfolio=portfolio):
            while not portfolio.is_closed:
                try:
                    portfolio.close()
                except transfer.BusyError:
                    pass

        run_all([use, use, close])
