package magnus.prefetch.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import magnus.basics.time.MarketPhase;
import magnus.prefetch.behavior.MarketState;
import magnus.prefetch.behavior.Page;
import magnus.prefetch.sequence.Predictors;
import org.junit.jupiter.api.Test;

/** The model that ships predicts for a stranger by the hour, the day, the market and what is on. */
class CircumstancesTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Page HOME = new Page("/", "");
  private static final Page CALENDAR = new Page("/calendar", "");
  private static final UUID STRANGER = new UUID(9, 9);
  private static final int K = 3;
  private static final int USERS = 12;

  private final VisitModel model = new VisitModel(Predictors.live(K), NEW_YORK, K);

  private static Instant on(int day, int hour, int user) {
    return LocalDate.of(2024, 1, 8)
        .plusDays(day)
        .atTime(hour, 0)
        .plusMinutes(user)
        .atZone(NEW_YORK)
        .toInstant();
  }

  private void goes(int user, Page to, Instant at, MarketState market) {
    UUID id = new UUID(1, user);
    model.learn(new Seen(id, HOME, at, market.condition(), market.events()));
    model.learn(new Seen(id, to, at.plusSeconds(20), market.condition(), market.events()));
  }

  private static MarketState market(Instant at, double vix) {
    return MarketState.at(at, OptionalDouble.of(vix));
  }

  private String first(UUID user, Instant at, MarketState market) {
    List<Likely> likely = model.predict(user, HOME, at, market.condition(), market.events(), 5);
    return likely.isEmpty() ? "" : likely.get(0).path();
  }

  private double chance(String path, Instant at, MarketState market) {
    return model.predict(new UUID(1, 3), HOME, at, market.condition(), market.events(), 9).stream()
        .filter(likely -> likely.path().equals(path))
        .mapToDouble(Likely::probability)
        .sum();
  }

  /** What belongs to the one is likelier there than where the other belongs, and so the other. */
  private void parted(
      String one, Instant at, MarketState market, String other, Instant then, MarketState later) {
    double[] chances = {
      chance(one, at, market),
      chance(one, then, later),
      chance(other, then, later),
      chance(other, at, market)
    };
    System.out.printf(
        Locale.ROOT,
        "%s %.2f, elsewhere %.2f; %s %.2f, elsewhere %.2f%n",
        one,
        chances[0],
        chances[1],
        other,
        chances[2],
        chances[3]);
    assertThat(chances[0]).isGreaterThan(1.2 * chances[1]);
    assertThat(chances[2]).isGreaterThan(1.2 * chances[3]);
  }

  @Test
  void byTheHour() {
    for (int day = 0; day < 40; day++) {
      for (int hour : new int[] {9, 15}) {
        for (int user = 0; user < USERS; user++) {
          Instant at = on(day, hour, user);
          goes(user, Page.ofSymbol(hour == 9 ? "TSLA" : "SPY"), at, market(at, 17));
        }
      }
    }
    assertThat(first(STRANGER, on(41, 9, 5), market(on(41, 9, 5), 17))).isEqualTo("/market/TSLA");
    assertThat(first(STRANGER, on(41, 15, 5), market(on(41, 15, 5), 17))).isEqualTo("/market/SPY");
  }

  @Test
  void byTheDayOfTheWeek() {
    for (int day = 0; day < 84; day++) {
      for (int user = 0; user < USERS; user++) {
        Instant at = on(day, 10, user);
        boolean monday = ZonedDateTime.ofInstant(at, NEW_YORK).getDayOfWeek().getValue() == 1;
        goes(user, Page.ofSymbol(monday ? "TSLA" : "SPY"), at, market(at, 17));
      }
    }
    Instant monday = on(84, 10, 5);
    Instant tuesday = on(85, 10, 5);
    parted("/market/TSLA", monday, market(monday, 17), "/market/SPY", tuesday, market(tuesday, 17));
  }

  @Test
  void byHowNervousTheMarketIs() {
    for (int day = 0; day < 80; day++) {
      for (int user = 0; user < USERS; user++) {
        Instant at = on(day, 10, user);
        boolean high = day / 2 % 2 == 0;
        goes(user, Page.ofSymbol(high ? "XLU" : "QQQ"), at, market(at, high ? 31 : 13));
      }
    }
    Instant now = on(80, 10, 5);
    parted("/market/XLU", now, market(now, 28), "/market/QQQ", now, market(now, 14));
  }

  @Test
  void byTheEarningsSeason() {
    MarketState on = new MarketState(MarketPhase.OPEN, Optional.empty(), true);
    MarketState off = new MarketState(MarketPhase.OPEN, Optional.empty(), false);
    for (int day = 0; day < 80; day++) {
      for (int user = 0; user < USERS; user++) {
        boolean season = day / 2 % 2 == 0;
        goes(user, season ? CALENDAR : Page.ofSymbol("QQQ"), on(day, 10, user), season ? on : off);
      }
    }
    Instant now = on(80, 10, 5);
    parted("/calendar", now, on, "/market/QQQ", now, off);
  }

  private void holds(int user, String symbol, Page to, Instant at) {
    UUID id = new UUID(1, user);
    model.learn(new Seen(id, HOME, at, 1, 0, Optional.of(List.of(symbol))));
    model.learn(new Seen(id, to, at.plusSeconds(20), 1, 0));
  }

  @Test
  void byWhatTheUserHolds() {
    List<String> symbols = List.of("AAPL", "TSLA", "SPY", "QQQ", "XLU", "KO");
    SplittableRandom random = new SplittableRandom(7);
    for (int user = 0; user < 3_000; user++) {
      String held = symbols.get(random.nextInt(symbols.size()));
      holds(user, held, Page.ofSymbol(held), on(user / 60, 10, user % 60));
    }
    Instant now = on(51, 10, 5);
    int newcomer = 3_900;
    for (String held : symbols) {
      holds(++newcomer, held, HOME, now.minusSeconds(60));
      UUID user = new UUID(1, newcomer);
      List<Likely> likely = model.predict(user, HOME, now, 1, 5);
      assertThat(likely.get(0).path()).isEqualTo("/market/" + held);
      assertThat(model.circumstances(user, HOME, now, 1, 0).get("/market/" + held))
          .contains(Circumstance.HELD);
    }
  }

  @Test
  void saysWhichCircumstanceMakesAPageLikelierAndNoOther() {
    MarketState on = new MarketState(MarketPhase.OPEN, Optional.empty(), true);
    MarketState off = new MarketState(MarketPhase.OPEN, Optional.empty(), false);
    for (int day = 0; day < 80; day++) {
      for (int user = 0; user < USERS; user++) {
        boolean season = day / 2 % 2 == 0;
        goes(user, season ? CALENDAR : Page.ofSymbol("QQQ"), on(day, 10, user), season ? on : off);
      }
    }
    Instant now = on(80, 10, 5);
    assertThat(model.circumstances(new UUID(1, 3), HOME, now, on.condition(), on.events()))
        .hasEntrySatisfying("/calendar", why -> assertThat(why).contains(Circumstance.EVENT))
        .doesNotContainKey("/market/QQQ");
  }

  @Test
  void tellsWhatIsTheUsersOwnWayFromWhatEverybodyDoes() {
    UUID ann = new UUID(1, 0);
    for (int day = 0; day < 60; day++) {
      for (int user = 0; user < USERS; user++) {
        Page to = user == 0 ? Page.ofSymbol("NVDA") : CALENDAR;
        goes(user, to, on(day, 10, user), market(on(day, 10, user), 17));
      }
    }
    Instant now = on(60, 10, 0);
    MarketState state = market(now, 17);
    assertThat(model.circumstances(ann, HOME, now, state.condition(), 0).get("/market/NVDA"))
        .contains(Circumstance.OWN);
    assertThat(
            model
                .circumstances(new UUID(1, 4), HOME, now, state.condition(), 0)
                .getOrDefault("/calendar", Set.of()))
        .doesNotContain(Circumstance.OWN);
  }

  @Test
  void learnsNoSymbolThatThereIsNotAndNotTooManyThatOneAloneOpens() {
    VisitModel known =
        new VisitModel(Predictors.live(K), NEW_YORK, K, symbol -> !symbol.startsWith("ZZ"));
    Instant at = on(0, 10, 0);
    for (int i = 0; i < 1_000; i++) {
      known.learn(new Seen(STRANGER, Page.ofSymbol("ZZ" + i), at.plusSeconds(i), 1));
    }
    assertThat(known.size().get(2)).isZero();
    for (int i = 0; i < 1_000; i++) {
      at = at.plus(Duration.ofSeconds(9));
      known.learn(new Seen(STRANGER, Page.ofSymbol("A" + i), at, 1));
    }
    assertThat(known.size().get(2)).isEqualTo(300);
  }
}
