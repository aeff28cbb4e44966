package magnus.persistence.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import magnus.persistence.DatabaseContract;
import magnus.persistence.TestDatabase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReceiptRepositoryTest {

  static final UUID OWNER = UUID.randomUUID();
  static final Instant NOW = Instant.parse("2024-03-01T15:00:00Z");

  static StoredReceipt receipt(String key, int status, String body) {
    return new StoredReceipt(OWNER, key, "ab", NOW, status, null, body);
  }

  abstract static class Contract extends DatabaseContract {

    Contract(TestDatabase database) {
      super(database);
    }

    private Optional<StoredReceipt> find(UUID owner, String key) {
      return in(em -> new ReceiptRepository(em).find(owner, key));
    }

    @Test
    void keepsOneAnswerPerOwnerAndKey() {
      run(
          em -> {
            ReceiptRepository receipts = new ReceiptRepository(em);
            receipts.add(receipt("k", 0, ""));
            receipts.complete(receipt("k", 201, "x".repeat(100_000)));
          });
      assertThat(find(OWNER, "k")).contains(receipt("k", 201, "x".repeat(100_000)));
      assertThat(find(UUID.randomUUID(), "k")).isEmpty();
      assertThatThrownBy(() -> run(em -> new ReceiptRepository(em).add(receipt("k", 1, ""))))
          .isInstanceOf(RuntimeException.class);
    }

    @Test
    void forgetsOldOnes() {
      run(em -> new ReceiptRepository(em).add(receipt("k", 200, "")));
      run(em -> new ReceiptRepository(em).prune(NOW));
      assertThat(find(OWNER, "k")).isPresent();
      run(em -> new ReceiptRepository(em).prune(NOW.plus(Duration.ofMillis(1))));
      assertThat(find(OWNER, "k")).isEmpty();
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
