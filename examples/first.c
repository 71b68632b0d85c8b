/* Loads a portfolio, says what is wrong with it, and what each funder commits. */
#include <stdio.h>

#include <transfer/transfer.h>

static int print(void *stream, const char *text, size_t size)
{
    return fwrite(text, 1, size, stream) != size;
}

int main(int argc, char **argv)
{
    const char *path = argc > 1 ? argv[1] : "first.yaml";
    transfer_portfolio *portfolio = transfer_portfolio_new();
    transfer_report *report = transfer_report_new();
    transfer_answer *answer = NULL;
    transfer_record *funder;
    transfer_amount amount;
    char text[TRANSFER_VALUE_SIZE];
    transfer_status status;
    int valid;

    status = transfer_portfolio_load_file(portfolio, path, NULL, 0, report);
    if (status == TRANSFER_OK)
        status = transfer_portfolio_validate(portfolio, NULL, NULL, report);
    (void)transfer_report_render(report, TRANSFER_FORMAT_TEXT, TRANSFER_ENGLISH, 0, print, stdout);
    if (status == TRANSFER_OK)
        status = transfer_portfolio_sum(portfolio, TRANSFER_BY_FUNDER, NULL, &answer);
    if (status != TRANSFER_OK)
        fprintf(stderr, "%s: %s\n", path, transfer_status_text(status, TRANSFER_ENGLISH));
    valid = status == TRANSFER_OK && transfer_report_severity_count(report, TRANSFER_ERROR) == 0;
    for (size_t i = 0; valid && i < transfer_answer_count(answer); i++)
        if (transfer_answer_record(answer, i, TRANSFER_ROLE_FUNDER, &funder) == TRANSFER_OK &&
            transfer_answer_committed(answer, i, &amount) == TRANSFER_OK &&
            transfer_amount_format(&amount, text, sizeof text) == TRANSFER_OK)
            printf("%s: %s\n", transfer_partner_name(transfer_record_as_partner(funder)), text);
    transfer_answer_free(answer);
    transfer_report_free(report);
    transfer_portfolio_free(portfolio);
    return valid ? 0 : 1;
}
