package magnus.persistence.recommendation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a card's advice would have made, or made.
 *
 * @param amount in the card's currency
 * @param chance one standard deviation of what chance does to the amount in that time
 */
public record StoredOutcome(
    UUID card,
    LocalDate from,
    LocalDate to,
    BigDecimal amount,
    BigDecimal chance,
    Instant settledAt) {}
