package magnus.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import magnus.basics.problem.FieldFault;
import magnus.portfolio.ImportPreview;
import magnus.portfolio.LotMethod;
import magnus.portfolio.Position;
import magnus.portfolio.ledger.Ledger;
import magnus.portfolio.ledger.LedgerState;
import org.junit.jupiter.api.Test;

/** The exports that must import, and those that must not; every figure worked out by hand. */
class SharedBrokerFilesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

  private static Statement read(String name) {
    Optional<byte[]> bytes = SharedBrokerFiles.find(name);
    assumeTrue(bytes.isPresent(), "no shared data here");
    return BrokerFormats.read(BrokerFile.of(name, bytes.get(), 1 << 20), "auto");
  }

  private static LedgerState state(Statement statement, LocalDate asOf) {
    assertThat(statement.faults()).isEmpty();
    return Ledger.of(ImportPlan.of(statement).fresh(Set.of()), LotMethod.FIFO, List.of())
        .asOf(asOf);
  }

  private static List<ImportPreview.Row> preview(Statement statement) {
    return ImportPlan.of(statement).preview(Set.of(), List.of(), TODAY).rows();
  }

  private static void holds(LedgerState state, String symbol, String quantity) {
    assertThat(state.positions())
        .filteredOn(position -> position.symbol().equals(symbol))
        .singleElement()
        .extracting(Position::quantity)
        .satisfies(q -> assertThat(q).isEqualByComparingTo(quantity));
  }

  @Test
  void schwab() {
    Statement statement = read("schwab_brokerage_transactions.csv");
    assertThat(statement.format()).isEqualTo("schwab-csv");
    assertThat(statement.account()).contains("General Investing ...XXX");
    assertThat(statement.rows()).hasSize(11);
    assertThat(statement.remarks()).isEmpty();
    LedgerState state = state(statement, TODAY);
    // −3320.05 + 7461.72 − 7461.72 + 738.81 + 0.03 − 1.84 + 1.84 + 0.54 + 0.98 + 25.00 + 980.65
    // = −1574.04, which is the file's own total
    assertThat(state.cash("USD")).isEqualByComparingTo("-1574.04");
    // The file begins mid-way: 0.0249 shares were reinvested before 10.065 were sold, so at least
    // 10.065 − 0.0249 = 10.0401 were held before, at a cost that the file does not tell. After the
    // sale nothing is left; then 45 are bought.
    holds(state, "BND", "45");
    // The sale ended 10.0401 shares of unknown cost, then 0.0249 bought for 1.84:
    // proceeds of those 738.81 × 0.0249 / 10.065 = 1.82775…, so the known loss is about −0.0122
    assertThat(state.realised("USD")).isBetween(new BigDecimal("-0.013"), new BigDecimal("-0.012"));
    // 0.03 interest + 1.84 + 0.54 + 0.98 dividends
    assertThat(state.income("USD")).isEqualByComparingTo("3.39");
    assertThat(preview(statement).get(0).effect())
        .isEqualTo("Buys 45 BND at 73.7789 for 3,320.05 USD; new lot.");
    assertThat(preview(statement).get(4).transaction())
        .satisfies(t -> assertThat(t.date()).isEqualTo(LocalDate.of(2023, 4, 15)));
  }

  @Test
  void fidelity() {
    Statement statement = read("fidelity_cma_history.csv");
    assertThat(statement.format()).isEqualTo("fidelity-csv");
    assertThat(statement.rows()).hasSize(11);
    LedgerState state = state(statement, TODAY);
    // out: 10000 + 135.60 + 449.24 + 24.98 + 221.39 + 200 + 2970.67 = 14001.88
    // in: 200.99 + 3085.92 + 1001.10 + 2042.12 = 6330.13
    assertThat(state.cash("USD")).isEqualByComparingTo("-7671.75");
    assertThat(state.positions()).isEmpty();
    assertThat(state.realised("USD")).isEqualByComparingTo("0");
  }

  @Test
  void ibkr() {
    Statement statement = read("ibkr_ok_vti.csv");
    assertThat(statement.format()).isEqualTo("ibkr-flex-csv");
    assertThat(statement.account()).contains("U1234567");
    LedgerState state = state(statement, TODAY);
    holds(state, "VTI", "17");
    // 17 × 204.3473 = 3473.9041, and 1 commission
    assertThat(state.cash("USD")).isEqualByComparingTo("-3474.9041");
    assertThat(state.positions().get(0).costBasis()).isEqualByComparingTo("3474.9041");
    assertThat(state.realised("USD")).isEqualByComparingTo("0");
    assertThat(preview(statement).get(0).effect())
        .isEqualTo("Buys 17 VTI at 204.3473 for 3,474.9041 USD (fees 1 included); new lot.");
  }

  @Test
  void ghostfolio() {
    Statement statement = read("ghostfolio_ok_sample.csv");
    assertThat(statement.format()).isEqualTo("ghostfolio-csv");
    LedgerState state = state(statement, TODAY);
    holds(state, "MSFT", "5");
    holds(state, "PENTHOUSE APARTMENT", "1");
    assertThat(state.positions()).hasSize(2);
    // −49 − (5 × 298.58 + 19 = 1511.90) + 5 × 0.62 − 500000 = −501557.80
    assertThat(state.cash("USD")).isEqualByComparingTo("-501557.80");
    // dividend 3.10 − fee 49
    assertThat(state.income("USD")).isEqualByComparingTo("-45.90");
    List<ImportPreview.Row> rows = preview(statement);
    // 16-09-2021 can only have the day first, so 01-09-2021 is the first of September
    assertThat(rows.get(0).transaction())
        .satisfies(t -> assertThat(t.date()).isEqualTo(LocalDate.of(2021, 9, 1)));
    assertThat(rows.get(4).status()).isEqualTo(ImportPreview.Status.NEW);
    assertThat(rows.get(4).effect())
        .isEqualTo(
            "Buys 0 US5949181045 at 0 for 0.00 USD; new lot. Its quantity is 0: it moves neither"
                + " shares nor cash. It lies in the future: it counts only from 2050-06-06.");
  }

  @Test
  void ofx() {
    Statement statement = read("ofx_brokerage.qfx");
    assertThat(statement.format()).isEqualTo("ofx");
    assertThat(statement.account()).contains("23456");
    assertThat(statement.rows()).hasSize(2);
    LedgerState state = state(statement, TODAY);
    // −55 and, outside the list and with the same FITID, −1000
    assertThat(state.cash("USD")).isEqualByComparingTo("-1055");
    assertThat(ImportPlan.of(statement).fingerprints()).doesNotHaveDuplicates();
  }

  private static void refuses(String name, FieldFault... expected) {
    List<FieldFault> faults = read(name).faults();
    assertThat(faults).containsExactly(expected);
  }

  @Test
  void refusesACurrencyThatIsNone() {
    refuses(
        "reject_invalid-currency.csv",
        new FieldFault(2, "Currency", "<invalid>", "a currency of ISO 4217 such as USD"));
  }

  @Test
  void refusesAYearOfTwoDigits() {
    refuses(
        "reject_invalid-date-yy.csv",
        new FieldFault(
            2,
            "Date",
            "16/09/21",
            "a date from 1970 on with a four-digit year, such as 16-09-2021 or 2021-09-16"));
  }

  @Test
  void refusesAFeeThatIsNoNumber() {
    refuses(
        "reject_invalid-fee.csv",
        new FieldFault(2, "Fee", "<invalid>", "a number such as 1234.56"));
  }

  @Test
  void refusesAnActionInTheMiddle() {
    refuses(
        "reject_invalid-multi-line.csv",
        new FieldFault(
            4,
            "Action",
            "<invalid>",
            "one of buy, sell, dividend, interest, fee, item, liability"));
  }
}
