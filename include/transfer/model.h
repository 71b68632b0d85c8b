/* Typed handles, enumerators and accessors of every record type.
 *
 * SPDX-License-Identifier: MIT
 *
 * Derived from lib/schema.c by "make update"; do not edit.
 *
 * Getters of text, choices, references and items return NULL or 0 where the field is unset or
 * cannot be read; the others fill an out-parameter and return a status.  Ownership, errors and
 * ranges are those of the keyed functions in transfer.h.
 */
#ifndef TRANSFER_MODEL_H
#define TRANSFER_MODEL_H

#include <transfer/transfer.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Record types.  Numbers are permanent. */
enum transfer_type_number {
    TRANSFER_TYPE_PORTFOLIO = 1,
    TRANSFER_TYPE_PARTNER = 2,
    TRANSFER_TYPE_PROGRAMME = 3,
    TRANSFER_TYPE_PLATFORM = 4,
    TRANSFER_TYPE_AGREEMENT = 5,
    TRANSFER_TYPE_PROJECT = 6,
    TRANSFER_TYPE_RESULT = 7,
    TRANSFER_TYPE_INDICATOR = 8,
    TRANSFER_TYPE_PLATFORM_EVENT = 9,
    TRANSFER_TYPE_HOLDING = 10,
    TRANSFER_TYPE_FISCAL_YEAR = 11,
    TRANSFER_TYPE_FORMER_NAME = 12,
    TRANSFER_TYPE_PARTICIPATION = 13,
    TRANSFER_TYPE_MILESTONE = 14,
    TRANSFER_TYPE_CONTRIBUTION = 15,
    TRANSFER_TYPE_ALLOCATION = 16,
    TRANSFER_TYPE_INSTALMENT = 17,
    TRANSFER_TYPE_AID_DECLARATION = 18,
    TRANSFER_TYPE_EXCEPTION = 19
};

/* An organisation that takes part in technology transfer, in whatever role. */
typedef struct transfer_partner transfer_partner;
/* A programme or pact under which platforms, projects and agreements are set up. */
typedef struct transfer_programme transfer_programme;
/* A technology transfer platform: people and equipment at a place, run by one operator. */
typedef struct transfer_platform transfer_platform;
/* A funding agreement or a contract: who pays what to whom, for what, and when. */
typedef struct transfer_agreement transfer_agreement;
/* A project of research, development or transfer in which partners work together. */
typedef struct transfer_project transfer_project;
/* A result of research that is or may be transferred. */
typedef struct transfer_result transfer_result;
/* A figure that somebody states about the record. */
typedef struct transfer_indicator transfer_indicator;
/* A step in the life of a platform. */
typedef struct transfer_platform_event transfer_platform_event;
/* A share that a partner holds. */
typedef struct transfer_holding transfer_holding;
/* The accounts of one fiscal year, from which the size of an enterprise is found. */
typedef struct transfer_fiscal_year transfer_fiscal_year;
/* A name that the partner had before. */
typedef struct transfer_former_name transfer_former_name;
/* The part that a partner takes in a project. */
typedef struct transfer_participation transfer_participation;
/* A milestone of a project. */
typedef struct transfer_milestone transfer_milestone;
/* What one funder pays of an agreement. */
typedef struct transfer_contribution transfer_contribution;
/* What one beneficiary receives of an agreement. */
typedef struct transfer_allocation transfer_allocation;
/* One payment of an agreement, due or made. */
typedef struct transfer_instalment transfer_instalment;
/* The State aid that an agreement declares, and the regime that allows it. */
typedef struct transfer_aid_declaration transfer_aid_declaration;
/* Why a rule's diagnostic is accepted for this record. */
typedef struct transfer_exception transfer_exception;

/* Fields of a portfolio.  Numbers are permanent. */
enum transfer_portfolio_key {
    TRANSFER_PORTFOLIO_TITLE = 0x0101, /* Title of the portfolio. */
    TRANSFER_PORTFOLIO_PUBLISHED = 0x0102, /* Day of publication. */
    TRANSFER_PORTFOLIO_AS_OF = 0x0103, /* Day that the facts describe. */
    TRANSFER_PORTFOLIO_SOURCE = 0x0104, /* Where the facts come from. */
    TRANSFER_PORTFOLIO_PUBLISHER = 0x0105, /* Who publishes the portfolio. */
    TRANSFER_PORTFOLIO_DATA_LICENCE = 0x0106, /* Licence under which the data may be used. */
    TRANSFER_PORTFOLIO_LANGUAGE = 0x0107, /* Language of the texts (BCP 47), such as fr. */
    TRANSFER_PORTFOLIO_INDICATORS = 0x0108, /* Figures stated about it. */
    TRANSFER_PORTFOLIO_NOTE = 0x0109, /* Remark. */
    /* Rules whose diagnostics are accepted for this record. */
    TRANSFER_PORTFOLIO_EXCEPTIONS = 0x010a
};

/* Fields of a partner.  Numbers are permanent. */
enum transfer_partner_key {
    TRANSFER_PARTNER_NAME = 0x0201, /* Name of the partner, in full. */
    TRANSFER_PARTNER_KIND = 0x0202, /* What sort of organisation it is. */
    TRANSFER_PARTNER_COUNTRY = 0x0203, /* Country (ISO 3166-1 alpha-2). */
    TRANSFER_PARTNER_REGION = 0x0204, /* Region (NUTS). */
    TRANSFER_PARTNER_INSEE_REGION = 0x0205, /* Region (code of INSEE). */
    TRANSFER_PARTNER_CITY = 0x0206, /* City. */
    TRANSFER_PARTNER_POSTCODE = 0x0207, /* Postcode. */
    TRANSFER_PARTNER_ADDRESS = 0x0208, /* Postal address. */
    TRANSFER_PARTNER_SIREN = 0x0209, /* SIREN number of the French legal unit, 9 digits. */
    TRANSFER_PARTNER_SIRET = 0x020a, /* SIRET number of the French establishment, 14 digits. */
    TRANSFER_PARTNER_VAT = 0x020b, /* VAT identification number, with its country prefix. */
    TRANSFER_PARTNER_RNA = 0x020c, /* Number in the French register of associations (RNA). */
    TRANSFER_PARTNER_RNSR = 0x020d, /* Number in the French register of research units (RNSR). */
    TRANSFER_PARTNER_ROR = 0x020e, /* Research Organization Registry id, without the address. */
    TRANSFER_PARTNER_LEI = 0x020f, /* Legal Entity Identifier (ISO 17442). */
    TRANSFER_PARTNER_PARENTS = 0x0210, /* Organisations of which it is a part. */
    TRANSFER_PARTNER_OWNERSHIP = 0x0211, /* Who owns it, and what share. */
    TRANSFER_PARTNER_SIZE = 0x0212, /* Size of the enterprise. */
    TRANSFER_PARTNER_SIZE_DEFINITION = 0x0213, /* Definition under which the size is stated. */
    TRANSFER_PARTNER_ACCOUNTS = 0x0214, /* Accounts by fiscal year. */
    TRANSFER_PARTNER_FORMER_NAMES = 0x0215, /* Names it had before. */
    TRANSFER_PARTNER_FOUNDED = 0x0216, /* Day it was founded. */
    TRANSFER_PARTNER_CLOSED = 0x0217, /* Day it ceased to exist. */
    TRANSFER_PARTNER_SUCCESSOR = 0x0218, /* Partner that took over from it. */
    TRANSFER_PARTNER_FIELDS = 0x0219, /* Fields of technology or science. */
    TRANSFER_PARTNER_URL = 0x021a, /* Web page. */
    TRANSFER_PARTNER_NOTE = 0x021b, /* Remark. */
    TRANSFER_PARTNER_EXCEPTIONS = 0x021c /* Rules whose diagnostics are accepted for this record. */
};

/* Fields of a programme.  Numbers are permanent. */
enum transfer_programme_key {
    TRANSFER_PROGRAMME_NAME = 0x0301, /* Name of the programme. */
    TRANSFER_PROGRAMME_SHORT_NAME = 0x0302, /* Short name or acronym. */
    TRANSFER_PROGRAMME_AUTHORITIES = 0x0303, /* Partners that decide on the programme. */
    TRANSFER_PROGRAMME_PARTNERS = 0x0304, /* Partners that take part in the programme. */
    TRANSFER_PROGRAMME_PARENT = 0x0305, /* Programme of which this one is a part. */
    TRANSFER_PROGRAMME_OBJECTIVES = 0x0306, /* Objectives, as stated. */
    TRANSFER_PROGRAMME_REGIONS = 0x0307, /* Regions it covers (NUTS). */
    TRANSFER_PROGRAMME_PERIOD = 0x0308, /* Period over which it runs. */
    TRANSFER_PROGRAMME_BUDGET = 0x0309, /* Budget of the whole programme. */
    TRANSFER_PROGRAMME_LEGAL_BASIS = 0x030a, /* Legal basis. */
    TRANSFER_PROGRAMME_URL = 0x030b, /* Web page. */
    TRANSFER_PROGRAMME_INDICATORS = 0x030c, /* Figures stated about it. */
    TRANSFER_PROGRAMME_NOTE = 0x030d, /* Remark. */
    /* Rules whose diagnostics are accepted for this record. */
    TRANSFER_PROGRAMME_EXCEPTIONS = 0x030e
};

/* Fields of a platform.  Numbers are permanent. */
enum transfer_platform_key {
    TRANSFER_PLATFORM_NAME = 0x0401, /* Name of the platform. */
    TRANSFER_PLATFORM_OPERATOR = 0x0402, /* Partner that runs the platform. */
    TRANSFER_PLATFORM_NETWORK = 0x0403, /* Network of platforms it belongs to. */
    TRANSFER_PLATFORM_PROGRAMMES = 0x0404, /* Programmes it belongs to. */
    TRANSFER_PLATFORM_REGION = 0x0405, /* Region (NUTS). */
    TRANSFER_PLATFORM_COUNTRY = 0x0406, /* Country (ISO 3166-1 alpha-2). */
    TRANSFER_PLATFORM_CITY = 0x0407, /* City. */
    TRANSFER_PLATFORM_POSTCODE = 0x0408, /* Postcode. */
    TRANSFER_PLATFORM_SITE = 0x0409, /* Campus or site within the city. */
    TRANSFER_PLATFORM_ADDRESS = 0x040a, /* Postal address. */
    TRANSFER_PLATFORM_LATITUDE = 0x040b, /* Latitude in degrees, north positive (WGS 84). */
    TRANSFER_PLATFORM_LONGITUDE = 0x040c, /* Longitude in degrees, east positive (WGS 84). */
    TRANSFER_PLATFORM_MODELS = 0x040d, /* Platforms on whose model it was built. */
    TRANSFER_PLATFORM_HISTORY = 0x040e, /* Steps in its life, oldest first. */
    TRANSFER_PLATFORM_OBJECTIVES = 0x040f, /* Objectives, as stated. */
    TRANSFER_PLATFORM_FIELDS = 0x0410, /* Fields of technology or science. */
    TRANSFER_PLATFORM_EQUIPMENT = 0x0411, /* Equipment. */
    TRANSFER_PLATFORM_SERVICES = 0x0412, /* Services offered. */
    TRANSFER_PLATFORM_CONTACT = 0x0413, /* Whom to ask. */
    TRANSFER_PLATFORM_INDICATORS = 0x0414, /* Figures stated about it. */
    TRANSFER_PLATFORM_URL = 0x0415, /* Web page. */
    TRANSFER_PLATFORM_NOTE = 0x0416, /* Remark. */
    /* Rules whose diagnostics are accepted for this record. */
    TRANSFER_PLATFORM_EXCEPTIONS = 0x0417
};

/* Fields of an agreement.  Numbers are permanent. */
enum transfer_agreement_key {
    TRANSFER_AGREEMENT_TITLE = 0x0501, /* Title of the agreement. */
    TRANSFER_AGREEMENT_KIND = 0x0502, /* What sort of agreement it is. */
    TRANSFER_AGREEMENT_REFERENCE = 0x0503, /* Number or reference. */
    TRANSFER_AGREEMENT_PROGRAMMES = 0x0504, /* Programmes it belongs to. */
    TRANSFER_AGREEMENT_PROJECT = 0x0505, /* Project that it is for. */
    TRANSFER_AGREEMENT_RESULTS = 0x0506, /* Results that it is about. */
    TRANSFER_AGREEMENT_APPLIED = 0x0507, /* Day the aid was applied for. */
    TRANSFER_AGREEMENT_AWARDED = 0x0508, /* Day the decision was taken. */
    TRANSFER_AGREEMENT_SIGNED = 0x0509, /* Day it was signed. */
    TRANSFER_AGREEMENT_PERIOD = 0x050a, /* Period over which it runs. */
    TRANSFER_AGREEMENT_AMOUNT = 0x050b, /* Amount of the whole agreement. */
    TRANSFER_AGREEMENT_ELIGIBLE_COSTS = 0x050c, /* Costs that are eligible. */
    TRANSFER_AGREEMENT_VAT = 0x050d, /* Whether the amounts include value added tax. */
    TRANSFER_AGREEMENT_FUNDERS = 0x050e, /* Who pays, and what part. */
    TRANSFER_AGREEMENT_BENEFICIARIES = 0x050f, /* Who receives, and what part. */
    TRANSFER_AGREEMENT_INSTALMENTS = 0x0510, /* Payments, due or made. */
    TRANSFER_AGREEMENT_AID = 0x0511, /* State aid that it declares. */
    TRANSFER_AGREEMENT_EXCLUSIVITY = 0x0512, /* How exclusive a licence is. */
    TRANSFER_AGREEMENT_FIELD_OF_USE = 0x0513, /* Field of use of a licence. */
    TRANSFER_AGREEMENT_TERRITORY = 0x0514, /* Territory of a licence. */
    TRANSFER_AGREEMENT_ROYALTY_RATE = 0x0515, /* Rate of the royalties. */
    TRANSFER_AGREEMENT_ROYALTY_BASE = 0x0516, /* What the rate of the royalties applies to. */
    /* Agreement that this one restates and replaces from the day it is signed. */
    TRANSFER_AGREEMENT_AMENDS = 0x0517,
    TRANSFER_AGREEMENT_CONDITIONS = 0x0518, /* Conditions. */
    TRANSFER_AGREEMENT_SIGNATORIES = 0x0519, /* Who signed. */
    TRANSFER_AGREEMENT_URL = 0x051a, /* Web page. */
    TRANSFER_AGREEMENT_NOTE = 0x051b, /* Remark. */
    /* Rules whose diagnostics are accepted for this record. */
    TRANSFER_AGREEMENT_EXCEPTIONS = 0x051c
};

/* Fields of a project.  Numbers are permanent. */
enum transfer_project_key {
    TRANSFER_PROJECT_TITLE = 0x0601, /* Title of the project. */
    TRANSFER_PROJECT_ACRONYM = 0x0602, /* Acronym. */
    TRANSFER_PROJECT_PLATFORM = 0x0603, /* Platform on which it is carried out. */
    TRANSFER_PROJECT_PROGRAMMES = 0x0604, /* Programmes it belongs to. */
    TRANSFER_PROJECT_STATUS = 0x0605, /* Where the project stands. */
    TRANSFER_PROJECT_PERIOD = 0x0606, /* Period over which it runs. */
    /* Category of research, as State aid law has it. */
    TRANSFER_PROJECT_RESEARCH_CATEGORY = 0x0607,
    TRANSFER_PROJECT_TRL_START = 0x0608, /* Technology readiness level at the start. */
    TRANSFER_PROJECT_TRL_TARGET = 0x0609, /* Technology readiness level aimed at. */
    TRANSFER_PROJECT_TRL_CURRENT = 0x060a, /* Technology readiness level reached. */
    TRANSFER_PROJECT_BUDGET = 0x060b, /* Budget of the whole project. */
    TRANSFER_PROJECT_PARTNERS = 0x060c, /* Who works in the project, and as what. */
    TRANSFER_PROJECT_MILESTONES = 0x060d, /* Milestones. */
    TRANSFER_PROJECT_FIELDS = 0x060e, /* Fields of technology or science. */
    TRANSFER_PROJECT_ABSTRACT = 0x060f, /* Summary. */
    TRANSFER_PROJECT_URL = 0x0610, /* Web page. */
    TRANSFER_PROJECT_INDICATORS = 0x0611, /* Figures stated about it. */
    TRANSFER_PROJECT_NOTE = 0x0612, /* Remark. */
    TRANSFER_PROJECT_EXCEPTIONS = 0x0613 /* Rules whose diagnostics are accepted for this record. */
};

/* Fields of a result.  Numbers are permanent. */
enum transfer_result_key {
    TRANSFER_RESULT_TITLE = 0x0701, /* Title of the result. */
    TRANSFER_RESULT_KIND = 0x0702, /* What sort of result it is. */
    TRANSFER_RESULT_REFERENCE = 0x0703, /* Number or reference, such as that of a patent. */
    TRANSFER_RESULT_PROJECT = 0x0704, /* Project that it came out of. */
    TRANSFER_RESULT_FILED = 0x0705, /* Day it was filed. */
    TRANSFER_RESULT_PUBLISHED = 0x0706, /* Day it was published. */
    TRANSFER_RESULT_EXPIRES = 0x0707, /* Day its protection ends. */
    TRANSFER_RESULT_TRL = 0x0708, /* Technology readiness level. */
    TRANSFER_RESULT_OWNERS = 0x0709, /* Who owns it, and what share. */
    TRANSFER_RESULT_FIELDS = 0x070a, /* Fields of technology or science. */
    TRANSFER_RESULT_URL = 0x070b, /* Web page. */
    TRANSFER_RESULT_NOTE = 0x070c, /* Remark. */
    TRANSFER_RESULT_EXCEPTIONS = 0x070d /* Rules whose diagnostics are accepted for this record. */
};

/* Fields of an indicator.  Numbers are permanent. */
enum transfer_indicator_key {
    TRANSFER_INDICATOR_NAME = 0x0801, /* What is counted or measured. */
    /* The figure: an amount if it ends in a currency, else a quantity. */
    TRANSFER_INDICATOR_VALUE = 0x0802,
    TRANSFER_INDICATOR_DATE = 0x0803, /* Day for which the figure stands. */
    TRANSFER_INDICATOR_PERIOD = 0x0804, /* Period for which the figure stands. */
    TRANSFER_INDICATOR_SCOPE = 0x0805, /* Platforms that the figure is about. */
    TRANSFER_INDICATOR_NOTE = 0x0806, /* Remark. */
    /* Rules whose diagnostics are accepted for this record. */
    TRANSFER_INDICATOR_EXCEPTIONS = 0x0807
};

/* Fields of a platform_event.  Numbers are permanent. */
enum transfer_platform_event_key {
    TRANSFER_PLATFORM_EVENT_DATE = 0x0901, /* When it happened. */
    TRANSFER_PLATFORM_EVENT_STATUS = 0x0902, /* What the platform became. */
    TRANSFER_PLATFORM_EVENT_BY = 0x0903, /* Persons who announced, installed or closed it. */
    TRANSFER_PLATFORM_EVENT_NOTE = 0x0904, /* Remark. */
    /* Rules whose diagnostics are accepted for this record. */
    TRANSFER_PLATFORM_EVENT_EXCEPTIONS = 0x0905
};

/* Fields of a holding.  Numbers are permanent. */
enum transfer_holding_key {
    TRANSFER_HOLDING_OWNER = 0x0a01, /* Who holds the share. */
    TRANSFER_HOLDING_SHARE = 0x0a02, /* The share. */
    TRANSFER_HOLDING_FROM = 0x0a03, /* Since when. */
    TRANSFER_HOLDING_NOTE = 0x0a04, /* Remark. */
    TRANSFER_HOLDING_EXCEPTIONS = 0x0a05 /* Rules whose diagnostics are accepted for this record. */
};

/* Fields of a fiscal_year.  Numbers are permanent. */
enum transfer_fiscal_year_key {
    TRANSFER_FISCAL_YEAR_YEAR = 0x0b01, /* Year in which the fiscal year ends. */
    TRANSFER_FISCAL_YEAR_HEADCOUNT = 0x0b02, /* Staff in annual work units. */
    TRANSFER_FISCAL_YEAR_TURNOVER = 0x0b03, /* Turnover. */
    TRANSFER_FISCAL_YEAR_BALANCE_SHEET = 0x0b04, /* Balance sheet total. */
    TRANSFER_FISCAL_YEAR_CONSOLIDATED = 0x0b05, /* Whether the accounts are those of the group. */
    TRANSFER_FISCAL_YEAR_NOTE = 0x0b06, /* Remark. */
    /* Rules whose diagnostics are accepted for this record. */
    TRANSFER_FISCAL_YEAR_EXCEPTIONS = 0x0b07
};

/* Fields of a former_name.  Numbers are permanent. */
enum transfer_former_name_key {
    TRANSFER_FORMER_NAME_NAME = 0x0c01, /* The former name. */
    TRANSFER_FORMER_NAME_UNTIL = 0x0c02, /* Until when it was used. */
    TRANSFER_FORMER_NAME_NOTE = 0x0c03, /* Remark. */
    /* Rules whose diagnostics are accepted for this record. */
    TRANSFER_FORMER_NAME_EXCEPTIONS = 0x0c04
};

/* Fields of a participation.  Numbers are permanent. */
enum transfer_participation_key {
    TRANSFER_PARTICIPATION_PARTNER = 0x0d01, /* Who takes part. */
    TRANSFER_PARTICIPATION_ROLE = 0x0d02, /* As what. */
    TRANSFER_PARTICIPATION_BUDGET = 0x0d03, /* The partner's budget in the project. */
    TRANSFER_PARTICIPATION_PERIOD = 0x0d04, /* When, where it differs from the project's period. */
    TRANSFER_PARTICIPATION_NOTE = 0x0d05, /* Remark. */
    /* Rules whose diagnostics are accepted for this record. */
    TRANSFER_PARTICIPATION_EXCEPTIONS = 0x0d06
};

/* Fields of a milestone.  Numbers are permanent. */
enum transfer_milestone_key {
    TRANSFER_MILESTONE_TITLE = 0x0e01, /* What is reached. */
    TRANSFER_MILESTONE_DUE = 0x0e02, /* When it is due. */
    TRANSFER_MILESTONE_ACHIEVED = 0x0e03, /* When it was reached. */
    TRANSFER_MILESTONE_NOTE = 0x0e04, /* Remark. */
    /* Rules whose diagnostics are accepted for this record. */
    TRANSFER_MILESTONE_EXCEPTIONS = 0x0e05
};

/* Fields of a contribution.  Numbers are permanent. */
enum transfer_contribution_key {
    TRANSFER_CONTRIBUTION_PARTNER = 0x0f01, /* Who pays. */
    TRANSFER_CONTRIBUTION_UNSPECIFIED = 0x0f02, /* True where it is not known who pays. */
    TRANSFER_CONTRIBUTION_AMOUNT = 0x0f03, /* The amount paid. */
    TRANSFER_CONTRIBUTION_SHARE = 0x0f04, /* The share of the agreement's amount. */
    TRANSFER_CONTRIBUTION_NATURE = 0x0f05, /* In money or in kind. */
    /* True where a beneficiary pays this part itself. */
    TRANSFER_CONTRIBUTION_OWN_CONTRIBUTION = 0x0f06,
    TRANSFER_CONTRIBUTION_FUND = 0x0f07, /* Fund or budget line it is paid from, such as FEDER. */
    TRANSFER_CONTRIBUTION_NOTE = 0x0f08, /* Remark. */
    /* Rules whose diagnostics are accepted for this record. */
    TRANSFER_CONTRIBUTION_EXCEPTIONS = 0x0f09
};

/* Fields of an allocation.  Numbers are permanent. */
enum transfer_allocation_key {
    TRANSFER_ALLOCATION_PARTNER = 0x1001, /* The partner that receives. */
    TRANSFER_ALLOCATION_PLATFORM = 0x1002, /* The platform that receives. */
    TRANSFER_ALLOCATION_PROJECT = 0x1003, /* The project that receives. */
    TRANSFER_ALLOCATION_AMOUNT = 0x1004, /* The amount received. */
    TRANSFER_ALLOCATION_SHARE = 0x1005, /* The share of the agreement's amount. */
    TRANSFER_ALLOCATION_NOTE = 0x1006, /* Remark. */
    /* Rules whose diagnostics are accepted for this record. */
    TRANSFER_ALLOCATION_EXCEPTIONS = 0x1007
};

/* Fields of an instalment.  Numbers are permanent. */
enum transfer_instalment_key {
    TRANSFER_INSTALMENT_DUE = 0x1101, /* When it is due. */
    TRANSFER_INSTALMENT_AMOUNT = 0x1102, /* The amount due. */
    TRANSFER_INSTALMENT_FUNDER = 0x1103, /* Who pays it. */
    TRANSFER_INSTALMENT_BENEFICIARY = 0x1104, /* Who receives it. */
    TRANSFER_INSTALMENT_PAID = 0x1105, /* When it was paid. */
    /* What was paid, where it differs from the amount due. */
    TRANSFER_INSTALMENT_PAID_AMOUNT = 0x1106,
    TRANSFER_INSTALMENT_CONDITION = 0x1107, /* What it depends on. */
    TRANSFER_INSTALMENT_NOTE = 0x1108, /* Remark. */
    /* Rules whose diagnostics are accepted for this record. */
    TRANSFER_INSTALMENT_EXCEPTIONS = 0x1109
};

/* Fields of an aid_declaration.  Numbers are permanent. */
enum transfer_aid_declaration_key {
    TRANSFER_AID_DECLARATION_REGIME = 0x1201, /* The regime that allows the aid. */
    TRANSFER_AID_DECLARATION_SCHEME = 0x1202, /* Number of the aid scheme, such as SA.40391. */
    TRANSFER_AID_DECLARATION_RESEARCH_CATEGORY = 0x1203, /* Category of research that is aided. */
    TRANSFER_AID_DECLARATION_BENEFICIARY = 0x1204, /* Who receives the aid. */
    TRANSFER_AID_DECLARATION_SIZE = 0x1205, /* Size of the beneficiary when the aid was granted. */
    TRANSFER_AID_DECLARATION_ELIGIBLE_COSTS = 0x1206, /* Eligible costs of the beneficiary. */
    TRANSFER_AID_DECLARATION_AID = 0x1207, /* The aid, as gross grant equivalent. */
    /* Whether the bonus for effective collaboration is claimed. */
    TRANSFER_AID_DECLARATION_EFFECTIVE_COLLABORATION = 0x1208,
    /* Whether the bonus for wide dissemination is claimed. */
    TRANSFER_AID_DECLARATION_WIDE_DISSEMINATION = 0x1209,
    TRANSFER_AID_DECLARATION_NOTE = 0x120a, /* Remark. */
    /* Rules whose diagnostics are accepted for this record. */
    TRANSFER_AID_DECLARATION_EXCEPTIONS = 0x120b
};

/* Fields of an exception.  Numbers are permanent. */
enum transfer_exception_key {
    TRANSFER_EXCEPTION_RULE = 0x1301, /* Name of the rule. */
    TRANSFER_EXCEPTION_REASON = 0x1302 /* Why its diagnostic is accepted here. */
};

/* Choices of a partner's kind.  Numbers are permanent. */
enum {
    TRANSFER_PARTNER_KIND_COMPANY = 1, /* A company. */
    TRANSFER_PARTNER_KIND_RESEARCH_ORGANISATION = 2, /* A public research organisation. */
    TRANSFER_PARTNER_KIND_UNIVERSITY = 3, /* A university or school of higher education. */
    TRANSFER_PARTNER_KIND_LABORATORY = 4, /* A laboratory or research unit. */
    /* A technological research institute (IRT). */
    TRANSFER_PARTNER_KIND_TECHNOLOGICAL_RESEARCH_INSTITUTE = 5,
    /* A technology transfer office (in France a SATT). */
    TRANSFER_PARTNER_KIND_TECHNOLOGY_TRANSFER_OFFICE = 6,
    TRANSFER_PARTNER_KIND_COMPETITIVENESS_CLUSTER = 7, /* A competitiveness cluster. */
    TRANSFER_PARTNER_KIND_HOSPITAL = 8, /* A hospital. */
    TRANSFER_PARTNER_KIND_STATE = 9, /* A State. */
    TRANSFER_PARTNER_KIND_PUBLIC_AGENCY = 10, /* An agency of a State. */
    TRANSFER_PARTNER_KIND_REGIONAL_AUTHORITY = 11, /* A region. */
    TRANSFER_PARTNER_KIND_LOCAL_AUTHORITY = 12, /* A local authority other than a region. */
    TRANSFER_PARTNER_KIND_EUROPEAN_UNION = 13, /* The European Union, its bodies and funds. */
    TRANSFER_PARTNER_KIND_FINANCIAL_INSTITUTION = 14, /* A bank or another financial institution. */
    TRANSFER_PARTNER_KIND_FOUNDATION = 15, /* A foundation. */
    TRANSFER_PARTNER_KIND_ASSOCIATION = 16, /* An association. */
    TRANSFER_PARTNER_KIND_OTHER = 17 /* None of the others. */
};

/* Choices of every field "size".  Numbers are permanent. */
enum {
    TRANSFER_SIZE_MICRO = 1, /* Micro-enterprise. */
    TRANSFER_SIZE_SMALL = 2, /* Small enterprise. */
    TRANSFER_SIZE_MEDIUM = 3, /* Medium-sized enterprise. */
    /* Small or medium-sized enterprise, not known which (in French law PME). */
    TRANSFER_SIZE_SME = 4,
    TRANSFER_SIZE_INTERMEDIATE = 5, /* Enterprise of intermediate size, of French law (ETI). */
    TRANSFER_SIZE_LARGE = 6 /* Large enterprise. */
};

/* Choices of a partner's size_definition.  Numbers are permanent. */
enum {
    TRANSFER_PARTNER_SIZE_DEFINITION_EU_2003_361 = 1, /* Commission Recommendation 2003/361/EC. */
    /* French decree 2008-1354 of 18 December 2008. */
    TRANSFER_PARTNER_SIZE_DEFINITION_FR_2008_1354 = 2
};

/* Choices of an agreement's kind.  Numbers are permanent. */
enum {
    TRANSFER_AGREEMENT_KIND_GRANT = 1, /* Grant for a purpose. */
    TRANSFER_AGREEMENT_KIND_SUBSIDY = 2, /* Public subsidy. */
    TRANSFER_AGREEMENT_KIND_RESEARCH_CONTRACT = 3, /* Research contract. */
    TRANSFER_AGREEMENT_KIND_SERVICE_CONTRACT = 4, /* Service contract. */
    TRANSFER_AGREEMENT_KIND_REPAYABLE_ADVANCE = 5, /* Advance that is repaid on success. */
    TRANSFER_AGREEMENT_KIND_LOAN = 6, /* Loan. */
    TRANSFER_AGREEMENT_KIND_EQUITY = 7, /* Equity. */
    TRANSFER_AGREEMENT_KIND_ENDOWMENT = 8, /* Endowment. */
    TRANSFER_AGREEMENT_KIND_LICENCE = 9, /* Licence; its funder is the licensee. */
    TRANSFER_AGREEMENT_KIND_OPTION = 10, /* Option on a licence or an assignment. */
    TRANSFER_AGREEMENT_KIND_ASSIGNMENT = 11, /* Assignment of a result. */
    TRANSFER_AGREEMENT_KIND_FRAMEWORK_AGREEMENT = 12, /* Framework agreement. */
    TRANSFER_AGREEMENT_KIND_CONSORTIUM_AGREEMENT = 13 /* Consortium agreement. */
};

/* Choices of an agreement's vat.  Numbers are permanent. */
enum {
    TRANSFER_AGREEMENT_VAT_EXCLUDED = 1, /* The amounts exclude value added tax. */
    TRANSFER_AGREEMENT_VAT_INCLUDED = 2, /* The amounts include value added tax. */
    TRANSFER_AGREEMENT_VAT_NOT_APPLICABLE = 3 /* Outside the scope of value added tax. */
};

/* Choices of an agreement's exclusivity.  Numbers are permanent. */
enum {
    TRANSFER_AGREEMENT_EXCLUSIVITY_EXCLUSIVE = 1, /* Exclusive, even of the owner. */
    TRANSFER_AGREEMENT_EXCLUSIVITY_SOLE = 2, /* No other licensee, the owner apart. */
    TRANSFER_AGREEMENT_EXCLUSIVITY_NON_EXCLUSIVE = 3 /* Not exclusive. */
};

/* Choices of a project's status.  Numbers are permanent. */
enum {
    TRANSFER_PROJECT_STATUS_PROPOSED = 1, /* Proposed. */
    TRANSFER_PROJECT_STATUS_CONTRACTED = 2, /* Contracted, not yet begun. */
    TRANSFER_PROJECT_STATUS_ACTIVE = 3, /* Under way. */
    TRANSFER_PROJECT_STATUS_SUSPENDED = 4, /* Suspended for a time. */
    TRANSFER_PROJECT_STATUS_COMPLETED = 5, /* Completed. */
    TRANSFER_PROJECT_STATUS_CANCELLED = 6 /* Cancelled. */
};

/* Choices of every field "research_category".  Numbers are permanent. */
enum {
    TRANSFER_RESEARCH_CATEGORY_FUNDAMENTAL_RESEARCH = 1, /* Fundamental research. */
    TRANSFER_RESEARCH_CATEGORY_INDUSTRIAL_RESEARCH = 2, /* Industrial research. */
    TRANSFER_RESEARCH_CATEGORY_EXPERIMENTAL_DEVELOPMENT = 3, /* Experimental development. */
    TRANSFER_RESEARCH_CATEGORY_FEASIBILITY_STUDY = 4 /* Feasibility study. */
};

/* Choices of a result's kind.  Numbers are permanent. */
enum {
    TRANSFER_RESULT_KIND_PATENT = 1, /* Patent. */
    TRANSFER_RESULT_KIND_SOFTWARE = 2, /* Software. */
    TRANSFER_RESULT_KIND_KNOW_HOW = 3, /* Know-how. */
    TRANSFER_RESULT_KIND_PUBLICATION = 4, /* Publication. */
    TRANSFER_RESULT_KIND_PROTOTYPE = 5, /* Prototype. */
    TRANSFER_RESULT_KIND_DATABASE = 6, /* Database. */
    TRANSFER_RESULT_KIND_DESIGN = 7, /* Design. */
    TRANSFER_RESULT_KIND_PLANT_VARIETY = 8, /* Plant variety. */
    TRANSFER_RESULT_KIND_SPIN_OFF = 9, /* Spin-off company. */
    TRANSFER_RESULT_KIND_STANDARD = 10 /* Standard. */
};

/* Choices of a platform_event's status.  Numbers are permanent. */
enum {
    TRANSFER_PLATFORM_EVENT_STATUS_ANNOUNCED = 1, /* Announced, not yet installed. */
    TRANSFER_PLATFORM_EVENT_STATUS_INSTALLED = 2, /* Officially installed. */
    TRANSFER_PLATFORM_EVENT_STATUS_OPERATIONAL = 3, /* In operation. */
    TRANSFER_PLATFORM_EVENT_STATUS_SUSPENDED = 4, /* Suspended for a time. */
    TRANSFER_PLATFORM_EVENT_STATUS_CLOSED = 5 /* Closed for good. */
};

/* Choices of a participation's role.  Numbers are permanent. */
enum {
    TRANSFER_PARTICIPATION_ROLE_COORDINATOR = 1, /* Coordinates the project. */
    TRANSFER_PARTICIPATION_ROLE_PARTICIPANT = 2, /* Takes a full part. */
    TRANSFER_PARTICIPATION_ROLE_ASSOCIATED = 3, /* Associated, without funding. */
    TRANSFER_PARTICIPATION_ROLE_SUBCONTRACTOR = 4, /* Works for another participant. */
    TRANSFER_PARTICIPATION_ROLE_THIRD_PARTY = 5, /* A third party linked to a participant. */
    TRANSFER_PARTICIPATION_ROLE_TECHNOLOGY_PROVIDER = 6, /* Brings the technology. */
    TRANSFER_PARTICIPATION_ROLE_END_USER = 7 /* Will use the result. */
};

/* Choices of a contribution's nature.  Numbers are permanent. */
enum {
    TRANSFER_CONTRIBUTION_NATURE_CASH = 1, /* In money. */
    TRANSFER_CONTRIBUTION_NATURE_IN_KIND = 2 /* In kind. */
};

/* Choices of an aid_declaration's regime.  Numbers are permanent. */
enum {
    /* General block exemption: research and development. */
    TRANSFER_AID_DECLARATION_REGIME_GBER_RESEARCH_DEVELOPMENT = 1,
    /* General block exemption: research infrastructures. */
    TRANSFER_AID_DECLARATION_REGIME_GBER_RESEARCH_INFRASTRUCTURE = 2,
    /* General block exemption: innovation of SMEs. */
    TRANSFER_AID_DECLARATION_REGIME_GBER_SME_INNOVATION = 3,
    /* General block exemption: innovation clusters. */
    TRANSFER_AID_DECLARATION_REGIME_GBER_INNOVATION_CLUSTER = 4,
    /* General block exemption: process and organisational innovation. */
    TRANSFER_AID_DECLARATION_REGIME_GBER_PROCESS_INNOVATION = 5,
    TRANSFER_AID_DECLARATION_REGIME_DE_MINIMIS = 6, /* De minimis aid. */
    TRANSFER_AID_DECLARATION_REGIME_NOTIFIED = 7, /* Aid notified to the Commission. */
    TRANSFER_AID_DECLARATION_REGIME_NONE = 8 /* No State aid. */
};

/* The record of a partner; NULL for NULL. */
static inline transfer_record *transfer_partner_record(const transfer_partner *partner)
{
    return (transfer_record *)partner;
}

/* The record as a partner; NULL when it is of another type. */
static inline transfer_partner *transfer_record_as_partner(const transfer_record *record)
{
    return transfer_record_type(record) == TRANSFER_TYPE_PARTNER
            ? (transfer_partner *)record : (transfer_partner *)NULL;
}

/* The number of partners. */
static inline size_t transfer_portfolio_partner_count(const transfer_portfolio *portfolio)
{
    return transfer_portfolio_count(portfolio, TRANSFER_TYPE_PARTNER);
}

/* Number `index` of the partners, in the order of the files; NULL past the end. */
static inline transfer_partner *transfer_portfolio_partner_at(const transfer_portfolio *portfolio,
        size_t index)
{
    return (transfer_partner *)transfer_portfolio_at(portfolio, TRANSFER_TYPE_PARTNER, index);
}

/* The partner with this id; NULL when there is none. */
static inline transfer_partner *transfer_portfolio_find_partner(
        const transfer_portfolio *portfolio, const char *id)
{
    return (transfer_partner *)transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, id);
}

/* Adds an empty partner, as transfer_portfolio_add() does. */
static inline transfer_status transfer_portfolio_add_partner(transfer_portfolio *portfolio,
        const char *id, transfer_partner **partner)
{
    transfer_record *record;
    transfer_status status;
    if (!partner)
        return TRANSFER_MISUSE;
    status = transfer_portfolio_add(portfolio, TRANSFER_TYPE_PARTNER, id, &record);
    if (status == TRANSFER_OK)
        *partner = (transfer_partner *)record;
    return status;
}

/* The record of a programme; NULL for NULL. */
static inline transfer_record *transfer_programme_record(const transfer_programme *programme)
{
    return (transfer_record *)programme;
}

/* The record as a programme; NULL when it is of another type. */
static inline transfer_programme *transfer_record_as_programme(const transfer_record *record)
{
    return transfer_record_type(record) == TRANSFER_TYPE_PROGRAMME
            ? (transfer_programme *)record : (transfer_programme *)NULL;
}

/* The number of programmes. */
static inline size_t transfer_portfolio_programme_count(const transfer_portfolio *portfolio)
{
    return transfer_portfolio_count(portfolio, TRANSFER_TYPE_PROGRAMME);
}

/* Number `index` of the programmes, in the order of the files; NULL past the end. */
static inline transfer_programme *transfer_portfolio_programme_at(
        const transfer_portfolio *portfolio, size_t index)
{
    return (transfer_programme *)transfer_portfolio_at(portfolio, TRANSFER_TYPE_PROGRAMME, index);
}

/* The programme with this id; NULL when there is none. */
static inline transfer_programme *transfer_portfolio_find_programme(
        const transfer_portfolio *portfolio, const char *id)
{
    return (transfer_programme *)transfer_portfolio_find(portfolio, TRANSFER_TYPE_PROGRAMME, id);
}

/* Adds an empty programme, as transfer_portfolio_add() does. */
static inline transfer_status transfer_portfolio_add_programme(transfer_portfolio *portfolio,
        const char *id, transfer_programme **programme)
{
    transfer_record *record;
    transfer_status status;
    if (!programme)
        return TRANSFER_MISUSE;
    status = transfer_portfolio_add(portfolio, TRANSFER_TYPE_PROGRAMME, id, &record);
    if (status == TRANSFER_OK)
        *programme = (transfer_programme *)record;
    return status;
}

/* The record of a platform; NULL for NULL. */
static inline transfer_record *transfer_platform_record(const transfer_platform *platform)
{
    return (transfer_record *)platform;
}

/* The record as a platform; NULL when it is of another type. */
static inline transfer_platform *transfer_record_as_platform(const transfer_record *record)
{
    return transfer_record_type(record) == TRANSFER_TYPE_PLATFORM
            ? (transfer_platform *)record : (transfer_platform *)NULL;
}

/* The number of platforms. */
static inline size_t transfer_portfolio_platform_count(const transfer_portfolio *portfolio)
{
    return transfer_portfolio_count(portfolio, TRANSFER_TYPE_PLATFORM);
}

/* Number `index` of the platforms, in the order of the files; NULL past the end. */
static inline transfer_platform *transfer_portfolio_platform_at(
        const transfer_portfolio *portfolio, size_t index)
{
    return (transfer_platform *)transfer_portfolio_at(portfolio, TRANSFER_TYPE_PLATFORM, index);
}

/* The platform with this id; NULL when there is none. */
static inline transfer_platform *transfer_portfolio_find_platform(
        const transfer_portfolio *portfolio, const char *id)
{
    return (transfer_platform *)transfer_portfolio_find(portfolio, TRANSFER_TYPE_PLATFORM, id);
}

/* Adds an empty platform, as transfer_portfolio_add() does. */
static inline transfer_status transfer_portfolio_add_platform(transfer_portfolio *portfolio,
        const char *id, transfer_platform **platform)
{
    transfer_record *record;
    transfer_status status;
    if (!platform)
        return TRANSFER_MISUSE;
    status = transfer_portfolio_add(portfolio, TRANSFER_TYPE_PLATFORM, id, &record);
    if (status == TRANSFER_OK)
        *platform = (transfer_platform *)record;
    return status;
}

/* The record of an agreement; NULL for NULL. */
static inline transfer_record *transfer_agreement_record(const transfer_agreement *agreement)
{
    return (transfer_record *)agreement;
}

/* The record as an agreement; NULL when it is of another type. */
static inline transfer_agreement *transfer_record_as_agreement(const transfer_record *record)
{
    return transfer_record_type(record) == TRANSFER_TYPE_AGREEMENT
            ? (transfer_agreement *)record : (transfer_agreement *)NULL;
}

/* The number of agreements. */
static inline size_t transfer_portfolio_agreement_count(const transfer_portfolio *portfolio)
{
    return transfer_portfolio_count(portfolio, TRANSFER_TYPE_AGREEMENT);
}

/* Number `index` of the agreements, in the order of the files; NULL past the end. */
static inline transfer_agreement *transfer_portfolio_agreement_at(
        const transfer_portfolio *portfolio, size_t index)
{
    return (transfer_agreement *)transfer_portfolio_at(portfolio, TRANSFER_TYPE_AGREEMENT, index);
}

/* The agreement with this id; NULL when there is none. */
static inline transfer_agreement *transfer_portfolio_find_agreement(
        const transfer_portfolio *portfolio, const char *id)
{
    return (transfer_agreement *)transfer_portfolio_find(portfolio, TRANSFER_TYPE_AGREEMENT, id);
}

/* Adds an empty agreement, as transfer_portfolio_add() does. */
static inline transfer_status transfer_portfolio_add_agreement(transfer_portfolio *portfolio,
        const char *id, transfer_agreement **agreement)
{
    transfer_record *record;
    transfer_status status;
    if (!agreement)
        return TRANSFER_MISUSE;
    status = transfer_portfolio_add(portfolio, TRANSFER_TYPE_AGREEMENT, id, &record);
    if (status == TRANSFER_OK)
        *agreement = (transfer_agreement *)record;
    return status;
}

/* The record of a project; NULL for NULL. */
static inline transfer_record *transfer_project_record(const transfer_project *project)
{
    return (transfer_record *)project;
}

/* The record as a project; NULL when it is of another type. */
static inline transfer_project *transfer_record_as_project(const transfer_record *record)
{
    return transfer_record_type(record) == TRANSFER_TYPE_PROJECT
            ? (transfer_project *)record : (transfer_project *)NULL;
}

/* The number of projects. */
static inline size_t transfer_portfolio_project_count(const transfer_portfolio *portfolio)
{
    return transfer_portfolio_count(portfolio, TRANSFER_TYPE_PROJECT);
}

/* Number `index` of the projects, in the order of the files; NULL past the end. */
static inline transfer_project *transfer_portfolio_project_at(const transfer_portfolio *portfolio,
        size_t index)
{
    return (transfer_project *)transfer_portfolio_at(portfolio, TRANSFER_TYPE_PROJECT, index);
}

/* The project with this id; NULL when there is none. */
static inline transfer_project *transfer_portfolio_find_project(
        const transfer_portfolio *portfolio, const char *id)
{
    return (transfer_project *)transfer_portfolio_find(portfolio, TRANSFER_TYPE_PROJECT, id);
}

/* Adds an empty project, as transfer_portfolio_add() does. */
static inline transfer_status transfer_portfolio_add_project(transfer_portfolio *portfolio,
        const char *id, transfer_project **project)
{
    transfer_record *record;
    transfer_status status;
    if (!project)
        return TRANSFER_MISUSE;
    status = transfer_portfolio_add(portfolio, TRANSFER_TYPE_PROJECT, id, &record);
    if (status == TRANSFER_OK)
        *project = (transfer_project *)record;
    return status;
}

/* The record of a result; NULL for NULL. */
static inline transfer_record *transfer_result_record(const transfer_result *result)
{
    return (transfer_record *)result;
}

/* The record as a result; NULL when it is of another type. */
static inline transfer_result *transfer_record_as_result(const transfer_record *record)
{
    return transfer_record_type(record) == TRANSFER_TYPE_RESULT
            ? (transfer_result *)record : (transfer_result *)NULL;
}

/* The number of results. */
static inline size_t transfer_portfolio_result_count(const transfer_portfolio *portfolio)
{
    return transfer_portfolio_count(portfolio, TRANSFER_TYPE_RESULT);
}

/* Number `index` of the results, in the order of the files; NULL past the end. */
static inline transfer_result *transfer_portfolio_result_at(const transfer_portfolio *portfolio,
        size_t index)
{
    return (transfer_result *)transfer_portfolio_at(portfolio, TRANSFER_TYPE_RESULT, index);
}

/* The result with this id; NULL when there is none. */
static inline transfer_result *transfer_portfolio_find_result(const transfer_portfolio *portfolio,
        const char *id)
{
    return (transfer_result *)transfer_portfolio_find(portfolio, TRANSFER_TYPE_RESULT, id);
}

/* Adds an empty result, as transfer_portfolio_add() does. */
static inline transfer_status transfer_portfolio_add_result(transfer_portfolio *portfolio,
        const char *id, transfer_result **result)
{
    transfer_record *record;
    transfer_status status;
    if (!result)
        return TRANSFER_MISUSE;
    status = transfer_portfolio_add(portfolio, TRANSFER_TYPE_RESULT, id, &record);
    if (status == TRANSFER_OK)
        *result = (transfer_result *)record;
    return status;
}

/* The record of an indicator; NULL for NULL. */
static inline transfer_record *transfer_indicator_record(const transfer_indicator *indicator)
{
    return (transfer_record *)indicator;
}

/* The record as an indicator; NULL when it is of another type. */
static inline transfer_indicator *transfer_record_as_indicator(const transfer_record *record)
{
    return transfer_record_type(record) == TRANSFER_TYPE_INDICATOR
            ? (transfer_indicator *)record : (transfer_indicator *)NULL;
}

/* The record of a platform_event; NULL for NULL. */
static inline transfer_record *transfer_platform_event_record(
        const transfer_platform_event *platform_event)
{
    return (transfer_record *)platform_event;
}

/* The record as a platform_event; NULL when it is of another type. */
static inline transfer_platform_event *transfer_record_as_platform_event(
        const transfer_record *record)
{
    return transfer_record_type(record) == TRANSFER_TYPE_PLATFORM_EVENT
            ? (transfer_platform_event *)record : (transfer_platform_event *)NULL;
}

/* The record of a holding; NULL for NULL. */
static inline transfer_record *transfer_holding_record(const transfer_holding *holding)
{
    return (transfer_record *)holding;
}

/* The record as a holding; NULL when it is of another type. */
static inline transfer_holding *transfer_record_as_holding(const transfer_record *record)
{
    return transfer_record_type(record) == TRANSFER_TYPE_HOLDING
            ? (transfer_holding *)record : (transfer_holding *)NULL;
}

/* The record of a fiscal_year; NULL for NULL. */
static inline transfer_record *transfer_fiscal_year_record(const transfer_fiscal_year *fiscal_year)
{
    return (transfer_record *)fiscal_year;
}

/* The record as a fiscal_year; NULL when it is of another type. */
static inline transfer_fiscal_year *transfer_record_as_fiscal_year(const transfer_record *record)
{
    return transfer_record_type(record) == TRANSFER_TYPE_FISCAL_YEAR
            ? (transfer_fiscal_year *)record : (transfer_fiscal_year *)NULL;
}

/* The record of a former_name; NULL for NULL. */
static inline transfer_record *transfer_former_name_record(const transfer_former_name *former_name)
{
    return (transfer_record *)former_name;
}

/* The record as a former_name; NULL when it is of another type. */
static inline transfer_former_name *transfer_record_as_former_name(const transfer_record *record)
{
    return transfer_record_type(record) == TRANSFER_TYPE_FORMER_NAME
            ? (transfer_former_name *)record : (transfer_former_name *)NULL;
}

/* The record of a participation; NULL for NULL. */
static inline transfer_record *transfer_participation_record(
        const transfer_participation *participation)
{
    return (transfer_record *)participation;
}

/* The record as a participation; NULL when it is of another type. */
static inline transfer_participation *transfer_record_as_participation(
        const transfer_record *record)
{
    return transfer_record_type(record) == TRANSFER_TYPE_PARTICIPATION
            ? (transfer_participation *)record : (transfer_participation *)NULL;
}

/* The record of a milestone; NULL for NULL. */
static inline transfer_record *transfer_milestone_record(const transfer_milestone *milestone)
{
    return (transfer_record *)milestone;
}

/* The record as a milestone; NULL when it is of another type. */
static inline transfer_milestone *transfer_record_as_milestone(const transfer_record *record)
{
    return transfer_record_type(record) == TRANSFER_TYPE_MILESTONE
            ? (transfer_milestone *)record : (transfer_milestone *)NULL;
}

/* The record of a contribution; NULL for NULL. */
static inline transfer_record *transfer_contribution_record(
        const transfer_contribution *contribution)
{
    return (transfer_record *)contribution;
}

/* The record as a contribution; NULL when it is of another type. */
static inline transfer_contribution *transfer_record_as_contribution(const transfer_record *record)
{
    return transfer_record_type(record) == TRANSFER_TYPE_CONTRIBUTION
            ? (transfer_contribution *)record : (transfer_contribution *)NULL;
}

/* The record of an allocation; NULL for NULL. */
static inline transfer_record *transfer_allocation_record(const transfer_allocation *allocation)
{
    return (transfer_record *)allocation;
}

/* The record as an allocation; NULL when it is of another type. */
static inline transfer_allocation *transfer_record_as_allocation(const transfer_record *record)
{
    return transfer_record_type(record) == TRANSFER_TYPE_ALLOCATION
            ? (transfer_allocation *)record : (transfer_allocation *)NULL;
}

/* The record of an instalment; NULL for NULL. */
static inline transfer_record *transfer_instalment_record(const transfer_instalment *instalment)
{
    return (transfer_record *)instalment;
}

/* The record as an instalment; NULL when it is of another type. */
static inline transfer_instalment *transfer_record_as_instalment(const transfer_record *record)
{
    return transfer_record_type(record) == TRANSFER_TYPE_INSTALMENT
            ? (transfer_instalment *)record : (transfer_instalment *)NULL;
}

/* The record of an aid_declaration; NULL for NULL. */
static inline transfer_record *transfer_aid_declaration_record(
        const transfer_aid_declaration *aid_declaration)
{
    return (transfer_record *)aid_declaration;
}

/* The record as an aid_declaration; NULL when it is of another type. */
static inline transfer_aid_declaration *transfer_record_as_aid_declaration(
        const transfer_record *record)
{
    return transfer_record_type(record) == TRANSFER_TYPE_AID_DECLARATION
            ? (transfer_aid_declaration *)record : (transfer_aid_declaration *)NULL;
}

/* The record of an exception; NULL for NULL. */
static inline transfer_record *transfer_exception_record(const transfer_exception *exception)
{
    return (transfer_record *)exception;
}

/* The record as an exception; NULL when it is of another type. */
static inline transfer_exception *transfer_record_as_exception(const transfer_record *record)
{
    return transfer_record_type(record) == TRANSFER_TYPE_EXCEPTION
            ? (transfer_exception *)record : (transfer_exception *)NULL;
}

/* Title of the portfolio. */
static inline const char *transfer_portfolio_title(const transfer_portfolio *portfolio)
{
    const char *value;
    return transfer_record_get_text(transfer_portfolio_record(portfolio), TRANSFER_PORTFOLIO_TITLE,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_portfolio_set_title(transfer_portfolio *portfolio,
        const char *value)
{
    return transfer_record_set_text(transfer_portfolio_record(portfolio), TRANSFER_PORTFOLIO_TITLE,
            value);
}

/* Day of publication. */
static inline transfer_status transfer_portfolio_published(const transfer_portfolio *portfolio,
        transfer_date *value)
{
    return transfer_record_get_date(transfer_portfolio_record(portfolio),
            TRANSFER_PORTFOLIO_PUBLISHED, value);
}
static inline transfer_status transfer_portfolio_set_published(transfer_portfolio *portfolio,
        const transfer_date *value)
{
    return transfer_record_set_date(transfer_portfolio_record(portfolio),
            TRANSFER_PORTFOLIO_PUBLISHED, value);
}

/* Day that the facts describe. */
static inline transfer_status transfer_portfolio_as_of(const transfer_portfolio *portfolio,
        transfer_date *value)
{
    return transfer_record_get_date(transfer_portfolio_record(portfolio), TRANSFER_PORTFOLIO_AS_OF,
            value);
}
static inline transfer_status transfer_portfolio_set_as_of(transfer_portfolio *portfolio,
        const transfer_date *value)
{
    return transfer_record_set_date(transfer_portfolio_record(portfolio), TRANSFER_PORTFOLIO_AS_OF,
            value);
}

/* Where the facts come from. */
static inline const char *transfer_portfolio_source(const transfer_portfolio *portfolio)
{
    const char *value;
    return transfer_record_get_text(transfer_portfolio_record(portfolio),
            TRANSFER_PORTFOLIO_SOURCE, &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_portfolio_set_source(transfer_portfolio *portfolio,
        const char *value)
{
    return transfer_record_set_text(transfer_portfolio_record(portfolio),
            TRANSFER_PORTFOLIO_SOURCE, value);
}

/* Who publishes the portfolio. */
static inline const char *transfer_portfolio_publisher(const transfer_portfolio *portfolio)
{
    const char *value;
    return transfer_record_get_text(transfer_portfolio_record(portfolio),
            TRANSFER_PORTFOLIO_PUBLISHER, &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_portfolio_set_publisher(transfer_portfolio *portfolio,
        const char *value)
{
    return transfer_record_set_text(transfer_portfolio_record(portfolio),
            TRANSFER_PORTFOLIO_PUBLISHER, value);
}

/* Licence under which the data may be used. */
static inline const char *transfer_portfolio_data_licence(const transfer_portfolio *portfolio)
{
    const char *value;
    return transfer_record_get_text(transfer_portfolio_record(portfolio),
            TRANSFER_PORTFOLIO_DATA_LICENCE, &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_portfolio_set_data_licence(transfer_portfolio *portfolio,
        const char *value)
{
    return transfer_record_set_text(transfer_portfolio_record(portfolio),
            TRANSFER_PORTFOLIO_DATA_LICENCE, value);
}

/* Language of the texts (BCP 47), such as fr. */
static inline const char *transfer_portfolio_language(const transfer_portfolio *portfolio)
{
    const char *value;
    return transfer_record_get_text(transfer_portfolio_record(portfolio),
            TRANSFER_PORTFOLIO_LANGUAGE, &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_portfolio_set_language(transfer_portfolio *portfolio,
        const char *value)
{
    return transfer_record_set_text(transfer_portfolio_record(portfolio),
            TRANSFER_PORTFOLIO_LANGUAGE, value);
}

/* Figures stated about it. */
static inline size_t transfer_portfolio_indicators_count(const transfer_portfolio *portfolio)
{
    size_t count;
    return transfer_record_count(transfer_portfolio_record(portfolio),
            TRANSFER_PORTFOLIO_INDICATORS, &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_indicator *transfer_portfolio_indicators_at(
        const transfer_portfolio *portfolio, size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_portfolio_record(portfolio),
            TRANSFER_PORTFOLIO_INDICATORS, index, &item) == TRANSFER_OK
            ? (transfer_indicator *)item : (transfer_indicator *)NULL;
}
static inline transfer_status transfer_portfolio_indicators_add(transfer_portfolio *portfolio,
        transfer_indicator **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_portfolio_record(portfolio),
            TRANSFER_PORTFOLIO_INDICATORS, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_indicator *)record;
    return status;
}

/* Remark. */
static inline const char *transfer_portfolio_note(const transfer_portfolio *portfolio)
{
    const char *value;
    return transfer_record_get_text(transfer_portfolio_record(portfolio), TRANSFER_PORTFOLIO_NOTE,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_portfolio_set_note(transfer_portfolio *portfolio,
        const char *value)
{
    return transfer_record_set_text(transfer_portfolio_record(portfolio), TRANSFER_PORTFOLIO_NOTE,
            value);
}

/* Rules whose diagnostics are accepted for this record. */
static inline size_t transfer_portfolio_exceptions_count(const transfer_portfolio *portfolio)
{
    size_t count;
    return transfer_record_count(transfer_portfolio_record(portfolio),
            TRANSFER_PORTFOLIO_EXCEPTIONS, &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_exception *transfer_portfolio_exceptions_at(
        const transfer_portfolio *portfolio, size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_portfolio_record(portfolio),
            TRANSFER_PORTFOLIO_EXCEPTIONS, index, &item) == TRANSFER_OK
            ? (transfer_exception *)item : (transfer_exception *)NULL;
}
static inline transfer_status transfer_portfolio_exceptions_add(transfer_portfolio *portfolio,
        transfer_exception **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_portfolio_record(portfolio),
            TRANSFER_PORTFOLIO_EXCEPTIONS, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_exception *)record;
    return status;
}

/* Name of the partner, in full. */
static inline const char *transfer_partner_name(const transfer_partner *partner)
{
    const char *value;
    return transfer_record_get_text(transfer_partner_record(partner), TRANSFER_PARTNER_NAME,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_partner_set_name(transfer_partner *partner,
        const char *value)
{
    return transfer_record_set_text(transfer_partner_record(partner), TRANSFER_PARTNER_NAME, value);
}

/* What sort of organisation it is. */
static inline int transfer_partner_kind(const transfer_partner *partner)
{
    int choice;
    return transfer_record_get_choice(transfer_partner_record(partner), TRANSFER_PARTNER_KIND,
            &choice) == TRANSFER_OK ? choice : 0;
}
static inline transfer_status transfer_partner_set_kind(transfer_partner *partner, int choice)
{
    return transfer_record_set_choice(transfer_partner_record(partner), TRANSFER_PARTNER_KIND,
            choice);
}

/* Country (ISO 3166-1 alpha-2). */
static inline const char *transfer_partner_country(const transfer_partner *partner)
{
    const char *value;
    return transfer_record_get_text(transfer_partner_record(partner), TRANSFER_PARTNER_COUNTRY,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_partner_set_country(transfer_partner *partner,
        const char *value)
{
    return transfer_record_set_text(transfer_partner_record(partner), TRANSFER_PARTNER_COUNTRY,
            value);
}

/* Region (NUTS). */
static inline const char *transfer_partner_region(const transfer_partner *partner)
{
    const char *value;
    return transfer_record_get_text(transfer_partner_record(partner), TRANSFER_PARTNER_REGION,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_partner_set_region(transfer_partner *partner,
        const char *value)
{
    return transfer_record_set_text(transfer_partner_record(partner), TRANSFER_PARTNER_REGION,
            value);
}

/* Region (code of INSEE). */
static inline const char *transfer_partner_insee_region(const transfer_partner *partner)
{
    const char *value;
    return transfer_record_get_text(transfer_partner_record(partner),
            TRANSFER_PARTNER_INSEE_REGION, &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_partner_set_insee_region(transfer_partner *partner,
        const char *value)
{
    return transfer_record_set_text(transfer_partner_record(partner),
            TRANSFER_PARTNER_INSEE_REGION, value);
}

/* City. */
static inline const char *transfer_partner_city(const transfer_partner *partner)
{
    const char *value;
    return transfer_record_get_text(transfer_partner_record(partner), TRANSFER_PARTNER_CITY,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_partner_set_city(transfer_partner *partner,
        const char *value)
{
    return transfer_record_set_text(transfer_partner_record(partner), TRANSFER_PARTNER_CITY, value);
}

/* Postcode. */
static inline const char *transfer_partner_postcode(const transfer_partner *partner)
{
    const char *value;
    return transfer_record_get_text(transfer_partner_record(partner), TRANSFER_PARTNER_POSTCODE,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_partner_set_postcode(transfer_partner *partner,
        const char *value)
{
    return transfer_record_set_text(transfer_partner_record(partner), TRANSFER_PARTNER_POSTCODE,
            value);
}

/* Postal address. */
static inline const char *transfer_partner_address(const transfer_partner *partner)
{
    const char *value;
    return transfer_record_get_text(transfer_partner_record(partner), TRANSFER_PARTNER_ADDRESS,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_partner_set_address(transfer_partner *partner,
        const char *value)
{
    return transfer_record_set_text(transfer_partner_record(partner), TRANSFER_PARTNER_ADDRESS,
            value);
}

/* SIREN number of the French legal unit, 9 digits. */
static inline const char *transfer_partner_siren(const transfer_partner *partner)
{
    const char *value;
    return transfer_record_get_text(transfer_partner_record(partner), TRANSFER_PARTNER_SIREN,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_partner_set_siren(transfer_partner *partner,
        const char *value)
{
    return transfer_record_set_text(transfer_partner_record(partner), TRANSFER_PARTNER_SIREN,
            value);
}

/* SIRET number of the French establishment, 14 digits. */
static inline const char *transfer_partner_siret(const transfer_partner *partner)
{
    const char *value;
    return transfer_record_get_text(transfer_partner_record(partner), TRANSFER_PARTNER_SIRET,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_partner_set_siret(transfer_partner *partner,
        const char *value)
{
    return transfer_record_set_text(transfer_partner_record(partner), TRANSFER_PARTNER_SIRET,
            value);
}

/* VAT identification number, with its country prefix. */
static inline const char *transfer_partner_vat(const transfer_partner *partner)
{
    const char *value;
    return transfer_record_get_text(transfer_partner_record(partner), TRANSFER_PARTNER_VAT,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_partner_set_vat(transfer_partner *partner, const char *value)
{
    return transfer_record_set_text(transfer_partner_record(partner), TRANSFER_PARTNER_VAT, value);
}

/* Number in the French register of associations (RNA). */
static inline const char *transfer_partner_rna(const transfer_partner *partner)
{
    const char *value;
    return transfer_record_get_text(transfer_partner_record(partner), TRANSFER_PARTNER_RNA,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_partner_set_rna(transfer_partner *partner, const char *value)
{
    return transfer_record_set_text(transfer_partner_record(partner), TRANSFER_PARTNER_RNA, value);
}

/* Number in the French register of research units (RNSR). */
static inline const char *transfer_partner_rnsr(const transfer_partner *partner)
{
    const char *value;
    return transfer_record_get_text(transfer_partner_record(partner), TRANSFER_PARTNER_RNSR,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_partner_set_rnsr(transfer_partner *partner,
        const char *value)
{
    return transfer_record_set_text(transfer_partner_record(partner), TRANSFER_PARTNER_RNSR, value);
}

/* Research Organization Registry id, without the address. */
static inline const char *transfer_partner_ror(const transfer_partner *partner)
{
    const char *value;
    return transfer_record_get_text(transfer_partner_record(partner), TRANSFER_PARTNER_ROR,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_partner_set_ror(transfer_partner *partner, const char *value)
{
    return transfer_record_set_text(transfer_partner_record(partner), TRANSFER_PARTNER_ROR, value);
}

/* Legal Entity Identifier (ISO 17442). */
static inline const char *transfer_partner_lei(const transfer_partner *partner)
{
    const char *value;
    return transfer_record_get_text(transfer_partner_record(partner), TRANSFER_PARTNER_LEI,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_partner_set_lei(transfer_partner *partner, const char *value)
{
    return transfer_record_set_text(transfer_partner_record(partner), TRANSFER_PARTNER_LEI, value);
}

/* Organisations of which it is a part. */
static inline size_t transfer_partner_parents_count(const transfer_partner *partner)
{
    size_t count;
    return transfer_record_count(transfer_partner_record(partner), TRANSFER_PARTNER_PARENTS,
            &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_partner *transfer_partner_parents_at(const transfer_partner *partner,
        size_t index)
{
    transfer_record *item;
    return transfer_record_reference_at(transfer_partner_record(partner), TRANSFER_PARTNER_PARENTS,
            index, &item) == TRANSFER_OK ? (transfer_partner *)item : (transfer_partner *)NULL;
}
static inline transfer_status transfer_partner_parents_add(transfer_partner *partner,
        const transfer_partner *target)
{
    return transfer_record_add_reference(transfer_partner_record(partner),
            TRANSFER_PARTNER_PARENTS, transfer_partner_record(target));
}

/* Who owns it, and what share. */
static inline size_t transfer_partner_ownership_count(const transfer_partner *partner)
{
    size_t count;
    return transfer_record_count(transfer_partner_record(partner), TRANSFER_PARTNER_OWNERSHIP,
            &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_holding *transfer_partner_ownership_at(const transfer_partner *partner,
        size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_partner_record(partner), TRANSFER_PARTNER_OWNERSHIP,
            index, &item) == TRANSFER_OK ? (transfer_holding *)item : (transfer_holding *)NULL;
}
static inline transfer_status transfer_partner_ownership_add(transfer_partner *partner,
        transfer_holding **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_partner_record(partner),
            TRANSFER_PARTNER_OWNERSHIP, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_holding *)record;
    return status;
}

/* Size of the enterprise. */
static inline int transfer_partner_size(const transfer_partner *partner)
{
    int choice;
    return transfer_record_get_choice(transfer_partner_record(partner), TRANSFER_PARTNER_SIZE,
            &choice) == TRANSFER_OK ? choice : 0;
}
static inline transfer_status transfer_partner_set_size(transfer_partner *partner, int choice)
{
    return transfer_record_set_choice(transfer_partner_record(partner), TRANSFER_PARTNER_SIZE,
            choice);
}

/* Definition under which the size is stated. */
static inline int transfer_partner_size_definition(const transfer_partner *partner)
{
    int choice;
    return transfer_record_get_choice(transfer_partner_record(partner),
            TRANSFER_PARTNER_SIZE_DEFINITION, &choice) == TRANSFER_OK ? choice : 0;
}
static inline transfer_status transfer_partner_set_size_definition(transfer_partner *partner,
        int choice)
{
    return transfer_record_set_choice(transfer_partner_record(partner),
            TRANSFER_PARTNER_SIZE_DEFINITION, choice);
}

/* Accounts by fiscal year. */
static inline size_t transfer_partner_accounts_count(const transfer_partner *partner)
{
    size_t count;
    return transfer_record_count(transfer_partner_record(partner), TRANSFER_PARTNER_ACCOUNTS,
            &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_fiscal_year *transfer_partner_accounts_at(const transfer_partner *partner,
        size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_partner_record(partner), TRANSFER_PARTNER_ACCOUNTS,
            index, &item) == TRANSFER_OK
            ? (transfer_fiscal_year *)item : (transfer_fiscal_year *)NULL;
}
static inline transfer_status transfer_partner_accounts_add(transfer_partner *partner,
        transfer_fiscal_year **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_partner_record(partner),
            TRANSFER_PARTNER_ACCOUNTS, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_fiscal_year *)record;
    return status;
}

/* Names it had before. */
static inline size_t transfer_partner_former_names_count(const transfer_partner *partner)
{
    size_t count;
    return transfer_record_count(transfer_partner_record(partner), TRANSFER_PARTNER_FORMER_NAMES,
            &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_former_name *transfer_partner_former_names_at(
        const transfer_partner *partner, size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_partner_record(partner),
            TRANSFER_PARTNER_FORMER_NAMES, index, &item) == TRANSFER_OK
            ? (transfer_former_name *)item : (transfer_former_name *)NULL;
}
static inline transfer_status transfer_partner_former_names_add(transfer_partner *partner,
        transfer_former_name **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_partner_record(partner),
            TRANSFER_PARTNER_FORMER_NAMES, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_former_name *)record;
    return status;
}

/* Day it was founded. */
static inline transfer_status transfer_partner_founded(const transfer_partner *partner,
        transfer_date *value)
{
    return transfer_record_get_date(transfer_partner_record(partner), TRANSFER_PARTNER_FOUNDED,
            value);
}
static inline transfer_status transfer_partner_set_founded(transfer_partner *partner,
        const transfer_date *value)
{
    return transfer_record_set_date(transfer_partner_record(partner), TRANSFER_PARTNER_FOUNDED,
            value);
}

/* Day it ceased to exist. */
static inline transfer_status transfer_partner_closed(const transfer_partner *partner,
        transfer_date *value)
{
    return transfer_record_get_date(transfer_partner_record(partner), TRANSFER_PARTNER_CLOSED,
            value);
}
static inline transfer_status transfer_partner_set_closed(transfer_partner *partner,
        const transfer_date *value)
{
    return transfer_record_set_date(transfer_partner_record(partner), TRANSFER_PARTNER_CLOSED,
            value);
}

/* Partner that took over from it. */
static inline transfer_partner *transfer_partner_successor(const transfer_partner *partner)
{
    transfer_record *target;
    return transfer_record_get_reference(transfer_partner_record(partner),
            TRANSFER_PARTNER_SUCCESSOR, &target) == TRANSFER_OK
            ? (transfer_partner *)target : (transfer_partner *)NULL;
}
static inline transfer_status transfer_partner_set_successor(transfer_partner *partner,
        const transfer_partner *target)
{
    return transfer_record_set_reference(transfer_partner_record(partner),
            TRANSFER_PARTNER_SUCCESSOR, transfer_partner_record(target));
}

/* Fields of technology or science. */
static inline size_t transfer_partner_fields_count(const transfer_partner *partner)
{
    size_t count;
    return transfer_record_count(transfer_partner_record(partner), TRANSFER_PARTNER_FIELDS,
            &count) == TRANSFER_OK ? count : 0;
}
static inline const char *transfer_partner_fields_at(const transfer_partner *partner, size_t index)
{
    const char *item;
    return transfer_record_text_at(transfer_partner_record(partner), TRANSFER_PARTNER_FIELDS,
            index, &item) == TRANSFER_OK ? item : (const char *)NULL;
}
static inline transfer_status transfer_partner_fields_add(transfer_partner *partner,
        const char *text)
{
    return transfer_record_add_text(transfer_partner_record(partner), TRANSFER_PARTNER_FIELDS,
            text);
}

/* Web page. */
static inline const char *transfer_partner_url(const transfer_partner *partner)
{
    const char *value;
    return transfer_record_get_text(transfer_partner_record(partner), TRANSFER_PARTNER_URL,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_partner_set_url(transfer_partner *partner, const char *value)
{
    return transfer_record_set_text(transfer_partner_record(partner), TRANSFER_PARTNER_URL, value);
}

/* Remark. */
static inline const char *transfer_partner_note(const transfer_partner *partner)
{
    const char *value;
    return transfer_record_get_text(transfer_partner_record(partner), TRANSFER_PARTNER_NOTE,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_partner_set_note(transfer_partner *partner,
        const char *value)
{
    return transfer_record_set_text(transfer_partner_record(partner), TRANSFER_PARTNER_NOTE, value);
}

/* Rules whose diagnostics are accepted for this record. */
static inline size_t transfer_partner_exceptions_count(const transfer_partner *partner)
{
    size_t count;
    return transfer_record_count(transfer_partner_record(partner), TRANSFER_PARTNER_EXCEPTIONS,
            &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_exception *transfer_partner_exceptions_at(const transfer_partner *partner,
        size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_partner_record(partner), TRANSFER_PARTNER_EXCEPTIONS,
            index, &item) == TRANSFER_OK ? (transfer_exception *)item : (transfer_exception *)NULL;
}
static inline transfer_status transfer_partner_exceptions_add(transfer_partner *partner,
        transfer_exception **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_partner_record(partner),
            TRANSFER_PARTNER_EXCEPTIONS, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_exception *)record;
    return status;
}

/* Name of the programme. */
static inline const char *transfer_programme_name(const transfer_programme *programme)
{
    const char *value;
    return transfer_record_get_text(transfer_programme_record(programme), TRANSFER_PROGRAMME_NAME,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_programme_set_name(transfer_programme *programme,
        const char *value)
{
    return transfer_record_set_text(transfer_programme_record(programme), TRANSFER_PROGRAMME_NAME,
            value);
}

/* Short name or acronym. */
static inline const char *transfer_programme_short_name(const transfer_programme *programme)
{
    const char *value;
    return transfer_record_get_text(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_SHORT_NAME, &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_programme_set_short_name(transfer_programme *programme,
        const char *value)
{
    return transfer_record_set_text(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_SHORT_NAME, value);
}

/* Partners that decide on the programme. */
static inline size_t transfer_programme_authorities_count(const transfer_programme *programme)
{
    size_t count;
    return transfer_record_count(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_AUTHORITIES, &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_partner *transfer_programme_authorities_at(
        const transfer_programme *programme, size_t index)
{
    transfer_record *item;
    return transfer_record_reference_at(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_AUTHORITIES, index, &item) == TRANSFER_OK
            ? (transfer_partner *)item : (transfer_partner *)NULL;
}
static inline transfer_status transfer_programme_authorities_add(transfer_programme *programme,
        const transfer_partner *target)
{
    return transfer_record_add_reference(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_AUTHORITIES, transfer_partner_record(target));
}

/* Partners that take part in the programme. */
static inline size_t transfer_programme_partners_count(const transfer_programme *programme)
{
    size_t count;
    return transfer_record_count(transfer_programme_record(programme), TRANSFER_PROGRAMME_PARTNERS,
            &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_partner *transfer_programme_partners_at(const transfer_programme *programme,
        size_t index)
{
    transfer_record *item;
    return transfer_record_reference_at(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_PARTNERS, index, &item) == TRANSFER_OK
            ? (transfer_partner *)item : (transfer_partner *)NULL;
}
static inline transfer_status transfer_programme_partners_add(transfer_programme *programme,
        const transfer_partner *target)
{
    return transfer_record_add_reference(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_PARTNERS, transfer_partner_record(target));
}

/* Programme of which this one is a part. */
static inline transfer_programme *transfer_programme_parent(const transfer_programme *programme)
{
    transfer_record *target;
    return transfer_record_get_reference(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_PARENT, &target) == TRANSFER_OK
            ? (transfer_programme *)target : (transfer_programme *)NULL;
}
static inline transfer_status transfer_programme_set_parent(transfer_programme *programme,
        const transfer_programme *target)
{
    return transfer_record_set_reference(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_PARENT, transfer_programme_record(target));
}

/* Objectives, as stated. */
static inline size_t transfer_programme_objectives_count(const transfer_programme *programme)
{
    size_t count;
    return transfer_record_count(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_OBJECTIVES, &count) == TRANSFER_OK ? count : 0;
}
static inline const char *transfer_programme_objectives_at(const transfer_programme *programme,
        size_t index)
{
    const char *item;
    return transfer_record_text_at(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_OBJECTIVES, index, &item) == TRANSFER_OK ? item : (const char *)NULL;
}
static inline transfer_status transfer_programme_objectives_add(transfer_programme *programme,
        const char *text)
{
    return transfer_record_add_text(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_OBJECTIVES, text);
}

/* Regions it covers (NUTS). */
static inline size_t transfer_programme_regions_count(const transfer_programme *programme)
{
    size_t count;
    return transfer_record_count(transfer_programme_record(programme), TRANSFER_PROGRAMME_REGIONS,
            &count) == TRANSFER_OK ? count : 0;
}
static inline const char *transfer_programme_regions_at(const transfer_programme *programme,
        size_t index)
{
    const char *item;
    return transfer_record_text_at(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_REGIONS, index, &item) == TRANSFER_OK ? item : (const char *)NULL;
}
static inline transfer_status transfer_programme_regions_add(transfer_programme *programme,
        const char *text)
{
    return transfer_record_add_text(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_REGIONS, text);
}

/* Period over which it runs. */
static inline transfer_status transfer_programme_period(const transfer_programme *programme,
        transfer_period *value)
{
    return transfer_record_get_period(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_PERIOD, value);
}
static inline transfer_status transfer_programme_set_period(transfer_programme *programme,
        const transfer_period *value)
{
    return transfer_record_set_period(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_PERIOD, value);
}

/* Budget of the whole programme. */
static inline transfer_status transfer_programme_budget(const transfer_programme *programme,
        transfer_amount *value)
{
    return transfer_record_get_amount(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_BUDGET, value);
}
static inline transfer_status transfer_programme_set_budget(transfer_programme *programme,
        const transfer_amount *value)
{
    return transfer_record_set_amount(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_BUDGET, value);
}

/* Legal basis. */
static inline const char *transfer_programme_legal_basis(const transfer_programme *programme)
{
    const char *value;
    return transfer_record_get_text(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_LEGAL_BASIS, &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_programme_set_legal_basis(transfer_programme *programme,
        const char *value)
{
    return transfer_record_set_text(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_LEGAL_BASIS, value);
}

/* Web page. */
static inline const char *transfer_programme_url(const transfer_programme *programme)
{
    const char *value;
    return transfer_record_get_text(transfer_programme_record(programme), TRANSFER_PROGRAMME_URL,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_programme_set_url(transfer_programme *programme,
        const char *value)
{
    return transfer_record_set_text(transfer_programme_record(programme), TRANSFER_PROGRAMME_URL,
            value);
}

/* Figures stated about it. */
static inline size_t transfer_programme_indicators_count(const transfer_programme *programme)
{
    size_t count;
    return transfer_record_count(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_INDICATORS, &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_indicator *transfer_programme_indicators_at(
        const transfer_programme *programme, size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_INDICATORS, index, &item) == TRANSFER_OK
            ? (transfer_indicator *)item : (transfer_indicator *)NULL;
}
static inline transfer_status transfer_programme_indicators_add(transfer_programme *programme,
        transfer_indicator **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_INDICATORS, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_indicator *)record;
    return status;
}

/* Remark. */
static inline const char *transfer_programme_note(const transfer_programme *programme)
{
    const char *value;
    return transfer_record_get_text(transfer_programme_record(programme), TRANSFER_PROGRAMME_NOTE,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_programme_set_note(transfer_programme *programme,
        const char *value)
{
    return transfer_record_set_text(transfer_programme_record(programme), TRANSFER_PROGRAMME_NOTE,
            value);
}

/* Rules whose diagnostics are accepted for this record. */
static inline size_t transfer_programme_exceptions_count(const transfer_programme *programme)
{
    size_t count;
    return transfer_record_count(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_EXCEPTIONS, &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_exception *transfer_programme_exceptions_at(
        const transfer_programme *programme, size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_EXCEPTIONS, index, &item) == TRANSFER_OK
            ? (transfer_exception *)item : (transfer_exception *)NULL;
}
static inline transfer_status transfer_programme_exceptions_add(transfer_programme *programme,
        transfer_exception **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_programme_record(programme),
            TRANSFER_PROGRAMME_EXCEPTIONS, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_exception *)record;
    return status;
}

/* Name of the platform. */
static inline const char *transfer_platform_name(const transfer_platform *platform)
{
    const char *value;
    return transfer_record_get_text(transfer_platform_record(platform), TRANSFER_PLATFORM_NAME,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_platform_set_name(transfer_platform *platform,
        const char *value)
{
    return transfer_record_set_text(transfer_platform_record(platform), TRANSFER_PLATFORM_NAME,
            value);
}

/* Partner that runs the platform. */
static inline transfer_partner *transfer_platform_operator(const transfer_platform *platform)
{
    transfer_record *target;
    return transfer_record_get_reference(transfer_platform_record(platform),
            TRANSFER_PLATFORM_OPERATOR, &target) == TRANSFER_OK
            ? (transfer_partner *)target : (transfer_partner *)NULL;
}
static inline transfer_status transfer_platform_set_operator(transfer_platform *platform,
        const transfer_partner *target)
{
    return transfer_record_set_reference(transfer_platform_record(platform),
            TRANSFER_PLATFORM_OPERATOR, transfer_partner_record(target));
}

/* Network of platforms it belongs to. */
static inline const char *transfer_platform_network(const transfer_platform *platform)
{
    const char *value;
    return transfer_record_get_text(transfer_platform_record(platform), TRANSFER_PLATFORM_NETWORK,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_platform_set_network(transfer_platform *platform,
        const char *value)
{
    return transfer_record_set_text(transfer_platform_record(platform), TRANSFER_PLATFORM_NETWORK,
            value);
}

/* Programmes it belongs to. */
static inline size_t transfer_platform_programmes_count(const transfer_platform *platform)
{
    size_t count;
    return transfer_record_count(transfer_platform_record(platform), TRANSFER_PLATFORM_PROGRAMMES,
            &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_programme *transfer_platform_programmes_at(
        const transfer_platform *platform, size_t index)
{
    transfer_record *item;
    return transfer_record_reference_at(transfer_platform_record(platform),
            TRANSFER_PLATFORM_PROGRAMMES, index, &item) == TRANSFER_OK
            ? (transfer_programme *)item : (transfer_programme *)NULL;
}
static inline transfer_status transfer_platform_programmes_add(transfer_platform *platform,
        const transfer_programme *target)
{
    return transfer_record_add_reference(transfer_platform_record(platform),
            TRANSFER_PLATFORM_PROGRAMMES, transfer_programme_record(target));
}

/* Region (NUTS). */
static inline const char *transfer_platform_region(const transfer_platform *platform)
{
    const char *value;
    return transfer_record_get_text(transfer_platform_record(platform), TRANSFER_PLATFORM_REGION,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_platform_set_region(transfer_platform *platform,
        const char *value)
{
    return transfer_record_set_text(transfer_platform_record(platform), TRANSFER_PLATFORM_REGION,
            value);
}

/* Country (ISO 3166-1 alpha-2). */
static inline const char *transfer_platform_country(const transfer_platform *platform)
{
    const char *value;
    return transfer_record_get_text(transfer_platform_record(platform), TRANSFER_PLATFORM_COUNTRY,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_platform_set_country(transfer_platform *platform,
        const char *value)
{
    return transfer_record_set_text(transfer_platform_record(platform), TRANSFER_PLATFORM_COUNTRY,
            value);
}

/* City. */
static inline const char *transfer_platform_city(const transfer_platform *platform)
{
    const char *value;
    return transfer_record_get_text(transfer_platform_record(platform), TRANSFER_PLATFORM_CITY,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_platform_set_city(transfer_platform *platform,
        const char *value)
{
    return transfer_record_set_text(transfer_platform_record(platform), TRANSFER_PLATFORM_CITY,
            value);
}

/* Postcode. */
static inline const char *transfer_platform_postcode(const transfer_platform *platform)
{
    const char *value;
    return transfer_record_get_text(transfer_platform_record(platform), TRANSFER_PLATFORM_POSTCODE,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_platform_set_postcode(transfer_platform *platform,
        const char *value)
{
    return transfer_record_set_text(transfer_platform_record(platform), TRANSFER_PLATFORM_POSTCODE,
            value);
}

/* Campus or site within the city. */
static inline const char *transfer_platform_site(const transfer_platform *platform)
{
    const char *value;
    return transfer_record_get_text(transfer_platform_record(platform), TRANSFER_PLATFORM_SITE,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_platform_set_site(transfer_platform *platform,
        const char *value)
{
    return transfer_record_set_text(transfer_platform_record(platform), TRANSFER_PLATFORM_SITE,
            value);
}

/* Postal address. */
static inline const char *transfer_platform_address(const transfer_platform *platform)
{
    const char *value;
    return transfer_record_get_text(transfer_platform_record(platform), TRANSFER_PLATFORM_ADDRESS,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_platform_set_address(transfer_platform *platform,
        const char *value)
{
    return transfer_record_set_text(transfer_platform_record(platform), TRANSFER_PLATFORM_ADDRESS,
            value);
}

/* Latitude in degrees, north positive (WGS 84). */
static inline transfer_status transfer_platform_latitude(const transfer_platform *platform,
        transfer_quantity *value)
{
    return transfer_record_get_quantity(transfer_platform_record(platform),
            TRANSFER_PLATFORM_LATITUDE, value);
}
static inline transfer_status transfer_platform_set_latitude(transfer_platform *platform,
        const transfer_quantity *value)
{
    return transfer_record_set_quantity(transfer_platform_record(platform),
            TRANSFER_PLATFORM_LATITUDE, value);
}

/* Longitude in degrees, east positive (WGS 84). */
static inline transfer_status transfer_platform_longitude(const transfer_platform *platform,
        transfer_quantity *value)
{
    return transfer_record_get_quantity(transfer_platform_record(platform),
            TRANSFER_PLATFORM_LONGITUDE, value);
}
static inline transfer_status transfer_platform_set_longitude(transfer_platform *platform,
        const transfer_quantity *value)
{
    return transfer_record_set_quantity(transfer_platform_record(platform),
            TRANSFER_PLATFORM_LONGITUDE, value);
}

/* Platforms on whose model it was built. */
static inline size_t transfer_platform_models_count(const transfer_platform *platform)
{
    size_t count;
    return transfer_record_count(transfer_platform_record(platform), TRANSFER_PLATFORM_MODELS,
            &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_platform *transfer_platform_models_at(const transfer_platform *platform,
        size_t index)
{
    transfer_record *item;
    return transfer_record_reference_at(transfer_platform_record(platform),
            TRANSFER_PLATFORM_MODELS, index, &item) == TRANSFER_OK
            ? (transfer_platform *)item : (transfer_platform *)NULL;
}
static inline transfer_status transfer_platform_models_add(transfer_platform *platform,
        const transfer_platform *target)
{
    return transfer_record_add_reference(transfer_platform_record(platform),
            TRANSFER_PLATFORM_MODELS, transfer_platform_record(target));
}

/* Steps in its life, oldest first. */
static inline size_t transfer_platform_history_count(const transfer_platform *platform)
{
    size_t count;
    return transfer_record_count(transfer_platform_record(platform), TRANSFER_PLATFORM_HISTORY,
            &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_platform_event *transfer_platform_history_at(
        const transfer_platform *platform, size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_platform_record(platform), TRANSFER_PLATFORM_HISTORY,
            index, &item) == TRANSFER_OK
            ? (transfer_platform_event *)item : (transfer_platform_event *)NULL;
}
static inline transfer_status transfer_platform_history_add(transfer_platform *platform,
        transfer_platform_event **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_platform_record(platform),
            TRANSFER_PLATFORM_HISTORY, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_platform_event *)record;
    return status;
}

/* Objectives, as stated. */
static inline size_t transfer_platform_objectives_count(const transfer_platform *platform)
{
    size_t count;
    return transfer_record_count(transfer_platform_record(platform), TRANSFER_PLATFORM_OBJECTIVES,
            &count) == TRANSFER_OK ? count : 0;
}
static inline const char *transfer_platform_objectives_at(const transfer_platform *platform,
        size_t index)
{
    const char *item;
    return transfer_record_text_at(transfer_platform_record(platform),
            TRANSFER_PLATFORM_OBJECTIVES, index, &item) == TRANSFER_OK ? item : (const char *)NULL;
}
static inline transfer_status transfer_platform_objectives_add(transfer_platform *platform,
        const char *text)
{
    return transfer_record_add_text(transfer_platform_record(platform),
            TRANSFER_PLATFORM_OBJECTIVES, text);
}

/* Fields of technology or science. */
static inline size_t transfer_platform_fields_count(const transfer_platform *platform)
{
    size_t count;
    return transfer_record_count(transfer_platform_record(platform), TRANSFER_PLATFORM_FIELDS,
            &count) == TRANSFER_OK ? count : 0;
}
static inline const char *transfer_platform_fields_at(const transfer_platform *platform,
        size_t index)
{
    const char *item;
    return transfer_record_text_at(transfer_platform_record(platform), TRANSFER_PLATFORM_FIELDS,
            index, &item) == TRANSFER_OK ? item : (const char *)NULL;
}
static inline transfer_status transfer_platform_fields_add(transfer_platform *platform,
        const char *text)
{
    return transfer_record_add_text(transfer_platform_record(platform), TRANSFER_PLATFORM_FIELDS,
            text);
}

/* Equipment. */
static inline size_t transfer_platform_equipment_count(const transfer_platform *platform)
{
    size_t count;
    return transfer_record_count(transfer_platform_record(platform), TRANSFER_PLATFORM_EQUIPMENT,
            &count) == TRANSFER_OK ? count : 0;
}
static inline const char *transfer_platform_equipment_at(const transfer_platform *platform,
        size_t index)
{
    const char *item;
    return transfer_record_text_at(transfer_platform_record(platform), TRANSFER_PLATFORM_EQUIPMENT,
            index, &item) == TRANSFER_OK ? item : (const char *)NULL;
}
static inline transfer_status transfer_platform_equipment_add(transfer_platform *platform,
        const char *text)
{
    return transfer_record_add_text(transfer_platform_record(platform),
            TRANSFER_PLATFORM_EQUIPMENT, text);
}

/* Services offered. */
static inline size_t transfer_platform_services_count(const transfer_platform *platform)
{
    size_t count;
    return transfer_record_count(transfer_platform_record(platform), TRANSFER_PLATFORM_SERVICES,
            &count) == TRANSFER_OK ? count : 0;
}
static inline const char *transfer_platform_services_at(const transfer_platform *platform,
        size_t index)
{
    const char *item;
    return transfer_record_text_at(transfer_platform_record(platform), TRANSFER_PLATFORM_SERVICES,
            index, &item) == TRANSFER_OK ? item : (const char *)NULL;
}
static inline transfer_status transfer_platform_services_add(transfer_platform *platform,
        const char *text)
{
    return transfer_record_add_text(transfer_platform_record(platform), TRANSFER_PLATFORM_SERVICES,
            text);
}

/* Whom to ask. */
static inline const char *transfer_platform_contact(const transfer_platform *platform)
{
    const char *value;
    return transfer_record_get_text(transfer_platform_record(platform), TRANSFER_PLATFORM_CONTACT,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_platform_set_contact(transfer_platform *platform,
        const char *value)
{
    return transfer_record_set_text(transfer_platform_record(platform), TRANSFER_PLATFORM_CONTACT,
            value);
}

/* Figures stated about it. */
static inline size_t transfer_platform_indicators_count(const transfer_platform *platform)
{
    size_t count;
    return transfer_record_count(transfer_platform_record(platform), TRANSFER_PLATFORM_INDICATORS,
            &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_indicator *transfer_platform_indicators_at(
        const transfer_platform *platform, size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_platform_record(platform),
            TRANSFER_PLATFORM_INDICATORS, index, &item) == TRANSFER_OK
            ? (transfer_indicator *)item : (transfer_indicator *)NULL;
}
static inline transfer_status transfer_platform_indicators_add(transfer_platform *platform,
        transfer_indicator **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_platform_record(platform),
            TRANSFER_PLATFORM_INDICATORS, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_indicator *)record;
    return status;
}

/* Web page. */
static inline const char *transfer_platform_url(const transfer_platform *platform)
{
    const char *value;
    return transfer_record_get_text(transfer_platform_record(platform), TRANSFER_PLATFORM_URL,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_platform_set_url(transfer_platform *platform,
        const char *value)
{
    return transfer_record_set_text(transfer_platform_record(platform), TRANSFER_PLATFORM_URL,
            value);
}

/* Remark. */
static inline const char *transfer_platform_note(const transfer_platform *platform)
{
    const char *value;
    return transfer_record_get_text(transfer_platform_record(platform), TRANSFER_PLATFORM_NOTE,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_platform_set_note(transfer_platform *platform,
        const char *value)
{
    return transfer_record_set_text(transfer_platform_record(platform), TRANSFER_PLATFORM_NOTE,
            value);
}

/* Rules whose diagnostics are accepted for this record. */
static inline size_t transfer_platform_exceptions_count(const transfer_platform *platform)
{
    size_t count;
    return transfer_record_count(transfer_platform_record(platform), TRANSFER_PLATFORM_EXCEPTIONS,
            &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_exception *transfer_platform_exceptions_at(
        const transfer_platform *platform, size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_platform_record(platform),
            TRANSFER_PLATFORM_EXCEPTIONS, index, &item) == TRANSFER_OK
            ? (transfer_exception *)item : (transfer_exception *)NULL;
}
static inline transfer_status transfer_platform_exceptions_add(transfer_platform *platform,
        transfer_exception **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_platform_record(platform),
            TRANSFER_PLATFORM_EXCEPTIONS, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_exception *)record;
    return status;
}

/* Title of the agreement. */
static inline const char *transfer_agreement_title(const transfer_agreement *agreement)
{
    const char *value;
    return transfer_record_get_text(transfer_agreement_record(agreement), TRANSFER_AGREEMENT_TITLE,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_agreement_set_title(transfer_agreement *agreement,
        const char *value)
{
    return transfer_record_set_text(transfer_agreement_record(agreement), TRANSFER_AGREEMENT_TITLE,
            value);
}

/* What sort of agreement it is. */
static inline int transfer_agreement_kind(const transfer_agreement *agreement)
{
    int choice;
    return transfer_record_get_choice(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_KIND, &choice) == TRANSFER_OK ? choice : 0;
}
static inline transfer_status transfer_agreement_set_kind(transfer_agreement *agreement, int choice)
{
    return transfer_record_set_choice(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_KIND, choice);
}

/* Number or reference. */
static inline const char *transfer_agreement_reference(const transfer_agreement *agreement)
{
    const char *value;
    return transfer_record_get_text(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_REFERENCE, &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_agreement_set_reference(transfer_agreement *agreement,
        const char *value)
{
    return transfer_record_set_text(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_REFERENCE, value);
}

/* Programmes it belongs to. */
static inline size_t transfer_agreement_programmes_count(const transfer_agreement *agreement)
{
    size_t count;
    return transfer_record_count(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_PROGRAMMES, &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_programme *transfer_agreement_programmes_at(
        const transfer_agreement *agreement, size_t index)
{
    transfer_record *item;
    return transfer_record_reference_at(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_PROGRAMMES, index, &item) == TRANSFER_OK
            ? (transfer_programme *)item : (transfer_programme *)NULL;
}
static inline transfer_status transfer_agreement_programmes_add(transfer_agreement *agreement,
        const transfer_programme *target)
{
    return transfer_record_add_reference(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_PROGRAMMES, transfer_programme_record(target));
}

/* Project that it is for. */
static inline transfer_project *transfer_agreement_project(const transfer_agreement *agreement)
{
    transfer_record *target;
    return transfer_record_get_reference(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_PROJECT, &target) == TRANSFER_OK
            ? (transfer_project *)target : (transfer_project *)NULL;
}
static inline transfer_status transfer_agreement_set_project(transfer_agreement *agreement,
        const transfer_project *target)
{
    return transfer_record_set_reference(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_PROJECT, transfer_project_record(target));
}

/* Results that it is about. */
static inline size_t transfer_agreement_results_count(const transfer_agreement *agreement)
{
    size_t count;
    return transfer_record_count(transfer_agreement_record(agreement), TRANSFER_AGREEMENT_RESULTS,
            &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_result *transfer_agreement_results_at(const transfer_agreement *agreement,
        size_t index)
{
    transfer_record *item;
    return transfer_record_reference_at(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_RESULTS, index, &item) == TRANSFER_OK
            ? (transfer_result *)item : (transfer_result *)NULL;
}
static inline transfer_status transfer_agreement_results_add(transfer_agreement *agreement,
        const transfer_result *target)
{
    return transfer_record_add_reference(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_RESULTS, transfer_result_record(target));
}

/* Day the aid was applied for. */
static inline transfer_status transfer_agreement_applied(const transfer_agreement *agreement,
        transfer_date *value)
{
    return transfer_record_get_date(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_APPLIED, value);
}
static inline transfer_status transfer_agreement_set_applied(transfer_agreement *agreement,
        const transfer_date *value)
{
    return transfer_record_set_date(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_APPLIED, value);
}

/* Day the decision was taken. */
static inline transfer_status transfer_agreement_awarded(const transfer_agreement *agreement,
        transfer_date *value)
{
    return transfer_record_get_date(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_AWARDED, value);
}
static inline transfer_status transfer_agreement_set_awarded(transfer_agreement *agreement,
        const transfer_date *value)
{
    return transfer_record_set_date(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_AWARDED, value);
}

/* Day it was signed. */
static inline transfer_status transfer_agreement_signed(const transfer_agreement *agreement,
        transfer_date *value)
{
    return transfer_record_get_date(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_SIGNED, value);
}
static inline transfer_status transfer_agreement_set_signed(transfer_agreement *agreement,
        const transfer_date *value)
{
    return transfer_record_set_date(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_SIGNED, value);
}

/* Period over which it runs. */
static inline transfer_status transfer_agreement_period(const transfer_agreement *agreement,
        transfer_period *value)
{
    return transfer_record_get_period(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_PERIOD, value);
}
static inline transfer_status transfer_agreement_set_period(transfer_agreement *agreement,
        const transfer_period *value)
{
    return transfer_record_set_period(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_PERIOD, value);
}

/* Amount of the whole agreement. */
static inline transfer_status transfer_agreement_amount(const transfer_agreement *agreement,
        transfer_amount *value)
{
    return transfer_record_get_amount(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_AMOUNT, value);
}
static inline transfer_status transfer_agreement_set_amount(transfer_agreement *agreement,
        const transfer_amount *value)
{
    return transfer_record_set_amount(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_AMOUNT, value);
}

/* Costs that are eligible. */
static inline transfer_status transfer_agreement_eligible_costs(
        const transfer_agreement *agreement, transfer_amount *value)
{
    return transfer_record_get_amount(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_ELIGIBLE_COSTS, value);
}
static inline transfer_status transfer_agreement_set_eligible_costs(transfer_agreement *agreement,
        const transfer_amount *value)
{
    return transfer_record_set_amount(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_ELIGIBLE_COSTS, value);
}

/* Whether the amounts include value added tax. */
static inline int transfer_agreement_vat(const transfer_agreement *agreement)
{
    int choice;
    return transfer_record_get_choice(transfer_agreement_record(agreement), TRANSFER_AGREEMENT_VAT,
            &choice) == TRANSFER_OK ? choice : 0;
}
static inline transfer_status transfer_agreement_set_vat(transfer_agreement *agreement, int choice)
{
    return transfer_record_set_choice(transfer_agreement_record(agreement), TRANSFER_AGREEMENT_VAT,
            choice);
}

/* Who pays, and what part. */
static inline size_t transfer_agreement_funders_count(const transfer_agreement *agreement)
{
    size_t count;
    return transfer_record_count(transfer_agreement_record(agreement), TRANSFER_AGREEMENT_FUNDERS,
            &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_contribution *transfer_agreement_funders_at(
        const transfer_agreement *agreement, size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_FUNDERS, index, &item) == TRANSFER_OK
            ? (transfer_contribution *)item : (transfer_contribution *)NULL;
}
static inline transfer_status transfer_agreement_funders_add(transfer_agreement *agreement,
        transfer_contribution **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_FUNDERS, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_contribution *)record;
    return status;
}

/* Who receives, and what part. */
static inline size_t transfer_agreement_beneficiaries_count(const transfer_agreement *agreement)
{
    size_t count;
    return transfer_record_count(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_BENEFICIARIES, &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_allocation *transfer_agreement_beneficiaries_at(
        const transfer_agreement *agreement, size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_BENEFICIARIES, index, &item) == TRANSFER_OK
            ? (transfer_allocation *)item : (transfer_allocation *)NULL;
}
static inline transfer_status transfer_agreement_beneficiaries_add(transfer_agreement *agreement,
        transfer_allocation **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_BENEFICIARIES, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_allocation *)record;
    return status;
}

/* Payments, due or made. */
static inline size_t transfer_agreement_instalments_count(const transfer_agreement *agreement)
{
    size_t count;
    return transfer_record_count(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_INSTALMENTS, &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_instalment *transfer_agreement_instalments_at(
        const transfer_agreement *agreement, size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_INSTALMENTS, index, &item) == TRANSFER_OK
            ? (transfer_instalment *)item : (transfer_instalment *)NULL;
}
static inline transfer_status transfer_agreement_instalments_add(transfer_agreement *agreement,
        transfer_instalment **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_INSTALMENTS, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_instalment *)record;
    return status;
}

/* State aid that it declares. */
static inline size_t transfer_agreement_aid_count(const transfer_agreement *agreement)
{
    size_t count;
    return transfer_record_count(transfer_agreement_record(agreement), TRANSFER_AGREEMENT_AID,
            &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_aid_declaration *transfer_agreement_aid_at(
        const transfer_agreement *agreement, size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_agreement_record(agreement), TRANSFER_AGREEMENT_AID,
            index, &item) == TRANSFER_OK
            ? (transfer_aid_declaration *)item : (transfer_aid_declaration *)NULL;
}
static inline transfer_status transfer_agreement_aid_add(transfer_agreement *agreement,
        transfer_aid_declaration **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_AID, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_aid_declaration *)record;
    return status;
}

/* How exclusive a licence is. */
static inline int transfer_agreement_exclusivity(const transfer_agreement *agreement)
{
    int choice;
    return transfer_record_get_choice(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_EXCLUSIVITY, &choice) == TRANSFER_OK ? choice : 0;
}
static inline transfer_status transfer_agreement_set_exclusivity(transfer_agreement *agreement,
        int choice)
{
    return transfer_record_set_choice(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_EXCLUSIVITY, choice);
}

/* Field of use of a licence. */
static inline const char *transfer_agreement_field_of_use(const transfer_agreement *agreement)
{
    const char *value;
    return transfer_record_get_text(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_FIELD_OF_USE, &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_agreement_set_field_of_use(transfer_agreement *agreement,
        const char *value)
{
    return transfer_record_set_text(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_FIELD_OF_USE, value);
}

/* Territory of a licence. */
static inline const char *transfer_agreement_territory(const transfer_agreement *agreement)
{
    const char *value;
    return transfer_record_get_text(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_TERRITORY, &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_agreement_set_territory(transfer_agreement *agreement,
        const char *value)
{
    return transfer_record_set_text(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_TERRITORY, value);
}

/* Rate of the royalties. */
static inline transfer_status transfer_agreement_royalty_rate(const transfer_agreement *agreement,
        transfer_share *value)
{
    return transfer_record_get_share(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_ROYALTY_RATE, value);
}
static inline transfer_status transfer_agreement_set_royalty_rate(transfer_agreement *agreement,
        const transfer_share *value)
{
    return transfer_record_set_share(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_ROYALTY_RATE, value);
}

/* What the rate of the royalties applies to. */
static inline const char *transfer_agreement_royalty_base(const transfer_agreement *agreement)
{
    const char *value;
    return transfer_record_get_text(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_ROYALTY_BASE, &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_agreement_set_royalty_base(transfer_agreement *agreement,
        const char *value)
{
    return transfer_record_set_text(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_ROYALTY_BASE, value);
}

/* Agreement that this one restates and replaces from the day it is signed. */
static inline transfer_agreement *transfer_agreement_amends(const transfer_agreement *agreement)
{
    transfer_record *target;
    return transfer_record_get_reference(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_AMENDS, &target) == TRANSFER_OK
            ? (transfer_agreement *)target : (transfer_agreement *)NULL;
}
static inline transfer_status transfer_agreement_set_amends(transfer_agreement *agreement,
        const transfer_agreement *target)
{
    return transfer_record_set_reference(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_AMENDS, transfer_agreement_record(target));
}

/* Conditions. */
static inline const char *transfer_agreement_conditions(const transfer_agreement *agreement)
{
    const char *value;
    return transfer_record_get_text(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_CONDITIONS, &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_agreement_set_conditions(transfer_agreement *agreement,
        const char *value)
{
    return transfer_record_set_text(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_CONDITIONS, value);
}

/* Who signed. */
static inline size_t transfer_agreement_signatories_count(const transfer_agreement *agreement)
{
    size_t count;
    return transfer_record_count(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_SIGNATORIES, &count) == TRANSFER_OK ? count : 0;
}
static inline const char *transfer_agreement_signatories_at(const transfer_agreement *agreement,
        size_t index)
{
    const char *item;
    return transfer_record_text_at(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_SIGNATORIES, index, &item) == TRANSFER_OK
            ? item : (const char *)NULL;
}
static inline transfer_status transfer_agreement_signatories_add(transfer_agreement *agreement,
        const char *text)
{
    return transfer_record_add_text(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_SIGNATORIES, text);
}

/* Web page. */
static inline const char *transfer_agreement_url(const transfer_agreement *agreement)
{
    const char *value;
    return transfer_record_get_text(transfer_agreement_record(agreement), TRANSFER_AGREEMENT_URL,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_agreement_set_url(transfer_agreement *agreement,
        const char *value)
{
    return transfer_record_set_text(transfer_agreement_record(agreement), TRANSFER_AGREEMENT_URL,
            value);
}

/* Remark. */
static inline const char *transfer_agreement_note(const transfer_agreement *agreement)
{
    const char *value;
    return transfer_record_get_text(transfer_agreement_record(agreement), TRANSFER_AGREEMENT_NOTE,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_agreement_set_note(transfer_agreement *agreement,
        const char *value)
{
    return transfer_record_set_text(transfer_agreement_record(agreement), TRANSFER_AGREEMENT_NOTE,
            value);
}

/* Rules whose diagnostics are accepted for this record. */
static inline size_t transfer_agreement_exceptions_count(const transfer_agreement *agreement)
{
    size_t count;
    return transfer_record_count(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_EXCEPTIONS, &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_exception *transfer_agreement_exceptions_at(
        const transfer_agreement *agreement, size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_EXCEPTIONS, index, &item) == TRANSFER_OK
            ? (transfer_exception *)item : (transfer_exception *)NULL;
}
static inline transfer_status transfer_agreement_exceptions_add(transfer_agreement *agreement,
        transfer_exception **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_agreement_record(agreement),
            TRANSFER_AGREEMENT_EXCEPTIONS, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_exception *)record;
    return status;
}

/* Title of the project. */
static inline const char *transfer_project_title(const transfer_project *project)
{
    const char *value;
    return transfer_record_get_text(transfer_project_record(project), TRANSFER_PROJECT_TITLE,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_project_set_title(transfer_project *project,
        const char *value)
{
    return transfer_record_set_text(transfer_project_record(project), TRANSFER_PROJECT_TITLE,
            value);
}

/* Acronym. */
static inline const char *transfer_project_acronym(const transfer_project *project)
{
    const char *value;
    return transfer_record_get_text(transfer_project_record(project), TRANSFER_PROJECT_ACRONYM,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_project_set_acronym(transfer_project *project,
        const char *value)
{
    return transfer_record_set_text(transfer_project_record(project), TRANSFER_PROJECT_ACRONYM,
            value);
}

/* Platform on which it is carried out. */
static inline transfer_platform *transfer_project_platform(const transfer_project *project)
{
    transfer_record *target;
    return transfer_record_get_reference(transfer_project_record(project),
            TRANSFER_PROJECT_PLATFORM, &target) == TRANSFER_OK
            ? (transfer_platform *)target : (transfer_platform *)NULL;
}
static inline transfer_status transfer_project_set_platform(transfer_project *project,
        const transfer_platform *target)
{
    return transfer_record_set_reference(transfer_project_record(project),
            TRANSFER_PROJECT_PLATFORM, transfer_platform_record(target));
}

/* Programmes it belongs to. */
static inline size_t transfer_project_programmes_count(const transfer_project *project)
{
    size_t count;
    return transfer_record_count(transfer_project_record(project), TRANSFER_PROJECT_PROGRAMMES,
            &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_programme *transfer_project_programmes_at(const transfer_project *project,
        size_t index)
{
    transfer_record *item;
    return transfer_record_reference_at(transfer_project_record(project),
            TRANSFER_PROJECT_PROGRAMMES, index, &item) == TRANSFER_OK
            ? (transfer_programme *)item : (transfer_programme *)NULL;
}
static inline transfer_status transfer_project_programmes_add(transfer_project *project,
        const transfer_programme *target)
{
    return transfer_record_add_reference(transfer_project_record(project),
            TRANSFER_PROJECT_PROGRAMMES, transfer_programme_record(target));
}

/* Where the project stands. */
static inline int transfer_project_status(const transfer_project *project)
{
    int choice;
    return transfer_record_get_choice(transfer_project_record(project), TRANSFER_PROJECT_STATUS,
            &choice) == TRANSFER_OK ? choice : 0;
}
static inline transfer_status transfer_project_set_status(transfer_project *project, int choice)
{
    return transfer_record_set_choice(transfer_project_record(project), TRANSFER_PROJECT_STATUS,
            choice);
}

/* Period over which it runs. */
static inline transfer_status transfer_project_period(const transfer_project *project,
        transfer_period *value)
{
    return transfer_record_get_period(transfer_project_record(project), TRANSFER_PROJECT_PERIOD,
            value);
}
static inline transfer_status transfer_project_set_period(transfer_project *project,
        const transfer_period *value)
{
    return transfer_record_set_period(transfer_project_record(project), TRANSFER_PROJECT_PERIOD,
            value);
}

/* Category of research, as State aid law has it. */
static inline int transfer_project_research_category(const transfer_project *project)
{
    int choice;
    return transfer_record_get_choice(transfer_project_record(project),
            TRANSFER_PROJECT_RESEARCH_CATEGORY, &choice) == TRANSFER_OK ? choice : 0;
}
static inline transfer_status transfer_project_set_research_category(transfer_project *project,
        int choice)
{
    return transfer_record_set_choice(transfer_project_record(project),
            TRANSFER_PROJECT_RESEARCH_CATEGORY, choice);
}

/* Technology readiness level at the start. */
static inline transfer_status transfer_project_trl_start(const transfer_project *project,
        int64_t *value)
{
    return transfer_record_get_integer(transfer_project_record(project),
            TRANSFER_PROJECT_TRL_START, value);
}
static inline transfer_status transfer_project_set_trl_start(transfer_project *project,
        int64_t value)
{
    return transfer_record_set_integer(transfer_project_record(project),
            TRANSFER_PROJECT_TRL_START, value);
}

/* Technology readiness level aimed at. */
static inline transfer_status transfer_project_trl_target(const transfer_project *project,
        int64_t *value)
{
    return transfer_record_get_integer(transfer_project_record(project),
            TRANSFER_PROJECT_TRL_TARGET, value);
}
static inline transfer_status transfer_project_set_trl_target(transfer_project *project,
        int64_t value)
{
    return transfer_record_set_integer(transfer_project_record(project),
            TRANSFER_PROJECT_TRL_TARGET, value);
}

/* Technology readiness level reached. */
static inline transfer_status transfer_project_trl_current(const transfer_project *project,
        int64_t *value)
{
    return transfer_record_get_integer(transfer_project_record(project),
            TRANSFER_PROJECT_TRL_CURRENT, value);
}
static inline transfer_status transfer_project_set_trl_current(transfer_project *project,
        int64_t value)
{
    return transfer_record_set_integer(transfer_project_record(project),
            TRANSFER_PROJECT_TRL_CURRENT, value);
}

/* Budget of the whole project. */
static inline transfer_status transfer_project_budget(const transfer_project *project,
        transfer_amount *value)
{
    return transfer_record_get_amount(transfer_project_record(project), TRANSFER_PROJECT_BUDGET,
            value);
}
static inline transfer_status transfer_project_set_budget(transfer_project *project,
        const transfer_amount *value)
{
    return transfer_record_set_amount(transfer_project_record(project), TRANSFER_PROJECT_BUDGET,
            value);
}

/* Who works in the project, and as what. */
static inline size_t transfer_project_partners_count(const transfer_project *project)
{
    size_t count;
    return transfer_record_count(transfer_project_record(project), TRANSFER_PROJECT_PARTNERS,
            &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_participation *transfer_project_partners_at(const transfer_project *project,
        size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_project_record(project), TRANSFER_PROJECT_PARTNERS,
            index, &item) == TRANSFER_OK
            ? (transfer_participation *)item : (transfer_participation *)NULL;
}
static inline transfer_status transfer_project_partners_add(transfer_project *project,
        transfer_participation **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_project_record(project),
            TRANSFER_PROJECT_PARTNERS, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_participation *)record;
    return status;
}

/* Milestones. */
static inline size_t transfer_project_milestones_count(const transfer_project *project)
{
    size_t count;
    return transfer_record_count(transfer_project_record(project), TRANSFER_PROJECT_MILESTONES,
            &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_milestone *transfer_project_milestones_at(const transfer_project *project,
        size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_project_record(project), TRANSFER_PROJECT_MILESTONES,
            index, &item) == TRANSFER_OK ? (transfer_milestone *)item : (transfer_milestone *)NULL;
}
static inline transfer_status transfer_project_milestones_add(transfer_project *project,
        transfer_milestone **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_project_record(project),
            TRANSFER_PROJECT_MILESTONES, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_milestone *)record;
    return status;
}

/* Fields of technology or science. */
static inline size_t transfer_project_fields_count(const transfer_project *project)
{
    size_t count;
    return transfer_record_count(transfer_project_record(project), TRANSFER_PROJECT_FIELDS,
            &count) == TRANSFER_OK ? count : 0;
}
static inline const char *transfer_project_fields_at(const transfer_project *project, size_t index)
{
    const char *item;
    return transfer_record_text_at(transfer_project_record(project), TRANSFER_PROJECT_FIELDS,
            index, &item) == TRANSFER_OK ? item : (const char *)NULL;
}
static inline transfer_status transfer_project_fields_add(transfer_project *project,
        const char *text)
{
    return transfer_record_add_text(transfer_project_record(project), TRANSFER_PROJECT_FIELDS,
            text);
}

/* Summary. */
static inline const char *transfer_project_abstract(const transfer_project *project)
{
    const char *value;
    return transfer_record_get_text(transfer_project_record(project), TRANSFER_PROJECT_ABSTRACT,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_project_set_abstract(transfer_project *project,
        const char *value)
{
    return transfer_record_set_text(transfer_project_record(project), TRANSFER_PROJECT_ABSTRACT,
            value);
}

/* Web page. */
static inline const char *transfer_project_url(const transfer_project *project)
{
    const char *value;
    return transfer_record_get_text(transfer_project_record(project), TRANSFER_PROJECT_URL,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_project_set_url(transfer_project *project, const char *value)
{
    return transfer_record_set_text(transfer_project_record(project), TRANSFER_PROJECT_URL, value);
}

/* Figures stated about it. */
static inline size_t transfer_project_indicators_count(const transfer_project *project)
{
    size_t count;
    return transfer_record_count(transfer_project_record(project), TRANSFER_PROJECT_INDICATORS,
            &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_indicator *transfer_project_indicators_at(const transfer_project *project,
        size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_project_record(project), TRANSFER_PROJECT_INDICATORS,
            index, &item) == TRANSFER_OK ? (transfer_indicator *)item : (transfer_indicator *)NULL;
}
static inline transfer_status transfer_project_indicators_add(transfer_project *project,
        transfer_indicator **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_project_record(project),
            TRANSFER_PROJECT_INDICATORS, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_indicator *)record;
    return status;
}

/* Remark. */
static inline const char *transfer_project_note(const transfer_project *project)
{
    const char *value;
    return transfer_record_get_text(transfer_project_record(project), TRANSFER_PROJECT_NOTE,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_project_set_note(transfer_project *project,
        const char *value)
{
    return transfer_record_set_text(transfer_project_record(project), TRANSFER_PROJECT_NOTE, value);
}

/* Rules whose diagnostics are accepted for this record. */
static inline size_t transfer_project_exceptions_count(const transfer_project *project)
{
    size_t count;
    return transfer_record_count(transfer_project_record(project), TRANSFER_PROJECT_EXCEPTIONS,
            &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_exception *transfer_project_exceptions_at(const transfer_project *project,
        size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_project_record(project), TRANSFER_PROJECT_EXCEPTIONS,
            index, &item) == TRANSFER_OK ? (transfer_exception *)item : (transfer_exception *)NULL;
}
static inline transfer_status transfer_project_exceptions_add(transfer_project *project,
        transfer_exception **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_project_record(project),
            TRANSFER_PROJECT_EXCEPTIONS, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_exception *)record;
    return status;
}

/* Title of the result. */
static inline const char *transfer_result_title(const transfer_result *result)
{
    const char *value;
    return transfer_record_get_text(transfer_result_record(result), TRANSFER_RESULT_TITLE,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_result_set_title(transfer_result *result, const char *value)
{
    return transfer_record_set_text(transfer_result_record(result), TRANSFER_RESULT_TITLE, value);
}

/* What sort of result it is. */
static inline int transfer_result_kind(const transfer_result *result)
{
    int choice;
    return transfer_record_get_choice(transfer_result_record(result), TRANSFER_RESULT_KIND,
            &choice) == TRANSFER_OK ? choice : 0;
}
static inline transfer_status transfer_result_set_kind(transfer_result *result, int choice)
{
    return transfer_record_set_choice(transfer_result_record(result), TRANSFER_RESULT_KIND, choice);
}

/* Number or reference, such as that of a patent. */
static inline const char *transfer_result_reference(const transfer_result *result)
{
    const char *value;
    return transfer_record_get_text(transfer_result_record(result), TRANSFER_RESULT_REFERENCE,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_result_set_reference(transfer_result *result,
        const char *value)
{
    return transfer_record_set_text(transfer_result_record(result), TRANSFER_RESULT_REFERENCE,
            value);
}

/* Project that it came out of. */
static inline transfer_project *transfer_result_project(const transfer_result *result)
{
    transfer_record *target;
    return transfer_record_get_reference(transfer_result_record(result), TRANSFER_RESULT_PROJECT,
            &target) == TRANSFER_OK ? (transfer_project *)target : (transfer_project *)NULL;
}
static inline transfer_status transfer_result_set_project(transfer_result *result,
        const transfer_project *target)
{
    return transfer_record_set_reference(transfer_result_record(result), TRANSFER_RESULT_PROJECT,
            transfer_project_record(target));
}

/* Day it was filed. */
static inline transfer_status transfer_result_filed(const transfer_result *result,
        transfer_date *value)
{
    return transfer_record_get_date(transfer_result_record(result), TRANSFER_RESULT_FILED, value);
}
static inline transfer_status transfer_result_set_filed(transfer_result *result,
        const transfer_date *value)
{
    return transfer_record_set_date(transfer_result_record(result), TRANSFER_RESULT_FILED, value);
}

/* Day it was published. */
static inline transfer_status transfer_result_published(const transfer_result *result,
        transfer_date *value)
{
    return transfer_record_get_date(transfer_result_record(result), TRANSFER_RESULT_PUBLISHED,
            value);
}
static inline transfer_status transfer_result_set_published(transfer_result *result,
        const transfer_date *value)
{
    return transfer_record_set_date(transfer_result_record(result), TRANSFER_RESULT_PUBLISHED,
            value);
}

/* Day its protection ends. */
static inline transfer_status transfer_result_expires(const transfer_result *result,
        transfer_date *value)
{
    return transfer_record_get_date(transfer_result_record(result), TRANSFER_RESULT_EXPIRES, value);
}
static inline transfer_status transfer_result_set_expires(transfer_result *result,
        const transfer_date *value)
{
    return transfer_record_set_date(transfer_result_record(result), TRANSFER_RESULT_EXPIRES, value);
}

/* Technology readiness level. */
static inline transfer_status transfer_result_trl(const transfer_result *result, int64_t *value)
{
    return transfer_record_get_integer(transfer_result_record(result), TRANSFER_RESULT_TRL, value);
}
static inline transfer_status transfer_result_set_trl(transfer_result *result, int64_t value)
{
    return transfer_record_set_integer(transfer_result_record(result), TRANSFER_RESULT_TRL, value);
}

/* Who owns it, and what share. */
static inline size_t transfer_result_owners_count(const transfer_result *result)
{
    size_t count;
    return transfer_record_count(transfer_result_record(result), TRANSFER_RESULT_OWNERS,
            &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_holding *transfer_result_owners_at(const transfer_result *result,
        size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_result_record(result), TRANSFER_RESULT_OWNERS, index,
            &item) == TRANSFER_OK ? (transfer_holding *)item : (transfer_holding *)NULL;
}
static inline transfer_status transfer_result_owners_add(transfer_result *result,
        transfer_holding **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_result_record(result), TRANSFER_RESULT_OWNERS,
            &record);
    if (status == TRANSFER_OK)
        *item = (transfer_holding *)record;
    return status;
}

/* Fields of technology or science. */
static inline size_t transfer_result_fields_count(const transfer_result *result)
{
    size_t count;
    return transfer_record_count(transfer_result_record(result), TRANSFER_RESULT_FIELDS,
            &count) == TRANSFER_OK ? count : 0;
}
static inline const char *transfer_result_fields_at(const transfer_result *result, size_t index)
{
    const char *item;
    return transfer_record_text_at(transfer_result_record(result), TRANSFER_RESULT_FIELDS, index,
            &item) == TRANSFER_OK ? item : (const char *)NULL;
}
static inline transfer_status transfer_result_fields_add(transfer_result *result, const char *text)
{
    return transfer_record_add_text(transfer_result_record(result), TRANSFER_RESULT_FIELDS, text);
}

/* Web page. */
static inline const char *transfer_result_url(const transfer_result *result)
{
    const char *value;
    return transfer_record_get_text(transfer_result_record(result), TRANSFER_RESULT_URL,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_result_set_url(transfer_result *result, const char *value)
{
    return transfer_record_set_text(transfer_result_record(result), TRANSFER_RESULT_URL, value);
}

/* Remark. */
static inline const char *transfer_result_note(const transfer_result *result)
{
    const char *value;
    return transfer_record_get_text(transfer_result_record(result), TRANSFER_RESULT_NOTE,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_result_set_note(transfer_result *result, const char *value)
{
    return transfer_record_set_text(transfer_result_record(result), TRANSFER_RESULT_NOTE, value);
}

/* Rules whose diagnostics are accepted for this record. */
static inline size_t transfer_result_exceptions_count(const transfer_result *result)
{
    size_t count;
    return transfer_record_count(transfer_result_record(result), TRANSFER_RESULT_EXCEPTIONS,
            &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_exception *transfer_result_exceptions_at(const transfer_result *result,
        size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_result_record(result), TRANSFER_RESULT_EXCEPTIONS,
            index, &item) == TRANSFER_OK ? (transfer_exception *)item : (transfer_exception *)NULL;
}
static inline transfer_status transfer_result_exceptions_add(transfer_result *result,
        transfer_exception **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_result_record(result), TRANSFER_RESULT_EXCEPTIONS,
            &record);
    if (status == TRANSFER_OK)
        *item = (transfer_exception *)record;
    return status;
}

/* What is counted or measured. */
static inline const char *transfer_indicator_name(const transfer_indicator *indicator)
{
    const char *value;
    return transfer_record_get_text(transfer_indicator_record(indicator), TRANSFER_INDICATOR_NAME,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_indicator_set_name(transfer_indicator *indicator,
        const char *value)
{
    return transfer_record_set_text(transfer_indicator_record(indicator), TRANSFER_INDICATOR_NAME,
            value);
}

/* The figure: an amount if it ends in a currency, else a quantity. */
static inline transfer_status transfer_indicator_value_amount(const transfer_indicator *indicator,
        transfer_amount *value)
{
    return transfer_record_get_amount(transfer_indicator_record(indicator),
            TRANSFER_INDICATOR_VALUE, value);
}
static inline transfer_status transfer_indicator_set_value_amount(transfer_indicator *indicator,
        const transfer_amount *value)
{
    return transfer_record_set_amount(transfer_indicator_record(indicator),
            TRANSFER_INDICATOR_VALUE, value);
}
static inline transfer_status transfer_indicator_value_quantity(
        const transfer_indicator *indicator, transfer_quantity *value)
{
    return transfer_record_get_quantity(transfer_indicator_record(indicator),
            TRANSFER_INDICATOR_VALUE, value);
}
static inline transfer_status transfer_indicator_set_value_quantity(transfer_indicator *indicator,
        const transfer_quantity *value)
{
    return transfer_record_set_quantity(transfer_indicator_record(indicator),
            TRANSFER_INDICATOR_VALUE, value);
}

/* Day for which the figure stands. */
static inline transfer_status transfer_indicator_date(const transfer_indicator *indicator,
        transfer_date *value)
{
    return transfer_record_get_date(transfer_indicator_record(indicator), TRANSFER_INDICATOR_DATE,
            value);
}
static inline transfer_status transfer_indicator_set_date(transfer_indicator *indicator,
        const transfer_date *value)
{
    return transfer_record_set_date(transfer_indicator_record(indicator), TRANSFER_INDICATOR_DATE,
            value);
}

/* Period for which the figure stands. */
static inline transfer_status transfer_indicator_period(const transfer_indicator *indicator,
        transfer_period *value)
{
    return transfer_record_get_period(transfer_indicator_record(indicator),
            TRANSFER_INDICATOR_PERIOD, value);
}
static inline transfer_status transfer_indicator_set_period(transfer_indicator *indicator,
        const transfer_period *value)
{
    return transfer_record_set_period(transfer_indicator_record(indicator),
            TRANSFER_INDICATOR_PERIOD, value);
}

/* Platforms that the figure is about. */
static inline size_t transfer_indicator_scope_count(const transfer_indicator *indicator)
{
    size_t count;
    return transfer_record_count(transfer_indicator_record(indicator), TRANSFER_INDICATOR_SCOPE,
            &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_platform *transfer_indicator_scope_at(const transfer_indicator *indicator,
        size_t index)
{
    transfer_record *item;
    return transfer_record_reference_at(transfer_indicator_record(indicator),
            TRANSFER_INDICATOR_SCOPE, index, &item) == TRANSFER_OK
            ? (transfer_platform *)item : (transfer_platform *)NULL;
}
static inline transfer_status transfer_indicator_scope_add(transfer_indicator *indicator,
        const transfer_platform *target)
{
    return transfer_record_add_reference(transfer_indicator_record(indicator),
            TRANSFER_INDICATOR_SCOPE, transfer_platform_record(target));
}

/* Remark. */
static inline const char *transfer_indicator_note(const transfer_indicator *indicator)
{
    const char *value;
    return transfer_record_get_text(transfer_indicator_record(indicator), TRANSFER_INDICATOR_NOTE,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_indicator_set_note(transfer_indicator *indicator,
        const char *value)
{
    return transfer_record_set_text(transfer_indicator_record(indicator), TRANSFER_INDICATOR_NOTE,
            value);
}

/* Rules whose diagnostics are accepted for this record. */
static inline size_t transfer_indicator_exceptions_count(const transfer_indicator *indicator)
{
    size_t count;
    return transfer_record_count(transfer_indicator_record(indicator),
            TRANSFER_INDICATOR_EXCEPTIONS, &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_exception *transfer_indicator_exceptions_at(
        const transfer_indicator *indicator, size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_indicator_record(indicator),
            TRANSFER_INDICATOR_EXCEPTIONS, index, &item) == TRANSFER_OK
            ? (transfer_exception *)item : (transfer_exception *)NULL;
}
static inline transfer_status transfer_indicator_exceptions_add(transfer_indicator *indicator,
        transfer_exception **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_indicator_record(indicator),
            TRANSFER_INDICATOR_EXCEPTIONS, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_exception *)record;
    return status;
}

/* When it happened. */
static inline transfer_status transfer_platform_event_date(
        const transfer_platform_event *platform_event, transfer_date *value)
{
    return transfer_record_get_date(transfer_platform_event_record(platform_event),
            TRANSFER_PLATFORM_EVENT_DATE, value);
}
static inline transfer_status transfer_platform_event_set_date(
        transfer_platform_event *platform_event, const transfer_date *value)
{
    return transfer_record_set_date(transfer_platform_event_record(platform_event),
            TRANSFER_PLATFORM_EVENT_DATE, value);
}

/* What the platform became. */
static inline int transfer_platform_event_status(const transfer_platform_event *platform_event)
{
    int choice;
    return transfer_record_get_choice(transfer_platform_event_record(platform_event),
            TRANSFER_PLATFORM_EVENT_STATUS, &choice) == TRANSFER_OK ? choice : 0;
}
static inline transfer_status transfer_platform_event_set_status(
        transfer_platform_event *platform_event, int choice)
{
    return transfer_record_set_choice(transfer_platform_event_record(platform_event),
            TRANSFER_PLATFORM_EVENT_STATUS, choice);
}

/* Persons who announced, installed or closed it. */
static inline size_t transfer_platform_event_by_count(const transfer_platform_event *platform_event)
{
    size_t count;
    return transfer_record_count(transfer_platform_event_record(platform_event),
            TRANSFER_PLATFORM_EVENT_BY, &count) == TRANSFER_OK ? count : 0;
}
static inline const char *transfer_platform_event_by_at(
        const transfer_platform_event *platform_event, size_t index)
{
    const char *item;
    return transfer_record_text_at(transfer_platform_event_record(platform_event),
            TRANSFER_PLATFORM_EVENT_BY, index, &item) == TRANSFER_OK ? item : (const char *)NULL;
}
static inline transfer_status transfer_platform_event_by_add(
        transfer_platform_event *platform_event, const char *text)
{
    return transfer_record_add_text(transfer_platform_event_record(platform_event),
            TRANSFER_PLATFORM_EVENT_BY, text);
}

/* Remark. */
static inline const char *transfer_platform_event_note(
        const transfer_platform_event *platform_event)
{
    const char *value;
    return transfer_record_get_text(transfer_platform_event_record(platform_event),
            TRANSFER_PLATFORM_EVENT_NOTE, &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_platform_event_set_note(
        transfer_platform_event *platform_event, const char *value)
{
    return transfer_record_set_text(transfer_platform_event_record(platform_event),
            TRANSFER_PLATFORM_EVENT_NOTE, value);
}

/* Rules whose diagnostics are accepted for this record. */
static inline size_t transfer_platform_event_exceptions_count(
        const transfer_platform_event *platform_event)
{
    size_t count;
    return transfer_record_count(transfer_platform_event_record(platform_event),
            TRANSFER_PLATFORM_EVENT_EXCEPTIONS, &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_exception *transfer_platform_event_exceptions_at(
        const transfer_platform_event *platform_event, size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_platform_event_record(platform_event),
            TRANSFER_PLATFORM_EVENT_EXCEPTIONS, index, &item) == TRANSFER_OK
            ? (transfer_exception *)item : (transfer_exception *)NULL;
}
static inline transfer_status transfer_platform_event_exceptions_add(
        transfer_platform_event *platform_event, transfer_exception **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_platform_event_record(platform_event),
            TRANSFER_PLATFORM_EVENT_EXCEPTIONS, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_exception *)record;
    return status;
}

/* Who holds the share. */
static inline transfer_partner *transfer_holding_owner(const transfer_holding *holding)
{
    transfer_record *target;
    return transfer_record_get_reference(transfer_holding_record(holding), TRANSFER_HOLDING_OWNER,
            &target) == TRANSFER_OK ? (transfer_partner *)target : (transfer_partner *)NULL;
}
static inline transfer_status transfer_holding_set_owner(transfer_holding *holding,
        const transfer_partner *target)
{
    return transfer_record_set_reference(transfer_holding_record(holding), TRANSFER_HOLDING_OWNER,
            transfer_partner_record(target));
}

/* The share. */
static inline transfer_status transfer_holding_share(const transfer_holding *holding,
        transfer_share *value)
{
    return transfer_record_get_share(transfer_holding_record(holding), TRANSFER_HOLDING_SHARE,
            value);
}
static inline transfer_status transfer_holding_set_share(transfer_holding *holding,
        const transfer_share *value)
{
    return transfer_record_set_share(transfer_holding_record(holding), TRANSFER_HOLDING_SHARE,
            value);
}

/* Since when. */
static inline transfer_status transfer_holding_from(const transfer_holding *holding,
        transfer_date *value)
{
    return transfer_record_get_date(transfer_holding_record(holding), TRANSFER_HOLDING_FROM, value);
}
static inline transfer_status transfer_holding_set_from(transfer_holding *holding,
        const transfer_date *value)
{
    return transfer_record_set_date(transfer_holding_record(holding), TRANSFER_HOLDING_FROM, value);
}

/* Remark. */
static inline const char *transfer_holding_note(const transfer_holding *holding)
{
    const char *value;
    return transfer_record_get_text(transfer_holding_record(holding), TRANSFER_HOLDING_NOTE,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_holding_set_note(transfer_holding *holding,
        const char *value)
{
    return transfer_record_set_text(transfer_holding_record(holding), TRANSFER_HOLDING_NOTE, value);
}

/* Rules whose diagnostics are accepted for this record. */
static inline size_t transfer_holding_exceptions_count(const transfer_holding *holding)
{
    size_t count;
    return transfer_record_count(transfer_holding_record(holding), TRANSFER_HOLDING_EXCEPTIONS,
            &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_exception *transfer_holding_exceptions_at(const transfer_holding *holding,
        size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_holding_record(holding), TRANSFER_HOLDING_EXCEPTIONS,
            index, &item) == TRANSFER_OK ? (transfer_exception *)item : (transfer_exception *)NULL;
}
static inline transfer_status transfer_holding_exceptions_add(transfer_holding *holding,
        transfer_exception **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_holding_record(holding),
            TRANSFER_HOLDING_EXCEPTIONS, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_exception *)record;
    return status;
}

/* Year in which the fiscal year ends. */
static inline transfer_status transfer_fiscal_year_year(const transfer_fiscal_year *fiscal_year,
        int64_t *value)
{
    return transfer_record_get_integer(transfer_fiscal_year_record(fiscal_year),
            TRANSFER_FISCAL_YEAR_YEAR, value);
}
static inline transfer_status transfer_fiscal_year_set_year(transfer_fiscal_year *fiscal_year,
        int64_t value)
{
    return transfer_record_set_integer(transfer_fiscal_year_record(fiscal_year),
            TRANSFER_FISCAL_YEAR_YEAR, value);
}

/* Staff in annual work units. */
static inline transfer_status transfer_fiscal_year_headcount(
        const transfer_fiscal_year *fiscal_year, transfer_quantity *value)
{
    return transfer_record_get_quantity(transfer_fiscal_year_record(fiscal_year),
            TRANSFER_FISCAL_YEAR_HEADCOUNT, value);
}
static inline transfer_status transfer_fiscal_year_set_headcount(transfer_fiscal_year *fiscal_year,
        const transfer_quantity *value)
{
    return transfer_record_set_quantity(transfer_fiscal_year_record(fiscal_year),
            TRANSFER_FISCAL_YEAR_HEADCOUNT, value);
}

/* Turnover. */
static inline transfer_status transfer_fiscal_year_turnover(
        const transfer_fiscal_year *fiscal_year, transfer_amount *value)
{
    return transfer_record_get_amount(transfer_fiscal_year_record(fiscal_year),
            TRANSFER_FISCAL_YEAR_TURNOVER, value);
}
static inline transfer_status transfer_fiscal_year_set_turnover(transfer_fiscal_year *fiscal_year,
        const transfer_amount *value)
{
    return transfer_record_set_amount(transfer_fiscal_year_record(fiscal_year),
            TRANSFER_FISCAL_YEAR_TURNOVER, value);
}

/* Balance sheet total. */
static inline transfer_status transfer_fiscal_year_balance_sheet(
        const transfer_fiscal_year *fiscal_year, transfer_amount *value)
{
    return transfer_record_get_amount(transfer_fiscal_year_record(fiscal_year),
            TRANSFER_FISCAL_YEAR_BALANCE_SHEET, value);
}
static inline transfer_status transfer_fiscal_year_set_balance_sheet(
        transfer_fiscal_year *fiscal_year, const transfer_amount *value)
{
    return transfer_record_set_amount(transfer_fiscal_year_record(fiscal_year),
            TRANSFER_FISCAL_YEAR_BALANCE_SHEET, value);
}

/* Whether the accounts are those of the group. */
static inline transfer_status transfer_fiscal_year_consolidated(
        const transfer_fiscal_year *fiscal_year, int *value)
{
    return transfer_record_get_boolean(transfer_fiscal_year_record(fiscal_year),
            TRANSFER_FISCAL_YEAR_CONSOLIDATED, value);
}
static inline transfer_status transfer_fiscal_year_set_consolidated(
        transfer_fiscal_year *fiscal_year, int value)
{
    return transfer_record_set_boolean(transfer_fiscal_year_record(fiscal_year),
            TRANSFER_FISCAL_YEAR_CONSOLIDATED, value);
}

/* Remark. */
static inline const char *transfer_fiscal_year_note(const transfer_fiscal_year *fiscal_year)
{
    const char *value;
    return transfer_record_get_text(transfer_fiscal_year_record(fiscal_year),
            TRANSFER_FISCAL_YEAR_NOTE, &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_fiscal_year_set_note(transfer_fiscal_year *fiscal_year,
        const char *value)
{
    return transfer_record_set_text(transfer_fiscal_year_record(fiscal_year),
            TRANSFER_FISCAL_YEAR_NOTE, value);
}

/* Rules whose diagnostics are accepted for this record. */
static inline size_t transfer_fiscal_year_exceptions_count(const transfer_fiscal_year *fiscal_year)
{
    size_t count;
    return transfer_record_count(transfer_fiscal_year_record(fiscal_year),
            TRANSFER_FISCAL_YEAR_EXCEPTIONS, &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_exception *transfer_fiscal_year_exceptions_at(
        const transfer_fiscal_year *fiscal_year, size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_fiscal_year_record(fiscal_year),
            TRANSFER_FISCAL_YEAR_EXCEPTIONS, index, &item) == TRANSFER_OK
            ? (transfer_exception *)item : (transfer_exception *)NULL;
}
static inline transfer_status transfer_fiscal_year_exceptions_add(
        transfer_fiscal_year *fiscal_year, transfer_exception **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_fiscal_year_record(fiscal_year),
            TRANSFER_FISCAL_YEAR_EXCEPTIONS, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_exception *)record;
    return status;
}

/* The former name. */
static inline const char *transfer_former_name_name(const transfer_former_name *former_name)
{
    const char *value;
    return transfer_record_get_text(transfer_former_name_record(former_name),
            TRANSFER_FORMER_NAME_NAME, &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_former_name_set_name(transfer_former_name *former_name,
        const char *value)
{
    return transfer_record_set_text(transfer_former_name_record(former_name),
            TRANSFER_FORMER_NAME_NAME, value);
}

/* Until when it was used. */
static inline transfer_status transfer_former_name_until(const transfer_former_name *former_name,
        transfer_date *value)
{
    return transfer_record_get_date(transfer_former_name_record(former_name),
            TRANSFER_FORMER_NAME_UNTIL, value);
}
static inline transfer_status transfer_former_name_set_until(transfer_former_name *former_name,
        const transfer_date *value)
{
    return transfer_record_set_date(transfer_former_name_record(former_name),
            TRANSFER_FORMER_NAME_UNTIL, value);
}

/* Remark. */
static inline const char *transfer_former_name_note(const transfer_former_name *former_name)
{
    const char *value;
    return transfer_record_get_text(transfer_former_name_record(former_name),
            TRANSFER_FORMER_NAME_NOTE, &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_former_name_set_note(transfer_former_name *former_name,
        const char *value)
{
    return transfer_record_set_text(transfer_former_name_record(former_name),
            TRANSFER_FORMER_NAME_NOTE, value);
}

/* Rules whose diagnostics are accepted for this record. */
static inline size_t transfer_former_name_exceptions_count(const transfer_former_name *former_name)
{
    size_t count;
    return transfer_record_count(transfer_former_name_record(former_name),
            TRANSFER_FORMER_NAME_EXCEPTIONS, &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_exception *transfer_former_name_exceptions_at(
        const transfer_former_name *former_name, size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_former_name_record(former_name),
            TRANSFER_FORMER_NAME_EXCEPTIONS, index, &item) == TRANSFER_OK
            ? (transfer_exception *)item : (transfer_exception *)NULL;
}
static inline transfer_status transfer_former_name_exceptions_add(
        transfer_former_name *former_name, transfer_exception **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_former_name_record(former_name),
            TRANSFER_FORMER_NAME_EXCEPTIONS, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_exception *)record;
    return status;
}

/* Who takes part. */
static inline transfer_partner *transfer_participation_partner(
        const transfer_participation *participation)
{
    transfer_record *target;
    return transfer_record_get_reference(transfer_participation_record(participation),
            TRANSFER_PARTICIPATION_PARTNER, &target) == TRANSFER_OK
            ? (transfer_partner *)target : (transfer_partner *)NULL;
}
static inline transfer_status transfer_participation_set_partner(
        transfer_participation *participation, const transfer_partner *target)
{
    return transfer_record_set_reference(transfer_participation_record(participation),
            TRANSFER_PARTICIPATION_PARTNER, transfer_partner_record(target));
}

/* As what. */
static inline int transfer_participation_role(const transfer_participation *participation)
{
    int choice;
    return transfer_record_get_choice(transfer_participation_record(participation),
            TRANSFER_PARTICIPATION_ROLE, &choice) == TRANSFER_OK ? choice : 0;
}
static inline transfer_status transfer_participation_set_role(
        transfer_participation *participation, int choice)
{
    return transfer_record_set_choice(transfer_participation_record(participation),
            TRANSFER_PARTICIPATION_ROLE, choice);
}

/* The partner's budget in the project. */
static inline transfer_status transfer_participation_budget(
        const transfer_participation *participation, transfer_amount *value)
{
    return transfer_record_get_amount(transfer_participation_record(participation),
            TRANSFER_PARTICIPATION_BUDGET, value);
}
static inline transfer_status transfer_participation_set_budget(
        transfer_participation *participation, const transfer_amount *value)
{
    return transfer_record_set_amount(transfer_participation_record(participation),
            TRANSFER_PARTICIPATION_BUDGET, value);
}

/* When, where it differs from the project's period. */
static inline transfer_status transfer_participation_period(
        const transfer_participation *participation, transfer_period *value)
{
    return transfer_record_get_period(transfer_participation_record(participation),
            TRANSFER_PARTICIPATION_PERIOD, value);
}
static inline transfer_status transfer_participation_set_period(
        transfer_participation *participation, const transfer_period *value)
{
    return transfer_record_set_period(transfer_participation_record(participation),
            TRANSFER_PARTICIPATION_PERIOD, value);
}

/* Remark. */
static inline const char *transfer_participation_note(const transfer_participation *participation)
{
    const char *value;
    return transfer_record_get_text(transfer_participation_record(participation),
            TRANSFER_PARTICIPATION_NOTE, &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_participation_set_note(
        transfer_participation *participation, const char *value)
{
    return transfer_record_set_text(transfer_participation_record(participation),
            TRANSFER_PARTICIPATION_NOTE, value);
}

/* Rules whose diagnostics are accepted for this record. */
static inline size_t transfer_participation_exceptions_count(
        const transfer_participation *participation)
{
    size_t count;
    return transfer_record_count(transfer_participation_record(participation),
            TRANSFER_PARTICIPATION_EXCEPTIONS, &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_exception *transfer_participation_exceptions_at(
        const transfer_participation *participation, size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_participation_record(participation),
            TRANSFER_PARTICIPATION_EXCEPTIONS, index, &item) == TRANSFER_OK
            ? (transfer_exception *)item : (transfer_exception *)NULL;
}
static inline transfer_status transfer_participation_exceptions_add(
        transfer_participation *participation, transfer_exception **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_participation_record(participation),
            TRANSFER_PARTICIPATION_EXCEPTIONS, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_exception *)record;
    return status;
}

/* What is reached. */
static inline const char *transfer_milestone_title(const transfer_milestone *milestone)
{
    const char *value;
    return transfer_record_get_text(transfer_milestone_record(milestone), TRANSFER_MILESTONE_TITLE,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_milestone_set_title(transfer_milestone *milestone,
        const char *value)
{
    return transfer_record_set_text(transfer_milestone_record(milestone), TRANSFER_MILESTONE_TITLE,
            value);
}

/* When it is due. */
static inline transfer_status transfer_milestone_due(const transfer_milestone *milestone,
        transfer_date *value)
{
    return transfer_record_get_date(transfer_milestone_record(milestone), TRANSFER_MILESTONE_DUE,
            value);
}
static inline transfer_status transfer_milestone_set_due(transfer_milestone *milestone,
        const transfer_date *value)
{
    return transfer_record_set_date(transfer_milestone_record(milestone), TRANSFER_MILESTONE_DUE,
            value);
}

/* When it was reached. */
static inline transfer_status transfer_milestone_achieved(const transfer_milestone *milestone,
        transfer_date *value)
{
    return transfer_record_get_date(transfer_milestone_record(milestone),
            TRANSFER_MILESTONE_ACHIEVED, value);
}
static inline transfer_status transfer_milestone_set_achieved(transfer_milestone *milestone,
        const transfer_date *value)
{
    return transfer_record_set_date(transfer_milestone_record(milestone),
            TRANSFER_MILESTONE_ACHIEVED, value);
}

/* Remark. */
static inline const char *transfer_milestone_note(const transfer_milestone *milestone)
{
    const char *value;
    return transfer_record_get_text(transfer_milestone_record(milestone), TRANSFER_MILESTONE_NOTE,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_milestone_set_note(transfer_milestone *milestone,
        const char *value)
{
    return transfer_record_set_text(transfer_milestone_record(milestone), TRANSFER_MILESTONE_NOTE,
            value);
}

/* Rules whose diagnostics are accepted for this record. */
static inline size_t transfer_milestone_exceptions_count(const transfer_milestone *milestone)
{
    size_t count;
    return transfer_record_count(transfer_milestone_record(milestone),
            TRANSFER_MILESTONE_EXCEPTIONS, &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_exception *transfer_milestone_exceptions_at(
        const transfer_milestone *milestone, size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_milestone_record(milestone),
            TRANSFER_MILESTONE_EXCEPTIONS, index, &item) == TRANSFER_OK
            ? (transfer_exception *)item : (transfer_exception *)NULL;
}
static inline transfer_status transfer_milestone_exceptions_add(transfer_milestone *milestone,
        transfer_exception **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_milestone_record(milestone),
            TRANSFER_MILESTONE_EXCEPTIONS, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_exception *)record;
    return status;
}

/* Who pays. */
static inline transfer_partner *transfer_contribution_partner(
        const transfer_contribution *contribution)
{
    transfer_record *target;
    return transfer_record_get_reference(transfer_contribution_record(contribution),
            TRANSFER_CONTRIBUTION_PARTNER, &target) == TRANSFER_OK
            ? (transfer_partner *)target : (transfer_partner *)NULL;
}
static inline transfer_status transfer_contribution_set_partner(
        transfer_contribution *contribution, const transfer_partner *target)
{
    return transfer_record_set_reference(transfer_contribution_record(contribution),
            TRANSFER_CONTRIBUTION_PARTNER, transfer_partner_record(target));
}

/* True where it is not known who pays. */
static inline transfer_status transfer_contribution_unspecified(
        const transfer_contribution *contribution, int *value)
{
    return transfer_record_get_boolean(transfer_contribution_record(contribution),
            TRANSFER_CONTRIBUTION_UNSPECIFIED, value);
}
static inline transfer_status transfer_contribution_set_unspecified(
        transfer_contribution *contribution, int value)
{
    return transfer_record_set_boolean(transfer_contribution_record(contribution),
            TRANSFER_CONTRIBUTION_UNSPECIFIED, value);
}

/* The amount paid. */
static inline transfer_status transfer_contribution_amount(
        const transfer_contribution *contribution, transfer_amount *value)
{
    return transfer_record_get_amount(transfer_contribution_record(contribution),
            TRANSFER_CONTRIBUTION_AMOUNT, value);
}
static inline transfer_status transfer_contribution_set_amount(transfer_contribution *contribution,
        const transfer_amount *value)
{
    return transfer_record_set_amount(transfer_contribution_record(contribution),
            TRANSFER_CONTRIBUTION_AMOUNT, value);
}

/* The share of the agreement's amount. */
static inline transfer_status transfer_contribution_share(
        const transfer_contribution *contribution, transfer_share *value)
{
    return transfer_record_get_share(transfer_contribution_record(contribution),
            TRANSFER_CONTRIBUTION_SHARE, value);
}
static inline transfer_status transfer_contribution_set_share(transfer_contribution *contribution,
        const transfer_share *value)
{
    return transfer_record_set_share(transfer_contribution_record(contribution),
            TRANSFER_CONTRIBUTION_SHARE, value);
}

/* In money or in kind. */
static inline int transfer_contribution_nature(const transfer_contribution *contribution)
{
    int choice;
    return transfer_record_get_choice(transfer_contribution_record(contribution),
            TRANSFER_CONTRIBUTION_NATURE, &choice) == TRANSFER_OK ? choice : 0;
}
static inline transfer_status transfer_contribution_set_nature(transfer_contribution *contribution,
        int choice)
{
    return transfer_record_set_choice(transfer_contribution_record(contribution),
            TRANSFER_CONTRIBUTION_NATURE, choice);
}

/* True where a beneficiary pays this part itself. */
static inline transfer_status transfer_contribution_own_contribution(
        const transfer_contribution *contribution, int *value)
{
    return transfer_record_get_boolean(transfer_contribution_record(contribution),
            TRANSFER_CONTRIBUTION_OWN_CONTRIBUTION, value);
}
static inline transfer_status transfer_contribution_set_own_contribution(
        transfer_contribution *contribution, int value)
{
    return transfer_record_set_boolean(transfer_contribution_record(contribution),
            TRANSFER_CONTRIBUTION_OWN_CONTRIBUTION, value);
}

/* Fund or budget line it is paid from, such as FEDER. */
static inline const char *transfer_contribution_fund(const transfer_contribution *contribution)
{
    const char *value;
    return transfer_record_get_text(transfer_contribution_record(contribution),
            TRANSFER_CONTRIBUTION_FUND, &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_contribution_set_fund(transfer_contribution *contribution,
        const char *value)
{
    return transfer_record_set_text(transfer_contribution_record(contribution),
            TRANSFER_CONTRIBUTION_FUND, value);
}

/* Remark. */
static inline const char *transfer_contribution_note(const transfer_contribution *contribution)
{
    const char *value;
    return transfer_record_get_text(transfer_contribution_record(contribution),
            TRANSFER_CONTRIBUTION_NOTE, &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_contribution_set_note(transfer_contribution *contribution,
        const char *value)
{
    return transfer_record_set_text(transfer_contribution_record(contribution),
            TRANSFER_CONTRIBUTION_NOTE, value);
}

/* Rules whose diagnostics are accepted for this record. */
static inline size_t transfer_contribution_exceptions_count(
        const transfer_contribution *contribution)
{
    size_t count;
    return transfer_record_count(transfer_contribution_record(contribution),
            TRANSFER_CONTRIBUTION_EXCEPTIONS, &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_exception *transfer_contribution_exceptions_at(
        const transfer_contribution *contribution, size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_contribution_record(contribution),
            TRANSFER_CONTRIBUTION_EXCEPTIONS, index, &item) == TRANSFER_OK
            ? (transfer_exception *)item : (transfer_exception *)NULL;
}
static inline transfer_status transfer_contribution_exceptions_add(
        transfer_contribution *contribution, transfer_exception **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_contribution_record(contribution),
            TRANSFER_CONTRIBUTION_EXCEPTIONS, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_exception *)record;
    return status;
}

/* The partner that receives. */
static inline transfer_partner *transfer_allocation_partner(const transfer_allocation *allocation)
{
    transfer_record *target;
    return transfer_record_get_reference(transfer_allocation_record(allocation),
            TRANSFER_ALLOCATION_PARTNER, &target) == TRANSFER_OK
            ? (transfer_partner *)target : (transfer_partner *)NULL;
}
static inline transfer_status transfer_allocation_set_partner(transfer_allocation *allocation,
        const transfer_partner *target)
{
    return transfer_record_set_reference(transfer_allocation_record(allocation),
            TRANSFER_ALLOCATION_PARTNER, transfer_partner_record(target));
}

/* The platform that receives. */
static inline transfer_platform *transfer_allocation_platform(const transfer_allocation *allocation)
{
    transfer_record *target;
    return transfer_record_get_reference(transfer_allocation_record(allocation),
            TRANSFER_ALLOCATION_PLATFORM, &target) == TRANSFER_OK
            ? (transfer_platform *)target : (transfer_platform *)NULL;
}
static inline transfer_status transfer_allocation_set_platform(transfer_allocation *allocation,
        const transfer_platform *target)
{
    return transfer_record_set_reference(transfer_allocation_record(allocation),
            TRANSFER_ALLOCATION_PLATFORM, transfer_platform_record(target));
}

/* The project that receives. */
static inline transfer_project *transfer_allocation_project(const transfer_allocation *allocation)
{
    transfer_record *target;
    return transfer_record_get_reference(transfer_allocation_record(allocation),
            TRANSFER_ALLOCATION_PROJECT, &target) == TRANSFER_OK
            ? (transfer_project *)target : (transfer_project *)NULL;
}
static inline transfer_status transfer_allocation_set_project(transfer_allocation *allocation,
        const transfer_project *target)
{
    return transfer_record_set_reference(transfer_allocation_record(allocation),
            TRANSFER_ALLOCATION_PROJECT, transfer_project_record(target));
}

/* The amount received. */
static inline transfer_status transfer_allocation_amount(const transfer_allocation *allocation,
        transfer_amount *value)
{
    return transfer_record_get_amount(transfer_allocation_record(allocation),
            TRANSFER_ALLOCATION_AMOUNT, value);
}
static inline transfer_status transfer_allocation_set_amount(transfer_allocation *allocation,
        const transfer_amount *value)
{
    return transfer_record_set_amount(transfer_allocation_record(allocation),
            TRANSFER_ALLOCATION_AMOUNT, value);
}

/* The share of the agreement's amount. */
static inline transfer_status transfer_allocation_share(const transfer_allocation *allocation,
        transfer_share *value)
{
    return transfer_record_get_share(transfer_allocation_record(allocation),
            TRANSFER_ALLOCATION_SHARE, value);
}
static inline transfer_status transfer_allocation_set_share(transfer_allocation *allocation,
        const transfer_share *value)
{
    return transfer_record_set_share(transfer_allocation_record(allocation),
            TRANSFER_ALLOCATION_SHARE, value);
}

/* Remark. */
static inline const char *transfer_allocation_note(const transfer_allocation *allocation)
{
    const char *value;
    return transfer_record_get_text(transfer_allocation_record(allocation),
            TRANSFER_ALLOCATION_NOTE, &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_allocation_set_note(transfer_allocation *allocation,
        const char *value)
{
    return transfer_record_set_text(transfer_allocation_record(allocation),
            TRANSFER_ALLOCATION_NOTE, value);
}

/* Rules whose diagnostics are accepted for this record. */
static inline size_t transfer_allocation_exceptions_count(const transfer_allocation *allocation)
{
    size_t count;
    return transfer_record_count(transfer_allocation_record(allocation),
            TRANSFER_ALLOCATION_EXCEPTIONS, &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_exception *transfer_allocation_exceptions_at(
        const transfer_allocation *allocation, size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_allocation_record(allocation),
            TRANSFER_ALLOCATION_EXCEPTIONS, index, &item) == TRANSFER_OK
            ? (transfer_exception *)item : (transfer_exception *)NULL;
}
static inline transfer_status transfer_allocation_exceptions_add(transfer_allocation *allocation,
        transfer_exception **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_allocation_record(allocation),
            TRANSFER_ALLOCATION_EXCEPTIONS, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_exception *)record;
    return status;
}

/* When it is due. */
static inline transfer_status transfer_instalment_due(const transfer_instalment *instalment,
        transfer_date *value)
{
    return transfer_record_get_date(transfer_instalment_record(instalment),
            TRANSFER_INSTALMENT_DUE, value);
}
static inline transfer_status transfer_instalment_set_due(transfer_instalment *instalment,
        const transfer_date *value)
{
    return transfer_record_set_date(transfer_instalment_record(instalment),
            TRANSFER_INSTALMENT_DUE, value);
}

/* The amount due. */
static inline transfer_status transfer_instalment_amount(const transfer_instalment *instalment,
        transfer_amount *value)
{
    return transfer_record_get_amount(transfer_instalment_record(instalment),
            TRANSFER_INSTALMENT_AMOUNT, value);
}
static inline transfer_status transfer_instalment_set_amount(transfer_instalment *instalment,
        const transfer_amount *value)
{
    return transfer_record_set_amount(transfer_instalment_record(instalment),
            TRANSFER_INSTALMENT_AMOUNT, value);
}

/* Who pays it. */
static inline transfer_partner *transfer_instalment_funder(const transfer_instalment *instalment)
{
    transfer_record *target;
    return transfer_record_get_reference(transfer_instalment_record(instalment),
            TRANSFER_INSTALMENT_FUNDER, &target) == TRANSFER_OK
            ? (transfer_partner *)target : (transfer_partner *)NULL;
}
static inline transfer_status transfer_instalment_set_funder(transfer_instalment *instalment,
        const transfer_partner *target)
{
    return transfer_record_set_reference(transfer_instalment_record(instalment),
            TRANSFER_INSTALMENT_FUNDER, transfer_partner_record(target));
}

/* Who receives it. */
static inline transfer_partner *transfer_instalment_beneficiary(
        const transfer_instalment *instalment)
{
    transfer_record *target;
    return transfer_record_get_reference(transfer_instalment_record(instalment),
            TRANSFER_INSTALMENT_BENEFICIARY, &target) == TRANSFER_OK
            ? (transfer_partner *)target : (transfer_partner *)NULL;
}
static inline transfer_status transfer_instalment_set_beneficiary(transfer_instalment *instalment,
        const transfer_partner *target)
{
    return transfer_record_set_reference(transfer_instalment_record(instalment),
            TRANSFER_INSTALMENT_BENEFICIARY, transfer_partner_record(target));
}

/* When it was paid. */
static inline transfer_status transfer_instalment_paid(const transfer_instalment *instalment,
        transfer_date *value)
{
    return transfer_record_get_date(transfer_instalment_record(instalment),
            TRANSFER_INSTALMENT_PAID, value);
}
static inline transfer_status transfer_instalment_set_paid(transfer_instalment *instalment,
        const transfer_date *value)
{
    return transfer_record_set_date(transfer_instalment_record(instalment),
            TRANSFER_INSTALMENT_PAID, value);
}

/* What was paid, where it differs from the amount due. */
static inline transfer_status transfer_instalment_paid_amount(
        const transfer_instalment *instalment, transfer_amount *value)
{
    return transfer_record_get_amount(transfer_instalment_record(instalment),
            TRANSFER_INSTALMENT_PAID_AMOUNT, value);
}
static inline transfer_status transfer_instalment_set_paid_amount(transfer_instalment *instalment,
        const transfer_amount *value)
{
    return transfer_record_set_amount(transfer_instalment_record(instalment),
            TRANSFER_INSTALMENT_PAID_AMOUNT, value);
}

/* What it depends on. */
static inline const char *transfer_instalment_condition(const transfer_instalment *instalment)
{
    const char *value;
    return transfer_record_get_text(transfer_instalment_record(instalment),
            TRANSFER_INSTALMENT_CONDITION, &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_instalment_set_condition(transfer_instalment *instalment,
        const char *value)
{
    return transfer_record_set_text(transfer_instalment_record(instalment),
            TRANSFER_INSTALMENT_CONDITION, value);
}

/* Remark. */
static inline const char *transfer_instalment_note(const transfer_instalment *instalment)
{
    const char *value;
    return transfer_record_get_text(transfer_instalment_record(instalment),
            TRANSFER_INSTALMENT_NOTE, &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_instalment_set_note(transfer_instalment *instalment,
        const char *value)
{
    return transfer_record_set_text(transfer_instalment_record(instalment),
            TRANSFER_INSTALMENT_NOTE, value);
}

/* Rules whose diagnostics are accepted for this record. */
static inline size_t transfer_instalment_exceptions_count(const transfer_instalment *instalment)
{
    size_t count;
    return transfer_record_count(transfer_instalment_record(instalment),
            TRANSFER_INSTALMENT_EXCEPTIONS, &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_exception *transfer_instalment_exceptions_at(
        const transfer_instalment *instalment, size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_instalment_record(instalment),
            TRANSFER_INSTALMENT_EXCEPTIONS, index, &item) == TRANSFER_OK
            ? (transfer_exception *)item : (transfer_exception *)NULL;
}
static inline transfer_status transfer_instalment_exceptions_add(transfer_instalment *instalment,
        transfer_exception **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_instalment_record(instalment),
            TRANSFER_INSTALMENT_EXCEPTIONS, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_exception *)record;
    return status;
}

/* The regime that allows the aid. */
static inline int transfer_aid_declaration_regime(const transfer_aid_declaration *aid_declaration)
{
    int choice;
    return transfer_record_get_choice(transfer_aid_declaration_record(aid_declaration),
            TRANSFER_AID_DECLARATION_REGIME, &choice) == TRANSFER_OK ? choice : 0;
}
static inline transfer_status transfer_aid_declaration_set_regime(
        transfer_aid_declaration *aid_declaration, int choice)
{
    return transfer_record_set_choice(transfer_aid_declaration_record(aid_declaration),
            TRANSFER_AID_DECLARATION_REGIME, choice);
}

/* Number of the aid scheme, such as SA.40391. */
static inline const char *transfer_aid_declaration_scheme(
        const transfer_aid_declaration *aid_declaration)
{
    const char *value;
    return transfer_record_get_text(transfer_aid_declaration_record(aid_declaration),
            TRANSFER_AID_DECLARATION_SCHEME, &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_aid_declaration_set_scheme(
        transfer_aid_declaration *aid_declaration, const char *value)
{
    return transfer_record_set_text(transfer_aid_declaration_record(aid_declaration),
            TRANSFER_AID_DECLARATION_SCHEME, value);
}

/* Category of research that is aided. */
static inline int transfer_aid_declaration_research_category(
        const transfer_aid_declaration *aid_declaration)
{
    int choice;
    return transfer_record_get_choice(transfer_aid_declaration_record(aid_declaration),
            TRANSFER_AID_DECLARATION_RESEARCH_CATEGORY, &choice) == TRANSFER_OK ? choice : 0;
}
static inline transfer_status transfer_aid_declaration_set_research_category(
        transfer_aid_declaration *aid_declaration, int choice)
{
    return transfer_record_set_choice(transfer_aid_declaration_record(aid_declaration),
            TRANSFER_AID_DECLARATION_RESEARCH_CATEGORY, choice);
}

/* Who receives the aid. */
static inline transfer_partner *transfer_aid_declaration_beneficiary(
        const transfer_aid_declaration *aid_declaration)
{
    transfer_record *target;
    return transfer_record_get_reference(transfer_aid_declaration_record(aid_declaration),
            TRANSFER_AID_DECLARATION_BENEFICIARY, &target) == TRANSFER_OK
            ? (transfer_partner *)target : (transfer_partner *)NULL;
}
static inline transfer_status transfer_aid_declaration_set_beneficiary(
        transfer_aid_declaration *aid_declaration, const transfer_partner *target)
{
    return transfer_record_set_reference(transfer_aid_declaration_record(aid_declaration),
            TRANSFER_AID_DECLARATION_BENEFICIARY, transfer_partner_record(target));
}

/* Size of the beneficiary when the aid was granted. */
static inline int transfer_aid_declaration_size(const transfer_aid_declaration *aid_declaration)
{
    int choice;
    return transfer_record_get_choice(transfer_aid_declaration_record(aid_declaration),
            TRANSFER_AID_DECLARATION_SIZE, &choice) == TRANSFER_OK ? choice : 0;
}
static inline transfer_status transfer_aid_declaration_set_size(
        transfer_aid_declaration *aid_declaration, int choice)
{
    return transfer_record_set_choice(transfer_aid_declaration_record(aid_declaration),
            TRANSFER_AID_DECLARATION_SIZE, choice);
}

/* Eligible costs of the beneficiary. */
static inline transfer_status transfer_aid_declaration_eligible_costs(
        const transfer_aid_declaration *aid_declaration, transfer_amount *value)
{
    return transfer_record_get_amount(transfer_aid_declaration_record(aid_declaration),
            TRANSFER_AID_DECLARATION_ELIGIBLE_COSTS, value);
}
static inline transfer_status transfer_aid_declaration_set_eligible_costs(
        transfer_aid_declaration *aid_declaration, const transfer_amount *value)
{
    return transfer_record_set_amount(transfer_aid_declaration_record(aid_declaration),
            TRANSFER_AID_DECLARATION_ELIGIBLE_COSTS, value);
}

/* The aid, as gross grant equivalent. */
static inline transfer_status transfer_aid_declaration_aid(
        const transfer_aid_declaration *aid_declaration, transfer_amount *value)
{
    return transfer_record_get_amount(transfer_aid_declaration_record(aid_declaration),
            TRANSFER_AID_DECLARATION_AID, value);
}
static inline transfer_status transfer_aid_declaration_set_aid(
        transfer_aid_declaration *aid_declaration, const transfer_amount *value)
{
    return transfer_record_set_amount(transfer_aid_declaration_record(aid_declaration),
            TRANSFER_AID_DECLARATION_AID, value);
}

/* Whether the bonus for effective collaboration is claimed. */
static inline transfer_status transfer_aid_declaration_effective_collaboration(
        const transfer_aid_declaration *aid_declaration, int *value)
{
    return transfer_record_get_boolean(transfer_aid_declaration_record(aid_declaration),
            TRANSFER_AID_DECLARATION_EFFECTIVE_COLLABORATION, value);
}
static inline transfer_status transfer_aid_declaration_set_effective_collaboration(
        transfer_aid_declaration *aid_declaration, int value)
{
    return transfer_record_set_boolean(transfer_aid_declaration_record(aid_declaration),
            TRANSFER_AID_DECLARATION_EFFECTIVE_COLLABORATION, value);
}

/* Whether the bonus for wide dissemination is claimed. */
static inline transfer_status transfer_aid_declaration_wide_dissemination(
        const transfer_aid_declaration *aid_declaration, int *value)
{
    return transfer_record_get_boolean(transfer_aid_declaration_record(aid_declaration),
            TRANSFER_AID_DECLARATION_WIDE_DISSEMINATION, value);
}
static inline transfer_status transfer_aid_declaration_set_wide_dissemination(
        transfer_aid_declaration *aid_declaration, int value)
{
    return transfer_record_set_boolean(transfer_aid_declaration_record(aid_declaration),
            TRANSFER_AID_DECLARATION_WIDE_DISSEMINATION, value);
}

/* Remark. */
static inline const char *transfer_aid_declaration_note(
        const transfer_aid_declaration *aid_declaration)
{
    const char *value;
    return transfer_record_get_text(transfer_aid_declaration_record(aid_declaration),
            TRANSFER_AID_DECLARATION_NOTE, &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_aid_declaration_set_note(
        transfer_aid_declaration *aid_declaration, const char *value)
{
    return transfer_record_set_text(transfer_aid_declaration_record(aid_declaration),
            TRANSFER_AID_DECLARATION_NOTE, value);
}

/* Rules whose diagnostics are accepted for this record. */
static inline size_t transfer_aid_declaration_exceptions_count(
        const transfer_aid_declaration *aid_declaration)
{
    size_t count;
    return transfer_record_count(transfer_aid_declaration_record(aid_declaration),
            TRANSFER_AID_DECLARATION_EXCEPTIONS, &count) == TRANSFER_OK ? count : 0;
}
static inline transfer_exception *transfer_aid_declaration_exceptions_at(
        const transfer_aid_declaration *aid_declaration, size_t index)
{
    transfer_record *item;
    return transfer_record_record_at(transfer_aid_declaration_record(aid_declaration),
            TRANSFER_AID_DECLARATION_EXCEPTIONS, index, &item) == TRANSFER_OK
            ? (transfer_exception *)item : (transfer_exception *)NULL;
}
static inline transfer_status transfer_aid_declaration_exceptions_add(
        transfer_aid_declaration *aid_declaration, transfer_exception **item)
{
    transfer_record *record;
    transfer_status status;
    if (!item)
        return TRANSFER_MISUSE;
    status = transfer_record_add_record(transfer_aid_declaration_record(aid_declaration),
            TRANSFER_AID_DECLARATION_EXCEPTIONS, &record);
    if (status == TRANSFER_OK)
        *item = (transfer_exception *)record;
    return status;
}

/* Name of the rule. */
static inline const char *transfer_exception_rule(const transfer_exception *exception)
{
    const char *value;
    return transfer_record_get_text(transfer_exception_record(exception), TRANSFER_EXCEPTION_RULE,
            &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_exception_set_rule(transfer_exception *exception,
        const char *value)
{
    return transfer_record_set_text(transfer_exception_record(exception), TRANSFER_EXCEPTION_RULE,
            value);
}

/* Why its diagnostic is accepted here. */
static inline const char *transfer_exception_reason(const transfer_exception *exception)
{
    const char *value;
    return transfer_record_get_text(transfer_exception_record(exception),
            TRANSFER_EXCEPTION_REASON, &value) == TRANSFER_OK ? value : (const char *)NULL;
}
static inline transfer_status transfer_exception_set_reason(transfer_exception *exception,
        const char *value)
{
    return transfer_record_set_text(transfer_exception_record(exception),
            TRANSFER_EXCEPTION_REASON, value);
}

#ifdef __cplusplus
}
#endif

#endif
