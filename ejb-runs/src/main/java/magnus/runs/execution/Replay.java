package magnus.runs.execution;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import magnus.runs.RunEvent;

/**
 * What the journal already has of the step that is run again. An event that the step emits is not
 * journaled while the journal has one more of its type: for a step that keeps its promise (same
 * events, same order) that leaves exactly the missing rest, and for one that interleaves types
 * differently the second time, still nothing twice and nothing lost.
 */
final class Replay {

  /** What became of an emitted event. */
  enum Verdict {
    /** The journal has it not. */
    NEW,
    /** The journal has it, word for word. */
    KNOWN,
    /** The journal has one in its place that says something else; that one stands. */
    DIFFERENT
  }

  // Hashes, not payloads: a step may have journaled many thousand tokens.
  private final Map<String, ArrayDeque<Integer>> byType = new HashMap<>();

  void has(RunEvent event) {
    byType.computeIfAbsent(event.type(), t -> new ArrayDeque<>()).add(event.payload().hashCode());
  }

  Verdict of(String type, String payload) {
    ArrayDeque<Integer> known = byType.get(type);
    Integer first = known == null ? null : known.poll();
    if (first == null) {
      return Verdict.NEW;
    }
    return first == payload.hashCode() ? Verdict.KNOWN : Verdict.DIFFERENT;
  }
}
