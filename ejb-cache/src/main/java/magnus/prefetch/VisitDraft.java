package magnus.prefetch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A visit as a portal tells it.
 *
 * @param page the path, such as {@code /market/AAPL}
 * @param from the path before
 * @param action OPEN, BACK, RELOAD or SEARCH; OPEN where it is not told
 * @param at when; now where it is not told
 * @param durationMillis how long the page before was looked at
 * @param loadMillis from the click until the content stood there
 * @param warm whether it came from what was loaded ahead
 * @param portfolio the portfolio that was chosen
 * @param referrer the site from which the portal was opened, without its path
 * @param sourceCalls how many answers called a source while the page was waited for; absent where
 *     none came from a shelf
 */
public record VisitDraft(
    @Nullable String page,
    @Nullable String from,
    @Nullable String action,
    @Nullable Instant at,
    @Nullable Integer durationMillis,
    @Nullable Integer loadMillis,
    @Nullable Boolean warm,
    @Nullable String portfolio,
    @Nullable String referrer,
    @Nullable Integer sourceCalls) {}
