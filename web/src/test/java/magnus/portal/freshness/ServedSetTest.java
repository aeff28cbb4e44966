package magnus.portal.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import magnus.basics.problem.Refusal;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.cache.Served;
import magnus.cache.Served.How;
import org.junit.jupiter.api.Test;

/** What is said of an answer that is made of many values. */
class ServedSetTest {

  private static final Instant NOW = Instant.parse("2024-03-04T15:00:00Z");

  private static Result<Served<String>> value(How how, int age, int lifespan, String version) {
    return Result.success(
        new Served<>(
            "value",
            how,
            NOW.minusSeconds(age),
            Duration.ofSeconds(age),
            Duration.ofSeconds(lifespan),
            version));
  }

  private static Map<String, Result<Served<String>>> set(
      Result<Served<String>> one, Result<Served<String>> other) {
    Map<String, Result<Served<String>>> set = new LinkedHashMap<>();
    set.put("A", one);
    set.put("B", other);
    return set;
  }

  @Test
  void isAsOldAsItsOldestAndEndsWithTheFirst() {
    Served<?> all =
        ServedSet.together(set(value(How.HIT, 40, 60, "1"), value(How.LOADED, 0, 5, "1")));
    assertThat(all.age()).isEqualTo(Duration.ofSeconds(40));
    assertThat(all.asOf()).isEqualTo(NOW.minusSeconds(40));
    assertThat(FreshnessFilter.status(all, true)).isEqualTo("magnus; fwd=partial; stored; ttl=5");
  }

  @Test
  void staleIsWhatHasAStaleValue() {
    assertThat(
            ServedSet.together(
                    set(value(How.STALE_ON_ERROR, 90, 60, "1"), value(How.LOADED, 0, 5, "1")))
                .how())
        .isEqualTo(How.STALE_ON_ERROR);
  }

  @Test
  void itsVersionChangesWithAnyValueAndWithWhatIsMissing() {
    var both = set(value(How.HIT, 1, 5, "1"), value(How.HIT, 1, 5, "2"));
    var later = set(value(How.LOADED, 0, 9, "1"), value(How.HIT, 3, 5, "2"));
    var other = set(value(How.HIT, 1, 5, "1"), value(How.HIT, 1, 5, "3"));
    var fewer =
        set(value(How.HIT, 1, 5, "1"), Result.failure(FailureReason.NO_DATA, "There is no B."));
    String version = ServedSet.together(both).version();
    assertThat(ServedSet.together(later).version()).isEqualTo(version);
    assertThat(List.of(ServedSet.together(other).version(), ServedSet.together(fewer).version()))
        .doesNotContain(version)
        .doesNotHaveDuplicates();
  }

  @Test
  void whatHasNoSuchThingIsNoFailureOfTheWhole() {
    ShelfAnswer answer = new ShelfAnswer();
    assertThat(
            answer.of(
                set(
                    Result.failure(FailureReason.NO_DATA, "There is no A."),
                    Result.failure(FailureReason.UNAVAILABLE, "Not now."))))
        .isEmpty();
    assertThat(answer.asOf()).isEmpty();
  }

  @Test
  void aSourceThatFailsForAllIsUnavailable() {
    ShelfAnswer answer = new ShelfAnswer();
    Result<Served<String>> failed = Result.failure(FailureReason.UNAVAILABLE, "Not now.");
    assertThatThrownBy(() -> answer.of(set(failed, failed)))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.slug()).isEqualTo("source-unavailable"));
  }
}
