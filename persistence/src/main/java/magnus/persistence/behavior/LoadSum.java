package magnus.persistence.behavior;

import java.util.UUID;

/**
 * One user's loads of one page, summed.
 *
 * @param page the route
 * @param ahead whether pages were loaded ahead for him
 * @param logSum sum of the natural logarithms of milliseconds + 1
 * @param warm how many came from what was loaded ahead
 */
public record LoadSum(
    UUID account, String page, boolean ahead, long loads, double logSum, long warm) {}
