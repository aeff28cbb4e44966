package magnus.portal.description;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import magnus.portal.problem.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The problems that an operation can answer, told from its path, parameters, body and openness. */
final class AnsweredProblems {

  private static final Map<String, String> NAMES = names();

  private final String path;
  private final PathItem item;
  private final Operation operation;

  AnsweredProblems(String path, PathItem item, Operation operation) {
    this.path = path;
    this.item = item;
    this.operation = operation;
  }

  /** Makes the responses that operations refer to. */
  static void register(Components components) {
    components.addResponse("BadRequest", problem("A part of the request cannot be read"));
    components.addResponse("NotSignedIn", problem("Nobody is signed in"));
    components.addResponse("NotAllowed", problem("The caller may not do this"));
    components.addResponse("NotFound", problem("It does not exist, or belongs to somebody else"));
    components.addResponse("TooLarge", problem("The body is larger than allowed"));
    components.addResponse("UnsupportedType", problem("The body's media type is not read here"));
    components.addResponse("TooMany", tooMany());
    components.addResponse(
        "Unexpected", problem("Not foreseen; the log knows it by the request id"));
    components.removeResponse("Problem");
  }

  /** Adds what the annotations left out; gives the problem's body to what they named. */
  void add() {
    APIResponses responses = operation.getResponses();
    boolean parameters =
        Stream.of(item.getParameters(), operation.getParameters())
            .filter(Objects::nonNull)
            .flatMap(List::stream)
            .anyMatch(p -> p.getIn() != Parameter.In.PATH);
    boolean body = operation.getRequestBody() != null;
    if (parameters || body) {
      ensure(responses, "400");
    }
    if (!InterfaceDescription.isOpen(operation.getExtensions())) {
      ensure(responses, "401");
      ensure(responses, "403");
    } else if (body) {
      ensure(responses, "401");
      ensure(responses, "403");
      ensure(responses, "429");
    }
    if (path.contains("{")) {
      ensure(responses, "404");
    }
    if (body) {
      ensure(responses, "413");
      ensure(responses, "415");
    }
    ensure(responses, "500");
    responses.getAPIResponses().forEach(AnsweredProblems::giveBody);
  }

  private static void ensure(APIResponses responses, String status) {
    APIResponse known = responses.getAPIResponse(status);
    if (known == null || known.getRef() != null) {
      responses.addAPIResponse(
          status, OASFactory.createAPIResponse().ref(Objects.requireNonNull(NAMES.get(status))));
    }
  }

  private static void giveBody(String status, APIResponse response) {
    boolean refused = status.startsWith("4") || status.startsWith("5");
    if (refused && response.getRef() == null && response.getContent() == null) {
      response.setContent(content());
    }
  }

  private static APIResponse problem(String description) {
    return OASFactory.createAPIResponse().description(description).content(content());
  }

  private static APIResponse tooMany() {
    Schema seconds = OASFactory.createSchema().addType(Schema.SchemaType.INTEGER).format("int64");
    Header after =
        OASFactory.createHeader().description("Seconds to wait before the next").schema(seconds);
    return problem("Too many; wait before the next").addHeader("Retry-After", after);
  }

  private static Content content() {
    return OASFactory.createContent()
        .addMediaType(
            Problem.MEDIA_TYPE,
            OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem")));
  }

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("400", "BadRequest");
    names.put("401", "NotSignedIn");
    names.put("403", "NotAllowed");
    names.put("404", "NotFound");
    names.put("413", "TooLarge");
    names.put("415", "UnsupportedType");
    names.put("429", "TooMany");
    names.put("500", "Unexpected");
    return names;
  }
}
