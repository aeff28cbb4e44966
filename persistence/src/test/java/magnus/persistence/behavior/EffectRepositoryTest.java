package magnus.persistence.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import magnus.persistence.DatabaseContract;
import magnus.persistence.TestDatabase;
import magnus.persistence.identity.Account;
import magnus.persistence.identity.AccountRepository;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EffectRepositoryTest {

  static final Instant NOW = Instant.parse("2024-03-01T15:00:00Z");

  abstract static class Contract extends DatabaseContract {

    private final UUID ann = UUID.randomUUID();
    private int second;

    Contract(TestDatabase database) {
      super(database);
    }

    private StoredVisit visit(String page, @Nullable Integer millis, @Nullable Integer calls) {
      second++;
      return new StoredVisit(
          0,
          ann,
          NOW.plusSeconds(second),
          NOW.plusSeconds(second),
          page,
          "",
          "",
          "OPEN",
          null,
          millis,
          false,
          true,
          "OPEN",
          "",
          "",
          "",
          calls,
          0.5);
    }

    @Test
    void sumsLoadsByUserAndPageAndCountsHowLongTheyTook() {
      run(em -> new AccountRepository(em).add(new Account(ann, "ann", Set.of("USER"), NOW)));
      run(em -> new BehaviorRepository(em).say(StoredConsent.said(ann, true, NOW)));
      List<StoredVisit> visits = new ArrayList<>();
      visits.add(visit("/market", 7_777, 9));
      visits.add(visit("/market", 99, 0));
      visits.add(visit("/market", 399, 2));
      visits.add(visit("/market", null, 7));
      visits.add(visit("/", 99, null));
      run(em -> new BehaviorRepository(em).write(visits, List.of()));
      Instant since = NOW.plusSeconds(2);

      List<LoadSum> sums = in(em -> new EffectRepository(em).sums(since, 10));
      assertThat(sums).extracting(LoadSum::page).containsExactly("/", "/market");
      LoadSum market = sums.get(1);
      assertThat(market.account()).isEqualTo(ann);
      assertThat(market.ahead()).isTrue();
      assertThat(market.loads()).isEqualTo(2);
      assertThat(market.logSum()).isCloseTo(Math.log(100) + Math.log(400), within(1e-9));
      assertThat(market.answered()).isEqualTo(2);
      assertThat(market.hits()).isEqualTo(1);
      assertThat(market.calls()).isEqualTo(3);
      assertThat(market.aheadCalls()).isEqualTo(1);
      assertThat(sums.get(0).answered()).isZero();
      List<LoadCount> counts = in(em -> new EffectRepository(em).counts(since));
      assertThat(counts)
          .containsExactlyInAnyOrder(new LoadCount(true, 92, 2), new LoadCount(true, 119, 1));
    }

    private Instant began(String name, double share, Instant now) {
      return in(em -> new EffectRepository(em).splitBegan(name, share, now));
    }

    @Test
    void aSplitBeginsWhenItIsFirstSeen() {
      Instant later = NOW.plusSeconds(60);
      assertThat(began("first", 0.9, NOW)).isEqualTo(NOW);
      assertThat(began("first", 0.9, later)).isEqualTo(NOW);
      assertThat(began("first", 0.5, later)).isEqualTo(later);
      assertThat(began("second", 0.5, later)).isEqualTo(later);
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
