package magnus.recommendation;

import java.time.Instant;
import java.util.List;
import magnus.portfolio.Missing;

/**
 * What is recommended now.
 *
 * @param asOf market time of the figures
 * @param drawnAt market time at which the list was drawn
 * @param profileAsked whether the user has answered the questions; the portal asks where not
 * @param ranking which ranking drew it
 * @param candidates how many there were to choose from
 * @param heldBack of them, how many his answers keep away
 * @param shownToday different ones shown today
 * @param mostADay how many different ones are shown a day
 * @param missing sources that failed
 */
public record RecommendationList(
    Instant asOf,
    Instant drawnAt,
    boolean profileAsked,
    String ranking,
    int candidates,
    int heldBack,
    int shownToday,
    int mostADay,
    List<Recommendation> items,
    List<Missing> missing) {}
