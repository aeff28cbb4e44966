package magnus.cache.warming;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import magnus.cache.WarmingReport;
import magnus.cache.event.EntryIndex.Place;

/** Works out what warming was good for, from what was asked in a session's first minutes. */
public final class BellFigures {

  private BellFigures() {}

  /**
   * Completes a report.
   *
   * @param asked everything that was asked for
   * @param mine what the report's turn had warmed, with each load's time in milliseconds
   * @param all what all turns had warmed for the session
   */
  public static WarmingReport complete(
      WarmingReport report,
      Map<Place, Attendance.Asked> asked,
      Map<Place, Double> mine,
      Set<Place> all,
      Instant until) {
    long calls = asked.values().stream().mapToLong(Attendance.Asked::all).sum();
    long served = asked.values().stream().mapToLong(Attendance.Asked::served).sum();
    long owed = all.stream().filter(place -> isFirstServed(asked, place)).count();
    double saved = 0;
    int used = 0;
    for (Map.Entry<Place, Double> warmed : mine.entrySet()) {
      used += asked.containsKey(warmed.getKey()) ? 1 : 0;
      saved += isFirstServed(asked, warmed.getKey()) ? warmed.getValue() : 0;
    }
    List<WarmingReport.OfShelf> parts =
        report.shelves().stream()
            .map(
                s ->
                    new WarmingReport.OfShelf(
                        s.shelf(),
                        s.warmed(),
                        s.fresh(),
                        s.failed(),
                        (int)
                            mine.keySet().stream()
                                .filter(p -> p.shelf().equals(s.shelf()) && asked.containsKey(p))
                                .count()))
            .toList();
    return report.with(
        new WarmingReport.Bell(
            until,
            calls,
            calls == 0 ? 0 : (double) served / calls,
            calls == 0 ? 0 : (double) (served - owed) / calls,
            mine.size(),
            used,
            saved),
        parts);
  }

  private static boolean isFirstServed(Map<Place, Attendance.Asked> asked, Place place) {
    Attendance.Asked of = asked.get(place);
    return of != null && of.firstServed();
  }
}
