package magnus.prefetch.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.DataInput;
import java.io.DataOutput;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import magnus.prefetch.behavior.Page;
import magnus.prefetch.behavior.PageRoutes;
import magnus.prefetch.sequence.NextPredictor;
import magnus.prefetch.sequence.Predictors;
import magnus.prefetch.sequence.Ranking;
import magnus.prefetch.sequence.SessionContext;
import org.junit.jupiter.api.Test;

class VisitModelTest {

  private static final Instant NOON = Instant.parse("2024-03-01T17:00:00Z");
  private static final int K = 3;

  private final UUID ann = new UUID(0, 1);

  private static VisitModel model() {
    return new VisitModel(Predictors.markov(K), ZoneId.of("America/New_York"), K);
  }

  private static Page page(String path) {
    return PageRoutes.find(path).orElseThrow();
  }

  /** Visits of a user, 20 s apart. */
  private static List<Seen> walk(UUID user, Instant from, String... paths) {
    List<Seen> seen = new ArrayList<>();
    for (int i = 0; i < paths.length; i++) {
      seen.add(new Seen(user, page(paths[i]), from.plusSeconds(20L * i), 1));
    }
    return seen;
  }

  private static List<Likely> after(VisitModel model, UUID user, String path, Instant now) {
    return model.predict(user, page(path), now, 1, 10);
  }

  /** Always says the same. */
  private record Naming(Ranking ranking) implements NextPredictor {

    @Override
    public String name() {
      return "naming";
    }

    @Override
    public Ranking predict(SessionContext context, int count) {
      return ranking;
    }

    @Override
    public void learn(SessionContext context, int next) {}

    @Override
    public void write(DataOutput out) {}

    @Override
    public void read(DataInput in) {}

    @Override
    public long memoryBytes() {
      return 0;
    }
  }

  @Test
  void learnsWhatAUserHimselfDoes() {
    VisitModel model = model();
    for (int i = 0; i < 9; i++) {
      walk(ann, NOON.plusSeconds(86_400L * i), "/", "/market/AAPL").forEach(model::learn);
    }

    List<Likely> next = after(model, ann, "/", NOON.plusSeconds(86_400L * 10));

    assertThat(next).first().extracting(Likely::path).isEqualTo("/market/AAPL");
    // 9 of 9 against a prior of 3 visits of which nothing may be shown: 9/12.
    assertThat(next.get(0).probability()).isCloseTo(0.75, within(1e-9));
    assertThat(next.get(0).ownSeen()).isEqualTo(9);
    assertThat(next.get(0).ownOf()).isEqualTo(9);
  }

  @Test
  void leavesWhatThePredictorNamesAsItIsAndSharesOnlyTheRest() {
    // The numbers of names are given in the order of visits: / is 0, AAPL 1, MSFT 2.
    VisitModel model =
        new VisitModel(
            new Naming(new Ranking(new int[] {2, 1}, new double[] {0.5, 0.1})),
            ZoneId.of("America/New_York"),
            K);
    walk(ann, NOON, "/", "/market/AAPL", "/", "/market/MSFT", "/", "/market/AAPL", "/", "/about")
        .forEach(model::learn);

    assertThat(after(model, ann, "/", NOON.plusSeconds(600)))
        .extracting(Likely::path, Likely::probability)
        // The last: 1 of 4 visits and 3 more, of the 0.4 that are left, in whole percents.
        .containsExactly(
            tuple("/market/MSFT", 0.5), tuple("/market/AAPL", 0.1), tuple("/about", 0.06));
  }

  @Test
  void showsNothingThatFewerThanKUsersDid() {
    VisitModel model = model();
    for (int user = 2; user < 2 + K - 1; user++) {
      for (int i = 0; i < 50; i++) {
        walk(new UUID(0, user), NOON.plusSeconds(86_400L * i), "/", "/market/RARE")
            .forEach(model::learn);
      }
    }
    assertThat(after(model, ann, "/", NOON.plusSeconds(86_400L * 60)))
        .extracting(Likely::path)
        .doesNotContain("/market/RARE");

    walk(new UUID(0, 99), NOON.plusSeconds(86_400L * 61), "/", "/market/RARE")
        .forEach(model::learn);
    assertThat(after(model, ann, "/", NOON.plusSeconds(86_400L * 62)))
        .extracting(Likely::path)
        .contains("/market/RARE");
  }

  @Test
  void namesAUsersOwnPortfolioAndNobodyElses() {
    String his = "/portfolios/" + new UUID(7, 7);
    VisitModel model = model();
    for (int user = 2; user < 10; user++) {
      walk(new UUID(0, user), NOON, "/", "/portfolios/" + new UUID(5, user)).forEach(model::learn);
    }
    assertThat(after(model, ann, "/", NOON.plusSeconds(60)))
        .noneMatch(likely -> likely.shared().equals("/portfolios/:id"));

    walk(ann, NOON.plusSeconds(3_600), "/portfolios", his, "/").forEach(model::learn);
    assertThat(after(model, ann, "/", NOON.plusSeconds(3_700)))
        .extracting(Likely::path)
        .contains(his)
        .allMatch(path -> !path.startsWith("/portfolios/") || path.equals(his));
  }

  @Test
  void givesProbabilities() {
    SplittableRandom random = new SplittableRandom(4);
    VisitModel model = model();
    for (int i = 0; i < 3_000; i++) {
      UUID user = new UUID(0, random.nextInt(1, 9));
      model.learn(
          new Seen(user, page("/market/S" + random.nextInt(6)), NOON.plusSeconds(15L * i), 1));
      if (i % 50 == 0) {
        List<Likely> next =
            model.predict(user, page("/market/S1"), NOON.plusSeconds(15L * i), 1, 10);
        // each rounded to a whole percent
        assertThat(next.stream().mapToDouble(Likely::probability).sum())
            .isLessThan(1 + 0.005 * next.size() + 1e-9);
        assertThat(next).allMatch(l -> l.probability() >= 0 && !l.path().equals("/market/S1"));
      }
    }
    assertThat(model.learned()).isEqualTo(3_000);
    assertThat(model.stays("/market/:symbol").median()).isPositive();
  }

  @Test
  void aVisitThatIsToldLateLeadsNowhere() {
    VisitModel model = model();
    VisitModel without = model();
    for (VisitModel each : List.of(model, without)) {
      for (int i = 0; i < 9; i++) {
        walk(ann, NOON.plusSeconds(86_400L * i), "/", "/market/AAPL").forEach(each::learn);
      }
    }
    Instant now = NOON.plusSeconds(86_400L * 9);
    walk(ann, now, "/calendar").forEach(model::learn);
    walk(ann, now, "/calendar").forEach(without::learn);
    walk(ann, now.minusSeconds(3_600), "/market/MSFT").forEach(model::learn);
    walk(ann, now.plusSeconds(10), "/").forEach(model::learn);
    walk(ann, now.plusSeconds(10), "/").forEach(without::learn);

    Instant asked = now.plusSeconds(20);
    assertThat(after(model, ann, "/", asked)).isEqualTo(after(without, ann, "/", asked));
    assertThat(after(model, ann, "/calendar", asked))
        .isEqualTo(after(without, ann, "/calendar", asked));
    assertThat(after(model, ann, "/market/MSFT", asked)).noneMatch(l -> l.ownOf() > 0);
  }
}
