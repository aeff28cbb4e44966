package magnus.market.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import magnus.basics.problem.FieldFault;
import magnus.basics.problem.Refusal;
import magnus.market.imported.RecordingSink.Bar;
import magnus.persistence.market.SeriesKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportReaderTest {

  private static final ImportLimits LIMITS = new ImportLimits(10_000_000, 100_000_000);
  private static final Bar EXPECTED =
      new Bar(SeriesKind.BARS, "AAPL", LocalDate.of(2014, 6, 2), 1.5, 2.25, 1.25, 2, 1234567);

  private final RecordingSink sink = new RecordingSink();

  private ImportSummary read(String name, byte[] content) {
    try {
      return new ImportReader(LIMITS, sink)
          .read(new ByteArrayInputStream(content), name, Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImportSummary read(String name, String content) {
    return read(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private Refusal refusal(String name, String content) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(name, content));
    assertThat(refusal).as("a refusal of %s", name).isNotNull();
    return refusal;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "symbol,date,open,high,low,close,volume\nAAPL,2014-06-02,1.5,2.25,1.25,2,1234567\n",
        "symbol,date,open,high,low,close,volume\r\nAAPL,2014-06-02,1.5,2.25,1.25,2,1234567\r\n",
        "symbol,date,open,high,low,close,volume\nAAPL,2014-06-02,1.5,2.25,1.25,2,1234567",
        "\uFEFFsymbol,date,open,high,low,close,volume\nAAPL,2014-06-02,1.5,2.25,1.25,2,1234567",
        "Ticker;Date;Open;High;Low;Close;Volume\nAAPL;2014-06-02;1,5;2,25;1,25;2;1.234.567,0\n",
        "Ticker;Date;Open;High;Low;Close;Volume\nAAPL;2.6.2014;1.5;2.25;1.25;2;1234567\n",
        "Ticker\tDate\tOpen\tHigh\tLow\tClose\tVolume\nAAPL\t6/2/2014\t1.5\t2.25\t1.25\t2\t1234567\n",
        "Volume,Close,Low,High,Open,Trade Date,Symbol\n\"1,234,567\",$2.00,1.25,2.25,1.5,20140602,aapl\n",
        "\"Date\",\"Symbol\",\"Open\",\"High\",\"Low\",\"Close/Last\",\"Volume\"\n"
            + "\"06/02/2014\",\"AAPL\",\"$1.5\",\"$2.25\",\"$1.25\",\"$2\",\"1.234567M\"\n",
        "Prices of the day\n\nsymbol,date,open,high,low,close,adj close,volume,remark\n"
            + "AAPL,2014-06-02 00:00:00,1.5,2.25,1.25,2,1.9,1234567,ok\n",
        "symbol,t,o,h,l,c,v,date\nAAPL,x,1.50,2.250,1.25,2e0,1234567,2014-06-02T00:00\n"
      })
  void barsAsFilesWriteThem(String content) {
    assertThat(read("daily.csv", content).kind()).isEqualTo(FileKind.BARS);
    assertThat(sink.bars).containsExactly(EXPECTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aapl.csv",
        "AAPL_daily_2014.csv",
        "aapl.us.txt",
        "daily/aapl.csv",
        "AAPL (1).csv"
      })
  void symbolOfTheFilesName(String name) {
    read(name, "Date,Open,High,Low,Close,Volume\n2014-06-02,1.5,2.25,1.25,2,1234567\n");
    assertThat(sink.bars).containsExactly(EXPECTED);
  }

  @Test
  void fileOfManySymbolsNeedsAColumn() {
    Refusal refusal = refusal("daily_prices.csv", "Date,Open,High,Low,Close\n2014-06-02,1,2,1,2\n");
    assertThat(refusal.faults()).extracting(FieldFault::field).containsExactly("symbol");
  }

  @Test
  void everyBadFieldIsTold() {
    Refusal refusal =
        refusal(
            "bars.csv",
            """
            symbol,date,open,high,low,close,volume
            AAPL,2014-06-02,1,2,1,2,10
            AAPL,2014-13-02,1,2,1,2,10
            AAPL,2014-06-03,1,x,1,2,10
            AAPL,2014-06-04,1,2,1,-2,10
            AAPL,2014-06-05,1,2,3,2,10
            ,2014-06-06,1,2,1,2,10
            AAPL,2014-06-09,1,2,1,2,-1
            AAPL,2014-02-30,1,2,1,2,1
            AAPL,2014-06-10,1,2,1,,1
            """);
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNACCEPTABLE);
    assertThat(refusal.faults())
        .extracting(FieldFault::line, FieldFault::field, FieldFault::value)
        .containsExactly(
            tuple(3, "date", "2014-13-02"),
            tuple(4, "high", "x"),
            tuple(5, "close", "-2"),
            tuple(6, "high", "2"),
            tuple(7, "symbol", ""),
            tuple(8, "volume", "-1"),
            tuple(9, "date", "2014-02-30"),
            tuple(10, "close", ""));
    assertThat(refusal.faults()).allMatch(f -> !f.expected().isEmpty());
  }

  @Test
  void afterAHundredFaultsReadingEnds() {
    String bad = "AAPL,nonsense,1,2,1,2,10\n".repeat(1_000);
    Refusal refusal = refusal("bars.csv", "symbol,date,open,high,low,close,volume\n" + bad);
    assertThat(refusal.faults()).hasSize(100);
  }

  @Test
  void rowsWithoutPricesAreLeftOutAndSaidSo() {
    ImportSummary summary =
        read(
            "aapl.csv",
            "Date,Open,High,Low,Close,Volume\n2014-06-01,null,null,null,null,null\n"
                + "2014-06-02,1.5,2.25,1.25,2,1234567\n");
    assertThat(sink.bars).containsExactly(EXPECTED);
    assertThat(summary.notes()).containsExactly("A row without any price was left out.");
  }

  @Test
  void wideClosesKeepTickersThatLookLikeColumns() {
    read("closes.csv", "Date,C,V,LOW,BRK-B\n2014-06-02,1,2,3,\n2014-06-03,,2.5,,4\n");
    assertThat(sink.bars)
        .extracting(Bar::symbol, Bar::close)
        .containsExactly(
            tuple("C", 1.0),
            tuple("V", 2.0),
            tuple("LOW", 3.0),
            tuple("V", 2.5),
            tuple("BRK.B", 4.0));
  }

  @Test
  void ratesOfSeveralMaturities() {
    read("daily-treasury-rates.csv", "Date,1 Mo,3 Mo,10 Yr\n06/02/2014,0.03,0.04,2.54\n");
    assertThat(sink.rates.get("3 MO")).containsEntry(LocalDate.of(2014, 6, 2), 0.0004);
    assertThat(sink.rates).hasSize(3);
  }

  @Test
  void fredsVix() {
    ImportSummary summary =
        read("VIXCLS.csv", "observation_date,VIXCLS\n2014-06-02,11.58\n2014-06-03,.\n");
    assertThat(summary.kind()).isEqualTo(FileKind.VIX);
    assertThat(sink.bars).hasSize(1);
    assertThat(sink.bars.get(0).high()).isEqualTo(11.58);
  }

  @Test
  void chainWithColumnsForUnderlyingAndDay() {
    read(
        "chains.csv",
        "quote_date,underlying,expiration,strike,type,bid,ask,underlying_price\n"
            + "2014-06-02,SPY,2014-06-20,190,put,1.1,1.2,192.9\n");
    assertThat(sink.contracts).hasSize(1);
    assertThat(sink.contracts.get(0).contract().call()).isFalse();
    assertThat(sink.contracts.get(0).contract().ask()).isEqualTo(1.2);
    assertThat(sink.spots).containsValue(192.9);
  }

  @Test
  void badContractIsTold() {
    Refusal refusal =
        refusal(
            "aapl_20140602.csv",
            "#expiry,strike,right,open,high,low,close,volume\n20140699,0,X,1,1,1,1,1\n");
    assertThat(refusal.faults())
        .extracting(FieldFault::field)
        .containsExactly("expiry", "strike", "right");
  }

  @Test
  void splitsAndDividends() {
    read(
        "actions.csv", "symbol,date,split,dividend\nAAPL,2014-06-09,7:1,\nAAPL,2014-08-07,,0.47\n");
    assertThat(sink.actions)
        .containsExactly("AAPL 2014-06-09 split 7", "AAPL 2014-08-07 dividend 0.47");
  }

  @Test
  void zipOfSeveralKinds() throws IOException {
    byte[] zip =
        zip(
            "aapl.csv", "Date,Open,High,Low,Close,Volume\n2014-06-02,1.5,2.25,1.25,2,1234567\n",
            "daily/msft.csv", "20140602 00:00,15000,22500,12500,20000,1234567\n",
            "rates.csv", "DATE,PCREDIT8\n2014-06-02,0.75\n",
            "readme.md", "nothing");
    ImportSummary summary = read("all.zip", zip);
    assertThat(summary.kind()).isEqualTo(FileKind.MIXED);
    assertThat(summary.rows()).isEqualTo(3);
    assertThat(sink.bars).hasSize(2).contains(EXPECTED);
    assertThat(sink.bars.get(1).symbol()).isEqualTo("MSFT");
    assertThat(sink.bars.get(1).close()).isEqualTo(2);
  }

  @Test
  void faultInAZipNamesItsFile() throws IOException {
    byte[] zip =
        zip(
            "good.csv",
            "symbol,date,close\nA,2014-06-02,1\n",
            "bad.csv",
            "symbol,date,close\nA,2014-06-02,one\n");
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> read("both.zip", zip));
    assertThat(refusal.faults()).extracting(FieldFault::field).containsExactly("bad.csv: close");
  }

  @Test
  void truncatedArchiveIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      StringBuilder rows = new StringBuilder("symbol,date,close\n");
      for (int i = 0; i < 20_000; i++) {
        rows.append("A,")
            .append(LocalDate.of(1960, 1, 1).plusDays(i))
            .append(",1.")
            .append(i)
            .append('\n');
      }
      gzip.write(rows.toString().getBytes(StandardCharsets.US_ASCII));
    }
    byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> read("a.csv.gz", cut));
    assertThat(refusal.detail()).contains("cut off");
  }

  @Test
  void bombIsRefusedEarly() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write("symbol,date,close\n".getBytes(StandardCharsets.US_ASCII));
      byte[] row = "A,2014-06-02,1\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 500; i++) {
        gzip.write(row);
      }
    }
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> read("bomb.csv.gz", bytes.toByteArray()));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LARGE);
    assertThat(sink.bars.size()).isLessThan(5_000_000);
  }

  @Test
  void moreBytesThanAllowedAreRefused() {
    InputStream endless =
        new InputStream() {
          private long n;

          @Override
          public int read() {
            return "A,2014-06-02,1\n".charAt((int) (n++ % 15));
          }
        };
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () -> new ImportReader(LIMITS, sink).read(endless, "a.csv", Optional.empty()));
    assertThat(refusal.kind()).isIn(Refusal.Kind.TOO_LARGE, Refusal.Kind.UNACCEPTABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", ",", "\"", "x,"})
  void endlessLineIsRefused(String part) {
    Refusal refusal =
        refusal("a.csv", "symbol,date,close\nA,2014-06-02,1\n" + part.repeat(3_000_000));
    assertThat(refusal.faults()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n\n", "hello", "a,b,c\n1,2,3\n", "{\"date\": 1}", "symbol,date,close\n"})
  void whatIsNoMarketDataIsRefused(String content) {
    assertThat(refusal("file.csv", content).slug()).isEqualTo("import-refused");
  }

  @Test
  void bombBesideTheDataIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("picture.bin"));
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i < 20; i++) {
        zip.write(zeros);
      }
      zip.putNextEntry(new ZipEntry("a.csv"));
      zip.write("symbol,date,close\nA,2014-06-02,1\n".getBytes(StandardCharsets.US_ASCII));
    }
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> read("all.zip", bytes.toByteArray()));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LARGE);
  }

  @Test
  void namesInAZipNeedNotBeUtf8() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.ISO_8859_1)) {
      zip.putNextEntry(new ZipEntry("Kurse März.csv"));
      zip.write("symbol,date,close\nA,2014-06-02,1\n".getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(read("all.zip", bytes.toByteArray()).rows()).isEqualTo(1);
  }

  @Test
  void strikeOfAnyLengthInAFileNameIsNoFailure() {
    String name = "aapl_quote_american_call_" + "9".repeat(30) + "_20140719.csv";
    refusal(name, "20140602 00:00,1,1,1,1,1,1,1,1,1,1\n");
  }

  @Test
  void remarksOnEachRowAreCountedNotKept() {
    StringBuilder rows = new StringBuilder("symbol,date,open,high,low,close,volume\n");
    for (int i = 0; i < 3_000; i++) {
      rows.append("A,").append(LocalDate.of(2000, 1, 1).plusDays(i)).append(",,,,1,1\n");
    }
    ImportSummary summary = read("a.csv", rows.toString());
    assertThat(summary.rows()).isEqualTo(3_000);
    assertThat(summary.notes()).hasSize(21).last().isEqualTo("And 2980 more remarks.");
  }

  private static byte[] zip(String... namesAndContents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents[i]));
        zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
