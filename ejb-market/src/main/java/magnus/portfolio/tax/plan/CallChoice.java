package magnus.portfolio.tax.plan;

/**
 * A covered call that could be written.
 *
 * @param id tells it from others
 * @param symbol the shares' ticker
 * @param shares per contract
 * @param most contracts
 * @param premium dollars per contract that come in now
 * @param benefit dollars per contract that it is worth after tax, as of today
 */
public record CallChoice(
    String id, String symbol, int shares, int most, double premium, double benefit) {}
