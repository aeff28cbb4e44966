package magnus.portfolio.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import magnus.market.OptionChain.Right;
import magnus.portfolio.LotMethod;
import magnus.portfolio.OptionContract;
import magnus.portfolio.TaxTreatment;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionType;
import magnus.portfolio.ledger.Ledger;
import org.junit.jupiter.api.Test;

class AccountHistoryTest {

  private static final TaxAccount ACCOUNT =
      new TaxAccount(UUID.randomUUID(), "Brokerage", TaxTreatment.TAXABLE);

  @Test
  void aLotIsWholeAgainAtTodaysCountOfShares() {
    List<Transaction> all =
        List.of(
            trade(TransactionType.BUY, "2023-01-03", "100", "-5000"),
            trade(TransactionType.SELL, "2023-02-01", "40", "1600"),
            Transaction.draft(TransactionType.SPLIT, LocalDate.parse("2023-03-01"))
                .symbol("X")
                .ratio(new BigDecimal("2"))
                .build(),
            trade(TransactionType.SELL, "2023-04-03", "60", "1500"));
    AccountHistory history = history(all);
    assertThat(history.lots())
        .singleElement()
        .satisfies(
            lot -> {
              assertThat(lot.quantity()).isEqualByComparingTo("200");
              assertThat(lot.money()).isEqualByComparingTo("5000");
              assertThat(lot.origin()).isEqualTo(TaxLot.Origin.BOUGHT);
            });
    assertThat(history.sales().stream().map(LotSale::quantity).map(BigDecimal::intValueExact))
        .containsExactly(80, 60);
  }

  @Test
  void aWashSaleAcrossASplitIsMatchedShareByShare() {
    List<Transaction> all =
        List.of(
            trade(TransactionType.BUY, "2023-01-03", "100", "-5000"),
            trade(TransactionType.SELL, "2023-02-01", "100", "4000"),
            Transaction.draft(TransactionType.SPLIT, LocalDate.parse("2023-02-10"))
                .symbol("X")
                .ratio(new BigDecimal("2"))
                .build(),
            trade(TransactionType.BUY, "2023-02-20", "100", "-2100"));
    WashSaleReport report = report(history(all));
    assertThat(report.disallowed()).isEqualByComparingTo("500");
    assertThat(report.open().get(0).money()).isEqualByComparingTo("2600");
  }

  @Test
  void writtenAndBoughtContractsAreToldApart() {
    OptionContract put =
        OptionContract.of("X", LocalDate.parse("2023-06-16"), new BigDecimal("40"), Right.PUT);
    OptionContract call =
        OptionContract.of("X", LocalDate.parse("2023-06-16"), new BigDecimal("60"), Right.CALL);
    AccountHistory history =
        history(
            List.of(
                option(TransactionType.SELL_TO_OPEN, "2023-01-03", put, "1", "200"),
                option(TransactionType.BUY_TO_OPEN, "2023-01-04", call, "1", "-300"),
                option(TransactionType.BUY_TO_CLOSE, "2023-02-01", put, "1", "-350"),
                option(TransactionType.SELL_TO_CLOSE, "2023-02-02", call, "1", "100")));
    WashSaleReport report = report(history);
    assertThat(history.lots().stream().map(TaxLot::origin))
        .containsExactlyInAnyOrder(TaxLot.Origin.WRITTEN, TaxLot.Origin.BOUGHT);
    assertThat(report.sales().stream().map(s -> Objects.requireNonNull(s.counts()).intValueExact()))
        .containsExactlyInAnyOrder(-150, -200);
  }

  @Test
  void aPutIsDeepWhereItsExerciseIsAsGoodAsSure() {
    assertThat(DeepPuts.isDeep(60, 40, 20.5)).isTrue();
    assertThat(DeepPuts.isDeep(60, 40, 24)).isFalse();
    assertThat(DeepPuts.isDeep(42, 40, 2.1)).isFalse();
    assertThat(DeepPuts.isDeep(35, 40, .6)).isFalse();
  }

  private static AccountHistory history(List<Transaction> all) {
    return AccountHistory.of(
        ACCOUNT,
        all,
        List.of(),
        Ledger.of(new ArrayList<>(all), LotMethod.FIFO, List.of()).last(),
        "USD",
        t -> false);
  }

  private static WashSaleReport report(AccountHistory history) {
    return WashSales.of(List.of(ACCOUNT), history.lots(), history.sales(), Identity.STRICT);
  }

  private static Transaction trade(
      TransactionType type, String day, String quantity, String amount) {
    return Transaction.draft(type, LocalDate.parse(day))
        .symbol("X")
        .quantity(new BigDecimal(quantity))
        .amount(new BigDecimal(amount))
        .build();
  }

  private static Transaction option(
      TransactionType type, String day, OptionContract option, String quantity, String amount) {
    return Transaction.draft(type, LocalDate.parse(day))
        .option(option)
        .quantity(new BigDecimal(quantity))
        .amount(new BigDecimal(amount))
        .build();
  }
}
