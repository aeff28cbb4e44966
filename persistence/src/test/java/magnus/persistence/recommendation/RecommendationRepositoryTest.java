package magnus.persistence.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import magnus.persistence.DatabaseContract;
import magnus.persistence.TestDatabase;
import magnus.persistence.identity.Account;
import magnus.persistence.identity.AccountRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecommendationRepositoryTest {

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

    private static StoredCard card(int place, UUID recommendation) {
      return new StoredCard(
          UUID.randomUUID(),
          place,
          recommendation,
          "TRIM",
          "NVDA",
          "SELL",
          place,
          0.25,
          0.6,
          0.4,
          "{}",
          NOW,
          NOW.plusSeconds(86_400));
    }

    private static StoredList list(UUID account, Instant at, StoredCard... cards) {
      return new StoredList(
          UUID.randomUUID(), account, at, at, "learned-1", "x".repeat(50_000), List.of(cards));
    }

    private static StoredAnswer answer(UUID account, StoredCard card, String verdict) {
      return new StoredAnswer(
          card.id(),
          account,
          card.recommendation(),
          card.kind(),
          card.subject(),
          card.direction(),
          verdict,
          null,
          null,
          NOW.plusSeconds(5),
          NOW);
    }

    private Optional<StoredProfile> profile(UUID account) {
      return in(em -> new RecommendationRepository(em).profile(account));
    }

    private Optional<StoredList> open(UUID account) {
      return in(em -> new RecommendationRepository(em).open(account));
    }

    private List<StoredList> since(Instant at, int most) {
      return in(em -> new RecommendationRepository(em).since(at, most));
    }

    private Map<UUID, StoredCard> cards(UUID account, List<UUID> ids) {
      return in(em -> new RecommendationRepository(em).cards(account, ids));
    }

    private List<StoredAnswer> answers(UUID account) {
      return in(em -> new RecommendationRepository(em).answers(account));
    }

    private List<StoredAnswer> answersSince(Instant at) {
      return in(em -> new RecommendationRepository(em).answersSince(at));
    }

    private Optional<StoredCard> newest(UUID account, UUID recommendation) {
      return in(em -> new RecommendationRepository(em).newest(account, recommendation));
    }

    private boolean opened(UUID account, UUID recommendation, Instant at) {
      return in(em -> new RecommendationRepository(em).opened(account, recommendation, at));
    }

    private long[] opened(Instant at) {
      return in(em -> new RecommendationRepository(em).opened(at));
    }

    private Optional<StoredOutcome> outcome(UUID card) {
      return in(em -> new RecommendationRepository(em).outcome(card));
    }

    @Test
    void aProfileIsOneAndChanges() {
      StoredProfile first = new StoredProfile(ann, "BALANCED", 10, true, 0.24, 0.15, NOW);
      StoredProfile second = new StoredProfile(ann, "BOLD", 20, false, 0, 0, NOW.plusSeconds(1));
      run(em -> new RecommendationRepository(em).put(first));
      run(em -> new RecommendationRepository(em).put(second));
      assertThat(profile(ann)).contains(second);
      assertThat(profile(bob)).isEmpty();
    }

    @Test
    void aNewListEndsTheOneBeforeAndNobodyElses() {
      StoredCard card = card(0, UUID.randomUUID());
      StoredList first = list(ann, NOW, card);
      StoredList second = list(ann, NOW.plusSeconds(1), card(0, UUID.randomUUID()));
      StoredList others = list(bob, NOW, card(0, UUID.randomUUID()), card(1, UUID.randomUUID()));
      List.of(first, others, second)
          .forEach(l -> run(em -> new RecommendationRepository(em).add(l)));
      assertThat(open(ann)).contains(second);
      assertThat(open(bob)).contains(others);
      run(em -> new RecommendationRepository(em).close(bob));
      assertThat(open(bob)).isEmpty();
      assertThat(since(NOW, 10)).containsExactlyInAnyOrder(first, others, second);
      assertThat(cards(ann, List.of(card.id()))).isEqualTo(Map.of(card.id(), card));
      assertThat(cards(bob, List.of(card.id()))).isEmpty();
    }

    @Test
    void theLastAnswerToACardCounts() {
      StoredCard card = card(0, UUID.randomUUID());
      run(em -> new RecommendationRepository(em).add(list(ann, NOW, card)));
      run(em -> new RecommendationRepository(em).put(answer(ann, card, "REJECT")));
      StoredAnswer last = answer(ann, card, "NOT_THIS_KIND");
      run(em -> new RecommendationRepository(em).put(last));
      assertThat(answers(ann)).containsExactly(last);
      assertThat(answersSince(NOW)).containsExactly(last);
      assertThat(answers(bob)).isEmpty();
      assertThat(newest(bob, card.recommendation())).isEmpty();
      run(em -> new RecommendationRepository(em).forgetKind(ann, "TRIM", "NOT_THIS_KIND"));
      assertThat(answers(ann)).isEmpty();
    }

    @Test
    void countsWhatWasLookedAtOnce() {
      StoredCard card = card(0, UUID.randomUUID());
      run(em -> new RecommendationRepository(em).add(list(ann, NOW, card)));
      UUID id = card.recommendation();
      assertThat(opened(bob, id, NOW)).isFalse();
      assertThat(opened(ann, id, NOW)).isTrue();
      assertThat(opened(ann, id, NOW)).isTrue();
      assertThat(opened(NOW)).containsExactly(1, 1);
    }

    @Test
    void anOutcomeIsSettledOnce() {
      StoredCard card = card(0, UUID.randomUUID());
      run(em -> new RecommendationRepository(em).add(list(ann, NOW, card)));
      LocalDate day = LocalDate.of(2026, 3, 5);
      StoredOutcome outcome =
          new StoredOutcome(
              card.id(),
              day,
              day.plusDays(90),
              new BigDecimal("12.50"),
              new BigDecimal("40.00"),
              NOW);
      run(em -> new RecommendationRepository(em).settle(outcome));
      run(
          em ->
              new RecommendationRepository(em)
                  .settle(
                      new StoredOutcome(card.id(), day, day, BigDecimal.ONE, BigDecimal.ONE, NOW)));
      assertThat(outcome(card.id())).contains(outcome);
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
