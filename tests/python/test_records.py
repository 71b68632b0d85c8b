"""Records are read and written as attributes, and refuse what they cannot hold."""

import copy
import datetime
import inspect
import pickle
from collections.abc import Mapping, MutableSequence, Sequence
from decimal import Decimal
from fractions import Fraction

import pytest

import transfer
from transfer import model


def test_values_of_fields(portfolio):
    """Each kind of field gives its Python type, and None where it is unset."""
    agreement = portfolio.agreements["a"]
    assert agreement.title == "Installation" and agreement.kind is transfer.AgreementKind.SUBSIDY
    assert agreement.signed == datetime.date(2013, 12, 5)
    assert agreement.amount == transfer.Amount("30000000 EUR")
    assert agreement.period == transfer.Period("2014/2016")
    assert [one.share for one in agreement.funders] == [Fraction(1, 2), Fraction(1, 2)]
    assert [str(one.share) for one in agreement.funders] == ["1/2", "50%"]
    assert agreement.reference is None and agreement.eligible_costs is None
    platform = portfolio.platforms["metz"]
    assert platform.operator == portfolio.partners["cea"]
    assert list(platform.fields) == ["capteurs", "énergie"] and platform.latitude == Decimal("49.12")
    assert portfolio.partners["lorraine"].closed == transfer.Date("2015-12")
    assert portfolio.title == "Three partners"


def test_every_field_is_an_attribute():
    """All types, fields and choices that the library has are classes, attributes and enumerations
    with its documentation."""
    for number, cls in transfer.records.classes.items():
        assert cls.__name__ in model.__all__ and inspect.getdoc(cls)
        count = transfer._library.lib.transfer_type_field_count(number)
        assert len(cls._fields) == count
        for name, field in cls._fields.items():
            assert getattr(cls, name) is field and field.__doc__ and name in dir(cls)


def test_wrong_names(portfolio):
    """A misspelt field, section or id is an error that names the nearest."""
    partner = portfolio.partners["cea"]
    with pytest.raises(AttributeError):
        partner.nam  # pylint: disable=pointless-statement
    with pytest.raises(AttributeError, match="did you mean 'name'"):
        partner.nam = "x"
    with pytest.raises(AttributeError, match="did you mean 'name'"):
        partner.update(nam="x")
    with pytest.raises(KeyError, match="did you mean 'cea'"):
        portfolio.partners["ceaa"]  # pylint: disable=pointless-statement
    with pytest.raises(AttributeError):
        portfolio.partnerz  # pylint: disable=pointless-statement


@pytest.mark.parametrize("field, value, error", [
    ("amount", 12.5, TypeError), ("amount", Decimal("12.5"), TypeError),
    ("amount", "12,5 EUR", transfer.SpellingError), ("title", 3, TypeError),
    ("title", "a\0b", transfer.SpellingError), ("title", "\ud800", transfer.SpellingError),
    ("title", "x" * 70000, transfer.RangeError), ("kind", "subsidie", transfer.SpellingError),
    ("kind", transfer.PartnerKind.COMPANY, TypeError), ("signed", "5/12/2013", ValueError),
    ("signed", datetime.datetime(2013, 12, 5), TypeError), ("project", "No Id", ValueError),
    ("project", 3, TypeError), ("url", "ftp://x", ValueError), ("funders", "etat", TypeError),
    ("funders", [{"partner": "etat", "share": 0.5}], TypeError), ("programmes", "x", TypeError)])
def test_wrong_values(portfolio, field, value, error):
    """What a field cannot hold is refused with its place, and nothing is changed."""
    agreement = portfolio.agreements["a"]
    before = portfolio.dumps()
    with pytest.raises(error, match=field):
        setattr(agreement, field, value)
    assert portfolio.dumps() == before


def test_update_is_all_or_nothing(portfolio):
    """Where one of several fields cannot be set, none is."""
    before = portfolio.dumps()
    agreement = portfolio.agreements["a"]
    with pytest.raises(TypeError):
        agreement.update(title="x", funders=[{"partner": "cea"}], programmes=["p"], amount=1.5)
    with pytest.raises(transfer.SpellingError):
        portfolio.partners.add("new", name="x", kind="nonsense")
    with pytest.raises(TypeError):
        agreement.funders.add(partner="cea", share=0.1)
    assert portfolio.dumps() == before


def test_lists(portfolio):
    """Lists of values are mutable sequences, and lists of records are sequences with add()."""
    platform = portfolio.platforms["metz"]
    fields = platform.fields
    assert isinstance(fields, MutableSequence)
    fields.append("b")
    fields.insert(1, "a")
    fields[0] = "z"
    assert fields == ["z", "a", "énergie", "b"] and fields[-1] == "b" and fields[1:3] == ["a", "énergie"]
    del fields[1:3]
    fields += ["c"]
    fields.reverse()
    assert list(platform.fields) == ["c", "b", "z"] and "b" in fields and fields.index("z") == 2
    with pytest.raises(IndexError):
        fields[3]  # pylint: disable=pointless-statement
    with pytest.raises(TypeError):
        fields.append(3)
    platform.fields = None
    assert not fields and platform.fields == []
    funders = portfolio.agreements["a"].funders
    assert isinstance(funders, Sequence) and len(funders) == 2
    added = funders.add(partner=portfolio.partners["cea"], share="1/4")
    assert funders[2] == added and added.container == portfolio.agreements["a"] and added.id is None
    del funders[0]
    assert funders[-1] == added and added.partner.id == "cea"
    portfolio.agreements["a"].funders = [{"partner": "cea", "share": transfer.REST}, added]
    assert [one.partner.id for one in funders] == ["cea", "cea"]


def test_sections(portfolio):
    """Sections are mappings, in the order of the file."""
    partners = portfolio.partners
    assert isinstance(partners, Mapping) and list(partners) == ["cea", "etat", "lorraine"]
    assert len(partners) == 3 and "cea" in partners and "x" not in partners and 3 not in partners
    assert partners.get("x") is None and partners.get("\0") is None
    assert [id for id, _ in partners.items()] == list(partners)
    assert sorted(partners.values(), reverse=True)[0].id == "lorraine"
    with pytest.raises(transfer.ExistsError):
        partners.add("cea")
    with pytest.raises(transfer.SpellingError):
        partners.add("Région Lorraine")
    del partners["lorraine"]
    assert "lorraine" not in partners
    with pytest.raises(transfer.DanglingError) as caught:
        portfolio.agreements["a"].funders[1].partner  # pylint: disable=expression-not-assigned
    assert caught.value.id == "lorraine"
    assert portfolio.agreements["a"].funders[1].reference_of("partner") == "lorraine"


def test_identity(portfolio):
    """Two objects of one record are equal, have one hash, and differ from all others."""
    a, b = portfolio.partners["cea"], portfolio.platforms["metz"].operator
    assert a == b and hash(a) == hash(b) and a is not b and len({a, b}) == 1
    assert a != portfolio.partners["etat"] and a != copy.deepcopy(portfolio).partners["cea"]


def test_removed_and_closed(portfolio):
    """A removed record and a closed portfolio raise whatever is asked of them."""
    agreement = portfolio.agreements["a"]
    funder = agreement.funders[0]
    agreement.remove()
    assert agreement.is_removed and funder.is_removed and "removed" in repr(agreement)
    for use in (lambda: agreement.title, lambda: setattr(agreement, "title", "x"),
                lambda: funder.partner, lambda: agreement.funders, agreement.remove,
                agreement.to_dict, lambda: agreement.rename("b"), lambda: agreement.extras["x"]):
        with pytest.raises(transfer.RemovedError):
            use()
    partner, section, lists = portfolio.partners["cea"], portfolio.partners, \
        portfolio.platforms["metz"].fields
    portfolio.close()
    portfolio.close()
    for use in (lambda: partner.name, lambda: section["cea"], lambda: lists[0], lambda: len(lists),
                portfolio.dumps, portfolio.validate, lambda: portfolio.partners,
                lambda: portfolio.loads("transfer: 1"), lambda: partner.id,
                lambda: partner.is_removed, lambda: list(section)):
        with pytest.raises(transfer.ClosedError):
            use()
    assert "closed" in repr(partner) and "closed" in repr(portfolio) and "closed" in repr(section)


def test_rename(portfolio):
    """A renamed record keeps its references."""
    portfolio.partners["cea"].rename("cea-tech")
    assert portfolio.platforms["metz"].reference_of("operator") == "cea-tech"
    with pytest.raises(transfer.ExistsError):
        portfolio.partners["etat"].rename("lorraine")


def test_copies(portfolio):
    """A copied or pickled record is the same record of a copied portfolio; together they stay
    together."""
    funder = portfolio.agreements["a"].funders[1]
    assert copy.copy(funder) is funder
    other, whole = pickle.loads(pickle.dumps((funder, portfolio)))
    assert whole == portfolio and other.portfolio is whole and other == whole.agreements["a"].funders[1]
    deep = copy.deepcopy({"f": funder, "p": portfolio})
    assert deep["f"].portfolio is deep["p"] and deep["p"] == portfolio
    deep["p"].title = "other"
    assert deep["p"] != portfolio


def test_unreadable(portfolio):
    """A text that is no value of its kind raises with the text, and text_of() gives it."""
    with pytest.raises(transfer.LoadError) as caught:
        transfer.loads("transfer: 1\npartners: {a: {name: A, kind: firm, founded: 2013-13}}")
    partner = caught.value.portfolio.partners["a"]
    for field, text in (("kind", "firm"), ("founded", "2013-13")):
        with pytest.raises(transfer.UnreadableError) as unreadable:
            getattr(partner, field)
        assert unreadable.value.text == text == partner.text_of(field) == partner.to_dict()[field]
    assert partner.text_of("city") is None and portfolio.partners["cea"].text_of("siren") == "775685019"


def test_extras(portfolio):
    """Keys of one's own hold YAML, and only they can be set."""
    extras = portfolio.partners["cea"].extras
    extras["x_tags"] = "[a, b]"
    assert dict(extras) and "x_tags" in portfolio.dumps()
    with pytest.raises(ValueError):
        extras["tags"] = "a"
    with pytest.raises(transfer.SpellingError):
        extras["x_bad"] = "[a"
    del extras["x_tags"]
    assert not extras


def test_no_record_without_portfolio():
    """Records are made by their portfolio alone."""
    with pytest.raises(TypeError):
        transfer.Partner()


def test_keyword_fields(portfolio):
    """A field whose name is a word of Python has "_" behind it."""
    owner = portfolio.partners["cea"].ownership.add(owner="etat", share="100%", from_="2010")
    assert owner.from_ == transfer.Date("2010") and owner.to_dict()["from_"] == owner.from_


def test_match_statement(portfolio):
    """Records can be matched by class and fields."""
    source = """
match record:
    case transfer.Partner(kind=transfer.PartnerKind.STATE, name=name):
        found = name
"""
    scope = {"record": portfolio.partners["etat"], "transfer": transfer}
    try:
        code = compile(source, "match", "exec")
    except SyntaxError:
        pytest.skip("this Python has no match statement")
    exec(code, scope)  # pylint: disable=exec-used
    assert scope["found"] == "État français"
