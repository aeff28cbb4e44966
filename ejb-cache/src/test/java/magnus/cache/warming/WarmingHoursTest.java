package magnus.cache.warming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import magnus.basics.time.TradingCalendar;
import org.junit.jupiter.api.Test;

class WarmingHoursTest {

  private static Instant at(String newYork) {
    return ZonedDateTime.parse(newYork + "[America/New_York]", PARSER).toInstant();
  }

  private static final java.time.format.DateTimeFormatter PARSER =
      java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'['VV']'");

  private static List<String> turns(String from, String to) {
    List<String> turns = new ArrayList<>();
    Instant before = at(from);
    for (Instant now = before; !now.isAfter(at(to)); now = now.plusSeconds(1)) {
      WarmingHours.due(before, now).ifPresent(t -> turns.add(t.session() + " " + t.name()));
      before = now;
    }
    return turns;
  }

  @Test
  void eachTurnComesOnceOnTradingDays() {
    // From Thursday before Good Friday to Monday; on Sunday clocks had long gone forward.
    assertThat(turns("2024-03-28 08:00:00", "2024-04-01 10:00:00"))
        .containsExactly(
            "2024-03-28 09:00", "2024-03-28 09:25", "2024-04-01 09:00", "2024-04-01 09:25");
    // A half day opens like any other.
    assertThat(turns("2024-11-29 08:59:59", "2024-11-29 09:26:00"))
        .containsExactly("2024-11-29 09:00", "2024-11-29 09:25");
    // The day after clocks went forward: 09:00 is 13:00 UTC.
    assertThat(WarmingHours.due(at("2024-03-11 08:59:00"), Instant.parse("2024-03-11T13:00:00Z")))
        .isPresent();
  }

  @Test
  void ofTurnsThatWereMissedTheLastOneCountsAndNoneAfterTheBell() {
    assertThat(WarmingHours.due(at("2024-03-05 07:00:00"), at("2024-03-05 09:27:00")))
        .hasValueSatisfying(t -> assertThat(t.name()).isEqualTo("09:25"));
    assertThat(WarmingHours.due(at("2024-03-05 07:00:00"), at("2024-03-05 09:30:00"))).isEmpty();
  }

  @Test
  void openingIsTheFirstQuarterOfAnHour() {
    assertThat(WarmingHours.openingAt(at("2024-03-05 09:29:59"))).isEmpty();
    assertThat(WarmingHours.openingAt(at("2024-03-05 09:30:00"))).isPresent();
    assertThat(WarmingHours.openingAt(at("2024-03-05 09:44:59"))).isPresent();
    assertThat(WarmingHours.openingAt(at("2024-03-05 09:45:00"))).isEmpty();
    assertThat(WarmingHours.openingAt(at("2024-03-29 09:35:00"))).isEmpty();
    assertThat(WarmingHours.sessionFor(at("2024-03-28 20:00:00")))
        .isEqualTo(LocalDate.of(2024, 4, 1));
    assertThat(TradingCalendar.date(at("2024-03-28 20:00:00"))).isEqualTo("2024-03-28");
  }
}
