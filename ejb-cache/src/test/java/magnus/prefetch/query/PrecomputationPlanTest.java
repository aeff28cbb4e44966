package magnus.prefetch.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import magnus.cache.event.EntryIndex.Place;
import magnus.prefetch.PrecomputationReport;
import org.junit.jupiter.api.Test;

class PrecomputationPlanTest {

  private static final PrecomputationPlan.Bounds WIDE =
      new PrecomputationPlan.Bounds(100, 1 << 20, 0.5, 600);

  private static PrecomputationPlan.Candidate of(String key, double weight, double statements) {
    return new PrecomputationPlan.Candidate(
        new Place("positions", key), weight, statements, 10, 1_000, 3_600, false);
  }

  private static List<String> keys(PrecomputationPlan plan) {
    return plan.picks().stream().map(p -> p.place().key()).toList();
  }

  @Test
  void whatSavesMostComesFirst() {
    PrecomputationPlan plan =
        PrecomputationPlan.of(
            List.of(of("few", 9, 1), of("many", 9, 17), of("often", 90, 17), of("rare", 1, 17)),
            WIDE);
    assertThat(keys(plan)).containsExactly("often", "many", "few");
    assertThat(plan.unlikely()).isEqualTo(1);
  }

  @Test
  void whatEndsBeforeTheHourIsNotComputed() {
    PrecomputationPlan.Candidate shortLived =
        new PrecomputationPlan.Candidate(new Place("quotes", "A"), 9, 2, 1, 100, 600, false);
    PrecomputationPlan.Candidate there =
        new PrecomputationPlan.Candidate(new Place("quotes", "B"), 9, 2, 1, 100, 9_999, true);
    PrecomputationPlan plan = PrecomputationPlan.of(List.of(shortLived, there), WIDE);
    assertThat(plan).isEqualTo(new PrecomputationPlan(List.of(), 0, 1, 1, 0));
  }

  @Test
  void budgetsHold() {
    List<PrecomputationPlan.Candidate> many = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      many.add(of("k" + i, 9 + i, 3));
    }
    assertThat(
            PrecomputationPlan.of(many, new PrecomputationPlan.Bounds(7, 1 << 20, 0.5, 0)).beyond())
        .isEqualTo(43);
    PrecomputationPlan byBytes =
        PrecomputationPlan.of(many, new PrecomputationPlan.Bounds(100, 4_500, 0.5, 0));
    assertThat(byBytes.picks()).hasSize(4);
    assertThat(byBytes.picks().stream().mapToLong(PrecomputationPlan.Pick::bytes).sum())
        .isLessThanOrEqualTo(4_500);
  }

  @Test
  void askedOnceAWeekForeverIsTheChanceOfOnce() {
    double weight = 1 / (1 - Math.sqrt(0.5));
    assertThat(PrecomputationPlan.chance(weight)).isEqualTo(1 - Math.exp(-1), within(1e-9));
  }

  @Test
  void aValueIsUsedOrWastedAndCountedOnce() {
    Instant now = Instant.parse("2024-03-05T14:30:00Z");
    Precomputed values = new Precomputed();
    AtomicBoolean asked = new AtomicBoolean();
    PrecomputationPlan.Pick pick =
        PrecomputationPlan.of(List.of(of("k", 9, 3)), WIDE).picks().get(0);
    values.add(pick, 12, now.plusSeconds(60), asked::get);
    values.add(pick, 12, now.plusSeconds(10), () -> false);
    values.settle(now, false);
    assertThat(values.waiting()).isEqualTo(2);
    asked.set(true);
    values.settle(now.plusSeconds(10), false);
    values.settle(now.plusSeconds(20), true);
    assertThat(values.byShelf())
        .containsExactly(new PrecomputationReport.OfShelf("positions", 2, 1, 1, 3, 12));
  }
}
