"""Portfolios are loaded, saved, validated and asked, and say what is wrong."""

import os
import pickle

import pytest

import transfer
from conftest import EXAMPLES, PORTFOLIO


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_rebuilt_examples_give_the_same_bytes(path):
    """A portfolio that is built anew in Python from what Python reads of an example has the same
    canonical text, byte for byte."""
    portfolio = transfer.Portfolio()
    try:
        portfolio.load(path)
    except transfer.LoadError:
        assert path.name == "broken.yaml"
        return
    built = transfer.Portfolio()
    built.record.update(**portfolio.record.to_dict())
    for name, section in portfolio.sections.items():
        for record in section.values():
            getattr(built, name).add(record.id, **record.to_dict())
            for key, yaml in record.extras.items():
                getattr(built, name)[record.id].extras[key] = yaml
    assert built.dumps() == portfolio.dumps() and built == portfolio


def test_load_errors(tmp_path):
    """A file with errors raises with its report and what could be read; a missing one is an
    OSError; without strict only a file that cannot be read to its end raises."""
    with pytest.raises(FileNotFoundError) as missing:
        transfer.load(tmp_path / "none.yaml")
    assert missing.value.filename == str(tmp_path / "none.yaml")
    bad = tmp_path / "bad.yaml"
    bad.write_text("transfer: 1\npartners: {a: {name: A, kind: firm}}\n")
    with pytest.raises(transfer.LoadError, match="bad.yaml: 1 error") as caught:
        transfer.load(bad)
    assert [one.rule for one in caught.value.report] == ["choice"]
    assert caught.value.portfolio.partners["a"].name == "A"
    assert len(transfer.load(bad, strict=False).report.errors) == 1
    with pytest.raises(transfer.LoadError):
        transfer.loads("transfer: 1\npartners: {a: [", strict=False)


def test_errors_cross_processes():
    """An error that carries a report can be pickled, with its diagnostics."""
    with pytest.raises(transfer.LoadError) as caught:
        transfer.loads("transfer: 1\npartners: {a: {name: A, kind: firm}}")
    copied = pickle.loads(pickle.dumps(caught.value))
    assert str(copied) == str(caught.value) and list(copied.report) == list(caught.value.report)


def test_save(tmp_path, portfolio):
    """Files are saved to where they came from; comments and changes on disk are not lost."""
    with pytest.raises(transfer.SaveError, match="give a path"):
        portfolio.save()
    path = tmp_path / "p.yaml"
    portfolio.save(path)
    loaded = transfer.load(path)
    assert loaded == portfolio and loaded.files[0].name == str(path)
    loaded.partners["cea"].name = "CEA Tech"
    loaded.save()
    assert transfer.load(path).partners["cea"].name == "CEA Tech"
    path.write_text(path.read_text() + "# more\n")
    with pytest.raises(transfer.SaveError, match="changed"):
        loaded.save()
    loaded.save(overwrite=True)
    path.write_text("transfer: 1 # comment\n")
    commented = transfer.load(path)
    assert commented.files[0].has_comments
    with pytest.raises(transfer.SaveError, match="comments"):
        commented.save()
    commented.save(drop_comments=True)
    with pytest.raises(OSError):
        portfolio.save(tmp_path / "none" / "p.yaml")


def test_several_files(tmp_path):
    """Several files make one portfolio, and each keeps its own records."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(
            f"transfer: 1\npartners: {{{name}: {{name: {name}, kind: company}}}}\n")
    portfolio = transfer.load(tmp_path)
    assert list(portfolio.partners) == ["a", "b"]
    assert [os.path.basename(file.name) for file in portfolio.files] == ["a.yaml", "b.yaml"]
    assert "b:" not in portfolio.files[0].dumps()
    copied = pickle.loads(pickle.dumps(portfolio))
    assert [file.dumps() for file in copied.files] == [file.dumps() for file in portfolio.files]


def test_report(portfolio):
    """A report is a sequence of diagnostics with all parts, and can be shown as text and HTML."""
    portfolio.agreements["a"].funders[1].share = "49.99%"
    report = portfolio.validate()
    assert [one.rule for one in report] == ["shares-sum"] and not report.is_valid
    found = report[0]
    assert found.severity is transfer.Severity.ERROR and found.record == "a"
    assert found.pointer == "/agreements/a/funders/1/share" and "1/10000" in found.message
    assert "manque" in found.message_fr and found.related[0].message
    assert "shares-sum" in str(report) and report[:] == [found] == report.errors
    assert "shares-sum" in report.render("json") and "erreur" in report.render(language="fr")
    with pytest.raises(transfer.ValidationError) as caught:
        report.raise_for_errors()
    assert caught.value.report is report
    with pytest.raises(IndexError):
        report[1]  # pylint: disable=pointless-statement
    with pytest.raises(ValueError):
        report.render("xml")


def test_html_is_escaped():
    """What stands in a file cannot become markup in a notebook."""
    evil = "<script>alert(1)</script>&"
    with pytest.raises(transfer.LoadError) as caught:
        transfer.loads(f"transfer: 1\npartners: {{a: {{name: A, kind: '{evil}'}}}}")
    shown = caught.value.report._repr_html_()
    assert "<script>" not in shown and "&lt;script&gt;" in shown
    portfolio = transfer.loads(f"transfer: 1\npartners: {{a: {{name: '{evil}', kind: company}}}}")
    shown = portfolio.table("partners")._repr_html_()
    assert "<script>" not in shown and "&lt;script&gt;" in shown


def test_check_finds_all(tmp_path):
    """check() gives what reading finds and what validating finds, each once."""
    path = tmp_path / "p.yaml"
    path.write_text(PORTFOLIO.replace("50%", "40%").replace("kind: state", "kind: sate"))
    report = transfer.check(path)
    assert [one.rule for one in report] == ["choice", "shares-sum"]


def test_questions(portfolio):
    """Sums and lists name records, and calculations have their steps."""
    rows = portfolio.sum("funder", "year")
    assert [(row.funder.id, row.year, str(row.committed)) for row in rows][:2] == [
        ("etat", 2014, "5000000 EUR"), ("etat", 2015, "5000000 EUR")]
    assert sum(row.committed for row in rows) == portfolio.agreements["a"].amount
    assert portfolio.sum("funder").to_records() == [
        {"funder": name, "committed": transfer.Amount("15000000 EUR"), "paid": None}
        for name in ("etat", "lorraine")]
    with pytest.raises(ValueError):
        portfolio.sum("month")
    referrers = portfolio.referrers(portfolio.partners["cea"])
    assert [(row.record.id, row.field) for row in referrers] == [("metz", "operator")]
    assert {record.id for record in portfolio.in_force("2015-01-01").records} == {"a"}
    assert [row.role for row in portfolio.platform_partners(portfolio.platforms["metz"])] == ["operator"]
    assert not portfolio.platform_agreements(portfolio.platforms["metz"])
    size = portfolio.size_class(portfolio.partners["cea"])
    assert size.result is None and size.steps[-1].text.startswith("not known")
    portfolio.partners["cea"].update(accounts=[{"year": 2013, "headcount": 9,
                                                "turnover": "1 EUR", "balance_sheet": "1 EUR"}])
    assert portfolio.size_class(portfolio.partners["cea"]).result is transfer.Size.MICRO
    used, left = portfolio.de_minimis(portfolio.partners["cea"], "2014-06-01").result
    assert (str(used), str(left)) == ("0 EUR", "200000 EUR")
    with pytest.raises(TypeError):
        portfolio.size_class(portfolio.platforms["metz"])
    with pytest.raises(ValueError, match="another portfolio"):
        portfolio.size_class(transfer.loads(PORTFOLIO).partners["cea"])


def test_limits():
    """A limit on records stops the load with a diagnostic."""
    portfolio = transfer.Portfolio()
    portfolio.set_limit(records=2)
    with pytest.raises(transfer.LoadError):
        portfolio.loads(PORTFOLIO)
    with pytest.raises(ValueError):
        portfolio.set_limit(records=0)


def test_portfolio_is_kept_alive():
    """A record keeps its portfolio alive."""
    partner = transfer.loads(PORTFOLIO).partners["cea"]
    assert partner.name == "CEA" and partner.portfolio.partners["etat"].name == "État français"


def test_repr(portfolio):
    """Everything can be looked at."""
    shown = repr([portfolio, portfolio.partners, portfolio.partners["cea"], portfolio.report,
                  portfolio.partners.values(), portfolio.agreements["a"].funders,
                  portfolio.files[0], portfolio.sum(), portfolio.table("partners"),
                  transfer.rules, transfer.Ruleset()])
    assert "'cea' name='CEA'" in shown and "3 partners" in shown
