package magnus.portfolio.tax.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import magnus.portfolio.tax.plan.TaxPlan.LeftOut;
import magnus.portfolio.tax.plan.ojalgo.OjAlgoLinearSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaxPlannerTest {

  private static final CapitalGainRates RATES = CapitalGainRates.of(.37, .20, .35, 5, .04);
  private static final ProgrammeSolver SOLVER =
      new ProgrammeSolver(new OjAlgoLinearSolver(), System::nanoTime);
  private static final TaxPlanner PLANNER = new TaxPlanner(SOLVER, 20);

  /** As good as trying everything: up to 10 lots in whole, up to 6 in halves. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void thePlanIsAsGoodAsTryingEverything(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int steps = seed % 2 == 0 ? 1 : 2;
    PlanProblem p = invented(random, steps == 1 ? 10 : 6, steps);
    TaxPlan plan = PLANNER.plan(p, 60_000);
    double nothing = PlanValue.of(p, PlanDecision.nothing(p)).total();
    assertThat(plan.proven()).isTrue();
    assertThat(plan.change().total() + nothing).isCloseTo(ExhaustiveSearch.best(p), within(1e-4));
    assertThat(plan.leftOut())
        .filteredOn(LeftOut::possible)
        .allMatch(out -> out.loses().total() > -1e-4, "nothing left out would have been better");
  }

  @Test
  void whatTheSolverGainsIsWhatThePlanIsWorth() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(77);
    for (int i = 0; i < 20; i++) {
      PlanProblem p = invented(random, 8, 4);
      PlanProgramme programme = new PlanProgramme(p);
      var found = SOLVER.maximise(programme.programme(), 60_000).orElseThrow();
      assertThat(PlanValue.of(p, programme.decision(found.values())).total())
          .isCloseTo(found.gain(), within(1e-4));
    }
  }

  @Test
  void aLossIsHarvestedAndReplacedByWhatMovesAlike() {
    PlanProblem p =
        problem(
            List.of(lot("SPY", 100, 50, -2_000, false, null)),
            List.of(target("SPY", 5_000, 5_000, 5_000, null)),
            List.of(new Stand("SPY", "VOO", .999, .0005)));
    TaxPlan plan = PLANNER.plan(p, 10_000);
    assertThat(plan.sales()).hasSize(1);
    assertThat(plan.purchases())
        .singleElement()
        .satisfies(
            bought -> {
              assertThat(bought.symbol()).isEqualTo("VOO");
              assertThat(bought.insteadOf()).isEqualTo("SPY");
              assertThat(bought.dollars()).isCloseTo(5_000 * .999 / 1.001, within(.01));
            });
    assertThat(plan.taxAfter().tax()).isCloseTo(-700, within(1e-6));
    assertThat(plan.change().total()).isPositive();
  }

  @Test
  void whatIsSoldAtALossIsNotBought() {
    PlanProblem p =
        problem(
            List.of(lot("A", 100, 50, -2_000, false, null), lot("B", 100, 100, 0, true, null)),
            List.of(
                target("A", 5_000, 9_000, 9_000, null), target("B", 10_000, 6_000, 6_000, null)),
            List.of());
    TaxPlan plan = PLANNER.plan(p, 10_000);
    boolean sold = plan.sales().stream().anyMatch(s -> s.lot().symbol().equals("A"));
    boolean bought = plan.purchases().stream().anyMatch(b -> b.symbol().equals("A"));
    assertThat(sold && bought).isFalse();
    assertThat(sold || bought).isTrue();
  }

  @Test
  void whatCannotBeSoldSaysWhy() {
    String why = "40 shares were bought on 2026-11-11; sold before 2026-12-12 the loss is washed.";
    PlanProblem p =
        problem(
            List.of(lot("A", 100, 50, -2_000, false, why)),
            List.of(target("A", 5_000, 5_000, 5_000, null)),
            List.of());
    TaxPlan plan = PLANNER.plan(p, 10_000);
    assertThat(plan.sales()).isEmpty();
    assertThat(plan.leftOut())
        .singleElement()
        .satisfies(
            out -> {
              assertThat(out.reason()).isEqualTo(why);
              assertThat(out.possible()).isFalse();
            });
    assertThat(plan.change().total()).isZero();
  }

  @Test
  void aGainThatIsLeftOutSaysWhatItsTaxIs() {
    PlanProblem p =
        problem(
            List.of(lot("A", 100, 50, 3_000, true, null)),
            List.of(target("A", 5_000, 4_500, 4_500, null)),
            List.of());
    LeftOut out = PLANNER.plan(p, 10_000).leftOut().get(0);
    assertThat(out.possible()).isTrue();
    assertThat(out.loses().total()).isPositive();
    assertThat(out.reason()).contains("tax now $540.00").contains("tax later saves $443.84");
  }

  private static PlanProblem invented(RandomGenerator random, int lots, int steps) {
    String[] symbols = {"A", "B", "C", "D"};
    double[] prices = {20, 55, 110, 300};
    List<PlanLot> all = new ArrayList<>();
    double[] held = new double[4];
    double value = 0;
    for (int i = 0; i < lots; i++) {
      int s = random.nextInt(4);
      double quantity = 20 * (1 + random.nextInt(15));
      double worth = quantity * prices[s];
      String kept = random.nextInt(8) == 0 ? "kept" : null;
      double gain = worth * random.nextDouble(-.4, .4);
      all.add(lot(symbols[s], quantity, prices[s], gain, random.nextBoolean(), kept));
      held[s] += worth;
      value += worth;
    }
    List<PlanTarget> targets = new ArrayList<>();
    for (int s = 0; s < 4; s++) {
      double wanted = value * random.nextDouble(.1, .4);
      String unbought = random.nextInt(5) == 0 ? "bought at a loss" : null;
      double committed = random.nextInt(3) == 0 ? 100 : 0;
      targets.add(
          new PlanTarget(symbols[s], held[s], wanted * .9, wanted * 1.1, committed, unbought));
    }
    return new PlanProblem(
        all,
        targets,
        List.of(new Stand("A", "B", .9, .002), new Stand("C", "E", .95, .001)),
        List.of(new CallChoice("c", "A", 100, 2, 80, random.nextDouble(-20, 60))),
        RATES,
        random.nextDouble(-8_000, 8_000),
        random.nextDouble(-8_000, 8_000),
        random.nextDouble(0, 5_000),
        1_000,
        .001,
        .03,
        steps);
  }

  private static PlanLot lot(
      String symbol, double quantity, double price, double gain, boolean longTerm, String kept) {
    return new PlanLot(UUID.randomUUID(), symbol, quantity, price, gain, longTerm, kept);
  }

  private static PlanTarget target(
      String symbol, double held, double least, double most, String unbought) {
    return new PlanTarget(symbol, held, least, most, 0, unbought);
  }

  private static PlanProblem problem(
      List<PlanLot> lots, List<PlanTarget> targets, List<Stand> stands) {
    return new PlanProblem(lots, targets, stands, List.of(), RATES, 0, 0, 0, 0, .001, .03, 10);
  }
}
