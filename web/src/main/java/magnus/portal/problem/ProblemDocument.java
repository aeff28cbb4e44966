package magnus.portal.problem;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The shape of a problem document, for the description of the interface; {@link Problem} writes it.
 *
 * @param type stable name of the kind of problem, such as /problems/unknown-portfolio
 * @param detail a sentence for people
 * @param instance path of the request
 * @param requestId id under which the server's log knows the request
 * @param errors places of the input that are wrong
 */
@Schema(name = "Problem")
public record ProblemDocument(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String requestId,
    Optional<List<Fault>> errors) {

  /** One of them. */
  @Schema(name = "Fault")
  public record Fault(Optional<Integer> line, String field, String value, String expected) {}
}
