package magnus.cache.warming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import magnus.cache.WarmingReport;
import magnus.cache.event.EntryIndex.Place;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WarmingPlanTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final LocalDate MONDAY = LocalDate.of(2024, 3, 4);

  private static WarmingPlan.Pick pick(String key, double hits, double millis, String by) {
    return new WarmingPlan.Pick(new Place("s", key), hits, millis, by);
  }

  @Test
  void whatSavesMostWaitingComesFirstAndOnce() {
    WarmingPlan plan =
        WarmingPlan.of(
            List.of(
                pick("cheap", 10, 1, "history"),
                pick("dear", 1, 400, "history"),
                pick("cheap", 50, 1, "holdings"),
                pick("never", 0.1, 1, "history")),
            3,
            MINUTE);
    assertThat(plan.picks())
        .extracting(p -> p.place().key())
        .containsExactly("dear", "cheap", "never");
    assertThat(plan.picks().get(1).wantedBy()).isEqualTo("holdings");
    assertThat(plan.left()).isZero();
  }

  @Test
  void whatComesInOneCallIsLoadedTogetherWithTheFirstOfIt() {
    List<WarmingPlan.Pick> wanted = new ArrayList<>();
    for (String place : List.of("quotes/A", "risk/x", "quotes/B", "risk/y", "quotes/C")) {
      String[] parts = place.split("/");
      wanted.add(
          new WarmingPlan.Pick(new Place(parts[0], parts[1]), 10.0 - wanted.size(), 20, "history"));
    }
    WarmingPlan plan = WarmingPlan.of(wanted, 100, MINUTE);
    assertThat(plan.groups(shelf -> shelf.equals("quotes") ? 2 : 1))
        .containsExactly(
            new WarmingPlan.Group("quotes", List.of("A", "B")),
            new WarmingPlan.Group("risk", List.of("x")),
            new WarmingPlan.Group("risk", List.of("y")),
            new WarmingPlan.Group("quotes", List.of("C")));
  }

  @Property(tries = 200)
  void neverBeyondItsBudgetAndNothingWorthierLeftOutForWantOfLoads(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<WarmingPlan.Pick> wanted = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      wanted.add(pick("k" + random.nextInt(40), random.nextDouble(), 1 + random.nextInt(90), "x"));
    }
    int loads = random.nextInt(1, 50);
    Duration time = Duration.ofMillis(random.nextInt(1, 3_000));
    WarmingPlan plan = WarmingPlan.of(wanted, loads, time);
    assertThat(plan.picks()).hasSizeLessThanOrEqualTo(loads);
    assertThat(plan.picks().stream().mapToDouble(WarmingPlan.Pick::loadMillis).sum())
        .isLessThanOrEqualTo(time.toMillis());
    Set<Place> places = new HashSet<>();
    wanted.forEach(w -> places.add(w.place()));
    assertThat(plan.picks().size() + plan.left()).isEqualTo(places.size());
    WarmingPlan ample = WarmingPlan.of(wanted, loads, Duration.ofHours(1));
    assertThat(ample.picks()).hasSize(Math.min(loads, places.size()));
  }

  @Test
  void aHabitHalvesInFiveSessionsAndKeepsItsScale() {
    Habit once = new Habit(0, 0, MONDAY);
    Habit thrice = new Habit(0, 0, MONDAY);
    LocalDate date = MONDAY;
    for (int i = 0; i < 20; i++) {
      once = once.with(1, 0, date);
      thrice = thrice.with(3, 40, date);
      date = magnus.basics.time.TradingCalendar.newYork().nextSession(date).date();
    }
    assertThat(thrice.expected(once.weight())).isCloseTo(3, within(1e-9));
    assertThat(thrice.loadMillis()).isEqualTo(40);
    Habit week = thrice.fadedTo(thrice.session().plusDays(7));
    assertThat(week.weight()).isCloseTo(thrice.weight() / 2, within(1e-9));
    assertThat(week.fadedTo(MONDAY)).isEqualTo(week);
  }

  @Test
  void countsOnlyWhileItIsOpen() {
    Attendance attendance = new Attendance();
    assertThat(attendance.isOpen()).isFalse();
    attendance.open();
    Place place = new Place("s", "k");
    attendance.asked(place, false);
    attendance.asked(place, true);
    attendance.asked(place, true);
    assertThat(attendance.close())
        .containsExactlyEntriesOf(Map.of(place, new Attendance.Asked(2, 1, false)));
    attendance.open();
    assertThat(attendance.close()).isEmpty();
  }

  @Test
  void withoutWarmingTheFirstCallOfEachWarmedKeyWouldHaveWaited() {
    Place used = new Place("quotes", "A");
    Place late = new Place("quotes", "B");
    Place unused = new Place("quotes", "C");
    WarmingReport report =
        new WarmingReport(
            UUID.randomUUID(),
            UUID.randomUUID(),
            MONDAY,
            "09:25",
            Instant.EPOCH,
            1,
            3,
            0,
            3,
            0,
            0,
            0,
            List.of(new WarmingReport.OfShelf("quotes", 3, 0, 0, 0)),
            Optional.empty());
    Map<Place, Attendance.Asked> asked =
        Map.of(
            used,
            new Attendance.Asked(5, 0, true),
            late,
            new Attendance.Asked(2, 1, false),
            new Place("news", "N"),
            new Attendance.Asked(0, 2, false));
    WarmingReport complete =
        BellFigures.complete(
            report,
            asked,
            Map.of(used, 30.0, late, 30.0, unused, 30.0),
            Set.of(used, late, unused),
            Instant.EPOCH);
    WarmingReport.Bell bell = complete.bell().orElseThrow();
    assertThat(bell.asked()).isEqualTo(10);
    assertThat(bell.hitRate()).isEqualTo(0.7);
    assertThat(bell.hitRateWithout()).isEqualTo(0.6);
    assertThat(bell.used()).isEqualTo(2);
    assertThat(bell.savedMillis()).isEqualTo(30);
    assertThat(complete.shelves().get(0).used()).isEqualTo(2);
  }
}
