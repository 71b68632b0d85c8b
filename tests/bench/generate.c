/* Prints a portfolio of any size: generate RECORDS [SEED].  The same arguments give the same bytes.
 *
 * SPDX-License-Identifier: MIT
 *
 * Of ten records three are partners, three projects and four agreements, with the fields that real
 * ones have; references go to any record of the file, most of them to earlier lines.  No rule finds
 * anything in them.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static uint64_t state;

/* splitmix64 */
static uint64_t next(void)
{
    uint64_t z = (state += UINT64_C(0x9e3779b97f4a7c15));

    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

static unsigned below(unsigned limit)
{
    return (unsigned)(next() % limit);
}

#define PICK(array) array[below((unsigned)(sizeof(array) / sizeof(array)[0]))]

static const char *const fields[] = {"matériaux avancés", "énergie", "cybersécurité",
                                     "procédés de fabrication", "capteurs", "biotechnologies"};
static const char *const cities[] = {"Metz", "Nantes", "Toulouse", "Bordeaux", "Grenoble",
                                     "Saint-Étienne"};
static const char *const regions[] = {"FRF3", "FRG0", "FRJ2", "FRI1", "FRK2", "FRK2"};
static const char *const kinds[] = {"company", "research_organisation", "university",
                                    "laboratory", "competitiveness_cluster"};

/* A SIREN with a right key, another for each partner: eight digits, and the one that makes the sum
 * of Luhn a multiple of 10. */
static unsigned siren(unsigned i)
{
    unsigned base = 10000000 + (unsigned)(i * UINT64_C(7919) % 80000000), sum = 0;

    for (unsigned rest = base, twice = 1; rest; rest /= 10, twice = !twice) {
        unsigned digit = rest % 10 * (twice ? 2 : 1);
        sum += digit > 9 ? digit - 9 : digit;
    }
    return base * 10 + (10 - sum % 10) % 10;
}

/* The accounts of a year, within the limits of small or medium enterprises. */
static void accounts(int is_small, unsigned year)
{
    printf("      - year: %u\n"
           "        headcount: %u\n"
           "        turnover: %u.%02u EUR\n"
           "        balance_sheet: %u EUR\n",
           year, is_small ? 10 + below(40) : 50 + below(200),
           (is_small ? 3000000 : 11000000) + below(is_small ? 6000000 : 30000000), below(100),
           (is_small ? 3000000 : 11000000) + below(is_small ? 6000000 : 30000000));
}

static void partner(unsigned i)
{
    unsigned city = below(6);
    int is_small = below(2) == 0;

    printf("  partner-%06u:\n"
           "    name: Société d'études et de réalisations n° %u\n"
           "    kind: %s\n"
           "    country: FR\n"
           "    region: %s\n"
           "    city: %s\n"
           "    postcode: \"%05u\"\n"
           "    address: %u rue de l'Innovation, bâtiment %c\n"
           "    siren: %09u\n"
           "    size: %s\n"
           "    size_definition: eu_2003_361\n"
           "    founded: %u-%02u-%02u\n"
           "    fields:\n"
           "      - %s\n"
           "      - %s\n"
           "    url: https://www.example.org/partner/%u\n"
           "    accounts:\n",
           i, i, PICK(kinds), regions[city], cities[city], below(99999), 1 + below(200),
           'A' + (int)below(6), siren(i), is_small ? "small" : "medium", 1950 + below(55),
           1 + below(12), 1 + below(28), PICK(fields), PICK(fields), i);
    accounts(is_small, 2014);
    accounts(is_small, 2015);
}

static void project(unsigned i, unsigned partners)
{
    unsigned start = 2008 + below(10), coordinator = below(partners);

    printf("  project-%06u:\n"
           "    title: Développement d'un démonstrateur pour %s, lot %u\n"
           "    acronym: DEMO%u\n"
           "    status: active\n"
           "    period: %u-%02u-01/%u-12-31\n"
           "    research_category: industrial_research\n"
           "    trl_start: %u\n"
           "    trl_target: %u\n"
           "    budget: %u EUR\n"
           "    partners:\n"
           "      - partner: partner-%06u\n"
           "        role: coordinator\n"
           "        budget: %u.%02u EUR\n"
           "      - partner: partner-%06u\n"
           "        role: participant\n"
           "        budget: %u EUR\n"
           "    fields:\n"
           "      - %s\n"
           "    abstract: Le projet vise à porter à l'échelle industrielle des résultats obtenus en"
           " laboratoire, avec des essais chez un partenaire industriel de la région.\n",
           i, PICK(fields), i, i, start, 1 + below(12), start + 1 + below(4), 2 + below(3),
           6 + below(3), 2100000 + below(4000000), coordinator, below(200000), below(100),
           (coordinator + 1 + below(partners - 1)) % partners, below(200000), PICK(fields));
}

static void agreement(unsigned i, unsigned partners, unsigned projects)
{
    unsigned year = 2010 + below(8), month = 1 + below(12), funder = below(partners);
    unsigned euros = 50000 + below(2000000);

    printf("  agreement-%06u:\n"
           "    title: Convention de financement n° %u\n"
           "    kind: grant\n"
           "    reference: %u-FEDER-%06u\n"
           "    project: project-%06u\n"
           "    awarded: %u-%02u-%02u\n"
           "    signed: %u-%02u\n"
           "    period: %u/%u\n"
           "    amount: %u.%02u EUR\n"
           "    eligible_costs: %u EUR\n"
           "    vat: excluded\n"
           "    funders:\n"
           "      - partner: partner-%06u\n"
           "        share: 50%%\n"
           "        fund: FEDER\n"
           "      - partner: partner-%06u\n"
           "        share: rest\n"
           "    beneficiaries:\n"
           "      - partner: partner-%06u\n"
           "    instalments:\n"
           "      - due: %u-01-31\n"
           "        amount: %u EUR\n"
           "        paid: %u-02-%02u\n"
           "      - due: %u-06-30\n"
           "        amount: %u EUR\n"
           "    aid:\n"
           "      - regime: gber_research_development\n"
           "        scheme: SA.40391\n"
           "        research_category: industrial_research\n"
           "        beneficiary: partner-%06u\n"
           "        size: small\n"
           "        eligible_costs: 3000000 EUR\n"
           "        aid: %u EUR\n"
           "    conditions: Versement du solde sur présentation du compte rendu final et des"
           " justificatifs de dépenses.\n",
           i, i, year, i, below(projects), year, month, 1 + below(28), year, month, year,
           year + 1 + below(3), euros, below(100), 3000000 + below(1000000), funder,
           (funder + 1) % partners, (funder + 2) % partners, year + 1, euros / 2, year + 1,
           1 + below(28), year + 2, euros / 2, (funder + 2) % partners, 10000 + below(300000));
}

int main(int argc, char **argv)
{
    unsigned long records = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
    unsigned partners, projects, agreements;

    if (argc < 2 || argc > 3 || records < 20 || records > 5000000) {
        fprintf(stderr, "usage: generate RECORDS [SEED] (20 to 5000000 records)\n");
        return 2;
    }
    state = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    partners = (unsigned)(records * 3 / 10);
    projects = (unsigned)(records * 3 / 10);
    agreements = (unsigned)records - partners - projects;
    printf("transfer: 1\nportfolio:\n  title: Portefeuille engendré\npartners:\n");
    for (unsigned i = 0; i < partners; i++)
        partner(i);
    printf("agreements:\n");
    for (unsigned i = 0; i < agreements; i++)
        agreement(i, partners, projects);
    printf("projects:\n");
    for (unsigned i = 0; i < projects; i++)
        project(i, partners);
    return ferror(stdout) || fclose(stdout) != 0;
}
