package magnus.basics.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FedMeetingsTest {

  private final FedMeetings meetings = FedMeetings.published();

  @Test
  void everyYearFrom2010To2027HasEightOnSessions() {
    for (int year = 2010; year <= 2027; year++) {
      List<FedMeeting> of = ofYear(year, LocalDate.of(year, 1, 1));
      assertThat(of).as("%s", year).hasSize(8).noneMatch(FedMeeting::estimated);
      assertThat(of).allMatch(m -> TradingCalendar.newYork().isSession(m.date()));
    }
  }

  @Test
  void theStatementComesAtTwo() {
    assertThat(ofYear(2024, LocalDate.of(2024, 1, 1)).get(6))
        .isEqualTo(
            new FedMeeting(
                LocalDate.of(2024, 11, 7), Instant.parse("2024-11-07T19:00:00Z"), false));
  }

  @Test
  void beforeTheyArePublishedTheyAreEstimates() {
    assertThat(ofYear(2024, LocalDate.of(2022, 8, 31))).hasSize(8).allMatch(FedMeeting::estimated);
    assertThat(ofYear(2024, LocalDate.of(2023, 9, 1))).noneMatch(FedMeeting::estimated);
  }

  @Test
  void beyondWhatIsPublishedTheHabitServes() {
    List<FedMeeting> far = ofYear(2031, LocalDate.of(2031, 1, 1));
    assertThat(far).hasSize(8).allMatch(FedMeeting::estimated);
    assertThat(far).isSortedAccordingTo((a, b) -> a.date().compareTo(b.date()));
  }

  private List<FedMeeting> ofYear(int year, LocalDate knownOn) {
    return meetings.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), knownOn);
  }
}
