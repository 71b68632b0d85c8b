"""Values are exact, refuse what is not, and go to text and back."""

import copy
import datetime
import decimal
import pickle
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import transfer
from transfer import Amount, Date, Period, Qualifier, Quantity, Share

CENTS = st.integers(-2**63 + 1, 2**63 - 1)


@given(CENTS, st.sampled_from(["EUR", "JPY", "KWD"]), st.sampled_from(list(Qualifier)))
def test_amounts_are_exact(minor, currency, qualifier):
    """An amount of any size is the same after its text, its Decimal, a pickle and a copy."""
    decimals = {"EUR": 2, "JPY": 0, "KWD": 3}[currency]
    value = Decimal(f"{minor}E-{decimals}")
    with decimal.localcontext() as context:
        context.prec = 3
        amount = Amount(value, currency, qualifier)
        assert amount.value == value and amount.minor == minor
    assert (amount.currency, amount.qualifier) == (currency, qualifier)
    for other in (Amount(str(amount)), pickle.loads(pickle.dumps(amount)), copy.deepcopy(amount)):
        assert other == amount and hash(other) == hash(amount)
    assert eval(repr(amount), {"Amount": Amount}) == amount  # pylint: disable=eval-used


@given(CENTS, CENTS)
def test_sums_are_exact_or_refused(a, b):
    """Two amounts make what integers make, or a RangeError where that does not fit."""
    one, other = (Amount(Decimal(f"{minor}E-2"), "EUR") for minor in (a, b))
    for expected, combine in ((a + b, lambda: one + other), (a - b, lambda: one - other)):
        if abs(expected) < 2**63:
            assert combine().minor == expected
        else:
            with pytest.raises(transfer.RangeError):
                combine()
    assert (one < other) == (a < b) and (one >= other) == (a >= b)


@given(st.integers(-10**12, 10**12), st.lists(st.integers(0, 10**6), min_size=1, max_size=9))
def test_parts_sum_to_the_whole(minor, weights):
    """What is divided, apportioned or split sums to what it was, to the cent."""
    whole = Amount(Decimal(f"{minor}E-2"), "EUR")
    assert sum(whole.divide(len(weights))) == whole
    if any(weights):
        assert sum(whole.apportion(weights)) == whole
        shares = [Fraction(weight, sum(weights)) for weight in weights]
        assert sum(whole.split(shares)) == whole
    assert sum(whole.split(["1/3", transfer.REST])) == whole


def test_multiples_and_parts():
    """A multiple is exact, and a part rounded to the cent, halves away from zero."""
    amount = Amount("0.05 EUR")
    assert amount * 3 == 3 * amount == Amount("0.15 EUR")
    assert amount * Fraction(1, 2) == Amount("0.03 EUR")
    assert amount * Decimal("-0.5") == Amount("-0.03 EUR")
    assert Amount("1 EUR") / Amount("3 EUR") == Fraction(1, 3)
    assert -amount == Amount("-0.05 EUR") and abs(-amount) == amount
    assert amount and not Amount("0 EUR")


@pytest.mark.parametrize("wrong", [
    lambda: Amount(1.5, "EUR"), lambda: Amount(True, "EUR"), lambda: Amount(1),
    lambda: Amount("1 EUR") * 1.5, lambda: Amount("1 EUR") / 2, lambda: Amount("1 EUR") + 1,
    lambda: Amount("1 EUR") < 1, lambda: Quantity(1.5), lambda: Share(0.5), lambda: Date(2013),
    lambda: Amount("1 EUR").apportion([1.5]), lambda: Amount("1 EUR").split([0.5]),
    lambda: Period(datetime.datetime(2014, 1, 1), None)])
def test_wrong_types(wrong):
    """A float, or anything else that is not exact or not alike, is a TypeError."""
    with pytest.raises(TypeError):
        wrong()


@pytest.mark.parametrize("wrong", [
    lambda: Amount("1,50 EUR"), lambda: Amount("1.234 EUR"), lambda: Amount("1 XYZ"),
    lambda: Amount("1 €"), lambda: Amount(Decimal("NaN"), "EUR"), lambda: Amount("1 EUR\0"),
    lambda: Amount("1 EUR", "EUR"), lambda: Share("-1/2"), lambda: Share("equal"),
    lambda: Share(Fraction(-1, 2)), lambda: Date("2013-02-30"), lambda: Date("13/12/2013"),
    lambda: Period("2016/2014x"), lambda: Quantity("1e3"), lambda: Amount("1 EUR").divide(0),
    lambda: Amount("1 EUR").split(["60%", "60%"]), lambda: Amount("1 EUR").apportion([0])])
def test_wrong_spellings(wrong):
    """What is not a value of its kind is a ValueError."""
    with pytest.raises(ValueError):
        wrong()


def test_currencies_do_not_mix():
    """Two currencies are neither added nor compared, and are not equal."""
    euro, dollar = Amount("1 EUR"), Amount("1 USD")
    for combine in (lambda: euro + dollar, lambda: euro - dollar, lambda: euro < dollar,
                    lambda: euro / dollar, lambda: euro.is_above(dollar)):
        with pytest.raises(transfer.CurrencyError):
            combine()
    assert euro != dollar


def test_bounds_stay_bounds():
    """Qualified amounts are added as intervals, and are certain only where they are."""
    assert Amount("more than 2 EUR") + Amount("1 EUR") == Amount("more than 3 EUR")
    assert Amount("more than 2 EUR").is_above(Amount("2 EUR"))
    assert not Amount("about 5 EUR").is_above(Amount("2 EUR"))
    assert Amount("2 EUR") < Amount("more than 2 EUR") < Amount("3 EUR")


@given(st.dates())
def test_days_are_dates(day):
    """A whole day is a datetime.date, and equal to the Date of its text."""
    date = Date(day)
    assert date == day and hash(date) == hash(day) and date.first == date.last == day
    period = Period(day, None)
    assert period.start == day and period.end is None and Period(str(period)) == period


@pytest.mark.parametrize("text", ["2013", "2013-12", "2013-12-05?", "2013~",
                                  "before 2013", "after 2013-12"])
def test_partial_dates(text):
    """A partial or doubtful date keeps what it says through its text, a pickle and a copy."""
    date = Date(text)
    assert str(date) == text and pickle.loads(pickle.dumps(date)) == date == copy.copy(date)
    assert date.year == 2013


def test_shares_are_fractions():
    """A share is a Fraction that keeps how it was written."""
    share = Share("33.33%")
    assert share == Fraction(3333, 10000) and str(share) == "33.33%" and share.is_percent
    assert sum([Share("1/3")] * 3) == 1 and hash(Share("50%")) == hash(Fraction(1, 2))
    assert pickle.loads(pickle.dumps(share)) == share and str(copy.deepcopy(share)) == "33.33%"


def test_values_cannot_be_changed():
    """No attribute of a value can be set."""
    for value in (Amount("1 EUR"), Quantity("1"), Date("2013"), Period("2013")):
        with pytest.raises(AttributeError):
            value.year = 1


def test_match():
    """Values and records can be taken apart by position."""
    assert Amount.__match_args__ == ("value", "currency", "qualifier")
    assert transfer.Partner.__match_args__ == ("id",)
