package magnus.prefetch.plan;

import java.util.List;

/**
 * A candidate with its price and what is done about it.
 *
 * @param loads those of its needs that are loaded, where it is prefetched; what ends before he is
 *     likely to arrive is left out, and what another candidate loads already
 */
public record Decision(Candidate candidate, List<Planned> loads, Price price, Verdict verdict) {

  public Decision {
    loads = List.copyOf(loads);
  }

  public boolean isPrefetch() {
    return verdict == Verdict.PREFETCH;
  }
}
