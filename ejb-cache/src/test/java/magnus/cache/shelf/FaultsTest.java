package magnus.cache.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.cache.Codec;
import magnus.cache.Served;
import magnus.cache.Served.How;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong is answered as promised, and each kind of it has its count. */
@Timeout(60)
class FaultsTest {

  private final ShelfBench bench = new ShelfBench();

  private static How how(Result<Served<String>> result) {
    return result.find().orElseThrow(() -> new AssertionError(result.toString())).how();
  }

  private static FailureReason reason(Result<Served<String>> result) {
    return result.findFailure().orElseThrow().reason();
  }

  @Test
  void aSlowSource() {
    bench.plan = bench.plan.withPatience(Duration.ofMillis(20), Duration.ofSeconds(5));
    var shelf = bench.shelf();
    shelf.get("A");
    bench.pass(Duration.ofMinutes(2));
    assertThat(how(shelf.get("A"))).isEqualTo(How.STALE_ON_ERROR);
    ShelfFigures.Counts counts = shelf.figures().counts();
    assertThat(counts.tooSlow()).isEqualTo(1);
    assertThat(counts.staleOnError()).isEqualTo(1);
    assertThat(counts.failures()).isZero();
  }

  @Test
  void aFailingSource() {
    var shelf = bench.shelf();
    shelf.get("old");
    bench.pass(Duration.ofMinutes(2));
    bench.threads = Runnable::run;
    bench.source = (key, asOf) -> ShelfBench.failing();
    assertThat(how(shelf.get("old"))).isEqualTo(How.STALE_ON_ERROR);
    assertThat(reason(shelf.get("new"))).isEqualTo(FailureReason.UNAVAILABLE);
    assertThat(reason(shelf.get("new"))).isEqualTo(FailureReason.UNAVAILABLE);
    ShelfFigures.Counts counts = shelf.figures().counts();
    assertThat(counts.failures()).isEqualTo(2);
    assertThat(counts.staleOnError()).isEqualTo(1);
    assertThat(counts.failuresRemembered()).isEqualTo(1);
  }

  @Test
  void aSourceThatThrows() {
    var shelf = bench.shelf();
    bench.source =
        (key, asOf) -> {
          throw new IllegalStateException("no route");
        };
    assertThat(reason(shelf.get("A"))).isEqualTo(FailureReason.UNAVAILABLE);
    assertThat(shelf.figures().counts().failures()).isEqualTo(1);
    assertThat(shelf.figures().counts().unsound()).isZero();
  }

  @Test
  void aSourceThatAnswersWhatCannotBeTrue() {
    var shelf = bench.shelf();
    shelf.get("old");
    bench.pass(Duration.ofMinutes(2));
    bench.threads = Runnable::run;
    bench.source = (key, asOf) -> Result.success("");
    assertThat(how(shelf.get("old"))).isEqualTo(How.STALE_ON_ERROR);
    assertThat(reason(shelf.get("new"))).isEqualTo(FailureReason.GARBLED);
    ShelfFigures.Counts counts = shelf.figures().counts();
    assertThat(counts.unsound()).isEqualTo(2);
    assertThat(counts.failures()).isEqualTo(2);
    assertThat(counts.staleOnError()).isEqualTo(1);
  }

  @Test
  void aValueThatCannotBeWritten() {
    Codec<String> text = Codec.json(String.class);
    Codec<String> choosy =
        new Codec<>() {
          @Override
          public byte[] encode(String value) {
            if (value.startsWith("bad")) {
              throw new IllegalArgumentException(value);
            }
            return text.encode(value);
          }

          @Override
          public String decode(byte[] bytes) {
            return text.decode(bytes);
          }
        };
    bench.plan = bench.planWith(choosy).withBatch(3, (keys, asOf) -> bench.loadAll(keys, asOf));
    var shelf = bench.shelf();
    var all = shelf.getAll(java.util.List.of("bad", "good"));
    assertThat(reason(all.get("bad"))).isEqualTo(FailureReason.GARBLED);
    assertThat(how(all.get("good"))).isEqualTo(How.LOADED);
    assertThat(shelf.figures().counts().unsound()).isEqualTo(1);
  }

  @Test
  void aClockThatIsSetBack() {
    var shelf = bench.shelf();
    shelf.get("A");
    bench.now = bench.now.minus(Duration.ofDays(30));
    assertThat(how(shelf.get("A"))).isEqualTo(How.LOADED);
    assertThat(how(shelf.get("A"))).isEqualTo(How.HIT);
    assertThat(shelf.figures().counts().fromFuture()).isEqualTo(1);
  }

  @Test
  void aClockThatJumpsAhead() {
    var shelf = bench.shelf();
    shelf.get("A");
    bench.now = bench.now.plus(Duration.ofDays(30));
    assertThat(how(shelf.get("A"))).isEqualTo(How.LOADED);
    assertThat(shelf.figures().counts().misses()).isEqualTo(2);
    assertThat(shelf.figures().counts().fromFuture()).isZero();
  }
}
