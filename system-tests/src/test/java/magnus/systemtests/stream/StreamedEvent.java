package magnus.systemtests.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** One event as a client got it. */
record StreamedEvent(String id, JsonNode data) {

  String type() {
    return data.path("type").asText();
  }

  long sequence() {
    return data.path("sequence").asLong();
  }

  /** The event without what differs between two runs: which run, and when on the wall. */
  String told() {
    ObjectNode told = data.deepCopy();
    told.remove(List.of("run", "at"));
    if (type().equals("complete")) {
      told.remove("seconds");
    }
    return told.toString();
  }
}
