#!/usr/bin/python3
"""Makes erdf-technology-transfer-2016.yaml of the list of the same name:

    ./erdf-from-csv.py erdf-technology-transfer-2016.csv > erdf-technology-transfer-2016.yaml

The list says who is paid, how much and when.  It does not say which rows are one project, or which
names are one organisation: the tables below do, by hand.  Nothing else is added, but the
identifiers of the CEA and the CNRS.
"""

import csv
import sys
from decimal import Decimal

TITLE = "Opérations de transfert de technologies du FEDER et du FSE"

NOTE = """\
Les 45 opérations de la catégorie d'intervention 062 (transfert de technologies et coopération
entre universités et entreprises, principalement au profit des PME) de la liste officielle des
opérations, au 11 juillet 2016. Noms, codes postaux, dates et montants sont ceux de la liste.
Le montant d'une convention est le coût total éligible : la part de l'Union y est explicite, le
reste vient de financeurs que la liste ne nomme pas. La référence est la ligne de la liste, la
date d'attribution celle de l'approbation. Les rôles des partenaires et l'avancement des projets
ne sont pas connus. Un projet d'une seule ligne en a la période et le coût ; s'il en a plusieurs,
chaque participation a les siens."""

# What transfer-validate says of the portfolio, and why it stands.
COMMENT = """\
# Quatre remarques identifier-expected restent (bio-uv, tecsol, valhoriz, phyco-biotech) : la liste
# officielle nomme ces entreprises sans leur SIREN, et rien de ce qu'elle ne dit pas n'est ajouté."""

UNION = "union-europeenne"

# Organisations that the list names only by their parts.
PARENTS = {
    "cnrs": {"name": "Centre National de la Recherche Scientifique",
             "kind": "research_organisation", "country": "FR", "ror": "02feahw73"},
    "inra": {"name": "Institut National de la recherche Agronomique",
             "kind": "research_organisation", "country": "FR"},
}

# (name and postcode in the list): id, kind and what else is known.
PARTNERS = {
    ("Université Blaise Pascal", "63006"): ("universite-blaise-pascal", "university", {}),
    ("Centre National de la Recherche Scientifique (CNRS / Direction Régionale 14)", "31055"):
        ("cnrs-direction-regionale-14", "research_organisation", {"parents": ["cnrs"]}),
    ("Commissariat à l'énergie atomique et aux énergies alternatives", "38054"):
        ("cea", "research_organisation", {"siren": "775685019", "ror": "00jjx8s55"}),
    ("INSTITUT NATIONAL DE LA SANTE ET DE LA RECHERCHE MEDICALE - INSERM", "75654"):
        ("inserm", "research_organisation", {}),
    ("CENTRE UNIVERSITAIRE JEAN FRANCOIS CHAMPOLLION", "81012"):
        ("centre-universitaire-champollion", "university", {}),
    ("INRIA Centre de recherche Lille-Nord Europe", "59650"):
        ("inria-lille-nord-europe", "research_organisation", {}),
    ("BIO UV", "34403"): ("bio-uv", "company", {}),
    ("TECSOL", "66004"): ("tecsol", "company", {}),
    ("Université Pierre et Marie Curie", "75252"):
        ("universite-pierre-et-marie-curie", "university", {}),
    ("SATT AxLR", "34394"): ("satt-axlr", "technology_transfer_office", {}),
    ("Institut National Recherche Agronomique", "34060"):
        ("inra-34060", "research_organisation", {"parents": ["inra"]}),
    ("VALHORIZ", "34980"): ("valhoriz", "company", {}),
    ("CNRS", "34293"): ("cnrs-34293", "research_organisation", {"parents": ["cnrs"]}),
    ("UNIVERSITE MONTPELLIER INSTITUT CHARLES GERHARDT (ICGM)", "34095"):
        ("institut-charles-gerhardt", "laboratory", {}),
    ("Institut National de la recherche Agronomique", "31326"):
        ("inra-31326", "research_organisation", {"parents": ["inra"]}),
    ("Ecole d'Ingénieurs de Purpan (EIP)", "31300"):
        ("ecole-d-ingenieurs-de-purpan", "university", {}),
    ("Association de gestion du Conservatoire national des arts et métiers en Région des Pays de "
     "la Loire", "44311"): ("agcnam-pays-de-la-loire", "association", {}),
    ("Université d'Auvergne", "63001"): ("universite-d-auvergne", "university", {}),
    ("Centre de Recherche INRA Auvergne-Rhône-Alpes", "63122"):
        ("inra-auvergne-rhone-alpes", "research_organisation", {"parents": ["inra"]}),
    ("Phyco-Biotech", "34184"): ("phyco-biotech", "company", {}),
    ("Université de Bourgogne", "21078"): ("universite-de-bourgogne", "university", {}),
    ("VetAgro Sup", "63370"): ("vetagro-sup", "university", {}),
    ("INSA", "31077"): ("insa-31077", "university", {}),
}

# Name in the list: id, and the region that it names (in NUTS codes of 2013).
PROGRAMMES = {
    "P.O Auvergne": ("po-auvergne", "FR72"),
    "PO_FEDERFSE_MP": ("po-feder-fse-mp", None),
    "PO_031_FEDER/FSE 14-20": ("po-031-feder-fse", None),
    "PO FEDER-FSE_LR": ("po-feder-fse-lr", None),
    "PO FEDER-FSE Pays de la Loire": ("po-feder-fse-pays-de-la-loire", "FR51"),
    "PO FEDER-FSE Bourgogne 2014-2020": ("po-feder-fse-bourgogne", "FR26"),
}

# Row of the list: project.  Rows of one project have the same.
PROJECTS = {
    "175": "guidage-transpalette",
    "178": "periscope-meteo-marketing",
    "209": "securisation-applications-mobiles",
    "306": "game",
    "307": "cea-tech-cle-2014-vague-2",
    "308": "i2mc-eq3",
    "309": "pom",
    "480": "inriatech",
    "698": "biosea2",
    "699": "plastisun",
    "701": "biosea2",
    "705": "cortect",
    "711": "talveg-2",
    "712": "talveg-2",
    "713": "talveg-2",
    "715": "spirulicium-cardio",
    "802": "cea-tech-cle-2015-vague-2-ligne-802",
    "803": "cea-tech-cle-2015-vague-2-ligne-803",
    "808": "cea-tech-detectme",
    "809": "laas-cle-2015-vague-2",
    "811": "toxalim",
    "831": "purpan-2a",
    "875": "exposition-ultima",
    "993": "inseree",
    "994": "robustrain",
    "1333": "formes-galeniques-micro-organisme",
    "1337": "polymeres-oxobiodegradables",
    "1344": "deesse",
    "1401": "spirulicium-cardio",
    "1554": "jce-deformations-multi-kinect",
    "1555": "jce-capteur-photoplethysmographique",
    "1556": "jce-smart-theranostics",
    "1557": "jce-fluorations-catalytiques",
    "1558": "jce-probiotiques-biofilm",
    "1559": "jce-molecules-anticancereuses",
    "1561": "jce-bio-composites-chanvre",
    "1562": "jce-capteurs-monoxyde-de-carbone",
    "1627": "lactobacillus-lcr35",
    "1628": "qualification-des-laits",
    "1633": "vitality-test",
    "1697": "camera-intelligente",
    "1703": "bit-browning",
    "1752": "crispy",
    "1753": "superyeast",
    "1754": "xanthalg",
}


def amount(text):
    """15960.5 is 15960.50 EUR, 18500.0 is 18500 EUR."""
    value = Decimal(text)
    return "%s EUR" % (value.to_integral() if value == value.to_integral()
                       else value.quantize(Decimal("0.01")))


def scalar(text):
    """A text as the canonical form writes it, for the texts that this list has."""
    if text.startswith("'") or ": " in text or " #" in text:
        return '"%s"' % text
    return text


def write(value, indent):
    """A record: block style, lists of texts and of records below their key."""
    space = "  " * indent
    for key, item in value.items():
        if isinstance(item, list):
            print("%s%s:" % (space, key))
            for element in item:
                if isinstance(element, dict):
                    lead = "- "
                    for name, text in element.items():
                        print("%s  %s%s: %s" % (space, lead, name, scalar(text)))
                        lead = "  "
                else:
                    print("%s  - %s" % (space, scalar(element)))
        elif isinstance(item, dict):
            print("%s%s:" % (space, key))
            write(item, indent + 1)
        elif "\n" in item:
            print("%s%s: |-" % (space, key))
            for line in item.split("\n"):
                print("%s  %s" % (space, line))
        else:
            print("%s%s: %s" % (space, key, scalar(item)))


def main():
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        rows = [{key: value.strip() for key, value in row.items()} for row in csv.DictReader(file)]

    partners = {UNION: {"name": "Union européenne", "kind": "european_union", "country": "EU"}}
    programmes, agreements, projects = {}, {}, {}
    for row in rows:
        name, postcode = row["beneficiary_name"], row["beneficiary_postcode"]
        partner, kind, more = PARTNERS[name, postcode]
        for parent in more.get("parents", []):
            partners.setdefault(parent, PARENTS[parent])
        partners.setdefault(partner, {"name": name, "kind": kind, "country": "FR",
                                      "postcode": postcode, **more})

        programme, region = PROGRAMMES[row["programme"]]
        programmes.setdefault(programme, {"name": row["programme"],
                                          **({"regions": [region]} if region else {})})

        period = "%s/%s" % (row["start_date"], row["end_date"])
        total = amount(row["total_eligible_eur"])
        project = PROJECTS[row["xls_row"]]
        agreements["%s-%s" % (row["fund"].lower(), row["xls_row"])] = {
            "title": row["operation_name"],
            "kind": "grant",
            "reference": row["xls_row"],
            "programmes": [programme],
            "project": project,
            "awarded": row["approval_date"],
            "period": period,
            "amount": total,
            "eligible_costs": total,
            "funders": [
                {"partner": UNION, "amount": amount(row["eu_amount_eur"]), "fund": row["fund"]},
                {"unspecified": "true", "share": "rest"},
            ],
            "beneficiaries": [{"partner": partner}],
        }

        participation = {"partner": partner, "budget": total, "period": period}
        projects.setdefault(project, {"title": row["operation_name"], "programmes": [programme],
                                      "partners": []})["partners"].append(participation)

    for project in projects.values():
        if len(project["partners"]) == 1:
            only = project.pop("partners")[0]
            project.update(period=only["period"], budget=only["budget"],
                           partners=[{"partner": only["partner"]}])

    print(COMMENT)
    print("transfer: 1")
    write({
        "portfolio": {"title": TITLE, "published": "2016-07-11", "language": "fr", "note": NOTE},
        "partners": partners,
        "programmes": programmes,
        "agreements": agreements,
        "projects": projects,
    }, 0)


if __name__ == "__main__":
    main()
