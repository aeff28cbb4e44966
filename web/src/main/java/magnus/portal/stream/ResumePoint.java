package magnus.portal.stream;

import java.util.Optional;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Where a viewer goes on: {@code <run>:<sequence>}, the id of the last event he has seen, or a bare
 * sequence where the run is known otherwise.
 *
 * @param run empty for a bare sequence
 * @param sequence the last one seen; 0 for none
 */
record ResumePoint(Optional<UUID> run, long sequence) {

  static final String HEADER = "Last-Event-ID";
  static final String PARAMETER = "after";

  private static final String EXPECTED =
      "the id of an event, RUN:SEQUENCE, or a sequence such as 12";

  /**
   * Reads header and parameter. The header wins: a browser that reconnects sends the address that
   * it was first given, and the newest id in the header.
   */
  static Optional<ResumePoint> find(@Nullable String header, @Nullable String parameter) {
    if (header != null && !header.isBlank()) {
      return Optional.of(read(HEADER, header.trim()));
    }
    return parameter == null ? Optional.empty() : Optional.of(read(PARAMETER, parameter.trim()));
  }

  private static ResumePoint read(String field, String text) {
    int colon = text.indexOf(':');
    try {
      if (colon < 0) {
        return new ResumePoint(Optional.empty(), sequence(text));
      }
      if (colon != 36) {
        throw new IllegalArgumentException(text);
      }
      UUID run = UUID.fromString(text.substring(0, colon));
      return new ResumePoint(Optional.of(run), sequence(text.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed(field, text, EXPECTED);
    }
  }

  private static long sequence(String digits) {
    if (!digits.matches("[0-9]{1,18}")) {
      throw new IllegalArgumentException(digits);
    }
    return Long.parseLong(digits);
  }

  /** The sequence, when the point is of that run or names none. */
  long within(UUID expected) {
    if (run.isPresent() && !run.get().equals(expected)) {
      throw Refusal.malformed(HEADER, run.get() + ":" + sequence, "an event of run " + expected);
    }
    return sequence;
  }
}
