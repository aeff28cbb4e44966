package magnus.portal.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import magnus.basics.json.Json;
import magnus.basics.problem.FieldFault;
import magnus.basics.problem.Refusal;

/**
 * A problem document by RFC 9457.
 *
 * @param status HTTP status
 * @param slug last part of the {@code type}; never changes once released
 * @param detail a sentence for people
 * @param faults places of the input that are wrong; may be empty
 * @param extras further members
 * @param retryAfterSeconds for the header {@code Retry-After}; 0 for none
 */
public record Problem(
    int status,
    String slug,
    String detail,
    List<FieldFault> faults,
    Map<String, Object> extras,
    long retryAfterSeconds) {

  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem with nothing but its sentence. */
  public static Problem of(int status, String slug, String detail) {
    return new Problem(status, slug, detail, List.of(), Map.of(), 0);
  }

  /** The problem that a refusal amounts to. */
  public static Problem of(Refusal refusal) {
    return new Problem(
        status(refusal.kind()),
        refusal.slug(),
        refusal.detail(),
        refusal.faults(),
        refusal.extras(),
        refusal.retryAfterSeconds());
  }

  private static int status(Refusal.Kind kind) {
    return switch (kind) {
      case MALFORMED -> 400;
      case UNACCEPTABLE -> 422;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case UNKNOWN -> 404;
      case CONFLICT -> 409;
      case TOO_LARGE -> 413;
      case TOO_MANY -> 429;
      case UNAVAILABLE -> 503;
    };
  }

  /** The slug in words: "unknown-portfolio" is titled "Unknown portfolio". */
  public String title() {
    String words = slug.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /**
   * The document's text.
   *
   * @param instance path of the request
   * @param requestId id under which the server's log knows the request
   */
  public String json(String instance, String requestId) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "/problems/" + slug);
    members.put("title", title());
    members.put("status", status);
    members.put("detail", detail);
    members.put("instance", instance);
    members.put("requestId", requestId);
    if (!faults.isEmpty()) {
      members.put("errors", errors());
    }
    extras.forEach(members::putIfAbsent);
    try {
      return Json.mapper().writeValueAsString(members);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("problem " + slug + " cannot be written as JSON", e);
    }
  }

  private List<Map<String, Object>> errors() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (FieldFault fault : faults) {
      Map<String, Object> one = new LinkedHashMap<>();
      if (fault.line() > 0) {
        one.put("line", fault.line());
      }
      one.put("field", fault.field());
      one.put("value", fault.value());
      one.put("expected", fault.expected());
      all.add(one);
    }
    return all;
  }
}
