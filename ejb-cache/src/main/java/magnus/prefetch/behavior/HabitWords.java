package magnus.prefetch.behavior;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;

/** Says pages and habits in words. */
public final class HabitWords {

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final Map<String, String> PAGES =
      Map.ofEntries(
          Map.entry("/", "the dashboard"),
          Map.entry("/portfolios", "your portfolios"),
          Map.entry("/portfolios/:id", "a portfolio"),
          Map.entry("/risk", "the risk"),
          Map.entry("/import", "the import"),
          Map.entry("/recommendations", "the recommendations"),
          Map.entry("/options", "the options"),
          Map.entry("/taxes", "the taxes"),
          Map.entry("/alerts", "the alerts"),
          Map.entry("/runs", "the analyses"),
          Map.entry("/runs/:run", "an analysis"),
          Map.entry("/market", "the market"),
          Map.entry("/calendar", "the calendar"),
          Map.entry("/account", "your account"),
          Map.entry("/about", "About"),
          Map.entry("/my-data", "My data"),
          Map.entry("/admin/market-data", "the market data"),
          Map.entry("/admin/cache", "the cache"),
          Map.entry("/admin/prefetch", "predictions"),
          Map.entry("/admin/recommendations", "how recommendations fare"),
          Map.entry("/admin/accounts", "the accounts"),
          Map.entry("/admin/audit", "the audit log"));

  private HabitWords() {}

  /** A page for a reader: a symbol is itself. */
  public static String of(Page page) {
    return page.isOfSymbol() ? page.instance() : PAGES.getOrDefault(page.route(), page.route());
  }

  /** A habit as a sentence. */
  public static String of(Habit habit) {
    if (habit.before().isPresent()) {
      return "After "
          + habit.before().get()
          + " you open "
          + habit.subject()
          + ", "
          + habit.seen()
          + " of "
          + habit.of()
          + " times";
    }
    LocalTime from = habit.from().orElseThrow();
    return habit.day().orElseThrow().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
        + " "
        + HOUR.format(from)
        + "–"
        + HOUR.format(from.plusMinutes(30))
        + ": "
        + habit.subject()
        + ", "
        + habit.seen()
        + " of the last "
        + habit.of()
        + " weeks";
  }
}
