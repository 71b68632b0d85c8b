/* Saving: the model in its canonical form, to files, memory and callbacks.
 *
 * SPDX-License-Identifier: MIT
 *
 * Saving reads the model only, so that several threads may save at once; the one thing it notes is
 * the fingerprint of what it has put in a source's own file.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atomic-file.h"
#include "emit.h"
#include "excerpt.h"
#include "portfolio.h"
#include "scalar.h"

#define NO_SOURCE ((size_t)-1)

enum { SAVE_FLAGS = TRANSFER_SAVE_DROP_COMMENTS | TRANSFER_SAVE_OVERWRITE, FLUSH_SIZE = 64 * 1024 };

_Static_assert(SCHEMA_FORMAT_VERSION < 10, "the version is written as one digit");

struct writer {
    const transfer_portfolio *portfolio;
    struct buffer buffer;
    struct emitter emitter;
    transfer_write_function *write; /* NULL: the text stays in the buffer */
    void *user;
    transfer_status status;
    int section;      /* type number of the section that is open; 0: none */
    uint32_t written; /* bit n: there is a section of type n */
};

/* ---- writing a record ---- */

static void flush(struct writer *writer, size_t least)
{
    if (writer->buffer.failed)
        writer->status = TRANSFER_NO_MEMORY;
    if (!writer->write || writer->buffer.length < least || writer->status != TRANSFER_OK)
        return;
    if (writer->buffer.length > 0 &&
        writer->write(writer->user, writer->buffer.data, writer->buffer.length) != 0)
        writer->status = TRANSFER_IO;
    writer->buffer.length = 0;
}

static void write_name(struct writer *writer, const char *name)
{
    /* A merge key is one still, and reported again, only without quotes. */
    emit_scalar(&writer->emitter, name, strlen(name),
                strcmp(name, "<<") == 0 ? EMIT_PLAIN : EMIT_TEXT);
}

static void write_text(struct writer *writer, const struct field *field, const char *text)
{
    size_t length = strlen(text);
    struct buffer longer;

    if (field->kind != KIND_TEXT || length == 0 || text[length - 1] != '\n') {
        emit_scalar(&writer->emitter, text, length, EMIT_TEXT);
        return;
    }
    /* Reading removes one final newline. */
    buffer_init(&longer);
    buffer_add(&longer, text, length);
    buffer_add_char(&longer, '\n');
    if (longer.failed)
        writer->buffer.failed = 1;
    else
        emit_scalar(&writer->emitter, longer.data, longer.length, EMIT_TEXT);
    buffer_free(&longer);
}

/* A single value, or an item of a list. */
static void write_value(struct writer *writer, const struct field *field, const struct cell *cell)
{
    char buffer[TRANSFER_VALUE_SIZE];
    const char *text;

    if (cell->unreadable) {
        if (cell->yaml)
            emit_node(&writer->emitter, cell->value.text);
        else
            write_text(writer, field, cell->value.text);
        return;
    }
    text = cell_spelling(field, cell, buffer);
    switch (field->kind) {
    case KIND_TEXT:
        write_text(writer, field, text);
        break;
    case KIND_DATE:
    case KIND_INTEGER:
    case KIND_BOOLEAN:
        emit_scalar(&writer->emitter, text, strlen(text), EMIT_VALUE);
        break;
    case KIND_REFERENCE:
        emit_scalar(&writer->emitter, text, strlen(text), EMIT_ID);
        break;
    default:
        emit_scalar(&writer->emitter, text, strlen(text), EMIT_TEXT);
        break;
    }
}

static void write_record(struct writer *writer, const transfer_record *record);

static void write_list(struct writer *writer, const struct field *field, const struct list *list)
{
    emit_sequence_begin(&writer->emitter);
    for (uint32_t i = 0; i < list->count && writer->status == TRANSFER_OK; i++) {
        if (field->kind == KIND_RECORD)
            write_record(writer, list->items.records[i]);
        else
            write_value(writer, field, &list->items.cells[i]);
        flush(writer, FLUSH_SIZE);
    }
    emit_sequence_end(&writer->emitter);
}

/* The cell of a field that is to be written: an empty list is as good as none. */
static const struct cell *written_cell(const transfer_record *record, const struct field *field)
{
    const struct cell *cell = record_cell(record, field->number);

    if (cell && !cell->unreadable && (field->flags & FIELD_LIST) && cell->value.list->count == 0)
        return NULL;
    return cell;
}

static const struct extras *record_extras(const transfer_record *record)
{
    static const struct extras none;
    const struct cell *cell = record_cell(record, EXTRAS_NUMBER);

    return cell ? cell->value.extras : &none;
}

/* Whether there is anything to write. */
static int says_something(const transfer_record *record)
{
    const struct type *type = type_numbered(record->type);

    if (record_extras(record)->count > 0)
        return 1;
    for (size_t i = 0; i < type->count; i++)
        if (written_cell(record, &type->fields[i]))
            return 1;
    return 0;
}

static void write_extra(struct writer *writer, const struct extra *extra)
{
    write_name(writer, extra->name);
    emit_node(&writer->emitter, extra->yaml);
    flush(writer, FLUSH_SIZE);
}

static void write_record(struct writer *writer, const transfer_record *record)
{
    const struct type *type = type_numbered(record->type);
    const struct extras *extras = record_extras(record);
    /* Of a record that was not a mapping, until it became one. */
    uint32_t odd = record->yaml && extras->count > 0;

    if (odd && extras->count == 1 && record->present == (uint64_t)1 << EXTRAS_NUMBER) {
        emit_node(&writer->emitter, extras->items[0].yaml);
        return;
    }
    emit_mapping_begin(&writer->emitter);
    for (size_t i = 0; i < type->count; i++) {
        const struct field *field = &type->fields[i];
        const struct cell *cell = written_cell(record, field);

        if (!cell)
            continue;
        write_name(writer, field->name);
        if ((field->flags & FIELD_LIST) && !cell->unreadable)
            write_list(writer, field, cell->value.list);
        else
            write_value(writer, field, cell);
    }
    for (uint32_t i = odd; i < extras->count; i++)
        write_extra(writer, &extras->items[i]);
    emit_mapping_end(&writer->emitter);
}

/* ---- writing a file ---- */

static void end_section(struct writer *writer)
{
    if (writer->section)
        emit_mapping_end(&writer->emitter);
    writer->section = 0;
}

/* Records come by section, in the order of the sections. */
static void write_top_record(struct writer *writer, const transfer_record *record)
{
    if (record->type != writer->section) {
        end_section(writer);
        write_name(writer, type_numbered(record->type)->section);
        emit_mapping_begin(&writer->emitter);
        writer->section = record->type;
        writer->written |= (uint32_t)1 << record->type;
    }
    write_name(writer, record_top(record)->entry->id);
    write_record(writer, record);
    flush(writer, FLUSH_SIZE);
}

static void write_begin(struct writer *writer, const transfer_record *self)
{
    static const char version = '0' + SCHEMA_FORMAT_VERSION;

    emit_begin(&writer->emitter, &writer->buffer);
    emit_mapping_begin(&writer->emitter);
    write_name(writer, "transfer");
    emit_scalar(&writer->emitter, &version, 1, EMIT_VALUE);
    if (says_something(self)) {
        write_name(writer, type_numbered(self->type)->section);
        write_record(writer, self);
        writer->written |= (uint32_t)1 << self->type;
    }
}

/* A key of the root.  One that stands for a section, but was none, gives way to the section. */
static void write_root_extra(struct writer *writer, const struct extra *extra)
{
    for (size_t i = 0; i < schema_type_count; i++)
        if ((writer->written >> schema_types[i].number & 1) &&
            strcmp(extra->name, schema_types[i].section) == 0)
            return;
    write_extra(writer, extra);
}

static void write_end(struct writer *writer)
{
    emit_mapping_end(&writer->emitter);
    flush(writer, 0);
}

/* ---- one source, or all as one ---- */

struct root_extra {
    const struct extra *extra;
    size_t order;
};

static int by_name(const void *a, const void *b)
{
    const struct root_extra *first = a, *second = b;
    int order = strcmp(first->extra->name, second->extra->name);

    return order ? order : first->order < second->order ? -1 : first->order > second->order;
}

static int by_order(const void *a, const void *b)
{
    const struct root_extra *first = a, *second = b;

    return first->order < second->order ? -1 : first->order > second->order;
}

/* The root's other keys of all sources; of equal ones the first. */
static void write_all_root_extras(struct writer *writer)
{
    const transfer_portfolio *portfolio = writer->portfolio;
    struct root_extra *all;
    size_t count = 0, kept = 0;

    for (size_t i = 0; i < portfolio->source_count; i++)
        count += portfolio->sources[i]->extras.count;
    if (count == 0)
        return;
    all = calloc(count, sizeof *all);
    if (!all) {
        writer->status = TRANSFER_NO_MEMORY;
        return;
    }
    count = 0;
    for (size_t i = 0; i < portfolio->source_count; i++) {
        const struct extras *extras = &portfolio->sources[i]->extras;
        for (uint32_t j = 0; j < extras->count; j++, count++)
            all[count] = (struct root_extra){&extras->items[j], count};
    }
    qsort(all, count, sizeof *all, by_name);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || strcmp(all[i].extra->name, all[kept - 1].extra->name) != 0)
            all[kept++] = all[i];
    qsort(all, kept, sizeof *all, by_order);
    for (size_t i = 0; i < kept; i++)
        write_root_extra(writer, all[i].extra);
    free(all);
}

static void write_root_extras(struct writer *writer, const struct extras *extras)
{
    for (uint32_t i = 0; i < extras->count; i++)
        write_root_extra(writer, &extras->items[i]);
}

/* The records of a source: given, or found by walking the sections. */
struct records {
    transfer_record *const *items; /* NULL: to be found */
    size_t count;
};

static void write_found_records(struct writer *writer, size_t source)
{
    for (size_t i = 0; i < schema_type_count; i++) {
        const struct section *section = &writer->portfolio->sections[schema_types[i].number];

        for (size_t j = 0; j < section->count && writer->status == TRANSFER_OK; j++)
            if (source == TRANSFER_ALL_FILES || section->items[j]->source == source)
                write_top_record(writer, section->items[j]);
    }
}

/* Writes a source, or all.  What stays in the buffer is for the caller to free. */
static transfer_status write_source(struct writer *writer, const transfer_portfolio *portfolio,
                                    size_t source, const struct records *records,
                                    transfer_write_function *write, void *user)
{
    memset(writer, 0, sizeof *writer);
    buffer_init(&writer->buffer);
    writer->portfolio = portfolio;
    writer->write = write;
    writer->user = user;
    writer->status = TRANSFER_OK;
    write_begin(writer, source == TRANSFER_ALL_FILES ? transfer_portfolio_record(portfolio)
                                                     : &portfolio->sources[source]->self.record);
    if (!records->items)
        write_found_records(writer, source);
    else
        for (size_t i = 0; i < records->count && writer->status == TRANSFER_OK; i++)
            write_top_record(writer, records->items[i]);
    end_section(writer);
    if (source == TRANSFER_ALL_FILES)
        write_all_root_extras(writer);
    else
        write_root_extras(writer, &portfolio->sources[source]->extras);
    write_end(writer);
    return writer->status;
}

/* ---- what may be saved ---- */

/* The sources that are saved: [*first, *end). */
static void saved_sources(const transfer_portfolio *portfolio, size_t source, size_t *first,
                          size_t *end)
{
    *first = source == TRANSFER_ALL_FILES ? 0 : source;
    *end = source == TRANSFER_ALL_FILES ? portfolio->source_count : source + 1;
}

static transfer_status check_call(const transfer_portfolio *portfolio, size_t source,
                                  unsigned flags)
{
    size_t first, end;

    if (!portfolio || (flags & ~(unsigned)SAVE_FLAGS))
        return TRANSFER_MISUSE;
    if (source != TRANSFER_ALL_FILES && source >= portfolio->source_count)
        return TRANSFER_NOT_FOUND;
    saved_sources(portfolio, source, &first, &end);
    for (size_t i = first; i < end; i++)
        if (portfolio->sources[i]->not_whole || portfolio->sources[i]->unfinished)
            return TRANSFER_SYNTAX;
    return TRANSFER_OK;
}

/* Whether two paths lead to the same file. */
static int is_same_file(const char *path, const struct stat *state, const char *other)
{
    struct stat other_state;

    if (strcmp(path, other) == 0)
        return 1;
    return state && stat(other, &other_state) == 0 && state->st_dev == other_state.st_dev &&
           state->st_ino == other_state.st_ino;
}

/* The source, among those that are saved, whose own file a path leads to; NO_SOURCE: none. */
static size_t own_source(const transfer_portfolio *portfolio, size_t source, const char *path)
{
    struct stat state;
    int exists = stat(path, &state) == 0;
    size_t first, end;

    saved_sources(portfolio, source, &first, &end);
    for (size_t i = first; i < end; i++)
        if (portfolio->sources[i]->path &&
            is_same_file(path, exists ? &state : NULL, portfolio->sources[i]->path))
            return i;
    return NO_SOURCE;
}

/* Whether a source's file is another than the one that was read, or saved. */
static transfer_status check_unchanged(const struct source *source, const char *path)
{
    uint64_t expected = __atomic_load_n(&source->saved, __ATOMIC_ACQUIRE), found;
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

    if (descriptor < 0)
        return errno == ENOENT ? TRANSFER_CHANGED : TRANSFER_IO;
    found = file_fingerprint(descriptor);
    close(descriptor);
    return found == (expected ? expected : source->fingerprint) ? TRANSFER_OK : TRANSFER_CHANGED;
}

/* ---- the calls ---- */

static int write_to_file(void *user, const char *data, size_t size)
{
    return atomic_file_write(user, data, size) != TRANSFER_OK;
}

static transfer_status save_file(const transfer_portfolio *portfolio, size_t source,
                                 const struct records *records, const char *path, unsigned flags)
{
    size_t index = own_source(portfolio, source, path);
    struct source *own = index == NO_SOURCE ? NULL : portfolio->sources[index];
    struct atomic_file file;
    struct writer writer;
    transfer_status status;
    uint64_t fingerprint;

    if (transfer_portfolio_file_has_comments(portfolio, index) &&
        !(flags & TRANSFER_SAVE_DROP_COMMENTS))
        return TRANSFER_COMMENTS;
    status = atomic_file_open(&file, path);
    if (status != TRANSFER_OK)
        return status;
    status = write_source(&writer, portfolio, source, records, write_to_file, &file);
    buffer_free(&writer.buffer);
    /* As late as can be. */
    if (status == TRANSFER_OK && own && !(flags & TRANSFER_SAVE_OVERWRITE))
        status = check_unchanged(own, path);
    if (status != TRANSFER_OK) {
        atomic_file_abort(&file);
        return status;
    }
    status = atomic_file_commit(&file, &fingerprint);
    if (own && (status == TRANSFER_OK || status == TRANSFER_NOT_DURABLE))
        __atomic_store_n(&own->saved, fingerprint, __ATOMIC_RELEASE);
    return status;
}

transfer_status transfer_portfolio_save_file(const transfer_portfolio *portfolio, size_t source,
                                             const char *path, unsigned flags)
{
    static const struct records found;
    transfer_status status = path ? check_call(portfolio, source, flags) : TRANSFER_MISUSE;

    return status == TRANSFER_OK ? save_file(portfolio, source, &found, path, flags) : status;
}

transfer_status transfer_portfolio_save_memory(const transfer_portfolio *portfolio, size_t source,
                                               unsigned flags, char **text, size_t *size)
{
    static const struct records found;
    struct writer writer;
    transfer_status status = text ? check_call(portfolio, source, flags) : TRANSFER_MISUSE;
    size_t length;
    char *taken;

    if (status != TRANSFER_OK)
        return status;
    status = write_source(&writer, portfolio, source, &found, NULL, NULL);
    if (status != TRANSFER_OK) {
        buffer_free(&writer.buffer);
        return status;
    }
    length = writer.buffer.length;
    taken = buffer_take(&writer.buffer);
    if (!taken)
        return TRANSFER_NO_MEMORY;
    *text = taken;
    if (size)
        *size = length;
    return TRANSFER_OK;
}

transfer_status transfer_portfolio_save_callback(const transfer_portfolio *portfolio, size_t source,
                                                 unsigned flags, transfer_write_function *write,
                                                 void *user)
{
    static const struct records found;
    struct writer writer;
    transfer_status status = write ? check_call(portfolio, source, flags) : TRANSFER_MISUSE;

    if (status != TRANSFER_OK)
        return status;
    status = write_source(&writer, portfolio, source, &found, write, user);
    buffer_free(&writer.buffer);
    return status;
}

/* The records by source, and within a source by section: starts[n] is where source n begins. */
struct order {
    transfer_record **records;
    size_t *starts;
};

static int order_records(const transfer_portfolio *portfolio, struct order *order)
{
    size_t count = 0, *next = calloc(portfolio->source_count, sizeof *next);

    for (int i = 0; i <= TYPE_NUMBER_MAX; i++)
        count += portfolio->sections[i].count;
    order->records = calloc(count ? count : 1, sizeof(transfer_record *));
    order->starts = calloc(portfolio->source_count + 1, sizeof(size_t));
    if (!next || !order->records || !order->starts) {
        free(next);
        return 0;
    }
    for (int i = 0; i <= TYPE_NUMBER_MAX; i++)
        for (size_t j = 0; j < portfolio->sections[i].count; j++)
            order->starts[portfolio->sections[i].items[j]->source + 1]++;
    for (size_t i = 0; i < portfolio->source_count; i++) {
        order->starts[i + 1] += order->starts[i];
        next[i] = order->starts[i];
    }
    for (size_t i = 0; i < schema_type_count; i++) {
        const struct section *section = &portfolio->sections[schema_types[i].number];
        for (size_t j = 0; j < section->count; j++)
            order->records[next[section->items[j]->source]++] = section->items[j];
    }
    free(next);
    return 1;
}

static transfer_status save_each(const transfer_portfolio *portfolio, const struct order *order,
                                 unsigned flags)
{
    transfer_status result = TRANSFER_OK;
    int is_any = 0;

    for (size_t i = 0; i < portfolio->source_count; i++) {
        const struct source *source = portfolio->sources[i];
        struct records records = {order->records + order->starts[i],
                                  order->starts[i + 1] - order->starts[i]};
        transfer_status status;

        if (!source->path) {
            /* Only what was added without a file can be without a name and say nothing. */
            if (source->name[0] || records.count > 0 || says_something(&source->self.record))
                return TRANSFER_MISUSE;
            continue;
        }
        is_any = 1;
        status = check_call(portfolio, i, flags);
        if (status == TRANSFER_OK)
            status = save_file(portfolio, i, &records, source->path, flags);
        if (status == TRANSFER_NOT_DURABLE)
            result = status;
        else if (status != TRANSFER_OK)
            return status;
    }
    return is_any ? result : TRANSFER_MISUSE;
}

transfer_status transfer_portfolio_save(const transfer_portfolio *portfolio, unsigned flags)
{
    struct order order;
    transfer_status status;

    if (!portfolio || (flags & ~(unsigned)SAVE_FLAGS))
        return TRANSFER_MISUSE;
    if (order_records(portfolio, &order))
        status = save_each(portfolio, &order, flags);
    else
        status = TRANSFER_NO_MEMORY;
    free(order.records);
    free(order.starts);
    return status;
}
