package magnus.basics.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionExpirationsTest {

  private final OptionExpirations expirations = new OptionExpirations(TradingCalendar.newYork());

  /** The options industry's published calendars. */
  @ParameterizedTest
  @CsvSource({
    "2014-04, 2014-04-17", // Good Friday
    "2019-04, 2019-04-18", // Good Friday
    "2022-04, 2022-04-14", // Good Friday
    "2024-01, 2024-01-19",
    "2024-06, 2024-06-21",
    "2025-04, 2025-04-17", // Good Friday
    "2026-06, 2026-06-18", // Juneteenth
    "2027-03, 2027-03-19"
  })
  void standardOptionsExpireOnTheThirdFridayOrTheSessionBefore(YearMonth month, LocalDate day) {
    assertThat(expirations.monthly(month)).isEqualTo(day);
    assertThat(expirations.isMonthly(day)).isTrue();
    assertThat(expirations.isMonthly(day.plusDays(7))).isFalse();
  }

  @Test
  void weekliesAreTheOtherFridays() {
    assertThat(expirations.between(LocalDate.of(2024, 3, 18), LocalDate.of(2024, 4, 12)))
        .containsExactly(
            LocalDate.of(2024, 3, 22),
            LocalDate.of(2024, 3, 28), // the 29th is Good Friday
            LocalDate.of(2024, 4, 5),
            LocalDate.of(2024, 4, 12));
    assertThat(expirations.between(LocalDate.of(2024, 3, 29), LocalDate.of(2024, 4, 4))).isEmpty();
  }

  @Test
  void aDayListsWeekliesMonthliesAndLeaps() {
    assertThat(expirations.listedOn(LocalDate.of(2024, 6, 3)))
        .containsExactly(
            LocalDate.of(2024, 6, 7),
            LocalDate.of(2024, 6, 14),
            LocalDate.of(2024, 6, 21),
            LocalDate.of(2024, 6, 28),
            LocalDate.of(2024, 7, 5),
            LocalDate.of(2024, 7, 12),
            LocalDate.of(2024, 7, 19),
            LocalDate.of(2024, 8, 16),
            LocalDate.of(2024, 9, 20),
            LocalDate.of(2024, 12, 20),
            LocalDate.of(2025, 1, 17),
            LocalDate.of(2025, 3, 21),
            LocalDate.of(2026, 1, 16));
  }
}
