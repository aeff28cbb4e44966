package magnus.persistence.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import magnus.persistence.DatabaseContract;
import magnus.persistence.TestDatabase;
import magnus.persistence.identity.Account;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RunRepositoryTest {

  abstract static class Contract extends DatabaseContract {

    private static final Instant NOW = Instant.parse("2024-03-01T10:00:00.123Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final UUID ANN = new UUID(1, 1);
    private static final UUID BOB = new UUID(2, 2);

    Contract(TestDatabase database) {
      super(database);
    }

    private <R> R runs(Function<RunRepository, R> work) {
      return in(em -> work.apply(new RunRepository(em)));
    }

    private List<StoredRun> found(Function<RunRepository, List<StoredRun>> work) {
      return runs(work);
    }

    private int count(Function<RunRepository, Integer> work) {
      return runs(work);
    }

    private List<StoredEvent> events(UUID run, long after, int limit) {
      return runs(r -> r.findEvents(run, after, limit));
    }

    private Optional<StoredRun> find(UUID run) {
      return runs(r -> r.find(run));
    }

    private List<RunHead> heads(List<UUID> ids) {
      return runs(r -> r.findHeads(ids));
    }

    private UUID begin(UUID owner, Instant at) {
      return begin(owner, at, "n1/a", at.plusSeconds(20));
    }

    private UUID begin(UUID owner, Instant at, String holder, Instant until) {
      UUID id = UUID.randomUUID();
      run(
          em ->
              new RunRepository(em)
                  .begin(
                      new StoredRun(
                          id,
                          new StoredRun.Owner(owner, "somebody", "ADMIN,USER"),
                          "portfolio_analysis",
                          "{\"portfolio\":\"7\"}",
                          "risk_metrics,summary",
                          NOW.minusSeconds(5),
                          at,
                          new StoredRun.Lease(holder, until)),
                      new StoredEvent(id, 1, -1, "start", at, "{\"a\":1}"),
                      Integer.MAX_VALUE));
      return id;
    }

    private boolean beginUnlessTwo(UUID owner) {
      UUID id = UUID.randomUUID();
      return in(
          em ->
              new RunRepository(em)
                  .begin(
                      new StoredRun(
                          id,
                          new StoredRun.Owner(owner, "somebody", "USER"),
                          "portfolio_analysis",
                          "{}",
                          "risk_metrics",
                          NOW,
                          NOW,
                          new StoredRun.Lease("n1/a", LATER)),
                      new StoredEvent(id, 1, -1, "start", NOW, "{}"),
                      2));
    }

    @Test
    void asManyRunsOfOneOwnerBeginAtOnceAsHeMayHave() throws Exception {
      run(em -> em.persist(new Account(ANN, "ann", Set.of("USER"), NOW)));
      int threads = 6;
      CyclicBarrier together = new CyclicBarrier(threads);
      ExecutorService pool = Executors.newFixedThreadPool(threads);
      try {
        List<Future<Boolean>> begun = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
          begun.add(
              pool.submit(
                  () -> {
                    together.await();
                    return beginUnlessTwo(ANN);
                  }));
        }
        int all = 0;
        for (Future<Boolean> one : begun) {
          all += one.get() ? 1 : 0;
        }
        assertThat(all).isEqualTo(2);
        long running = runs(r -> r.countRunning(ANN));
        assertThat(running).isEqualTo(2);
        assertThat(beginUnlessTwo(BOB)).isTrue();
      } finally {
        pool.shutdownNow();
      }
    }

    private boolean append(UUID run, long sequence, int step, long fence) {
      return runs(
          r ->
              r.append(
                  new StoredEvent(run, sequence, step, "progress", LATER, "{}"),
                  fence,
                  .25,
                  false));
    }

    private StoredRun get(UUID run) {
      return runs(r -> r.find(run)).orElseThrow();
    }

    private List<Long> sequences(UUID run) {
      return events(run, 0, 1000).stream().map(StoredEvent::sequence).toList();
    }

    private Optional<StoredEvent> end(UUID run, long fence) {
      return runs(
          r ->
              r.end(
                  run,
                  fence,
                  StoredStatus.COMPLETE,
                  new RunRepository.Ending("complete", LATER, "{\"seconds\":1}")));
    }

    private Optional<StoredEvent> cancel(UUID run) {
      return runs(r -> r.cancel(run, new RunRepository.Ending("cancelled", LATER, "{}")));
    }

    private Optional<StoredRun> claim(UUID run, long fence, String holder) {
      return runs(r -> r.claim(run, fence, new StoredRun.Lease(holder, LATER.plusSeconds(20))));
    }

    @Test
    void findsWhatWasBegun() {
      UUID run = begin(ANN, NOW);
      StoredRun found = get(run);
      assertThat(found.owner()).isEqualTo(new StoredRun.Owner(ANN, "somebody", "ADMIN,USER"));
      assertThat(found.operation()).isEqualTo("portfolio_analysis");
      assertThat(found.parameters()).isEqualTo("{\"portfolio\":\"7\"}");
      assertThat(found.steps()).isEqualTo("risk_metrics,summary");
      assertThat(found.asOf()).isEqualTo(NOW.minusSeconds(5));
      assertThat(found.startedAt()).isEqualTo(NOW);
      assertThat(found.status()).isEqualTo(StoredStatus.RUNNING);
      assertThat(found.stepIndex()).isEqualTo(-1);
      assertThat(found.lastSequence()).isEqualTo(1);
      assertThat(found.fence()).isEqualTo(1);
      StoredEvent start = events(run, 0, 10).get(0);
      assertThat(start.at()).isEqualTo(NOW);
      assertThat(start.payload()).isEqualTo("{\"a\":1}");
      assertThat(find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void appendsWithoutGapsUnderTheFenceOnly() {
      UUID run = begin(ANN, NOW);
      assertThat(append(run, 2, 0, 1)).isTrue();
      assertThat(append(run, 2, 0, 1)).as("again").isFalse();
      assertThat(append(run, 4, 0, 1)).as("gap").isFalse();
      assertThat(append(run, 3, 0, 2)).as("other fence").isFalse();
      assertThat(append(run, 3, 1, 1)).isTrue();
      assertThat(sequences(run)).containsExactly(1L, 2L, 3L);
      assertThat(get(run).lastSequence()).isEqualTo(3);
      assertThat(get(run).stepIndex()).isEqualTo(1);
      assertThat(get(run).progress()).isEqualTo(.25);
    }

    @Test
    void readsEventsInPages() {
      UUID run = begin(ANN, NOW);
      begin(ANN, NOW);
      for (int i = 2; i <= 7; i++) {
        append(run, i, 0, 1);
      }
      assertThat(events(run, 2, 3)).extracting(StoredEvent::sequence).containsExactly(3L, 4L, 5L);
      assertThat(events(run, 7, 3)).isEmpty();
    }

    @Test
    void keepsPayloadsOfAMillionCharacters() {
      UUID run = begin(ANN, NOW);
      String payload = "{\"text\":\"" + "ü".repeat(StoredEvent.LONGEST_PAYLOAD - 11) + "\"}";
      runs(r -> r.append(new StoredEvent(run, 2, 0, "token", NOW, payload), 1, 0, false));
      assertThat(events(run, 1, 1).get(0).payload()).isEqualTo(payload);
    }

    @Test
    void endsOnce() {
      UUID run = begin(ANN, NOW);
      assertThat(end(run, 2)).as("other fence").isEmpty();
      StoredEvent last = end(run, 1).orElseThrow();
      assertThat(last.sequence()).isEqualTo(2);
      assertThat(last.stepIndex()).isEqualTo(2);
      assertThat(end(run, 1)).isEmpty();
      assertThat(cancel(run)).isEmpty();
      assertThat(append(run, 3, 0, 1)).isFalse();
      StoredRun ended = get(run);
      assertThat(ended.status()).isEqualTo(StoredStatus.COMPLETE);
      assertThat(ended.endedAt()).contains(LATER);
      assertThat(ended.progress()).isEqualTo(1);
      assertThat(ended.holder()).isEmpty();
    }

    @Test
    void cancelsWhoeverHoldsIt() {
      UUID run = begin(ANN, NOW);
      append(run, 2, 0, 1);
      assertThat(cancel(run).orElseThrow().sequence()).isEqualTo(3);
      assertThat(get(run).status()).isEqualTo(StoredStatus.CANCELLED);
      assertThat(append(run, 4, 0, 1)).isFalse();
      assertThat(end(run, 1)).isEmpty();
      assertThat(cancel(UUID.randomUUID())).isEmpty();
    }

    @Test
    void findsWhatNobodyWorksOn() {
      UUID lapsed = begin(ANN, NOW, "n1/a", NOW.plusSeconds(20));
      UUID held = begin(ANN, NOW.plusSeconds(1), "n1/a", NOW.plusSeconds(100));
      UUID ended = begin(ANN, NOW.plusSeconds(2), "n1/a", NOW.plusSeconds(20));
      cancel(ended);
      assertThat(found(r -> r.findAbandoned(NOW.plusSeconds(10), 9))).isEmpty();
      assertThat(found(r -> r.findAbandoned(LATER, 9)))
          .extracting(StoredRun::id)
          .containsExactly(lapsed);
      assertThat(count(r -> r.renew("n1/b", List.of(lapsed, held), LATER.plusSeconds(50))))
          .as("not the holder")
          .isZero();
      assertThat(count(r -> r.renew("n1/a", List.of(lapsed, held, ended), LATER.plusSeconds(50))))
          .isEqualTo(2);
      assertThat(found(r -> r.findAbandoned(LATER, 9))).isEmpty();
      assertThat(count(r -> r.renew("n1/a", List.of(), LATER))).isZero();
    }

    @Test
    void releasesAndLapses() {
      UUID mine = begin(ANN, NOW, "n1/a", LATER);
      UUID former = begin(ANN, NOW.plusSeconds(1), "n1/b", LATER);
      UUID others = begin(ANN, NOW.plusSeconds(2), "n10/c", LATER);
      assertThat(count(r -> r.lapse("n1/", "n1/a", NOW))).isEqualTo(1);
      assertThat(found(r -> r.findAbandoned(NOW, 9)))
          .extracting(StoredRun::id)
          .containsExactly(former);
      assertThat(count(r -> r.release("n1/a"))).isEqualTo(1);
      assertThat(found(r -> r.findAbandoned(NOW, 9)))
          .extracting(StoredRun::id)
          .containsExactly(mine, former);
      assertThat(append(mine, 2, 0, 1)).as("the former worker").isFalse();
      assertThat(get(others).fence()).isEqualTo(1);
    }

    @Test
    void countsAttemptsOfAStep() {
      UUID run = begin(ANN, NOW);
      assertThat(claim(run, 1, "n2/x").orElseThrow().attempt()).isEqualTo(1);
      assertThat(claim(run, 1, "n3/y")).as("too late").isEmpty();
      assertThat(claim(run, 2, "n3/y").orElseThrow().attempt()).isEqualTo(2);
      runs(r -> r.release("n3/y"));
      StoredRun again = claim(run, 4, "n2/x").orElseThrow();
      assertThat(again.attempt()).as("a release is no failure").isEqualTo(2);
      assertThat(again.fence()).isEqualTo(5);
      assertThat(again.holder()).contains("n2/x");
      runs(r -> r.append(new StoredEvent(run, 2, 1, "progress", NOW, "{}"), 5, .5, true));
      assertThat(get(run).attempt()).isZero();
    }

    @Test
    void letsOneOfManyTakeOver() throws Exception {
      UUID run = begin(ANN, NOW);
      List<Optional<StoredRun>> claims = atOnce(8, i -> claim(run, 1, "n" + i + "/x"));
      assertThat(claims).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void keepsSequencesWholeWhenWorkersAndOwnerRace() throws Exception {
      UUID run = begin(ANN, NOW);
      atOnce(
          8,
          i -> {
            if (i == 5) {
              return cancel(run).isPresent();
            }
            boolean any = false;
            for (long s = 2; s < 12; s++) {
              any |= append(run, s, 0, 1);
            }
            return any;
          });
      List<Long> sequences = sequences(run);
      for (int i = 0; i < sequences.size(); i++) {
        assertThat(sequences.get(i)).isEqualTo(i + 1L);
      }
      assertThat(get(run).lastSequence()).isEqualTo(sequences.size());
      assertThat(get(run).status()).isEqualTo(StoredStatus.CANCELLED);
    }

    private <R> List<R> atOnce(int workers, Function<Integer, R> work) throws Exception {
      ExecutorService threads = Executors.newFixedThreadPool(workers);
      try {
        List<Future<R>> futures = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
          int number = i;
          futures.add(threads.submit(() -> work.apply(number)));
        }
        List<R> results = new ArrayList<>();
        for (Future<R> future : futures) {
          results.add(future.get());
        }
        return results;
      } finally {
        threads.shutdownNow();
      }
    }

    @Test
    void listsTheOwnersRunsNewestFirst() {
      UUID first = begin(ANN, NOW);
      UUID second = begin(ANN, NOW.plusSeconds(1));
      UUID third = begin(ANN, NOW.plusSeconds(2));
      begin(BOB, NOW.plusSeconds(3));
      assertThat(found(r -> r.findByOwner(ANN, null, null, 2)))
          .extracting(StoredRun::id)
          .containsExactly(third, second);
      assertThat(found(r -> r.findByOwner(ANN, NOW.plusSeconds(1), second, 2)))
          .extracting(StoredRun::id)
          .containsExactly(first);
      assertThat(count(r -> (int) r.countRunning(ANN))).isEqualTo(3);
      cancel(first);
      assertThat(count(r -> (int) r.countRunning(ANN))).isEqualTo(2);
    }

    @Test
    void tellsHowFarRunsAre() {
      UUID one = begin(ANN, NOW);
      UUID two = begin(BOB, NOW);
      append(one, 2, 0, 1);
      assertThat(heads(List.of(one, two, UUID.randomUUID())))
          .containsExactlyInAnyOrder(
              new RunHead(one, StoredStatus.RUNNING, 2, 1),
              new RunHead(two, StoredStatus.RUNNING, 1, 1));
      assertThat(heads(List.of())).isEmpty();
    }

    @Test
    void deletesWhatEndedLongAgo() {
      UUID old = begin(ANN, NOW);
      UUID running = begin(ANN, NOW);
      cancel(old);
      assertThat(count(r -> r.deleteEndedBefore(LATER, 10))).isZero();
      assertThat(count(r -> r.deleteEndedBefore(LATER.plus(Duration.ofDays(1)), 10))).isEqualTo(1);
      assertThat(find(old)).isEmpty();
      assertThat(sequences(old)).isEmpty();
      assertThat(sequences(running)).containsExactly(1L);
    }

    @Test
    void refusesAnEventTwice() {
      UUID run = begin(ANN, NOW);
      assertThatThrownBy(
              () -> run(em -> em.persist(new StoredEvent(run, 1, 0, "token", NOW, "{}"))))
          .isInstanceOf(jakarta.persistence.PersistenceException.class);
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
