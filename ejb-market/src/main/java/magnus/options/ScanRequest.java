package magnus.options;

import java.util.Set;

/**
 * What is looked for.
 *
 * @param kinds what may be sold
 * @param symbols to look at; empty for all
 * @param sectors of the underlyings; empty for all
 * @param leastDelta of the option, absolute, to {@code mostDelta}
 * @param leastDays until expiry, to {@code mostDays}
 * @param leastOpenInterest contracts
 * @param mostSpread between bid and ask, over the middle
 * @param leastYield per year
 * @param avoidEarnings leaves out what expires after the next report
 * @param avoidExDividend leaves out calls that expire after an ex-dividend day
 * @param mostCollateral in dollars for one contract
 * @param mostPerSymbol results of one underlying
 * @param mostPerSector results of one sector
 * @param count results in all
 */
public record ScanRequest(
    Set<OpportunityKind> kinds,
    Set<String> symbols,
    Set<String> sectors,
    double leastDelta,
    double mostDelta,
    int leastDays,
    int mostDays,
    long leastOpenInterest,
    double mostSpread,
    double leastYield,
    boolean avoidEarnings,
    boolean avoidExDividend,
    double mostCollateral,
    int mostPerSymbol,
    int mostPerSector,
    int count,
    Weights weights) {

  /** Puts and calls of 10 to 35 % delta, three to nine weeks, quiet and liquid. */
  public static ScanRequest usual() {
    return new ScanRequest(
        Set.of(OpportunityKind.values()),
        Set.of(),
        Set.of(),
        0.10,
        0.35,
        21,
        63,
        100,
        0.12,
        0.03,
        false,
        true,
        1e9,
        2,
        8,
        50,
        Weights.usual());
  }

  /** The same on these underlyings and of these kinds alone. */
  public ScanRequest onSymbols(Set<String> these, Set<OpportunityKind> kinds) {
    return new ScanRequest(
        kinds,
        these,
        sectors,
        leastDelta,
        mostDelta,
        leastDays,
        mostDays,
        leastOpenInterest,
        mostSpread,
        leastYield,
        avoidEarnings,
        avoidExDividend,
        mostCollateral,
        mostPerSymbol,
        mostPerSector,
        count,
        weights);
  }

  /** The same with up to ten results of one underlying. */
  ScanRequest wide() {
    return new ScanRequest(
        kinds,
        symbols,
        sectors,
        leastDelta,
        mostDelta,
        leastDays,
        mostDays,
        leastOpenInterest,
        mostSpread,
        leastYield,
        avoidEarnings,
        avoidExDividend,
        mostCollateral,
        10,
        10,
        10,
        weights);
  }
}
