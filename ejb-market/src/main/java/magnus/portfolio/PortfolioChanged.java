package magnus.portfolio;

import java.util.UUID;

/** A portfolio was made, changed or removed; to be observed after the transaction's success. */
public record PortfolioChanged(UUID portfolio, UUID owner) {}
