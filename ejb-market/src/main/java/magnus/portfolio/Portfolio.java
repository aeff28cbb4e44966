package magnus.portfolio;

import java.time.Instant;
import java.util.UUID;

/**
 * One tax account of one owner. Whoever keeps two accounts apart makes two portfolios, since lots
 * are matched within one.
 *
 * @param currency in which totals are told; holdings in others stand beside, unconverted
 * @param version counts changes of name, method and treatment, for {@code If-Match}
 */
public record Portfolio(
    UUID id,
    String name,
    String currency,
    LotMethod lotMethod,
    TaxTreatment taxTreatment,
    Instant createdAt,
    int version) {}
