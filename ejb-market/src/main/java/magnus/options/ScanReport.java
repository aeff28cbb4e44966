package magnus.options;

import java.util.List;

/**
 * What a scan found.
 *
 * @param items the best first
 * @param symbols underlyings read so far, of {@code wanted}
 * @param contracts listed on them that expire within the days wished for, or near
 * @param candidates what passed the filters before the limits of symbols, sectors and count
 * @param missing underlyings without a chain
 */
public record ScanReport(
    List<Opportunity> items,
    int symbols,
    int wanted,
    int contracts,
    int candidates,
    List<Missing> missing) {

  /** An underlying that could not be read. */
  public record Missing(String symbol, String reason) {}
}
