package magnus.prefetch;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import magnus.basics.time.TradingCalendar;
import magnus.persistence.statement.ForecastRepository;
import magnus.persistence.statement.StoredForecast;
import magnus.persistence.statement.StoredTotal;
import magnus.prefetch.query.BusyHour;
import magnus.prefetch.query.WeekSlot;
import magnus.prefetch.query.WindowForecast;

/**
 * Which statements the coming quarter of an hour will run, made once when the one before it begins,
 * and which hour of the next day will run the most.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StatementForecasts {

  private static final int DAYS = 28;
  private static final int MOST_LINES = 200;

  @Inject private ForecastRepository rows;

  private final WindowForecast forecast = new WindowForecast(TradingCalendar.ZONE);

  /** Makes the forecast of the quarter of an hour after this one, unless a node has. */
  public void make(Instant now) {
    Instant next = WeekSlot.start(now).plus(WeekSlot.LENGTH);
    try {
      if (rows.find(next, 1).isPresent()) {
        return;
      }
      WindowForecast.Forecast made =
          forecast.of(next, rows.statementsOf(WeekSlot.before(next, DAYS, TradingCalendar.ZONE)));
      List<StoredForecast.Line> lines =
          made.statements().stream()
              .limit(MOST_LINES)
              .map(e -> new StoredForecast.Line(e.fingerprint(), e.shelf(), e.count(), e.millis()))
              .toList();
      rows.keep(new StoredForecast(next, made.windows(), made.count(), lines), now);
    } catch (RuntimeException e) {
      PrefetchLog.LOG.notForecast(next, e.toString());
    }
  }

  /** What was expected of a quarter of an hour; empty where it was made from nothing. */
  public Optional<StoredForecast> find(Instant window, int most) {
    return rows.find(window, most).filter(f -> f.windows() > 0);
  }

  /** Sums of quarters of an hour from one instant to before another, in their order. */
  public List<StoredTotal> totals(Instant from, Instant until) {
    return rows.totals(from, until);
  }

  /** The hour of the next day that is expected to run the most statements. */
  public Optional<BusyHour> busyHour(Instant now) {
    Map<Instant, Long> sums =
        rows.totals(now.minus(Duration.ofDays(DAYS + 1)), now).stream()
            .collect(Collectors.toMap(StoredTotal::window, StoredTotal::count));
    return BusyHour.of(WeekSlot.start(now), window -> forecast.count(window, sums, DAYS));
  }

  /** Forgets windows that began before. */
  public void prune(Instant before) {
    rows.prune(before);
  }
}
