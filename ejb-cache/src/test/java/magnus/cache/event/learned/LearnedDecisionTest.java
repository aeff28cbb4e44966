package magnus.cache.event.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import magnus.cache.DataType;
import magnus.cache.Ingredient;
import magnus.cache.MarketSense;
import magnus.cache.Occurrence;
import magnus.cache.event.Decision;
import magnus.cache.event.EntryIndex.Place;
import magnus.cache.event.PriceMemory;
import magnus.cache.event.RuleDecision;
import magnus.cache.freshness.Lifespan;
import magnus.cache.shelf.Entry;
import org.junit.jupiter.api.Test;

class LearnedDecisionTest {

  private static final Instant NOW = Instant.parse("2024-03-05T16:00:00Z");
  private static final Place PLACE = new Place("quotes", "A");

  private final OutcomeBook outcomes = new OutcomeBook(type -> 10);
  private double moved = 0.0012;
  private final PriceMemory prices = (symbol, then) -> OptionalDouble.of(moved);
  private final MarketSense sense =
      new MarketSense() {
        @Override
        public Optional<Reading> dailyVolatility(String symbol, Instant asOf) {
          return Optional.of(new Reading(0.02, "test", asOf));
        }

        @Override
        public Optional<Reading> marketDailyVolatility(Instant asOf) {
          return Optional.empty();
        }

        @Override
        public Optional<Coming> nextCatalyst(Set<Ingredient> madeFrom, Instant asOf) {
          return Optional.empty();
        }
      };

  /** Believes that what has moved by more than ε is wrong, and nothing else. */
  private static LearnedModel model(boolean inForce) {
    List<Double> coefficients = new ArrayList<>();
    Features.NAMES.forEach(n -> coefficients.add(n.equals("moved_beyond_epsilon") ? 8.0 : 0.0));
    coefficients.set(0, -4.0);
    Score score = Score.of(10, 5, 1, 1);
    return new LearnedModel(
        new LearnedModel.Provenance(
            "test",
            "bars",
            "vix",
            10,
            1,
            LocalDate.EPOCH,
            LocalDate.EPOCH,
            1,
            LocalDate.EPOCH,
            LocalDate.EPOCH,
            1,
            ""),
        Features.NAMES,
        coefficients,
        0.5,
        List.of(
            new LearnedModel.Verdict(
                Occurrence.Kind.PRICE_MOVE, DataType.QUOTE, score, score, 0.1, 0.05, inForce)));
  }

  private Decision decision(boolean inForce, boolean advisory) {
    return new LearnedDecision(
        model(inForce),
        new Features(sense, prices, type -> 10),
        new RuleDecision(2, prices),
        shelf -> Optional.of(DataType.QUOTE),
        advisory,
        outcomes);
  }

  private static Entry<Double> entry(double value, Instant asOf) {
    return new Entry<>(
        value,
        new byte[0],
        asOf,
        new Lifespan(Duration.ofSeconds(60), "test", List.of()),
        Set.of(Ingredient.symbol("A")),
        "1",
        Duration.ZERO,
        "n1",
        "request");
  }

  private static Occurrence event(Occurrence.Kind kind) {
    return new Occurrence(
        kind,
        Set.of(Ingredient.symbol("A")),
        NOW,
        Map.of("move", 0.001, "move_sigmas", 2.1, "daily_volatility", 0.02),
        "test");
  }

  private Decision.Decided decide(boolean inForce, boolean advisory, Occurrence.Kind kind) {
    return decision(inForce, advisory)
        .decide(event(kind), "quotes", "A", entry(100, NOW.minusSeconds(20)));
  }

  @Test
  void decidesWhereItBeatTheRuleAndSaysHowLikely() {
    // 12 bp are less than 2 σ of a minute (50 bp), so the rule keeps, but more than ε.
    Decision.Decided decided = decide(true, false, Occurrence.Kind.PRICE_MOVE);
    assertThat(decided.verdict()).isEqualTo(Decision.Verdict.DROP);
    assertThat(decided.why()).contains("learned decision: 98 %").contains("the rule would keep");
    moved = 0.0005;
    assertThat(decide(true, false, Occurrence.Kind.PRICE_MOVE).verdict())
        .isEqualTo(Decision.Verdict.KEEP);
  }

  @Test
  void leavesTheRestToTheRule() {
    for (Decision.Decided ruled :
        List.of(
            decide(false, false, Occurrence.Kind.PRICE_MOVE),
            decide(true, true, Occurrence.Kind.PRICE_MOVE))) {
      assertThat(ruled.verdict()).isEqualTo(Decision.Verdict.KEEP);
      assertThat(ruled.why()).startsWith("rule: price moved 0.12 %");
    }
    assertThat(decide(true, false, Occurrence.Kind.PORTFOLIO_CHANGED).verdict())
        .isEqualTo(Decision.Verdict.DROP);
  }

  @Test
  void theNextLoadTellsWhoWasRight() {
    decide(true, false, Occurrence.Kind.PRICE_MOVE);
    outcomes.loaded(
        PLACE,
        entry(101, NOW.plusSeconds(5)),
        (place, served, truth) -> Math.abs((Double) served.value() - (Double) truth.value()) * 100);
    OutcomeBook.Live live = outcomes.live().get(0);
    assertThat(live.learned()).isEqualTo(Score.of(1, 1, 0, 0));
    assertThat(live.rule()).isEqualTo(Score.of(1, 1, 0, 1));
    assertThat(outcomes.recent(5)).singleElement().matches(OutcomeBook.Outcome::changed);
    // The same load again tells nothing more.
    outcomes.loaded(PLACE, entry(99, NOW.plusSeconds(6)), (place, served, truth) -> 0);
    assertThat(outcomes.recent(5)).hasSize(1);
  }

  @Test
  void aLoadLongAfterTheEndTellsNothing() {
    decide(true, false, Occurrence.Kind.PRICE_MOVE);
    outcomes.loaded(PLACE, entry(101, NOW.plusSeconds(600)), (place, served, truth) -> 100);
    assertThat(outcomes.live()).isEmpty();
  }

  @Test
  void theShippedModelIsWholeAndInForceOnlyWhereItGained() {
    LearnedModel shipped = LearnedModel.shipped();
    assertThat(shipped.provenance().heldOutFrom()).isAfter(shipped.provenance().trainedTo());
    assertThat(shipped.verdicts()).isNotEmpty();
    for (LearnedModel.Verdict verdict : shipped.verdicts()) {
      assertThat(verdict.inForce()).isEqualTo(verdict.gainLow() > 0);
      assertThat(verdict.gain())
          .isCloseTo(
              verdict.learned().balance() - verdict.rule().balance(),
              org.assertj.core.api.Assertions.within(1e-9));
    }
  }
}
