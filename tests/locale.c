/* Puts every test program into the locale that TRANSFER_TEST_LOCALE names: nothing that the library
 * does may depend on it.
 *
 * SPDX-License-Identifier: MIT
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

__attribute__((constructor)) static void enter_locale(void)
{
    const char *name = getenv("TRANSFER_TEST_LOCALE");

    if (name && !setlocale(LC_ALL, name)) {
        fprintf(stderr, "the locale %s is not installed\n", name);
        _Exit(99);
    }
}
