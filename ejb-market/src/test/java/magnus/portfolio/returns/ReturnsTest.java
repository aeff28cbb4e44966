package magnus.portfolio.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.portfolio.DailyValues.DailyValue;
import magnus.portfolio.returns.MoneyWeightedReturn.Flow;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReturnsTest {

  private static final LocalDate BEGIN = LocalDate.of(2020, 1, 1);

  private static DailyValue day(int i, String value, String in, String out) {
    return new DailyValue(
        BEGIN.plusDays(i),
        new BigDecimal(value),
        new BigDecimal(in),
        new BigDecimal(out),
        BigDecimal.ZERO);
  }

  @Test
  void flowsDoNotTouchTheTimeWeightedReturn() {
    // +10 %, then 500 come in before a day of 0 %, then (1210 + 500) / 1600, then 710 leave after a
    // day of 0 %.
    Result<Double> r =
        TimeWeightedReturn.of(
            0,
            List.of(
                day(0, "1000", "1000", "0"),
                day(1, "1100", "0", "0"),
                day(2, "1600", "500", "0"),
                day(3, "1710", "0", "0"),
                day(4, "1000", "0", "710")));
    assertThat(r.find().orElseThrow()).isEqualTo(1.1 * 1.06875 - 1, within(1e-15));
  }

  @Test
  void aValueThatIsNotPositiveIsSaid() {
    Result<Double> r =
        TimeWeightedReturn.of(0, List.of(day(0, "100", "100", "0"), day(1, "-5", "0", "0")));
    assertThat(r.findFailure().orElseThrow().reason()).isEqualTo(FailureReason.NOT_COMPUTABLE);
    assertThat(r.findFailure().orElseThrow().detail()).contains("2020-01-02");
  }

  @Test
  void lessThanAYearIsNotAnnualised() {
    Result<Double> total = Result.success(.1);
    assertThat(TimeWeightedReturn.annual(total, BEGIN, BEGIN.plusDays(364)).isSuccess()).isFalse();
    assertThat(TimeWeightedReturn.annual(total, BEGIN, BEGIN.plusDays(1461)).find().orElseThrow())
        .isEqualTo(Math.pow(1.1, .25) - 1, within(1e-15));
  }

  /**
   * The same return as the growth of a unit's price: units are bought at the open, redeemed at the
   * close.
   */
  @Property(tries = 200)
  void timeWeightedIsThePriceOfAUnit(@ForAll long seed) {
    Random random = new Random(seed);
    List<DailyValue> days = new ArrayList<>();
    MathContext exact = MathContext.DECIMAL128;
    BigDecimal units = BigDecimal.ZERO;
    BigDecimal price = BigDecimal.ONE;
    BigDecimal value = BigDecimal.ZERO;
    for (int i = 0; i < 250; i++) {
      BigDecimal in =
          i == 0 || random.nextInt(20) == 0
              ? BigDecimal.valueOf(100 + random.nextInt(100_000), 2)
              : BigDecimal.ZERO;
      units = units.add(in.divide(price, exact));
      BigDecimal grown =
          value
              .add(in)
              .multiply(BigDecimal.valueOf(1 + .02 * random.nextGaussian()))
              .setScale(2, java.math.RoundingMode.HALF_EVEN);
      price = grown.divide(units, exact);
      BigDecimal out =
          random.nextInt(20) == 0
              ? grown.multiply(new BigDecimal("0.10")).setScale(2, java.math.RoundingMode.DOWN)
              : BigDecimal.ZERO;
      units = units.subtract(out.divide(price, exact));
      value = grown.subtract(out);
      days.add(new DailyValue(BEGIN.plusDays(i), value, in, out, BigDecimal.ZERO));
    }
    double expected = price.doubleValue() - 1;
    assertThat(TimeWeightedReturn.of(0, days).find().orElseThrow())
        .isEqualTo(expected, within(1e-9 * Math.max(1e-3, Math.abs(expected))));
  }

  @Test
  void agreesWithTheExampleOfASpreadsheetsManual() {
    // Microsoft's documentation of XIRR: 37.34 %
    List<Flow> flows =
        List.of(
            new Flow(LocalDate.of(2008, 1, 1), -10000),
            new Flow(LocalDate.of(2008, 3, 1), 2750),
            new Flow(LocalDate.of(2008, 10, 30), 4250),
            new Flow(LocalDate.of(2009, 2, 15), 3250),
            new Flow(LocalDate.of(2009, 4, 1), 2750));
    assertThat(MoneyWeightedReturn.of(flows).find().orElseThrow())
        .isEqualTo(0.373362535, within(1e-8));
  }

  /** The second computation: Newton's method on the rate itself. */
  @Property(tries = 200)
  void moneyWeightedAgreesWithNewton(@ForAll long seed) {
    Random random = new Random(seed);
    List<Flow> flows = new ArrayList<>();
    double paid = 0;
    int n = 1 + random.nextInt(20);
    for (int i = 0; i < n; i++) {
      double amount = 100 + random.nextInt(10_000);
      paid += amount;
      flows.add(new Flow(BEGIN.plusDays(i * 37L), -amount));
    }
    flows.add(new Flow(BEGIN.plusDays(n * 37L + 200), paid * (.7 + .8 * random.nextDouble())));
    double expected = newton(flows);
    assertThat(MoneyWeightedReturn.of(flows).find().orElseThrow())
        .isEqualTo(expected, within(1e-9 * Math.max(1e-2, Math.abs(expected))));
  }

  private static double newton(List<Flow> flows) {
    double rate = 0.05;
    for (int i = 0; i < 200; i++) {
      double f = 0;
      double slope = 0;
      for (Flow flow : flows) {
        double t = (flow.date().toEpochDay() - BEGIN.toEpochDay()) / 365.0;
        f += flow.amount() * Math.pow(1 + rate, -t);
        slope -= t * flow.amount() * Math.pow(1 + rate, -t - 1);
      }
      double next = Math.max(-.99, rate - f / slope);
      if (Math.abs(next - rate) < 1e-14) {
        return next;
      }
      rate = next;
    }
    return rate;
  }

  @Test
  void severalRootsAndNoneAreSaid() {
    List<Flow> twice =
        List.of(
            new Flow(BEGIN, -100),
            new Flow(BEGIN.plusDays(365), 230),
            new Flow(BEGIN.plusDays(730), -132));
    assertThat(MoneyWeightedReturn.of(twice).findFailure().orElseThrow().detail())
        .isEqualTo("Several rates bring the flows to zero: 10.0000 %, 20.0000 %.");
    List<Flow> never =
        List.of(
            new Flow(BEGIN, 100),
            new Flow(BEGIN.plusDays(365), -200),
            new Flow(BEGIN.plusDays(730), 150));
    assertThat(MoneyWeightedReturn.of(never).findFailure().orElseThrow().detail())
        .isEqualTo("No rate brings the flows to zero.");
    assertThat(MoneyWeightedReturn.of(List.of(new Flow(BEGIN, -1))).isSuccess()).isFalse();
  }

  @Test
  void extremesStayFinite() {
    List<Flow> day = List.of(new Flow(BEGIN, -100), new Flow(BEGIN.plusDays(1), 105));
    assertThat(MoneyWeightedReturn.of(day).find().orElseThrow())
        .isEqualTo(Math.pow(1.05, 365) - 1, within(1e-2));
    List<Flow> ruin = List.of(new Flow(BEGIN, -100), new Flow(BEGIN.plusDays(3650), 1e-9));
    assertThat(MoneyWeightedReturn.of(ruin).find().orElseThrow())
        .isEqualTo(Math.pow(1e-11, .1) - 1, within(1e-9));
  }
}
