package magnus.persistence.market;

import java.time.LocalDate;

/** What there is of a daily series. */
public record StoredSeries(
    SeriesKind kind, String symbol, LocalDate firstDate, LocalDate lastDate, int bars) {}
