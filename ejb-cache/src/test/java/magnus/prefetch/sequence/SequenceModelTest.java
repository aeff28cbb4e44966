package magnus.prefetch.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SequenceModelTest {

  private static SequenceModel model() {
    return new SequenceModel(
        () -> Predictors.live(2), new SequenceModel.Bounds(5_000, 1_000, 100_000));
  }

  private static List<NamedStep> steps(int sessions) {
    List<NamedStep> named = new ArrayList<>();
    for (int session = 0; session < sessions; session++) {
      Walks.session(session).forEach(step -> named.add(named(step)));
    }
    return named;
  }

  private static NamedStep named(Step step) {
    SessionContext context = step.context();
    return new NamedStep(
        Optional.of("user-" + context.user()),
        Optional.of("cohort-" + context.cohort()),
        context.session(),
        Arrays.stream(context.items()).mapToObj(i -> "/page/" + i).toList(),
        context.slot(),
        context.day(),
        context.condition(),
        context.events(),
        Arrays.stream(context.held()).mapToObj(i -> "/page/" + i).toList(),
        Optional.of("/page/" + step.next()));
  }

  private static void same(SequenceModel one, SequenceModel other) {
    for (int session = 2_000_000; session < 2_000_060; session++) {
      for (Step step : Walks.session(session)) {
        NamedStep asked = named(step);
        assertThat(one.predict(asked, 20)).isEqualTo(other.predict(asked, 20));
      }
    }
  }

  @Test
  void afterForgettingAUserItIsTheModelThatNeverKnewHim() {
    List<NamedStep> all = steps(500);
    SequenceModel forgetful = model();
    all.forEach(forgetful::learn);
    Optional<String> gone = Optional.of("user-7");
    List<NamedStep> others = all.stream().filter(s -> !s.user().equals(gone)).toList();
    assertThat(others).hasSizeLessThan(all.size());
    SequenceModel innocent = model();
    others.forEach(innocent::learn);

    forgetful.forget("user-7");

    same(forgetful, innocent);
    assertThat(forgetful.log()).isEqualTo(innocent.log());
    assertThat(forgetful.snapshot()).isEqualTo(innocent.snapshot());
  }

  @Test
  void aSnapshotBringsEverythingBack() {
    SequenceModel written = model();
    steps(300).forEach(written::learn);
    SequenceModel read = model();
    read.restore(written.snapshot());
    same(written, read);
    assertThat(read.log()).isEqualTo(written.log());
  }

  @Test
  void aNodeThatLearnsTheLogOfAnotherIsItsTwin() {
    SequenceModel first = model();
    steps(300).forEach(first::learn);
    SequenceModel second = model();
    second.rebuild(first.log());
    same(first, second);
  }

  @Test
  void refusesAGarbledSnapshotAndStaysAsItWas() {
    SequenceModel model = model();
    steps(50).forEach(model::learn);
    byte[] good = model.snapshot();
    assertThatThrownBy(() -> model.restore(new byte[] {1, 2, 3, 4, 5}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rebuild the model from its log");
    assertThatThrownBy(() -> model.restore(Arrays.copyOf(good, good.length / 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ends early");
    assertThat(model.snapshot()).isEqualTo(good);
  }

  @Test
  void theLogIsBounded() {
    SequenceModel model =
        new SequenceModel(() -> Predictors.markov(1), new SequenceModel.Bounds(500, 10, 100));
    steps(200).forEach(model::learn);
    assertThat(model.steps()).isEqualTo(100);
  }
}
