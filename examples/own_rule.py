"""Validates a portfolio by the library's rules and one of its own; prints who funds it as CSV."""
import transfer

rules = transfer.Ruleset({"identifier-expected": "off"})


@rules.rule("acme/contract-signed", "agreement", severity="error")
def contract_signed(agreement, check):
    """Whoever pays has signed."""
    if agreement.amount is None:
        check.skip("missing")
    elif agreement.signed is None:
        check.report(f"{agreement.title}: no day of signature", field="amount")


portfolio = transfer.load("first.yaml")
for diagnostic in portfolio.validate(rules):
    print(diagnostic)
table = portfolio.table("agreements.funders", ["agreement", "partner", "share"])
print(*table.to_csv().splitlines(), sep="\n")
