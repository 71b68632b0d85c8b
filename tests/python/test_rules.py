"""Rules can be read, switched off, and written in Python."""

import pytest

import transfer
from conftest import PORTFOLIO


def test_rules_can_be_read():
    """Every rule has its texts in both languages; a misspelt one names the nearest."""
    for rule in transfer.rules.values():
        assert rule.title and rule.title_fr and rule.explanation and rule.source
    assert any(rule.provisions for rule in transfer.rules.values())
    with pytest.raises(KeyError, match="did you mean 'shares-sum'"):
        transfer.rules["share-sum"]  # pylint: disable=expression-not-assigned


def test_rulesets(tmp_path, portfolio):
    """A rule set switches rules off, from Python or from a file, with errors for what is unknown."""
    portfolio.agreements["a"].funders[1].share = "40%"
    assert not portfolio.validate().is_valid
    assert portfolio.validate(transfer.Ruleset({"shares-sum": "off"})).is_valid
    ruleset = transfer.Ruleset.loads("transfer: 1\nrules: {shares-sum: warning}\n")
    assert ruleset["shares-sum"] is transfer.Severity.WARNING
    assert [one.severity.name for one in portfolio.validate(ruleset)] == ["WARNING"]
    for wrong in (lambda: ruleset["share-sum"], lambda: transfer.Ruleset({"nothing": "off"})):
        with pytest.raises(KeyError):
            wrong()
    with pytest.raises(ValueError):
        ruleset["shares-sum"] = "loud"
    path = tmp_path / "rules.yaml"
    path.write_text("transfer: 1\nrules: {share-sum: off}\n")
    with pytest.raises(transfer.RulesetError, match="shares-sum") as caught:
        transfer.Ruleset.load(path)
    assert caught.value.report
    with pytest.raises(FileNotFoundError):
        transfer.Ruleset.load(tmp_path / "none.yaml")


def test_own_rules(portfolio):
    """A function is a rule like any other: it reports, skips, and is counted."""
    ruleset = transfer.Ruleset()
    seen = []

    @ruleset.rule("acme/short", "partner", severity="note")
    def short(record, check):
        seen.append((record.id, check.as_of))
        if record.country is None:
            check.skip("missing")
        elif len(record.name) < 4:
            check.report("too short", field="name", found=record.name, severity="error")

    report = portfolio.validate(ruleset, as_of="2014-01-01")
    assert [one[0] for one in seen] == ["cea", "etat", "lorraine"]
    assert str(seen[0][1]) == "2014-01-01"
    assert [(one.rule, one.found, one.severity.name) for one in report.errors] == [
        ("acme/short", "CEA", "ERROR")]
    assert short and "acme/short" in repr(ruleset)
    with pytest.raises(transfer.ExistsError):
        ruleset.add_rule("acme/short", "partner", short)
    with pytest.raises(transfer.SpellingError):
        ruleset.add_rule("short", "partner", short)
    with pytest.raises(ValueError):
        ruleset.add_rule("acme/x", "partnerz", short)


def test_exceptions_arrive(portfolio):
    """What a rule of one's own raises is raised by validate(), and nothing is left behind."""
    ruleset = transfer.Ruleset()

    @ruleset.rule("acme/raise", "partner")
    def fail(record, check):
        raise LookupError(record.id)

    for _ in range(3):
        with pytest.raises(LookupError, match="cea"):
            portfolio.validate(ruleset)
    assert fail and portfolio.validate().is_valid
    portfolio.partners["cea"].name = "changed"


@pytest.mark.parametrize("change", [
    lambda p, r: setattr(p.partners["cea"], "name", "x"), lambda p, r: p.partners["cea"].remove(),
    lambda p, r: p.close(), lambda p, r: p.loads("transfer: 1"), lambda p, r: p.partners.add("n"),
    lambda p, r: p.platforms["metz"].fields.append("x"), lambda p, r: p.partners["cea"].rename("y"),
    lambda p, r: p.agreements["a"].funders.add(), lambda p, r: r.add_rule("acme/y", "partner", len),
    lambda p, r: r.__setitem__("choice", "off"), lambda p, r: p.set_limit(records=3),
    lambda p, r: p.partners["cea"].extras.__setitem__("x_a", "1")])
def test_changes_are_refused_while_validating(portfolio, change):
    """A rule of one's own cannot change what is being validated, and reading works."""
    ruleset = transfer.Ruleset()
    before = portfolio.dumps()

    @ruleset.rule("acme/change", "platform")
    def rule(record, check):
        assert record.operator.name == "CEA" and portfolio.validate().is_valid
        change(portfolio, ruleset)

    with pytest.raises(transfer.BusyError):
        portfolio.validate(ruleset)
    assert rule and portfolio.dumps() == before


def test_a_check_ends_with_its_call(portfolio):
    """A check that was kept is refused afterwards, and so are wrong fields, items and reasons."""
    kept, ruleset = [], transfer.Ruleset()

    @ruleset.rule("acme/keep", "platform")
    def keep(record, check):
        kept.append(check)
        with pytest.raises(AttributeError):
            check.report("x", field="nothing")
        with pytest.raises(IndexError):
            check.report("x", field="fields", index=9)
        with pytest.raises(ValueError):
            check.skip("because")

    assert portfolio.validate(ruleset).is_valid and keep
    with pytest.raises(RuntimeError):
        kept[0].report("late")


def test_a_rule_may_validate_another_portfolio(portfolio):
    """Validations nest, and each rule sees its own portfolio."""
    inner, outer, seen = transfer.Ruleset(), transfer.Ruleset(), []
    other = transfer.loads(PORTFOLIO.replace("Metz", "Nancy"))
    inner.add_rule("acme/in", "platform", lambda record, check: seen.append(record.name))

    @outer.rule("acme/out", "platform")
    def rule(record, check):
        other.validate(inner)
        seen.append(record.name)

    portfolio.validate(outer)
    assert rule and seen == ["Plateforme de Nancy", "Plateforme de Metz"]


def test_summary(portfolio):
    """A report counts for each rule what passed, failed and did not apply."""
    summary = {row["rule"]: row for row in portfolio.validate().summary()}
    assert summary["shares-sum"]["passed"] == 1 and summary["shares-sum"]["failed"] == 0
    assert sum(summary["shares-sum"]["reasons"].values()) == summary["shares-sum"]["not_applicable"]
