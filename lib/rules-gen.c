/* Prints transfer-rules(7) from the table of rules.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include <transfer/transfer.h>

#include "rule.h"

enum { WIDTH = 78 };

/* A character as mdoc has it, wherever the page is read. */
static const char *escape(char c, char buffer[2])
{
    switch (c) {
    case '\\':
        return "\\e";
    case '-':
        return "\\-";
    case '\'':
        return "\\(aq";
    case '`':
        return "\\(ga";
    case '^':
        return "\\(ha";
    case '~':
        return "\\(ti";
    case '"':
        return "\\(dq";
    default:
        buffer[0] = c;
        buffer[1] = '\0';
        return buffer;
    }
}

static void put_word(const char *word, size_t length)
{
    char buffer[2];

    /* A point or an apostrophe in front would begin a request. */
    if (*word == '.' || *word == '\'')
        fputs("\\&", stdout);
    for (size_t i = 0; i < length; i++)
        fputs(escape(word[i], buffer), stdout);
}

/* Whether a sentence ends with the word: mdoc wants the next on a line of its own. */
static int ends_sentence(const char *word, size_t length)
{
    return length > 1 && strchr(".?!", word[length - 1]) && word[length] == ' ' &&
           word[length + 1] >= 'A' && word[length + 1] <= 'Z';
}

/* A text in lines. */
static void put_text(const char *text)
{
    size_t column = 0;

    while (*text) {
        size_t length = strcspn(text, " ");

        if (column > 0 && column + 1 + length > WIDTH) {
            putchar('\n');
            column = 0;
        } else if (column > 0) {
            putchar(' ');
            column++;
        }
        put_word(text, length);
        column += length;
        if (ends_sentence(text, length)) {
            putchar('\n');
            column = 0;
        }
        text += length + (text[length] == ' ');
    }
    putchar('\n');
}

static const char *severity_text(transfer_severity severity)
{
    static const char *const texts[] = {"off", "note", "warning", "error"};

    return texts[severity];
}

/* The dated rows of law that it applies. */
static void put_provisions(const transfer_rule *rule)
{
    if (!rule->provisions)
        return;
    puts(".Bl -bullet -compact");
    for (size_t i = 0; i < rule->provisions->count; i++) {
        const struct provision *provision = &rule->provisions->rows[i];
        char in_force[TRANSFER_VALUE_SIZE], line[1024];

        (void)transfer_period_format(&provision->in_force, in_force, sizeof in_force);
        (void)snprintf(line, sizeof line, "%s: %s (%s)%s", in_force,
                       provision->text.text[TRANSFER_ENGLISH],
                       provision->law.text[TRANSFER_ENGLISH],
                       provision->checked ? "" : " [not checked]");
        puts(".It");
        put_text(line);
    }
    puts(".El");
}

static void put_rule(const transfer_rule *rule)
{
    char in_force[TRANSFER_VALUE_SIZE];
    transfer_period period;

    printf(".It Cm ");
    put_word(transfer_rule_name(rule), strlen(transfer_rule_name(rule)));
    printf(" Pq %s\n", severity_text(transfer_rule_severity(rule)));
    put_text(transfer_rule_title(rule, TRANSFER_ENGLISH));
    puts(".Pp");
    put_text(transfer_rule_explanation(rule, TRANSFER_ENGLISH));
    puts(".Pp");
    if (rule->needs_day)
        puts("Needs a day to check for.");
    transfer_rule_in_force(rule, &period);
    if (transfer_period_format(&period, in_force, sizeof in_force) == TRANSFER_OK)
        printf("In force: %s.\n", in_force);
    printf("Since %s.\n", transfer_rule_since(rule));
    printf("Source: ");
    put_text(transfer_rule_source(rule));
    put_provisions(rule);
}

/* The name of a family of rules, before its first. */
static void put_family(const char *title, int *is_open)
{
    if (*is_open)
        puts(".El");
    *is_open = 1;
    printf(".Ss %s\n.Bl -tag -width Ds\n", title);
}

static const char head[] =
    ".\\\" SPDX-License-Identifier: MIT\n"
    ".\\\" Derived from the rules in lib/rules by \"make update\"; do not edit.\n"
    ".Dd November 25, 2026\n"
    ".Dt TRANSFER-RULES 7\n"
    ".Os\n"
    ".Sh NAME\n"
    ".Nm transfer-rules\n"
    ".Nd what libtransfer checks in portfolios of technology transfer\n"
    ".Sh DESCRIPTION\n"
    "Each diagnostic of\n"
    ".Xr transfer-validate 1\n"
    "names in brackets the rule that it comes from.\n"
    "This page lists all rules, with the severity that each has where no rule set says\n"
    "otherwise, what it asks for, why, and on what ground.\n"
    ".Xr transfer-explain 1\n"
    "prints the same of single rules, in English and in French.\n"
    "The names of rules are permanent.\n"
    ".Ss Severities\n"
    "Correct data never give an\n"
    ".Cm error .\n"
    "What is merely unusual gives a\n"
    ".Cm warning\n"
    "or a\n"
    ".Cm note .\n"
    "A rule that is\n"
    ".Cm off\n"
    "is checked only where it is asked for.\n"
    "A rule set changes the severities; see\n"
    ".Xr transfer 5 .\n"
    ".Ss Outcomes\n"
    "Of each record a rule says that it passes, that it fails, or that the rule does not apply,\n"
    "and then why: what it looks at is not given, is wrong in itself and reported by another\n"
    "rule, or is too vague to tell; the record is of another sort, undated, or replaced by an\n"
    "amendment; no law of the rule's was in force at the record's date; no day to check for was\n"
    "given; or the rest of the portfolio is elsewhere.\n"
    "Values such as\n"
    ".Ql \"more than 20000000 EUR\"\n"
    "or\n"
    ".Ql 2013\n"
    "are taken as all that they may be: a rule fails only where it certainly fails.\n"
    "One defect gives one diagnostic.\n"
    ".Ss Law\n"
    "A rule applies the law that was in force at the record's own date: for an agreement the day\n"
    "it was awarded, else signed, else the start of its period.\n"
    "A date that spans two laws fails only if it fails under both.\n"
    ".Ss Exceptions\n"
    "A record may say why what a rule finds in it, or in the records that lie in it, is right all\n"
    "the same:\n"
    ".Ql \"exceptions: [{rule: signed\\-after\\-start, reason: agreed on 3 March}]\" .\n"
    "What the rule finds is then a note that quotes the reason.\n"
    ".Sh RULES\n";

static const char tail[] = ".El\n"
                           ".Sh SEE ALSO\n"
                           ".Xr transfer-explain 1 ,\n"
                           ".Xr transfer-validate 1 ,\n"
                           ".Xr libtransfer 3 ,\n"
                           ".Xr transfer 5\n";

int main(void)
{
    int is_open = 0;

    fputs(head, stdout);
#define FAMILY(title) put_family(title, &is_open);
#define RULE(identifier) put_rule(&rule_##identifier);
#include "rules/list.h"
#undef RULE
    fputs(tail, stdout);
    return ferror(stdout) != 0;
}
