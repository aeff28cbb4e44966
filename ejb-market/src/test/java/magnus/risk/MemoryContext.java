package magnus.risk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import magnus.basics.json.Json;
import magnus.identity.Caller;
import magnus.runs.RunStep;
import magnus.runs.StepContext;

/** Runs the steps as a run would, and keeps what they emit as JSON text. */
final class MemoryContext implements StepContext {

  final Map<String, String> events = new LinkedHashMap<>();
  private final Map<String, Object> kept = new HashMap<>();
  private final Caller caller;
  private final Instant asOf;
  private final Map<String, String> parameters;
  private final boolean forgets;
  private String step = "";

  /**
   * @param forgets whether each step finds nothing of the earlier ones, as after a restart
   */
  MemoryContext(Caller caller, Instant asOf, Map<String, String> parameters, boolean forgets) {
    this.caller = caller;
    this.asOf = asOf;
    this.parameters = parameters;
    this.forgets = forgets;
  }

  MemoryContext run(Iterable<RunStep> steps) throws Exception {
    for (RunStep next : steps) {
      step = next.name();
      if (forgets) {
        kept.clear();
      }
      next.run(this);
    }
    return this;
  }

  JsonNode event(String type) {
    try {
      return Json.mapper().readTree(events.get(type));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public UUID run() {
    return new UUID(0, 1);
  }

  @Override
  public Caller caller() {
    return caller;
  }

  @Override
  public Instant asOf() {
    return asOf;
  }

  @Override
  public Map<String, String> parameters() {
    return parameters;
  }

  @Override
  public void emit(Object payload) {
    emit(step, payload);
  }

  @Override
  public void emit(String type, Object payload) {
    try {
      events.put(type, Json.mapper().writeValueAsString(payload));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void progress(double fraction, String message) {}

  @Override
  public void keep(String key, Object value) {
    kept.put(key, value);
  }

  @Override
  public <T> Optional<T> recall(String key, Class<T> type) {
    return Optional.ofNullable(kept.get(key)).map(type::cast);
  }

  @Override
  public void checkCancelled() {}
}
