package magnus.persistence.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A split (new shares per old) or a cash dividend (per share), {@code kind} SPLIT or DIVIDEND. */
public record StoredCorporateAction(
    String symbol,
    LocalDate exDate,
    String kind,
    BigDecimal amount,
    @Nullable LocalDate announcedOn) {}
