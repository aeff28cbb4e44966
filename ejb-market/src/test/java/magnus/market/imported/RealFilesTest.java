package magnus.market.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import magnus.market.imported.RecordingSink.Bar;
import magnus.market.imported.RecordingSink.Contract;
import magnus.persistence.market.SeriesKind;
import magnus.persistence.market.StoredEarnings;
import org.junit.jupiter.api.Test;

/** Figures looked up in the files by eye. */
class RealFilesTest {

  private final RecordingSink sink = new RecordingSink();

  private ImportSummary read(String name) throws IOException {
    Path file = SharedData.file("markets/" + name);
    try (InputStream in = Files.newInputStream(file)) {
      return new ImportReader(new ImportLimits(1L << 30, 1L << 32), sink)
          .read(in, file.getFileName().toString(), Optional.empty());
    }
  }

  private static Optional<LocalDate> date(String text) {
    return Optional.of(LocalDate.parse(text));
  }

  @Test
  void sixtyStocks() throws IOException {
    ImportSummary summary = read("us_stocks_60sym_daily_2013_2018.csv.gz");
    assertThat(summary.kind()).isEqualTo(FileKind.BARS);
    assertThat(summary.rows()).isEqualTo(74_015);
    assertThat(summary.symbols()).isEqualTo(60);
    assertThat(summary.from()).isEqualTo(date("2013-02-08"));
    assertThat(summary.to()).isEqualTo(date("2018-02-07"));
    assertThat(summary.notes())
        .containsExactly(
            "Open, high or low was missing on 2017-07-26 (BHF); the close stands for it.");
    assertThat(sink.bars).hasSize(74_015);
    assertThat(sink.bars.get(0))
        .isEqualTo(
            new Bar(
                SeriesKind.BARS,
                "A",
                LocalDate.parse("2013-02-08"),
                45.07,
                45.35,
                45.0,
                45.08,
                1_824_755));
    assertThat(sink.bars)
        .contains(
            new Bar(
                SeriesKind.BARS,
                "BHF",
                LocalDate.parse("2017-07-26"),
                69.0842,
                69.0842,
                69.0842,
                69.0842,
                3));
  }

  @Test
  void spy() throws IOException {
    ImportSummary summary = read("spy_daily_1998_2012.csv");
    assertThat(summary.kind()).isEqualTo(FileKind.BARS);
    assertThat(summary.rows()).isEqualTo(3_773);
    assertThat(summary.symbols()).isEqualTo(1);
    assertThat(sink.bars.get(0))
        .isEqualTo(
            new Bar(
                SeriesKind.BARS,
                "SPY",
                LocalDate.parse("1998-01-02"),
                97.31,
                97.53,
                96.53,
                97.36,
                2_150_000));
    assertThat(sink.bars.get(3_772))
        .isEqualTo(
            new Bar(
                SeriesKind.BARS,
                "SPY",
                LocalDate.parse("2012-12-31"),
                139.72,
                142.56,
                139.54,
                142.52,
                207_656_929));
  }

  @Test
  void etfCloses() throws IOException {
    ImportSummary summary = read("etf_closes_2008_2016.csv.gz");
    assertThat(summary.kind()).isEqualTo(FileKind.CLOSES);
    assertThat(summary.rows()).isEqualTo(2_141);
    assertThat(summary.symbols()).isEqualTo(23);
    assertThat(sink.bars).hasSize(2_141 * 23);
    Bar first = sink.bars.get(0);
    assertThat(first.symbol()).isEqualTo("EEM");
    assertThat(first.kind()).isEqualTo(SeriesKind.CLOSES);
    assertThat(first.close()).isEqualTo(49.27333450317383);
    Bar last = sink.bars.get(sink.bars.size() - 1);
    assertThat(last.symbol()).isEqualTo("DIA");
    assertThat(last.date()).isEqualTo("2016-07-01");
    assertThat(last.close()).isEqualTo(179.30999755859375);
  }

  @Test
  void vix() throws IOException {
    ImportSummary summary = read("vix_daily_1990_2019.csv");
    assertThat(summary.kind()).isEqualTo(FileKind.VIX);
    assertThat(summary.rows()).isEqualTo(7_556);
    assertThat(summary.notes())
        .containsExactly("Open or close stood outside of high and low; kept as it was. × 47");
    assertThat(sink.bars.get(7_555))
        .isEqualTo(
            new Bar(
                SeriesKind.VIX,
                "VIX",
                LocalDate.parse("2019-12-31"),
                14.84,
                15.39,
                13.75,
                13.78,
                0));
  }

  @Test
  void constituents() throws IOException {
    ImportSummary summary = read("sp500_constituents.csv");
    assertThat(summary.kind()).isEqualTo(FileKind.CONSTITUENTS);
    assertThat(summary.rows()).isEqualTo(503);
    assertThat(sink.instruments.get("MMM"))
        .isEqualTo(List.of("3M", "Industrials", "Industrial Conglomerates"));
    assertThat(sink.instruments).containsKey("BRK.B");
  }

  @Test
  void earnings() throws IOException {
    ImportSummary summary = read("earnings_calendar_2023q4.csv.gz");
    assertThat(summary.kind()).isEqualTo(FileKind.EARNINGS);
    assertThat(summary.rows()).isEqualTo(8_018);
    StoredEarnings first = sink.earnings.get(0);
    assertThat(first.symbol()).isEqualTo("A");
    assertThat(first.reportDate()).isEqualTo("2023-11-20");
    assertThat(first.fiscalEnd()).isEqualTo("2023-10-31");
    assertThat(first.estimate()).isEqualByComparingTo("1.35");
    assertThat(first.hour()).isEqualTo(StoredEarnings.Hour.UNKNOWN);
    assertThat(sink.earnings.stream().filter(e -> e.estimate() == null)).hasSize(2_256);
  }

  @Test
  void rates() throws IOException {
    ImportSummary summary = read("lean_us_interest_rate.csv");
    assertThat(summary.kind()).isEqualTo(FileKind.RATES);
    assertThat(summary.rows()).isEqualTo(56);
    assertThat(sink.rates).containsOnlyKeys("PCREDIT8");
    assertThat(sink.rates.get("PCREDIT8").get(LocalDate.parse("2003-01-09"))).isEqualTo(0.0225);
  }

  @Test
  void optionUniverses() throws IOException {
    ImportSummary summary = read("option_chains/option_usa_universes_aapl_20140602.csv.gz");
    assertThat(summary.kind()).isEqualTo(FileKind.OPTIONS);
    assertThat(summary.rows()).isEqualTo(4_533);
    assertThat(summary.symbols()).isEqualTo(1);
    assertThat(sink.contracts).hasSize(4_532);
    assertThat(sink.spots)
        .containsExactlyEntriesOf(java.util.Map.of(LocalDate.parse("2014-06-02"), 633.4));
    Contract first = sink.contracts.get(0);
    assertThat(first.underlying()).isEqualTo("AAPL");
    assertThat(first.date()).isEqualTo("2014-06-02");
    assertThat(first.expiry()).isEqualTo("2014-06-06");
    assertThat(first.contract().strike()).isEqualTo(490);
    assertThat(first.contract().call()).isTrue();
    assertThat(first.contract().last()).isEqualTo(138.325);
    assertThat(first.contract().impliedVolatility()).isEqualTo(1.4964998);
    assertThat(first.contract().delta()).isEqualTo(0.9684187);
    assertThat(first.contract().bid()).isNaN();
  }

  @Test
  void allOtherOptionUniverses() throws IOException {
    for (String day : List.of("03.csv.gz", "04.csv.gz", "05.csv.gz", "06.csv", "09.csv.gz")) {
      read("option_chains/option_usa_universes_aapl_201406" + day);
    }
    assertThat(sink.contracts).hasSize(4_532 + 4_532 + 2_352 + 2_180 + 4_360);
    assertThat(sink.spots).hasSize(5).containsValue(92.72);
  }

  @Test
  void optionQuotesByContract() throws IOException {
    ImportSummary summary = read("option_chains/aapl_2014_quote_american.zip");
    assertThat(summary.kind()).isEqualTo(FileKind.OPTIONS);
    assertThat(summary.rows()).isEqualTo(4_532);
    assertThat(summary.from()).isEqualTo(date("2014-06-06"));
    assertThat(summary.to()).isEqualTo(date("2014-06-09"));
    Contract contract =
        sink.contracts.stream()
            .filter(c -> !c.contract().call() && c.contract().strike() == 99.29)
            .filter(c -> c.expiry().equals(LocalDate.parse("2015-04-17")))
            .findFirst()
            .orElseThrow();
    assertThat(contract.date()).isEqualTo("2014-06-09");
    assertThat(contract.contract().bid()).isEqualTo(12.25, offset(1e-12));
    assertThat(contract.contract().ask()).isEqualTo(12.45, offset(1e-12));
  }

  @Test
  void openInterestByContract() throws IOException {
    ImportSummary summary = read("option_chains/aapl_2014_openinterest_american.zip");
    assertThat(summary.rows()).isEqualTo(6_016);
    assertThat(summary.to()).isEqualTo(date("2014-06-30"));
    Contract first = sink.contracts.get(0);
    assertThat(first.expiry()).isEqualTo("2015-01-17");
    assertThat(first.contract().strike()).isEqualTo(1000);
    assertThat(first.contract().openInterest()).isEqualTo(9_325);
  }
}
