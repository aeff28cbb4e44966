package magnus.prefetch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A look at a symbol as a portal tells it.
 *
 * @param page the path where
 * @param action VIEW, SEARCH, QUOTE, CHAIN or TRADE; VIEW where it is not told
 * @param at when; now where it is not told
 * @param portfolio the portfolio that was chosen
 */
public record AccessDraft(
    @Nullable String symbol,
    @Nullable String page,
    @Nullable String action,
    @Nullable Instant at,
    @Nullable String portfolio) {}
