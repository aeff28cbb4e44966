package magnus.recommendation.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import magnus.portfolio.AfterTaxPlan;
import magnus.portfolio.RealisedGain;
import magnus.portfolio.TaxYear;
import magnus.recommendation.Candidate;
import magnus.recommendation.Direction;
import magnus.recommendation.Profile;
import magnus.recommendation.RiskTolerance;
import org.junit.jupiter.api.Test;

class TaxAdviceTest {

  private static final Instant NOW = Instant.parse("2025-03-03T15:00:00Z");
  private static final UUID MAIN = new UUID(0, 1);
  private static final TaxAdvice ADVICE =
      new TaxAdvice(
          new Profile(true, RiskTolerance.BALANCED, 10, true, 0.25, 0.15, List.of()),
          0.04,
          NOW,
          Map.of("Main", MAIN));

  private static AfterTaxPlan plan(double worth, double gain) {
    return new AfterTaxPlan(
        NOW,
        List.of(
            new AfterTaxPlan.Sale(
                new UUID(0, 2), "Main", "XYZ", 10, 1_000, gain, RealisedGain.Term.LONG)),
        List.of(new AfterTaxPlan.Purchase("ABC", 1_000, "XYZ", 0.9)),
        List.of(),
        worth,
        List.of(new AfterTaxPlan.Part("risk of the stand-ins", -20)),
        0,
        -300,
        0,
        true,
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void aPlanThatTakesALossIsOneAction() {
    Candidate harvest = ADVICE.harvest(plan(250, -2_000)).orElseThrow();
    assertThat(harvest.subject()).isEqualTo("XYZ");
    assertThat(harvest.direction()).isEqualTo(Direction.HARVEST);
    assertThat(harvest.portfolio()).isEqualTo(MAIN);
    assertThat(harvest.benefit().amount()).isEqualByComparingTo("250");
    assertThat(harvest.benefit().low()).isEqualByComparingTo("210");
    assertThat(harvest.legs()).hasSize(2);
    assertThat(ADVICE.harvest(plan(250, 2_000))).isEmpty();
    assertThat(ADVICE.harvest(plan(-1, -2_000))).isEmpty();
  }

  @Test
  void aLossJustTakenIsGuardedUntilItsWindowCloses() {
    TaxYear year =
        new TaxYear(
            2025,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            List.of(
                new TaxYear.Sale(
                    "Main",
                    "XYZ",
                    LocalDate.of(2024, 12, 2),
                    LocalDate.of(2025, 2, 20),
                    BigDecimal.TEN,
                    new BigDecimal("1000"),
                    new BigDecimal("3000"),
                    BigDecimal.ZERO,
                    new BigDecimal("-2000"),
                    RealisedGain.Term.SHORT)),
            List.of(),
            List.of(
                new TaxYear.Window(
                    "XYZ",
                    TaxYear.Window.Kind.DO_NOT_BUY,
                    LocalDate.of(2025, 3, 22),
                    "A loss was taken.")),
            List.of());
    Candidate warning = ADVICE.washes(year.windows(), year.sales()).get(0);
    assertThat(warning.direction()).isEqualTo(Direction.REVIEW);
    // 2,000 at 25 %, a year's interest of 4 % on it; all of it where an IRA buys
    assertThat(warning.benefit().amount()).isEqualByComparingTo("20");
    assertThat(warning.benefit().high()).isEqualByComparingTo("500");
    assertThat(warning.title()).contains("2025-03-23");
  }
}
