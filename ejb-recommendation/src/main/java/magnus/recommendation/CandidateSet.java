package magnus.recommendation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import magnus.portfolio.Missing;

/**
 * What all sources offered to one user.
 *
 * @param wealth of his portfolios, the larger of it and 1
 * @param portfolios they were made from
 * @param missing sources that failed, with why
 */
public record CandidateSet(
    Instant asOf,
    double wealth,
    List<UUID> portfolios,
    List<Candidate> candidates,
    List<Missing> missing) {}
