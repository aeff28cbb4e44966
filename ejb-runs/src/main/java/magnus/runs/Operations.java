package magnus.runs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The operations and their ordered steps, filled by the modules at start. */
@ApplicationScoped
public class Operations {

  private final Map<String, Operation> operations = new ConcurrentHashMap<>();
  private final Map<String, List<RunStep>> steps = new ConcurrentHashMap<>();

  /** Registers an operation with its first steps. */
  public void register(Operation operation, List<RunStep> first) {
    operations.put(operation.name(), operation);
    steps.put(operation.name(), List.copyOf(first));
  }

  /**
   * Adds a step to an operation that a lower module registered, before the step of that name, or
   * last where there is none.
   */
  public void insertBefore(String operation, String before, RunStep step) {
    steps.compute(
        operation,
        (name, known) -> {
          List<RunStep> all = new ArrayList<>(known == null ? List.of() : known);
          int at = 0;
          while (at < all.size() && !all.get(at).name().equals(before)) {
            at++;
          }
          all.add(at, step);
          return List.copyOf(all);
        });
  }

  public Optional<Operation> find(String name) {
    return Optional.ofNullable(operations.get(name));
  }

  /** The operation's steps in order. */
  public List<RunStep> steps(String operation) {
    return steps.getOrDefault(operation, List.of());
  }

  /** Names of all operations. */
  public List<String> names() {
    return operations.keySet().stream().sorted().toList();
  }
}
