package magnus.basics.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says no to a caller for a reason that the caller can understand and mostly mend. Every module
 * throws this one type; the web module alone turns it into an HTTP status and problem details (RFC
 * 9457). It is not for bugs or broken surroundings: those stay ordinary exceptions.
 *
 * <p>The {@code slug} is part of the interface (the last part of the problem's {@code type}) and
 * never changes once released; the {@code detail} is a sentence for people, which quotes the
 * offending value and says what was expected.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What kind of no this is. */
  public enum Kind {
    /** The request cannot be read: a malformed value, an unknown parameter value. */
    MALFORMED,
    /** The request can be read, but its content cannot be accepted. */
    UNACCEPTABLE,
    /** Nobody is signed in, or the credentials are wrong. */
    UNAUTHENTICATED,
    /**
     * Signed in, but not allowed. Never used where it would tell that another user's thing exists:
     * that is {@link #UNKNOWN}.
     */
    FORBIDDEN,
    /** There is no such thing, or it belongs to somebody else. */
    UNKNOWN,
    /** The state of the thing does not allow it (already exists, already ended). */
    CONFLICT,
    /** More bytes than allowed. */
    TOO_LARGE,
    /** Too many requests: see {@link Refusal#retryAfterSeconds()}. */
    TOO_MANY,
    /** A part that is needed does not answer now. */
    UNAVAILABLE
  }

  private final Kind kind;
  private final String slug;
  private final transient List<FieldFault> faults;
  private final transient Map<String, Object> extras;
  private final long retryAfterSeconds;

  private Refusal(
      Kind kind,
      String slug,
      String detail,
      List<FieldFault> faults,
      Map<String, Object> extras,
      long retryAfterSeconds) {
    super(detail, null, false, false);
    this.kind = kind;
    this.slug = slug;
    this.faults = List.copyOf(faults);
    this.extras = Map.copyOf(extras);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** A refusal with nothing but its sentence. */
  public static Refusal of(Kind kind, String slug, String detail) {
    return new Refusal(kind, slug, detail, List.of(), Map.of(), 0);
  }

  /** There is no such thing that the caller may see: {@code unknown("portfolio", id)}. */
  public static Refusal unknown(String thing, Object id) {
    return of(Kind.UNKNOWN, "unknown-" + thing, "There is no " + thing + " " + id + ".");
  }

  /** One value of the request cannot be read or is out of range. */
  public static Refusal malformed(
      String field, @org.jspecify.annotations.Nullable Object value, String expected) {
    FieldFault fault = new FieldFault(0, field, String.valueOf(value), expected);
    return new Refusal(
        Kind.MALFORMED, "malformed-value", fault.sentence(), List.of(fault), Map.of(), 0);
  }

  /** Too many requests; try again after that many seconds. */
  public static Refusal tooMany(String slug, String detail, long retryAfterSeconds) {
    return new Refusal(
        Kind.TOO_MANY, slug, detail, List.of(), Map.of(), Math.max(1, retryAfterSeconds));
  }

  /** The same refusal with every place at fault. */
  public Refusal withFaults(List<FieldFault> all) {
    return new Refusal(kind, slug, detail(), all, extras, retryAfterSeconds);
  }

  /** The same refusal with one more member of the problem document. */
  public Refusal with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(extras);
    more.put(member, value);
    return new Refusal(kind, slug, detail(), faults, more, retryAfterSeconds);
  }

  public Kind kind() {
    return kind;
  }

  public String slug() {
    return slug;
  }

  /** The sentence for people; never null. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  public List<FieldFault> faults() {
    return faults;
  }

  /** More members of the problem document: JSON values only. */
  public Map<String, Object> extras() {
    return extras;
  }

  /** Seconds to wait, or 0 where waiting does not help. */
  public long retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
