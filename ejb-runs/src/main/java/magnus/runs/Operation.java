package magnus.runs;

import java.util.Map;
import magnus.identity.Caller;

/**
 * A streamed operation: {@code portfolio_analysis}, later {@code options_scan} and others. The
 * module that owns it registers it with {@link Operations#register} at start; any module may append
 * steps to it.
 *
 * @param name the operation's word in {@code /api/ai/stream/{operation}}
 * @param description one sentence for the API's documentation
 * @param guard checks parameters and ownership before the run begins; throws {@link
 *     magnus.basics.problem.Refusal}
 */
public record Operation(String name, String description, Guard guard) {

  /** Checks what a caller asks for before anything is journaled. */
  @FunctionalInterface
  public interface Guard {
    /**
     * Returns the parameters to journal (defaults filled in); throws a refusal when they are
     * malformed or name what the caller may not see.
     */
    Map<String, String> check(Caller caller, Map<String, String> parameters);
  }
}
