package magnus.recommendation.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import magnus.market.OptionChain.Right;
import magnus.market.Source;
import magnus.options.Opportunity;
import magnus.options.OpportunityKind;
import magnus.options.RollSuggestion;
import magnus.options.Score;
import magnus.options.pricing.BlackScholes;
import magnus.recommendation.Benefit;
import magnus.recommendation.Candidate;
import magnus.recommendation.Direction;
import magnus.recommendation.Profile;
import magnus.recommendation.RiskTolerance;
import org.junit.jupiter.api.Test;

class IncomeAdviceTest {

  private static final Instant NOW = Instant.parse("2025-03-03T15:00:00Z");
  private static final double RATE = 0.04;

  private static IncomeAdvice advice(boolean taxed) {
    return new IncomeAdvice(
        new UUID(0, 1),
        "Main",
        200_000,
        new Profile(true, RiskTolerance.BALANCED, 10, taxed, 0.25, 0.15, List.of()),
        RATE,
        NOW);
  }

  private static Opportunity sale(
      OpportunityKind kind, double strike, double credit, double realised, double held) {
    return new Opportunity(
        kind,
        "XYZ",
        "Energy",
        Source.SIMULATED,
        LocalDate.of(2025, 4, 17),
        45,
        strike,
        100,
        held,
        credit,
        credit + 0.1,
        credit,
        0.35,
        realised,
        0.25,
        strike - credit,
        100 * strike,
        0.2,
        0.8,
        0.4,
        0.25,
        100 * credit,
        9_000,
        -1_000,
        500,
        50,
        null,
        null,
        "Worst.",
        "Mind.",
        new Score(60, List.of()));
  }

  @Test
  void aCallIsWorthWhatItPaysBeyondTheSwingsThatTheSharesShowed() {
    Opportunity call = sale(OpportunityKind.COVERED_CALL, 110, 2, 0.25, 250);
    Candidate untaxed = advice(false).call(call).orElseThrow();
    double fair = BlackScholes.value(Right.CALL, 100, 110, 45 / 365.0, RATE, 0.25);
    assertThat(untaxed.benefit().amount().doubleValue()).isCloseTo(200 * (2 - fair), within(0.01));
    assertThat(untaxed.title()).contains("2 XYZ calls at 110");
    assertThat(untaxed.direction()).isEqualTo(Direction.INCOME);
    Benefit taxed = advice(true).call(call).orElseThrow().benefit();
    assertThat(taxed.amount().doubleValue()).isCloseTo(150 * (2 - fair), within(0.01));
    assertThat(taxed.low()).isLessThan(taxed.amount());
    assertThat(taxed.high()).isGreaterThan(taxed.amount());
  }

  @Test
  void aCallThatPaysLessThanTheSwingsAskIsNotOffered() {
    assertThat(advice(false).call(sale(OpportunityKind.COVERED_CALL, 110, 2, 0.6, 250))).isEmpty();
    assertThat(advice(false).call(sale(OpportunityKind.COVERED_CALL, 110, 2, 0.25, 99))).isEmpty();
  }

  @Test
  void putsNeedTheCashAndRoomBelowTheWeightThatTheUserBears() {
    Opportunity put = sale(OpportunityKind.CASH_SECURED_PUT, 90, 2, 0.25, 0);
    assertThat(advice(false).put(put, 20_000, 0).orElseThrow().title()).contains("2 XYZ puts");
    assertThat(advice(false).put(put, 8_000, 0)).isEmpty();
    assertThat(advice(false).put(put, 20_000, 45_000)).isEmpty();
  }

  @Test
  void anUrgentRollIsOfferedWhereItsCreditBeatsTheTimeSold() {
    RollSuggestion.Roll roll =
        new RollSuggestion.Roll(
            LocalDate.of(2025, 4, 17), 45, 110, 3, 0.3, 2, 0.05, 108, 0.25, "45 DTE", "W.", "M.");
    RollSuggestion sold =
        new RollSuggestion(
            "XYZ",
            Right.CALL,
            LocalDate.of(2025, 3, 14),
            110,
            1,
            100,
            11,
            0.1,
            1,
            1,
            true,
            "11 days.",
            List.of(roll));
    Candidate offered = advice(false).roll(sold, 0.2).orElseThrow();
    assertThat(offered.direction()).isEqualTo(Direction.ROLL);
    assertThat(offered.subject()).isEqualTo("XYZ 110 call of 2025-03-14");
    assertThat(advice(false).roll(sold, 0.9)).isEmpty();
  }
}
