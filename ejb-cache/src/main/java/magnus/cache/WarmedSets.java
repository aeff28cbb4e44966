package magnus.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import magnus.basics.json.Json;
import magnus.cache.event.EntryIndex.Place;
import magnus.cache.warming.Attendance;
import magnus.cache.warming.BellFigures;
import magnus.persistence.cache.WarmingRepository;

/** What this node has warmed for the coming session, until its first minutes are over. */
final class WarmedSets {

  private static final int MOST_TURNS = 100;

  private final WarmingRepository rows;
  private final List<Done> turns = new ArrayList<>();

  private record Done(WarmingReport report, Map<Place, Double> loads) {}

  WarmedSets(WarmingRepository rows) {
    this.rows = rows;
  }

  /**
   * A turn is done.
   *
   * @param loads what it loaded, with the milliseconds that each took
   */
  synchronized void done(WarmingReport report, Map<Place, Double> loads) {
    turns.removeIf(t -> !t.report().session().equals(report.session()));
    if (turns.size() < MOST_TURNS) {
      turns.add(new Done(report, Map.copyOf(loads)));
    }
    rows.report(report.id(), write(report));
  }

  /** The first minutes of a session are over: its turns' reports are completed. */
  synchronized void complete(LocalDate session, Map<Place, Attendance.Asked> asked, Instant until) {
    Set<Place> all = new HashSet<>();
    turns.forEach(t -> all.addAll(t.loads().keySet()));
    for (Done turn : turns) {
      if (turn.report().session().equals(session)) {
        rows.report(
            turn.report().id(),
            write(BellFigures.complete(turn.report(), asked, turn.loads(), all, until)));
      }
    }
    turns.clear();
  }

  static WarmingReport read(String report) {
    try {
      return Json.mapper().readValue(report, WarmingReport.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not a report of a warming: " + report, e);
    }
  }

  private static String write(WarmingReport report) {
    try {
      return Json.mapper().writeValueAsString(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
