package magnus.market.simulated;

import java.util.Arrays;

/**
 * The GICS sectors and how their stocks move in the simulation. The order is part of the model.
 *
 * @see <a href="https://www.msci.com/gics">GICS structure, 2023</a>
 */
enum Sector {
  INFORMATION_TECHNOLOGY("Information Technology", "XLK", 1.18, 0.085, 1.12),
  COMMUNICATION_SERVICES("Communication Services", "XLC", 1.02, 0.085, 1.10),
  CONSUMER_DISCRETIONARY("Consumer Discretionary", "XLY", 1.12, 0.080, 1.12),
  CONSUMER_STAPLES("Consumer Staples", "XLP", 0.62, 0.075, 0.80),
  ENERGY("Energy", "XLE", 1.08, 0.180, 0.95),
  FINANCIALS("Financials", "XLF", 1.08, 0.100, 0.90),
  HEALTH_CARE("Health Care", "XLV", 0.82, 0.080, 1.00),
  INDUSTRIALS("Industrials", "XLI", 1.05, 0.070, 0.92),
  MATERIALS("Materials", "XLB", 1.04, 0.095, 0.98),
  REAL_ESTATE("Real Estate", "XLRE", 0.92, 0.105, 0.80),
  UTILITIES("Utilities", "XLU", 0.55, 0.110, 0.70);

  final String title;
  final String fund;

  /** Typical beta to the market. */
  final double beta;

  /** Annual volatility of the sector's own factor. */
  final double volatility;

  /** By how much the sector's companies are more or less erratic than others of their size. */
  final double erratic;

  Sector(String title, String fund, double beta, double volatility, double erratic) {
    this.title = title;
    this.fund = fund;
    this.beta = beta;
    this.volatility = volatility;
    this.erratic = erratic;
  }

  static Sector titled(String title) {
    return Arrays.stream(values())
        .filter(s -> s.title.equals(title))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no GICS sector is called " + title));
  }
}
