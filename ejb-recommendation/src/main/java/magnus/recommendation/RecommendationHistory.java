package magnus.recommendation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import magnus.basics.result.Result;
import magnus.basics.time.MarketClock;
import magnus.basics.time.TradingCalendar;
import magnus.basics.time.WallClock;
import magnus.identity.Caller;
import magnus.market.BarSeries;
import magnus.market.MarketData;
import magnus.persistence.recommendation.RecommendationRepository;
import magnus.persistence.recommendation.StoredAnswer;
import magnus.persistence.recommendation.StoredCard;
import magnus.persistence.recommendation.StoredOutcome;
import magnus.recommendation.outcome.Chance;
import magnus.recommendation.portfolio.DailyReturns;

/** Follows up what the caller took up and turned down, and says how much of it may be luck. */
@Stateless
public class RecommendationHistory {

  private static final TradingCalendar CALENDAR = TradingCalendar.newYork();
  private static final int MOST = 100;
  private static final int FOLLOWED_DAYS = 90;
  private static final int CHANCE_DAYS = 370;
  private static final double TRADING_DAYS = 252;

  /** Of the luck of two that run at the same time: they mostly share the market. */
  private static final double SHARED = 0.5;

  @Inject private RecommendationRepository stored;
  @Inject private MarketData market;
  @Inject private MarketClock clock;
  @Inject private WallClock wall;

  public History of(Caller caller) {
    List<StoredAnswer> answers = stored.answers(caller.id());
    List<StoredAnswer> last = answers.subList(Math.max(0, answers.size() - MOST), answers.size());
    Map<UUID, StoredCard> cards =
        stored.cards(caller.id(), last.stream().map(StoredAnswer::card).toList());
    List<History.Item> items = new ArrayList<>();
    for (int i = last.size() - 1; i >= 0; i--) {
      StoredCard card = cards.get(last.get(i).card());
      if (card != null) {
        items.add(item(last.get(i), card));
      }
    }
    return new History(items, totals(items));
  }

  private History.Item item(StoredAnswer answer, StoredCard card) {
    CardBody body = CardBody.read(card.body());
    return new History.Item(
        answer.recommendation(),
        answer.kind(),
        body.card().title(),
        Verdict.valueOf(answer.verdict()),
        answer.reason(),
        answer.answeredAt(),
        answer.until(),
        card.stated(),
        body.card().benefit(),
        followUp(answer, body).orElse(null));
  }

  private Optional<FollowUp> followUp(StoredAnswer answer, CardBody body) {
    String currency = body.card().benefit().currency();
    Optional<StoredOutcome> settled = stored.outcome(answer.card());
    if (settled.isPresent()) {
      return settled.map(s -> told(s, currency, true));
    }
    Instant now = clock.instant();
    LocalDate from = CALENDAR.lastClosed(answer.marketAt()).date();
    LocalDate today = CALENDAR.lastClosed(now).date();
    LocalDate end = from.plusDays(FOLLOWED_DAYS);
    boolean finished = !today.isBefore(end);
    LocalDate to = finished ? CALENDAR.sessionOnOrBefore(end).date() : today;
    if (!to.isAfter(from) || body.legs().isEmpty()) {
      return Optional.empty();
    }
    Optional<StoredOutcome> found = outcome(answer.card(), body.legs(), from, to, now);
    if (finished) {
      found.ifPresent(stored::settle);
    }
    return found.map(o -> told(o, currency, finished));
  }

  private Optional<StoredOutcome> outcome(
      UUID card, List<Leg> legs, LocalDate from, LocalDate to, Instant now) {
    Map<String, Double> amounts = new HashMap<>();
    legs.forEach(l -> amounts.merge(l.symbol(), l.amount().doubleValue(), Double::sum));
    Optional<DailyReturns> since = returns(amounts, from, to, now);
    Optional<DailyReturns> before = returns(amounts, from.minusDays(CHANCE_DAYS), from, now);
    if (since.isEmpty() || before.isEmpty()) {
      return Optional.empty();
    }
    double gained =
        amounts.entrySet().stream()
            .mapToDouble(e -> e.getValue() * since.get().growth(e.getKey()))
            .sum();
    double yearly = Math.sqrt(DailyReturns.variance(before.get().mix(amounts)));
    double chance = yearly * Math.sqrt(since.get().size() / TRADING_DAYS);
    return Optional.of(
        new StoredOutcome(
            card,
            from,
            to,
            money(gained),
            money(chance),
            wall.instant().truncatedTo(ChronoUnit.MICROS)));
  }

  /** Empty unless every leg has a price on every day. */
  private Optional<DailyReturns> returns(
      Map<String, Double> amounts, LocalDate from, LocalDate to, Instant now) {
    Map<String, Result<BarSeries>> bars = market.bars(amounts.keySet(), from, to, now);
    List<BarSeries> all = bars.values().stream().flatMap(r -> r.find().stream()).toList();
    if (all.size() < amounts.size() || all.isEmpty() || all.get(0).size() < 2) {
      return Optional.empty();
    }
    DailyReturns returns = new DailyReturns(all.get(0));
    for (BarSeries one : all) {
      if (!returns.add(one, market.corporateActions(one.symbol(), from, to, now))) {
        return Optional.empty();
      }
    }
    return Optional.of(returns);
  }

  private static FollowUp told(StoredOutcome outcome, String currency, boolean finished) {
    Chance.Interval interval =
        Chance.one(outcome.amount().doubleValue(), outcome.chance().doubleValue());
    return new FollowUp(
        outcome.from(),
        outcome.to(),
        finished,
        outcome.amount(),
        money(interval.low()),
        money(interval.high()),
        currency,
        interval.distinguishable(),
        FollowUp.words(interval.distinguishable(), interval.amount()));
  }

  private record Group(Verdict said, String currency) implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      int bySaid = said.compareTo(other.said);
      return bySaid != 0 ? bySaid : currency.compareTo(other.currency);
    }
  }

  private static List<History.Total> totals(List<History.Item> items) {
    Map<Group, List<FollowUp>> groups = new TreeMap<>();
    for (History.Item item : items) {
      FollowUp followUp = item.followUp();
      if (followUp != null) {
        groups
            .computeIfAbsent(new Group(item.said(), followUp.currency()), g -> new ArrayList<>())
            .add(followUp);
      }
    }
    List<History.Total> totals = new ArrayList<>();
    groups.forEach((group, all) -> totals.add(total(group, all)));
    return totals;
  }

  private static History.Total total(Group group, List<FollowUp> all) {
    double reach = 2 * 1.959963984540054;
    Chance.Interval sum =
        Chance.sum(
            all.stream().map(f -> f.amount().doubleValue()).toList(),
            all.stream().map(f -> f.high().subtract(f.low()).doubleValue() / reach).toList(),
            SHARED);
    return new History.Total(
        group.said(),
        all.size(),
        money(sum.amount()),
        money(sum.low()),
        money(sum.high()),
        group.currency(),
        sum.distinguishable(),
        FollowUp.words(sum.distinguishable(), sum.amount()));
  }

  private static BigDecimal money(double amount) {
    return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_EVEN);
  }
}
