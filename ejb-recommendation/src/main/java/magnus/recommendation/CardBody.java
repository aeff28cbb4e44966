package magnus.recommendation;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import magnus.basics.json.Json;
import magnus.recommendation.ranking.Alternative;

/**
 * A card as it is kept: what was shown, what it was ranked by, and what it is followed up by.
 *
 * @param action what would be done to what
 */
record CardBody(Recommendation card, String action, double[] traits, List<Leg> legs) {

  /** All that a list was drawn from. */
  record Context(List<Alternative> alternatives) {}

  static String write(Object body) {
    try {
      return Json.mapper().writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(body.getClass() + " cannot be written as JSON", e);
    }
  }

  static CardBody read(String text) {
    return read(text, CardBody.class);
  }

  static <T> T read(String text, Class<T> type) {
    try {
      return Json.mapper().readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept card is not readable", e);
    }
  }
}
