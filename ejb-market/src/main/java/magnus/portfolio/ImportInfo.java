package magnus.portfolio;

import org.jspecify.annotations.Nullable;

/**
 * Where a batch of transactions comes from.
 *
 * @param format the file's format, as a word ("schwab")
 * @param fileName as the user named it
 * @param fileHash SHA-256 of the file's bytes in hexadecimal
 * @param account the broker's word for the account, where the file tells it
 * @param opening what to think of sales of more than the history holds
 * @param duplicates rows left out because the portfolio already has them
 * @param ignored rows that mean nothing to a portfolio
 */
public record ImportInfo(
    String format,
    String fileName,
    String fileHash,
    @Nullable String account,
    OpeningPolicy opening,
    int duplicates,
    int ignored) {}
