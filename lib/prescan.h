/* What is wrong with a text before it is YAML: found in passing, in the stream to the parser.
 *
 * SPDX-License-Identifier: MIT
 *
 * Faulty characters are reported with their place and handed on as harmless ones, so that the rest
 * can be read.  What cannot be a text at all ends the stream.
 */
#ifndef PRESCAN_H
#define PRESCAN_H

#include <transfer/transfer.h>

enum prescan_fault {
    PRESCAN_NOT_UTF8,  /* `bytes` is what was found */
    PRESCAN_UTF16,     /* ends the stream */
    PRESCAN_BINARY,    /* a NUL byte; ends the stream */
    PRESCAN_CONTROL,   /* a character that YAML or people cannot see */
    PRESCAN_BIDI,      /* reorders what is shown */
    PRESCAN_DIRECTIVE, /* a line that begins with % before the document */
    PRESCAN_TOO_LARGE, /* ends the stream */
    PRESCAN_IO,        /* the reader failed; ends the stream */
    PRESCAN_NO_MEMORY  /* what was read could not be kept; ends the stream */
};

/* Told of each fault, in order; `bytes` is the character or byte. */
typedef void prescan_report(void *user, enum prescan_fault fault, uint64_t line, uint64_t column,
                            const char *bytes, size_t length);

enum { PRESCAN_BLOCK = 65536, HASHES_MAX = 1024, HASH_TEXT = 94 };

/* Where a "#" stands that may begin a comment. */
struct hash {
    uint64_t line, column;
    unsigned char length; /* of its text, so far as it was read */
    unsigned char is_cut; /* the line goes on behind the text */
    char text[HASH_TEXT]; /* from the "#" to the end of the line */
};

struct prescan {
    transfer_read_function *read;
    void *read_user;
    prescan_report *report;
    void *report_user;
    transfer_write_function *keep; /* is given all bytes as they are; NULL: nobody wants them */
    void *keep_user;
    uint64_t size_left; /* of the limit */
    uint64_t line, column;
    size_t begin, end;  /* of the scanned bytes in `block` */
    size_t carried;     /* bytes of a cut character behind them */
    unsigned char previous;
    unsigned ended : 1;
    unsigned started : 1;
    unsigned in_head : 1;       /* before the document, where directives stand */
    unsigned at_line_start : 1; /* only used in the head */
    unsigned fatal : 1;         /* ended by a fault */
    unsigned hashes_lost : 1;   /* there were too many to keep */
    size_t hash_first, hash_count;
    size_t hash_open; /* of the last ones: their line goes on in the next block */
    struct hash hashes[HASHES_MAX]; /* a ring */
    char block[PRESCAN_BLOCK + 4];
};

/* The caller sets the functions, their users and size_left; this sets the rest. */
void prescan_init(struct prescan *prescan);
/* Reads on until the whole of a line is kept; nobody takes what is read. */
void prescan_finish_line(struct prescan *prescan, uint64_t line);
/* A libyaml read handler; `data` is the prescan. */
int prescan_read(void *data, unsigned char *buffer, size_t size, size_t *length);

#endif
