package magnus.signals;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import magnus.basics.problem.Refusal;
import magnus.market.MarketData;
import magnus.signals.indicator.AdjustedBars;
import magnus.signals.indicator.Indicators;
import magnus.signals.indicator.Reading;
import magnus.signals.indicator.Signal;
import magnus.signals.indicator.SignalHistory;
import magnus.signals.indicator.TrackRecord;
import magnus.signals.indicator.ta4j.Ta4jIndicators;
import org.jspecify.annotations.Nullable;

/** What the past prices of one symbol are said to tell, with the record of each claim. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SymbolSignals {

  /** Sessions after which a claim is judged, where the caller names none. */
  public static final int WINDOW = 5;

  private static final int LEAST_BARS = 30;
  private static final int LONGEST_WINDOW = 63;

  @Inject private MarketData market;
  private final Indicators.Library library = new Ta4jIndicators();

  /** For the container, which fills the fields. */
  public SymbolSignals() {}

  /** For use outside of a container. */
  public SymbolSignals(MarketData market) {
    this.market = market;
  }

  /**
   * The signals after the last close that is known.
   *
   * @param window sessions after which claims are judged, 1 to 63
   * @throws Refusal UNKNOWN for a symbol without prices, UNACCEPTABLE for one with fewer than 30
   */
  public SignalReport signals(String symbol, Instant asOf, int window) {
    checkWindow(window);
    AdjustedBars bars = SymbolHistory.read(market, symbol, asOf, LEAST_BARS);
    SignalHistory history = new SignalHistory(bars, library.of(bars), window);
    int claims = Arrays.stream(Signal.values()).mapToInt(s -> s.claims().size()).sum();
    int last = bars.size() - 1;
    List<SignalReport.Item> items = new ArrayList<>();
    for (Signal signal : Signal.values()) {
      items.add(item(signal, history, last, claims));
    }
    return new SignalReport(
        symbol,
        asOf,
        bars.source(),
        bars.date(last),
        bars.close()[last],
        bars.date(0),
        bars.size(),
        window,
        claims,
        trend(history, last),
        items);
  }

  /**
   * @throws Refusal MALFORMED unless it is 1 to 63
   */
  static void checkWindow(int window) {
    if (window < 1 || window > LONGEST_WINDOW) {
      throw Refusal.malformed("window", window, "a whole number from 1 to " + LONGEST_WINDOW);
    }
  }

  private static SignalReport.Item item(Signal signal, SignalHistory history, int i, int claims) {
    Reading now = history.reading(signal, i);
    Map<Reading, TrackRecord> records = history.records(signal);
    List<SignalReport.History> told = new ArrayList<>();
    String verdict = "It says nothing now.";
    for (Reading claim : signal.claims()) {
      TrackRecord record = records.get(claim);
      if (record != null) {
        boolean stands = record.distinguishable(claims);
        if (claim == now) {
          verdict = SignalWords.verdict(record, stands);
        }
        told.add(
            new SignalReport.History(
                claim,
                claim == now,
                record.days(),
                record.claims(),
                record.episodes(),
                figure(record.hitRate()),
                figure(record.baseRate()),
                record.low(),
                record.high(),
                record.chance(),
                stands,
                SignalWords.of(claim, record, history.window(), stands)));
      }
    }
    return new SignalReport.Item(
        signal.name(),
        signal.title(),
        new TreeMap<>(history.values(signal, i)),
        now,
        history.says(signal, i),
        verdict,
        told);
  }

  private static SignalReport.TrendView trend(SignalHistory history, int i) {
    Map<String, Double> values = history.values(Signal.TREND, i);
    return new SignalReport.TrendView(
        history.reading(Signal.TREND, i),
        values.get("strength"),
        values.get("change63"),
        history.says(Signal.TREND, i));
  }

  private static @Nullable Double figure(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
