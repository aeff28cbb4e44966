package magnus.prefetch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import magnus.cache.event.EntryIndex.Place;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private static final Instant NOON = Instant.parse("2018-02-05T17:00:00Z");
  private static final Planner.Conditions CALM = new Planner.Conditions(false, false, 0.1);

  private final Planner planner = new Planner(new Pricing(50, 2), 0.85);
  private final WasteGovernor governor = new WasteGovernor(0.25);

  private static Candidate candidate(String target, double probability, boolean fresh) {
    return new Candidate(
        target,
        probability,
        List.of(new Need(new Place("option-chains", target), 400, 1, 600, 0, fresh)));
  }

  private List<Verdict> verdicts(Planner.Conditions conditions, Budget budget, Candidate... all) {
    return planner
        .plan(
            List.of(all),
            new ThinkTime(),
            conditions,
            governor,
            new Experience(),
            calls -> budget.take(calls, NOON) ? Verdict.PREFETCH : Verdict.USER_BUDGET)
        .stream()
        .map(Decision::verdict)
        .toList();
  }

  private static Budget wide() {
    return new Budget(100, NOON);
  }

  @Test
  void loadsWhatIsLikelyAndMissing() {
    assertThat(
            verdicts(
                CALM,
                wide(),
                candidate("A", 0.9, false),
                candidate("B", 0.9, true),
                candidate("C", 0.2, false)))
        .containsExactly(Verdict.PREFETCH, Verdict.FRESH, Verdict.UNLIKELY);
  }

  @Test
  void promisesNothingOfWhatItKnowsNoNeedsOf() {
    Candidate unknown = new Candidate("/about", 0.95, List.of());
    assertThat(verdicts(CALM, wide(), unknown)).containsExactly(Verdict.NOTHING_KNOWN);
  }

  @Test
  void doesNothingForWhoSavesDataIsSwitchedOffOrOnABusyServer() {
    Candidate sure = candidate("A", 1, false);
    Budget budget = wide();

    assertThat(verdicts(new Planner.Conditions(true, false, 0), budget, sure))
        .containsExactly(Verdict.SAVE_DATA);
    assertThat(verdicts(new Planner.Conditions(false, true, 0), budget, sure))
        .containsExactly(Verdict.SWITCHED_OFF);
    assertThat(verdicts(new Planner.Conditions(false, false, 0.85), budget, sure))
        .containsExactly(Verdict.OVERLOADED);
    assertThat(budget.left(NOON)).isEqualTo(100);
  }

  @Test
  void spendsASmallBudgetOnWhatSavesMostPerCall() {
    assertThat(
            verdicts(
                CALM,
                new Budget(1, NOON),
                candidate("A", 0.85, false),
                candidate("B", 0.95, false),
                candidate("C", 0.9, false)))
        .containsExactly(Verdict.USER_BUDGET, Verdict.PREFETCH, Verdict.USER_BUDGET);
  }

  @Test
  void refusesWhatCostsMoreThanItSaves() {
    Planner dear = new Planner(new Pricing(100_000, 2), 0.85);
    List<Decision> decisions =
        dear.plan(
            List.of(candidate("A", 0.9, false)),
            new ThinkTime(),
            CALM,
            governor,
            new Experience(),
            calls -> Verdict.PREFETCH);

    assertThat(decisions.get(0).verdict()).isEqualTo(Verdict.NOT_WORTH);
    assertThat(decisions.get(0).price().worth()).isNegative();
  }

  @Test
  void keepsItsOrder() {
    Candidate[] many =
        IntStream.range(0, 20)
            .mapToObj(i -> candidate("S" + i, i / 20.0, i % 3 == 0))
            .toArray(Candidate[]::new);

    assertThat(
            planner.plan(
                List.of(many),
                new ThinkTime(),
                CALM,
                governor,
                new Experience(),
                calls -> Verdict.PREFETCH))
        .extracting(d -> d.candidate().target())
        .containsExactly(IntStream.range(0, 20).mapToObj(i -> "S" + i).toArray(String[]::new));
  }

  @Test
  void leavesOutWhatEndsBeforeHeComes() {
    Need quote = new Need(new Place("quotes", "A"), 60, 0.3, 2, 0, false);
    Need chain = new Need(new Place("option-chains", "A"), 250, 1, 600, 0, false);

    Decision decision = decide(new Candidate("A", 0.9, List.of(quote, chain)));

    assertThat(decision.verdict()).isEqualTo(Verdict.PREFETCH);
    assertThat(decision.loads()).extracting(Planned::need).containsExactly(chain);
    // The page still waits for its quote: 190 ms less, not 250.
    assertThat(decision.price().savedMillis()).isBetween(0.9 * 189, 0.9 * 190);
  }

  @Test
  void addsUpThePagesThatAskForTheSame() {
    Need positions = new Need(new Place("positions", "his"), 120, 1, 600, 0, false);
    List<Decision> decisions =
        planner.plan(
            List.of(
                new Candidate("dashboard", 0.45, List.of(positions)),
                new Candidate("holdings", 0.45, List.of(positions))),
            new ThinkTime(),
            CALM,
            governor,
            new Experience(),
            calls -> Verdict.PREFETCH);

    assertThat(decisions).allMatch(Decision::isPrefetch);
    assertThat(decisions.stream().flatMap(d -> d.loads().stream())).hasSize(1);
  }

  private Decision decide(Candidate candidate) {
    return planner
        .plan(
            List.of(candidate),
            new ThinkTime(),
            CALM,
            governor,
            new Experience(),
            calls -> Verdict.PREFETCH)
        .get(0);
  }
}
