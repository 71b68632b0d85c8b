/* THE schema: every record type, field and choice of the model, with its documentation.
 *
 * SPDX-License-Identifier: MIT
 *
 * To add a field, add a row with the next free number of its type where it is to stand in files,
 * then run "make update".  Numbers are permanent: never change or reuse one.
 */
#include "schema.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Type numbers: the place in schema_types, from 1. */
enum {
    PORTFOLIO = 1,
    PARTNER = 2,
    PROGRAMME = 3,
    PLATFORM = 4,
    AGREEMENT = 5,
    PROJECT = 6,
    RESULT = 7,
    INDICATOR = 8,
    PLATFORM_EVENT = 9,
    HOLDING = 10,
    FISCAL_YEAR = 11,
    FORMER_NAME = 12,
    PARTICIPATION = 13,
    MILESTONE = 14,
    CONTRIBUTION = 15,
    ALLOCATION = 16,
    INSTALMENT = 17,
    AID_DECLARATION = 18,
    EXCEPTION = 19,
};

static const struct choice platform_status_items[] = {
    {.name = "announced", .number = 1,
     .doc = {"Announced, not yet installed.", "Annoncée, pas encore installée."}},
    {.name = "installed", .number = 2,
     .doc = {"Officially installed.", "Officiellement installée."}},
    {.name = "operational", .number = 3,
     .doc = {"In operation.", "En activité."}},
    {.name = "suspended", .number = 4,
     .doc = {"Suspended for a time.", "Suspendue provisoirement."}},
    {.name = "closed", .number = 5,
     .doc = {"Closed for good.", "Fermée définitivement."}},
};
static const struct choices platform_status = {"platform_event_status",
    platform_status_items, COUNT(platform_status_items)};

static const struct choice partner_kind_items[] = {
    {.name = "company", .number = 1,
     .doc = {"A company.", "Entreprise."}},
    {.name = "research_organisation", .number = 2,
     .doc = {"A public research organisation.", "Organisme public de recherche."}},
    {.name = "university", .number = 3,
     .doc = {"A university or school of higher education.",
             "Université ou établissement d'enseignement supérieur."}},
    {.name = "laboratory", .number = 4,
     .doc = {"A laboratory or research unit.", "Laboratoire ou unité de recherche."}},
    {.name = "technological_research_institute", .number = 5,
     .doc = {"A technological research institute (IRT).",
             "Institut de recherche technologique (IRT)."}},
    {.name = "technology_transfer_office", .number = 6,
     .doc = {"A technology transfer office (in France a SATT).",
             "Structure de transfert de technologie, par exemple une SATT."}},
    {.name = "competitiveness_cluster", .number = 7,
     .doc = {"A competitiveness cluster.", "Pôle de compétitivité."}},
    {.name = "hospital", .number = 8,
     .doc = {"A hospital.", "Établissement hospitalier."}},
    {.name = "state", .number = 9,
     .doc = {"A State.", "État."}},
    {.name = "public_agency", .number = 10,
     .doc = {"An agency of a State.", "Agence ou établissement public de l'État."}},
    {.name = "regional_authority", .number = 11,
     .doc = {"A region.", "Région."}},
    {.name = "local_authority", .number = 12,
     .doc = {"A local authority other than a region.",
             "Collectivité territoriale autre qu'une région."}},
    {.name = "european_union", .number = 13,
     .doc = {"The European Union, its bodies and funds.",
             "Union européenne, ses organes et ses fonds."}},
    {.name = "financial_institution", .number = 14,
     .doc = {"A bank or another financial institution.",
             "Banque ou autre établissement financier."}},
    {.name = "foundation", .number = 15,
     .doc = {"A foundation.", "Fondation."}},
    {.name = "association", .number = 16,
     .doc = {"An association.", "Association."}},
    {.name = "other", .number = 17,
     .doc = {"None of the others.", "Aucune des autres catégories."}},
};
static const struct choices partner_kind = {"partner_kind",
    partner_kind_items, COUNT(partner_kind_items)};

static const struct choice size_items[] = {
    {.name = "micro", .number = 1,
     .doc = {"Micro-enterprise.", "Microentreprise."}},
    {.name = "small", .number = 2,
     .doc = {"Small enterprise.", "Petite entreprise."}},
    {.name = "medium", .number = 3,
     .doc = {"Medium-sized enterprise.", "Entreprise moyenne."}},
    {.name = "sme", .number = 4,
     .doc = {"Small or medium-sized enterprise, not known which (in French law PME).",
             "Petite ou moyenne entreprise, sans précision (PME)."}},
    {.name = "intermediate", .number = 5,
     .doc = {"Enterprise of intermediate size, of French law (ETI).",
             "Entreprise de taille intermédiaire (ETI), en droit français."}},
    {.name = "large", .number = 6,
     .doc = {"Large enterprise.", "Grande entreprise."}},
};
static const struct choices size = {"size", size_items, COUNT(size_items)};

static const struct choice size_definition_items[] = {
    {.name = "eu_2003_361", .number = 1,
     .doc = {"Commission Recommendation 2003/361/EC.",
             "Recommandation 2003/361/CE de la Commission."}},
    {.name = "fr_2008_1354", .number = 2,
     .doc = {"French decree 2008-1354 of 18 December 2008.",
             "Décret n° 2008-1354 du 18 décembre 2008."}},
};
static const struct choices size_definition = {"partner_size_definition",
    size_definition_items, COUNT(size_definition_items)};

static const struct choice project_status_items[] = {
    {.name = "proposed", .number = 1,
     .doc = {"Proposed.", "Proposé."}},
    {.name = "contracted", .number = 2,
     .doc = {"Contracted, not yet begun.", "Contractualisé, pas encore commencé."}},
    {.name = "active", .number = 3,
     .doc = {"Under way.", "En cours."}},
    {.name = "suspended", .number = 4,
     .doc = {"Suspended for a time.", "Suspendu provisoirement."}},
    {.name = "completed", .number = 5,
     .doc = {"Completed.", "Achevé."}},
    {.name = "cancelled", .number = 6,
     .doc = {"Cancelled.", "Annulé."}},
};
static const struct choices project_status = {"project_status",
    project_status_items, COUNT(project_status_items)};

static const struct choice research_category_items[] = {
    {.name = "fundamental_research", .number = 1,
     .doc = {"Fundamental research.", "Recherche fondamentale."}},
    {.name = "industrial_research", .number = 2,
     .doc = {"Industrial research.", "Recherche industrielle."}},
    {.name = "experimental_development", .number = 3,
     .doc = {"Experimental development.", "Développement expérimental."}},
    {.name = "feasibility_study", .number = 4,
     .doc = {"Feasibility study.", "Étude de faisabilité."}},
};
static const struct choices research_category = {"research_category",
    research_category_items, COUNT(research_category_items)};

static const struct choice role_items[] = {
    {.name = "coordinator", .number = 1,
     .doc = {"Coordinates the project.", "Coordonne le projet."}},
    {.name = "participant", .number = 2,
     .doc = {"Takes a full part.", "Participe pleinement."}},
    {.name = "associated", .number = 3,
     .doc = {"Associated, without funding.", "Associé, sans financement."}},
    {.name = "subcontractor", .number = 4,
     .doc = {"Works for another participant.", "Sous-traitant d'un autre participant."}},
    {.name = "third_party", .number = 5,
     .doc = {"A third party linked to a participant.", "Tiers lié à un participant."}},
    {.name = "technology_provider", .number = 6,
     .doc = {"Brings the technology.", "Apporte la technologie."}},
    {.name = "end_user", .number = 7,
     .doc = {"Will use the result.", "Utilisera le résultat."}},
};
static const struct choices role = {"participation_role", role_items, COUNT(role_items)};

static const struct choice result_kind_items[] = {
    {.name = "patent", .number = 1,
     .doc = {"Patent.", "Brevet."}},
    {.name = "software", .number = 2,
     .doc = {"Software.", "Logiciel."}},
    {.name = "know_how", .number = 3,
     .doc = {"Know-how.", "Savoir-faire."}},
    {.name = "publication", .number = 4,
     .doc = {"Publication.", "Publication."}},
    {.name = "prototype", .number = 5,
     .doc = {"Prototype.", "Prototype."}},
    {.name = "database", .number = 6,
     .doc = {"Database.", "Base de données."}},
    {.name = "design", .number = 7,
     .doc = {"Design.", "Dessin ou modèle."}},
    {.name = "plant_variety", .number = 8,
     .doc = {"Plant variety.", "Obtention végétale."}},
    {.name = "spin_off", .number = 9,
     .doc = {"Spin-off company.", "Entreprise essaimée."}},
    {.name = "standard", .number = 10,
     .doc = {"Standard.", "Norme."}},
};
static const struct choices result_kind = {"result_kind",
    result_kind_items, COUNT(result_kind_items)};

static const struct choice agreement_kind_items[] = {
    {.name = "grant", .number = 1,
     .doc = {"Grant for a purpose.", "Aide accordée pour un objet déterminé."}},
    {.name = "subsidy", .number = 2,
     .doc = {"Public subsidy.", "Subvention publique."}},
    {.name = "research_contract", .number = 3,
     .doc = {"Research contract.", "Contrat de recherche."}},
    {.name = "service_contract", .number = 4,
     .doc = {"Service contract.", "Contrat de prestation."}},
    {.name = "repayable_advance", .number = 5,
     .doc = {"Advance that is repaid on success.", "Avance récupérable."}},
    {.name = "loan", .number = 6,
     .doc = {"Loan.", "Prêt."}},
    {.name = "equity", .number = 7,
     .doc = {"Equity.", "Apport en fonds propres."}},
    {.name = "endowment", .number = 8,
     .doc = {"Endowment.", "Dotation."}},
    {.name = "licence", .number = 9,
     .doc = {"Licence; its funder is the licensee.", "Licence ; le financeur en est le licencié."}},
    {.name = "option", .number = 10,
     .doc = {"Option on a licence or an assignment.", "Option sur une licence ou une cession."}},
    {.name = "assignment", .number = 11,
     .doc = {"Assignment of a result.", "Cession d'un résultat."}},
    {.name = "framework_agreement", .number = 12,
     .doc = {"Framework agreement.", "Accord-cadre."}},
    {.name = "consortium_agreement", .number = 13,
     .doc = {"Consortium agreement.", "Accord de consortium."}},
};
static const struct choices agreement_kind = {"agreement_kind",
    agreement_kind_items, COUNT(agreement_kind_items)};

static const struct choice vat_items[] = {
    {.name = "excluded", .number = 1,
     .doc = {"The amounts exclude value added tax.", "Montants hors taxes."}},
    {.name = "included", .number = 2,
     .doc = {"The amounts include value added tax.", "Montants toutes taxes comprises."}},
    {.name = "not_applicable", .number = 3,
     .doc = {"Outside the scope of value added tax.", "Hors champ de la TVA."}},
};
static const struct choices vat = {"agreement_vat", vat_items, COUNT(vat_items)};

static const struct choice nature_items[] = {
    {.name = "cash", .number = 1,
     .doc = {"In money.", "En numéraire."}},
    {.name = "in_kind", .number = 2,
     .doc = {"In kind.", "En nature."}},
};
static const struct choices nature = {"contribution_nature", nature_items, COUNT(nature_items)};

static const struct choice regime_items[] = {
    {.name = "gber_research_development", .number = 1,
     .doc = {"General block exemption: research and development.",
             "Exemption par catégorie : recherche et développement."}},
    {.name = "gber_research_infrastructure", .number = 2,
     .doc = {"General block exemption: research infrastructures.",
             "Exemption par catégorie : infrastructures de recherche."}},
    {.name = "gber_sme_innovation", .number = 3,
     .doc = {"General block exemption: innovation of SMEs.",
             "Exemption par catégorie : innovation des PME."}},
    {.name = "gber_innovation_cluster", .number = 4,
     .doc = {"General block exemption: innovation clusters.",
             "Exemption par catégorie : pôles d'innovation."}},
    {.name = "gber_process_innovation", .number = 5,
     .doc = {"General block exemption: process and organisational innovation.",
             "Exemption par catégorie : innovation de procédé et d'organisation."}},
    {.name = "de_minimis", .number = 6,
     .doc = {"De minimis aid.", "Aide de minimis."}},
    {.name = "notified", .number = 7,
     .doc = {"Aid notified to the Commission.", "Aide notifiée à la Commission."}},
    {.name = "none", .number = 8,
     .doc = {"No State aid.", "Pas d'aide d'État."}},
};
static const struct choices regime = {"aid_declaration_regime", regime_items, COUNT(regime_items)};

static const struct choice exclusivity_items[] = {
    {.name = "exclusive", .number = 1,
     .doc = {"Exclusive, even of the owner.", "Exclusive, même vis-à-vis du titulaire."}},
    {.name = "sole", .number = 2,
     .doc = {"No other licensee, the owner apart.", "Sans autre licencié, le titulaire excepté."}},
    {.name = "non_exclusive", .number = 3,
     .doc = {"Not exclusive.", "Non exclusive."}},
};
static const struct choices exclusivity = {"agreement_exclusivity",
    exclusivity_items, COUNT(exclusivity_items)};

static const struct field portfolio_fields[] = {
    {.name = "title", .number = 1, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Title of the portfolio.", "Titre du portefeuille."}},
    {.name = "published", .number = 2, .kind = KIND_DATE, .since = "1.0",
     .doc = {"Day of publication.", "Date de publication."}},
    {.name = "as_of", .number = 3, .kind = KIND_DATE, .since = "1.0",
     .doc = {"Day that the facts describe.", "Date à laquelle les faits sont arrêtés."}},
    {.name = "source", .number = 4, .kind = KIND_URL, .since = "1.0",
     .doc = {"Where the facts come from.", "Origine des faits."}},
    {.name = "publisher", .number = 5, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Who publishes the portfolio.", "Éditeur du portefeuille."}},
    {.name = "data_licence", .number = 6, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Licence under which the data may be used.", "Licence de réutilisation des données."}},
    {.name = "language", .number = 7, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Language of the texts (BCP 47), such as fr.",
             "Langue des textes (BCP 47), par exemple fr."}},
    {.name = "indicators", .number = 8, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     INDICATOR, .since = "1.0",
     .doc = {"Figures stated about it.", "Chiffres annoncés à son sujet."}},
    {.name = "note", .number = 9, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Remark.", "Remarque."}},
    {.name = "exceptions", .number = 10, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     EXCEPTION, .since = "1.0",
     .doc = {"Rules whose diagnostics are accepted for this record.",
             "Règles dont les constats sont acceptés pour cette fiche."}},
};

static const struct field partner_fields[] = {
    {.name = "name", .number = 1, .kind = KIND_TEXT, .flags = FIELD_REQUIRED, .since = "1.0",
     .doc = {"Name of the partner, in full.", "Nom complet du partenaire."}},
    {.name = "kind", .number = 2, .kind = KIND_CHOICE, .flags = FIELD_REQUIRED, .choices =
     &partner_kind, .since = "1.0",
     .doc = {"What sort of organisation it is.", "Catégorie d'organisme."}},
    {.name = "country", .number = 3, .kind = KIND_CODE, .table = TABLE_COUNTRY, .since = "1.0",
     .doc = {"Country (ISO 3166-1 alpha-2).", "Pays (ISO 3166-1 alpha-2)."}},
    {.name = "region", .number = 4, .kind = KIND_CODE, .table = TABLE_REGION, .since = "1.0",
     .doc = {"Region (NUTS).", "Région (NUTS)."}},
    {.name = "insee_region", .number = 5, .kind = KIND_CODE, .table = TABLE_INSEE_REGION, .since
     = "1.0",
     .doc = {"Region (code of INSEE).", "Région (code INSEE)."}},
    {.name = "city", .number = 6, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"City.", "Commune."}},
    {.name = "postcode", .number = 7, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Postcode.", "Code postal."}},
    {.name = "address", .number = 8, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Postal address.", "Adresse postale."}},
    {.name = "siren", .number = 9, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"SIREN number of the French legal unit, 9 digits.",
             "Numéro SIREN de l'unité légale, 9 chiffres."}},
    {.name = "siret", .number = 10, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"SIRET number of the French establishment, 14 digits.",
             "Numéro SIRET de l'établissement, 14 chiffres."}},
    {.name = "vat", .number = 11, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"VAT identification number, with its country prefix.",
             "Numéro de TVA intracommunautaire, avec le préfixe du pays."}},
    {.name = "rna", .number = 12, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Number in the French register of associations (RNA).",
             "Numéro au répertoire national des associations (RNA)."}},
    {.name = "rnsr", .number = 13, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Number in the French register of research units (RNSR).",
             "Numéro au répertoire national des structures de recherche (RNSR)."}},
    {.name = "ror", .number = 14, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Research Organization Registry id, without the address.",
             "Identifiant ROR, sans l'adresse."}},
    {.name = "lei", .number = 15, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Legal Entity Identifier (ISO 17442).",
             "Identifiant d'entité juridique (LEI, ISO 17442)."}},
    {.name = "parents", .number = 16, .kind = KIND_REFERENCE, .flags = FIELD_LIST, .target =
     PARTNER, .since = "1.0",
     .doc = {"Organisations of which it is a part.", "Organismes dont il fait partie."}},
    {.name = "ownership", .number = 17, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     HOLDING, .since = "1.0",
     .doc = {"Who owns it, and what share.", "Qui le détient, et à quelle hauteur."}},
    {.name = "size", .number = 18, .kind = KIND_CHOICE, .choices = &size, .since = "1.0",
     .doc = {"Size of the enterprise.", "Taille de l'entreprise."}},
    {.name = "size_definition", .number = 19, .kind = KIND_CHOICE, .choices = &size_definition,
     .since = "1.0",
     .doc = {"Definition under which the size is stated.",
             "Définition selon laquelle la taille est indiquée."}},
    {.name = "accounts", .number = 20, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     FISCAL_YEAR, .since = "1.0",
     .doc = {"Accounts by fiscal year.", "Comptes par exercice."}},
    {.name = "former_names", .number = 21, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     FORMER_NAME, .since = "1.0",
     .doc = {"Names it had before.", "Noms antérieurs."}},
    {.name = "founded", .number = 22, .kind = KIND_DATE, .since = "1.0",
     .doc = {"Day it was founded.", "Date de création."}},
    {.name = "closed", .number = 23, .kind = KIND_DATE, .since = "1.0",
     .doc = {"Day it ceased to exist.", "Date de disparition."}},
    {.name = "successor", .number = 24, .kind = KIND_REFERENCE, .target = PARTNER, .since =
     "1.0",
     .doc = {"Partner that took over from it.", "Partenaire qui lui a succédé."}},
    {.name = "fields", .number = 25, .kind = KIND_TEXT, .flags = FIELD_LIST, .since = "1.0",
     .doc = {"Fields of technology or science.", "Domaines technologiques ou scientifiques."}},
    {.name = "url", .number = 26, .kind = KIND_URL, .since = "1.0",
     .doc = {"Web page.", "Page web."}},
    {.name = "note", .number = 27, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Remark.", "Remarque."}},
    {.name = "exceptions", .number = 28, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     EXCEPTION, .since = "1.0",
     .doc = {"Rules whose diagnostics are accepted for this record.",
             "Règles dont les constats sont acceptés pour cette fiche."}},
};

static const struct field programme_fields[] = {
    {.name = "name", .number = 1, .kind = KIND_TEXT, .flags = FIELD_REQUIRED, .since = "1.0",
     .doc = {"Name of the programme.", "Nom du programme."}},
    {.name = "short_name", .number = 2, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Short name or acronym.", "Nom court ou sigle."}},
    {.name = "authorities", .number = 3, .kind = KIND_REFERENCE, .flags = FIELD_LIST, .target =
     PARTNER, .since = "1.0",
     .doc = {"Partners that decide on the programme.", "Partenaires qui décident du programme."}},
    {.name = "partners", .number = 4, .kind = KIND_REFERENCE, .flags = FIELD_LIST, .target =
     PARTNER, .since = "1.0",
     .doc = {"Partners that take part in the programme.",
             "Partenaires qui prennent part au programme."}},
    {.name = "parent", .number = 5, .kind = KIND_REFERENCE, .target = PROGRAMME, .since = "1.0",
     .doc = {"Programme of which this one is a part.", "Programme dont celui-ci fait partie."}},
    {.name = "objectives", .number = 6, .kind = KIND_TEXT, .flags = FIELD_LIST, .since = "1.0",
     .doc = {"Objectives, as stated.", "Objectifs, tels qu'énoncés."}},
    {.name = "regions", .number = 7, .kind = KIND_CODE, .flags = FIELD_LIST, .table =
     TABLE_REGION, .since = "1.0",
     .doc = {"Regions it covers (NUTS).", "Régions couvertes (NUTS)."}},
    {.name = "period", .number = 8, .kind = KIND_PERIOD, .since = "1.0",
     .doc = {"Period over which it runs.", "Période d'exécution."}},
    {.name = "budget", .number = 9, .kind = KIND_AMOUNT, .since = "1.0",
     .doc = {"Budget of the whole programme.", "Budget de l'ensemble du programme."}},
    {.name = "legal_basis", .number = 10, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Legal basis.", "Base juridique."}},
    {.name = "url", .number = 11, .kind = KIND_URL, .since = "1.0",
     .doc = {"Web page.", "Page web."}},
    {.name = "indicators", .number = 12, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     INDICATOR, .since = "1.0",
     .doc = {"Figures stated about it.", "Chiffres annoncés à son sujet."}},
    {.name = "note", .number = 13, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Remark.", "Remarque."}},
    {.name = "exceptions", .number = 14, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     EXCEPTION, .since = "1.0",
     .doc = {"Rules whose diagnostics are accepted for this record.",
             "Règles dont les constats sont acceptés pour cette fiche."}},
};

static const struct field platform_fields[] = {
    {.name = "name", .number = 1, .kind = KIND_TEXT, .flags = FIELD_REQUIRED, .since = "1.0",
     .doc = {"Name of the platform.", "Nom de la plate-forme."}},
    {.name = "operator", .number = 2, .kind = KIND_REFERENCE, .flags = FIELD_REQUIRED, .target =
     PARTNER, .since = "1.0",
     .doc = {"Partner that runs the platform.", "Partenaire qui exploite la plate-forme."}},
    {.name = "network", .number = 3, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Network of platforms it belongs to.",
             "Réseau de plates-formes dont elle fait partie."}},
    {.name = "programmes", .number = 4, .kind = KIND_REFERENCE, .flags = FIELD_LIST, .target =
     PROGRAMME, .since = "1.0",
     .doc = {"Programmes it belongs to.", "Programmes dont il ou elle relève."}},
    {.name = "region", .number = 5, .kind = KIND_CODE, .table = TABLE_REGION, .since = "1.0",
     .doc = {"Region (NUTS).", "Région (NUTS)."}},
    {.name = "country", .number = 6, .kind = KIND_CODE, .table = TABLE_COUNTRY, .since = "1.0",
     .doc = {"Country (ISO 3166-1 alpha-2).", "Pays (ISO 3166-1 alpha-2)."}},
    {.name = "city", .number = 7, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"City.", "Commune."}},
    {.name = "postcode", .number = 8, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Postcode.", "Code postal."}},
    {.name = "site", .number = 9, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Campus or site within the city.", "Campus ou site dans la commune."}},
    {.name = "address", .number = 10, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Postal address.", "Adresse postale."}},
    {.name = "latitude", .number = 11, .kind = KIND_DECIMAL, .since = "1.0",
     .doc = {"Latitude in degrees, north positive (WGS 84).",
             "Latitude en degrés, positive au nord (WGS 84)."}},
    {.name = "longitude", .number = 12, .kind = KIND_DECIMAL, .since = "1.0",
     .doc = {"Longitude in degrees, east positive (WGS 84).",
             "Longitude en degrés, positive à l'est (WGS 84)."}},
    {.name = "models", .number = 13, .kind = KIND_REFERENCE, .flags = FIELD_LIST, .target =
     PLATFORM, .since = "1.0",
     .doc = {"Platforms on whose model it was built.",
             "Plates-formes sur le modèle desquelles elle a été créée."}},
    {.name = "history", .number = 14, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     PLATFORM_EVENT, .since = "1.0",
     .doc = {"Steps in its life, oldest first.",
             "Étapes de sa vie, de la plus ancienne à la plus récente."}},
    {.name = "objectives", .number = 15, .kind = KIND_TEXT, .flags = FIELD_LIST, .since = "1.0",
     .doc = {"Objectives, as stated.", "Objectifs, tels qu'énoncés."}},
    {.name = "fields", .number = 16, .kind = KIND_TEXT, .flags = FIELD_LIST, .since = "1.0",
     .doc = {"Fields of technology or science.", "Domaines technologiques ou scientifiques."}},
    {.name = "equipment", .number = 17, .kind = KIND_TEXT, .flags = FIELD_LIST, .since = "1.0",
     .doc = {"Equipment.", "Équipements."}},
    {.name = "services", .number = 18, .kind = KIND_TEXT, .flags = FIELD_LIST, .since = "1.0",
     .doc = {"Services offered.", "Prestations proposées."}},
    {.name = "contact", .number = 19, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Whom to ask.", "À qui s'adresser."}},
    {.name = "indicators", .number = 20, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     INDICATOR, .since = "1.0",
     .doc = {"Figures stated about it.", "Chiffres annoncés à son sujet."}},
    {.name = "url", .number = 21, .kind = KIND_URL, .since = "1.0",
     .doc = {"Web page.", "Page web."}},
    {.name = "note", .number = 22, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Remark.", "Remarque."}},
    {.name = "exceptions", .number = 23, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     EXCEPTION, .since = "1.0",
     .doc = {"Rules whose diagnostics are accepted for this record.",
             "Règles dont les constats sont acceptés pour cette fiche."}},
};

static const struct field agreement_fields[] = {
    {.name = "title", .number = 1, .kind = KIND_TEXT, .flags = FIELD_REQUIRED, .since = "1.0",
     .doc = {"Title of the agreement.", "Intitulé de la convention."}},
    {.name = "kind", .number = 2, .kind = KIND_CHOICE, .flags = FIELD_REQUIRED, .choices =
     &agreement_kind, .since = "1.0",
     .doc = {"What sort of agreement it is.", "Nature de la convention."}},
    {.name = "reference", .number = 3, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Number or reference.", "Numéro ou référence."}},
    {.name = "programmes", .number = 4, .kind = KIND_REFERENCE, .flags = FIELD_LIST, .target =
     PROGRAMME, .since = "1.0",
     .doc = {"Programmes it belongs to.", "Programmes dont il ou elle relève."}},
    {.name = "project", .number = 5, .kind = KIND_REFERENCE, .target = PROJECT, .since = "1.0",
     .doc = {"Project that it is for.", "Projet qu'elle concerne."}},
    {.name = "results", .number = 6, .kind = KIND_REFERENCE, .flags = FIELD_LIST, .target =
     RESULT, .since = "1.0",
     .doc = {"Results that it is about.", "Résultats sur lesquels elle porte."}},
    {.name = "applied", .number = 7, .kind = KIND_DATE, .since = "1.0",
     .doc = {"Day the aid was applied for.", "Date de la demande d'aide."}},
    {.name = "awarded", .number = 8, .kind = KIND_DATE, .since = "1.0",
     .doc = {"Day the decision was taken.", "Date de la décision d'attribution."}},
    {.name = "signed", .number = 9, .kind = KIND_DATE, .since = "1.0",
     .doc = {"Day it was signed.", "Date de signature."}},
    {.name = "period", .number = 10, .kind = KIND_PERIOD, .since = "1.0",
     .doc = {"Period over which it runs.", "Période d'exécution."}},
    {.name = "amount", .number = 11, .kind = KIND_AMOUNT, .unless_field = 2, .unless_choices =
     1u << 9 | 1u << 10 | 1u << 12 | 1u << 13 /* licence, option, framework_agreement,
     consortium_agreement */, .since = "1.0",
     .doc = {"Amount of the whole agreement.", "Montant total de la convention."}},
    {.name = "eligible_costs", .number = 12, .kind = KIND_AMOUNT, .since = "1.0",
     .doc = {"Costs that are eligible.", "Coûts éligibles."}},
    {.name = "vat", .number = 13, .kind = KIND_CHOICE, .choices = &vat, .since = "1.0",
     .doc = {"Whether the amounts include value added tax.",
             "Montants hors taxes ou toutes taxes comprises."}},
    {.name = "funders", .number = 14, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     CONTRIBUTION, .since = "1.0",
     .doc = {"Who pays, and what part.", "Qui paie, et quelle part."}},
    {.name = "beneficiaries", .number = 15, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     ALLOCATION, .since = "1.0",
     .doc = {"Who receives, and what part.", "Qui reçoit, et quelle part."}},
    {.name = "instalments", .number = 16, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     INSTALMENT, .since = "1.0",
     .doc = {"Payments, due or made.", "Versements, dus ou effectués."}},
    {.name = "aid", .number = 17, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     AID_DECLARATION, .since = "1.0",
     .doc = {"State aid that it declares.", "Aides d'État déclarées."}},
    {.name = "exclusivity", .number = 18, .kind = KIND_CHOICE, .choices = &exclusivity, .since =
     "1.0",
     .doc = {"How exclusive a licence is.", "Degré d'exclusivité de la licence."}},
    {.name = "field_of_use", .number = 19, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Field of use of a licence.", "Domaine d'exploitation de la licence."}},
    {.name = "territory", .number = 20, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Territory of a licence.", "Territoire de la licence."}},
    {.name = "royalty_rate", .number = 21, .kind = KIND_SHARE, .since = "1.0",
     .doc = {"Rate of the royalties.", "Taux des redevances."}},
    {.name = "royalty_base", .number = 22, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"What the rate of the royalties applies to.", "Assiette des redevances."}},
    {.name = "amends", .number = 23, .kind = KIND_REFERENCE, .target = AGREEMENT, .since =
     "1.0",
     .doc = {"Agreement that this one restates and replaces from the day it is signed.",
             "Convention que celle-ci reprend et remplace à compter de sa signature."}},
    {.name = "conditions", .number = 24, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Conditions.", "Conditions."}},
    {.name = "signatories", .number = 25, .kind = KIND_TEXT, .flags = FIELD_LIST, .since =
     "1.0",
     .doc = {"Who signed.", "Signataires."}},
    {.name = "url", .number = 26, .kind = KIND_URL, .since = "1.0",
     .doc = {"Web page.", "Page web."}},
    {.name = "note", .number = 27, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Remark.", "Remarque."}},
    {.name = "exceptions", .number = 28, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     EXCEPTION, .since = "1.0",
     .doc = {"Rules whose diagnostics are accepted for this record.",
             "Règles dont les constats sont acceptés pour cette fiche."}},
};

static const struct field project_fields[] = {
    {.name = "title", .number = 1, .kind = KIND_TEXT, .flags = FIELD_REQUIRED, .since = "1.0",
     .doc = {"Title of the project.", "Intitulé du projet."}},
    {.name = "acronym", .number = 2, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Acronym.", "Acronyme."}},
    {.name = "platform", .number = 3, .kind = KIND_REFERENCE, .target = PLATFORM, .since =
     "1.0",
     .doc = {"Platform on which it is carried out.", "Plate-forme sur laquelle il est mené."}},
    {.name = "programmes", .number = 4, .kind = KIND_REFERENCE, .flags = FIELD_LIST, .target =
     PROGRAMME, .since = "1.0",
     .doc = {"Programmes it belongs to.", "Programmes dont il ou elle relève."}},
    {.name = "status", .number = 5, .kind = KIND_CHOICE, .choices = &project_status, .since =
     "1.0",
     .doc = {"Where the project stands.", "État d'avancement."}},
    {.name = "period", .number = 6, .kind = KIND_PERIOD, .since = "1.0",
     .doc = {"Period over which it runs.", "Période d'exécution."}},
    {.name = "research_category", .number = 7, .kind = KIND_CHOICE, .choices =
     &research_category, .since = "1.0",
     .doc = {"Category of research, as State aid law has it.",
             "Catégorie de recherche, au sens du droit des aides d'État."}},
    {.name = "trl_start", .number = 8, .kind = KIND_INTEGER, .minimum = 1, .maximum = 9, .since
     = "1.0",
     .doc = {"Technology readiness level at the start.",
             "Niveau de maturité technologique (TRL) au départ."}},
    {.name = "trl_target", .number = 9, .kind = KIND_INTEGER, .minimum = 1, .maximum = 9, .since
     = "1.0",
     .doc = {"Technology readiness level aimed at.",
             "Niveau de maturité technologique (TRL) visé."}},
    {.name = "trl_current", .number = 10, .kind = KIND_INTEGER, .minimum = 1, .maximum = 9,
     .since = "1.0",
     .doc = {"Technology readiness level reached.",
             "Niveau de maturité technologique (TRL) atteint."}},
    {.name = "budget", .number = 11, .kind = KIND_AMOUNT, .since = "1.0",
     .doc = {"Budget of the whole project.", "Budget de l'ensemble du projet."}},
    {.name = "partners", .number = 12, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     PARTICIPATION, .since = "1.0",
     .doc = {"Who works in the project, and as what.",
             "Qui travaille au projet, et à quel titre."}},
    {.name = "milestones", .number = 13, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     MILESTONE, .since = "1.0",
     .doc = {"Milestones.", "Jalons."}},
    {.name = "fields", .number = 14, .kind = KIND_TEXT, .flags = FIELD_LIST, .since = "1.0",
     .doc = {"Fields of technology or science.", "Domaines technologiques ou scientifiques."}},
    {.name = "abstract", .number = 15, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Summary.", "Résumé."}},
    {.name = "url", .number = 16, .kind = KIND_URL, .since = "1.0",
     .doc = {"Web page.", "Page web."}},
    {.name = "indicators", .number = 17, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     INDICATOR, .since = "1.0",
     .doc = {"Figures stated about it.", "Chiffres annoncés à son sujet."}},
    {.name = "note", .number = 18, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Remark.", "Remarque."}},
    {.name = "exceptions", .number = 19, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     EXCEPTION, .since = "1.0",
     .doc = {"Rules whose diagnostics are accepted for this record.",
             "Règles dont les constats sont acceptés pour cette fiche."}},
};

static const struct field result_fields[] = {
    {.name = "title", .number = 1, .kind = KIND_TEXT, .flags = FIELD_REQUIRED, .since = "1.0",
     .doc = {"Title of the result.", "Intitulé du résultat."}},
    {.name = "kind", .number = 2, .kind = KIND_CHOICE, .flags = FIELD_REQUIRED, .choices =
     &result_kind, .since = "1.0",
     .doc = {"What sort of result it is.", "Nature du résultat."}},
    {.name = "reference", .number = 3, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Number or reference, such as that of a patent.",
             "Numéro ou référence, par exemple d'un brevet."}},
    {.name = "project", .number = 4, .kind = KIND_REFERENCE, .target = PROJECT, .since = "1.0",
     .doc = {"Project that it came out of.", "Projet dont il est issu."}},
    {.name = "filed", .number = 5, .kind = KIND_DATE, .since = "1.0",
     .doc = {"Day it was filed.", "Date de dépôt."}},
    {.name = "published", .number = 6, .kind = KIND_DATE, .since = "1.0",
     .doc = {"Day it was published.", "Date de publication."}},
    {.name = "expires", .number = 7, .kind = KIND_DATE, .since = "1.0",
     .doc = {"Day its protection ends.", "Date de fin de la protection."}},
    {.name = "trl", .number = 8, .kind = KIND_INTEGER, .minimum = 1, .maximum = 9, .since =
     "1.0",
     .doc = {"Technology readiness level.", "Niveau de maturité technologique (TRL)."}},
    {.name = "owners", .number = 9, .kind = KIND_RECORD, .flags = FIELD_LIST, .target = HOLDING,
     .since = "1.0",
     .doc = {"Who owns it, and what share.", "Qui le détient, et à quelle hauteur."}},
    {.name = "fields", .number = 10, .kind = KIND_TEXT, .flags = FIELD_LIST, .since = "1.0",
     .doc = {"Fields of technology or science.", "Domaines technologiques ou scientifiques."}},
    {.name = "url", .number = 11, .kind = KIND_URL, .since = "1.0",
     .doc = {"Web page.", "Page web."}},
    {.name = "note", .number = 12, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Remark.", "Remarque."}},
    {.name = "exceptions", .number = 13, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     EXCEPTION, .since = "1.0",
     .doc = {"Rules whose diagnostics are accepted for this record.",
             "Règles dont les constats sont acceptés pour cette fiche."}},
};

static const struct field indicator_fields[] = {
    {.name = "name", .number = 1, .kind = KIND_TEXT, .flags = FIELD_REQUIRED, .since = "1.0",
     .doc = {"What is counted or measured.", "Ce qui est compté ou mesuré."}},
    {.name = "value", .number = 2, .kind = KIND_MEASURE, .flags = FIELD_REQUIRED, .since =
     "1.0",
     .doc = {"The figure: an amount if it ends in a currency, else a quantity.",
             "Le chiffre : un montant s'il se termine par une devise, sinon une quantité."}},
    {.name = "date", .number = 3, .kind = KIND_DATE, .since = "1.0",
     .doc = {"Day for which the figure stands.", "Date à laquelle vaut le chiffre."}},
    {.name = "period", .number = 4, .kind = KIND_PERIOD, .since = "1.0",
     .doc = {"Period for which the figure stands.", "Période sur laquelle porte le chiffre."}},
    {.name = "scope", .number = 5, .kind = KIND_REFERENCE, .flags = FIELD_LIST, .target =
     PLATFORM, .since = "1.0",
     .doc = {"Platforms that the figure is about.",
             "Plates-formes sur lesquelles porte le chiffre."}},
    {.name = "note", .number = 6, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Remark.", "Remarque."}},
    {.name = "exceptions", .number = 7, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     EXCEPTION, .since = "1.0",
     .doc = {"Rules whose diagnostics are accepted for this record.",
             "Règles dont les constats sont acceptés pour cette fiche."}},
};

static const struct field platform_event_fields[] = {
    {.name = "date", .number = 1, .kind = KIND_DATE, .flags = FIELD_REQUIRED, .since = "1.0",
     .doc = {"When it happened.", "Date de l'étape."}},
    {.name = "status", .number = 2, .kind = KIND_CHOICE, .flags = FIELD_REQUIRED, .choices =
     &platform_status, .since = "1.0",
     .doc = {"What the platform became.", "État atteint par la plate-forme."}},
    {.name = "by", .number = 3, .kind = KIND_TEXT, .flags = FIELD_LIST, .since = "1.0",
     .doc = {"Persons who announced, installed or closed it.",
             "Personnes qui ont procédé à l'annonce, à l'installation ou à la fermeture."}},
    {.name = "note", .number = 4, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Remark.", "Remarque."}},
    {.name = "exceptions", .number = 5, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     EXCEPTION, .since = "1.0",
     .doc = {"Rules whose diagnostics are accepted for this record.",
             "Règles dont les constats sont acceptés pour cette fiche."}},
};

static const struct field holding_fields[] = {
    {.name = "owner", .number = 1, .kind = KIND_REFERENCE, .flags = FIELD_REQUIRED, .target =
     PARTNER, .since = "1.0",
     .doc = {"Who holds the share.", "Détenteur de la part."}},
    {.name = "share", .number = 2, .kind = KIND_SHARE, .flags = FIELD_REQUIRED, .since = "1.0",
     .doc = {"The share.", "La part."}},
    {.name = "from", .number = 3, .kind = KIND_DATE, .since = "1.0",
     .doc = {"Since when.", "Depuis quand."}},
    {.name = "note", .number = 4, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Remark.", "Remarque."}},
    {.name = "exceptions", .number = 5, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     EXCEPTION, .since = "1.0",
     .doc = {"Rules whose diagnostics are accepted for this record.",
             "Règles dont les constats sont acceptés pour cette fiche."}},
};

static const struct field fiscal_year_fields[] = {
    {.name = "year", .number = 1, .kind = KIND_INTEGER, .flags = FIELD_REQUIRED, .minimum =
     1000, .maximum = 9999, .since = "1.0",
     .doc = {"Year in which the fiscal year ends.", "Année de clôture de l'exercice."}},
    {.name = "headcount", .number = 2, .kind = KIND_QUANTITY, .since = "1.0",
     .doc = {"Staff in annual work units.", "Effectif en unités de travail par année."}},
    {.name = "turnover", .number = 3, .kind = KIND_AMOUNT, .since = "1.0",
     .doc = {"Turnover.", "Chiffre d'affaires."}},
    {.name = "balance_sheet", .number = 4, .kind = KIND_AMOUNT, .since = "1.0",
     .doc = {"Balance sheet total.", "Total du bilan."}},
    {.name = "consolidated", .number = 5, .kind = KIND_BOOLEAN, .since = "1.0",
     .doc = {"Whether the accounts are those of the group.",
             "Comptes consolidés du groupe ou non."}},
    {.name = "note", .number = 6, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Remark.", "Remarque."}},
    {.name = "exceptions", .number = 7, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     EXCEPTION, .since = "1.0",
     .doc = {"Rules whose diagnostics are accepted for this record.",
             "Règles dont les constats sont acceptés pour cette fiche."}},
};

static const struct field former_name_fields[] = {
    {.name = "name", .number = 1, .kind = KIND_TEXT, .flags = FIELD_REQUIRED, .since = "1.0",
     .doc = {"The former name.", "L'ancien nom."}},
    {.name = "until", .number = 2, .kind = KIND_DATE, .since = "1.0",
     .doc = {"Until when it was used.", "Date de fin d'usage."}},
    {.name = "note", .number = 3, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Remark.", "Remarque."}},
    {.name = "exceptions", .number = 4, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     EXCEPTION, .since = "1.0",
     .doc = {"Rules whose diagnostics are accepted for this record.",
             "Règles dont les constats sont acceptés pour cette fiche."}},
};

static const struct field participation_fields[] = {
    {.name = "partner", .number = 1, .kind = KIND_REFERENCE, .flags = FIELD_REQUIRED, .target =
     PARTNER, .since = "1.0",
     .doc = {"Who takes part.", "Qui participe."}},
    {.name = "role", .number = 2, .kind = KIND_CHOICE, .choices = &role, .since = "1.0",
     .doc = {"As what.", "À quel titre."}},
    {.name = "budget", .number = 3, .kind = KIND_AMOUNT, .since = "1.0",
     .doc = {"The partner's budget in the project.", "Budget du partenaire dans le projet."}},
    {.name = "period", .number = 4, .kind = KIND_PERIOD, .since = "1.0",
     .doc = {"When, where it differs from the project's period.",
             "Période, si elle diffère de celle du projet."}},
    {.name = "note", .number = 5, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Remark.", "Remarque."}},
    {.name = "exceptions", .number = 6, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     EXCEPTION, .since = "1.0",
     .doc = {"Rules whose diagnostics are accepted for this record.",
             "Règles dont les constats sont acceptés pour cette fiche."}},
};

static const struct field milestone_fields[] = {
    {.name = "title", .number = 1, .kind = KIND_TEXT, .flags = FIELD_REQUIRED, .since = "1.0",
     .doc = {"What is reached.", "Ce qui est atteint."}},
    {.name = "due", .number = 2, .kind = KIND_DATE, .since = "1.0",
     .doc = {"When it is due.", "Échéance."}},
    {.name = "achieved", .number = 3, .kind = KIND_DATE, .since = "1.0",
     .doc = {"When it was reached.", "Date de réalisation."}},
    {.name = "note", .number = 4, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Remark.", "Remarque."}},
    {.name = "exceptions", .number = 5, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     EXCEPTION, .since = "1.0",
     .doc = {"Rules whose diagnostics are accepted for this record.",
             "Règles dont les constats sont acceptés pour cette fiche."}},
};

static const struct field contribution_fields[] = {
    {.name = "partner", .number = 1, .kind = KIND_REFERENCE, .target = PARTNER, .since = "1.0",
     .doc = {"Who pays.", "Qui paie."}},
    {.name = "unspecified", .number = 2, .kind = KIND_BOOLEAN, .since = "1.0",
     .doc = {"True where it is not known who pays.", "Vrai lorsque le financeur n'est pas connu."}},
    {.name = "amount", .number = 3, .kind = KIND_AMOUNT, .since = "1.0",
     .doc = {"The amount paid.", "Montant apporté."}},
    {.name = "share", .number = 4, .kind = KIND_SHARE, .since = "1.0",
     .doc = {"The share of the agreement's amount.", "Part du montant de la convention."}},
    {.name = "nature", .number = 5, .kind = KIND_CHOICE, .choices = &nature, .since = "1.0",
     .doc = {"In money or in kind.", "En numéraire ou en nature."}},
    {.name = "own_contribution", .number = 6, .kind = KIND_BOOLEAN, .since = "1.0",
     .doc = {"True where a beneficiary pays this part itself.",
             "Vrai lorsqu'un bénéficiaire apporte lui-même cette part."}},
    {.name = "fund", .number = 7, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Fund or budget line it is paid from, such as FEDER.",
             "Fonds ou ligne budgétaire, par exemple FEDER."}},
    {.name = "note", .number = 8, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Remark.", "Remarque."}},
    {.name = "exceptions", .number = 9, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     EXCEPTION, .since = "1.0",
     .doc = {"Rules whose diagnostics are accepted for this record.",
             "Règles dont les constats sont acceptés pour cette fiche."}},
};

static const struct field allocation_fields[] = {
    {.name = "partner", .number = 1, .kind = KIND_REFERENCE, .target = PARTNER, .since = "1.0",
     .doc = {"The partner that receives.", "Le partenaire bénéficiaire."}},
    {.name = "platform", .number = 2, .kind = KIND_REFERENCE, .target = PLATFORM, .since =
     "1.0",
     .doc = {"The platform that receives.", "La plate-forme bénéficiaire."}},
    {.name = "project", .number = 3, .kind = KIND_REFERENCE, .target = PROJECT, .since = "1.0",
     .doc = {"The project that receives.", "Le projet bénéficiaire."}},
    {.name = "amount", .number = 4, .kind = KIND_AMOUNT, .since = "1.0",
     .doc = {"The amount received.", "Montant reçu."}},
    {.name = "share", .number = 5, .kind = KIND_SHARE, .since = "1.0",
     .doc = {"The share of the agreement's amount.", "Part du montant de la convention."}},
    {.name = "note", .number = 6, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Remark.", "Remarque."}},
    {.name = "exceptions", .number = 7, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     EXCEPTION, .since = "1.0",
     .doc = {"Rules whose diagnostics are accepted for this record.",
             "Règles dont les constats sont acceptés pour cette fiche."}},
};

static const struct field instalment_fields[] = {
    {.name = "due", .number = 1, .kind = KIND_DATE, .since = "1.0",
     .doc = {"When it is due.", "Échéance."}},
    {.name = "amount", .number = 2, .kind = KIND_AMOUNT, .flags = FIELD_REQUIRED, .since =
     "1.0",
     .doc = {"The amount due.", "Montant dû."}},
    {.name = "funder", .number = 3, .kind = KIND_REFERENCE, .target = PARTNER, .since = "1.0",
     .doc = {"Who pays it.", "Qui le paie."}},
    {.name = "beneficiary", .number = 4, .kind = KIND_REFERENCE, .target = PARTNER, .since =
     "1.0",
     .doc = {"Who receives it.", "Qui le reçoit."}},
    {.name = "paid", .number = 5, .kind = KIND_DATE, .since = "1.0",
     .doc = {"When it was paid.", "Date de paiement."}},
    {.name = "paid_amount", .number = 6, .kind = KIND_AMOUNT, .since = "1.0",
     .doc = {"What was paid, where it differs from the amount due.",
             "Montant payé, s'il diffère du montant dû."}},
    {.name = "condition", .number = 7, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"What it depends on.", "Condition du versement."}},
    {.name = "note", .number = 8, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Remark.", "Remarque."}},
    {.name = "exceptions", .number = 9, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     EXCEPTION, .since = "1.0",
     .doc = {"Rules whose diagnostics are accepted for this record.",
             "Règles dont les constats sont acceptés pour cette fiche."}},
};

static const struct field aid_declaration_fields[] = {
    {.name = "regime", .number = 1, .kind = KIND_CHOICE, .flags = FIELD_REQUIRED, .choices =
     &regime, .since = "1.0",
     .doc = {"The regime that allows the aid.", "Régime qui autorise l'aide."}},
    {.name = "scheme", .number = 2, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Number of the aid scheme, such as SA.40391.",
             "Numéro du régime d'aide, par exemple SA.40391."}},
    {.name = "research_category", .number = 3, .kind = KIND_CHOICE, .choices =
     &research_category, .since = "1.0",
     .doc = {"Category of research that is aided.", "Catégorie de recherche aidée."}},
    {.name = "beneficiary", .number = 4, .kind = KIND_REFERENCE, .target = PARTNER, .since =
     "1.0",
     .doc = {"Who receives the aid.", "Bénéficiaire de l'aide."}},
    {.name = "size", .number = 5, .kind = KIND_CHOICE, .choices = &size, .since = "1.0",
     .doc = {"Size of the beneficiary when the aid was granted.",
             "Taille du bénéficiaire à l'octroi de l'aide."}},
    {.name = "eligible_costs", .number = 6, .kind = KIND_AMOUNT, .since = "1.0",
     .doc = {"Eligible costs of the beneficiary.", "Coûts éligibles du bénéficiaire."}},
    {.name = "aid", .number = 7, .kind = KIND_AMOUNT, .since = "1.0",
     .doc = {"The aid, as gross grant equivalent.", "Aide, en équivalent-subvention brut."}},
    {.name = "effective_collaboration", .number = 8, .kind = KIND_BOOLEAN, .since = "1.0",
     .doc = {"Whether the bonus for effective collaboration is claimed.",
             "Majoration pour collaboration effective demandée ou non."}},
    {.name = "wide_dissemination", .number = 9, .kind = KIND_BOOLEAN, .since = "1.0",
     .doc = {"Whether the bonus for wide dissemination is claimed.",
             "Majoration pour large diffusion demandée ou non."}},
    {.name = "note", .number = 10, .kind = KIND_TEXT, .since = "1.0",
     .doc = {"Remark.", "Remarque."}},
    {.name = "exceptions", .number = 11, .kind = KIND_RECORD, .flags = FIELD_LIST, .target =
     EXCEPTION, .since = "1.0",
     .doc = {"Rules whose diagnostics are accepted for this record.",
             "Règles dont les constats sont acceptés pour cette fiche."}},
};

static const struct field exception_fields[] = {
    {.name = "rule", .number = 1, .kind = KIND_TEXT, .flags = FIELD_REQUIRED, .since = "1.0",
     .doc = {"Name of the rule.", "Nom de la règle."}},
    {.name = "reason", .number = 2, .kind = KIND_TEXT, .flags = FIELD_REQUIRED, .since = "1.0",
     .doc = {"Why its diagnostic is accepted here.",
             "Raison pour laquelle son constat est accepté ici."}},
};

/* The order is that of the file and of the numbers: append only. */
const struct type schema_types[] = {
    {.name = "portfolio", .section = "portfolio", .number = PORTFOLIO, .single = 1,
     .fields = portfolio_fields, .count = COUNT(portfolio_fields), .since = "1.0",
     .doc = {"What the file as a whole is about.", "Ce dont traite le fichier dans son ensemble."}},
    {.name = "partner", .section = "partners", .number = PARTNER,
     .fields = partner_fields, .count = COUNT(partner_fields), .since = "1.0",
     .doc = {"An organisation that takes part in technology transfer, in whatever role.",
             "Organisme qui prend part au transfert de technologie, quel que soit son rôle."}},
    {.name = "programme", .section = "programmes", .number = PROGRAMME,
     .fields = programme_fields, .count = COUNT(programme_fields), .since = "1.0",
     .doc = {"A programme or pact under which platforms, projects and agreements are set up.",
             "Programme ou pacte dans le cadre duquel plates-formes, projets et conventions sont mis en place."}},
    {.name = "platform", .section = "platforms", .number = PLATFORM,
     .fields = platform_fields, .count = COUNT(platform_fields), .since = "1.0",
     .doc = {"A technology transfer platform: people and equipment at a place, run by one operator.",
             "Plate-forme de transfert de technologie : des équipes et des équipements en un lieu, confiés à un opérateur."}},
    {.name = "agreement", .section = "agreements", .number = AGREEMENT,
     .fields = agreement_fields, .count = COUNT(agreement_fields), .since = "1.0",
     .doc = {"A funding agreement or a contract: who pays what to whom, for what, and when.",
             "Convention de financement ou contrat : qui paie quoi, à qui, pour quoi et quand."}},
    {.name = "project", .section = "projects", .number = PROJECT,
     .fields = project_fields, .count = COUNT(project_fields), .since = "1.0",
     .doc = {"A project of research, development or transfer in which partners work together.",
             "Projet de recherche, de développement ou de transfert auquel travaillent plusieurs partenaires."}},
    {.name = "result", .section = "results", .number = RESULT,
     .fields = result_fields, .count = COUNT(result_fields), .since = "1.0",
     .doc = {"A result of research that is or may be transferred.",
             "Résultat de recherche transféré ou transférable."}},
    {.name = "indicator", .number = INDICATOR,
     .fields = indicator_fields, .count = COUNT(indicator_fields), .since = "1.0",
     .doc = {"A figure that somebody states about the record.",
             "Chiffre annoncé au sujet de la fiche."}},
    {.name = "platform_event", .number = PLATFORM_EVENT,
     .fields = platform_event_fields, .count = COUNT(platform_event_fields), .since = "1.0",
     .doc = {"A step in the life of a platform.", "Étape de la vie d'une plate-forme."}},
    {.name = "holding", .number = HOLDING,
     .fields = holding_fields, .count = COUNT(holding_fields), .since = "1.0",
     .doc = {"A share that a partner holds.", "Part détenue par un partenaire."}},
    {.name = "fiscal_year", .number = FISCAL_YEAR,
     .fields = fiscal_year_fields, .count = COUNT(fiscal_year_fields), .since = "1.0",
     .doc = {"The accounts of one fiscal year, from which the size of an enterprise is found.",
             "Comptes d'un exercice, dont on déduit la taille d'une entreprise."}},
    {.name = "former_name", .number = FORMER_NAME,
     .fields = former_name_fields, .count = COUNT(former_name_fields), .since = "1.0",
     .doc = {"A name that the partner had before.", "Nom que portait auparavant le partenaire."}},
    {.name = "participation", .number = PARTICIPATION,
     .fields = participation_fields, .count = COUNT(participation_fields), .since = "1.0",
     .doc = {"The part that a partner takes in a project.",
             "Participation d'un partenaire à un projet."}},
    {.name = "milestone", .number = MILESTONE,
     .fields = milestone_fields, .count = COUNT(milestone_fields), .since = "1.0",
     .doc = {"A milestone of a project.", "Jalon d'un projet."}},
    {.name = "contribution", .number = CONTRIBUTION,
     .exactly_one = 1u << 1 | 1u << 2, /* partner, unspecified */
     .fields = contribution_fields, .count = COUNT(contribution_fields), .since = "1.0",
     .doc = {"What one funder pays of an agreement.",
             "Ce qu'un financeur apporte à une convention."}},
    {.name = "allocation", .number = ALLOCATION,
     .exactly_one = 1u << 1 | 1u << 2 | 1u << 3, /* partner, platform, project */
     .fields = allocation_fields, .count = COUNT(allocation_fields), .since = "1.0",
     .doc = {"What one beneficiary receives of an agreement.",
             "Ce qu'un bénéficiaire reçoit d'une convention."}},
    {.name = "instalment", .number = INSTALMENT,
     .fields = instalment_fields, .count = COUNT(instalment_fields), .since = "1.0",
     .doc = {"One payment of an agreement, due or made.",
             "Versement d'une convention, dû ou effectué."}},
    {.name = "aid_declaration", .number = AID_DECLARATION,
     .fields = aid_declaration_fields, .count = COUNT(aid_declaration_fields), .since = "1.0",
     .doc = {"The State aid that an agreement declares, and the regime that allows it.",
             "Aide d'État déclarée par une convention, et régime qui l'autorise."}},
    {.name = "exception", .number = EXCEPTION,
     .fields = exception_fields, .count = COUNT(exception_fields), .since = "1.0",
     .doc = {"Why a rule's diagnostic is accepted for this record.",
             "Raison pour laquelle le constat d'une règle est accepté pour cette fiche."}},
};

const size_t schema_type_count = COUNT(schema_types);
