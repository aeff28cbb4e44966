package magnus.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import magnus.portfolio.Missing;

/**
 * Puts an analysis into words: each rule looks at figures that are there and says one sentence
 * about them, naming its sources. No sentence tells a figure that was not computed.
 */
final class SummaryRules {

  /** Above it one name decides about the portfolio; the limit of many funds' own rules. */
  private static final double HEAVY_NAME = 0.25;

  /** Above it one sector does. */
  private static final double HEAVY_SECTOR = 0.40;

  /** Calendar days after which a history is told to be old; more than any closure of the market. */
  private static final int OLD_DAYS = 10;

  private final List<AnalysisSummary.Sentence> sentences = new ArrayList<>();

  private SummaryRules() {}

  /** Of the parts that there are. */
  static AnalysisSummary compose(
      Optional<RiskMetrics> risk,
      Optional<SectorExposure> sectors,
      Optional<PerformanceReport> performance) {
    SummaryRules rules = new SummaryRules();
    sectors.ifPresent(rules::value);
    performance.ifPresent(rules::returns);
    risk.ifPresent(rules::age);
    risk.ifPresent(rules::spread);
    risk.ifPresent(rules::tails);
    risk.ifPresent(rules::drawdown);
    risk.ifPresent(rules::concentration);
    sectors.ifPresent(rules::sector);
    risk.ifPresent(rules::missing);
    return AnalysisSummary.byRules(rules.sentences);
  }

  private void value(SectorExposure sectors) {
    String text = "What is held is worth " + money(sectors.value(), sectors.currency());
    Optional<Double> cash =
        sectors.items().stream()
            .filter(i -> i.sector().equals(SectorExposure.CASH))
            .flatMap(i -> Stream.ofNullable(i.weight()))
            .findFirst();
    if (cash.isPresent()) {
      say(
          text + ", " + percent(cash.get()) + " of it cash.",
          "sector_exposure.value",
          "sector_exposure.items");
    } else {
      say(text + ".", "sector_exposure.value");
    }
  }

  private void returns(PerformanceReport performance) {
    if (performance.timeWeighted() == null || performance.from() == null) {
      return;
    }
    String text =
        "Since " + performance.from() + " it returned " + percent(performance.timeWeighted());
    PerformanceReport.BenchmarkReturn benchmark = performance.benchmark();
    if (benchmark == null) {
      say(text + " (time-weighted).", "performance.timeWeighted", "performance.from");
      return;
    }
    double ahead = performance.timeWeighted() - benchmark.timeWeighted();
    say(
        text
            + " (time-weighted), "
            + points(Math.abs(ahead))
            + (ahead >= 0 ? " more than " : " less than ")
            + benchmark.symbol()
            + ".",
        "performance.timeWeighted",
        "performance.from",
        "performance.benchmark.timeWeighted");
  }

  private void age(RiskMetrics risk) {
    if (!isOld(risk)) {
      return;
    }
    say(
        "Price histories end on "
            + risk.to()
            + ": the risk figures describe the time before, not today.",
        "risk_metrics.to");
  }

  private static boolean isOld(RiskMetrics risk) {
    return risk.to() != null
        && risk.to().plusDays(OLD_DAYS).isBefore(LocalDate.ofInstant(risk.asOf(), ZoneOffset.UTC));
  }

  private void spread(RiskMetrics risk) {
    if (risk.volatility() == null) {
      return;
    }
    String text =
        "Over the last "
            + risk.days()
            + (isOld(risk) ? " known" : "")
            + " sessions, what is held now would have fluctuated by "
            + percent(risk.volatility())
            + " a year";
    if (risk.beta() == null) {
      say(text + ".", "risk_metrics.volatility", "risk_metrics.days");
    } else {
      say(
          text
              + " and moved "
              + number(risk.beta())
              + " times as much as "
              + risk.benchmark()
              + " (beta).",
          "risk_metrics.volatility",
          "risk_metrics.days",
          "risk_metrics.beta");
    }
  }

  private void tails(RiskMetrics risk) {
    RiskMetrics.Tail tail = risk.var().get("99");
    if (tail == null) {
      return;
    }
    double money = tail.historical() * risk.covered().doubleValue();
    say(
        "One day in a hundred would have lost more than "
            + percent(tail.historical())
            + " ("
            + money(MetricsOfSnapshot.money(money), risk.currency())
            + "), and "
            + percent(tail.expectedShortfall())
            + " on average when it did.",
        "risk_metrics.var.99.historical",
        "risk_metrics.var.99.expectedShortfall",
        "risk_metrics.covered");
    if (tail.filtered() != null && tail.filtered() > 1.25 * tail.historical()) {
      say(
          "Markets are rougher now than over the whole period: at today's volatility that limit is "
              + percent(tail.filtered())
              + ".",
          "risk_metrics.var.99.filtered",
          "risk_metrics.var.99.historical");
    }
  }

  private void drawdown(RiskMetrics risk) {
    RiskMetrics.MaximumDrawdown d = risk.maximumDrawdown();
    if (d == null || d.depth() == 0) {
      return;
    }
    say(
        "Its deepest fall would have been "
            + percent(d.depth())
            + ", from "
            + d.peak()
            + " to "
            + d.trough()
            + (d.recovery() == null
                ? ", not yet made good."
                : ", made good by " + d.recovery() + "."),
        "risk_metrics.maximumDrawdown");
  }

  private void concentration(RiskMetrics risk) {
    RiskMetrics.ConcentrationFigures c = risk.concentration();
    if (c == null) {
      return;
    }
    boolean heavy = c.largest().weight() > HEAVY_NAME;
    say(
        "What is invested is spread like "
            + number(c.effectiveHoldings())
            + " equal holdings; the largest, "
            + c.largest().symbol()
            + ", makes up "
            + percent(c.largest().weight())
            + (heavy ? ", so that it decides much of the outcome." : "."),
        "risk_metrics.concentration.effectiveHoldings",
        "risk_metrics.concentration.largest");
  }

  private void sector(SectorExposure sectors) {
    sectors.items().stream()
        .filter(i -> !i.sector().equals(SectorExposure.CASH))
        .findFirst()
        .ifPresent(
            largest -> {
              Double weight = largest.exposureWeight();
              if (weight != null && weight > HEAVY_SECTOR) {
                say(
                    "The sector "
                        + largest.sector()
                        + " stands for "
                        + percent(weight)
                        + " of the value.",
                    "sector_exposure.items");
              }
            });
  }

  private void missing(RiskMetrics risk) {
    List<String> symbols = risk.missing().stream().map(Missing::symbol).sorted().toList();
    if (symbols.isEmpty()) {
      return;
    }
    int named = Math.min(symbols.size(), 5);
    String list = String.join(", ", symbols.subList(0, named));
    String more = symbols.size() > named ? " and " + (symbols.size() - named) + " more" : "";
    say(
        "Something is missing (the figures say what) about: " + list + more + ".",
        "risk_metrics.missing");
  }

  private void say(String text, String... sources) {
    sentences.add(new AnalysisSummary.Sentence(text, List.of(sources)));
  }

  private static String money(BigDecimal amount, String currency) {
    return currency + " " + format("#,##0.00").format(amount);
  }

  private static String percent(double fraction) {
    return format("0.0").format(100 * fraction) + " %";
  }

  private static String points(double fraction) {
    return format("0.0").format(100 * fraction) + " percentage points";
  }

  private static String number(double value) {
    return format("0.00").format(value);
  }

  private static DecimalFormat format(String pattern) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    return format;
  }
}
