package magnus.runs.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import magnus.basics.json.Json;

/** Writes what a step emits as the JSON object that is journaled. */
public final class EventText {

  /** What a payload may have at most, in characters; the journal's column holds no more. */
  static final int LONGEST = 1_000_000;

  private static final Set<String> TAKEN = Set.of("type", "sequence", "at", "run");

  private EventText() {}

  /**
   * @throws IllegalArgumentException when the payload is no object, too long, or has a member that
   *     is the event's own
   */
  public static String of(String type, Object payload) {
    JsonNode tree = Json.mapper().valueToTree(payload);
    if (!(tree instanceof ObjectNode members)) {
      throw new IllegalArgumentException(
          "payload of '" + type + "' is a JSON " + tree.getNodeType() + ", expected an object");
    }
    for (String name : TAKEN) {
      if (members.has(name)) {
        throw new IllegalArgumentException(
            "payload of '" + type + "' has a member '" + name + "', which is the event's own");
      }
    }
    String text = text(members);
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "payload of '"
              + type
              + "' has "
              + text.length()
              + " characters, expected at most "
              + LONGEST
              + ": emit it in parts");
    }
    return text;
  }

  private static String text(JsonNode tree) {
    try {
      return Json.mapper().writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
