package magnus.persistence.market;

/** An instrument as imported; {@code kind} is STOCK, ETF or INDEX. */
public record StoredInstrument(
    String symbol, String name, String sector, String industry, String kind) {}
