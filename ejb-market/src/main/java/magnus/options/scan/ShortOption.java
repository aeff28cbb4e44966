package magnus.options.scan;

import java.time.LocalDate;
import magnus.market.OptionChain.Right;

/**
 * An option that the user has sold.
 *
 * @param contracts above 0
 * @param received per share, when it was sold; 0 where unknown
 */
public record ShortOption(
    String underlying,
    LocalDate expiry,
    double strike,
    Right right,
    double contracts,
    double received) {}
