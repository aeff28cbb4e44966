package magnus.signals;

import java.util.Locale;
import magnus.signals.indicator.Reading;
import magnus.signals.indicator.TrackRecord;

/** What records say, as sentences. */
final class SignalWords {

  private SignalWords() {}

  static String of(Reading claim, TrackRecord record, int window, boolean distinguishable) {
    if (record.claims() == 0) {
      return "It never said so in " + record.days() + " days.";
    }
    return String.format(
        Locale.ROOT,
        "%s within %d sessions: true of %.0f %% of the %d days that said so (%d apart from each"
            + " other), and of %.0f %% of all %d days; the difference is %+.0f points, 95 %%"
            + " interval %+.0f to %+.0f: %s.",
        outcome(claim),
        window,
        100 * record.hitRate(),
        record.claims(),
        record.episodes(),
        100 * record.baseRate(),
        record.days(),
        100 * record.edge(),
        100 * record.low(),
        100 * record.high(),
        judgement(record, distinguishable));
  }

  static String verdict(TrackRecord record, boolean distinguishable) {
    return "On this symbol: " + judgement(record, distinguishable) + ".";
  }

  private static String judgement(TrackRecord record, boolean distinguishable) {
    if (record.episodes() < TrackRecord.LEAST_EPISODES) {
      return "too few times to tell from chance";
    }
    if (!distinguishable) {
      return "not distinguishable from chance";
    }
    return record.edge() > 0 ? "more often than chance" : "less often than chance";
  }

  private static String outcome(Reading claim) {
    return switch (claim) {
      case HIGHER -> "A higher close";
      case LOWER -> "A lower close";
      case RESTLESS -> "A larger move than the last year's median";
      case CALM -> "A smaller move than the last year's median";
      case NOTHING -> "Nothing";
    };
  }
}
