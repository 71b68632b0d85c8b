/* The rules of what texts say, on texts that they must and must not report.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include <transfer/transfer.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static transfer_portfolio *portfolio;
static transfer_record *partner;
static transfer_report *report;

static void set_up(void)
{
    portfolio = transfer_portfolio_new();
    report = transfer_report_new();
    ck_assert(portfolio && report);
    ck_assert_int_eq(transfer_portfolio_add(portfolio, TRANSFER_TYPE_PARTNER, "a", &partner),
                     TRANSFER_OK);
}

static void tear_down(void)
{
    transfer_report_free(report);
    transfer_portfolio_free(portfolio);
}

/* What a rule says of a text; NULL: nothing. */
static const transfer_diagnostic *judge(const char *rule, transfer_key key, const char *text)
{
    const transfer_diagnostic *found = NULL;

    ck_assert_msg(transfer_record_set_text(partner, key, text) == TRANSFER_OK, "%s", text);
    transfer_report_clear(report);
    ck_assert_int_eq(transfer_portfolio_validate(portfolio, NULL, NULL, report), TRANSFER_OK);
    for (size_t i = 0; i < transfer_report_count(report); i++) {
        const transfer_diagnostic *diagnostic = transfer_report_at(report, i);

        if (strcmp(transfer_diagnostic_rule(diagnostic), rule) != 0)
            continue;
        ck_assert_msg(!found, "%s: twice", text);
        found = diagnostic;
    }
    return found;
}

static void check_nothing(const char *rule, const char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const transfer_diagnostic *found = judge(rule, TRANSFER_PARTNER_NOTE, texts[i]);

        ck_assert_msg(!found, "%s: \"%s\"", texts[i],
                      found ? transfer_diagnostic_found(found) : "");
    }
}

struct reported {
    const char *text, *found, *suggestion; /* NULL: none */
};

static void check_reported(const char *rule, const struct reported *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const transfer_diagnostic *found = judge(rule, TRANSFER_PARTNER_NOTE, cases[i].text);
        const char *suggestion;

        ck_assert_msg(found != NULL, "%s", cases[i].text);
        ck_assert_msg(strcmp(transfer_diagnostic_found(found), cases[i].found) == 0,
                      "%s: \"%s\"", cases[i].text, transfer_diagnostic_found(found));
        suggestion = transfer_diagnostic_suggestion(found);
        ck_assert_msg((suggestion != NULL) == (cases[i].suggestion != NULL) &&
                          (!suggestion || strcmp(suggestion, cases[i].suggestion) == 0),
                      "%s: \"%s\"", cases[i].text, suggestion ? suggestion : "");
    }
}

/* A text that was read in the wrong encoding is reported, with the text as it was where the whole
 * of it can be read back. */
START_TEST(wrong_encodings_are_reported)
{
    static const struct reported cases[] = {
        {"RÃ©gion Lorraine", "Ã©", "Région Lorraine"},
        {"CollÃ¨ge de France", "Ã¨", "Collège de France"},
        {"Ã‰cole des Mines", "Ã‰", "École des Mines"},
        {"Ãªtre", "Ãª", "être"},
        {"Ã®le d'OlÃ©ron", "Ã®", "île d'Oléron"},
        {"FranÃ§ais", "Ã§", "Français"},
        {"hÃ´pital", "Ã´", "hôpital"},
        {"sÃ»retÃ©", "Ã»", "sûreté"},
        {"oÃ¹", "Ã¹", "où"},
        {"maÃ¯s", "Ã¯", "maïs"},
        {"voilÃ\u00a0", "Ã\u00a0", "voilà"},
        {"dÃ©jÃ\u00a0 vu", "Ã©", "déjà vu"},
        {"Ã\u00a0 la carte", "Ã\u00a0", "à la carte"},
        {"la vallÃ©e des matÃ©riaux crÃ©Ã©e", "Ã©", "la vallée des matériaux créée"},
        {"RÃ‰GION", "Ã‰", "RÉGION"},
        {"CÃ”TE D'AZUR", "Ã”", "CÔTE D'AZUR"},
        {"HÃ”TEL", "Ã”", "HÔTEL"},
        {"CHÃ‚TEAU", "Ã‚", "CHÂTEAU"},
        {"cÅ“ur", "Å“", "cœur"},
        {"Å“uvre", "Å“", "œuvre"},
        {"lâ€™innovation", "â€™", "l’innovation"},
        {"un â€“ deux", "â€“", "un – deux"},
        {"la suiteâ€¦", "â€¦", "la suite…"},
        {"30 millions d'eurosÂ : 30 Mâ‚¬", "â‚¬", NULL}, /* a plain space cannot be read back */
        {"30 Mâ‚¬", "â‚¬", "30 M€"},
        {"30\u00c2\u00a0000\u00c2\u00a0000 EUR", "\u00c2\u00a0", "30\u00a0000\u00a0000 EUR"},
        {"nÂ° 5", "Â°", "n° 5"},
        {"NÂ°5", "Â°", "N°5"},
        {"Â§ 3", "Â§", "§ 3"},
        {"20 Â°C", "Â°", "20 °C"},
        {"100 mÂ²", "Â²", "100 m²"},
        {"Â«Â\u00a0DEESSEÂ\u00a0Â»", "Â«", "«\u00a0DEESSE\u00a0»"},
        {"rÃ©sultatÂ\u00a0: un", "Ã©", "résultat\u00a0: un"},
        {"Â© CEA", "Â©", "© CEA"},
        {"CEA Techâ„¢", "â„¢", "CEA Tech™"},
        {"ï»¿Pacte Lorraine", "ï»¿", "Pacte Lorraine"},
        {"ï»¿RÃ©gion", "ï»¿", "Région"},
        {"MÃ¼nchen", "Ã¼", "München"},
        {"Ã–sterreich", "Ã–", "Österreich"},
        {"StraÃŸe", "ÃŸ", "Straße"},
        {"EspaÃ±a", "Ã±", "España"},
        {"SÃ£o Paulo", "Ã£", "São Paulo"},
        {"inovaÃ§Ã£o", "Ã§", "inovação"},
        {"WrocÅ‚aw", "Å‚", "Wrocław"},
        {"PlzeÅˆ", "Åˆ", "Plzeň"},
        {"ÄŒeskÃ½ Krumlov", "ÄŒ", "Český Krumlov"},
        {"xâ‰¤5", "â‰¤", "x≤5"},
        {"ðŸš€ lancement", "ðŸš€", "🚀 lancement"},
        {"RÃƒÂ©gion", "Ãƒ", "Région"}, /* twice */
        {"RÃ©gion et Région", "Ã©", NULL},
        {"« RÃ©gion »", "Ã©", NULL},
        {"R\ufffdgion", "\ufffd", NULL},
        {"Universit\ufffd", "\ufffd", NULL},
        {"l\u00ef\u00bf\u00bdtat", "\u00ef\u00bf\u00bd", NULL},
        {"ligne un\nrÃ©gion", "Ã©", "ligne un\nrégion"},
    };

    check_reported("text-mojibake", cases, COUNT(cases));
}
END_TEST

/* Correct texts are not, also those with letters and signs that look alike, and those that speak
 * about such signs. */
START_TEST(correct_texts_are_not)
{
    static const char *const texts[] = {
        "", "CEA", "Région Lorraine", "École des Mines", "Île-de-France", "ÎLE", "ÂGE", "À Metz",
        "UNIVERSITÉ\u00a0: Metz", "UNIVERSITÉ\u00a0» de Lorraine", "«\u00a0À LA UNE\u00a0»",
        "«\u00a0É\u00a0»", "É…", "Forêt…", "CAFÉ™", "société\u00a0;", "à\u00a0»", "CHÂTEAU",
        "l’été à Noël, où l’œuvre naît", "cœur", "Œuvre", "n° 5, 20 °C, 100 m², 30 M€", "© CEA",
        "2 × 3 ÷ 4", "§ 3", "½", "Österreich", "MÜNCHEN", "„Ärzte“", "„Ä“", "Straße", "größer",
        "São Paulo", "SÃO PAULO", "AÇÃO", "INOVAÇÃO", "IRMÃ", "IRMÃ…", "MANHÃ…", "“IRMÃ”",
        "«MAÇû", "«\u00a0MAÇÃ\u00a0»", "LÃ – RÃ", "LÃ–RÃ", "MANHÃ\u00a0: sim", "AMANHÃ®", "RÃ™",
        "Ação e reação", "PORTUGUÊS", "Português™", "ĐÃ", "XÃ HỘI", "XÃ…", "MÃ\u00a0»",
        "Việt Nam", "VIỆT NAM", "Ân", "ÂU CƠ", "CHÂU Á", "ÎN ROMÂNIA", "România, înainte", "Ålesund",
        "Å være", "«Å»", "10 Å–20 Å", "10Å–20Å", "5Å…", "PÅ”", "Łódź", "Český Krumlov", "Γεια σου",
        "Привет", "東京", "😀", "naïve", "ïle", "garðar", "Ýmir", "I’m", "“quoted”", "10 € – 20 €",
        "â", "pâte", "pâté…", "„â“", "la lettre Ã", "les lettres Â et Ã",
        "«\u00a0Ã\u00a0»", "« Ã »", "Â\u00a0: circonflexe", "« Ã© » pour é", "« Ã© » for e acute",
        "écrit \"Ã©\" au lieu de é", "(Ã©)", "“â€™” instead of an apostrophe", "«\u00a0Â°\u00a0»",
        "'ï»¿' is a mark", "les signes Ã© et Ã¨ sont des fautes",
    };

    check_nothing("text-mojibake", texts, COUNT(texts));
}
END_TEST

/* Addresses and telephone numbers are reported. */
START_TEST(addresses_and_numbers_are_reported)
{
    static const struct reported cases[] = {
        {"contact@example.org", "contact@example.org", NULL},
        {"Écrire à jean.dupont@cea.fr.", "jean.dupont@cea.fr", NULL},
        {"Jean Dupont <jean.dupont@cea.fr>", "jean.dupont@cea.fr", NULL},
        {"mailto:a+b@univ-lorraine.fr", "a+b@univ-lorraine.fr", NULL},
        {"(marie_curie@mail.example.co.uk)", "marie_curie@mail.example.co.uk", NULL},
        {"courriel\u00a0: secretariat@loria.fr, bureau 12", "secretariat@loria.fr", NULL},
        {"a@b.fr/c@d.fr", "a@b.fr", NULL},
        {"A.B@EXAMPLE.ORG", "A.B@EXAMPLE.ORG", NULL},
        {"contact@163.com", "contact@163.com", NULL},
        {"contact@example.org: le service", "contact@example.org", NULL},
        {"https://jean:secret@example.org/a", "jean:secret@example.org", NULL},
        {"https://jean@example.org", "jean@example.org", NULL},
        {"voir https://example.org puis a@example.org", "a@example.org", NULL},
        {"01 23 45 67 89", "01 23 45 67 89", NULL},
        {"Tél. : 03 83 59 20 00", "03 83 59 20 00", NULL},
        {"Tél.03 83 59 20 00", "03 83 59 20 00", NULL},
        {"03.83.59.20.00", "03.83.59.20.00", NULL},
        {"03-83-59-20-00", "03-83-59-20-00", NULL},
        {"03\u00a083\u00a059\u00a020\u00a000", "03\u00a083\u00a059\u00a020\u00a000", NULL},
        {"03\u202f83\u202f59\u202f20\u202f00", "03\u202f83\u202f59\u202f20\u202f00", NULL},
        {"0383592000", "0383592000", NULL},
        {"mobile 0612345678", "0612345678", NULL},
        {"tél\u00a0: 0123456789", "0123456789", NULL},
        {"Fax 0306406152", "0306406152", NULL}, /* with the check digit of an ISBN */
        {"(06 12 34 56 78)", "06 12 34 56 78", NULL},
        {"06 12 34 56 78, le matin", "06 12 34 56 78", NULL},
        {"06 12 34 56 78.", "06 12 34 56 78", NULL},
        {"03 83 59 20 00/01", "03 83 59 20 00", NULL},
        {"Metz, 03 87 00 00 01 ; Nancy", "03 87 00 00 01", NULL},
        {"«\u00a003 83 59 20 00\u00a0»", "03 83 59 20 00", NULL},
        {"+33 1 23 45 67 89", "+33 1 23 45 67 89", NULL},
        {"+33123456789", "+33123456789", NULL},
        {"+33 (0)1 23 45 67 89", "+33 (0)1 23 45 67 89", NULL},
        {"+33(0)1.23.45.67.89", "+33(0)1.23.45.67.89", NULL},
        {"+33-1-23-45-67-89", "+33-1-23-45-67-89", NULL},
        {"tel:+33123456789", "+33123456789", NULL},
        {"+33\u00a01\u00a023\u00a045\u00a067\u00a089", "+33\u00a01\u00a023\u00a045\u00a067\u00a089",
         NULL},
        {"+33 123 456 789", "+33 123 456 789", NULL},
        {"0033 1 23 45 67 89", "0033 1 23 45 67 89", NULL},
        {"00 33 1 23 45 67 89", "00 33 1 23 45 67 89", NULL},
        {"0033123456789", "0033123456789", NULL},
        {"0033 (0)1 23 45 67 89", "0033 (0)1 23 45 67 89", NULL},
        {"+352 26 12 34 56", "+352 26 12 34 56", NULL},
        {"+352 621 123 456", "+352 621 123 456", NULL},
        {"+32 2 123 45 67", "+32 2 123 45 67", NULL},
        {"+41 22 767 61 11", "+41 22 767 61 11", NULL},
        {"+49 (0) 681 302-0", "+49 (0) 681 302-0", NULL},
        {"+49 681 1234567", "+49 681 1234567", NULL},
        {"+44 20 7946 0958", "+44 20 7946 0958", NULL},
        {"+44 (0)20 7946 0958", "+44 (0)20 7946 0958", NULL},
        {"+1 202-555-0143", "+1 202-555-0143", NULL},
        {"+1 (202) 555-0143", "+1 (202) 555-0143", NULL},
        {"SIREN 775 685 019, tél. 01 69 08 60 00", "01 69 08 60 00", NULL},
    };

    check_reported("personal-data", cases, COUNT(cases));
}
END_TEST

/* What only looks like them is not. */
START_TEST(other_numbers_and_signs_are_not)
{
    static const char *const texts[] = {
        "", "775 685 019", "775685019", "SIREN 005 520 135", "005520135", "775 685 019 00488",
        "77568501900488", "00552013500012", "005 520 135 00012", "SIRET 012 345 678 00012",
        "FR43775685019", "FR 43 775 685 019", "W751000001", "199012345A", "00jjx8s55",
        "213800KUD8LAJWSQ9D15", "57000", "57 000", "F-57070 Metz", "2013-FEDER-000123", "SA.40391",
        "2013-12-05", "05/12/2013", "05.12.2013", "01-02-2013 03-04-2014", "2013-12-05 14:30:00",
        "2013-12-05T10:00:00+01:00", "05.12.13 14.30", "30000000 EUR", "30 000 000 EUR",
        "+15 000 000 EUR", "+1 500 000 000 EUR", "+30 000 000 000 €", "+12 500 000 emplois",
        "+1500000000 EUR", "+150 M€", "+12,5 %", "01 234 567,89 EUR", "ISBN 978-2-01-234567-8",
        "ISBN 0-306-40615-2", "ISBN 0306406152", "0306406152", "978 2 01 23 45 67 8",
        "10.1016/j.jvir.2013.12.005", "doi:10.1000/0123456789", "10.1000/j.0123456789", "FR1234567",
        "EP 01 234 567.8", "EP0123456789", "FR 01 23456", "WO 2013/012345", "DE 10 2013 012 345",
        "FR76 3000 6000 0112 3456 7890 189", "01.23.45.67", "192.168.101.102", "v1.02.03.04.05.06",
        "01.02.03.04.05", "Lots 01 02 03 04 05", "lots 01 03 04 05 07", "02 04 06 08 10",
        "départements 08 10 51 52 54", "Départements\u00a0: 08 10 51 52 54",
        "08 10 51 52 54 55 57", "12 01 23 45 67 89", "01 23 45 67 89 12", "01 23 45 67 8",
        "01 23 45 67", "00 12 34 56 78", "11 23 45 67 89", "01 23.45 67 89", "01234567890",
        "012345678", "référence 0123456780", "dossier n° 0123456780", "A0123456780", "0123456780A",
        "_0123456780", "0123456780_1", "0123456780.5", "12,0123456780", "marché 0123456780",
        "49.1193, 6.1757", "+49.1193+006.1757", "+49.11931111", "C++ 2011 2014 2017 2020",
        "1+33123456789", "+331234567", "+0123456789", "+3312345678901234", "TRL 4 à 7",
        "https://example.org", "https://example.org/0123456780", "https://example.org/?id=0123456780",
        "https://www.example.org/a/dev@lists.example.org/", "www.example.org/@cea",
        "https://example.org/+33123456789", "https://example.org:8080/01-23-45-67-89",
        "http://example.org/@49.1193,6.1757,15z", "@CEA_Tech", "@user@social.example",
        "git@github.com:cea/outil.git", "R@1.5", "a@b", "a @ b.fr", "@example.org", "a@.fr",
        "Inria@SiliconValley", "paquet@1.2.3", "M@gistère", "x@y.z", "contact [at] example.org",
        "1 rue 2 bis 03 04", "06 mois, 12 mois, 34 mois", "2014 2015 2016 2017", "01/2014 à 12/2016",
    };

    check_nothing("personal-data", texts, COUNT(texts));
}
END_TEST

/* Fields of identifiers are not looked at, nor is a platform's contact; other texts of it are. */
START_TEST(fields_made_for_numbers_are_not_looked_at)
{
    static const transfer_key keys[] = {TRANSFER_PARTNER_SIREN, TRANSFER_PARTNER_SIRET,
                                        TRANSFER_PARTNER_VAT,   TRANSFER_PARTNER_RNA,
                                        TRANSFER_PARTNER_RNSR,  TRANSFER_PARTNER_ROR,
                                        TRANSFER_PARTNER_LEI,   TRANSFER_PARTNER_POSTCODE};
    transfer_record *platform;

    for (size_t i = 0; i < COUNT(keys); i++) {
        ck_assert_ptr_null(judge("personal-data", keys[i], "03 83 59 20 00"));
        ck_assert_int_eq(transfer_record_clear(partner, keys[i]), TRANSFER_OK);
    }
    ck_assert_ptr_nonnull(judge("personal-data", TRANSFER_PARTNER_ADDRESS, "03 83 59 20 00"));
    ck_assert_int_eq(transfer_portfolio_add(portfolio, TRANSFER_TYPE_PLATFORM, "p", &platform),
                     TRANSFER_OK);
    partner = platform;
    ck_assert_int_eq(transfer_record_remove(transfer_portfolio_at(portfolio, TRANSFER_TYPE_PARTNER,
                                                                  0)),
                     TRANSFER_OK);
    ck_assert_ptr_null(judge("personal-data", TRANSFER_PLATFORM_CONTACT, "a@example.org"));
    ck_assert_ptr_nonnull(judge("personal-data", TRANSFER_PLATFORM_SITE, "a@example.org"));
}
END_TEST

/* A long text of nothing but beginnings takes no longer than others of its length. */
START_TEST(long_texts_take_linear_time)
{
    static const char *const pieces[] = {"a@", "+1", "0 ", "Ã", "w", "://", "01 ", "Â\u00a0", "("};
    char *text = malloc(65536);

    ck_assert_ptr_nonnull(text);
    for (size_t i = 0; i < COUNT(pieces); i++) {
        size_t length = 0, size = strlen(pieces[i]);

        for (; length + size < 65536; length += size)
            memcpy(text + length, pieces[i], size);
        text[length] = '\0';
        for (int times = 0; times < 50; times++) {
            (void)judge("personal-data", TRANSFER_PARTNER_NOTE, text);
            (void)judge("text-mojibake", TRANSFER_PARTNER_NOTE, text);
        }
    }
    free(text);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("text-rules");
    TCase *texts = tcase_create("texts");
    SRunner *runner;
    int failed;

    tcase_add_checked_fixture(texts, set_up, tear_down);
    tcase_set_timeout(texts, 60);
    tcase_add_test(texts, wrong_encodings_are_reported);
    tcase_add_test(texts, correct_texts_are_not);
    tcase_add_test(texts, addresses_and_numbers_are_reported);
    tcase_add_test(texts, other_numbers_and_signs_are_not);
    tcase_add_test(texts, fields_made_for_numbers_are_not_looked_at);
    tcase_add_test(texts, long_texts_take_linear_time);
    suite_add_tcase(suite, texts);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
