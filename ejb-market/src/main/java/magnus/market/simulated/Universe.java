package magnus.market.simulated;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import magnus.market.Instrument;
import magnus.market.simulated.RandomStream.Purpose;

/** Reads the simulated companies and draws their lasting traits. */
final class Universe {

  private static final String RESOURCE = "stocks.txt";
  private static final double BILLION = 1e9;

  /** Sizes of today, damped, so that no company begins as a tenth of the market. */
  private static final double SIZE_DAMPING = 0.85;

  private Universe() {}

  /** All companies in the order of the file. */
  static List<Stock> stocks(long seed) {
    List<Stock> stocks = new ArrayList<>();
    try (InputStream in = Universe.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing beside " + Universe.class);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#") && !line.startsWith("symbol|")) {
          stocks.add(stock(line.split("\\|", -1), seed));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(stocks);
  }

  private static Stock stock(String[] cells, long seed) {
    Instrument instrument =
        new Instrument(cells[0], cells[1], cells[2], cells[3], Instrument.Kind.STOCK);
    Sector sector = Sector.titled(cells[2]);
    double billions = Double.parseDouble(cells[4]);
    String traits = cells[6];
    long subject = RandomStream.subject(cells[0]);
    RandomStream random = new RandomStream(seed, subject, 0, Purpose.TRAITS);
    // Small companies are more erratic: 13.5 % a year at a trillion dollars, 29 % at ten billion.
    double bySize = 0.135 + 0.034 * Math.max(0, StrictMath.log(1000 / billions));
    return new Stock(
        instrument,
        subject,
        sector,
        BILLION * StrictMath.pow(billions, SIZE_DAMPING),
        bounded(sector.beta + 0.15 * random.nextGaussian(), 0.3, 1.8),
        bounded(1 + 0.2 * random.nextGaussian(), 0.5, 1.5),
        bySize * sector.erratic * bounded(1 + 0.12 * random.nextGaussian(), 0.75, 1.35),
        Double.parseDouble(cells[5]) / 100,
        Math.rint(100 * (20 + 130 * random.nextDouble() * random.nextDouble())) / 100,
        traits.indexOf('N') >= 0 ? Double.POSITIVE_INFINITY : 250 + 900 * random.nextDouble(),
        random.nextDouble() < 0.45,
        15 + (int) (27 * random.nextDouble()),
        (int) (3 * random.nextDouble()),
        traits.indexOf('D') >= 0,
        traits.indexOf('Q') >= 0,
        traits.indexOf('F') >= 0);
  }

  private static double bounded(double x, double low, double high) {
    return Math.max(low, Math.min(high, x));
  }
}
