package magnus.risk;

import java.util.Set;
import java.util.TreeSet;
import magnus.portfolio.Holding;

/** Reports as they lie on shelves: with the symbols they are made from, which they do not name. */
public final class Shelved {

  private Shelved() {}

  /** Of {@link ExposureReport}. */
  public record Exposures(ExposureReport report, Set<String> symbols) {}

  /** Of {@link RiskScore}. */
  public record Score(RiskScore report, Set<String> symbols) {}

  /** What a snapshot's figures are made from: underlyings of options, and the benchmark. */
  static Set<String> symbols(RiskSnapshot snapshot) {
    Set<String> symbols = new TreeSet<>(Set.of(snapshot.benchmark()));
    for (Holding item : snapshot.holdings().items()) {
      symbols.add(item.option() == null ? item.symbol() : item.option().underlying());
    }
    return symbols;
  }
}
