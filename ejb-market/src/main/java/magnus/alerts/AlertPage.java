package magnus.alerts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notices, the newest first.
 *
 * @param unread of all, not of this page alone
 * @param next the cursor of the next page; null on the last
 */
public record AlertPage(List<AlertNotice> items, long unread, @Nullable Instant next) {}
