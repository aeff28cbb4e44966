package magnus.options.scan;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an underlying beside its chain.
 *
 * @param rate risk-free, per year, compounded continuously
 * @param realised volatility per year; NaN where unknown
 * @param earnings the next report's day, if announced
 * @param exDividend the next ex-dividend day, if announced
 * @param sharesHeld by the user
 */
public record Underlying(
    String symbol,
    String sector,
    Instant asOf,
    double rate,
    double realised,
    @Nullable LocalDate earnings,
    @Nullable LocalDate exDividend,
    double sharesHeld) {}
