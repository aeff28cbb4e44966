package magnus.recommendation;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import magnus.basics.problem.Refusal;
import magnus.basics.result.Result;
import magnus.basics.time.MarketClock;
import magnus.basics.time.TradingCalendar;
import magnus.basics.time.WallClock;
import magnus.cache.Served;
import magnus.identity.Caller;
import magnus.persistence.recommendation.RecommendationRepository;
import magnus.persistence.recommendation.StoredAnswer;
import magnus.persistence.recommendation.StoredCard;
import magnus.persistence.recommendation.StoredList;
import magnus.recommendation.feedback.Dismissals;
import magnus.recommendation.feedback.Identity;
import magnus.recommendation.feedback.Past;
import org.jspecify.annotations.Nullable;

/**
 * What the caller is recommended, and what he says to it. A list stays until he answers, the market
 * day changes or one of its cards no longer holds; then another is drawn.
 */
@Stateless
public class Recommendations {

  private static final int LONGEST_REASON = 500;

  @EJB private RecommendationShelves shelves;
  @EJB private RecommendationProfiles profiles;
  @EJB private Tastes tastes;
  @Inject private RecommendationRepository stored;
  @Inject private MarketClock market;
  @Inject private WallClock wall;

  /**
   * The caller's list.
   *
   * @throws Refusal UNAVAILABLE where his portfolios cannot be read
   */
  public RecommendationList list(Caller caller) {
    return told(caller, profiles.of(caller), candidates(caller));
  }

  private CandidateSet candidates(Caller caller) {
    Result<Served<CandidateSet>> found = shelves.candidates(caller);
    if (found instanceof Result.Failure<Served<CandidateSet>> failed) {
      throw Refusal.of(Refusal.Kind.UNAVAILABLE, "source-unavailable", failed.detail());
    }
    return ((Result.Success<Served<CandidateSet>>) found).value().value();
  }

  private RecommendationList told(Caller caller, Profile profile, CandidateSet set) {
    Instant now = market.instant();
    List<StoredAnswer> answers = stored.answers(caller.id());
    Map<UUID, StoredCard> answered =
        stored.cards(caller.id(), answers.stream().map(StoredAnswer::card).toList());
    List<Candidate> eligible = eligible(set, past(answers, answered), now);
    Set<UUID> today = shownToday(caller);
    Optional<StoredList> open =
        stored.open(caller.id()).filter(l -> stillHolds(l, caller.id(), eligible, now));
    if (open.isEmpty()) {
      // A new list may bring as many new cards as it is long.
      boolean full =
          today.size() + RecommendationSettings.LENGTH > RecommendationSettings.mostADay();
      List<Candidate> allowed =
          full
              ? eligible.stream().filter(c -> today.contains(identity(caller.id(), c))).toList()
              : eligible;
      if (!allowed.isEmpty()) {
        UUID id = UUID.randomUUID();
        StoredList drawn =
            new Drawing(
                    caller.id(),
                    allowed,
                    set.wealth(),
                    tastes.of(answers, answered),
                    now,
                    RecommendationSettings.learn())
                .draw(
                    id,
                    RecommendationSettings.LENGTH,
                    wall.instant().truncatedTo(ChronoUnit.MICROS),
                    now.truncatedTo(ChronoUnit.MICROS),
                    new SplittableRandom(
                        id.getMostSignificantBits() ^ id.getLeastSignificantBits()));
        stored.add(drawn);
        drawn.cards().forEach(card -> today.add(card.recommendation()));
        open = Optional.of(drawn);
      }
    }
    return new RecommendationList(
        set.asOf(),
        open.map(StoredList::marketAt).orElse(now),
        profile.asked(),
        open.map(StoredList::policy).orElse(Drawing.LEARNED),
        set.candidates().size(),
        set.candidates().size() - eligible.size(),
        today.size(),
        RecommendationSettings.mostADay(),
        open.map(StoredList::cards).orElse(List.of()).stream()
            .map(card -> told(card, caller.id(), eligible))
            .toList(),
        set.missing());
  }

  /** A trade or a price may have changed how much of it is advised since the card was drawn. */
  private static Recommendation told(StoredCard card, UUID owner, List<Candidate> eligible) {
    Recommendation drawn = CardBody.read(card.body()).card();
    return eligible.stream()
        .filter(c -> identity(owner, c).equals(drawn.id()))
        .findFirst()
        .map(drawn::as)
        .orElse(drawn);
  }

  private static List<Candidate> eligible(CandidateSet set, List<Past> past, Instant now) {
    Dismissals dismissals = new Dismissals(past, now);
    return set.candidates().stream()
        .filter(c -> c.expires().isAfter(now))
        .filter(c -> !dismissals.keepAway(c.kind(), c.action()))
        .toList();
  }

  /** All that the caller might be shown: what his answers keep away is not among it. */
  public List<Candidate> eligible(Caller caller) {
    List<StoredAnswer> answers = stored.answers(caller.id());
    Map<UUID, StoredCard> answered =
        stored.cards(caller.id(), answers.stream().map(StoredAnswer::card).toList());
    return eligible(candidates(caller), past(answers, answered), market.instant());
  }

  private static UUID identity(UUID owner, Candidate c) {
    return Identity.of(owner, c.kind(), c.action());
  }

  private static boolean stillHolds(
      StoredList list, UUID owner, List<Candidate> eligible, Instant now) {
    Set<UUID> there = eligible.stream().map(c -> identity(owner, c)).collect(Collectors.toSet());
    return TradingCalendar.date(list.marketAt()).equals(TradingCalendar.date(now))
        && list.cards().stream()
            .allMatch(c -> there.contains(c.recommendation()) && c.expiresAt().isAfter(now));
  }

  private Set<UUID> shownToday(Caller caller) {
    Instant midnight =
        TradingCalendar.date(wall.instant()).atStartOfDay(TradingCalendar.ZONE).toInstant();
    return stored.cards(caller.id(), midnight).stream()
        .map(StoredCard::recommendation)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static List<Past> past(List<StoredAnswer> answers, Map<UUID, StoredCard> cards) {
    List<Past> past = new ArrayList<>();
    for (StoredAnswer answer : answers) {
      StoredCard card = cards.get(answer.card());
      if (card != null) {
        Verdict verdict = Verdict.valueOf(answer.verdict());
        past.add(
            new Past(
                answer.kind(),
                CardBody.read(card.body()).action(),
                until(answer, verdict),
                verdict == Verdict.NOT_THIS_KIND));
      }
    }
    return past;
  }

  private static Instant until(StoredAnswer answer, Verdict verdict) {
    Instant until = answer.until();
    return switch (verdict) {
      case ACCEPT -> answer.marketAt().plus(RecommendationSettings.KEPT_AWAY_ACCEPTED);
      case REJECT, NOT_THIS_KIND ->
          answer.marketAt().plus(RecommendationSettings.KEPT_AWAY_REJECTED);
      case SNOOZE -> until == null ? answer.marketAt() : until;
    };
  }

  /** Of the list, the card with the largest expected benefit: worth × probability. */
  public Optional<Recommendation> nextAction(Caller caller) {
    return list(caller).items().stream()
        .max(Comparator.comparingDouble(r -> r.worth() * r.confidence().probability()));
  }

  /**
   * Keeps what the caller says to a card that he was shown; his next list minds it at once.
   *
   * @throws Refusal UNKNOWN for what he was never shown; MALFORMED for a reason too long, or a time
   *     that is past, too far or not of a snooze
   */
  public RecommendationList answer(Caller caller, UUID recommendation, Feedback feedback) {
    StoredCard card = card(caller, recommendation);
    Instant now = market.instant();
    String reason = feedback.reason();
    if (reason != null && reason.length() > LONGEST_REASON) {
      throw Refusal.malformed(
          "reason", reason.length() + " characters", "at most " + LONGEST_REASON);
    }
    stored.put(
        new StoredAnswer(
            card.id(),
            caller.id(),
            recommendation,
            card.kind(),
            card.subject(),
            card.direction(),
            feedback.action().name(),
            reason == null || reason.isBlank() ? null : reason.strip(),
            until(feedback, now),
            wall.instant().truncatedTo(ChronoUnit.MICROS),
            now.truncatedTo(ChronoUnit.MICROS)));
    stored.close(caller.id());
    return list(caller);
  }

  private static @Nullable Instant until(Feedback feedback, Instant now) {
    Instant until = feedback.until();
    if (feedback.action() != Verdict.SNOOZE) {
      if (until != null) {
        throw Refusal.malformed("until", until, "no time: only SNOOZE has one");
      }
      return null;
    }
    Instant latest = now.plus(RecommendationSettings.LONGEST_SNOOZE);
    if (until != null && (!until.isAfter(now) || until.isAfter(latest))) {
      throw Refusal.malformed("until", until, "a time after " + now + " and not after " + latest);
    }
    return (until == null ? now.plus(RecommendationSettings.SNOOZE) : until)
        .truncatedTo(ChronoUnit.MICROS);
  }

  /** Notes that the caller looked closer at a card. */
  public void opened(Caller caller, UUID recommendation) {
    if (!stored.opened(caller.id(), recommendation, wall.instant())) {
      throw Refusal.unknown("recommendation", recommendation);
    }
  }

  private StoredCard card(Caller caller, UUID recommendation) {
    return stored
        .newest(caller.id(), recommendation)
        .orElseThrow(() -> Refusal.unknown("recommendation", recommendation));
  }

  /** What the caller says of himself now; once that is kept, his candidates are made anew. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Profile changeProfile(Caller caller, Profile wish) {
    Profile profile = profiles.put(caller, wish);
    shelves.forget(caller);
    return profile;
  }
}
