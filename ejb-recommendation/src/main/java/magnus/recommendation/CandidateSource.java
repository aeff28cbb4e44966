package magnus.recommendation;

import java.util.List;
import magnus.basics.result.Result;

/**
 * Offers candidates. Modules register theirs with {@link CandidateSources} at start; each is asked
 * for itself, and one that fails leaves the others.
 */
public interface CandidateSource {

  /** Named where it failed. */
  String name();

  /** What it would recommend, in any order; those without benefit are left out. */
  Result<List<Candidate>> candidates(Situation situation);
}
