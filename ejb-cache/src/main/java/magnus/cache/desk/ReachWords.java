package magnus.cache.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import magnus.cache.Ingredient;
import magnus.cache.Occurrence;
import magnus.cache.OccurrenceReport.ShelfReach;
import magnus.cache.event.Decision;
import magnus.cache.event.EventDesk;

/** An occurrence and its reach in the words in which they are kept. */
public final class ReachWords {

  private ReachWords() {}

  /**
   * The same on every node for what all of them find in the calendar; another one each time for
   * what one node saw.
   */
  public static String fingerprint(Occurrence occurrence) {
    if (!occurrence.raisedBy().startsWith(Occurrence.BY_CALENDAR)) {
      return UUID.randomUUID().toString();
    }
    List<String> touched =
        occurrence.touched().stream().map(Ingredient::toString).sorted().toList();
    String all =
        occurrence.kind() + "|" + occurrence.at() + "|" + occurrence.raisedBy() + "|" + touched;
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** One a line in at most so many characters; the last line says how many were left out. */
  public static String touched(Set<Ingredient> touched, int most) {
    StringBuilder text = new StringBuilder();
    int told = 0;
    for (String one : touched.stream().map(Ingredient::toString).sorted().toList()) {
      String line = text.isEmpty() ? one : "\n" + one;
      if (text.length() + line.length() > most - 30) {
        return text + (text.isEmpty() ? "" : "\n") + "and " + (touched.size() - told) + " more";
      }
      text.append(line);
      told++;
    }
    return text.toString();
  }

  /** Entries touched and dropped, by shelf. */
  public static List<ShelfReach> byShelf(EventDesk.Reach reach) {
    Map<String, ShelfReach> shelves = new TreeMap<>();
    for (EventDesk.Touched touched : reach.touched()) {
      boolean dropped = touched.decided().verdict() == Decision.Verdict.DROP;
      String shelf = touched.place().shelf();
      shelves.merge(
          shelf,
          new ShelfReach(shelf, 1, dropped ? 1 : 0),
          (one, other) ->
              new ShelfReach(
                  shelf, one.touched() + other.touched(), one.dropped() + other.dropped()));
    }
    return List.copyOf(shelves.values());
  }

  public static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
