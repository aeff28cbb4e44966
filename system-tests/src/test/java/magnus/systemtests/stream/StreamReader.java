package magnus.systemtests.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import magnus.basics.json.Json;
import magnus.systemtests.server.ApiClient;
import org.jspecify.annotations.Nullable;

/** One open event stream, read line by line. */
final class StreamReader implements AutoCloseable {

  private final HttpResponse<InputStream> answer;
  private final BufferedReader lines;

  private StreamReader(HttpResponse<InputStream> answer) {
    this.answer = answer;
    this.lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  static StreamReader open(ApiClient client, String path, @Nullable String lastEventId)
      throws IOException, InterruptedException {
    var request = client.request(path).header("Accept", "text/event-stream").GET();
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    return new StreamReader(client.http().send(request.build(), BodyHandlers.ofInputStream()));
  }

  int status() {
    return answer.statusCode();
  }

  String header(String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  /** The next event; empty at the stream's end, also when the server was killed. */
  Optional<StreamedEvent> next() {
    String id = "";
    String data = "";
    try {
      String line = lines.readLine();
      while (line != null) {
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.isEmpty() && !data.isEmpty()) {
          return Optional.of(new StreamedEvent(id, Json.mapper().readTree(data)));
        }
        line = lines.readLine();
      }
    } catch (IOException e) {
      // the connection broke: the same to a viewer as its end
    }
    return Optional.empty();
  }

  /** At most so many events more. */
  List<StreamedEvent> next(int most) {
    List<StreamedEvent> events = new ArrayList<>();
    while (events.size() < most) {
      Optional<StreamedEvent> event = next();
      if (event.isEmpty()) {
        return events;
      }
      events.add(event.get());
    }
    return events;
  }

  List<StreamedEvent> rest() {
    return next(Integer.MAX_VALUE);
  }

  @Override
  public void close() throws IOException {
    answer.body().close();
  }
}
