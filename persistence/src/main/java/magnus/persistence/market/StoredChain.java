package magnus.persistence.market;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;

/** The option contracts of one underlying at the end of one day, by expiry, strike and right. */
public record StoredChain(
    String underlying,
    LocalDate date,
    OptionalDouble spot,
    SortedMap<LocalDate, List<StoredContract>> contracts) {}
