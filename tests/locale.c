/* Puts every test program into the locale of its environment, as a program that calls setlocale()
 * would: nothing the library does may depend on it.
 *
 * SPDX-License-Identifier: MIT
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

__attribute__((constructor)) static void enter_locale(void)
{
    if (!setlocale(LC_ALL, "")) {
        /* A locale that is not there would be the C locale again, and the test would say nothing. */
        fprintf(stderr, "the locale of the environment is not installed\n");
        _Exit(99);
    }
}
