package magnus.risk.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import magnus.basics.result.Result;
import magnus.market.BarSeries;
import magnus.market.CorporateAction;
import magnus.risk.metrics.DailyReturns;

/**
 * Total returns of several symbols over the same sessions, so that each session is one joint
 * scenario.
 *
 * <p>Which sessions: the asked ones from the first on which every kept symbol has a price, less
 * those on which no symbol traded. Which symbols: those that have a bar among the last {@value
 * #STALE_AFTER} sessions and at least {@value #LEAST_RETURNS} returns, and half as many as the
 * symbol with the longest history; the others are named in {@link #missing()} rather than allowed
 * to cut everybody's history short. A kept symbol that misses a session keeps its last close.
 *
 * <p>Where most symbols' prices end before the asked sessions do (an imported history of some past
 * year), the sessions end where at least half of the symbols still have prices, rather than leaving
 * nobody: {@link #sessions()} shows it.
 */
public final class MarketHistory {

  /** A symbol without a bar for so many sessions is no longer followed. */
  public static final int STALE_AFTER = 5;

  /** With fewer daily returns, spread cannot be told. */
  public static final int LEAST_RETURNS = 20;

  private final int[] sessions;
  private final TreeMap<String, double[]> returns = new TreeMap<>();
  private final TreeMap<String, String> missing = new TreeMap<>();

  private MarketHistory(int[] wished, Map<String, Result<BarSeries>> bars, Actions actions) {
    int[] asked = upToCommonEnd(wished, bars);
    TreeMap<String, Priced> priced = new TreeMap<>();
    bars.forEach(
        (symbol, result) -> {
          BarSeries series = result.find().orElse(null);
          String fault =
              series == null
                  ? result.findFailure().orElseThrow().detail()
                  : asked.length == 0 ? "No session has closed." : fault(series, asked);
          if (series == null || !fault.isEmpty()) {
            missing.put(symbol, fault);
          } else {
            priced.put(symbol, Priced.of(series, actions.of(symbol), asked));
          }
        });
    dropShort(priced);
    int start = priced.values().stream().mapToInt(Priced::first).max().orElse(asked.length);
    sessions = traded(Arrays.copyOfRange(asked, start, asked.length), priced);
    priced.forEach((symbol, p) -> returns.put(symbol, p.returnsOver(sessions)));
  }

  /** Looks up the corporate actions of a symbol, in ascending order of ex-date. */
  @FunctionalInterface
  public interface Actions {
    List<CorporateAction> of(String symbol);
  }

  /**
   * @param sessions epoch days, ascending; one more than the returns that are wanted
   */
  public static MarketHistory align(
      int[] sessions, Map<String, Result<BarSeries>> bars, Actions actions) {
    return new MarketHistory(sessions, bars, actions);
  }

  /** How many joint daily returns there are. */
  public int days() {
    return Math.max(0, sessions.length - 1);
  }

  /** Epoch days of the closes between which the returns lie: one more than {@link #days()}. */
  public int[] sessions() {
    return sessions.clone();
  }

  /** A symbol's daily returns; empty where it is {@link #missing()} or was not asked for. */
  public Optional<double[]> find(String symbol) {
    return Optional.ofNullable(returns.get(symbol));
  }

  /** Symbols without usable history, each with a sentence why. */
  public Map<String, String> missing() {
    return missing;
  }

  /** Portfolio-like returns over these sessions as a series; at least one session. */
  public DailyReturns series(double[] values) {
    return new DailyReturns(sessions[0], Arrays.copyOfRange(sessions, 1, sessions.length), values);
  }

  /**
   * Another symbol's returns over those of these sessions on which, and on the one before, it
   * traded itself.
   */
  public DailyReturns observed(BarSeries bars, List<CorporateAction> actions) {
    double[] index = TotalReturn.index(bars, actions);
    int n = 0;
    int[] days = new int[days()];
    double[] values = new double[days()];
    for (int i = 1; i < sessions.length; i++) {
      int before = Arrays.binarySearch(bars.days(), sessions[i - 1]);
      int at = Arrays.binarySearch(bars.days(), sessions[i]);
      if (before >= 0 && at >= 0) {
        days[n] = sessions[i];
        values[n++] = index[at] / index[before] - 1;
      }
    }
    int base = sessions.length == 0 ? Integer.MIN_VALUE : sessions[0];
    return new DailyReturns(base, Arrays.copyOf(days, n), Arrays.copyOf(values, n));
  }

  private static int[] upToCommonEnd(int[] wished, Map<String, Result<BarSeries>> bars) {
    int[] ends =
        bars.values().stream()
            .flatMap(r -> r.find().stream())
            .filter(series -> series.size() > 0)
            .mapToInt(series -> series.days()[series.size() - 1])
            .sorted()
            .toArray();
    if (ends.length == 0
        || wished.length == 0
        || ends[ends.length / 2] >= wished[Math.max(0, wished.length - STALE_AFTER)]) {
      return wished;
    }
    int end = ends[ends.length / 2];
    return Arrays.stream(wished).filter(day -> day <= end).toArray();
  }

  private static String fault(BarSeries series, int[] asked) {
    int oldestFresh = asked[Math.max(0, asked.length - STALE_AFTER)];
    if (series.size() == 0) {
      return "There is no bar of the last " + (asked.length - 1) + " sessions.";
    }
    if (series.days()[series.size() - 1] < oldestFresh) {
      return "The last bar is of " + series.date(series.size() - 1) + ".";
    }
    return "";
  }

  private void dropShort(TreeMap<String, Priced> priced) {
    int longest = priced.values().stream().mapToInt(Priced::count).max().orElse(0);
    int least = Math.max(LEAST_RETURNS, (longest + 1) / 2);
    priced
        .entrySet()
        .removeIf(
            e -> {
              boolean tooShort = e.getValue().count() < least;
              if (tooShort) {
                missing.put(
                    e.getKey(),
                    "There are " + e.getValue().count() + " daily returns, " + least + " needed.");
              }
              return tooShort;
            });
  }

  /**
   * The sessions on which somebody traded; the first stays, since everybody has a price by then.
   */
  private static int[] traded(int[] sessions, TreeMap<String, Priced> priced) {
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < sessions.length; i++) {
      int day = sessions[i];
      if (i == 0
          || priced.values().stream()
              .anyMatch(p -> Arrays.binarySearch(p.bars().days(), day) >= 0)) {
        kept.add(day);
      }
    }
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * A symbol's total return index beside its bars.
   *
   * @param first index of the first asked session with a price
   * @param count returns from there on
   */
  private record Priced(BarSeries bars, double[] index, int first, int count) {

    static Priced of(BarSeries bars, List<CorporateAction> actions, int[] asked) {
      int found = Arrays.binarySearch(asked, bars.days()[0]);
      int first = found >= 0 ? found : -found - 1;
      return new Priced(
          bars, TotalReturn.index(bars, actions), first, Math.max(0, asked.length - 1 - first));
    }

    double[] returnsOver(int[] sessions) {
      double[] values = new double[Math.max(0, sessions.length - 1)];
      int at = 0;
      double before = 0;
      for (int i = 0; i < sessions.length; i++) {
        while (at + 1 < index.length && bars.days()[at + 1] <= sessions[i]) {
          at++;
        }
        if (i > 0) {
          values[i - 1] = index[at] / before - 1;
        }
        before = index[at];
      }
      return values;
    }
  }
}
