/* Does one thing with a portfolio's file, so that it can be measured from outside:
 *
 *     measure bare FILE        libyaml's event loop alone, the measure of the others
 *     measure load FILE        load, with index and references
 *     measure keep FILE        load, with the source kept
 *     measure validate FILE    load and validate
 *     measure find FILE        load, then a million each of find, get and set
 *
 * SPDX-License-Identifier: MIT
 *
 * Prints the seconds of each step and the peak of memory in bytes.  These are not tests.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include <transfer/transfer.h>
#include <yaml.h>

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void step(const char *name, double since)
{
    printf("%-10s %8.3f s\n", name, now() - since);
}

static int bare(const char *path)
{
    yaml_parser_t parser;
    yaml_event_t event;
    FILE *file = fopen(path, "rb");
    int ended = 0;

    if (!file || !yaml_parser_initialize(&parser))
        return 1;
    yaml_parser_set_input_file(&parser, file);
    while (!ended) {
        if (!yaml_parser_parse(&parser, &event))
            return 1;
        ended = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return fclose(file) != 0;
}

static int look(transfer_portfolio *portfolio)
{
    size_t count = transfer_portfolio_partner_count(portfolio), found = 0;
    double since = now();
    char id[32];

    for (size_t i = 0; i < 1000000; i++) {
        snprintf(id, sizeof id, "partner-%06zu", i * 7919 % count);
        found += transfer_portfolio_find_partner(portfolio, id) != NULL;
    }
    step("find", since);
    since = now();
    for (size_t i = 0; i < 1000000; i++)
        found += transfer_partner_name(transfer_portfolio_partner_at(portfolio, i * 7919 % count)) !=
                 NULL;
    step("get", since);
    since = now();
    for (size_t i = 0; i < 1000000; i++)
        found += transfer_partner_set_city(transfer_portfolio_partner_at(portfolio, i * 7919 % count),
                                           "Metz") == TRANSFER_OK;
    step("set", since);
    return found != 3000000;
}

int main(int argc, char **argv)
{
    transfer_portfolio *portfolio;
    transfer_report *report;
    struct rusage usage;
    double since = now();
    int failed = 0;

    if (argc != 3)
        return 2;
    if (strcmp(argv[1], "bare") == 0) {
        failed = bare(argv[2]);
        step("bare", since);
    } else {
        portfolio = transfer_portfolio_new();
        report = transfer_report_new();
        failed = transfer_portfolio_load_file(
                     portfolio, argv[2], NULL,
                     strcmp(argv[1], "keep") == 0 ? TRANSFER_LOAD_KEEP_TEXT : 0,
                     report) != TRANSFER_OK;
        step("load", since);
        since = now();
        if (strcmp(argv[1], "validate") == 0) {
            failed |= transfer_portfolio_validate(portfolio, NULL, NULL, report) != TRANSFER_OK;
            step("validate", since);
        } else if (strcmp(argv[1], "find") == 0) {
            failed |= look(portfolio);
        }
        failed |= transfer_report_severity_count(report, TRANSFER_ERROR) > 0;
        transfer_report_free(report);
        since = now();
        transfer_portfolio_free(portfolio);
        step("free", since);
    }
    getrusage(RUSAGE_SELF, &usage);
    printf("peak       %" PRIu64 " bytes\n", (uint64_t)usage.ru_maxrss * 1024);
    return failed;
}
