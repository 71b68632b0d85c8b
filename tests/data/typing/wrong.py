"""Uses of the package that are wrong: a type checker finds an error in each line that says so, with
the code behind "error:", and in no other. See tests/check-typing.py."""

import datetime
from decimal import Decimal

import transfer
from transfer import Amount, PartnerKind, Portfolio, ResultKind

p = Portfolio()
partner = p.partners["cea"]
platform = p.platforms["amvalor"]
agreement = p.agreements["pacte"]
funder = agreement.funders[0]

# ---- names that there are not ----

p.partnerz  # error: attr-defined
p.titel = "Lorraine"  # error: attr-defined
partner.nam  # error: attr-defined
partner.nam = "CEA"  # error: attr-defined
partner.amount  # error: attr-defined
partner.update(nam="CEA")  # error: call-arg
p.partners.add("irt", nam="IRT")  # error: call-arg
p.agreements.add("x", name="X")  # error: call-arg
agreement.funders.add(partnr=partner)  # error: call-arg
agreement.funders = [{"partnr": partner}]  # error: list-item
agreement.update(funders=[{"partnr": partner}])  # error: list-item
p.record.update(titel="Lorraine")  # error: call-arg
funder.partner.nam  # error: union-attr
transfer.Partnr  # error: attr-defined
PartnerKind.COMPANYY  # error: attr-defined
Amount("1 EUR").figure = 2  # error: attr-defined

# ---- values of the wrong type ----

agreement.amount = 1250.5  # error: assignment
agreement.amount = 1250  # error: assignment
agreement.amount = Decimal("1250.50")  # error: assignment
agreement.update(amount=1250.5)  # error: arg-type
agreement.funders.add(amount=Decimal("1250.50"))  # error: arg-type
p.agreements.add("x", amount=1250.5)  # error: arg-type
Amount(1250.5, "EUR")  # error: arg-type
Amount("1 EUR") * 1.5  # error: operator
Amount("1 EUR") < 2  # error: operator
funder.share = 0.5  # error: assignment
agreement.signed = 2014  # error: assignment
p.published = 2014  # error: assignment
partner.name = 3  # error: assignment
partner.name = PartnerKind.COMPANY  # error: assignment
partner.fields = "metals", 3  # error: assignment
partner.fields.append(3)  # error: arg-type
partner.parents = [platform]  # error: list-item
partner.parents.append(platform)  # error: arg-type
agreement.funders.append(funder)  # error: attr-defined
p.validate(as_of=2014)  # error: arg-type

# ---- records of the wrong type ----

platform.operator = platform  # error: assignment
p.platforms.add("y", operator=platform)  # error: arg-type
agreement.project = partner  # error: assignment
agreement.beneficiaries.add(platform=partner)  # error: arg-type
p.platform_partners(partner)  # error: arg-type
p.size_class(platform)  # error: arg-type

# ---- choices ----

partner.kind = "companyy"  # error: assignment
partner.kind = ResultKind.PATENT  # error: assignment
partner.update(kind="companyy")  # error: arg-type
p.partners.add("z", kind="companyy")  # error: arg-type
partner.kind == "companyy"  # error: comparison-overlap
partner.kind == ResultKind.PATENT  # error: comparison-overlap
partner.size_definition == "eu_2003_361"  # error: comparison-overlap

# ---- what cannot be written, and what may be unset ----

partner.id = "other"  # error: misc
funder.id = "other"  # error: misc
p.partners = p.partners  # error: misc
Amount("1 EUR").value = Decimal(2)  # error: misc
partner.name.upper()  # error: union-attr
agreement.amount.currency  # error: union-attr
days: datetime.date = agreement.signed  # error: assignment
