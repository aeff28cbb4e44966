package magnus.portfolio.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import magnus.basics.json.Json;
import magnus.basics.problem.FieldFault;

/**
 * Reads lists of flat objects out of a JSON document, with the line of each value. Members of
 * objects inside are taken as the object's own where it has none of that name.
 */
final class JsonLists {

  /**
   * What was found.
   *
   * @param objects of the first of the named lists
   * @param others of every other list at the document's top, by name
   */
  record Found(List<Fields> objects, Map<String, List<Fields>> others) {}

  private JsonLists() {}

  /**
   * Reads the document.
   *
   * @throws magnus.basics.problem.Refusal when it is no JSON or has none of the lists
   */
  static Found read(BrokerFile file, List<String> names, String format) {
    Map<String, List<Fields>> lists = new HashMap<>();
    try (JsonParser json = Json.mapper().createParser(file.text())) {
      JsonToken top = json.nextToken();
      if (top == JsonToken.START_ARRAY) {
        lists.put(names.get(0), objects(json));
      } else if (top == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String name = json.currentName();
          if (json.nextToken() == JsonToken.START_ARRAY) {
            lists.put(name, objects(json));
          } else {
            json.skipChildren();
          }
        }
      }
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      FieldFault fault =
          new FieldFault(line, "JSON", brief(e.getOriginalMessage()), "well-formed JSON");
      throw BrokerFile.refused("Line " + line + " is not well-formed JSON.")
          .withFaults(List.of(fault));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (String name : names) {
      List<Fields> found = lists.get(name);
      if (found != null) {
        return new Found(found, lists);
      }
    }
    throw BrokerFile.refused(
        "The document has no list '" + names.get(0) + "', which " + format + " has.");
  }

  private static String brief(String message) {
    return message.length() <= 120 ? message : message.substring(0, 120) + "…";
  }

  private static List<Fields> objects(JsonParser json) throws IOException {
    List<Fields> objects = new ArrayList<>();
    for (JsonToken t = json.nextToken(); t != JsonToken.END_ARRAY && t != null; ) {
      if (t == JsonToken.START_OBJECT) {
        Fields fields = new Fields(json.currentTokenLocation().getLineNr(), false);
        members(json, fields);
        objects.add(fields);
      } else {
        json.skipChildren();
      }
      t = json.nextToken();
    }
    return objects;
  }

  private static String text(JsonParser json) throws IOException {
    String text = json.getText();
    if (text.indexOf('\0') >= 0) {
      throw BrokerFile.refused(
          "Line "
              + json.currentTokenLocation().getLineNr()
              + " has a value with a zero character; expected text.");
    }
    return text;
  }

  private static void members(JsonParser json, Fields fields) throws IOException {
    List<String[]> nested = new ArrayList<>();
    int depth = 1;
    String name = "";
    while (depth > 0) {
      JsonToken t = json.nextToken();
      if (t == null) {
        return;
      }
      switch (t) {
        case START_OBJECT -> depth++;
        case END_OBJECT -> depth--;
        case START_ARRAY -> json.skipChildren();
        case FIELD_NAME -> name = json.currentName();
        case VALUE_NULL -> {
          if (depth == 1) {
            fields.put(name, "", json.currentTokenLocation().getLineNr());
          }
        }
        default -> {
          if (depth == 1) {
            fields.put(name, text(json), json.currentTokenLocation().getLineNr());
          } else {
            nested.add(new String[] {name, text(json)});
          }
        }
      }
    }
    for (String[] member : nested) {
      fields.put(member[0], member[1]);
    }
  }
}
