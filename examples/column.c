/* Prints who funds which agreement with what share, as text with tabs between the columns. */
#include <stdio.h>

#include <transfer/transfer.h>

int main(int argc, char **argv)
{
    static const transfer_key path[] = {TRANSFER_AGREEMENT_FUNDERS};
    const char *file = argc > 1 ? argv[1] : "first.yaml";
    transfer_portfolio *portfolio = transfer_portfolio_new();
    transfer_column *ids = NULL, *partners = NULL, *shares = NULL;
    transfer_status status = transfer_portfolio_load_file(portfolio, file, NULL, 0, NULL);

    if (status == TRANSFER_OK)
        status = transfer_portfolio_column(portfolio, TRANSFER_TYPE_AGREEMENT, path, 1, 0, &ids);
    if (status == TRANSFER_OK)
        status = transfer_portfolio_column(portfolio, TRANSFER_TYPE_AGREEMENT, path, 1,
                                           TRANSFER_CONTRIBUTION_PARTNER, &partners);
    if (status == TRANSFER_OK)
        status = transfer_portfolio_column(portfolio, TRANSFER_TYPE_AGREEMENT, path, 1,
                                           TRANSFER_CONTRIBUTION_SHARE, &shares);
    if (status != TRANSFER_OK)
        fprintf(stderr, "%s: %s\n", file, transfer_status_text(status, TRANSFER_ENGLISH));
    for (size_t i = 0; status == TRANSFER_OK && i < transfer_column_count(ids); i++) {
        const char *partner = transfer_column_texts(partners)[i];
        char share[TRANSFER_VALUE_SIZE] = "";

        if (transfer_column_states(shares)[i] == TRANSFER_OK)
            (void)transfer_share_format(&transfer_column_shares(shares)[i], share, sizeof share);
        printf("%s\t%s\t%s\n", transfer_column_texts(ids)[i], partner ? partner : "", share);
    }
    transfer_column_free(shares);
    transfer_column_free(partners);
    transfer_column_free(ids);
    transfer_portfolio_free(portfolio);
    return status == TRANSFER_OK ? 0 : 1;
}
