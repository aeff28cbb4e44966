package magnus.prefetch;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import magnus.basics.problem.Refusal;
import magnus.basics.time.TradingCalendar;
import magnus.basics.time.WallClock;
import magnus.persistence.statement.DemandRepository;
import magnus.persistence.statement.StatementRepository;
import magnus.persistence.statement.StoredDemand;
import magnus.persistence.statement.StoredShelfWindow;
import magnus.persistence.statement.StoredStatement;
import magnus.prefetch.query.ShelfCosts;
import magnus.prefetch.query.StatementSums;
import magnus.prefetch.query.WeekSlot;
import magnus.prefetch.query.WindowForecast;

/** What the product asks its database, and will. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Queries {

  private static final int MOST_HOURS = 24 * 28;
  private static final int SHOWN = 50;
  private static final int SHOWN_EXPECTED = 20;
  private static final int MOST_KEYS = 1_000;
  private static final Duration LEARNED = Duration.ofDays(28);

  @Inject private StatementRepository rows;
  @Inject private DemandRepository demandRows;
  @Inject private StatementLog log;
  @Inject private Summaries summaries;
  @Inject private WallClock wall;

  /**
   * The statements of the last hours, and the next.
   *
   * @throws Refusal 400 for hours that are none
   */
  public QueryReport report(int hours) {
    if (hours < 1 || hours > MOST_HOURS) {
      throw Refusal.malformed("hours", hours, "a whole number from 1 to " + MOST_HOURS);
    }
    log.write();
    Instant now = wall.instant();
    Instant window = WeekSlot.start(now);
    Instant next = window.plus(WeekSlot.LENGTH);
    Instant from = WeekSlot.start(now.minus(Duration.ofHours(hours)));
    List<StoredStatement> past = rows.statements(now.minus(LEARNED), next);
    List<StoredStatement> shown = past.stream().filter(s -> !s.window().isBefore(from)).toList();
    List<StoredShelfWindow> asked = rows.shelves(from, next);
    ShelfCosts costs = ShelfCosts.of(shown, asked);
    StatementSums sums = StatementSums.of(shown);
    WindowForecast forecasts = new WindowForecast(TradingCalendar.ZONE);
    WindowForecast.Forecast forecast = forecasts.of(next, past);
    List<StatementSums.Sum> heaviest = sums.heaviest(SHOWN);
    List<WindowForecast.Expected> expected =
        forecast.statements().stream().limit(SHOWN_EXPECTED).toList();
    Map<String, String> texts =
        rows.texts(
            Stream.concat(
                    heaviest.stream().map(StatementSums.Sum::fingerprint),
                    expected.stream().map(WindowForecast.Expected::fingerprint))
                .distinct()
                .toList());
    return new QueryReport(
        from,
        now,
        log.counts(),
        sums.count(),
        sums.millis(),
        heaviest.stream().map(s -> statement(s, texts)).toList(),
        sums.windows(),
        sums.cohorts(),
        shelves(asked, costs),
        next(forecast, expected, texts, costs),
        last(forecasts, window.minus(WeekSlot.LENGTH), past),
        summaries.reports());
  }

  private static QueryReport.Statement statement(StatementSums.Sum sum, Map<String, String> texts) {
    return new QueryReport.Statement(
        sum.fingerprint(),
        texts.getOrDefault(sum.fingerprint(), ""),
        sum.count(),
        sum.nanos() / 1e6,
        sum.nanos() / 1e6 / Math.max(1, sum.count()),
        sum.longest() / 1e6,
        sum.cohorts(),
        sum.shelves());
  }

  private static List<QueryReport.OfShelf> shelves(
      List<StoredShelfWindow> asked, ShelfCosts costs) {
    return asked.stream()
        .map(StoredShelfWindow::shelf)
        .distinct()
        .sorted()
        .map(
            shelf -> {
              ShelfCosts.Cost cost = costs.of(shelf);
              return new QueryReport.OfShelf(
                  shelf,
                  asked.stream()
                      .filter(a -> a.shelf().equals(shelf))
                      .mapToLong(StoredShelfWindow::asked)
                      .sum(),
                  cost.loads(),
                  cost.statements(),
                  cost.databaseMillis(),
                  cost.loadMillis());
            })
        .toList();
  }

  private QueryReport.Next next(
      WindowForecast.Forecast forecast,
      List<WindowForecast.Expected> expected,
      Map<String, String> texts,
      ShelfCosts costs) {
    List<StoredDemand> demand =
        demandRows.heaviest(WeekSlot.of(forecast.window(), TradingCalendar.ZONE), MOST_KEYS);
    List<QueryReport.Key> keys = new ArrayList<>();
    for (StoredDemand one : demand) {
      if (one.account().isEmpty()) {
        keys.add(
            new QueryReport.Key(
                one.shelf(), one.key(), one.weight(), costs.of(one.shelf()).statements()));
      }
    }
    return new QueryReport.Next(
        forecast.window(),
        forecast.windows(),
        forecast.count(),
        expected.stream()
            .map(
                e ->
                    new QueryReport.Expected(
                        e.fingerprint(),
                        texts.getOrDefault(e.fingerprint(), ""),
                        e.shelf(),
                        e.count(),
                        e.millis()))
            .toList(),
        keys.stream().limit(SHOWN).toList(),
        demand.size() - keys.size());
  }

  private static Optional<QueryReport.Came> last(
      WindowForecast forecasts, Instant window, List<StoredStatement> past) {
    WindowForecast.Forecast made = forecasts.of(window, past);
    return made.windows() == 0
        ? Optional.empty()
        : Optional.of(
            new QueryReport.Came(
                window,
                made.count(),
                past.stream()
                    .filter(s -> s.window().equals(window))
                    .mapToLong(StoredStatement::count)
                    .sum()));
  }
}
