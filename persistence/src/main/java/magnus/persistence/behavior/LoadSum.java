package magnus.persistence.behavior;

import java.util.UUID;

/**
 * One user's loads of one page, summed.
 *
 * @param page the route
 * @param ahead whether pages were loaded ahead for him
 * @param logSum sum of the natural logarithms of milliseconds + 1
 * @param answered of how many it is known whether a source was called while he waited
 * @param hits how many of those no source was called for
 * @param calls calls of sources, those made ahead for him included
 * @param aheadCalls these alone
 */
public record LoadSum(
    UUID account,
    String page,
    boolean ahead,
    long loads,
    double logSum,
    long answered,
    long hits,
    double calls,
    double aheadCalls) {}
