/* The problems that libyaml 0.2.5 can report while it reads.
 *
 * SPDX-License-Identifier: MIT
 */
#include "syntax-problem.h"

#include <string.h>

struct problem {
    const char *libyaml;
    struct phrase phrase;
};

#define BYTES                                                                                      \
    {{"the bytes here are not UTF-8", "les octets à cet endroit ne sont pas en UTF-8"}}
#define UTF16                                                                                      \
    {{"the text is UTF-16, and damaged; portfolios are written in UTF-8",                          \
      "le texte est en UTF-16, et endommagé\u00a0; un portefeuille s'écrit en UTF-8"}}
#define DIRECTIVE                                                                                  \
    {{"a line that begins with % is not understood; a portfolio needs no such line",               \
      "une ligne qui commence par % n'est pas comprise\u00a0; un portefeuille n'en a pas besoin"}}
#define TAG                                                                                        \
    {{"a value that begins with ! is taken for a tag and cannot be read; a text that begins with " \
      "! has to be quoted",                                                                        \
      "une valeur qui commence par ! est prise pour une étiquette et ne peut être lue\u00a0; un "  \
      "texte qui commence par ! doit être entre guillemets"}}
#define ESCAPE                                                                                     \
    {{"what follows the backslash is not a character that can be written this way",                \
      "ce qui suit la barre oblique inverse n'est pas un caractère qui puisse s'écrire ainsi"}}
#define BLOCK_HEADER                                                                               \
    {{"behind | or > only + or -, a digit from 1 to 9 and a comment may stand; a text that begins "  \
      "with | or > has to be quoted",                                                              \
      "derrière | ou > ne peuvent figurer que + ou -, un chiffre de 1 à 9 et un "                  \
      "commentaire\u00a0; un texte qui commence par | ou > doit être entre guillemets"}}
#define TAB                                                                                        \
    {{"a tab is used as indentation; YAML indents with spaces only",                               \
      "une tabulation sert de retrait\u00a0; en YAML le retrait se fait avec des espaces "         \
      "seulement"}}
#define START                                                                                      \
    {{"the text does not go on where the document should: something stands behind its end, or "    \
      "is indented less than its first line",                                                      \
      "quelque chose se trouve après la fin du document, ou en retrait moindre que sa première "   \
      "ligne"}}

static const struct problem problems[] = {
    /* Bytes and characters. */
    {"input error", {{"the text could not be read", "le texte n'a pas pu être lu"}}},
    {"input is too long", {{"the text is too long", "le texte est trop long"}}},
    {"invalid leading UTF-8 octet", BYTES},
    {"invalid trailing UTF-8 octet", BYTES},
    {"incomplete UTF-8 octet sequence", BYTES},
    {"invalid length of a UTF-8 sequence", BYTES},
    {"invalid Unicode character", BYTES},
    {"incomplete UTF-16 character", UTF16},
    {"incomplete UTF-16 surrogate pair", UTF16},
    {"unexpected low surrogate area", UTF16},
    {"expected low surrogate area", UTF16},
    {"control characters are not allowed",
     {{"a control character stands here", "un caractère de contrôle se trouve ici"}}},

    /* Mappings and lists in block style. */
    {"mapping values are not allowed in this context",
     {{"a colon and a space stand where no key can be: a value that contains them has to be "
       "quoted, or the line is not indented like its neighbours",
       "un deux-points suivi d'une espace se trouve là où il ne peut y avoir de clé\u00a0: une "
       "valeur qui en contient doit être entre guillemets, ou bien le retrait de la ligne n'est "
       "pas celui de ses voisines"}}},
    {"mapping keys are not allowed in this context",
     {{"a ? followed by a space stands where no key can be: a text that begins with it has to be "
       "quoted",
       "un ? suivi d'une espace se trouve là où il ne peut y avoir de clé\u00a0: un texte qui "
       "commence ainsi doit être entre guillemets"}}},
    {"block sequence entries are not allowed in this context",
     {{"a hyphen and a space begin an item where no list can be: the list has to begin on a line "
       "of its own, and a text that begins with them has to be quoted",
       "un tiret suivi d'une espace commence un élément là où il ne peut y avoir de liste\u00a0: "
       "la liste doit commencer sur une nouvelle ligne, et un texte qui commence ainsi doit être "
       "entre guillemets"}}},
    {"did not find expected key",
     {{"a key is expected here: the line is not indented like its neighbours, or there is text "
       "behind a closing quote or bracket",
       "une clé est attendue ici\u00a0: le retrait de la ligne n'est pas celui de ses voisines, ou "
       "du texte suit un guillemet ou un crochet fermant"}}},
    {"could not find expected ':'",
     {{"a line without colon stands where a key with a colon and a space is expected",
       "une ligne sans deux-points se trouve là où est attendue une clé suivie d'un deux-points et "
       "d'une espace"}}},
    {"did not find expected '-' indicator",
     {{"an item of the list, with a hyphen and a space, is expected here: the line is not "
       "indented like its neighbours, or there is text behind a closing quote or bracket",
       "un élément de la liste, avec un tiret et une espace, est attendu ici\u00a0: le retrait de "
       "la ligne n'est pas celui de ses voisines, ou du texte suit un guillemet ou un crochet "
       "fermant"}}},
    {"did not find expected node content",
     {{"a value is expected here", "une valeur est attendue ici"}}},
    {"found a tab character that violates indentation", TAB},
    {"found a tab character where an indentation space is expected", TAB},
    {"found an indentation indicator equal to 0", BLOCK_HEADER},
    {"did not find expected comment or line break", BLOCK_HEADER},

    /* Braces, brackets and quotes. */
    {"did not find expected ',' or ']'",
     {{"a comma or ] is expected here: the list in brackets is not closed, or a value in it has to "
       "be quoted",
       "une virgule ou ] est attendu ici\u00a0: la liste entre crochets n'est pas fermée, ou une "
       "de ses valeurs doit être entre guillemets"}}},
    {"did not find expected ',' or '}'",
     {{"a comma or } is expected here: the mapping in braces is not closed, or a value in it has "
       "to be quoted",
       "une virgule ou } est attendu ici\u00a0: la table entre accolades n'est pas fermée, ou une "
       "de ses valeurs doit être entre guillemets"}}},
    {"found unexpected ':'",
     {{"a colon stands in a value in braces or brackets: the value has to be quoted",
       "un deux-points se trouve dans une valeur entre accolades ou crochets\u00a0: la valeur doit "
       "être entre guillemets"}}},
    {"found unexpected end of stream",
     {{"the text ends inside a quoted value: its closing quote is missing",
       "le texte finit à l'intérieur d'une valeur entre guillemets\u00a0: le guillemet fermant "
       "manque"}}},
    {"found unexpected document indicator",
     {{"a line of three hyphens or points stands inside a quoted value: its closing quote is "
       "missing",
       "une ligne de trois tirets ou points se trouve à l'intérieur d'une valeur entre "
       "guillemets\u00a0: le guillemet fermant manque"}}},
    {"found unknown escape character", ESCAPE},
    {"did not find expected hexdecimal number", ESCAPE},
    {"found invalid Unicode character escape code",
     {{"the escape \\u stands for half a character (a surrogate, as JSON writes characters above "
       "U+FFFF): the character itself has to be written",
       "l'échappement \\u représente la moitié d'un caractère (un «\u00a0surrogate\u00a0», comme "
       "JSON écrit les caractères au-delà de U+FFFF)\u00a0: il faut écrire le caractère "
       "lui-même"}}},
    {"found character that cannot start any token",
     {{"a value cannot begin with this character unless it is quoted: @, `, % and tabs are "
       "reserved",
       "une valeur ne peut commencer par ce caractère sans guillemets\u00a0: @, `, % et la "
       "tabulation sont réservés"}}},

    /* Anchors, aliases and tags. */
    {"did not find expected alphabetic or numeric character",
     {{"a value that begins with & or * is taken for an anchor or alias; a text that begins with "
       "it has to be quoted",
       "une valeur qui commence par & ou * est prise pour une ancre ou un alias\u00a0; un texte "
       "qui commence ainsi doit être entre guillemets"}}},
    {"did not find expected '!'", TAG},
    {"did not find expected tag URI", TAG},
    {"did not find the expected '>'", TAG},
    {"did not find URI escaped octet", TAG},
    {"found an incorrect leading UTF-8 octet", TAG},
    {"found an incorrect trailing UTF-8 octet", TAG},
    {"did not find expected whitespace or line break", TAG},
    {"found undefined tag handle", TAG},

    /* Directives and documents. */
    {"found unknown directive name", DIRECTIVE},
    {"could not find expected directive name", DIRECTIVE},
    {"found unexpected non-alphabetical character", DIRECTIVE},
    {"found extremely long version number", DIRECTIVE},
    {"did not find expected version number", DIRECTIVE},
    {"did not find expected digit or '.' character", DIRECTIVE},
    {"did not find expected whitespace", DIRECTIVE},
    {"found duplicate %YAML directive", DIRECTIVE},
    {"found duplicate %TAG directive", DIRECTIVE},
    {"found incompatible YAML document",
     {{"the %YAML line names a version of YAML that is not read; a portfolio needs no such line",
       "la ligne %YAML nomme une version de YAML qui n'est pas lue\u00a0; un portefeuille n'en a "
       "pas besoin"}}},
    {"did not find expected <document start>", START},
    {"did not find expected <stream-start>", START},
};

const struct phrase *syntax_problem(const char *libyaml_problem)
{
    static const struct phrase general = {
        {"the text is not well-formed YAML here", "le texte n'est pas du YAML bien formé ici"}};

    for (size_t i = 0; libyaml_problem && i < sizeof(problems) / sizeof(problems[0]); i++) {
        if (strcmp(problems[i].libyaml, libyaml_problem) == 0)
            return &problems[i].phrase;
    }
    return &general;
}
