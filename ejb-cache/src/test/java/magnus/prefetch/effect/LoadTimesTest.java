package magnus.prefetch.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LoadTimesTest {

  private static final int LOADS = 20;

  /**
   * Every second user has pages loaded ahead; each is faster or slower than others all the time.
   */
  private static List<LoadTimes.Cell> loads(
      int users, double with, double without, double own, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<LoadTimes.Cell> cells = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      boolean ahead = user % 2 == 0;
      double log = Math.log(ahead ? with : without) + own * random.nextGaussian();
      double sum = 0;
      for (int i = 0; i < LOADS; i++) {
        sum += log + 0.4 * random.nextGaussian();
      }
      cells.add(cell(user, "/market", ahead, LOADS, sum));
    }
    return cells;
  }

  private static LoadTimes.Cell cell(
      int user, String page, boolean ahead, long loads, double logSum) {
    return new LoadTimes.Cell(
        new UUID(0, user),
        page,
        ahead,
        loads,
        logSum,
        new LoadTimes.Cost(
            loads,
            ahead ? loads : loads / 2,
            ahead ? 0.5 * loads : loads / 2,
            ahead ? 0.5 * loads : 0));
  }

  private static LoadTimes.Comparison compare(List<LoadTimes.Cell> cells) {
    return LoadTimes.compare(cells, List.of(), new SplittableRandom(1)).orElseThrow();
  }

  @Test
  void findsADifferenceThatThereIs() {
    LoadTimes.Comparison found = compare(loads(100, 100, 200, 0.3, 3));

    assertThat(found.saved().orElseThrow()).isCloseTo(0.5, within(0.12));
    assertThat(found.low().orElseThrow()).isPositive();
    assertThat(found.high().orElseThrow()).isGreaterThan(found.low().orElseThrow());
    assertThat(found.with().users()).isEqualTo(50);
    assertThat(found.with().visits()).isEqualTo(1_000);
    assertThat(found.with().hits().orElseThrow().mean()).isEqualTo(1);
    PerLoad without = found.without().hits().orElseThrow();
    assertThat(without.mean()).isEqualTo(0.5);
    assertThat(without.low()).contains(0.5);
    assertThat(found.with().aheadCalls().orElseThrow().mean()).isEqualTo(0.5);
    assertThat(found.without().aheadCalls().orElseThrow().mean()).isZero();
    assertThat(found.without().calls().orElseThrow().mean()).isEqualTo(0.5);
    assertThat(found.words()).contains("faster");
  }

  @Test
  void findsNoneWhereThereIsNoneThoughLoadsOfOneUserResembleOneAnother() {
    int wrong = 0;
    for (int seed = 0; seed < 100; seed++) {
      if (!compare(loads(60, 150, 150, 0.5, seed)).words().contains("chance")) {
        wrong++;
      }
    }
    // Five are expected; an interval by loads instead of users would be wrong most of the time.
    assertThat(wrong).isLessThanOrEqualTo(12);
  }

  @Test
  void whoOpensSlowPagesMoreOftenIsNotSlower() {
    List<LoadTimes.Cell> cells = new ArrayList<>();
    for (int user = 0; user < 40; user++) {
      boolean ahead = user % 2 == 0;
      double jitter = 0.01 * (user % 5 - user / 2 % 5);
      int slow = ahead ? 30 : 3;
      int fast = ahead ? 3 : 30;
      cells.add(cell(user, "/runs", ahead, slow, slow * (Math.log(2_000) + jitter)));
      cells.add(cell(user, "/about", ahead, fast, fast * (Math.log(50) - jitter)));
    }
    LoadTimes.Comparison found = compare(cells);

    assertThat(found.saved().orElseThrow()).isCloseTo(0, within(0.02));
    assertThat(found.words()).contains("chance");
    assertThat(found.pages()).extracting(LoadTimes.OfPage::page).contains("/runs", "/about");
  }

  @Test
  void saysNothingOfFewUsersNorOfPagesThatOneGroupAloneOpened() {
    assertThat(compare(loads(18, 100, 200, 0.3, 3)).saved()).isEmpty();
    List<LoadTimes.Cell> apart = new ArrayList<>();
    for (int user = 0; user < 40; user++) {
      apart.add(cell(user, user % 2 == 0 ? "/" : "/market", user % 2 == 0, 5, 20));
    }
    LoadTimes.Comparison found = compare(apart);
    assertThat(found.low()).isEmpty();
    assertThat(found.words()).contains("nothing can be said");
    assertThat(LoadTimes.compare(List.of(), List.of(), new SplittableRandom(1))).isEmpty();
  }

  @Test
  void resamplesUsersForTheIntervalOfTheHitRate() {
    List<LoadTimes.Cell> cells = new ArrayList<>();
    for (int user = 0; user < 40; user++) {
      LoadTimes.Cost cost = new LoadTimes.Cost(10, user % 4 == 0 ? 10 : 0, 0, 0);
      cells.add(new LoadTimes.Cell(new UUID(0, user), "/", true, 10, 40, cost));
    }
    PerLoad hits = compare(cells).with().hits().orElseThrow();
    // Of 40 users a quarter: a standard error of 6.8 points, though there are 400 loads.
    assertThat(hits.mean()).isEqualTo(0.25);
    assertThat(hits.low().orElseThrow()).isBetween(0.08, 0.18);
    assertThat(hits.high().orElseThrow()).isBetween(0.33, 0.43);
    PerLoad few = compare(cells.subList(0, 8)).with().hits().orElseThrow();
    assertThat(few.low()).isEmpty();
  }

  @Test
  void readsQuantilesFromCounts() {
    List<LoadTimes.Bin> bins =
        List.of(
            new LoadTimes.Bin(true, 400, 10),
            new LoadTimes.Bin(true, 100, 90),
            new LoadTimes.Bin(false, 300, 1));
    LoadTimes.Comparison found =
        LoadTimes.compare(loads(2, 100, 300, 0, 1), bins, new SplittableRandom(1)).orElseThrow();

    assertThat(found.with().medianMillis()).isEqualTo(100);
    assertThat(found.with().p95Millis()).isEqualTo(400);
    assertThat(found.without().medianMillis()).isEqualTo(300);
  }
}
