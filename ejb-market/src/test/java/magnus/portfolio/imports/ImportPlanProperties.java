package magnus.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import magnus.portfolio.Transaction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any file: of rows that few values make, so that equal ones are frequent. */
class ImportPlanProperties {

  private static final String SCHWAB =
      "\"Date\",\"Action\",\"Symbol\",\"Description\",\"Quantity\",\"Price\",\"Fees & Comm\",\"Amount\"\n";

  @Provide
  Arbitrary<List<String>> rows() {
    Arbitrary<String> day = Arbitraries.integers().between(1, 4).map(d -> "01/0" + d + "/2024");
    Arbitrary<String> buy =
        Combinators.combine(
                day, Arbitraries.of("AAPL", "MSFT"), Arbitraries.integers().between(1, 2))
            .as(
                (d, s, q) ->
                    "\"%s\",\"Buy\",\"%s\",\"X\",\"%d\",\"$100.00\",\"\",\"-$%d.00\""
                        .formatted(d, s, q, 100 * q));
    Arbitrary<String> fee =
        day.map(
            d ->
                "\"%s\",\"Advisor Fee\",\"\",\"TO ADVISOR\",\"\",\"\",\"\",\"-$5.00\""
                    .formatted(d));
    Arbitrary<String> paid =
        day.map(
            d -> "\"%s\",\"Cash Dividend\",\"AAPL\",\"X\",\"\",\"\",\"\",\"$1.00\"".formatted(d));
    return Arbitraries.oneOf(buy, fee, paid).list().ofMinSize(1).ofMaxSize(12);
  }

  private static ImportPlan plan(List<String> rows) {
    return ImportPlan.of(Reading.of(SCHWAB + String.join("\n", rows) + "\n").statement());
  }

  @Property(tries = 100)
  void importedTwiceIsImportedOnce(@ForAll("rows") List<String> rows) {
    ImportPlan first = plan(rows);
    assertThat(first.fresh(Set.of())).hasSize(rows.size());
    assertThat(first.fingerprints()).doesNotHaveDuplicates();
    assertThat(plan(rows).fresh(new HashSet<>(first.fingerprints()))).isEmpty();
  }

  @Property(tries = 100)
  void theOrderOfRowsDoesNotMatter(@ForAll("rows") List<String> rows, @ForAll Random random) {
    List<String> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);
    ImportPlan plain = plan(rows);
    assertThat(new HashSet<>(plan(shuffled).fingerprints()))
        .isEqualTo(new HashSet<>(plain.fingerprints()));
    assertThat(holdings(plan(shuffled))).isEqualTo(holdings(plain));
  }

  @Property(tries = 100)
  void filesThatOverlapByWholeDaysBringEachRowOnce(@ForAll("rows") List<String> rows) {
    List<String> early = rows.stream().filter(row -> row.charAt(5) <= '3').toList();
    List<String> late = rows.stream().filter(row -> row.charAt(5) >= '2').toList();
    if (early.isEmpty() || late.isEmpty()) {
      return;
    }
    Set<String> known = new HashSet<>(plan(early).fingerprints());
    known.addAll(plan(late).fingerprints());
    assertThat(known).isEqualTo(new HashSet<>(plan(rows).fingerprints()));
  }

  @Property(tries = 200)
  void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
    BrokerFormatContract.readsOrRefuses(bytes);
  }

  @Property(tries = 200)
  void anyTextIsReadOrRefused(@ForAll String text) {
    BrokerFormatContract.readsOrRefuses(BrokerFormatContract.utf8(text));
    BrokerFormatContract.readsOrRefuses(BrokerFormatContract.utf8(SCHWAB + text));
    BrokerFormatContract.readsOrRefuses(BrokerFormatContract.utf8("<OFX><STMTRS><STMTTRN>" + text));
  }

  private static TreeMap<String, String> holdings(ImportPlan plan) {
    TreeMap<String, String> sums = new TreeMap<>();
    for (Transaction t : plan.fresh(Set.of())) {
      String key = t.findSymbol().orElse("cash");
      sums.merge(
          key,
          t.quantity().stripTrailingZeros().toPlainString(),
          (a, b) ->
              new java.math.BigDecimal(a)
                  .add(new java.math.BigDecimal(b))
                  .stripTrailingZeros()
                  .toPlainString());
    }
    return sums;
  }
}
