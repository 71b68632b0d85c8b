"""Uses of the package in which a type checker finds nothing wrong. Behind "reveals:" stands the
type that it is to see. See tests/check-typing.py."""

import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Dict, Iterator, List, Optional

import transfer
from transfer import (EQUAL, REST, Agreement, Amount, Contribution, Date, ExceptionRecord, Partner,
                      PartnerKind, Period, Portfolio, PortfolioRecord, Quantity, Record, Section,
                      Share, Size)

p = transfer.load("lorraine.yaml", partial=True)
partner = p.partners["cea"]
platform = p.platforms["amvalor"]
agreement = p.agreements["pacte"]
project = p.projects["metal"]

# ---- reading ----

reveal_type(p)  # reveals: transfer.portfolio.Portfolio
reveal_type(partner)  # reveals: transfer.model.Partner
reveal_type(partner.id)  # reveals: builtins.str
reveal_type(partner.name)  # reveals: Union[builtins.str, None]
reveal_type(partner.kind)  # reveals: Union[transfer.model.PartnerKind, None]
reveal_type(partner.founded)  # reveals: Union[datetime.date, transfer.values.Date, None]
reveal_type(partner.parents)  # reveals: transfer.lists.ValueList[transfer.model.Partner]
reveal_type(partner.parents[0].name)  # reveals: Union[builtins.str, None]
reveal_type(partner.fields)  # reveals: transfer.lists.ValueList[builtins.str]
reveal_type(partner.ownership[0])  # reveals: transfer.model.Holding
reveal_type(partner.ownership[0].from_)  # reveals: Union[datetime.date, transfer.values.Date, None]
reveal_type(partner.accounts[1:])  # reveals: builtins.list[transfer.model.FiscalYear]
reveal_type(partner.accounts[0].year)  # reveals: Union[builtins.int, None]
reveal_type(partner.accounts[0].headcount)  # reveals: Union[transfer.values.Quantity, None]
reveal_type(partner.accounts[0].consolidated)  # reveals: Union[builtins.bool, None]
reveal_type(platform.operator)  # reveals: Union[transfer.model.Partner, None]
reveal_type(platform.latitude)  # reveals: Union[_decimal.Decimal, None]
reveal_type(agreement.amount)  # reveals: Union[transfer.values.Amount, None]
reveal_type(agreement.period)  # reveals: Union[transfer.values.Period, None]
reveal_type(agreement.royalty_rate)  # reveals: Union[transfer.values.Share, transfer.values.Remainder, None]
reveal_type(project.indicators[0].value)  # reveals: Union[transfer.values.Amount, transfer.values.Quantity, None]
reveal_type(agreement.funders[0].container)  # reveals: Union[transfer.records.Record, None]
reveal_type(p.title)  # reveals: Union[builtins.str, None]
reveal_type(p.published)  # reveals: Union[datetime.date, transfer.values.Date, None]
reveal_type(p.record)  # reveals: transfer.model.PortfolioRecord
reveal_type(Partner.kind.choices)  # reveals: Type[transfer.model.PartnerKind]
reveal_type(Partner.name)  # reveals: transfer.fields.TextField

# ---- sections ----

reveal_type(p.partners.get("cea"))  # reveals: Union[transfer.model.Partner, None]
reveal_type(p.partners.get("cea", partner))  # reveals: transfer.model.Partner
reveal_type(p.partners.at(0))  # reveals: transfer.model.Partner
reveal_type(p.partners.values()[-1])  # reveals: transfer.model.Partner
reveal_type(p.partners.items()[0])  # reveals: Tuple[builtins.str, transfer.model.Partner]
reveal_type(list(p.partners))  # reveals: builtins.list[builtins.str]
reveal_type(p.partners.add("new"))  # reveals: transfer.model.Partner
del p.partners["new"]
section: Section[Partner] = p.partners
names: List[str] = [name for name, record in p.partners.items() if record.name and "cea" in p.partners]
by_id: Dict[str, Agreement] = dict(p.agreements)
for any_section in p.sections.values():
    for any_record in any_section.values():
        any_record.update(note=None)

# ---- writing ----

partner.name = "Commissariat"
partner.name = None
partner.kind = "research_organisation"
partner.kind = PartnerKind.RESEARCH_ORGANISATION
partner.founded = "1945-10-18"
partner.founded = datetime.date(1945, 10, 18)
partner.founded = Date("1945-10")
partner.successor = "other"
partner.successor = partner
partner.parents = [partner, "other"]
partner.parents.append("other")
partner.parents.append(partner)
parents = partner.parents
parents += ["other"]
partner.parents[0] = "another"
partner.parents.extend(p.partners.values())
partner.fields = ("metals", "energy")
partner.fields[1:] = ["energy"]
partner.ownership = [{"owner": "state", "share": "60%", "from_": "2001"}]
partner.accounts.add(year=2023, headcount=250, turnover="12000000 EUR", consolidated=True)
partner.accounts.add(headcount=Decimal("12.5")).headcount = Quantity("more than 100")
platform.operator = partner
platform.latitude = Decimal("49.119")
agreement.amount = "more than 20000000 EUR"
agreement.amount = Amount(1250, "EUR")
agreement.amount = None
agreement.period = "2014/2016"
agreement.period = Period(datetime.date(2014, 1, 1), None)
agreement.funders = []
agreement.funders = [{"partner": partner, "share": EQUAL}, {"partner": "state", "share": REST}]
agreement.funders = list(agreement.funders)
agreement.funders.replace([funder.to_dict() for funder in agreement.funders])
funder = agreement.funders.add(partner=partner, amount=Amount("1 EUR"), share=Fraction(1, 3))
reveal_type(funder)  # reveals: transfer.model.Contribution
funder.share = "50%"
funder.share = Share(1, 3)
funder.share = 1
funder.share = EQUAL
agreement.update(title="Pact", kind="grant", amount="2 EUR", funders=[funder])
p.agreements.add("x", title="X", signed=datetime.date(2014, 5, 1), programmes=["pacte"])
project.indicators.add(name="patents", value=3).value = "2 EUR"
p.title = "Lorraine"
p.published = datetime.date(2024, 1, 1)
p.indicators = [{"name": "jobs", "value": Quantity("100")}]
p.record.update(title="Lorraine")
agreement.exceptions.add(rule="shares-sum", reason="known")

# ---- values, reports, rules, answers ----

total = sum((one.amount for one in p.agreements.values() if one.amount), Amount("0 EUR"))
reveal_type(total * Fraction(1, 3))  # reveals: transfer.values.Amount
reveal_type(total / total)  # reveals: fractions.Fraction
reveal_type(p.validate()[0])  # reveals: transfer.report.Diagnostic
reveal_type(p.validate().errors[0].severity)  # reveals: transfer.report.Severity
reveal_type(transfer.rules["shares-sum"].in_force)  # reveals: Union[transfer.values.Period, None]
reveal_type(EQUAL)  # reveals: transfer.values.Remainder
reveal_type(p.sum("funder")[0].committed)  # reveals: Union[transfer.values.Amount, None]
reveal_type(p.size_class(partner).result)  # reveals: Union[transfer.model.Size, None]
reveal_type(p.platform_partners(platform).records)  # reveals: builtins.list[transfer.records.Record]
reveal_type(p.table("agreements")[0])  # reveals: builtins.dict[builtins.str, Any]
ruleset = transfer.Ruleset({"siren-key": "off"})


@ruleset.rule("acme/named", "partner", severity="error")
def is_named(record: Partner, found: transfer.Check) -> None:
    """A rule of one's own."""
    if record.name is None:
        found.report("no name", field="name")


def size(one: Partner) -> Optional[Size]:
    """Compares choices."""
    return one.size if one.kind is PartnerKind.COMPANY or one.kind == PartnerKind.OTHER else None


def walk(portfolio: Portfolio) -> Iterator[Record]:
    """All kinds of records."""
    first: PortfolioRecord = portfolio.record
    yield first
    for one in portfolio.agreements.values():
        parts: List[Contribution] = list(one.funders)
        accepted: List[ExceptionRecord] = list(one.exceptions)
        yield from sorted(parts)
        yield from accepted
