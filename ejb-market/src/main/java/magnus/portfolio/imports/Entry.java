package magnus.portfolio.imports;

import magnus.portfolio.Transaction;

/**
 * One thing that happened in an account, in the vocabulary that all brokers share here.
 *
 * @param transaction what it does; its fingerprint is not yet filled in
 * @param reference the broker's own id of it; empty where it gives none
 * @param account the account it belongs to, where each row says so; else empty
 * @param remark a sentence for people about how the row was read; empty where that is plain
 */
public record Entry(Transaction transaction, String reference, String account, String remark) {}
