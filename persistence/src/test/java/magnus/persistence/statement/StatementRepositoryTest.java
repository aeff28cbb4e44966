package magnus.persistence.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import magnus.basics.work.Errand;
import magnus.persistence.DatabaseContract;
import magnus.persistence.TestDatabase;
import magnus.persistence.behavior.BehaviorRepository;
import magnus.persistence.behavior.StoredConsent;
import magnus.persistence.identity.Account;
import magnus.persistence.identity.AccountRepository;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StatementRepositoryTest {

  private static final Instant WINDOW = Instant.parse("2024-03-05T14:30:00Z");
  private static final Duration HALF = Duration.ofDays(28);

  abstract static class Contract extends DatabaseContract {

    Contract(TestDatabase database) {
      super(database);
    }

    private static StoredStatement line(Instant window, long count, long nanos, long longest) {
      return new StoredStatement(window, "00ff", "user", "quotes", count, nanos, longest);
    }

    private List<StoredStatement> statements() {
      return in(
          em -> new ForecastRepository(em).statementsOf(List.of(WINDOW, WINDOW.plusSeconds(900))));
    }

    private static StoredStatement sum(Instant window, long count, long nanos, long longest) {
      return new StoredStatement(window, "00ff", "", "quotes", count, nanos, longest);
    }

    private List<StoredShelfWindow> shelves() {
      return in(em -> new StatementRepository(em).shelves(WINDOW, WINDOW.plusSeconds(1)));
    }

    private List<StoredDemand> heaviest(int slot) {
      return in(em -> new DemandRepository(em).heaviest(slot, 5));
    }

    @Test
    void addsUpWhatNodesCount() {
      run(
          em -> {
            StatementRepository rows = new StatementRepository(em);
            rows.add(
                "a",
                List.of(line(WINDOW, 2, 10, 7)),
                List.of(new StoredShelfWindow(WINDOW, "quotes", 9, 2, 40)));
            rows.add(
                "a",
                List.of(line(WINDOW, 3, 20, 5)),
                List.of(new StoredShelfWindow(WINDOW, "quotes", 1, 1, 2)));
            rows.add("b", List.of(line(WINDOW, 1, 9, 9)), List.of());
          });
      assertThat(statements()).containsExactly(sum(WINDOW, 6, 39, 9));
      assertThat(shelves()).containsExactly(new StoredShelfWindow(WINDOW, "quotes", 10, 3, 42));
    }

    @Test
    void prunesWindowsAndKeepsLaterOnes() {
      run(
          em ->
              new StatementRepository(em)
                  .add(
                      "a",
                      List.of(line(WINDOW, 2, 10, 7), line(WINDOW.plusSeconds(900), 1, 1, 1)),
                      List.of()));
      assertThat(this.<Integer>in(em -> new StatementRepository(em).prune(WINDOW.plusSeconds(1))))
          .isEqualTo(1);
      assertThat(statements()).containsExactly(sum(WINDOW.plusSeconds(900), 1, 1, 1));
    }

    @Test
    void keepsEachTextOnce() {
      Fingerprint one = Fingerprint.of("select a from t where b in (?,?)");
      run(em -> new StatementRepository(em).keep(List.of(one, one), WINDOW));
      run(em -> new StatementRepository(em).keep(List.of(one), WINDOW));
      Map<String, String> texts =
          in(em -> new StatementRepository(em).texts(List.of(one.id(), "unknown")));
      assertThat(texts).isEqualTo(Map.of(one.id(), one.text()));
    }

    @Test
    void sumsAreThoseOfTheLines() {
      run(
          em ->
              new StatementRepository(em)
                  .add(
                      "a",
                      List.of(
                          line(WINDOW, 2, 10, 7),
                          new StoredStatement(WINDOW, "01ff", "admin", "", 1, 90, 90),
                          line(WINDOW.plusSeconds(900), 1, 1, 1)),
                      List.of()));
      run(em -> new StatementRepository(em).add("b", List.of(line(WINDOW, 1, 5, 5)), List.of()));
      Instant until = WINDOW.plusSeconds(9_999);
      assertThat(this.<List<StoredTotal>>in(em -> new ForecastRepository(em).totals(WINDOW, until)))
          .containsExactly(
              new StoredTotal(WINDOW, 4, 105), new StoredTotal(WINDOW.plusSeconds(900), 1, 1));
      assertThat(
              this.<List<StoredSum>>in(
                  em -> new StatementRepository(em).heaviest(WINDOW, until, 1)))
          .containsExactly(new StoredSum("01ff", "", "", 1, 90, 90));
      assertThat(
              this.<List<StoredSum>>in(
                  em -> new StatementRepository(em).split(List.of("00ff"), WINDOW, until)))
          .containsExactly(new StoredSum("00ff", "user", "quotes", 4, 16, 7));
      assertThat(this.<List<StoredSum>>in(em -> new StatementRepository(em).sums(WINDOW, until)))
          .containsExactlyInAnyOrder(
              new StoredSum("", "user", "quotes", 4, 16, 7),
              new StoredSum("", "admin", "", 1, 90, 90));
    }

    @Test
    void aForecastIsMadeOnce() {
      StoredForecast made =
          new StoredForecast(
              WINDOW,
              3,
              12,
              List.of(
                  new StoredForecast.Line("a", "", 2, 1),
                  new StoredForecast.Line("b", "quotes", 10, 4)));
      assertThat(this.<Boolean>in(em -> new ForecastRepository(em).keep(made, WINDOW))).isTrue();
      assertThat(this.<Boolean>in(em -> new ForecastRepository(em).keep(made, WINDOW))).isFalse();
      Optional<StoredForecast> found = in(em -> new ForecastRepository(em).find(WINDOW, 1));
      assertThat(found)
          .contains(
              new StoredForecast(
                  WINDOW, 3, 12, List.of(new StoredForecast.Line("b", "quotes", 10, 4))));
      run(em -> new ForecastRepository(em).prune(WINDOW.plusSeconds(1)));
      Optional<StoredForecast> gone = in(em -> new ForecastRepository(em).find(WINDOW, 1));
      assertThat(gone).isEmpty();
    }

    @Test
    void nodesThatWriteAtTheSameMomentLoseNothing() throws Exception {
      UUID agrees = account();
      run(
          em ->
              new BehaviorRepository(em)
                  .say(StoredConsent.said(agrees, true, WINDOW.minusSeconds(60))));
      List<StoredDemand> demand =
          List.of(
              new StoredDemand("quotes", "AAPL", Optional.empty(), 1),
              new StoredDemand("positions", agrees + "/1", Optional.of(agrees), 1));
      int nodes = 4;
      CyclicBarrier together = new CyclicBarrier(nodes);
      ExecutorService threads = Executors.newFixedThreadPool(nodes);
      try {
        List<Future<?>> running = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
          Fingerprint own = Fingerprint.of("select a from t" + node);
          Fingerprint shared = Fingerprint.of("select b from t");
          running.add(
              threads.submit(
                  () -> {
                    together.await(20, TimeUnit.SECONDS);
                    run(em -> new DemandRepository(em).add(7, demand, WINDOW, WINDOW, HALF));
                    run(em -> new StatementRepository(em).keep(List.of(shared, own), WINDOW));
                    return null;
                  }));
        }
        for (Future<?> one : running) {
          one.get(60, TimeUnit.SECONDS);
        }
      } finally {
        threads.shutdownNow();
      }
      assertThat(heaviest(7)).hasSize(2).allMatch(d -> d.weight() == nodes);
    }

    @Test
    void whoDeletesAllWhileDemandIsWrittenFindsItAll() throws Exception {
      UUID agrees = account();
      run(
          em ->
              new BehaviorRepository(em)
                  .say(StoredConsent.said(agrees, true, WINDOW.minusSeconds(60))));
      CountDownLatch written = new CountDownLatch(1);
      ExecutorService thread = Executors.newSingleThreadExecutor();
      try {
        Future<BehaviorRepository.Forgotten> forgetting =
            thread.submit(
                () -> {
                  written.await(20, TimeUnit.SECONDS);
                  return this.<BehaviorRepository.Forgotten>in(
                      em -> new BehaviorRepository(em).forget(agrees, WINDOW.plusSeconds(5)));
                });
        run(
            em -> {
              new DemandRepository(em)
                  .add(
                      7,
                      List.of(new StoredDemand("positions", agrees + "/1", Optional.of(agrees), 1)),
                      WINDOW,
                      WINDOW,
                      HALF);
              written.countDown();
              // It waits for the consent that this transaction holds.
              assertThatThrownBy(() -> forgetting.get(300, TimeUnit.MILLISECONDS))
                  .isInstanceOf(TimeoutException.class);
            });
        forgetting.get(20, TimeUnit.SECONDS);
      } finally {
        thread.shutdownNow();
      }
      assertThat(heaviest(7)).isEmpty();
    }

    @Test
    void anHourIsClaimedOnceAndReported() {
      UUID id = UUID.randomUUID();
      assertThat(claimed(id, "schedule")).isTrue();
      assertThat(claimed(UUID.randomUUID(), "schedule")).isFalse();
      assertThat(claimed(UUID.randomUUID(), "by hand 1")).isTrue();
      String report = "x".repeat(200_000);
      run(em -> new PrecomputationRepository(em).report(id, report));
      assertThat(this.<List<String>>in(em -> new PrecomputationRepository(em).reports(5)))
          .containsExactly(report);
      assertThat(
              this.<Integer>in(em -> new PrecomputationRepository(em).prune(WINDOW.plusSeconds(1))))
          .isEqualTo(2);
    }

    private boolean claimed(UUID id, String turn) {
      return this.<Boolean>in(
          em -> new PrecomputationRepository(em).claim(id, WINDOW, turn, WINDOW));
    }

    @Test
    void demandHalvesAndIsOrdered() {
      demand(new StoredDemand("quotes", "AAPL", Optional.empty(), 8), WINDOW);
      demand(new StoredDemand("quotes", "MSFT", Optional.empty(), 5), WINDOW.plus(HALF));
      demand(new StoredDemand("quotes", "AAPL", Optional.empty(), 2), WINDOW.plus(HALF));
      List<StoredDemand> found = in(em -> new DemandRepository(em).heaviest(7, 5));
      assertThat(found).extracting(StoredDemand::key).containsExactly("AAPL", "MSFT");
      assertThat(found.get(0).weight()).isEqualTo(6, within(1e-9));
      assertThat(heaviest(8)).isEmpty();
    }

    @Test
    void keepsOfUsersOnlyWhatTheyAgreeTo() {
      UUID agrees = account();
      UUID doesNot = account();
      run(
          em ->
              new BehaviorRepository(em)
                  .say(StoredConsent.said(agrees, true, WINDOW.minusSeconds(60))));
      demand(new StoredDemand("positions", agrees + "/1", Optional.of(agrees), 1), WINDOW);
      demand(new StoredDemand("positions", doesNot + "/1", Optional.of(doesNot), 1), WINDOW);
      assertThat(heaviest(7))
          .extracting(StoredDemand::account)
          .containsExactly(Optional.of(agrees));
      run(em -> new BehaviorRepository(em).forget(agrees, WINDOW.plusSeconds(5)));
      assertThat(heaviest(7)).isEmpty();
      // What he asked for before he deleted all, and is on its way still.
      demand(new StoredDemand("positions", agrees + "/1", Optional.of(agrees), 1), WINDOW);
      assertThat(heaviest(7)).isEmpty();
    }

    @Test
    @SuppressWarnings("try")
    void whatRunsIsCountedForWhomItRuns() {
      StatementBook.ofThisServer().take();
      try (Errand.Scope request = Errand.of("user");
          Errand.Scope load = Errand.loading("quotes")) {
        in(em -> new StatementRepository(em).texts(List.of("a", "b")));
        in(em -> new StatementRepository(em).texts(List.of("a", "b", "c")));
      }
      List<StatementBook.Line> lines =
          StatementBook.ofThisServer().take().stream()
              .filter(l -> l.fingerprint().text().contains("statement_text"))
              .toList();
      assertThat(lines).hasSize(1);
      assertThat(lines.get(0).count()).isEqualTo(2);
      assertThat(lines.get(0).errand()).isEqualTo(new Errand("user", "quotes"));
      assertThat(lines.get(0).nanos()).isPositive();
      assertThat(lines.get(0).fingerprint().text()).contains("in (?…)");
    }

    private void demand(StoredDemand one, Instant at) {
      run(em -> new DemandRepository(em).add(7, List.of(one), at, at, HALF));
    }

    private UUID account() {
      UUID id = UUID.randomUUID();
      run(
          em ->
              new AccountRepository(em)
                  .add(new Account(id, "u" + id.hashCode(), Set.of("USER"), WINDOW)));
      return id;
    }
  }

  @Nested
  class OnH2 extends Contract {
    OnH2() {
      super(TestDatabase.h2());
    }
  }

  @Nested
  class OnPostgreSql extends Contract {
    OnPostgreSql() {
      super(TestDatabase.postgreSql());
    }
  }
}
