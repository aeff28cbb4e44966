package magnus.prefetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import magnus.persistence.behavior.EffectRepository;
import magnus.persistence.behavior.LoadCount;
import magnus.persistence.behavior.LoadSum;
import magnus.prefetch.effect.Split;
import org.junit.jupiter.api.Test;

class EffectDeskTest {

  private static final Instant NOW = Instant.parse("2024-03-20T15:00:00Z");
  private static final Instant BEGAN = Instant.parse("2024-03-15T12:00:00Z");

  private final List<Instant> asked = new ArrayList<>();
  private final AtomicReference<Split> split = new AtomicReference<>(new Split(0.9, "first"));
  private Instant began = BEGAN;

  private final EffectDesk desk =
      new EffectDesk(
          new EffectRepository() {
            @Override
            public Instant splitBegan(String name, double share, Instant now) {
              return began;
            }

            @Override
            public List<LoadSum> sums(Instant since, int most) {
              asked.add(since);
              return List.of(new LoadSum(new UUID(0, 1), "/", true, 1, 5, 1, 1, 0, 0));
            }

            @Override
            public List<LoadCount> counts(Instant since) {
              return List.of();
            }
          },
          split::get);

  @Test
  void asksTheLogOnceAMinuteHoweverManyLook() {
    for (int second = 0; second < 60; second += 5) {
      assertThat(desk.report(NOW.plusSeconds(second)).orElseThrow().at()).isEqualTo(NOW);
    }
    assertThat(asked).hasSize(1);
    desk.report(NOW.plusSeconds(60));
    assertThat(asked).hasSize(2);
  }

  @Test
  void comparesOnlySinceUsersAreSplitAsTheyAre() {
    assertThat(desk.report(NOW).orElseThrow().since()).isEqualTo(BEGAN);
    split.set(new Split(0.5, "first"));
    began = NOW.plusSeconds(1);
    assertThat(desk.report(NOW.plusSeconds(1)).orElseThrow().since()).isEqualTo(began);
    began = Instant.EPOCH;
    assertThat(desk.report(NOW.plusSeconds(90)).orElseThrow().since())
        .isEqualTo(NOW.plusSeconds(90).minus(EffectDesk.COMPARED));
  }
}
