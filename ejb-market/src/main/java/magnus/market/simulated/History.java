package magnus.market.simulated;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import magnus.market.CorporateAction;
import magnus.market.Instrument;

/**
 * The generated past (and, unasked, the rest of the year): years made in order when first needed
 * and then shared by all threads.
 */
final class History {

  static final LocalDate START = LocalDate.of(2010, 1, 4);

  /** Beyond it nothing is generated, so that a clock gone wrong does not fill the heap. */
  static final int LAST_YEAR = 2045;

  private final List<Stock> stocks;
  private final List<Fund> funds;
  private final Map<String, Integer> indices = new HashMap<>();
  private final Map<String, Instrument> instruments = new HashMap<>();
  private final List<Instrument> bySymbol;
  private final Generator generator;
  private volatile List<YearTable> years = List.of();

  History(Seeds seeds) {
    stocks = Universe.stocks(seeds.first());
    funds = Fund.all();
    generator = new Generator(seeds, stocks, funds, START);
    TreeMap<String, Instrument> sorted = new TreeMap<>();
    stocks.forEach(s -> sorted.put(s.symbol(), s.instrument()));
    funds.forEach(f -> sorted.put(f.symbol(), f.instrument()));
    sorted.put(VolatilityIndex.INSTRUMENT.symbol(), VolatilityIndex.INSTRUMENT);
    instruments.putAll(sorted);
    bySymbol = List.copyOf(sorted.values());
    stocks.forEach(s -> indices.put(s.symbol(), indices.size()));
    funds.forEach(f -> indices.put(f.symbol(), indices.size()));
    indices.put(VolatilityIndex.INSTRUMENT.symbol(), indices.size());
  }

  List<Instrument> instruments() {
    return bySymbol;
  }

  Optional<Instrument> findInstrument(String symbol) {
    return Optional.ofNullable(instruments.get(symbol));
  }

  OptionalInt findIndex(String symbol) {
    Integer index = indices.get(symbol);
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** The company of an index, or empty where it is a fund or an index. */
  Optional<Stock> findStock(int index) {
    return index < stocks.size() ? Optional.of(stocks.get(index)) : Optional.empty();
  }

  /** The fund of an index, or empty where it is a company or an index. */
  Optional<Fund> findFund(int index) {
    int at = index - stocks.size();
    return at >= 0 && at < funds.size() ? Optional.of(funds.get(at)) : Optional.empty();
  }

  List<Stock> stocks() {
    return stocks;
  }

  /** The table of a year; empty before the start and after the last year. */
  Optional<YearTable> findYear(int year) {
    int at = year - START.getYear();
    if (at < 0 || year > LAST_YEAR) {
      return Optional.empty();
    }
    List<YearTable> known = years;
    return Optional.of(at < known.size() ? known.get(at) : generateUpTo(year).get(at));
  }

  /** Tables of the years from that of the first date to that of the second. */
  List<YearTable> between(LocalDate from, LocalDate to) {
    int first = Math.max(START.getYear(), from.getYear());
    int last = Math.min(LAST_YEAR, to.getYear());
    if (first > last) {
      return List.of();
    }
    findYear(last);
    return years.subList(first - START.getYear(), last - START.getYear() + 1);
  }

  /** New shares per old on the morning of that day; 1 on most days. */
  double splitOn(int instrument, int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    for (YearTable year : between(date.minusMonths(1), date)) {
      for (Events.Action action : year.events().get(instrument).actions()) {
        if (action.kind() == CorporateAction.Kind.SPLIT && action.exDay() == day) {
          return action.amount();
        }
      }
    }
    return 1;
  }

  private synchronized List<YearTable> generateUpTo(int year) {
    List<YearTable> grown = new ArrayList<>(years);
    while (START.getYear() + grown.size() <= year) {
      grown.add(generator.year(START.getYear() + grown.size()));
    }
    years = Collections.unmodifiableList(grown);
    return years;
  }
}
