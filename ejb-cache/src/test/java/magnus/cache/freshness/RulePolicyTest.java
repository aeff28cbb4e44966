package magnus.cache.freshness;

import static magnus.cache.freshness.StatedMarket.NOON;
import static magnus.cache.freshness.StatedMarket.question;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import magnus.cache.DataType;
import magnus.cache.MarketSense;
import magnus.cache.MarketSense.Coming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulePolicyTest {

  private static Lifespan choose(MarketSense sense, LifespanQuestion question) {
    Lifespan lifespan = new RulePolicy(sense).choose(question);
    Addition.addsUp(lifespan);
    return lifespan;
  }

  @ParameterizedTest
  @CsvSource({
    "0.0299, PT45S",
    "0.03, PT30S",
    "0.015, PT45S",
    "0.0149, PT1M30S",
    "0.001, PT1M30S",
  })
  void volatilityShortensAndLengthens(double daily, Duration lifespan) {
    assertThat(
            choose(StatedMarket.of(daily), question(DataType.OPTION_CHAIN, NOON, 1, "AAPL"))
                .duration())
        .isEqualTo(lifespan);
  }

  @Test
  void ofSeveralSymbolsTheMostVolatileCounts() {
    StatedMarket sense = StatedMarket.of(0.01);
    sense.volatility.put("TSLA", 0.04);
    Lifespan both = choose(sense, question(DataType.POSITIONS, NOON, 1, "AAPL", "TSLA"));
    assertThat(both.duration()).hasSeconds(15);
    assertThat(both.factors())
        .anyMatch(
            f -> f.source().equals("realised volatility of TSLA, the most volatile of 2 symbols"))
        .anyMatch(f -> f.ageSeconds() == 600);
  }

  @Test
  void theMarketsVolatilityCountsWhereASymbolsIsNotKnown() {
    StatedMarket sense = StatedMarket.of(0.01);
    sense.market = 0.02;
    Lifespan lifespan = choose(sense, question(DataType.OPTION_CHAIN, NOON, 1, "AAPL", "NEW"));
    assertThat(lifespan.duration()).hasSeconds(45);
    assertThat(lifespan.factors()).anyMatch(f -> f.source().equals("VIX") && f.ageSeconds() == 60);
  }

  @Test
  void whatNobodyKnowsIsSaid() {
    Lifespan lifespan =
        choose(MarketSense.none(), question(DataType.OPTION_CHAIN, NOON, 1, "AAPL"));
    assertThat(lifespan.duration()).hasSeconds(60);
    assertThat(lifespan.factors())
        .filteredOn(f -> f.source().equals("none known"))
        .extracting(Lifespan.Factor::name)
        .containsExactly("volatility", "catalyst");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-05-01T12:00:00Z, PT3M", // 08:00 in New York
    "2024-05-01T13:29:00Z, PT1M", // the opening bell
    "2024-05-01T13:29:57Z, PT5S", // the floor
    "2024-05-01T13:30:00Z, PT1M30S",
    "2024-05-01T19:59:00Z, PT1M", // the closing bell
    "2024-05-01T20:00:00Z, PT3M",
    "2024-05-01T23:59:00Z, PT1M",
    "2024-05-02T00:00:00Z, PT4H", // closed, until the date changes
    "2024-05-02T04:00:00Z, PT4H", // closed until 04:00
    "2024-05-04T00:00:00Z, PT4H", // Friday night
  })
  void theSessionCounts(Instant at, Duration lifespan) {
    assertThat(
            choose(StatedMarket.of(0.01), question(DataType.OPTION_CHAIN, at, 1, "AAPL"))
                .duration())
        .isEqualTo(lifespan);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-05-02T00:00:00Z, PT8H, PT4H", // 20:00 in New York
    "2024-05-02T04:00:00Z, PT4H, PT4H", // midnight
    "2024-05-04T00:00:00Z, PT56H, PT4H", // over the weekend
    "2024-05-04T16:00:00Z, PT40H, PT12H", // Saturday noon
    "2024-03-10T05:00:00Z, PT27H, PT23H", // the Sunday on which summer time begins
  })
  void whatIsToldByTheDateEndsAtMidnightThoughNoPriceMoves(
      Instant at, Duration price, Duration dated) {
    StatedMarket sense = StatedMarket.of(0.01);
    for (LifespanPolicy policy :
        List.of(new RulePolicy(sense), new ErrorBoundedPolicy(sense, type -> 25))) {
      assertThat(policy.choose(question(DataType.QUOTE, at, 1, "AAPL")).duration())
          .isEqualTo(price);
      for (DataType type : List.of(DataType.POSITIONS, DataType.ANALYTICS)) {
        assertThat(policy.choose(question(type, at, 1, "AAPL")).duration()).isEqualTo(dated);
      }
    }
  }

  @Test
  void aCatalystShortensAndIsNotOutlived() {
    StatedMarket sense = StatedMarket.of(0.02);
    sense.coming = new Coming("EARNINGS", NOON.plusSeconds(4 * 3600), "calendar");
    LifespanQuestion chain = question(DataType.OPTION_CHAIN, NOON, 1, "AAPL");
    assertThat(choose(sense, chain).duration()).isEqualTo(Duration.ofMillis(13_500));
    LifespanQuestion news = question(DataType.NEWS, NOON, 1, "AAPL");
    assertThat(choose(sense, news).duration()).hasSeconds(180);
    sense.coming = new Coming("EARNINGS", NOON.plusSeconds(7), "calendar");
    assertThat(choose(sense, chain).duration()).hasSeconds(7);
    sense.coming = new Coming("EARNINGS", NOON.plusSeconds(25 * 3600), "calendar");
    assertThat(choose(sense, chain).duration()).hasSeconds(45);
  }

  @Test
  void whatPricesDoNotMoveKeepsItsBaseAtNight() {
    Instant night = Instant.parse("2024-05-02T02:00:00Z");
    assertThat(
            choose(StatedMarket.of(0.05), question(DataType.RESEARCH, night, 1, "AAPL")).duration())
        .hasHours(1);
  }
}
