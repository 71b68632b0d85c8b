/* Prints random texts as the writer writes them, each beside its bytes in hexadecimal: what
 * check-emit.py reads.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>

#include "emit-texts.h"
#include "emit.h"

enum { CASES = 12000 };

static void emit_hexadecimal(struct emitter *emitter, const char *text, size_t length)
{
    static char digits[2 * TEXT_SIZE];

    for (size_t i = 0; i < length; i++) {
        digits[2 * i] = "0123456789abcdef"[(unsigned char)text[i] >> 4];
        digits[2 * i + 1] = "0123456789abcdef"[(unsigned char)text[i] & 15];
    }
    emit_scalar(emitter, digits, 2 * length, EMIT_QUOTED);
}

int main(void)
{
    static char text[TEXT_SIZE];
    struct buffer buffer;
    struct emitter emitter;

    buffer_init(&buffer);
    emit_begin(&emitter, &buffer);
    emit_sequence_begin(&emitter);
    for (int i = 0; i < CASES; i++) {
        size_t length = random_text(text);

        /* The bytes, the text as an item, and a mapping with the text as key and as value. */
        emit_sequence_begin(&emitter);
        emit_hexadecimal(&emitter, text, length);
        emit_scalar(&emitter, text, length, EMIT_TEXT);
        emit_mapping_begin(&emitter);
        emit_scalar(&emitter, text, length, EMIT_TEXT);
        emit_scalar(&emitter, text, length, EMIT_ID);
        emit_mapping_end(&emitter);
        emit_sequence_end(&emitter);
    }
    emit_sequence_end(&emitter);
    if (buffer.failed || fwrite(buffer.data, 1, buffer.length, stdout) != buffer.length ||
        fflush(stdout) != 0)
        return EXIT_FAILURE;
    buffer_free(&buffer);
    return EXIT_SUCCESS;
}
