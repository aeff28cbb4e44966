package magnus.persistence.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import magnus.persistence.DatabaseContract;
import magnus.persistence.TestDatabase;
import magnus.persistence.identity.Account;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PortfolioRepositoryTest {

  static final UUID OWNER = UUID.randomUUID();
  static final Instant NOW = Instant.parse("2024-03-01T15:00:00.123456Z");

  abstract static class Contract extends DatabaseContract {

    Contract(TestDatabase database) {
      super(database);
    }

    private StoredPortfolio stored(String name) {
      StoredPortfolio portfolio =
          new StoredPortfolio(UUID.randomUUID(), OWNER, name, "USD", "FIFO", "TAXABLE", NOW, 0);
      run(em -> new PortfolioRepository(em).add(portfolio));
      return portfolio;
    }

    private static StoredTransaction buy(String quantity, String fingerprint, UUID importId) {
      return new StoredTransaction(
          UUID.randomUUID(),
          importId,
          0,
          LocalDate.of(2024, 1, 31),
          null,
          "BUY",
          "AAPL240119C00150000",
          new StoredTransaction.StoredOption(
              "AAPL", LocalDate.of(2024, 1, 19), new BigDecimal("150.000"), "CALL", 100),
          new BigDecimal(quantity),
          new BigDecimal("1.2345678901"),
          new BigDecimal("0.65"),
          new BigDecimal("-123.45"),
          "USD",
          null,
          "x:1",
          "a note",
          7,
          fingerprint);
    }

    @Test
    void keepsPortfoliosApartByOwner() {
      StoredPortfolio mine = stored("Mine");
      assertThat(
              this.<Optional<StoredPortfolio>>in(
                  em -> new PortfolioRepository(em).find(OWNER, mine.id())))
          .contains(mine);
      assertThat(
              this.<Optional<StoredPortfolio>>in(
                  em -> new PortfolioRepository(em).find(UUID.randomUUID(), mine.id())))
          .isEmpty();
      assertThat(
              this.<List<StoredPortfolio>>in(
                  em -> new PortfolioRepository(em).list(UUID.randomUUID())))
          .isEmpty();
      run(em -> new PortfolioRepository(em).remove(UUID.randomUUID(), mine.id()));
      assertThat(this.<List<StoredPortfolio>>in(em -> new PortfolioRepository(em).list(OWNER)))
          .containsExactly(mine);
    }

    @Test
    void showsANameGivenAtTheSameInstantToTheOther() throws Exception {
      run(em -> em.persist(new Account(OWNER, "owner", Set.of("USER"), NOW)));
      for (int round = 0; round < 10; round++) {
        String name = "Twice " + round;
        CyclicBarrier together = new CyclicBarrier(2);
        FutureTask<Boolean> other = new FutureTask<>(() -> storedUnlessTaken(name, together));
        new Thread(other).start();
        boolean mine = storedUnlessTaken(name, together);
        assertThat(mine).isNotEqualTo(other.get());
      }
    }

    private boolean storedUnlessTaken(String name, CyclicBarrier together) throws Exception {
      together.await();
      return in(
          em -> {
            PortfolioRepository portfolios = new PortfolioRepository(em);
            portfolios.lockNames(OWNER);
            if (portfolios.isNameTaken(OWNER, name, null)) {
              return false;
            }
            portfolios.add(
                new StoredPortfolio(
                    UUID.randomUUID(), OWNER, name, "USD", "FIFO", "TAXABLE", NOW, 0));
            return true;
          });
    }

    @Test
    void refusesASecondOfTheSameName() {
      stored("Twice");
      assertThatThrownBy(() -> stored("Twice")).isInstanceOf(RuntimeException.class);
      assertThat(
              this.<Boolean>in(em -> new PortfolioRepository(em).isNameTaken(OWNER, "Twice", null)))
          .isTrue();
    }

    @Test
    void countsItsChanges() {
      StoredPortfolio one = stored("One");
      run(em -> new PortfolioRepository(em).change(OWNER, one.id(), "Uno", "LIFO", "RETIREMENT"));
      StoredPortfolio now =
          in(em -> new PortfolioRepository(em).findLocked(OWNER, one.id()).orElseThrow());
      assertThat(now.name()).isEqualTo("Uno");
      assertThat(now.lotMethod()).isEqualTo("LIFO");
      assertThat(now.version()).isEqualTo(1);
    }

    @Test
    void givesTransactionsBackAsTheyWere() {
      StoredPortfolio one = stored("One");
      StoredTransaction buy = buy("10.065", null, null);
      run(em -> new TransactionRepository(em).addAll(one.id(), List.of(buy, buy("1", null, null))));
      List<StoredTransaction> all = in(em -> new TransactionRepository(em).all(one.id()));
      assertThat(all).extracting(StoredTransaction::number).containsExactly(1L, 2L);
      assertThat(all.get(0).quantity()).isEqualTo(new BigDecimal("10.065"));
      assertThat(all.get(0)).usingRecursiveComparison().ignoringFields("number").isEqualTo(buy);
    }

    @Test
    void pagesBackwards() {
      StoredPortfolio one = stored("One");
      run(
          em ->
              new TransactionRepository(em)
                  .addAll(
                      one.id(),
                      List.of(buy("1", null, null), buy("2", null, null), buy("3", null, null))));
      List<StoredTransaction> page =
          in(em -> new TransactionRepository(em).before(one.id(), LocalDate.of(2024, 1, 31), 3, 1));
      assertThat(page).extracting(StoredTransaction::quantity).containsExactly(new BigDecimal("2"));
    }

    @Test
    void knowsRowsThatCameBeforeAndRefusesThemTwice() {
      StoredPortfolio one = stored("One");
      StoredPortfolio other = stored("Other");
      run(em -> new TransactionRepository(em).addAll(one.id(), List.of(buy("1", "f1", null))));
      run(em -> new TransactionRepository(em).addAll(other.id(), List.of(buy("1", "f1", null))));
      assertThat(
              this.<Set<String>>in(
                  em -> new TransactionRepository(em).known(one.id(), List.of("f1", "f2"))))
          .containsExactly("f1");
      assertThatThrownBy(
              () ->
                  run(
                      em ->
                          new TransactionRepository(em)
                              .addAll(one.id(), List.of(buy("2", "f1", null)))))
          .isInstanceOf(RuntimeException.class);
      assertThat(
              this.<List<StoredTransaction>>in(em -> new TransactionRepository(em).all(one.id())))
          .hasSize(1);
    }

    @Test
    void removesOneTransactionOfItsPortfolio() {
      StoredPortfolio one = stored("One");
      run(
          em ->
              new TransactionRepository(em)
                  .addAll(one.id(), List.of(buy("1", null, null), buy("2", null, null))));
      List<StoredTransaction> before = in(em -> new TransactionRepository(em).all(one.id()));
      run(em -> new TransactionRepository(em).remove(UUID.randomUUID(), before.get(0).id()));
      run(em -> new TransactionRepository(em).remove(one.id(), before.get(1).id()));
      assertThat(
              this.<List<StoredTransaction>>in(em -> new TransactionRepository(em).all(one.id())))
          .containsExactly(before.get(0));
    }

    @Test
    void takesAnImportBackWhole() {
      StoredPortfolio one = stored("One");
      StoredImport file =
          new StoredImport(UUID.randomUUID(), "schwab", "a.csv", "ff", null, NOW, 1, 2, 3);
      run(
          em -> {
            TransactionRepository repository = new TransactionRepository(em);
            repository.add(one.id(), file);
            repository.addAll(one.id(), List.of(buy("1", "f1", file.id()), buy("2", null, null)));
          });
      assertThat(this.<List<StoredImport>>in(em -> new TransactionRepository(em).imports(one.id())))
          .containsExactly(file);
      assertThat(
              this.<Optional<StoredImport>>in(
                  em -> new TransactionRepository(em).findImport(UUID.randomUUID(), file.id())))
          .isEmpty();
      run(em -> new TransactionRepository(em).removeImport(one.id(), file.id()));
      assertThat(this.<List<StoredImport>>in(em -> new TransactionRepository(em).imports(one.id())))
          .isEmpty();
      assertThat(
              this.<List<StoredTransaction>>in(em -> new TransactionRepository(em).all(one.id())))
          .hasSize(1);
    }

    @Test
    void removesEverythingWithThePortfolio() {
      StoredPortfolio one = stored("One");
      run(em -> new TransactionRepository(em).addAll(one.id(), List.of(buy("1", null, null))));
      run(em -> new PortfolioRepository(em).remove(OWNER, one.id()));
      assertThat(
              this.<List<StoredTransaction>>in(em -> new TransactionRepository(em).all(one.id())))
          .isEmpty();
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
