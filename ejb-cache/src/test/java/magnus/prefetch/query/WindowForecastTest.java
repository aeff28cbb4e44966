package magnus.prefetch.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import magnus.cache.OwnKeys;
import magnus.persistence.statement.StoredShelfWindow;
import magnus.persistence.statement.StoredStatement;
import magnus.persistence.statement.StoredSum;
import org.junit.jupiter.api.Test;

class WindowForecastTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  // A Tuesday, 09:30 in New York.
  private static final Instant WINDOW = Instant.parse("2024-03-05T14:30:00Z");

  private static StoredStatement ran(Duration before, String fingerprint, long count) {
    return new StoredStatement(
        WINDOW.minus(before), fingerprint, "user", "quotes", count, count * 1_000_000, 1);
  }

  private static WindowForecast.Forecast forecast(StoredStatement... past) {
    return new WindowForecast(NEW_YORK).of(WINDOW, List.of(past));
  }

  @Test
  void slotsAreOfTheWeekInNewYork() {
    assertThat(WeekSlot.of(WINDOW, NEW_YORK)).isEqualTo(96 + 9 * 4 + 2);
    assertThat(WeekSlot.start(WINDOW.plusSeconds(899))).isEqualTo(WINDOW);
    assertThat(WeekSlot.of(Instant.parse("2024-03-04T04:59:59Z"), NEW_YORK)).isEqualTo(671);
  }

  @Test
  void nothingIsKnownOfOtherTimesOfTheDayNorOfTheFuture() {
    assertThat(
            forecast(
                    ran(Duration.ofMinutes(15), "a", 9),
                    ran(Duration.ZERO, "a", 9),
                    ran(Duration.ofDays(-7), "a", 9))
                .windows())
        .isZero();
  }

  @Test
  void whatIsTheSameEveryWeekComesAgain() {
    WindowForecast.Forecast made =
        forecast(ran(Duration.ofDays(7), "a", 40), ran(Duration.ofDays(14), "a", 40));
    assertThat(made.count()).isEqualTo(40, within(1e-9));
    assertThat(made.statements().get(0).millis()).isEqualTo(40, within(1e-9));
  }

  @Test
  void newerWeeksCountMoreAndAbsenceCounts() {
    WindowForecast.Forecast made =
        forecast(
            ran(Duration.ofDays(7), "a", 30),
            ran(Duration.ofDays(14), "a", 0),
            ran(Duration.ofDays(14), "b", 30));
    assertThat(made.statements()).extracting("fingerprint").containsExactly("a", "b");
    assertThat(made.statements().get(0).count()).isEqualTo(20, within(1e-9));
    assertThat(made.statements().get(1).count()).isEqualTo(10, within(1e-9));
  }

  @Test
  void theSameTimeOfDayIsMetAcrossTheChangeOfClocks() {
    // Clocks went forward on Sunday, 10 March.
    Instant tuesday = Instant.parse("2024-03-12T13:30:00Z");
    assertThat(WeekSlot.before(tuesday, 7, NEW_YORK))
        .startsWith(Instant.parse("2024-03-11T13:30:00Z"))
        .endsWith(WINDOW);
    assertThat(
            new WindowForecast(NEW_YORK)
                .count(
                    tuesday,
                    java.util.Map.of(WINDOW, 40L, Instant.parse("2024-03-11T13:30:00Z"), 10L),
                    28))
        .isBetween(10.0, 40.0);
  }

  @Test
  void theBusiestHourIsFoundWhereverItBegins() {
    Instant peak = WINDOW.plus(Duration.ofMinutes(45));
    BusyHour hour =
        BusyHour.of(
                WINDOW.minus(Duration.ofHours(5)),
                w -> w.isBefore(peak) || !w.isBefore(peak.plusSeconds(3_600)) ? 1 : 20)
            .orElseThrow();
    assertThat(hour.start()).isEqualTo(peak);
    assertThat(hour.expected()).isEqualTo(80);
    assertThat(hour.usual()).isEqualTo((92 + 80) / 24.0, within(1e-9));
    assertThat(BusyHour.of(WINDOW, w -> Double.NaN)).isEmpty();
  }

  @Test
  void costsAreMeansOfLoads() {
    ShelfCosts costs =
        ShelfCosts.of(
            List.of(
                new StoredSum("", "user", "quotes", 6, 6_000_000, 1),
                new StoredSum("", "admin", "quotes", 2, 2_000_000, 1)),
            List.of(new StoredShelfWindow(WINDOW, "quotes", 99, 4, 8_000_000)));
    assertThat(costs.of("quotes")).isEqualTo(new ShelfCosts.Cost(2, 2, 2, 4));
    assertThat(costs.of("news").statements()).isZero();
  }

  @Test
  void keysTellWhoseTheyAre() {
    UUID user = UUID.randomUUID();
    assertThat(OwnKeys.owner(user + "/" + UUID.randomUUID())).isEqualTo(Optional.of(user));
    assertThat(OwnKeys.owner(user.toString())).isEqualTo(Optional.of(user));
    assertThat(OwnKeys.owner("AAPL")).isEmpty();
    assertThat(OwnKeys.owner(user + "x")).isEmpty();
  }
}
