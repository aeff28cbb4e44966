package magnus.options.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import magnus.market.ListedOption;
import magnus.market.OptionChain;
import magnus.market.OptionChain.Contract;
import magnus.market.OptionChain.Right;
import magnus.market.simulated.SimulatedFeed;
import magnus.options.Opportunity;
import magnus.options.RollSuggestion;
import magnus.options.ScanReport;
import magnus.options.ScanRequest;
import magnus.options.Score;
import magnus.options.pricing.Probabilities;
import org.junit.jupiter.api.Test;

class OptionScanTest {

  private static final Instant AS_OF = Instant.parse("2025-06-11T17:00:00Z");
  private static final SimulatedFeed FEED = new SimulatedFeed(SimulatedFeed.DEFAULT_SEED);

  private static Underlying underlying(String symbol, LocalDate earnings) {
    return new Underlying(symbol, "Any", AS_OF, 0.042, 0.25, earnings, null, 0);
  }

  private static ScanReport scan(ScanRequest request, List<Underlying> all, List<ScanReport> told) {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      return new OptionScan(threads, 1, symbol -> FEED.optionChain(symbol, AS_OF))
          .run(request, all, told::add, () -> false);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void findsWhatTheFiltersAllowBestFirst() {
    List<Underlying> all = new ArrayList<>();
    for (String symbol : List.of("AAPL", "MSFT", "XOM", "JPM", "KO", "AMD", "NOWHERE")) {
      all.add(underlying(symbol, LocalDate.of(2025, 7, 1)));
    }
    ScanRequest request = ScanRequest.usual();
    List<ScanReport> told = new ArrayList<>();
    ScanReport report = scan(request, all, told);
    assertThat(report.items()).isNotEmpty();
    assertThat(told).isNotEmpty();
    assertThat(report.missing()).extracting(ScanReport.Missing::symbol).containsExactly("NOWHERE");
    double before = 101;
    for (Opportunity o : report.items()) {
      assertThat(o.score().value()).isLessThanOrEqualTo(before);
      before = o.score().value();
      assertThat(Math.abs(o.delta())).isBetween(request.leastDelta(), request.mostDelta());
      assertThat(o.days()).isBetween(request.leastDays(), request.mostDays());
      assertThat(o.score().parts().stream().mapToDouble(Score.Part::points).sum())
          .isCloseTo(o.score().value(), within(1e-9));
      assertThat(o.touchChance()).isGreaterThanOrEqualTo(o.assignmentChance() - 1e-9);
      assertThat(o.worstCase()).contains(o.symbol());
      assertThat(o.earnings() != null).isEqualTo(!o.expiry().isBefore(LocalDate.of(2025, 7, 1)));
    }
  }

  @Test
  void rollsAShortPutForACredit() {
    OptionChain chain = FEED.optionChain("AAPL", AS_OF).find().orElseThrow();
    Contract near =
        chain.contracts().stream()
            .filter(c -> c.right() == Right.PUT && c.expiry().isAfter(LocalDate.of(2025, 6, 18)))
            .filter(c -> c.strike().doubleValue() <= chain.spot().doubleValue())
            .reduce((a, b) -> a.expiry().equals(b.expiry()) ? b : a)
            .orElseThrow();
    ListedOption option = new ListedOption("AAPL", near.expiry(), near.strike(), Right.PUT);
    RollSuggestion advice =
        RollAdvisor.advise(
                new ShortOption(
                    "AAPL", option.expiry(), option.strike().doubleValue(), Right.PUT, 1, 0),
                chain,
                underlying("AAPL", null))
            .orElseThrow();
    assertThat(advice.rolls()).isNotEmpty();
    RollSuggestion.Roll best = advice.rolls().get(0);
    assertThat(best.credit()).isPositive();
    assertThat(best.strike()).isLessThanOrEqualTo(option.strike().doubleValue());
    assertThat(best.headline())
        .isEqualTo(String.format("%d DTE: roll for %.2f credit", best.days(), best.credit()));
  }

  @Test
  void chancesAgreeWithEachOther() {
    double touch = Probabilities.touch(100, 90, 0.5, 0.03, 0.3);
    double end = Probabilities.below(100, 90, 0.5, 0.03, 0.3);
    assertThat(touch).isBetween(end, 2 * end + 0.1);
    assertThat(Probabilities.touch(100, 100, 0.5, 0, 0.3)).isEqualTo(1);
    assertThat(
            Probabilities.below(
                100, Probabilities.quantile(100, 0.05, 0.5, 0.03, 0.3), 0.5, 0.03, 0.3))
        .isCloseTo(0.05, within(1e-12));
    // without drift of the logarithm the mirrored path is exactly as likely
    double carry = 0.3 * 0.3 / 2;
    assertThat(Probabilities.touch(100, 90, 0.5, carry, 0.3))
        .isCloseTo(2 * Probabilities.below(100, 90, 0.5, carry, 0.3), within(1e-12));
  }
}
