package magnus.market;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An instrument as lists show it.
 *
 * @param source where its prices come from
 * @param firstBar first day with a price; absent in lists
 * @param lastBar last day with a price that is known at market time; absent in lists
 */
public record InstrumentListing(
    String symbol,
    String name,
    String sector,
    String industry,
    Instrument.Kind kind,
    Source source,
    Optional<LocalDate> firstBar,
    Optional<LocalDate> lastBar) {

  static InstrumentListing of(Instrument instrument, Source source, Optional<DateRange> bars) {
    return new InstrumentListing(
        instrument.symbol(),
        instrument.name(),
        instrument.sector(),
        instrument.industry(),
        instrument.kind(),
        source,
        bars.map(DateRange::first),
        bars.map(DateRange::last));
  }
}
