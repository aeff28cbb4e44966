package magnus.recommendation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A card of the list.
 *
 * @param id stays the same for the same advice to the same user
 * @param worth of the benefit to somebody of his wealth, 0 to 1
 * @param score by which it was ranked: worth × a hopeful probability
 * @param ruleRank its rank, from 1, by the simple rule that learning must beat: worth alone
 * @param drawn probability that it was drawn to this place
 */
public record Recommendation(
    UUID id,
    String kind,
    String subject,
    Direction direction,
    @Nullable UUID portfolio,
    String title,
    Benefit benefit,
    Confidence confidence,
    double worth,
    double score,
    int ruleRank,
    double drawn,
    List<Reason> reasons,
    List<String> changesMind,
    Instant expires,
    String href) {

  /** The same advice, told by what its source says of it now. */
  Recommendation as(Candidate now) {
    return new Recommendation(
        id,
        kind,
        subject,
        direction,
        portfolio,
        now.title(),
        now.benefit(),
        confidence,
        worth,
        score,
        ruleRank,
        drawn,
        now.reasons(),
        now.changesMind(),
        now.expires(),
        now.href());
  }
}
