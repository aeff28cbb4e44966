package magnus.cache.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import magnus.basics.time.TradingCalendar;
import magnus.cache.DataType;
import magnus.cache.MarketSense.Coming;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

/** What holds for every policy, type, moment, volatility and rate of accesses. */
class LifespanPropertiesTest {

  private static final long YEAR_2024 = 1_704_067_200L;
  private static final long YEAR = 366L * 86_400;

  private static List<LifespanPolicy> policies(StatedMarket sense) {
    return List.of(
        new RulePolicy(sense), new ErrorBoundedPolicy(sense, type -> 10), new FixedPolicy());
  }

  @Property
  void liesBetweenFloorAndCeilingAndAddsUp(
      @ForAll DataType type,
      @ForAll @LongRange(max = YEAR) long second,
      @ForAll @Scale(5) @DoubleRange(max = 2) double daily,
      @ForAll @Scale(5) @DoubleRange(max = 500) double rate,
      @ForAll @LongRange(min = -10, max = 200_000) long catalyst) {
    Instant at = Instant.ofEpochSecond(YEAR_2024 + second);
    StatedMarket sense = StatedMarket.of(daily);
    sense.coming = new Coming("EARNINGS", at.plusSeconds(catalyst), "calendar");
    for (LifespanPolicy policy : policies(sense)) {
      Lifespan lifespan = policy.choose(StatedMarket.question(type, at, rate, "AAPL"));
      assertThat(lifespan.duration()).isBetween(LifespanQuestion.FLOOR, LifespanQuestion.CEILING);
      Addition.addsUp(lifespan);
    }
  }

  @Property
  void isMonotoneInVolatility(
      @ForAll DataType type,
      @ForAll @LongRange(max = YEAR) long second,
      @ForAll @Scale(5) @DoubleRange(max = 0.2) double one,
      @ForAll @Scale(5) @DoubleRange(max = 0.2) double other,
      @ForAll @Scale(5) @DoubleRange(max = 0.2) double another,
      @ForAll @Scale(5) @DoubleRange(max = 0.2) double market,
      @ForAll @Scale(5) @DoubleRange(max = 50) double rate) {
    Instant at = Instant.ofEpochSecond(YEAR_2024 + second);
    StatedMarket calm = StatedMarket.of(Math.min(one, other));
    StatedMarket wild = StatedMarket.of(Math.max(one, other));
    for (StatedMarket sense : List.of(calm, wild)) {
      sense.volatility.put("MSFT", another);
      sense.market = market;
    }
    LifespanQuestion question = StatedMarket.question(type, at, rate, "AAPL", "MSFT");
    for (int i = 0; i < 3; i++) {
      assertThat(policies(wild).get(i).choose(question).duration())
          .isLessThanOrEqualTo(policies(calm).get(i).choose(question).duration());
    }
  }

  @Property
  void isNeverLongerThanUntilTheBellForWhatPricesMove(
      @ForAll @LongRange(max = YEAR) long second,
      @ForAll @Scale(5) @DoubleRange(max = 0.2) double daily,
      @ForAll @Scale(5) @DoubleRange(max = 50) double rate) {
    Instant at = Instant.ofEpochSecond(YEAR_2024 + second);
    Duration left = Duration.between(at, TradingCalendar.newYork().phaseEnd(at));
    Duration most = left.compareTo(LifespanQuestion.FLOOR) < 0 ? LifespanQuestion.FLOOR : left;
    StatedMarket sense = StatedMarket.of(daily);
    for (DataType type : DataType.values()) {
      if (type.movesWithPrices()) {
        for (LifespanPolicy policy : policies(sense).subList(0, 2)) {
          assertThat(policy.choose(StatedMarket.question(type, at, rate, "AAPL")).duration())
              .isLessThanOrEqualTo(most);
        }
      }
    }
  }

  @Property
  void errorBoundedIsMonotoneInTheRateOfAccesses(
      @ForAll @LongRange(max = YEAR) long second,
      @ForAll @Scale(5) @DoubleRange(min = 1e-5, max = 50) double one,
      @ForAll @Scale(5) @DoubleRange(min = 1e-5, max = 50) double other,
      @ForAll @Scale(5) @DoubleRange(max = 0.2) double daily) {
    Instant at = Instant.ofEpochSecond(YEAR_2024 + second);
    LifespanPolicy policy = new ErrorBoundedPolicy(StatedMarket.of(daily), type -> 10);
    LifespanQuestion seldom =
        StatedMarket.question(DataType.QUOTE, at, Math.min(one, other), "AAPL");
    LifespanQuestion often =
        StatedMarket.question(DataType.QUOTE, at, Math.max(one, other), "AAPL");
    assertThat(policy.choose(often).duration())
        .isLessThanOrEqualTo(policy.choose(seldom).duration());
  }
}
