package magnus.systemtests.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import magnus.basics.json.Json;

/**
 * A browser's view of the API: keeps cookies, sends the CSRF token with every write. Not for many
 * threads.
 */
public final class ApiClient {

  /** An answer with its body as text and, where it is JSON, as a tree. */
  public record Answer(HttpResponse<String> http) {
    public int status() {
      return http.statusCode();
    }

    public String header(String name) {
      return http.headers().firstValue(name).orElse("");
    }

    public JsonNode json() {
      try {
        return Json.mapper().readTree(http.body());
      } catch (JsonProcessingException e) {
        throw new AssertionError("not JSON: " + http.body(), e);
      }
    }
  }

  private final ServerAddress server;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .build();
  private String csrf = "";

  public ApiClient(ServerAddress server) {
    this.server = server;
  }

  /** A client that nobody signed in. */
  public static ApiClient anonymous() {
    return new ApiClient(ServerAddress.shared());
  }

  public static ApiClient demo() {
    return anonymous().signIn("demo", ServerAddress.DEMO_PASSWORD);
  }

  public static ApiClient admin() {
    return anonymous().signIn("admin", ServerAddress.ADMIN_PASSWORD);
  }

  public ApiClient signIn(String name, String password) {
    Answer answer = post("/api/session", Map.of("name", name, "password", password));
    if (answer.status() != 200) {
      throw new AssertionError(
          "cannot sign " + name + " in: " + answer.status() + " " + answer.http().body());
    }
    csrf = answer.json().path("csrf").asText();
    return this;
  }

  public HttpClient http() {
    return client;
  }

  public ServerAddress server() {
    return server;
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  public Answer post(String path, Object body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(write(body))));
  }

  public Answer put(String path, Object body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(write(body))));
  }

  /** Posts bytes as they are, as a file upload does. */
  public Answer upload(String path, byte[] bytes) {
    return send(
        request(path)
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(bytes)));
  }

  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(server.http(path)).timeout(Duration.ofMinutes(2));
    return csrf.isEmpty() ? builder : builder.header("X-CSRF-Token", csrf);
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(client.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new AssertionError("no answer from " + server, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String write(Object body) {
    try {
      return Json.mapper().writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
