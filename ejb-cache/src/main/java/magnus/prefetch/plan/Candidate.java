package magnus.prefetch.plan;

import java.util.List;

/**
 * Where a user may go next, and what would have to be loaded for it.
 *
 * @param target the page or symbol
 * @param probability that he goes there next, 0 to 1
 */
public record Candidate(String target, double probability, List<Need> needs) {

  public Candidate {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(target + " with probability " + probability);
    }
    needs = List.copyOf(needs);
  }
}
