package magnus.systemtests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import magnus.basics.json.Json;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Calls every operation of the OpenAPI document as nobody, as somebody else, and with what cannot
 * be read. Whatever is added to the interface is called here without another word.
 */
@RunningServer
class StrangersIT {

  private static final String PROBLEM = "application/problem+json";

  private record Reply(int status, String type, String body) {}

  private static List<Endpoint> endpoints() {
    JsonNode document = ApiClient.anonymous().get("/openapi?format=JSON").json();
    List<Endpoint> all = Endpoint.all(document);
    assertThat(all).hasSizeGreaterThan(10);
    return all;
  }

  @Test
  void nobodyIsToldToSignIn() {
    SoftAssertions softly = new SoftAssertions();
    ApiClient nobody = ApiClient.anonymous();
    for (Endpoint endpoint : endpoints()) {
      if (!endpoint.isOpen()) {
        Reply reply = call(nobody, endpoint, endpoint.at(UUID.randomUUID().toString()), "{}");
        softly.assertThat(reply.status()).as("%s as nobody", endpoint).isEqualTo(401);
        isProblem(softly, endpoint, reply);
      }
    }
    softly.assertAll();
  }

  @Test
  void aTokenThatNeverWasIsNoSignIn() {
    SoftAssertions softly = new SoftAssertions();
    ApiClient nobody = ApiClient.anonymous();
    for (Endpoint endpoint : endpoints()) {
      if (!endpoint.isOpen() && endpoint.method().equals("GET")) {
        HttpRequest.Builder request =
            nobody
                .request(endpoint.at(UUID.randomUUID().toString()))
                .header("Authorization", "Bearer mgn_forged");
        Reply reply = send(nobody, request.GET());
        softly.assertThat(reply.status()).as("%s with a forged token", endpoint).isEqualTo(401);
        isProblem(softly, endpoint, reply);
      }
    }
    softly.assertAll();
  }

  @Test
  void somebodyElseFindsNothing() {
    ApiClient demo = ApiClient.demo();
    ApiClient other = somebodyElse();
    Map<String, String> ids =
        Map.of(
            "/api/portfolio", made(demo, "/api/portfolio", Map.of("name", "Demo's own")),
            "/api/tokens", made(demo, "/api/tokens", Map.of("name", "demo's own")),
            "/api/sessions",
                demo.get("/api/sessions").json().path("items").path(0).path("id").asText());
    SoftAssertions softly = new SoftAssertions();
    for (Endpoint endpoint : endpoints()) {
      if (endpoint.hasPathParameter()) {
        String id =
            ids.entrySet().stream()
                .filter(known -> endpoint.path().startsWith(known.getKey() + "/{"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(UUID.randomUUID().toString());
        Reply reply = call(other, endpoint, endpoint.at(id), "{}");
        if (endpoint.bodyType().isEmpty()) {
          softly.assertThat(reply.status()).as("%s as another", endpoint).isIn(403, 404);
        } else {
          softly.assertThat(reply.status()).as("%s as another", endpoint).isBetween(400, 499);
        }
        isProblem(softly, endpoint, reply);
      }
    }
    softly
        .assertThat(demo.get("/api/session").status())
        .as("demo is still signed in")
        .isEqualTo(200);
    softly.assertAll();
  }

  @Test
  void whatCannotBeReadIsRefused() {
    ApiClient demo = ApiClient.demo();
    SoftAssertions softly = new SoftAssertions();
    for (Endpoint endpoint : endpoints()) {
      String path = endpoint.at(UUID.randomUUID().toString());
      if (endpoint.hasPathParameter()) {
        Reply reply = call(demo, endpoint, endpoint.at("no such%thing"), "{}");
        softly.assertThat(reply.status()).as("%s at a bad path", endpoint).isBetween(400, 499);
        isProblem(softly, endpoint, reply);
      }
      for (JsonNode parameter : endpoint.queryParameters()) {
        String name = parameter.path("name").asText();
        Reply reply = call(demo, endpoint, path + "?" + name + "=%00~nonsense", "{}");
        softly
            .assertThat(reply.status())
            .as("%s with bad %s", endpoint, name)
            .isBetween(Endpoint.isTyped(parameter) ? 400 : 200, 499);
        isProblem(softly, endpoint, reply);
      }
      if (!endpoint.bodyType().isEmpty()) {
        for (String body : List.of("{", "", "null", "[[]]", "{\"nonsense\":1}")) {
          Reply reply = call(demo, endpoint, path, body);
          softly
              .assertThat(reply.status())
              .as("%s with body '%s'", endpoint, body)
              .isBetween(400, 499);
          isProblem(softly, endpoint, reply);
        }
      }
    }
    softly.assertAll();
  }

  private static ApiClient somebodyElse() {
    String name = "other-" + UUID.randomUUID().toString().substring(0, 8);
    String password = "quite another passphrase";
    ApiClient.Answer made =
        ApiClient.admin().post("/api/accounts", Map.of("name", name, "password", password));
    assertThat(made.status()).as(made.http().body()).isEqualTo(201);
    return ApiClient.anonymous().signIn(name, password);
  }

  private static String made(ApiClient owner, String path, Map<String, String> body) {
    ApiClient.Answer made = owner.post(path, body);
    assertThat(made.status()).as("%s: %s", path, made.http().body()).isEqualTo(201);
    return made.json().path("id").asText();
  }

  private static Reply call(ApiClient client, Endpoint endpoint, String path, String body) {
    HttpRequest.Builder request = client.request(path);
    String type = endpoint.bodyType();
    if (type.isEmpty()) {
      return send(client, request.method(endpoint.method(), BodyPublishers.noBody()));
    }
    return send(
        client,
        request
            .header("Content-Type", type.contains("*") ? "application/octet-stream" : type)
            .method(endpoint.method(), BodyPublishers.ofString(body)));
  }

  /** Reads the body unless it is a stream of events, which has no end. */
  private static Reply send(ApiClient client, HttpRequest.Builder request) {
    try {
      HttpResponse<InputStream> response =
          client.http().send(request.build(), BodyHandlers.ofInputStream());
      String type = response.headers().firstValue("Content-Type").orElse("");
      try (InputStream stream = response.body()) {
        String body =
            type.startsWith("text/event-stream")
                ? ""
                : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        return new Reply(response.statusCode(), type, body);
      }
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static void isProblem(SoftAssertions softly, Endpoint endpoint, Reply reply) {
    if (reply.status() < 400) {
      return;
    }
    softly.assertThat(reply.type()).as("%s media type", endpoint).startsWith(PROBLEM);
    softly.assertThat(reply.body()).as("%s trace", endpoint).doesNotContain("\tat ", "Exception");
    try {
      JsonNode problem = Json.mapper().readTree(reply.body());
      softly.assertThat(problem.path("status").asInt()).isEqualTo(reply.status());
      softly.assertThat(problem.path("type").asText()).startsWith("/problems/");
      softly.assertThat(problem.path("requestId").asText()).as("%s id", endpoint).isNotEmpty();
    } catch (IOException e) {
      softly.fail(endpoint + " answered no JSON: " + reply.body());
    }
  }
}
