package magnus.persistence.market;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads imported market data. It knows no as-of: callers cut what was not yet known. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class MarketStore {

  @PersistenceContext(unitName = "magnus")
  private EntityManager entities;

  /** For the container. */
  public MarketStore() {}

  /** For tests. */
  public MarketStore(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Counts up with each import, in its transaction: while it is the same, so is all that is stored.
   */
  public long version() {
    return entities
        .createQuery("select t.version from MarketTurnRow t where t.id = :only", Long.class)
        .setParameter("only", TurnRow.ONLY)
        .getResultStream()
        .findFirst()
        .orElse(0L);
  }

  public Optional<StoredInstrument> findInstrument(String symbol) {
    return entities
        .createQuery(
            "select new magnus.persistence.market.StoredInstrument(i.symbol, i.name, i.sector,"
                + " i.industry, i.kind) from InstrumentRow i where i.symbol = :symbol",
            StoredInstrument.class)
        .setParameter("symbol", symbol)
        .getResultStream()
        .findFirst();
  }

  /** All instruments by symbol. */
  public List<StoredInstrument> instruments() {
    return entities
        .createQuery(
            "select new magnus.persistence.market.StoredInstrument(i.symbol, i.name, i.sector,"
                + " i.industry, i.kind) from InstrumentRow i order by i.symbol",
            StoredInstrument.class)
        .getResultList();
  }

  /** What there is of those symbols, by symbol and kind. */
  public List<StoredSeries> series(Collection<String> symbols) {
    if (symbols.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery(
            "select new magnus.persistence.market.StoredSeries(s.key.kind, s.key.symbol,"
                + " s.firstDate, s.lastDate, s.bars) from SeriesRow s where s.key.symbol in"
                + " :symbols order by s.key.symbol, s.key.kind",
            StoredSeries.class)
        .setParameter("symbols", symbols)
        .getResultList();
  }

  /** All series by symbol and kind. */
  public List<StoredSeries> series() {
    return entities
        .createQuery(
            "select new magnus.persistence.market.StoredSeries(s.key.kind, s.key.symbol,"
                + " s.firstDate, s.lastDate, s.bars) from SeriesRow s order by s.key.symbol,"
                + " s.key.kind",
            StoredSeries.class)
        .getResultList();
  }

  /** The bars of a series with {@code from ≤ date ≤ to}. */
  public StoredBars bars(SeriesKind kind, String symbol, LocalDate from, LocalDate to) {
    return bars(List.of(kind), List.of(symbol), from, to)
        .getOrDefault(symbol, Map.of())
        .getOrDefault(kind, StoredBars.none());
  }

  /** The same for many series at once; those of which there is nothing are left out. */
  public Map<String, Map<SeriesKind, StoredBars>> bars(
      Collection<SeriesKind> kinds, Collection<String> symbols, LocalDate from, LocalDate to) {
    if (symbols.isEmpty() || from.isAfter(to)) {
      return Map.of();
    }
    Map<String, Map<SeriesKind, List<byte[]>>> blocks = new LinkedHashMap<>();
    entities
        .createQuery(
            "select b.key.symbol, b.key.kind, b.packed from BarBlockRow b where b.key.kind in"
                + " :kinds and b.key.symbol in :symbols and b.key.barYear between :first and :last"
                + " order by b.key.symbol, b.key.kind, b.key.barYear",
            Object[].class)
        .setParameter("kinds", kinds)
        .setParameter("symbols", symbols)
        .setParameter("first", from.getYear())
        .setParameter("last", to.getYear())
        .getResultStream()
        .forEach(
            row ->
                blocks
                    .computeIfAbsent((String) row[0], s -> new LinkedHashMap<>())
                    .computeIfAbsent((SeriesKind) row[1], k -> new ArrayList<>())
                    .add((byte[]) row[2]));
    Map<String, Map<SeriesKind, StoredBars>> bars = new LinkedHashMap<>();
    blocks.forEach(
        (symbol, byKind) -> {
          Map<SeriesKind, StoredBars> of = new LinkedHashMap<>();
          byKind.forEach(
              (kind, packed) ->
                  of.put(
                      kind,
                      StoredBars.unpackAll(packed).between(from.toEpochDay(), to.toEpochDay())));
          bars.put(symbol, of);
        });
    return bars;
  }

  /** Underlyings that have option contracts of a day in the range. */
  public Set<String> underlyings(LocalDate from, LocalDate to) {
    return Set.copyOf(
        entities
            .createQuery(
                "select distinct d.key.underlying from OptionDayRow d"
                    + " where d.key.chainDate between :from and :to",
                String.class)
            .setParameter("from", from)
            .setParameter("to", to)
            .getResultList());
  }

  /** The last day up to that date for which there are option contracts. */
  public Optional<LocalDate> findChainDate(String underlying, LocalDate latest) {
    return Optional.ofNullable(
        entities
            .createQuery(
                "select max(d.key.chainDate) from OptionDayRow d where d.key.underlying ="
                    + " :underlying and d.key.chainDate <= :latest",
                LocalDate.class)
            .setParameter("underlying", underlying)
            .setParameter("latest", latest)
            .getSingleResult());
  }

  /** The contracts of that day that expire on {@code firstExpiry} or later. */
  public Optional<StoredChain> findChain(String underlying, LocalDate date, LocalDate firstExpiry) {
    List<Object[]> day =
        entities
            .createQuery(
                "select d.key.underlying, d.spot from OptionDayRow d where d.key.underlying ="
                    + " :underlying and d.key.chainDate = :date",
                Object[].class)
            .setParameter("underlying", underlying)
            .setParameter("date", date)
            .getResultList();
    if (day.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<LocalDate, List<StoredContract>> contracts = new TreeMap<>();
    entities
        .createQuery(
            "select b.key.expiry, b.packed from OptionBlockRow b where b.key.underlying ="
                + " :underlying and b.key.chainDate = :date and b.key.expiry >= :first",
            Object[].class)
        .setParameter("underlying", underlying)
        .setParameter("date", date)
        .setParameter("first", firstExpiry)
        .getResultStream()
        .forEach(row -> contracts.put((LocalDate) row[0], ContractBlock.unpack((byte[]) row[1])));
    Double spot = (Double) day.get(0)[1];
    return Optional.of(
        new StoredChain(
            underlying,
            date,
            spot == null ? OptionalDouble.empty() : OptionalDouble.of(spot),
            contracts));
  }

  /**
   * The contracts of some expiries on every day with {@code from ≤ date ≤ to}, by day and expiry;
   * days without any are left out.
   */
  public SortedMap<LocalDate, SortedMap<LocalDate, List<StoredContract>>> contracts(
      String underlying, Collection<LocalDate> expiries, LocalDate from, LocalDate to) {
    SortedMap<LocalDate, SortedMap<LocalDate, List<StoredContract>>> days = new TreeMap<>();
    if (expiries.isEmpty() || from.isAfter(to)) {
      return days;
    }
    entities
        .createQuery(
            "select b.key.chainDate, b.key.expiry, b.packed from OptionBlockRow b where"
                + " b.key.underlying = :underlying and b.key.chainDate between :from and :to and"
                + " b.key.expiry in :expiries",
            Object[].class)
        .setParameter("underlying", underlying)
        .setParameter("from", from)
        .setParameter("to", to)
        .setParameter("expiries", expiries)
        .getResultStream()
        .forEach(
            row ->
                days.computeIfAbsent((LocalDate) row[0], d -> new TreeMap<>())
                    .put((LocalDate) row[1], ContractBlock.unpack((byte[]) row[2])));
    return days;
  }

  /** All rates (annual, as fractions) by name and the date from which they count. */
  public SortedMap<String, NavigableMap<LocalDate, Double>> rates() {
    SortedMap<String, NavigableMap<LocalDate, Double>> rates = new TreeMap<>();
    entities
        .createQuery("select r.key.rateName, r.key.rateDate, r.rate from RateRow r", Object[].class)
        .getResultStream()
        .forEach(
            row ->
                rates
                    .computeIfAbsent((String) row[0], n -> new TreeMap<>())
                    .put((LocalDate) row[1], (Double) row[2]));
    return rates;
  }

  /** Reports with dates in the range, by date and symbol. */
  public List<StoredEarnings> earnings(LocalDate from, LocalDate to) {
    return entities
        .createQuery(
            "select e from EarningsRow e where e.key.reportDate between :from and :to order by"
                + " e.key.reportDate, e.key.symbol",
            EarningsRow.class)
        .setParameter("from", from)
        .setParameter("to", to)
        .getResultStream()
        .map(EarningsRow::toEarnings)
        .toList();
  }

  /** Splits and dividends with ex-dates in the range, of one symbol or (null) of all. */
  public List<StoredCorporateAction> corporateActions(
      @org.jspecify.annotations.Nullable String symbol, LocalDate from, LocalDate to) {
    return entities
        .createQuery(
            "select new magnus.persistence.market.StoredCorporateAction(a.key.symbol, a.key.exDate,"
                + " a.key.actionKind, a.amount, a.announcedOn) from CorporateActionRow a where"
                + " (:all = true or a.key.symbol = :symbol) and a.key.exDate between :from and :to"
                + " order by a.key.exDate, a.key.symbol, a.key.actionKind",
            StoredCorporateAction.class)
        .setParameter("all", symbol == null)
        .setParameter("symbol", symbol == null ? "" : symbol)
        .setParameter("from", from)
        .setParameter("to", to)
        .getResultList();
  }

  /** The latest imports, newest first. */
  public List<StoredImport> imports(int limit) {
    return entities
        .createQuery("select i from ImportRow i order by i.importedAt desc, i.id", ImportRow.class)
        .setMaxResults(limit)
        .getResultStream()
        .map(ImportRow::toImport)
        .toList();
  }

  /** The import that this caller made with this key. */
  public Optional<StoredImport> findImport(String importedBy, String idempotency) {
    return entities
        .createQuery(
            "select i from ImportRow i where i.importedBy = :by and i.idempotency = :key",
            ImportRow.class)
        .setParameter("by", importedBy)
        .setParameter("key", idempotency)
        .getResultStream()
        .map(ImportRow::toImport)
        .findFirst();
  }
}
