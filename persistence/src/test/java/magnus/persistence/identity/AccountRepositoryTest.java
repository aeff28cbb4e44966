package magnus.persistence.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import magnus.persistence.DatabaseContract;
import magnus.persistence.TestDatabase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AccountRepositoryTest {

  abstract static class Contract extends DatabaseContract {

    private static final Instant NOW = Instant.parse("2024-03-01T10:00:00.123456Z");

    Contract(TestDatabase database) {
      super(database);
    }

    private Optional<Account> named(String name) {
      return in(em -> new AccountRepository(em).findByName(name));
    }

    private Optional<UUID> idOf(String issuer, String subject) {
      return in(em -> new AccountRepository(em).findBySubject(issuer, subject).map(Account::id));
    }

    private Account add(String name, String... roles) {
      return in(
          em -> {
            Account account = new Account(UUID.randomUUID(), name, Set.of(roles), NOW);
            new AccountRepository(em).add(account);
            return account;
          });
    }

    @Test
    void findsByNameWithRolesAndTimes() {
      Account ann = add("ann", "USER", "ADMIN");
      Account found = named("ann").orElseThrow();
      assertThat(found.id()).isEqualTo(ann.id());
      assertThat(found.roles()).containsExactlyInAnyOrder("USER", "ADMIN");
      assertThat(found.createdAt()).isEqualTo(NOW);
      assertThat(found.passwordHash()).isEmpty();
      assertThat(named("bob")).isEmpty();
    }

    @Test
    void refusesANameTwice() {
      add("ann", "USER");
      assertThatThrownBy(() -> add("ann", "USER"))
          .isInstanceOf(jakarta.persistence.PersistenceException.class);
    }

    @Test
    void changesRolesPasswordAndState() {
      UUID id = add("ann", "USER").id();
      run(
          em -> {
            Account account = new AccountRepository(em).findLocked(id).orElseThrow();
            account.give(Set.of("ADMIN"));
            account.changePassword("$argon2id$x", NOW);
            account.enable(false);
          });
      Account found = in(em -> new AccountRepository(em).find(id).orElseThrow());
      assertThat(found.roles()).containsExactly("ADMIN");
      assertThat(found.passwordHash()).contains("$argon2id$x");
      assertThat(found.isEnabled()).isFalse();
    }

    @Test
    void countsEnabledAccountsOfARole() {
      add("ann", "USER", "ADMIN");
      UUID bob = add("bob", "USER", "ADMIN").id();
      run(em -> new AccountRepository(em).find(bob).orElseThrow().enable(false));
      long admins = in(em -> new AccountRepository(em).countEnabled("ADMIN"));
      assertThat(admins).isEqualTo(1);
    }

    @Test
    void findsByIssuerAndSubjectTogether() {
      UUID ann = add("ann", "USER").id();
      run(
          em ->
              new AccountRepository(em)
                  .add(new AccountSubject("https://one.example", "s-1", ann, NOW)));
      assertThat(idOf("https://one.example", "s-1")).contains(ann);
      assertThat(idOf("https://two.example", "s-1")).isEmpty();
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
