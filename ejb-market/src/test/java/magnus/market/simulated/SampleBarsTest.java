package magnus.market.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import magnus.market.BarSeries;
import magnus.market.feed.MarketFeed;
import org.junit.jupiter.api.Test;

/**
 * The sample bars that come with the repository are what the simulated market gives. With {@code
 * -Dmagnus.samples.write=true} they are written anew instead of compared.
 */
class SampleBarsTest {

  private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
  private static final LocalDate TO = LocalDate.of(2025, 12, 31);
  private static final Instant AFTER = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> SYMBOLS =
      List.of(
          "AAPL", "MSFT", "NVDA", "GOOGL", "META", "DIS", "AMZN", "TSLA", "HD", "MCD", "PG", "KO",
          "PEP", "WMT", "COST", "XOM", "CVX", "JPM", "V", "BAC", "BRK.B", "JNJ", "UNH", "LLY",
          "PFE", "CAT", "BA", "LIN", "PLD", "NEE", "SPY", "QQQ", "VTI", "BND");

  private final MarketFeed feed = new SimulatedFeed(SimulatedFeed.DEFAULT_SEED);

  @Test
  void theSampleBarsAreTheSimulatedMarkets() throws IOException {
    StringBuilder rows = new StringBuilder("symbol,date,open,high,low,close,volume\n");
    for (String symbol : SYMBOLS) {
      BarSeries bars = feed.bars(symbol, FROM, TO, AFTER).find().orElseThrow();
      for (int i = 0; i < bars.size(); i++) {
        rows.append(symbol).append(',').append(prices(bars, i));
        rows.append(',').append((long) bars.volume()[i]).append('\n');
      }
    }
    keeps("simulated_bars_2025.csv", rows.toString());
  }

  @Test
  void theSampleVixIsTheSimulatedMarkets() throws IOException {
    StringBuilder rows = new StringBuilder("DATE,OPEN,HIGH,LOW,CLOSE\n");
    BarSeries bars = feed.vix(FROM, TO, AFTER).find().orElseThrow();
    for (int i = 0; i < bars.size(); i++) {
      rows.append(prices(bars, i)).append('\n');
    }
    keeps("simulated_vix_2025.csv", rows.toString());
  }

  private static String prices(BarSeries bars, int i) {
    return String.format(
        Locale.ROOT,
        "%s,%.2f,%.2f,%.2f,%.2f",
        bars.date(i),
        bars.open()[i],
        bars.high()[i],
        bars.low()[i],
        bars.close()[i]);
  }

  private static void keeps(String name, String text) throws IOException {
    Path file = samples().resolve(name);
    if (Boolean.getBoolean("magnus.samples.write")) {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    }
    assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo(text);
  }

  private static Path samples() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("samples"))) {
        return at.resolve("samples");
      }
    }
    throw new IllegalStateException("no folder samples above " + Path.of("").toAbsolutePath());
  }
}
