package magnus.systemtests.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import magnus.systemtests.server.ServerAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client should send is refused in few words: without a trace, without a version. */
@RunningServer
class RefusalsIT {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET /api/session HTTP/1.1\r\n\r\n",
        "GET /api/session HTTP/1.1\r\nHost: a b\r\n\r\n",
        "TRACE /api/portfolio HTTP/1.1\r\nHost: x\r\nCookie: magnus_session=secret\r\n\r\n",
        "BREW /api/portfolio HTTP/1.1\r\nHost: x\r\n\r\n",
        "CONNECT x:443 HTTP/1.1\r\nHost: x:443\r\n\r\n",
        "CONNECT /api/portfolio HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /api/session HTTP/1.1\r\nHost: x\r\nCookie: magnus_session=a\0b\r\n\r\n",
        "GET /api/portfolio HTTP/1.1\r\nHost: x\r\nCookie: a=\0; magnus_session=b\r\n\r\n",
        "GET /api/portfolio HTTP/1.1\r\nHost: x\r\nCookie: a=\u00e4; magnus_session=b\r\n\r\n",
        "GET /api/% HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /api/%00 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /api/..%2f HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /api/..%2f..%2fWEB-INF/web.xml HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /WEB-INF/web.xml HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /api/portfolio?a=%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /api/session HTTP/1.1\r\nHost: x\r\nAccept: ///\r\n\r\n",
        "POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        "POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: no\r\nContent-Length: 2\r\n\r\n{}",
        "POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: a/b\r\nContent-Length: 2\r\n\r\n{}",
      })
  void isRefusedInFewWords(String request) throws IOException {
    String reply = sent(request);
    assertThat(reply).startsWith("HTTP/1.1 4");
    isDiscreet(reply);
  }

  @Test
  void headersBeyondMeasureAreRefused() throws IOException {
    String reply =
        sent("GET /api/session HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(2_000_000) + "\r\n\r\n");
    isDiscreet(reply);
    assertThat(reply).doesNotContain("200 OK");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"name\":", "{\"name\":["})
  void deepJsonIsRefused(String opening) {
    ApiClient.Answer answer = posted(opening.repeat(25_000));
    assertThat(answer.status()).isEqualTo(400);
    isDiscreet(answer.http().body());
  }

  @Test
  void jsonLongerThanAnyFormIsRefused() {
    ApiClient.Answer answer = posted("{\"name\":\"" + "a".repeat(3_000_000) + "\"}");
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().path("type").asText()).isEqualTo("/problems/too-large");
  }

  @Test
  void bodiesLongerThanAnyFormAreRefusedWhetherTheyTellTheirLengthOrNot() {
    byte[] body = (" ".repeat(300_000) + "{\"visits\":[]}").getBytes(UTF_8);
    ApiClient user = ApiClient.demo();
    for (BodyPublisher sent :
        List.of(
            BodyPublishers.ofByteArray(body),
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))) {
      ApiClient.Answer answer =
          user.send(
              user.request("/api/behavior/navigation")
                  .header("Content-Type", "application/json")
                  .POST(sent));
      assertThat(answer.status()).as(answer.http().body()).isEqualTo(413);
      assertThat(answer.json().path("type").asText()).isEqualTo("/problems/too-large");
    }
  }

  @Test
  void refusalsDoNotEchoWholeLists() {
    String many = "{\"visits\":[" + "null,".repeat(20_000) + "null]}";
    ApiClient user = ApiClient.demo();
    ApiClient.Answer answer =
        user.send(
            user.request("/api/behavior/navigation")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(many)));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.http().body().length()).isLessThan(1_000);
  }

  private static ApiClient.Answer posted(String json) {
    ApiClient nobody = ApiClient.anonymous();
    return nobody.send(
        nobody
            .request("/api/session")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private static void isDiscreet(String reply) {
    assertThat(reply).doesNotContain("\tat ", "Exception", "java.", "secret");
    assertThat(reply.toLowerCase(Locale.ROOT)).doesNotContain("undertow", "wildfly", "jboss");
  }

  /** All that comes back until the server closes or is silent. */
  private static String sent(String request) throws IOException {
    URI server = ServerAddress.shared().http("/");
    StringBuilder reply = new StringBuilder();
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(3_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      InputStream in = socket.getInputStream();
      byte[] bytes = new byte[8192];
      for (int some = in.read(bytes); some >= 0; some = in.read(bytes)) {
        reply.append(new String(bytes, 0, some, StandardCharsets.ISO_8859_1));
      }
    } catch (SocketTimeoutException | SocketException e) {
      // The connection is kept open, or was cut while we were still sending.
    }
    return reply.toString();
  }
}
