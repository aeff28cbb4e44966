package magnus.prefetch;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import magnus.basics.problem.Refusal;
import magnus.basics.time.TradingCalendar;
import magnus.basics.time.WallClock;
import magnus.persistence.statement.DemandRepository;
import magnus.persistence.statement.StatementRepository;
import magnus.persistence.statement.StoredDemand;
import magnus.persistence.statement.StoredForecast;
import magnus.persistence.statement.StoredShelfWindow;
import magnus.persistence.statement.StoredSum;
import magnus.persistence.statement.StoredTotal;
import magnus.prefetch.query.ShelfCosts;
import magnus.prefetch.query.WeekSlot;

/** What the product asks its database, and will. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Queries {

  private static final int MOST_HOURS = 24 * 7;
  private static final int SHOWN = 50;
  private static final int SHOWN_EXPECTED = 20;
  private static final int MOST_KEYS = 1_000;

  @Inject private StatementRepository rows;
  @Inject private DemandRepository demandRows;
  @Inject private StatementForecasts forecasts;
  @Inject private StatementLog log;
  @Inject private Summaries summaries;
  @Inject private QueryPrecomputation precomputation;
  @Inject private WallClock wall;

  /**
   * The statements of the last hours, and the next. Reads only; what the nodes counted in the last
   * minute is not in it yet.
   *
   * @throws Refusal 400 for hours that are none
   */
  public QueryReport report(int hours) {
    if (hours < 1 || hours > MOST_HOURS) {
      throw Refusal.malformed("hours", hours, "a whole number from 1 to " + MOST_HOURS);
    }
    Instant now = wall.instant();
    Instant window = WeekSlot.start(now);
    Instant next = window.plus(WeekSlot.LENGTH);
    Instant from = WeekSlot.start(now.minus(Duration.ofHours(hours)));
    List<StoredTotal> totals = forecasts.totals(from, next);
    List<StoredSum> sums = rows.sums(from, next);
    List<StoredShelfWindow> asked = rows.shelves(from, next);
    ShelfCosts costs = ShelfCosts.of(sums, asked);
    List<StoredSum> heaviest = rows.heaviest(from, next, SHOWN);
    Optional<StoredForecast> forecast = forecasts.find(next, SHOWN_EXPECTED);
    Map<String, String> texts =
        rows.texts(
            Stream.concat(
                    heaviest.stream().map(StoredSum::fingerprint),
                    forecast.stream()
                        .flatMap(f -> f.lines().stream())
                        .map(StoredForecast.Line::fingerprint))
                .distinct()
                .toList());
    return new QueryReport(
        from,
        now,
        log.counts(),
        totals.stream().mapToLong(StoredTotal::count).sum(),
        totals.stream().mapToLong(StoredTotal::nanos).sum() / 1e6,
        statements(heaviest, from, next, texts),
        totals.stream()
            .sorted(Comparator.comparing(StoredTotal::window).reversed())
            .map(t -> new QueryReport.Window(t.window(), t.count(), t.nanos() / 1e6))
            .toList(),
        sums.stream()
            .collect(
                Collectors.groupingBy(
                    StoredSum::cohort, TreeMap::new, Collectors.summingLong(StoredSum::count))),
        shelves(asked, costs),
        next(next, forecast, texts, costs),
        last(window.minus(WeekSlot.LENGTH)),
        summaries.reports(),
        precomputation.coming().map(h -> new QueryReport.Busy(h.start(), h.expected(), h.usual())),
        precomputation.reports());
  }

  private List<QueryReport.Statement> statements(
      List<StoredSum> heaviest, Instant from, Instant until, Map<String, String> texts) {
    Map<String, Map<String, Long>> cohorts = new HashMap<>();
    Map<String, Map<String, Long>> shelves = new HashMap<>();
    for (StoredSum part :
        rows.split(heaviest.stream().map(StoredSum::fingerprint).toList(), from, until)) {
      cohorts
          .computeIfAbsent(part.fingerprint(), f -> new TreeMap<>())
          .merge(part.cohort(), part.count(), Long::sum);
      shelves
          .computeIfAbsent(part.fingerprint(), f -> new TreeMap<>())
          .merge(part.shelf(), part.count(), Long::sum);
    }
    return heaviest.stream()
        .map(
            sum ->
                new QueryReport.Statement(
                    sum.fingerprint(),
                    texts.getOrDefault(sum.fingerprint(), ""),
                    sum.count(),
                    sum.nanos() / 1e6,
                    sum.nanos() / 1e6 / Math.max(1, sum.count()),
                    sum.longest() / 1e6,
                    cohorts.getOrDefault(sum.fingerprint(), Map.of()),
                    shelves.getOrDefault(sum.fingerprint(), Map.of())))
        .toList();
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
      Instant window,
      Optional<StoredForecast> forecast,
      Map<String, String> texts,
      ShelfCosts costs) {
    List<StoredDemand> demand =
        demandRows.heaviest(WeekSlot.of(window, TradingCalendar.ZONE), MOST_KEYS);
    List<QueryReport.Key> keys = new ArrayList<>();
    for (StoredDemand one : demand) {
      if (one.account().isEmpty()) {
        keys.add(
            new QueryReport.Key(
                one.shelf(), one.key(), one.weight(), costs.of(one.shelf()).statements()));
      }
    }
    return new QueryReport.Next(
        window,
        forecast.map(StoredForecast::windows).orElse(0),
        forecast.map(StoredForecast::expected).orElse(0.0),
        forecast.map(StoredForecast::lines).orElse(List.of()).stream()
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

  private Optional<QueryReport.Came> last(Instant window) {
    return forecasts
        .find(window, 1)
        .map(
            made ->
                new QueryReport.Came(
                    window,
                    made.expected(),
                    forecasts.totals(window, window.plus(WeekSlot.LENGTH)).stream()
                        .mapToLong(StoredTotal::count)
                        .sum()));
  }
}
