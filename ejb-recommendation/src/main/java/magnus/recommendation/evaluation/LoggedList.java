package magnus.recommendation.evaluation;

import java.util.List;
import magnus.recommendation.ranking.Alternative;
import magnus.recommendation.ranking.Answer;
import magnus.recommendation.ranking.ListPolicy;

/**
 * A list that was shown and answered.
 *
 * @param user whose lists belong together
 * @param before his answers until then, the oldest first
 * @param alternatives all that could have been shown
 * @param places what was, with the probabilities with which it was drawn
 * @param gains by place: worth of what was accepted, 0 for the rest
 */
public record LoggedList(
    String user,
    List<Answer> before,
    List<Alternative> alternatives,
    List<ListPolicy.Place> places,
    double[] gains) {}
