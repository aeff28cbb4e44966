package magnus.persistence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import magnus.persistence.DatabaseContract;
import magnus.persistence.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TokenRepositoryTest {

  abstract static class Contract extends DatabaseContract {

    private static final Instant NOW = Instant.parse("2024-03-01T10:00:00Z");

    private final UUID ann = UUID.randomUUID();

    Contract(TestDatabase database) {
      super(database);
    }

    @BeforeEach
    void account() {
      run(em -> new AccountRepository(em).add(new Account(ann, "ann", Set.of("USER"), NOW)));
    }

    private UUID add(String hash) {
      UUID id = UUID.randomUUID();
      run(
          em ->
              new TokenRepository(em)
                  .add(
                      new ApiToken(
                          id,
                          em.getReference(Account.class, ann),
                          "robot",
                          hash,
                          "mgn_abcd",
                          NOW,
                          null)));
      return id;
    }

    @Test
    void notesItsUse() {
      UUID id = add("h1");
      run(em -> new TokenRepository(em).used(id, NOW.plusSeconds(5)));
      ApiToken found = in(em -> new TokenRepository(em).findBySecretHash("h1").orElseThrow());
      assertThat(found.lastUsedAt()).contains(NOW.plusSeconds(5));
      assertThat(found.expiresAt()).isEmpty();
      assertThat(found.account().roles()).containsExactly("USER");
    }

    @Test
    void removesOnlyItsOwnersToken() {
      UUID id = add("h1");
      boolean byOther = in(em -> new TokenRepository(em).remove(id, UUID.randomUUID()));
      List<ApiToken> still = in(em -> new TokenRepository(em).ofAccount(ann));
      boolean byOwner = in(em -> new TokenRepository(em).remove(id, ann));
      assertThat(byOther).isFalse();
      assertThat(still).hasSize(1);
      assertThat(byOwner).isTrue();
    }

    @Test
    void keepsTheAuditLogInOrder() {
      run(
          em -> {
            for (int i = 0; i < 5; i++) {
              new AuditRepository(em)
                  .add(new AuditEntry(NOW.plusSeconds(i), "ann", "a" + i, "s", "done", "::1"));
            }
          });
      List<AuditEntry> newest = in(em -> new AuditRepository(em).before(Long.MAX_VALUE, 2));
      assertThat(newest).extracting(AuditEntry::what).containsExactly("a4", "a3");
      long last = newest.get(1).id();
      List<AuditEntry> older = in(em -> new AuditRepository(em).before(last, 10));
      assertThat(older).extracting(AuditEntry::what).containsExactly("a2", "a1", "a0");
      int removed = in(em -> new AuditRepository(em).prune(NOW.plusSeconds(2)));
      assertThat(removed).isEqualTo(2);
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
