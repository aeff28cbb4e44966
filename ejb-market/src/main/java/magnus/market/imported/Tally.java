package magnus.market.imported;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import magnus.persistence.market.SeriesKind;
import magnus.persistence.market.StoredContract;
import magnus.persistence.market.StoredEarnings;

/** Passes rows on and keeps what there is to say of them in the end. */
final class Tally implements MarketSink {

  private final MarketSink next;
  private final Set<String> symbols = new HashSet<>();
  private String last = "";
  private long first = Long.MAX_VALUE;
  private long latest = Long.MIN_VALUE;

  Tally(MarketSink next) {
    this.next = next;
  }

  int symbols() {
    return symbols.size();
  }

  Optional<LocalDate> from() {
    return first == Long.MAX_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(first));
  }

  Optional<LocalDate> to() {
    return latest == Long.MIN_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(latest));
  }

  private void count(String symbol, long day) {
    if (!symbol.equals(last)) {
      symbols.add(symbol);
      last = symbol;
    }
    first = Math.min(first, day);
    latest = Math.max(latest, day);
  }

  @Override
  public void bar(
      SeriesKind kind,
      String symbol,
      int day,
      double open,
      double high,
      double low,
      double close,
      double volume,
      int line) {
    count(symbol, day);
    next.bar(kind, symbol, day, open, high, low, close, volume, line);
  }

  @Override
  public void contract(
      String underlying, LocalDate date, LocalDate expiry, StoredContract contract) {
    count(underlying, date.toEpochDay());
    next.contract(underlying, date, expiry, contract);
  }

  @Override
  public void spot(String underlying, LocalDate date, double price) {
    count(underlying, date.toEpochDay());
    next.spot(underlying, date, price);
  }

  @Override
  public void instrument(String symbol, String name, String sector, String industry) {
    symbols.add(symbol);
    next.instrument(symbol, name, sector, industry);
  }

  @Override
  public void rate(String name, LocalDate date, double rate) {
    count(name, date.toEpochDay());
    next.rate(name, date, rate);
  }

  @Override
  public void earnings(StoredEarnings report) {
    count(report.symbol(), report.reportDate().toEpochDay());
    next.earnings(report);
  }

  @Override
  public void corporateAction(String symbol, LocalDate exDate, boolean split, BigDecimal amount) {
    count(symbol, exDate.toEpochDay());
    next.corporateAction(symbol, exDate, split, amount);
  }
}
