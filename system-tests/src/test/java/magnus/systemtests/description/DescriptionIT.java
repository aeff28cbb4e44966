package magnus.systemtests.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * What a client generator needs of the description, operation by operation, and a public linter.
 */
@RunningServer
class DescriptionIT {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final ApiClient.Answer answer = ApiClient.anonymous().get("/openapi?format=JSON");
  private final JsonNode document = answer.json();

  @Test
  void everyOperationIsNamedTypedAndTellsItsProblems() {
    SoftAssertions softly = new SoftAssertions();
    Set<String> ids = new HashSet<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          String name = operation.getKey() + " " + path.getKey();
          JsonNode told = operation.getValue();
          softly.assertThat(told.path("operationId").asText()).as(name).isNotEmpty();
          softly.assertThat(ids.add(told.path("operationId").asText())).as(name).isTrue();
          softly.assertThat(told.path("summary").asText()).as(name).isNotEmpty();
          softly.assertThat(told.path("tags")).as(name).isNotEmpty();
          responses(softly, name, told);
        }
      }
    }
    softly.assertThat(ids).hasSizeGreaterThan(40);
    softly.assertAll();
  }

  private void responses(SoftAssertions softly, String name, JsonNode operation) {
    JsonNode responses = operation.path("responses");
    softly.assertThat(responses.has("500")).as("%s tells 500", name).isTrue();
    if (!operation.path("x-open").asBoolean()) {
      softly.assertThat(responses.has("401")).as("%s tells 401", name).isTrue();
    }
    for (Map.Entry<String, JsonNode> response : responses.properties()) {
      String as = name + " " + response.getKey();
      JsonNode told = resolved(response.getValue());
      if (response.getKey().startsWith("2") && !response.getKey().equals("204")) {
        softly.assertThat(told.path("content")).as(as).isNotEmpty();
        told.path("content").forEach(c -> schema(softly, as, c.path("schema"), new HashSet<>()));
      } else if (!response.getKey().startsWith("2")) {
        softly.assertThat(told.path("content").has("application/problem+json")).as(as).isTrue();
      }
    }
    operation
        .path("requestBody")
        .path("content")
        .forEach(c -> schema(softly, name + " body", c.path("schema"), new HashSet<>()));
  }

  /** Nothing may be just "an object": the reader would have to guess. */
  private void schema(SoftAssertions softly, String as, JsonNode schema, Set<String> seen) {
    String ref = schema.path("$ref").asText();
    if (!ref.isEmpty() && !seen.add(ref)) {
      return;
    }
    JsonNode told = resolved(schema);
    softly.assertThat(told.has("type")).as("%s: %s has a type", as, told).isTrue();
    if (told.path("type").asText().equals("object")) {
      softly
          .assertThat(told.has("properties") || told.has("additionalProperties"))
          .as("%s: %s has members", as, told)
          .isTrue();
    }
    for (Map.Entry<String, JsonNode> member : told.path("properties").properties()) {
      schema(softly, as + "." + member.getKey(), member.getValue(), seen);
    }
    if (told.has("items")) {
      schema(softly, as + "[]", told.path("items"), seen);
    }
  }

  private JsonNode resolved(JsonNode node) {
    String ref = node.path("$ref").asText();
    return ref.isEmpty() ? node : document.at(ref.substring(1));
  }

  @Test
  void aLinterFindsNoErrors() throws IOException, InterruptedException {
    boolean there = run(Path.of("."), "node", "--version").isEmpty();
    if (!there) {
      System.out.println("SKIPPED: no 'node' on the path, so the description is not linted.");
    }
    assumeTrue(there, "needs node on the path");
    Path folder = Path.of("target", "interface-lint").toAbsolutePath();
    Files.createDirectories(folder);
    for (String file : List.of("package.json", "package-lock.json", "redocly.yaml")) {
      Files.copy(
          Path.of("src/test/node/interface-lint", file),
          folder.resolve(file),
          StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(run(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")).isEmpty();
    Files.writeString(folder.resolve("openapi.json"), answer.http().body());
    String cli = "node_modules/@redocly/cli/bin/cli.js";
    assertThat(run(folder, "node", cli, "lint", "openapi.json", "--format=stylish")).isEmpty();
  }

  /** Empty where it ended well, else what it said. */
  private static String run(Path folder, String... command) throws InterruptedException {
    try {
      Path said = Files.createTempFile("said", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile());
      builder.environment().put("REDOCLY_TELEMETRY", "off");
      builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
      Process process = builder.start();
      boolean ended = process.waitFor(3, TimeUnit.MINUTES);
      return ended && process.exitValue() == 0 ? "" : "failed: " + Files.readString(said);
    } catch (IOException e) {
      return "failed: " + e;
    }
  }
}
