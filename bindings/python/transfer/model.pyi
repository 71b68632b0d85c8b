"""The record types and enumerations of the model, as type checkers see them.

Derived from lib/schema.c by "make update"; do not edit.
"""

# The add() of sections and lists and the update() of records take any field in general, and
# here those of one type: what is more precise is no error.
# mypy: disable-error-code=override

from decimal import Decimal
from enum import Enum
from typing import Iterable, Literal, Optional, Tuple, TypedDict, Union

from .fields import (AmountField, AmountLike, BooleanField, BooleanLike, ChoiceField, DateField,
                     DateLike, DecimalField, IntegerField, IntegerLike, MeasureField, MeasureLike,
                     OwnField, PeriodField, PeriodLike, QuantityField, QuantityLike,
                     ReferenceField, ShareField, ShareLike, TextField)
from .lists import ListField, RecordList, ValueList
from .portfolio import Section
from .records import Record
from .values import Amount, AnyDate, Period, Quantity, Remainder, Share

__all__: Tuple[str, ...] = (
    "Agreement",
    "AgreementExclusivity",
    "AgreementKind",
    "AgreementVat",
    "AidDeclaration",
    "AidDeclarationRegime",
    "Allocation",
    "Contribution",
    "ContributionNature",
    "ExceptionRecord",
    "FiscalYear",
    "FormerName",
    "Holding",
    "Indicator",
    "Instalment",
    "Milestone",
    "Participation",
    "ParticipationRole",
    "Partner",
    "PartnerKind",
    "PartnerSizeDefinition",
    "Platform",
    "PlatformEvent",
    "PlatformEventStatus",
    "PortfolioRecord",
    "Programme",
    "Project",
    "ProjectStatus",
    "ResearchCategory",
    "Result",
    "ResultKind",
    "Size")


class PartnerKind(Enum):
    """One of a closed list of the model."""

    COMPANY = "company"
    """A company."""
    RESEARCH_ORGANISATION = "research_organisation"
    """A public research organisation."""
    UNIVERSITY = "university"
    """A university or school of higher education."""
    LABORATORY = "laboratory"
    """A laboratory or research unit."""
    TECHNOLOGICAL_RESEARCH_INSTITUTE = "technological_research_institute"
    """A technological research institute (IRT)."""
    TECHNOLOGY_TRANSFER_OFFICE = "technology_transfer_office"
    """A technology transfer office (in France a SATT)."""
    COMPETITIVENESS_CLUSTER = "competitiveness_cluster"
    """A competitiveness cluster."""
    HOSPITAL = "hospital"
    """A hospital."""
    STATE = "state"
    """A State."""
    PUBLIC_AGENCY = "public_agency"
    """An agency of a State."""
    REGIONAL_AUTHORITY = "regional_authority"
    """A region."""
    LOCAL_AUTHORITY = "local_authority"
    """A local authority other than a region."""
    EUROPEAN_UNION = "european_union"
    """The European Union, its bodies and funds."""
    FINANCIAL_INSTITUTION = "financial_institution"
    """A bank or another financial institution."""
    FOUNDATION = "foundation"
    """A foundation."""
    ASSOCIATION = "association"
    """An association."""
    OTHER = "other"
    """None of the others."""


_PartnerKindText = Literal[
    "company",
    "research_organisation",
    "university",
    "laboratory",
    "technological_research_institute",
    "technology_transfer_office",
    "competitiveness_cluster",
    "hospital",
    "state",
    "public_agency",
    "regional_authority",
    "local_authority",
    "european_union",
    "financial_institution",
    "foundation",
    "association",
    "other"]


class Size(Enum):
    """One of a closed list of the model."""

    MICRO = "micro"
    """Micro-enterprise."""
    SMALL = "small"
    """Small enterprise."""
    MEDIUM = "medium"
    """Medium-sized enterprise."""
    SME = "sme"
    """Small or medium-sized enterprise, not known which (in French law PME)."""
    INTERMEDIATE = "intermediate"
    """Enterprise of intermediate size, of French law (ETI)."""
    LARGE = "large"
    """Large enterprise."""


_SizeText = Literal[
    "micro",
    "small",
    "medium",
    "sme",
    "intermediate",
    "large"]


class PartnerSizeDefinition(Enum):
    """One of a closed list of the model."""

    EU_2003_361 = "eu_2003_361"
    """Commission Recommendation 2003/361/EC."""
    FR_2008_1354 = "fr_2008_1354"
    """French decree 2008-1354 of 18 December 2008."""


_PartnerSizeDefinitionText = Literal[
    "eu_2003_361",
    "fr_2008_1354"]


class AgreementKind(Enum):
    """One of a closed list of the model."""

    GRANT = "grant"
    """Grant for a purpose."""
    SUBSIDY = "subsidy"
    """Public subsidy."""
    RESEARCH_CONTRACT = "research_contract"
    """Research contract."""
    SERVICE_CONTRACT = "service_contract"
    """Service contract."""
    REPAYABLE_ADVANCE = "repayable_advance"
    """Advance that is repaid on success."""
    LOAN = "loan"
    """Loan."""
    EQUITY = "equity"
    """Equity."""
    ENDOWMENT = "endowment"
    """Endowment."""
    LICENCE = "licence"
    """Licence; its funder is the licensee."""
    OPTION = "option"
    """Option on a licence or an assignment."""
    ASSIGNMENT = "assignment"
    """Assignment of a result."""
    FRAMEWORK_AGREEMENT = "framework_agreement"
    """Framework agreement."""
    CONSORTIUM_AGREEMENT = "consortium_agreement"
    """Consortium agreement."""


_AgreementKindText = Literal[
    "grant",
    "subsidy",
    "research_contract",
    "service_contract",
    "repayable_advance",
    "loan",
    "equity",
    "endowment",
    "licence",
    "option",
    "assignment",
    "framework_agreement",
    "consortium_agreement"]


class AgreementVat(Enum):
    """One of a closed list of the model."""

    EXCLUDED = "excluded"
    """The amounts exclude value added tax."""
    INCLUDED = "included"
    """The amounts include value added tax."""
    NOT_APPLICABLE = "not_applicable"
    """Outside the scope of value added tax."""


_AgreementVatText = Literal[
    "excluded",
    "included",
    "not_applicable"]


class AgreementExclusivity(Enum):
    """One of a closed list of the model."""

    EXCLUSIVE = "exclusive"
    """Exclusive, even of the owner."""
    SOLE = "sole"
    """No other licensee, the owner apart."""
    NON_EXCLUSIVE = "non_exclusive"
    """Not exclusive."""


_AgreementExclusivityText = Literal[
    "exclusive",
    "sole",
    "non_exclusive"]


class ProjectStatus(Enum):
    """One of a closed list of the model."""

    PROPOSED = "proposed"
    """Proposed."""
    CONTRACTED = "contracted"
    """Contracted, not yet begun."""
    ACTIVE = "active"
    """Under way."""
    SUSPENDED = "suspended"
    """Suspended for a time."""
    COMPLETED = "completed"
    """Completed."""
    CANCELLED = "cancelled"
    """Cancelled."""


_ProjectStatusText = Literal[
    "proposed",
    "contracted",
    "active",
    "suspended",
    "completed",
    "cancelled"]


class ResearchCategory(Enum):
    """One of a closed list of the model."""

    FUNDAMENTAL_RESEARCH = "fundamental_research"
    """Fundamental research."""
    INDUSTRIAL_RESEARCH = "industrial_research"
    """Industrial research."""
    EXPERIMENTAL_DEVELOPMENT = "experimental_development"
    """Experimental development."""
    FEASIBILITY_STUDY = "feasibility_study"
    """Feasibility study."""


_ResearchCategoryText = Literal[
    "fundamental_research",
    "industrial_research",
    "experimental_development",
    "feasibility_study"]


class ResultKind(Enum):
    """One of a closed list of the model."""

    PATENT = "patent"
    """Patent."""
    SOFTWARE = "software"
    """Software."""
    KNOW_HOW = "know_how"
    """Know-how."""
    PUBLICATION = "publication"
    """Publication."""
    PROTOTYPE = "prototype"
    """Prototype."""
    DATABASE = "database"
    """Database."""
    DESIGN = "design"
    """Design."""
    PLANT_VARIETY = "plant_variety"
    """Plant variety."""
    SPIN_OFF = "spin_off"
    """Spin-off company."""
    STANDARD = "standard"
    """Standard."""


_ResultKindText = Literal[
    "patent",
    "software",
    "know_how",
    "publication",
    "prototype",
    "database",
    "design",
    "plant_variety",
    "spin_off",
    "standard"]


class PlatformEventStatus(Enum):
    """One of a closed list of the model."""

    ANNOUNCED = "announced"
    """Announced, not yet installed."""
    INSTALLED = "installed"
    """Officially installed."""
    OPERATIONAL = "operational"
    """In operation."""
    SUSPENDED = "suspended"
    """Suspended for a time."""
    CLOSED = "closed"
    """Closed for good."""


_PlatformEventStatusText = Literal[
    "announced",
    "installed",
    "operational",
    "suspended",
    "closed"]


class ParticipationRole(Enum):
    """One of a closed list of the model."""

    COORDINATOR = "coordinator"
    """Coordinates the project."""
    PARTICIPANT = "participant"
    """Takes a full part."""
    ASSOCIATED = "associated"
    """Associated, without funding."""
    SUBCONTRACTOR = "subcontractor"
    """Works for another participant."""
    THIRD_PARTY = "third_party"
    """A third party linked to a participant."""
    TECHNOLOGY_PROVIDER = "technology_provider"
    """Brings the technology."""
    END_USER = "end_user"
    """Will use the result."""


_ParticipationRoleText = Literal[
    "coordinator",
    "participant",
    "associated",
    "subcontractor",
    "third_party",
    "technology_provider",
    "end_user"]


class ContributionNature(Enum):
    """One of a closed list of the model."""

    CASH = "cash"
    """In money."""
    IN_KIND = "in_kind"
    """In kind."""


_ContributionNatureText = Literal[
    "cash",
    "in_kind"]


class AidDeclarationRegime(Enum):
    """One of a closed list of the model."""

    GBER_RESEARCH_DEVELOPMENT = "gber_research_development"
    """General block exemption: research and development."""
    GBER_RESEARCH_INFRASTRUCTURE = "gber_research_infrastructure"
    """General block exemption: research infrastructures."""
    GBER_SME_INNOVATION = "gber_sme_innovation"
    """General block exemption: innovation of SMEs."""
    GBER_INNOVATION_CLUSTER = "gber_innovation_cluster"
    """General block exemption: innovation clusters."""
    GBER_PROCESS_INNOVATION = "gber_process_innovation"
    """General block exemption: process and organisational innovation."""
    DE_MINIMIS = "de_minimis"
    """De minimis aid."""
    NOTIFIED = "notified"
    """Aid notified to the Commission."""
    NONE = "none"
    """No State aid."""


_AidDeclarationRegimeText = Literal[
    "gber_research_development",
    "gber_research_infrastructure",
    "gber_sme_innovation",
    "gber_innovation_cluster",
    "gber_process_innovation",
    "de_minimis",
    "notified",
    "none"]


class PortfolioRecord(Record):
    """What the file as a whole is about."""

    title: TextField
    """Title of the portfolio."""
    published: DateField
    """Day of publication."""
    as_of: DateField
    """Day that the facts describe."""
    source: TextField
    """Where the facts come from."""
    publisher: TextField
    """Who publishes the portfolio."""
    data_licence: TextField
    """Licence under which the data may be used."""
    language: TextField
    """Language of the texts (BCP 47), such as fr."""
    indicators: ListField[_IndicatorList, Union[Indicator, _IndicatorDict]]
    """Figures stated about it."""
    note: TextField
    """Remark."""
    exceptions: ListField[_ExceptionRecordList, Union[ExceptionRecord, _ExceptionRecordDict]]
    """Rules whose diagnostics are accepted for this record."""

    def update(self, *,
        title: Optional[str] = ...,
        published: Optional[DateLike] = ...,
        as_of: Optional[DateLike] = ...,
        source: Optional[str] = ...,
        publisher: Optional[str] = ...,
        data_licence: Optional[str] = ...,
        language: Optional[str] = ...,
        indicators: Optional[Iterable[Union[Indicator, _IndicatorDict]]] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> None: ...


class Partner(Record):
    """An organisation that takes part in technology transfer, in whatever role."""

    @property
    def id(self) -> str: ...

    name: TextField
    """Name of the partner, in full."""
    kind: ChoiceField[PartnerKind, _PartnerKindText]
    """What sort of organisation it is."""
    country: TextField
    """Country (ISO 3166-1 alpha-2)."""
    region: TextField
    """Region (NUTS)."""
    insee_region: TextField
    """Region (code of INSEE)."""
    city: TextField
    """City."""
    postcode: TextField
    """Postcode."""
    address: TextField
    """Postal address."""
    siren: TextField
    """SIREN number of the French legal unit, 9 digits."""
    siret: TextField
    """SIRET number of the French establishment, 14 digits."""
    vat: TextField
    """VAT identification number, with its country prefix."""
    rna: TextField
    """Number in the French register of associations (RNA)."""
    rnsr: TextField
    """Number in the French register of research units (RNSR)."""
    ror: TextField
    """Research Organization Registry id, without the address."""
    lei: TextField
    """Legal Entity Identifier (ISO 17442)."""
    parents: ListField[ValueList[Partner], Union[Partner, str]]
    """Organisations of which it is a part."""
    ownership: ListField[_HoldingList, Union[Holding, _HoldingDict]]
    """Who owns it, and what share."""
    size: ChoiceField[Size, _SizeText]
    """Size of the enterprise."""
    size_definition: ChoiceField[PartnerSizeDefinition, _PartnerSizeDefinitionText]
    """Definition under which the size is stated."""
    accounts: ListField[_FiscalYearList, Union[FiscalYear, _FiscalYearDict]]
    """Accounts by fiscal year."""
    former_names: ListField[_FormerNameList, Union[FormerName, _FormerNameDict]]
    """Names it had before."""
    founded: DateField
    """Day it was founded."""
    closed: DateField
    """Day it ceased to exist."""
    successor: ReferenceField[Partner]
    """Partner that took over from it."""
    fields: ListField[ValueList[str], str]
    """Fields of technology or science."""
    url: TextField
    """Web page."""
    note: TextField
    """Remark."""
    exceptions: ListField[_ExceptionRecordList, Union[ExceptionRecord, _ExceptionRecordDict]]
    """Rules whose diagnostics are accepted for this record."""

    def update(self, *,
        name: Optional[str] = ...,
        kind: Union[PartnerKind, _PartnerKindText, None] = ...,
        country: Optional[str] = ...,
        region: Optional[str] = ...,
        insee_region: Optional[str] = ...,
        city: Optional[str] = ...,
        postcode: Optional[str] = ...,
        address: Optional[str] = ...,
        siren: Optional[str] = ...,
        siret: Optional[str] = ...,
        vat: Optional[str] = ...,
        rna: Optional[str] = ...,
        rnsr: Optional[str] = ...,
        ror: Optional[str] = ...,
        lei: Optional[str] = ...,
        parents: Optional[Iterable[Union[Partner, str]]] = ...,
        ownership: Optional[Iterable[Union[Holding, _HoldingDict]]] = ...,
        size: Union[Size, _SizeText, None] = ...,
        size_definition: Union[PartnerSizeDefinition, _PartnerSizeDefinitionText, None] = ...,
        accounts: Optional[Iterable[Union[FiscalYear, _FiscalYearDict]]] = ...,
        former_names: Optional[Iterable[Union[FormerName, _FormerNameDict]]] = ...,
        founded: Optional[DateLike] = ...,
        closed: Optional[DateLike] = ...,
        successor: Union[Partner, str, None] = ...,
        fields: Optional[Iterable[str]] = ...,
        url: Optional[str] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> None: ...


class _PartnerSection(Section[Partner]):
    def add(self, id: str, *,
        name: Optional[str] = ...,
        kind: Union[PartnerKind, _PartnerKindText, None] = ...,
        country: Optional[str] = ...,
        region: Optional[str] = ...,
        insee_region: Optional[str] = ...,
        city: Optional[str] = ...,
        postcode: Optional[str] = ...,
        address: Optional[str] = ...,
        siren: Optional[str] = ...,
        siret: Optional[str] = ...,
        vat: Optional[str] = ...,
        rna: Optional[str] = ...,
        rnsr: Optional[str] = ...,
        ror: Optional[str] = ...,
        lei: Optional[str] = ...,
        parents: Optional[Iterable[Union[Partner, str]]] = ...,
        ownership: Optional[Iterable[Union[Holding, _HoldingDict]]] = ...,
        size: Union[Size, _SizeText, None] = ...,
        size_definition: Union[PartnerSizeDefinition, _PartnerSizeDefinitionText, None] = ...,
        accounts: Optional[Iterable[Union[FiscalYear, _FiscalYearDict]]] = ...,
        former_names: Optional[Iterable[Union[FormerName, _FormerNameDict]]] = ...,
        founded: Optional[DateLike] = ...,
        closed: Optional[DateLike] = ...,
        successor: Union[Partner, str, None] = ...,
        fields: Optional[Iterable[str]] = ...,
        url: Optional[str] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> Partner: ...


class Programme(Record):
    """A programme or pact under which platforms, projects and agreements are set up."""

    @property
    def id(self) -> str: ...

    name: TextField
    """Name of the programme."""
    short_name: TextField
    """Short name or acronym."""
    authorities: ListField[ValueList[Partner], Union[Partner, str]]
    """Partners that decide on the programme."""
    partners: ListField[ValueList[Partner], Union[Partner, str]]
    """Partners that take part in the programme."""
    parent: ReferenceField[Programme]
    """Programme of which this one is a part."""
    objectives: ListField[ValueList[str], str]
    """Objectives, as stated."""
    regions: ListField[ValueList[str], str]
    """Regions it covers (NUTS)."""
    period: PeriodField
    """Period over which it runs."""
    budget: AmountField
    """Budget of the whole programme."""
    legal_basis: TextField
    """Legal basis."""
    url: TextField
    """Web page."""
    indicators: ListField[_IndicatorList, Union[Indicator, _IndicatorDict]]
    """Figures stated about it."""
    note: TextField
    """Remark."""
    exceptions: ListField[_ExceptionRecordList, Union[ExceptionRecord, _ExceptionRecordDict]]
    """Rules whose diagnostics are accepted for this record."""

    def update(self, *,
        name: Optional[str] = ...,
        short_name: Optional[str] = ...,
        authorities: Optional[Iterable[Union[Partner, str]]] = ...,
        partners: Optional[Iterable[Union[Partner, str]]] = ...,
        parent: Union[Programme, str, None] = ...,
        objectives: Optional[Iterable[str]] = ...,
        regions: Optional[Iterable[str]] = ...,
        period: Optional[PeriodLike] = ...,
        budget: Optional[AmountLike] = ...,
        legal_basis: Optional[str] = ...,
        url: Optional[str] = ...,
        indicators: Optional[Iterable[Union[Indicator, _IndicatorDict]]] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> None: ...


class _ProgrammeSection(Section[Programme]):
    def add(self, id: str, *,
        name: Optional[str] = ...,
        short_name: Optional[str] = ...,
        authorities: Optional[Iterable[Union[Partner, str]]] = ...,
        partners: Optional[Iterable[Union[Partner, str]]] = ...,
        parent: Union[Programme, str, None] = ...,
        objectives: Optional[Iterable[str]] = ...,
        regions: Optional[Iterable[str]] = ...,
        period: Optional[PeriodLike] = ...,
        budget: Optional[AmountLike] = ...,
        legal_basis: Optional[str] = ...,
        url: Optional[str] = ...,
        indicators: Optional[Iterable[Union[Indicator, _IndicatorDict]]] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> Programme: ...


class Platform(Record):
    """A technology transfer platform: people and equipment at a place, run by one operator."""

    @property
    def id(self) -> str: ...

    name: TextField
    """Name of the platform."""
    operator: ReferenceField[Partner]
    """Partner that runs the platform."""
    network: TextField
    """Network of platforms it belongs to."""
    programmes: ListField[ValueList[Programme], Union[Programme, str]]
    """Programmes it belongs to."""
    region: TextField
    """Region (NUTS)."""
    country: TextField
    """Country (ISO 3166-1 alpha-2)."""
    city: TextField
    """City."""
    postcode: TextField
    """Postcode."""
    site: TextField
    """Campus or site within the city."""
    address: TextField
    """Postal address."""
    latitude: DecimalField
    """Latitude in degrees, north positive (WGS 84)."""
    longitude: DecimalField
    """Longitude in degrees, east positive (WGS 84)."""
    models: ListField[ValueList[Platform], Union[Platform, str]]
    """Platforms on whose model it was built."""
    history: ListField[_PlatformEventList, Union[PlatformEvent, _PlatformEventDict]]
    """Steps in its life, oldest first."""
    objectives: ListField[ValueList[str], str]
    """Objectives, as stated."""
    fields: ListField[ValueList[str], str]
    """Fields of technology or science."""
    equipment: ListField[ValueList[str], str]
    """Equipment."""
    services: ListField[ValueList[str], str]
    """Services offered."""
    contact: TextField
    """Whom to ask."""
    indicators: ListField[_IndicatorList, Union[Indicator, _IndicatorDict]]
    """Figures stated about it."""
    url: TextField
    """Web page."""
    note: TextField
    """Remark."""
    exceptions: ListField[_ExceptionRecordList, Union[ExceptionRecord, _ExceptionRecordDict]]
    """Rules whose diagnostics are accepted for this record."""

    def update(self, *,
        name: Optional[str] = ...,
        operator: Union[Partner, str, None] = ...,
        network: Optional[str] = ...,
        programmes: Optional[Iterable[Union[Programme, str]]] = ...,
        region: Optional[str] = ...,
        country: Optional[str] = ...,
        city: Optional[str] = ...,
        postcode: Optional[str] = ...,
        site: Optional[str] = ...,
        address: Optional[str] = ...,
        latitude: Optional[QuantityLike] = ...,
        longitude: Optional[QuantityLike] = ...,
        models: Optional[Iterable[Union[Platform, str]]] = ...,
        history: Optional[Iterable[Union[PlatformEvent, _PlatformEventDict]]] = ...,
        objectives: Optional[Iterable[str]] = ...,
        fields: Optional[Iterable[str]] = ...,
        equipment: Optional[Iterable[str]] = ...,
        services: Optional[Iterable[str]] = ...,
        contact: Optional[str] = ...,
        indicators: Optional[Iterable[Union[Indicator, _IndicatorDict]]] = ...,
        url: Optional[str] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> None: ...


class _PlatformSection(Section[Platform]):
    def add(self, id: str, *,
        name: Optional[str] = ...,
        operator: Union[Partner, str, None] = ...,
        network: Optional[str] = ...,
        programmes: Optional[Iterable[Union[Programme, str]]] = ...,
        region: Optional[str] = ...,
        country: Optional[str] = ...,
        city: Optional[str] = ...,
        postcode: Optional[str] = ...,
        site: Optional[str] = ...,
        address: Optional[str] = ...,
        latitude: Optional[QuantityLike] = ...,
        longitude: Optional[QuantityLike] = ...,
        models: Optional[Iterable[Union[Platform, str]]] = ...,
        history: Optional[Iterable[Union[PlatformEvent, _PlatformEventDict]]] = ...,
        objectives: Optional[Iterable[str]] = ...,
        fields: Optional[Iterable[str]] = ...,
        equipment: Optional[Iterable[str]] = ...,
        services: Optional[Iterable[str]] = ...,
        contact: Optional[str] = ...,
        indicators: Optional[Iterable[Union[Indicator, _IndicatorDict]]] = ...,
        url: Optional[str] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> Platform: ...


class Agreement(Record):
    """A funding agreement or a contract: who pays what to whom, for what, and when."""

    @property
    def id(self) -> str: ...

    title: TextField
    """Title of the agreement."""
    kind: ChoiceField[AgreementKind, _AgreementKindText]
    """What sort of agreement it is."""
    reference: TextField
    """Number or reference."""
    programmes: ListField[ValueList[Programme], Union[Programme, str]]
    """Programmes it belongs to."""
    project: ReferenceField[Project]
    """Project that it is for."""
    results: ListField[ValueList[Result], Union[Result, str]]
    """Results that it is about."""
    applied: DateField
    """Day the aid was applied for."""
    awarded: DateField
    """Day the decision was taken."""
    signed: DateField
    """Day it was signed."""
    period: PeriodField
    """Period over which it runs."""
    amount: AmountField
    """Amount of the whole agreement."""
    eligible_costs: AmountField
    """Costs that are eligible."""
    vat: ChoiceField[AgreementVat, _AgreementVatText]
    """Whether the amounts include value added tax."""
    funders: ListField[_ContributionList, Union[Contribution, _ContributionDict]]
    """Who pays, and what part."""
    beneficiaries: ListField[_AllocationList, Union[Allocation, _AllocationDict]]
    """Who receives, and what part."""
    instalments: ListField[_InstalmentList, Union[Instalment, _InstalmentDict]]
    """Payments, due or made."""
    aid: ListField[_AidDeclarationList, Union[AidDeclaration, _AidDeclarationDict]]
    """State aid that it declares."""
    exclusivity: ChoiceField[AgreementExclusivity, _AgreementExclusivityText]
    """How exclusive a licence is."""
    field_of_use: TextField
    """Field of use of a licence."""
    territory: TextField
    """Territory of a licence."""
    royalty_rate: ShareField
    """Rate of the royalties."""
    royalty_base: TextField
    """What the rate of the royalties applies to."""
    amends: ReferenceField[Agreement]
    """Agreement that this one restates and replaces from the day it is signed."""
    conditions: TextField
    """Conditions."""
    signatories: ListField[ValueList[str], str]
    """Who signed."""
    url: TextField
    """Web page."""
    note: TextField
    """Remark."""
    exceptions: ListField[_ExceptionRecordList, Union[ExceptionRecord, _ExceptionRecordDict]]
    """Rules whose diagnostics are accepted for this record."""

    def update(self, *,
        title: Optional[str] = ...,
        kind: Union[AgreementKind, _AgreementKindText, None] = ...,
        reference: Optional[str] = ...,
        programmes: Optional[Iterable[Union[Programme, str]]] = ...,
        project: Union[Project, str, None] = ...,
        results: Optional[Iterable[Union[Result, str]]] = ...,
        applied: Optional[DateLike] = ...,
        awarded: Optional[DateLike] = ...,
        signed: Optional[DateLike] = ...,
        period: Optional[PeriodLike] = ...,
        amount: Optional[AmountLike] = ...,
        eligible_costs: Optional[AmountLike] = ...,
        vat: Union[AgreementVat, _AgreementVatText, None] = ...,
        funders: Optional[Iterable[Union[Contribution, _ContributionDict]]] = ...,
        beneficiaries: Optional[Iterable[Union[Allocation, _AllocationDict]]] = ...,
        instalments: Optional[Iterable[Union[Instalment, _InstalmentDict]]] = ...,
        aid: Optional[Iterable[Union[AidDeclaration, _AidDeclarationDict]]] = ...,
        exclusivity: Union[AgreementExclusivity, _AgreementExclusivityText, None] = ...,
        field_of_use: Optional[str] = ...,
        territory: Optional[str] = ...,
        royalty_rate: Optional[ShareLike] = ...,
        royalty_base: Optional[str] = ...,
        amends: Union[Agreement, str, None] = ...,
        conditions: Optional[str] = ...,
        signatories: Optional[Iterable[str]] = ...,
        url: Optional[str] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> None: ...


class _AgreementSection(Section[Agreement]):
    def add(self, id: str, *,
        title: Optional[str] = ...,
        kind: Union[AgreementKind, _AgreementKindText, None] = ...,
        reference: Optional[str] = ...,
        programmes: Optional[Iterable[Union[Programme, str]]] = ...,
        project: Union[Project, str, None] = ...,
        results: Optional[Iterable[Union[Result, str]]] = ...,
        applied: Optional[DateLike] = ...,
        awarded: Optional[DateLike] = ...,
        signed: Optional[DateLike] = ...,
        period: Optional[PeriodLike] = ...,
        amount: Optional[AmountLike] = ...,
        eligible_costs: Optional[AmountLike] = ...,
        vat: Union[AgreementVat, _AgreementVatText, None] = ...,
        funders: Optional[Iterable[Union[Contribution, _ContributionDict]]] = ...,
        beneficiaries: Optional[Iterable[Union[Allocation, _AllocationDict]]] = ...,
        instalments: Optional[Iterable[Union[Instalment, _InstalmentDict]]] = ...,
        aid: Optional[Iterable[Union[AidDeclaration, _AidDeclarationDict]]] = ...,
        exclusivity: Union[AgreementExclusivity, _AgreementExclusivityText, None] = ...,
        field_of_use: Optional[str] = ...,
        territory: Optional[str] = ...,
        royalty_rate: Optional[ShareLike] = ...,
        royalty_base: Optional[str] = ...,
        amends: Union[Agreement, str, None] = ...,
        conditions: Optional[str] = ...,
        signatories: Optional[Iterable[str]] = ...,
        url: Optional[str] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> Agreement: ...


class Project(Record):
    """A project of research, development or transfer in which partners work together."""

    @property
    def id(self) -> str: ...

    title: TextField
    """Title of the project."""
    acronym: TextField
    """Acronym."""
    platform: ReferenceField[Platform]
    """Platform on which it is carried out."""
    programmes: ListField[ValueList[Programme], Union[Programme, str]]
    """Programmes it belongs to."""
    status: ChoiceField[ProjectStatus, _ProjectStatusText]
    """Where the project stands."""
    period: PeriodField
    """Period over which it runs."""
    research_category: ChoiceField[ResearchCategory, _ResearchCategoryText]
    """Category of research, as State aid law has it."""
    trl_start: IntegerField
    """Technology readiness level at the start."""
    trl_target: IntegerField
    """Technology readiness level aimed at."""
    trl_current: IntegerField
    """Technology readiness level reached."""
    budget: AmountField
    """Budget of the whole project."""
    partners: ListField[_ParticipationList, Union[Participation, _ParticipationDict]]
    """Who works in the project, and as what."""
    milestones: ListField[_MilestoneList, Union[Milestone, _MilestoneDict]]
    """Milestones."""
    fields: ListField[ValueList[str], str]
    """Fields of technology or science."""
    abstract: TextField
    """Summary."""
    url: TextField
    """Web page."""
    indicators: ListField[_IndicatorList, Union[Indicator, _IndicatorDict]]
    """Figures stated about it."""
    note: TextField
    """Remark."""
    exceptions: ListField[_ExceptionRecordList, Union[ExceptionRecord, _ExceptionRecordDict]]
    """Rules whose diagnostics are accepted for this record."""

    def update(self, *,
        title: Optional[str] = ...,
        acronym: Optional[str] = ...,
        platform: Union[Platform, str, None] = ...,
        programmes: Optional[Iterable[Union[Programme, str]]] = ...,
        status: Union[ProjectStatus, _ProjectStatusText, None] = ...,
        period: Optional[PeriodLike] = ...,
        research_category: Union[ResearchCategory, _ResearchCategoryText, None] = ...,
        trl_start: Optional[IntegerLike] = ...,
        trl_target: Optional[IntegerLike] = ...,
        trl_current: Optional[IntegerLike] = ...,
        budget: Optional[AmountLike] = ...,
        partners: Optional[Iterable[Union[Participation, _ParticipationDict]]] = ...,
        milestones: Optional[Iterable[Union[Milestone, _MilestoneDict]]] = ...,
        fields: Optional[Iterable[str]] = ...,
        abstract: Optional[str] = ...,
        url: Optional[str] = ...,
        indicators: Optional[Iterable[Union[Indicator, _IndicatorDict]]] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> None: ...


class _ProjectSection(Section[Project]):
    def add(self, id: str, *,
        title: Optional[str] = ...,
        acronym: Optional[str] = ...,
        platform: Union[Platform, str, None] = ...,
        programmes: Optional[Iterable[Union[Programme, str]]] = ...,
        status: Union[ProjectStatus, _ProjectStatusText, None] = ...,
        period: Optional[PeriodLike] = ...,
        research_category: Union[ResearchCategory, _ResearchCategoryText, None] = ...,
        trl_start: Optional[IntegerLike] = ...,
        trl_target: Optional[IntegerLike] = ...,
        trl_current: Optional[IntegerLike] = ...,
        budget: Optional[AmountLike] = ...,
        partners: Optional[Iterable[Union[Participation, _ParticipationDict]]] = ...,
        milestones: Optional[Iterable[Union[Milestone, _MilestoneDict]]] = ...,
        fields: Optional[Iterable[str]] = ...,
        abstract: Optional[str] = ...,
        url: Optional[str] = ...,
        indicators: Optional[Iterable[Union[Indicator, _IndicatorDict]]] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> Project: ...


class Result(Record):
    """A result of research that is or may be transferred."""

    @property
    def id(self) -> str: ...

    title: TextField
    """Title of the result."""
    kind: ChoiceField[ResultKind, _ResultKindText]
    """What sort of result it is."""
    reference: TextField
    """Number or reference, such as that of a patent."""
    project: ReferenceField[Project]
    """Project that it came out of."""
    filed: DateField
    """Day it was filed."""
    published: DateField
    """Day it was published."""
    expires: DateField
    """Day its protection ends."""
    trl: IntegerField
    """Technology readiness level."""
    owners: ListField[_HoldingList, Union[Holding, _HoldingDict]]
    """Who owns it, and what share."""
    fields: ListField[ValueList[str], str]
    """Fields of technology or science."""
    url: TextField
    """Web page."""
    note: TextField
    """Remark."""
    exceptions: ListField[_ExceptionRecordList, Union[ExceptionRecord, _ExceptionRecordDict]]
    """Rules whose diagnostics are accepted for this record."""

    def update(self, *,
        title: Optional[str] = ...,
        kind: Union[ResultKind, _ResultKindText, None] = ...,
        reference: Optional[str] = ...,
        project: Union[Project, str, None] = ...,
        filed: Optional[DateLike] = ...,
        published: Optional[DateLike] = ...,
        expires: Optional[DateLike] = ...,
        trl: Optional[IntegerLike] = ...,
        owners: Optional[Iterable[Union[Holding, _HoldingDict]]] = ...,
        fields: Optional[Iterable[str]] = ...,
        url: Optional[str] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> None: ...


class _ResultSection(Section[Result]):
    def add(self, id: str, *,
        title: Optional[str] = ...,
        kind: Union[ResultKind, _ResultKindText, None] = ...,
        reference: Optional[str] = ...,
        project: Union[Project, str, None] = ...,
        filed: Optional[DateLike] = ...,
        published: Optional[DateLike] = ...,
        expires: Optional[DateLike] = ...,
        trl: Optional[IntegerLike] = ...,
        owners: Optional[Iterable[Union[Holding, _HoldingDict]]] = ...,
        fields: Optional[Iterable[str]] = ...,
        url: Optional[str] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> Result: ...


class Indicator(Record):
    """A figure that somebody states about the record."""

    name: TextField
    """What is counted or measured."""
    value: MeasureField
    """The figure: an amount if it ends in a currency, else a quantity."""
    date: DateField
    """Day for which the figure stands."""
    period: PeriodField
    """Period for which the figure stands."""
    scope: ListField[ValueList[Platform], Union[Platform, str]]
    """Platforms that the figure is about."""
    note: TextField
    """Remark."""
    exceptions: ListField[_ExceptionRecordList, Union[ExceptionRecord, _ExceptionRecordDict]]
    """Rules whose diagnostics are accepted for this record."""

    def update(self, *,
        name: Optional[str] = ...,
        value: Optional[MeasureLike] = ...,
        date: Optional[DateLike] = ...,
        period: Optional[PeriodLike] = ...,
        scope: Optional[Iterable[Union[Platform, str]]] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> None: ...


class _IndicatorDict(TypedDict, total=False):
    name: Optional[str]
    value: Optional[MeasureLike]
    date: Optional[DateLike]
    period: Optional[PeriodLike]
    scope: Optional[Iterable[Union[Platform, str]]]
    note: Optional[str]
    exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]]


class _IndicatorList(RecordList[Indicator]):
    def add(self, *,
        name: Optional[str] = ...,
        value: Optional[MeasureLike] = ...,
        date: Optional[DateLike] = ...,
        period: Optional[PeriodLike] = ...,
        scope: Optional[Iterable[Union[Platform, str]]] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> Indicator: ...


class PlatformEvent(Record):
    """A step in the life of a platform."""

    date: DateField
    """When it happened."""
    status: ChoiceField[PlatformEventStatus, _PlatformEventStatusText]
    """What the platform became."""
    by: ListField[ValueList[str], str]
    """Persons who announced, installed or closed it."""
    note: TextField
    """Remark."""
    exceptions: ListField[_ExceptionRecordList, Union[ExceptionRecord, _ExceptionRecordDict]]
    """Rules whose diagnostics are accepted for this record."""

    def update(self, *,
        date: Optional[DateLike] = ...,
        status: Union[PlatformEventStatus, _PlatformEventStatusText, None] = ...,
        by: Optional[Iterable[str]] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> None: ...


class _PlatformEventDict(TypedDict, total=False):
    date: Optional[DateLike]
    status: Union[PlatformEventStatus, _PlatformEventStatusText, None]
    by: Optional[Iterable[str]]
    note: Optional[str]
    exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]]


class _PlatformEventList(RecordList[PlatformEvent]):
    def add(self, *,
        date: Optional[DateLike] = ...,
        status: Union[PlatformEventStatus, _PlatformEventStatusText, None] = ...,
        by: Optional[Iterable[str]] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> PlatformEvent: ...


class Holding(Record):
    """A share that a partner holds."""

    owner: ReferenceField[Partner]
    """Who holds the share."""
    share: ShareField
    """The share."""
    from_: DateField
    """Since when."""
    note: TextField
    """Remark."""
    exceptions: ListField[_ExceptionRecordList, Union[ExceptionRecord, _ExceptionRecordDict]]
    """Rules whose diagnostics are accepted for this record."""

    def update(self, *,
        owner: Union[Partner, str, None] = ...,
        share: Optional[ShareLike] = ...,
        from_: Optional[DateLike] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> None: ...


class _HoldingDict(TypedDict, total=False):
    owner: Union[Partner, str, None]
    share: Optional[ShareLike]
    from_: Optional[DateLike]
    note: Optional[str]
    exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]]


class _HoldingList(RecordList[Holding]):
    def add(self, *,
        owner: Union[Partner, str, None] = ...,
        share: Optional[ShareLike] = ...,
        from_: Optional[DateLike] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> Holding: ...


class FiscalYear(Record):
    """The accounts of one fiscal year, from which the size of an enterprise is found."""

    year: IntegerField
    """Year in which the fiscal year ends."""
    headcount: QuantityField
    """Staff in annual work units."""
    turnover: AmountField
    """Turnover."""
    balance_sheet: AmountField
    """Balance sheet total."""
    consolidated: BooleanField
    """Whether the accounts are those of the group."""
    note: TextField
    """Remark."""
    exceptions: ListField[_ExceptionRecordList, Union[ExceptionRecord, _ExceptionRecordDict]]
    """Rules whose diagnostics are accepted for this record."""

    def update(self, *,
        year: Optional[IntegerLike] = ...,
        headcount: Optional[QuantityLike] = ...,
        turnover: Optional[AmountLike] = ...,
        balance_sheet: Optional[AmountLike] = ...,
        consolidated: Optional[BooleanLike] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> None: ...


class _FiscalYearDict(TypedDict, total=False):
    year: Optional[IntegerLike]
    headcount: Optional[QuantityLike]
    turnover: Optional[AmountLike]
    balance_sheet: Optional[AmountLike]
    consolidated: Optional[BooleanLike]
    note: Optional[str]
    exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]]


class _FiscalYearList(RecordList[FiscalYear]):
    def add(self, *,
        year: Optional[IntegerLike] = ...,
        headcount: Optional[QuantityLike] = ...,
        turnover: Optional[AmountLike] = ...,
        balance_sheet: Optional[AmountLike] = ...,
        consolidated: Optional[BooleanLike] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> FiscalYear: ...


class FormerName(Record):
    """A name that the partner had before."""

    name: TextField
    """The former name."""
    until: DateField
    """Until when it was used."""
    note: TextField
    """Remark."""
    exceptions: ListField[_ExceptionRecordList, Union[ExceptionRecord, _ExceptionRecordDict]]
    """Rules whose diagnostics are accepted for this record."""

    def update(self, *,
        name: Optional[str] = ...,
        until: Optional[DateLike] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> None: ...


class _FormerNameDict(TypedDict, total=False):
    name: Optional[str]
    until: Optional[DateLike]
    note: Optional[str]
    exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]]


class _FormerNameList(RecordList[FormerName]):
    def add(self, *,
        name: Optional[str] = ...,
        until: Optional[DateLike] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> FormerName: ...


class Participation(Record):
    """The part that a partner takes in a project."""

    partner: ReferenceField[Partner]
    """Who takes part."""
    role: ChoiceField[ParticipationRole, _ParticipationRoleText]
    """As what."""
    budget: AmountField
    """The partner's budget in the project."""
    period: PeriodField
    """When, where it differs from the project's period."""
    note: TextField
    """Remark."""
    exceptions: ListField[_ExceptionRecordList, Union[ExceptionRecord, _ExceptionRecordDict]]
    """Rules whose diagnostics are accepted for this record."""

    def update(self, *,
        partner: Union[Partner, str, None] = ...,
        role: Union[ParticipationRole, _ParticipationRoleText, None] = ...,
        budget: Optional[AmountLike] = ...,
        period: Optional[PeriodLike] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> None: ...


class _ParticipationDict(TypedDict, total=False):
    partner: Union[Partner, str, None]
    role: Union[ParticipationRole, _ParticipationRoleText, None]
    budget: Optional[AmountLike]
    period: Optional[PeriodLike]
    note: Optional[str]
    exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]]


class _ParticipationList(RecordList[Participation]):
    def add(self, *,
        partner: Union[Partner, str, None] = ...,
        role: Union[ParticipationRole, _ParticipationRoleText, None] = ...,
        budget: Optional[AmountLike] = ...,
        period: Optional[PeriodLike] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> Participation: ...


class Milestone(Record):
    """A milestone of a project."""

    title: TextField
    """What is reached."""
    due: DateField
    """When it is due."""
    achieved: DateField
    """When it was reached."""
    note: TextField
    """Remark."""
    exceptions: ListField[_ExceptionRecordList, Union[ExceptionRecord, _ExceptionRecordDict]]
    """Rules whose diagnostics are accepted for this record."""

    def update(self, *,
        title: Optional[str] = ...,
        due: Optional[DateLike] = ...,
        achieved: Optional[DateLike] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> None: ...


class _MilestoneDict(TypedDict, total=False):
    title: Optional[str]
    due: Optional[DateLike]
    achieved: Optional[DateLike]
    note: Optional[str]
    exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]]


class _MilestoneList(RecordList[Milestone]):
    def add(self, *,
        title: Optional[str] = ...,
        due: Optional[DateLike] = ...,
        achieved: Optional[DateLike] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> Milestone: ...


class Contribution(Record):
    """What one funder pays of an agreement."""

    partner: ReferenceField[Partner]
    """Who pays."""
    unspecified: BooleanField
    """True where it is not known who pays."""
    amount: AmountField
    """The amount paid."""
    share: ShareField
    """The share of the agreement's amount."""
    nature: ChoiceField[ContributionNature, _ContributionNatureText]
    """In money or in kind."""
    own_contribution: BooleanField
    """True where a beneficiary pays this part itself."""
    fund: TextField
    """Fund or budget line it is paid from, such as FEDER."""
    note: TextField
    """Remark."""
    exceptions: ListField[_ExceptionRecordList, Union[ExceptionRecord, _ExceptionRecordDict]]
    """Rules whose diagnostics are accepted for this record."""

    def update(self, *,
        partner: Union[Partner, str, None] = ...,
        unspecified: Optional[BooleanLike] = ...,
        amount: Optional[AmountLike] = ...,
        share: Optional[ShareLike] = ...,
        nature: Union[ContributionNature, _ContributionNatureText, None] = ...,
        own_contribution: Optional[BooleanLike] = ...,
        fund: Optional[str] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> None: ...


class _ContributionDict(TypedDict, total=False):
    partner: Union[Partner, str, None]
    unspecified: Optional[BooleanLike]
    amount: Optional[AmountLike]
    share: Optional[ShareLike]
    nature: Union[ContributionNature, _ContributionNatureText, None]
    own_contribution: Optional[BooleanLike]
    fund: Optional[str]
    note: Optional[str]
    exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]]


class _ContributionList(RecordList[Contribution]):
    def add(self, *,
        partner: Union[Partner, str, None] = ...,
        unspecified: Optional[BooleanLike] = ...,
        amount: Optional[AmountLike] = ...,
        share: Optional[ShareLike] = ...,
        nature: Union[ContributionNature, _ContributionNatureText, None] = ...,
        own_contribution: Optional[BooleanLike] = ...,
        fund: Optional[str] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> Contribution: ...


class Allocation(Record):
    """What one beneficiary receives of an agreement."""

    partner: ReferenceField[Partner]
    """The partner that receives."""
    platform: ReferenceField[Platform]
    """The platform that receives."""
    project: ReferenceField[Project]
    """The project that receives."""
    amount: AmountField
    """The amount received."""
    share: ShareField
    """The share of the agreement's amount."""
    note: TextField
    """Remark."""
    exceptions: ListField[_ExceptionRecordList, Union[ExceptionRecord, _ExceptionRecordDict]]
    """Rules whose diagnostics are accepted for this record."""

    def update(self, *,
        partner: Union[Partner, str, None] = ...,
        platform: Union[Platform, str, None] = ...,
        project: Union[Project, str, None] = ...,
        amount: Optional[AmountLike] = ...,
        share: Optional[ShareLike] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> None: ...


class _AllocationDict(TypedDict, total=False):
    partner: Union[Partner, str, None]
    platform: Union[Platform, str, None]
    project: Union[Project, str, None]
    amount: Optional[AmountLike]
    share: Optional[ShareLike]
    note: Optional[str]
    exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]]


class _AllocationList(RecordList[Allocation]):
    def add(self, *,
        partner: Union[Partner, str, None] = ...,
        platform: Union[Platform, str, None] = ...,
        project: Union[Project, str, None] = ...,
        amount: Optional[AmountLike] = ...,
        share: Optional[ShareLike] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> Allocation: ...


class Instalment(Record):
    """One payment of an agreement, due or made."""

    due: DateField
    """When it is due."""
    amount: AmountField
    """The amount due."""
    funder: ReferenceField[Partner]
    """Who pays it."""
    beneficiary: ReferenceField[Partner]
    """Who receives it."""
    paid: DateField
    """When it was paid."""
    paid_amount: AmountField
    """What was paid, where it differs from the amount due."""
    condition: TextField
    """What it depends on."""
    note: TextField
    """Remark."""
    exceptions: ListField[_ExceptionRecordList, Union[ExceptionRecord, _ExceptionRecordDict]]
    """Rules whose diagnostics are accepted for this record."""

    def update(self, *,
        due: Optional[DateLike] = ...,
        amount: Optional[AmountLike] = ...,
        funder: Union[Partner, str, None] = ...,
        beneficiary: Union[Partner, str, None] = ...,
        paid: Optional[DateLike] = ...,
        paid_amount: Optional[AmountLike] = ...,
        condition: Optional[str] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> None: ...


class _InstalmentDict(TypedDict, total=False):
    due: Optional[DateLike]
    amount: Optional[AmountLike]
    funder: Union[Partner, str, None]
    beneficiary: Union[Partner, str, None]
    paid: Optional[DateLike]
    paid_amount: Optional[AmountLike]
    condition: Optional[str]
    note: Optional[str]
    exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]]


class _InstalmentList(RecordList[Instalment]):
    def add(self, *,
        due: Optional[DateLike] = ...,
        amount: Optional[AmountLike] = ...,
        funder: Union[Partner, str, None] = ...,
        beneficiary: Union[Partner, str, None] = ...,
        paid: Optional[DateLike] = ...,
        paid_amount: Optional[AmountLike] = ...,
        condition: Optional[str] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> Instalment: ...


class AidDeclaration(Record):
    """The State aid that an agreement declares, and the regime that allows it."""

    regime: ChoiceField[AidDeclarationRegime, _AidDeclarationRegimeText]
    """The regime that allows the aid."""
    scheme: TextField
    """Number of the aid scheme, such as SA.40391."""
    research_category: ChoiceField[ResearchCategory, _ResearchCategoryText]
    """Category of research that is aided."""
    beneficiary: ReferenceField[Partner]
    """Who receives the aid."""
    size: ChoiceField[Size, _SizeText]
    """Size of the beneficiary when the aid was granted."""
    eligible_costs: AmountField
    """Eligible costs of the beneficiary."""
    aid: AmountField
    """The aid, as gross grant equivalent."""
    effective_collaboration: BooleanField
    """Whether the bonus for effective collaboration is claimed."""
    wide_dissemination: BooleanField
    """Whether the bonus for wide dissemination is claimed."""
    note: TextField
    """Remark."""
    exceptions: ListField[_ExceptionRecordList, Union[ExceptionRecord, _ExceptionRecordDict]]
    """Rules whose diagnostics are accepted for this record."""

    def update(self, *,
        regime: Union[AidDeclarationRegime, _AidDeclarationRegimeText, None] = ...,
        scheme: Optional[str] = ...,
        research_category: Union[ResearchCategory, _ResearchCategoryText, None] = ...,
        beneficiary: Union[Partner, str, None] = ...,
        size: Union[Size, _SizeText, None] = ...,
        eligible_costs: Optional[AmountLike] = ...,
        aid: Optional[AmountLike] = ...,
        effective_collaboration: Optional[BooleanLike] = ...,
        wide_dissemination: Optional[BooleanLike] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> None: ...


class _AidDeclarationDict(TypedDict, total=False):
    regime: Union[AidDeclarationRegime, _AidDeclarationRegimeText, None]
    scheme: Optional[str]
    research_category: Union[ResearchCategory, _ResearchCategoryText, None]
    beneficiary: Union[Partner, str, None]
    size: Union[Size, _SizeText, None]
    eligible_costs: Optional[AmountLike]
    aid: Optional[AmountLike]
    effective_collaboration: Optional[BooleanLike]
    wide_dissemination: Optional[BooleanLike]
    note: Optional[str]
    exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]]


class _AidDeclarationList(RecordList[AidDeclaration]):
    def add(self, *,
        regime: Union[AidDeclarationRegime, _AidDeclarationRegimeText, None] = ...,
        scheme: Optional[str] = ...,
        research_category: Union[ResearchCategory, _ResearchCategoryText, None] = ...,
        beneficiary: Union[Partner, str, None] = ...,
        size: Union[Size, _SizeText, None] = ...,
        eligible_costs: Optional[AmountLike] = ...,
        aid: Optional[AmountLike] = ...,
        effective_collaboration: Optional[BooleanLike] = ...,
        wide_dissemination: Optional[BooleanLike] = ...,
        note: Optional[str] = ...,
        exceptions: Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]] = ...
    ) -> AidDeclaration: ...


class ExceptionRecord(Record):
    """Why a rule's diagnostic is accepted for this record."""

    rule: TextField
    """Name of the rule."""
    reason: TextField
    """Why its diagnostic is accepted here."""

    def update(self, *,
        rule: Optional[str] = ...,
        reason: Optional[str] = ...
    ) -> None: ...


class _ExceptionRecordDict(TypedDict, total=False):
    rule: Optional[str]
    reason: Optional[str]


class _ExceptionRecordList(RecordList[ExceptionRecord]):
    def add(self, *,
        rule: Optional[str] = ...,
        reason: Optional[str] = ...
    ) -> ExceptionRecord: ...


class PortfolioFields:
    """The attributes of a portfolio that the schema gives it."""

    title: OwnField[
        Optional[str], Optional[str]]
    """Title of the portfolio."""
    published: OwnField[
        Optional[AnyDate], Optional[DateLike]]
    """Day of publication."""
    as_of: OwnField[
        Optional[AnyDate], Optional[DateLike]]
    """Day that the facts describe."""
    source: OwnField[
        Optional[str], Optional[str]]
    """Where the facts come from."""
    publisher: OwnField[
        Optional[str], Optional[str]]
    """Who publishes the portfolio."""
    data_licence: OwnField[
        Optional[str], Optional[str]]
    """Licence under which the data may be used."""
    language: OwnField[
        Optional[str], Optional[str]]
    """Language of the texts (BCP 47), such as fr."""
    indicators: OwnField[
        _IndicatorList, Optional[Iterable[Union[Indicator, _IndicatorDict]]]]
    """Figures stated about it."""
    note: OwnField[
        Optional[str], Optional[str]]
    """Remark."""
    exceptions: OwnField[
        _ExceptionRecordList, Optional[Iterable[Union[ExceptionRecord, _ExceptionRecordDict]]]]
    """Rules whose diagnostics are accepted for this record."""

    @property
    def partners(self) -> _PartnerSection:
        """An organisation that takes part in technology transfer, in whatever role."""

    @property
    def programmes(self) -> _ProgrammeSection:
        """A programme or pact under which platforms, projects and agreements are set up."""

    @property
    def platforms(self) -> _PlatformSection:
        """A technology transfer platform: people and equipment at a place, run by one operator."""

    @property
    def agreements(self) -> _AgreementSection:
        """A funding agreement or a contract: who pays what to whom, for what, and when."""

    @property
    def projects(self) -> _ProjectSection:
        """A project of research, development or transfer in which partners work together."""

    @property
    def results(self) -> _ResultSection:
        """A result of research that is or may be transferred."""
