package magnus.persistence.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
      return in(em -> new StatementRepository(em).statements(WINDOW, WINDOW.plusSeconds(9_999)));
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
      assertThat(statements()).containsExactly(line(WINDOW, 6, 39, 9));
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
      assertThat(statements()).containsExactly(line(WINDOW.plusSeconds(900), 1, 1, 1));
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
                  .say(new StoredConsent(agrees, true, WINDOW.minusSeconds(60))));
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
