package magnus.portfolio.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import magnus.portfolio.TaxPlanWish;
import magnus.portfolio.TaxTreatment;
import magnus.portfolio.tax.plan.Stand;
import org.junit.jupiter.api.Test;

class PlanMakingTest {

  private static final LocalDate TODAY = LocalDate.of(2025, 11, 3);
  private static final UUID ACCOUNT = new UUID(0, 1);

  @Test
  void whatIsTakenAsIdenticalStandsInForNothing() {
    List<Set<String>> identical = List.of(Set.of("VOO", "IVV"));
    Identity identity = new Identity(identical, Identity.Options.SAME_CONTRACT);
    TaxPlanWish middle = TaxPlanWish.keeping();
    TaxPlanWish wish =
        new TaxPlanWish(
            Set.of(ACCOUNT),
            0.32,
            0.15,
            0.32,
            5,
            0,
            0,
            Map.of(),
            middle.band(),
            0,
            middle.tradingCosts(),
            middle.deviationCosts(),
            Set.of(),
            identical,
            false);
    WashSaleReport report =
        WashSales.of(
            List.of(new TaxAccount(ACCOUNT, "One", TaxTreatment.TAXABLE)),
            List.of(),
            List.of(),
            identity);
    Stand same = new Stand("VOO", "IVV", 0.99, 0);
    Stand other = new Stand("VOO", "SCHX", 0.98, 0.01);

    PlanMaking making = new PlanMaking(wish, Set.of(ACCOUNT), report, TODAY, Map.of());

    assertThat(making.problem(0, 0.04, List.of(same, other), List.of()).stands())
        .containsExactly(other);
  }
}
