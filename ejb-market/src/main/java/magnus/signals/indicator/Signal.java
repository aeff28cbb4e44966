package magnus.signals.indicator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The usual readings of indicators, with the thresholds of the textbooks and none fitted: so that
 * their record on any history is one out of sample.
 */
public enum Signal {
  RSI("Relative strength index", Reading.HIGHER, Reading.LOWER) {
    @Override
    Reading read(Indicators on, AdjustedBars bars, int i) {
      double rsi = on.rsi()[i];
      return rsi < 30 ? Reading.HIGHER : rsi > 70 ? Reading.LOWER : Reading.NOTHING;
    }

    @Override
    Map<String, Double> values(Indicators on, AdjustedBars bars, int i) {
      return Map.of("rsi", on.rsi()[i]);
    }

    @Override
    String says(Indicators on, AdjustedBars bars, int i) {
      double rsi = on.rsi()[i];
      return words("The index of 14 days is %.0f: ", rsi)
          + (rsi < 30
              ? "below 30, called oversold, which is read as a rise to come."
              : rsi > 70
                  ? "above 70, called overbought, which is read as a fall to come."
                  : "between 30 and 70, which is read as nothing.");
    }
  },
  MACD("Convergence of means (MACD)", Reading.HIGHER, Reading.LOWER) {
    @Override
    Reading read(Indicators on, AdjustedBars bars, int i) {
      double gap = on.macd()[i] - on.macdSignal()[i];
      return gap > 0 ? Reading.HIGHER : gap < 0 ? Reading.LOWER : Reading.NOTHING;
    }

    @Override
    Map<String, Double> values(Indicators on, AdjustedBars bars, int i) {
      return Map.of(
          "macd", on.macd()[i],
          "signal", on.macdSignal()[i],
          "histogram", on.macd()[i] - on.macdSignal()[i]);
    }

    @Override
    String says(Indicators on, AdjustedBars bars, int i) {
      boolean above = on.macd()[i] > on.macdSignal()[i];
      return words(
          "It stands at %.2f, %s its signal line at %.2f, which is read as a %s to come.",
          on.macd()[i], above ? "above" : "below", on.macdSignal()[i], above ? "rise" : "fall");
    }
  },
  MOVING_AVERAGES("Moving averages", Reading.HIGHER, Reading.LOWER) {
    @Override
    Reading read(Indicators on, AdjustedBars bars, int i) {
      double close = bars.close()[i];
      double middle = on.mean50()[i];
      double slow = on.mean200()[i];
      return close > middle && middle > slow
          ? Reading.HIGHER
          : close < middle && middle < slow ? Reading.LOWER : Reading.NOTHING;
    }

    @Override
    Map<String, Double> values(Indicators on, AdjustedBars bars, int i) {
      return Map.of("mean20", on.mean20()[i], "mean50", on.mean50()[i], "mean200", on.mean200()[i]);
    }

    @Override
    String says(Indicators on, AdjustedBars bars, int i) {
      Reading reading = read(on, bars, i);
      return words(
          "The close of %.2f against means of %.2f (50 days) and %.2f (200 days): %s.",
          bars.close()[i],
          on.mean50()[i],
          on.mean200()[i],
          reading == Reading.HIGHER
              ? "all in rising order, which is read as a rise to come"
              : reading == Reading.LOWER
                  ? "all in falling order, which is read as a fall to come"
                  : "in no one order, which is read as nothing");
    }
  },
  BOLLINGER("Bollinger bands", Reading.HIGHER, Reading.LOWER) {
    @Override
    Reading read(Indicators on, AdjustedBars bars, int i) {
      double close = bars.close()[i];
      return close < on.lowerBand()[i]
          ? Reading.HIGHER
          : close > on.upperBand()[i] ? Reading.LOWER : Reading.NOTHING;
    }

    @Override
    Map<String, Double> values(Indicators on, AdjustedBars bars, int i) {
      return Map.of(
          "lower", on.lowerBand()[i], "middle", on.mean20()[i], "upper", on.upperBand()[i]);
    }

    @Override
    String says(Indicators on, AdjustedBars bars, int i) {
      Reading reading = read(on, bars, i);
      return words(
          "The close of %.2f is %s the bands of %.2f and %.2f, which is read as %s.",
          bars.close()[i],
          reading == Reading.HIGHER ? "below" : reading == Reading.LOWER ? "above" : "between",
          on.lowerBand()[i],
          on.upperBand()[i],
          reading == Reading.HIGHER
              ? "a rise to come"
              : reading == Reading.LOWER ? "a fall to come" : "nothing");
    }
  },
  TREND("Trend", Reading.HIGHER, Reading.LOWER) {
    @Override
    Reading read(Indicators on, AdjustedBars bars, int i) {
      return !(on.directional()[i] >= STRONG)
          ? Reading.NOTHING
          : on.plus()[i] > on.minus()[i] ? Reading.HIGHER : Reading.LOWER;
    }

    @Override
    Map<String, Double> values(Indicators on, AdjustedBars bars, int i) {
      Map<String, Double> values = new TreeMap<>();
      values.put("strength", on.directional()[i]);
      values.put("plus", on.plus()[i]);
      values.put("minus", on.minus()[i]);
      if (i >= QUARTER) {
        values.put("change63", bars.close()[i] / bars.close()[i - QUARTER] - 1);
      }
      return values;
    }

    @Override
    String says(Indicators on, AdjustedBars bars, int i) {
      double strength = on.directional()[i];
      boolean up = on.plus()[i] > on.minus()[i];
      return words(
          "Strength %.0f of 100 (directional index of 14 days), %s: %s.",
          strength,
          up ? "upward" : "downward",
          strength >= STRONG
              ? "from 25 on called a trend, which is read as going on"
              : "below 25 there is called no trend, which is read as nothing");
    }
  },
  RANGE("Average true range", Reading.RESTLESS, Reading.CALM) {
    @Override
    Reading read(Indicators on, AdjustedBars bars, int i) {
      double usual = usual(on, bars, i);
      double now = on.range()[i] / bars.close()[i];
      return !(usual > 0)
          ? Reading.NOTHING
          : now > 1.25 * usual ? Reading.RESTLESS : now < 0.8 * usual ? Reading.CALM : NONE;
    }

    @Override
    Map<String, Double> values(Indicators on, AdjustedBars bars, int i) {
      return Map.of(
          "range",
          on.range()[i],
          "share",
          on.range()[i] / bars.close()[i],
          "usualShare",
          usual(on, bars, i));
    }

    @Override
    String says(Indicators on, AdjustedBars bars, int i) {
      Reading reading = read(on, bars, i);
      return words(
          "A day spans %.2f %% of the price, against %.2f %% over the last year: %s.",
          100 * on.range()[i] / bars.close()[i],
          100 * usual(on, bars, i),
          reading == Reading.RESTLESS
              ? "restless, which is read as larger moves to come, whichever way"
              : reading == Reading.CALM
                  ? "calm, which is read as smaller moves to come"
                  : "as usual, which is read as nothing");
    }
  };

  private static final double STRONG = 25;
  private static final int QUARTER = 63;
  private static final int YEAR = 252;
  private static final Reading NONE = Reading.NOTHING;

  private final String title;
  private final List<Reading> claims;

  Signal(String title, Reading one, Reading other) {
    this.title = title;
    this.claims = List.of(one, other);
  }

  /** For people. */
  public String title() {
    return title;
  }

  /** What it may say. */
  public List<Reading> claims() {
    return claims;
  }

  /** What it says after that day's close; nothing while an indicator has too few days. */
  abstract Reading read(Indicators on, AdjustedBars bars, int i);

  /** The figures it is read from. */
  abstract Map<String, Double> values(Indicators on, AdjustedBars bars, int i);

  /** The same as a sentence. */
  abstract String says(Indicators on, AdjustedBars bars, int i);

  private static double usual(Indicators on, AdjustedBars bars, int i) {
    double sum = 0;
    int from = Math.max(0, i - YEAR + 1);
    for (int k = from; k <= i; k++) {
      sum += on.range()[k] / bars.close()[k];
    }
    return i - from + 1 < YEAR ? Double.NaN : sum / YEAR;
  }

  private static String words(String format, Object... figures) {
    return String.format(Locale.ROOT, format, figures);
  }
}
