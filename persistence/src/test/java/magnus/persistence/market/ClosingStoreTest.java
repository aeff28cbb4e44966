package magnus.persistence.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import magnus.persistence.DatabaseContract;
import magnus.persistence.TestDatabase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ClosingStoreTest {

  private static final LocalDate KNOWN = LocalDate.of(2024, 3, 5);
  private static final Instant AT = Instant.parse("2024-03-05T21:00:00Z");
  private static final StoredClosing AAPL =
      new StoredClosing("AAPL", new BigDecimal("170.120"), new BigDecimal("175.1"), 12, AT);
  private static final StoredClosing MSFT =
      new StoredClosing("MSFT", new BigDecimal("402"), new BigDecimal("1E+2"), 0, AT);

  abstract static class Contract extends DatabaseContract {

    Contract(TestDatabase database) {
      super(database);
    }

    private void imported(long version) {
      run(
          em -> {
            TurnRow turn = em.find(TurnRow.class, TurnRow.ONLY);
            if (turn == null) {
              turn = new TurnRow();
              turn.id = TurnRow.ONLY;
              em.persist(turn);
            }
            turn.version = version;
          });
    }

    private void kept(long version, StoredClosing... closings) {
      run(
          em ->
              new ClosingStore(em)
                  .keep(
                      new StoredClosings(version, KNOWN, closings.length, AT, 3, 2),
                      List.of(closings)));
    }

    private Optional<Map<String, StoredClosing>> find(LocalDate known, String... symbols) {
      return in(em -> new ClosingStore(em).find(List.of(symbols), known));
    }

    @Test
    void oneAnswerTellsThePricesAndThatTheyAreTrue() {
      imported(4);
      kept(4, AAPL, MSFT);
      assertThat(find(KNOWN, "AAPL", "NONE")).contains(Map.of("AAPL", AAPL));
      assertThat(find(KNOWN, "NONE")).contains(Map.of());
      Optional<Map<String, StoredClosing>> all = in(em -> new ClosingStore(em).all(KNOWN));
      assertThat(all).contains(Map.of("AAPL", AAPL, "MSFT", MSFT));
    }

    @Test
    void isNotFoundAfterAnImportNorForAnotherDay() {
      imported(4);
      kept(4, AAPL);
      assertThat(find(KNOWN.plusDays(1), "AAPL")).isEmpty();
      imported(5);
      assertThat(find(KNOWN, "AAPL")).isEmpty();
      Optional<StoredClosings> kept = in(em -> new ClosingStore(em).kept());
      assertThat(kept).isEmpty();
    }

    @Test
    void theLatestTakesThePlaceOfTheOneBefore() {
      imported(4);
      kept(3, AAPL, MSFT);
      kept(4, MSFT);
      assertThat(find(KNOWN, "AAPL", "MSFT")).contains(Map.of("MSFT", MSFT));
      run(em -> new ClosingStore(em).drop());
      assertThat(find(KNOWN, "MSFT")).isEmpty();
    }

    @Test
    void anImportOfAnotherConnectionIsSeenByTheNextStatement() {
      imported(4);
      kept(4, AAPL);
      run(
          em -> {
            assertThat(new ClosingStore(em).find(List.of("AAPL"), KNOWN)).isPresent();
            imported(5);
            assertThat(new MarketStore(em).version()).isEqualTo(5);
            assertThat(new ClosingStore(em).find(List.of("AAPL"), KNOWN)).isEmpty();
          });
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
