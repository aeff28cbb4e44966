package magnus.persistence.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import magnus.persistence.DatabaseContract;
import magnus.persistence.TestDatabase;
import magnus.persistence.identity.Account;
import magnus.persistence.identity.AccountRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AlertRepositoryTest {

  private static final Instant NOW = Instant.parse("2026-03-05T14:00:00Z");

  abstract static class Contract extends DatabaseContract {

    private UUID ann;
    private UUID bob;

    Contract(TestDatabase database) {
      super(database);
    }

    @BeforeEach
    void accounts() {
      ann = account("ann");
      bob = account("bob");
    }

    private UUID account(String name) {
      UUID id = UUID.randomUUID();
      run(em -> new AccountRepository(em).add(new Account(id, name, Set.of("USER"), NOW)));
      return id;
    }

    private StoredRule rule(UUID account) {
      StoredRule rule =
          new StoredRule(
              UUID.randomUUID(), account, "PRICE_ABOVE", null, "SPY", 500, 3600, true, NOW);
      run(em -> new AlertRepository(em).put(rule));
      return rule;
    }

    private boolean fire(StoredRule rule, String subject, Instant at) {
      StoredNotice notice =
          new StoredNotice(
              UUID.randomUUID(),
              rule.account(),
              rule.id(),
              rule.kind(),
              subject,
              "title",
              "body",
              501,
              500,
              at,
              at,
              null);
      return in(em -> new AlertRepository(em).fire(notice, at.minusSeconds(3600)));
    }

    @Test
    void oneNoticeUntilItIsRearmedAndHasCooledDown() {
      StoredRule rule = rule(ann);
      assertThat(fire(rule, "SPY", NOW)).isTrue();
      assertThat(fire(rule, "SPY", NOW.plusSeconds(9999))).as("not re-armed").isFalse();
      assertThat(fire(rule, "QQQ", NOW)).as("another subject").isTrue();
      run(em -> new AlertRepository(em).rearm(rule.id(), "SPY"));
      assertThat(fire(rule, "SPY", NOW.plusSeconds(60))).as("not cooled down").isFalse();
      assertThat(fire(rule, "SPY", NOW.plusSeconds(3600))).isTrue();
      assertThat(unread(ann)).isEqualTo(3);
    }

    @Test
    void nobodyFindsAnothers() {
      StoredRule rule = rule(ann);
      fire(rule, "SPY", NOW);
      run(
          em -> {
            AlertRepository alerts = new AlertRepository(em);
            StoredNotice notice = alerts.notices(ann, true, null, 10).get(0);
            assertThat(alerts.rule(bob, rule.id())).isEmpty();
            assertThat(alerts.rules(bob)).isEmpty();
            assertThat(alerts.remove(bob, rule.id())).isFalse();
            assertThat(alerts.notices(bob, false, null, 10)).isEmpty();
            assertThat(alerts.acknowledge(bob, notice.id(), NOW)).isFalse();
            assertThat(alerts.acknowledgeAll(bob, NOW)).isZero();
            assertThat(alerts.unread(ann)).isEqualTo(1);
            assertThat(alerts.acknowledge(ann, notice.id(), NOW)).isTrue();
            assertThat(alerts.unread(ann)).isZero();
          });
    }

    @Test
    void aChangedRuleBeginsAnewAndARemovedOneLeavesItsNotices() {
      StoredRule rule = rule(ann);
      fire(rule, "SPY", NOW);
      run(em -> new AlertRepository(em).put(rule));
      assertThat(fire(rule, "SPY", NOW.plusSeconds(1))).isTrue();
      run(
          em -> {
            AlertRepository alerts = new AlertRepository(em);
            assertThat(alerts.disarmed(rule.id())).containsExactly("SPY");
            assertThat(alerts.remove(ann, rule.id())).isTrue();
          });
      List<StoredNotice> left = in(em -> new AlertRepository(em).notices(ann, false, null, 10));
      assertThat(left).hasSize(2);
    }

    @Test
    void oneNodeHasTheTurn() {
      assertThat(turn("a", NOW)).isTrue();
      assertThat(turn("b", NOW.plusSeconds(30))).isFalse();
      assertThat(turn("a", NOW.plusSeconds(30))).isTrue();
      assertThat(turn("b", NOW.plusSeconds(95))).isTrue();
    }

    private boolean turn(String node, Instant now) {
      return in(em -> new AlertRepository(em).turn(node, now, now.plusSeconds(60)));
    }

    private long unread(UUID account) {
      return in(em -> new AlertRepository(em).unread(account));
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
