package magnus.prefetch.plan;

import java.util.EnumMap;
import java.util.Map;

/**
 * How likely a page is opened after its link showed a sign of it, given how likely it was before.
 * Begins with what is published: a link under a resting pointer is opened every other time
 * (instant.page: after 65 ms); learns from what is opened after each sign.
 */
public final class Signs {

  /** What a user did with a link. */
  public enum Sign {
    /** The pointer rests on it, or it has the keyboard's focus. */
    REST,
    /** It is touched or pressed. */
    PRESS
  }

  /** The chance of a page that is not among the predicted ones. */
  public static final double UNFORESEEN = 0.01;

  private final Map<Sign, LogOddsLine> lines = new EnumMap<>(Sign.class);

  /** With nothing learned. */
  public Signs() {
    // A link of even chances among ten rests at one half.
    lines.put(Sign.REST, new LogOddsLine(1.5, 0.7));
    lines.put(Sign.PRESS, new LogOddsLine(4, 0.5));
  }

  /**
   * The chance that the page is opened next.
   *
   * @param before what it was predicted with, {@link #UNFORESEEN} where it was not
   */
  public synchronized double opened(Sign sign, double before) {
    return line(sign).at(before);
  }

  /** After the sign, that page was opened next, or another. */
  public synchronized void settled(Sign sign, double before, boolean opened) {
    line(sign).learn(before, opened);
  }

  private LogOddsLine line(Sign sign) {
    LogOddsLine line = lines.get(sign);
    if (line == null) {
      throw new IllegalStateException(sign + " has no line");
    }
    return line;
  }
}
