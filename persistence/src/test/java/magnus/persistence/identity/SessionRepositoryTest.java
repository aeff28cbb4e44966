package magnus.persistence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import magnus.persistence.DatabaseContract;
import magnus.persistence.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SessionRepositoryTest {

  abstract static class Contract extends DatabaseContract {

    private static final Instant NOW = Instant.parse("2024-03-01T10:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(1));

    private Account ann;
    private Account bob;

    Contract(TestDatabase database) {
      super(database);
    }

    @BeforeEach
    void accounts() {
      ann = new Account(UUID.randomUUID(), "ann", Set.of("USER"), NOW);
      bob = new Account(UUID.randomUUID(), "bob", Set.of("USER"), NOW);
      run(
          em -> {
            new AccountRepository(em).add(ann);
            new AccountRepository(em).add(bob);
          });
    }

    private UUID open(Account account, String hash, Instant expiresAt) {
      UUID id = UUID.randomUUID();
      run(
          em ->
              new SessionRepository(em)
                  .add(
                      new SignInSession(
                          id,
                          hash,
                          em.getReference(Account.class, account.id()),
                          "PASSWORD",
                          NOW,
                          expiresAt,
                          "192.0.2.1",
                          "test")));
      return id;
    }

    private List<UUID> of(Account account, Instant idleSince, Instant at) {
      return in(
          em ->
              new SessionRepository(em)
                  .ofAccount(account.id(), idleSince, at).stream().map(SignInSession::id).toList());
    }

    @Test
    void findsByHashWithAccountAndRoles() {
      open(ann, "h1", LATER);
      Optional<SignInSession> found = in(em -> new SessionRepository(em).findBySecretHash("h1"));
      assertThat(found).map(s -> s.account().name()).contains("ann");
      assertThat(found).map(s -> s.account().roles()).contains(Set.of("USER"));
      Optional<SignInSession> none = in(em -> new SessionRepository(em).findBySecretHash("h2"));
      assertThat(none).isEmpty();
    }

    @Test
    void removesOnlyItsOwnersSession() {
      UUID id = open(ann, "h1", LATER);
      boolean byBob = in(em -> new SessionRepository(em).remove(id, bob.id()));
      boolean byAnn = in(em -> new SessionRepository(em).remove(id, ann.id()));
      assertThat(byBob).isFalse();
      assertThat(byAnn).isTrue();
    }

    @Test
    void removesAllButOne() {
      UUID kept = open(ann, "h1", LATER);
      open(ann, "h2", LATER);
      UUID bobs = open(bob, "h3", LATER);
      run(em -> new SessionRepository(em).removeAll(ann.id(), kept));
      assertThat(of(ann, NOW.minusSeconds(1), NOW)).containsExactly(kept);
      assertThat(of(bob, NOW.minusSeconds(1), NOW)).containsExactly(bobs);
    }

    @Test
    void prunesWhatIsIdleOrEnded() {
      UUID used = open(ann, "h1", LATER);
      open(ann, "idle", LATER);
      open(ann, "ended", NOW.plusSeconds(60));
      Instant at = NOW.plus(Duration.ofHours(2));
      boolean late = in(em -> new SessionRepository(em).seen(used, NOW.minusSeconds(1), at));
      boolean first = in(em -> new SessionRepository(em).seen(used, NOW, at));
      assertThat(late).isFalse();
      assertThat(first).isTrue();
      int removed = in(em -> new SessionRepository(em).prune(at.minus(Duration.ofHours(1)), at));
      assertThat(removed).isEqualTo(2);
      assertThat(of(ann, at.minus(Duration.ofHours(1)), at)).containsExactly(used);
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
