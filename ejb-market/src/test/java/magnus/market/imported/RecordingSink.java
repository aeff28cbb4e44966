package magnus.market.imported;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import magnus.persistence.market.SeriesKind;
import magnus.persistence.market.StoredContract;
import magnus.persistence.market.StoredEarnings;

/** Keeps what it is given. */
final class RecordingSink implements MarketSink {

  record Bar(
      SeriesKind kind,
      String symbol,
      LocalDate date,
      double open,
      double high,
      double low,
      double close,
      double volume) {}

  record Contract(String underlying, LocalDate date, LocalDate expiry, StoredContract contract) {}

  final List<Bar> bars = new ArrayList<>();
  final List<Contract> contracts = new ArrayList<>();
  final Map<LocalDate, Double> spots = new TreeMap<>();
  final Map<String, List<String>> instruments = new LinkedHashMap<>();
  final Map<String, Map<LocalDate, Double>> rates = new TreeMap<>();
  final List<StoredEarnings> earnings = new ArrayList<>();
  final List<String> actions = new ArrayList<>();

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
    bars.add(new Bar(kind, symbol, LocalDate.ofEpochDay(day), open, high, low, close, volume));
  }

  @Override
  public void contract(
      String underlying, LocalDate date, LocalDate expiry, StoredContract contract) {
    contracts.add(new Contract(underlying, date, expiry, contract));
  }

  @Override
  public void spot(String underlying, LocalDate date, double price) {
    spots.put(date, price);
  }

  @Override
  public void instrument(String symbol, String name, String sector, String industry) {
    instruments.put(symbol, List.of(name, sector, industry));
  }

  @Override
  public void rate(String name, LocalDate date, double rate) {
    rates.computeIfAbsent(name, n -> new TreeMap<>()).put(date, rate);
  }

  @Override
  public void earnings(StoredEarnings report) {
    earnings.add(report);
  }

  @Override
  public void corporateAction(String symbol, LocalDate exDate, boolean split, BigDecimal amount) {
    actions.add(
        symbol + " " + exDate + (split ? " split " : " dividend ") + amount.stripTrailingZeros());
  }
}
