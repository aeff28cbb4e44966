package magnus.market.imported;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import magnus.basics.time.Session;
import magnus.basics.time.TradingCalendar;
import magnus.persistence.market.SeriesKind;
import magnus.persistence.market.StoredBars;
import magnus.persistence.market.StoredChain;
import magnus.persistence.market.StoredContract;
import magnus.persistence.market.StoredCorporateAction;
import magnus.persistence.market.StoredEarnings;
import magnus.persistence.market.StoredInstrument;
import magnus.persistence.market.StoredSeries;

/**
 * Imported data in memory, drawn from a seed; from some day on from another seed, so that the
 * future differs in every figure while the past is the same.
 */
final class MemoryData implements ImportedData {

  static final LocalDate FIRST = LocalDate.of(2013, 1, 2);
  static final LocalDate LAST = LocalDate.of(2016, 12, 30);

  private final Map<SeriesKind, Map<String, TreeMap<LocalDate, double[]>>> series =
      new LinkedHashMap<>();
  private final NavigableMap<LocalDate, Double> rates = new TreeMap<>();
  private final List<StoredEarnings> earnings = new ArrayList<>();
  private final List<StoredCorporateAction> actions = new ArrayList<>();
  private final NavigableMap<LocalDate, StoredChain> chains = new TreeMap<>();

  MemoryData() {
    this(LocalDate.MAX);
  }

  MemoryData(LocalDate otherFrom) {
    fill(otherFrom);
  }

  private static Random random(LocalDate date, LocalDate otherFrom, String what) {
    long seed = 31L * date.toEpochDay() + what.hashCode();
    return new Random(date.isBefore(otherFrom) ? seed : seed + 1_000_003);
  }

  private void fill(LocalDate otherFrom) {
    for (Session session : TradingCalendar.newYork().sessions(FIRST, LAST)) {
      LocalDate date = session.date();
      bar(SeriesKind.BARS, "AAPL", date, otherFrom);
      bar(SeriesKind.BARS, "BHF", date, otherFrom);
      bar(SeriesKind.CLOSES, "SPY", date, otherFrom);
      bar(SeriesKind.VIX, ImportedFeed.VIX, date, otherFrom);
      Random r = random(date, otherFrom, "events");
      if (r.nextInt(20) == 0) {
        rates.put(date, r.nextInt(500) / 10_000.0);
      }
      if (r.nextInt(40) == 0) {
        actions.add(
            new StoredCorporateAction(
                "AAPL",
                date,
                "DIVIDEND",
                new BigDecimal(1 + r.nextInt(90)).movePointLeft(2),
                null));
      }
      if (r.nextInt(10) == 0) {
        // Known on this day, of a report some weeks later.
        earnings.add(
            new StoredEarnings(
                "BHF",
                date.plusDays(20 + r.nextInt(60)),
                "Brighthouse",
                date,
                null,
                "USD",
                StoredEarnings.Hour.AFTER,
                date));
        earnings.add(
            new StoredEarnings(
                "AAPL",
                date.plusDays(ImportedFeed.EARNINGS_KNOWN_DAYS_AHEAD),
                "Apple",
                null,
                BigDecimal.valueOf(r.nextInt(300), 2),
                "USD",
                StoredEarnings.Hour.UNKNOWN,
                null));
      }
      chain(date, r);
    }
  }

  private void bar(SeriesKind kind, String symbol, LocalDate date, LocalDate otherFrom) {
    Random r = random(date, otherFrom, symbol);
    double close = 80 + r.nextInt(4000) / 100.0;
    double open = kind == SeriesKind.BARS ? 80 + r.nextInt(4000) / 100.0 : close;
    boolean flat = kind == SeriesKind.CLOSES;
    series
        .computeIfAbsent(kind, k -> new LinkedHashMap<>())
        .computeIfAbsent(symbol, s -> new TreeMap<>())
        .put(
            date,
            new double[] {
              open,
              Math.max(open, close) + (flat ? 0 : 1),
              Math.min(open, close) - (flat ? 0 : 1),
              close,
              flat ? 0 : r.nextInt(1_000_000)
            });
  }

  private void chain(LocalDate date, Random r) {
    double nan = Double.NaN;
    SortedMap<LocalDate, List<StoredContract>> contracts = new TreeMap<>();
    for (int weeks = 1; weeks < 4; weeks++) {
      double bid = 1 + r.nextInt(100) / 100.0;
      contracts.put(
          date.plusWeeks(weeks),
          List.of(
              new StoredContract(
                  100, true, bid, bid + 0.1, nan, 10, 100, 0.3, 0.5, nan, nan, nan, nan),
              new StoredContract(
                  100, false, bid, bid + 0.1, nan, 10, 100, 0.3, -0.5, nan, nan, nan, nan)));
    }
    chains.put(date, new StoredChain("AAPL", date, OptionalDouble.empty(), contracts));
  }

  @Override
  public Optional<StoredInstrument> findInstrument(String symbol) {
    return instruments().stream().filter(i -> i.symbol().equals(symbol)).findFirst();
  }

  @Override
  public List<StoredInstrument> instruments() {
    return List.of(
        new StoredInstrument("AAPL", "Apple", "Information Technology", "Hardware", "STOCK"));
  }

  @Override
  public List<StoredSeries> series(Collection<String> symbols) {
    return series().stream().filter(s -> symbols.contains(s.symbol())).toList();
  }

  @Override
  public List<StoredSeries> series() {
    List<StoredSeries> all = new ArrayList<>();
    series.forEach(
        (kind, bySymbol) ->
            bySymbol.forEach(
                (symbol, bars) ->
                    all.add(
                        new StoredSeries(
                            kind, symbol, bars.firstKey(), bars.lastKey(), bars.size()))));
    return all;
  }

  @Override
  public Map<String, Map<SeriesKind, StoredBars>> bars(
      Collection<SeriesKind> kinds, Collection<String> symbols, LocalDate from, LocalDate to) {
    Map<String, Map<SeriesKind, StoredBars>> found = new LinkedHashMap<>();
    for (SeriesKind kind : kinds) {
      for (String symbol : symbols) {
        TreeMap<LocalDate, double[]> all = series.getOrDefault(kind, Map.of()).get(symbol);
        if (all != null) {
          found
              .computeIfAbsent(symbol, s -> new LinkedHashMap<>())
              .put(kind, columns(all.subMap(from, true, to, true)));
        }
      }
    }
    return found;
  }

  private static StoredBars columns(SortedMap<LocalDate, double[]> bars) {
    double[][] columns = new double[5][bars.size()];
    int[] days = new int[bars.size()];
    int i = 0;
    for (Map.Entry<LocalDate, double[]> bar : bars.entrySet()) {
      days[i] = (int) bar.getKey().toEpochDay();
      for (int c = 0; c < 5; c++) {
        columns[c][i] = bar.getValue()[c];
      }
      i++;
    }
    return new StoredBars(days, columns[0], columns[1], columns[2], columns[3], columns[4]);
  }

  @Override
  public Set<String> underlyings(LocalDate from, LocalDate to) {
    return chains.subMap(from, true, to, true).isEmpty() ? Set.of() : Set.of("AAPL");
  }

  @Override
  public Optional<LocalDate> findChainDate(String underlying, LocalDate latest) {
    return underlying.equals("AAPL")
        ? Optional.ofNullable(chains.floorKey(latest))
        : Optional.empty();
  }

  @Override
  public Optional<StoredChain> findChain(String underlying, LocalDate date, LocalDate firstExpiry) {
    return Optional.ofNullable(chains.get(date))
        .map(
            c ->
                new StoredChain(
                    c.underlying(), c.date(), c.spot(), c.contracts().tailMap(firstExpiry)));
  }

  @Override
  public SortedMap<LocalDate, SortedMap<LocalDate, List<StoredContract>>> contracts(
      String underlying, Collection<LocalDate> expiries, LocalDate from, LocalDate to) {
    SortedMap<LocalDate, SortedMap<LocalDate, List<StoredContract>>> days = new TreeMap<>();
    if (underlying.equals("AAPL") && !from.isAfter(to)) {
      chains
          .subMap(from, true, to, true)
          .forEach(
              (date, chain) -> {
                SortedMap<LocalDate, List<StoredContract>> some = new TreeMap<>(chain.contracts());
                some.keySet().retainAll(expiries);
                days.put(date, some);
              });
    }
    return days;
  }

  @Override
  public SortedMap<String, NavigableMap<LocalDate, Double>> rates() {
    return new TreeMap<>(Map.of("PCREDIT8", rates));
  }

  @Override
  public List<StoredEarnings> earnings(LocalDate from, LocalDate to) {
    return earnings.stream()
        .filter(e -> !e.reportDate().isBefore(from) && !e.reportDate().isAfter(to))
        .toList();
  }

  @Override
  public List<StoredCorporateAction> corporateActions(String symbol, LocalDate from, LocalDate to) {
    return corporateActions(from, to).stream().filter(a -> a.symbol().equals(symbol)).toList();
  }

  @Override
  public List<StoredCorporateAction> corporateActions(LocalDate from, LocalDate to) {
    return actions.stream()
        .filter(a -> !a.exDate().isBefore(from) && !a.exDate().isAfter(to))
        .toList();
  }
}
