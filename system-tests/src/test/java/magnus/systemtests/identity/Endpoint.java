package magnus.systemtests.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One operation of the OpenAPI document, as far as a stranger needs to know it. */
record Endpoint(String method, String path, JsonNode operation, JsonNode pathItem) {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** Every operation below {@code /api} in the document. */
  static List<Endpoint> all(JsonNode document) {
    List<Endpoint> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey()) && path.getKey().startsWith("/api/")) {
          all.add(
              new Endpoint(
                  operation.getKey().toUpperCase(Locale.ROOT),
                  path.getKey(),
                  operation.getValue(),
                  path.getValue()));
        }
      }
    }
    return all;
  }

  /** Whether the document says that nobody needs to sign in for it. */
  boolean isOpen() {
    return operation.path("x-open").asBoolean();
  }

  boolean hasPathParameter() {
    return path.contains("{");
  }

  /** Parameters in the query, those that every method of the path has included. */
  List<JsonNode> queryParameters() {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode list : List.of(operation.path("parameters"), pathItem.path("parameters"))) {
      list.forEach(
          parameter -> {
            if (parameter.path("in").asText().equals("query")) {
              found.add(parameter);
            }
          });
    }
    return found;
  }

  /** Whether a text that is no number, date, id or constant cannot be right for the parameter. */
  static boolean isTyped(JsonNode parameter) {
    JsonNode schema = parameter.path("schema");
    return !schema.path("type").asText("string").equals("string") && !schema.path("type").isArray()
        || schema.has("format") && !schema.path("format").asText().equals("binary")
        || schema.has("enum");
  }

  /** The media type of the body, or empty where there is none. */
  String bodyType() {
    var types = operation.path("requestBody").path("content").fieldNames();
    return types.hasNext() ? types.next() : "";
  }

  /** The path with every parameter replaced. */
  String at(String id) {
    return path.replaceAll("\\{[^}]+}", URLEncoder.encode(id, StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
