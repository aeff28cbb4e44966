package magnus.market.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import magnus.market.Catalyst;
import magnus.market.Source;
import org.junit.jupiter.api.Test;

class CalendarCatalystsTest {

  private final CalendarCatalysts catalysts = new CalendarCatalysts();

  @Test
  void tellsFedMeetingsAndStandardExpirationsInOrder() {
    var march =
        catalysts.between(
            LocalDate.of(2025, 4, 1),
            LocalDate.of(2025, 5, 31),
            Instant.parse("2025-04-01T12:00:00Z"));
    assertThat(march)
        .extracting(Catalyst::kind, Catalyst::date)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Catalyst.Kind.OPTIONS_EXPIRATION, LocalDate.of(2025, 4, 17)), // before Good Friday
            org.assertj.core.groups.Tuple.tuple(
                Catalyst.Kind.FED_MEETING, LocalDate.of(2025, 5, 7)),
            org.assertj.core.groups.Tuple.tuple(
                Catalyst.Kind.OPTIONS_EXPIRATION, LocalDate.of(2025, 5, 16)));
    assertThat(march).allMatch(c -> c.source() == Source.CALENDAR);
  }

  @Test
  void saysWhenADateIsAnEstimate() {
    var far =
        catalysts.between(
            LocalDate.of(2027, 1, 1),
            LocalDate.of(2027, 12, 31),
            Instant.parse("2024-01-01T00:00:00Z"));
    assertThat(far)
        .filteredOn(c -> c.kind() == Catalyst.Kind.FED_MEETING)
        .hasSize(8)
        .allMatch(c -> c.title().contains("estimated"));
  }
}
