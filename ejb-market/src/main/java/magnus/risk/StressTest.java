package magnus.risk;

/** What a stress test found: scenarios, and profit and loss by price, volatility and time. */
public record StressTest(StressReport scenarios, ProjectionReport projection) {}
