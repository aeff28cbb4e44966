package magnus.cache.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import magnus.cache.Exposure;
import magnus.cache.event.EntryIndex.Place;
import magnus.cache.freshness.Lifespan;
import magnus.cache.freshness.MoveBound;
import magnus.cache.shelf.Entry;
import org.junit.jupiter.api.Test;

class PriceBoardTest {

  private static final Instant START = Instant.parse("2024-03-05T15:00:00Z");
  private static final Place PLACE = new Place("positions", "p1");
  private static final MoveBound BOUND =
      new MoveBound(10, Duration.ofMinutes(5), Duration.ofSeconds(60), ", as tested");

  private final PriceBoard board = new PriceBoard();

  private static Entry<String> entry() {
    return new Entry<>(
        "v",
        new byte[0],
        START,
        new Lifespan(Duration.ofHours(1), "test", List.of()),
        Set.of(),
        "1",
        Duration.ZERO,
        "n1",
        "request");
  }

  private void seen(String symbol, double price, long second) {
    board.seen(symbol, price, START.plusSeconds(second), START.plusSeconds(second));
  }

  @Test
  void addsUpWeightsTimesMoves() {
    seen("A", 100, 0);
    seen("B", 50, 0);
    board.watch(
        PLACE, entry(), BOUND, List.of(new Exposure("A", 0.6, 0), new Exposure("B", 0.4, 0)));
    seen("A", 100.10, 5);
    assertThat(board.drift(PLACE)).isCloseTo(6, within(0.01));
    assertThat(board.takeBeyond(START.plusSeconds(5))).isEmpty();
    seen("B", 50.10, 6);
    assertThat(board.drift(PLACE)).isCloseTo(14, within(0.02));
    assertThat(board.takeBeyond(START.plusSeconds(6)))
        .singleElement()
        .satisfies(
            wrong ->
                assertThat(wrong.why())
                    .contains("14.0 bp")
                    .contains("its bound is 10.0 bp, as tested"));
    assertThat(board.size()).isZero();
  }

  @Test
  void movesThatCancelOutDropNothing() {
    seen("A", 100, 0);
    seen("B", 100, 0);
    board.watch(
        PLACE, entry(), BOUND, List.of(new Exposure("A", 0.5, 0), new Exposure("B", 0.5, 0)));
    seen("A", 101, 5);
    seen("B", 99, 5);
    assertThat(board.takeBeyond(START.plusSeconds(5))).isEmpty();
    assertThat(board.size()).isEqualTo(1);
  }

  @Test
  void countsFromThePriceThatAValueWasMadeWith() {
    seen("A", 100, 0);
    board.watch(PLACE, entry(), BOUND, List.of(new Exposure("A", 1, 99.8)));
    assertThat(board.takeBeyond(START)).hasSize(1);
  }

  @Test
  void anOlderPriceTellsNothing() {
    seen("A", 100, 10);
    board.watch(PLACE, entry(), BOUND, List.of(new Exposure("A", 1, 0)));
    board.seen("A", 90, START, START.plusSeconds(11));
    assertThat(board.takeBeyond(START.plusSeconds(11))).isEmpty();
  }

  @Test
  void whatNobodyWatchesAnyMoreEnds() {
    seen("A", 100, 0);
    assertThat(board.sees(List.of(Exposure.price("A", 1)), START.plusSeconds(30))).isTrue();
    assertThat(board.sees(List.of(Exposure.price("A", 1)), START.plusSeconds(61))).isFalse();
    board.watch(PLACE, entry(), BOUND, List.of(new Exposure("A", 1, 0)));
    assertThat(board.takeUnseen(START.plusSeconds(60))).isEmpty();
    assertThat(board.takeUnseen(START.plusSeconds(61)))
        .singleElement()
        .satisfies(wrong -> assertThat(wrong.why()).contains("no price of A"));
  }

  /** By a second method: the sum over all symbols worked out anew, on random walks. */
  @Test
  void driftIsTheSumOfWeightedMovesWithinAGrain() {
    SplittableRandom random = new SplittableRandom(7);
    int symbols = 8;
    double[] first = new double[symbols];
    double[] now = new double[symbols];
    List<Exposure> exposures = new ArrayList<>();
    for (int i = 0; i < symbols; i++) {
      first[i] = 20 + random.nextDouble(100);
      now[i] = first[i];
      seen("S" + i, first[i], 0);
      exposures.add(new Exposure("S" + i, 1.0 / symbols, 0));
    }
    MoveBound wide = new MoveBound(1e9, Duration.ZERO, Duration.ofDays(1), "");
    board.watch(PLACE, entry(), wide, exposures);
    for (int second = 1; second < 2_000; second++) {
      int i = random.nextInt(symbols);
      now[i] *= Math.exp(2e-4 * random.nextGaussian());
      seen("S" + i, now[i], second);
      double sum = 0;
      for (int k = 0; k < symbols; k++) {
        sum += Math.log(now[k] / first[k]) / symbols;
      }
      assertThat(board.drift(PLACE)).isCloseTo(1e4 * sum, within(1.0));
    }
  }

  @Test
  void clocksOfOtherNodesMayBeALittleAhead() {
    seen("A", 100, 3);
    List<Exposure> exposures = List.of(new Exposure("A", 1, 0));
    assertThat(board.sees(exposures, START)).isTrue();
    board.watch(PLACE, entry(), BOUND, exposures);
    assertThat(board.takeUnseen(START)).isEmpty();
    assertThat(board.takeUnseen(START.minus(Duration.ofDays(1))))
        .as("a replay set back")
        .hasSize(1);
  }

  @Test
  void aPriceThatWasNeverSeenHereIsMissed() {
    board.watch(PLACE, entry(), BOUND, List.of(new Exposure("A", 1, 0)));
    assertThat(board.takeUnseen(START.plusSeconds(1))).hasSize(1);
    assertThat(board.size()).isZero();
  }
}
