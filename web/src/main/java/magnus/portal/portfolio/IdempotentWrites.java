package magnus.portal.portfolio;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import magnus.basics.json.Json;
import magnus.basics.problem.Refusal;
import magnus.identity.Caller;
import magnus.portfolio.WriteReceipts;
import magnus.portfolio.WriteReceipts.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Answers a write that carries an {@code Idempotency-Key} with what the first one of that key was
 * answered.
 */
@ApplicationScoped
public class IdempotentWrites {

  /** The request header. */
  public static final String HEADER = "Idempotency-Key";

  @Inject WriteReceipts receipts;

  /** What a write made, and where it is; answered with 201. */
  public record Made(int status, Object body, @Nullable URI location) {
    public Made(Object body, @Nullable URI location) {
      this(Response.Status.CREATED.getStatusCode(), body, location);
    }
  }

  /**
   * Does the work, once per key; always where there is no key.
   *
   * @param operation method and path, which belong to what the key stands for
   * @param request the body as it was read
   * @return the status with the body as JSON
   */
  public Response created(
      Caller caller, @Nullable String key, String operation, Object request, Supplier<Made> work) {
    byte[] body = key == null ? new byte[0] : json(request).getBytes(StandardCharsets.UTF_8);
    return created(caller, key, operation, body, work);
  }

  /**
   * The same for a request whose body is bytes, such as an uploaded file.
   *
   * @param operation method, path and whatever of the query belongs to the request
   */
  public Response created(
      Caller caller, @Nullable String key, String operation, byte[] body, Supplier<Made> work) {
    if (key == null) {
      return once(caller, null, "", work);
    }
    MessageDigest digest = sha256();
    digest.update((operation + "\n").getBytes(StandardCharsets.UTF_8));
    return once(caller, key, HexFormat.of().formatHex(digest.digest(body)), work);
  }

  private Response once(
      Caller caller, @Nullable String key, String requestHash, Supplier<Made> work) {
    if (key == null) {
      return response(answer(work.get()), false);
    }
    boolean[] ran = {false};
    Answer answer;
    try {
      answer =
          receipts.once(
              caller,
              key,
              requestHash,
              () -> {
                ran[0] = true;
                return answer(work.get());
              });
    } catch (EJBException e) {
      Optional<Answer> others = receipts.find(caller, key, requestHash);
      answer = others.orElseThrow(() -> ran[0] ? e : inProgress(key));
    }
    return response(answer, !ran[0]);
  }

  private static RuntimeException inProgress(String key) {
    return Refusal.of(
        Refusal.Kind.CONFLICT,
        "request-in-progress",
        "A request with the Idempotency-Key '" + key + "' is being worked on; try again.");
  }

  private static Answer answer(Made made) {
    URI location = made.location();
    return new Answer(
        made.status(), location == null ? null : location.toString(), json(made.body()));
  }

  private static Response response(Answer answer, boolean repeated) {
    Response.ResponseBuilder builder =
        Response.status(answer.status()).type(MediaType.APPLICATION_JSON).entity(answer.body());
    if (answer.location() != null) {
      builder.header(HttpHeaders.LOCATION, answer.location());
    }
    if (repeated) {
      builder.header("Idempotent-Replayed", "true");
    }
    return builder.build();
  }

  private static String json(Object body) {
    try {
      return Json.mapper().writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(body.getClass() + " cannot be written as JSON", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
