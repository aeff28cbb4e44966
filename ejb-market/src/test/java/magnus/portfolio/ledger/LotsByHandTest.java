package magnus.portfolio.ledger;

import static magnus.portfolio.ledger.Histories.cash;
import static magnus.portfolio.ledger.Histories.d;
import static magnus.portfolio.ledger.Histories.fold;
import static magnus.portfolio.ledger.Histories.on;
import static magnus.portfolio.ledger.Histories.trade;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import magnus.market.CorporateAction;
import magnus.market.Source;
import magnus.portfolio.Lot;
import magnus.portfolio.LotChoice;
import magnus.portfolio.LotMethod;
import magnus.portfolio.RealisedGain;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionType;
import org.junit.jupiter.api.Test;

/** Cases worked out by hand. */
class LotsByHandTest {

  private static final Transaction FIRST =
      trade("2022-01-10", TransactionType.BUY, "ABC", "100", "10", "5"); // basis 1005
  private static final Transaction SECOND =
      trade("2023-01-10", TransactionType.BUY, "ABC", "100", "20", "5"); // basis 2005
  private static final Transaction SALE =
      trade("2023-06-01", TransactionType.SELL, "ABC", "150", "30", "6"); // proceeds 4494

  @Test
  void fifoTakesTheOldestAndSplitsTheSecondLot() {
    LedgerState state = fold(LotMethod.FIFO, FIRST, SECOND, SALE);
    // 4494 splits 100:50 into 2996 and 1498; half of 2005 is 1002.50.
    assertThat(state.realised()).hasSize(2);
    assertThat(state.realised().get(0).gain()).isEqualByComparingTo("1991");
    assertThat(state.realised().get(0).term()).isEqualTo(RealisedGain.Term.LONG);
    assertThat(state.realised().get(1).gain()).isEqualByComparingTo("495.50");
    assertThat(state.realised().get(1).term()).isEqualTo(RealisedGain.Term.SHORT);
    assertThat(state.lots()).hasSize(1);
    assertThat(state.lots().get(0).quantity()).isEqualByComparingTo("50");
    assertThat(state.lots().get(0).costBasis()).isEqualByComparingTo("1002.50");
    assertThat(state.cash("USD")).isEqualByComparingTo("1484"); // −1005 − 2005 + 4494
  }

  @Test
  void lifoTakesTheNewestSoTheGainDiffersAndTheWealthDoesNot() {
    LedgerState state = fold(LotMethod.LIFO, FIRST, SECOND, SALE);
    assertThat(state.realised().get(0).gain()).isEqualByComparingTo("991"); // 2996 − 2005
    assertThat(state.realised().get(1).gain()).isEqualByComparingTo("995.50"); // 1498 − 502.50
    assertThat(state.lots().get(0).costBasis()).isEqualByComparingTo("502.50");
    LedgerState fifo = fold(LotMethod.FIFO, FIRST, SECOND, SALE);
    assertThat(state.realised("USD").subtract(state.lots().get(0).costBasis()))
        .isEqualByComparingTo(fifo.realised("USD").subtract(fifo.lots().get(0).costBasis()));
  }

  @Test
  void theSellerMayNameLots() {
    Transaction chosen =
        on("2023-06-01", TransactionType.SELL)
            .symbol("ABC")
            .quantity(d("60"))
            .price(d("30"))
            .lots(List.of(new LotChoice(SECOND.id(), d("40"))))
            .build();
    LedgerState state = fold(LotMethod.SPECIFIC, FIRST, SECOND, chosen);
    // 40 of the second lot (basis 802), then 20 of the oldest (basis 201).
    assertThat(state.realised())
        .extracting(RealisedGain::lot)
        .containsExactly(SECOND.id(), FIRST.id());
    assertThat(state.realised().get(0).gain()).isEqualByComparingTo("398");
    assertThat(state.realised().get(1).gain()).isEqualByComparingTo("399");
  }

  @Test
  void aYearToTheDayIsStillShortTerm() {
    assertThat(
            fold(
                    LotMethod.FIFO,
                    FIRST,
                    trade("2023-01-10", TransactionType.SELL, "ABC", "1", "1", "0"),
                    trade("2023-01-11", TransactionType.SELL, "ABC", "1", "1", "0"))
                .realised())
        .extracting(RealisedGain::term)
        .containsExactly(RealisedGain.Term.SHORT, RealisedGain.Term.LONG);
  }

  @Test
  void aShortSaleGainsWhenThePriceFalls() {
    LedgerState open =
        fold(
            LotMethod.FIFO,
            trade("2024-01-02", TransactionType.SELL_SHORT, "XYZ", "100", "50", "10"));
    assertThat(open.positions().get(0).quantity()).isEqualByComparingTo("-100");
    assertThat(open.positions().get(0).costBasis()).isEqualByComparingTo("-4990");
    LedgerState covered =
        fold(
            LotMethod.FIFO,
            trade("2024-01-02", TransactionType.SELL_SHORT, "XYZ", "100", "50", "10"),
            trade("2025-06-02", TransactionType.BUY_TO_COVER, "XYZ", "40", "45", "4"));
    // 40 of 4990 received is 1996, covering costs 1804; short sales are always short-term.
    assertThat(covered.realised().get(0).gain()).isEqualByComparingTo("192");
    assertThat(covered.realised().get(0).term()).isEqualTo(RealisedGain.Term.SHORT);
    assertThat(covered.positions().get(0).costBasis()).isEqualByComparingTo("-2994");
  }

  @Test
  void aSplitScalesLotsAndKeepsTheirBasis() {
    Transaction split = on("2023-03-01", TransactionType.SPLIT).symbol("ABC").ratio(d("4")).build();
    LedgerState state = fold(LotMethod.FIFO, FIRST, SECOND, split, SALE);
    // 800 shares; the sale of 150 takes from the 400 of the first lot: basis 1005 × 150 / 400.
    assertThat(state.lots())
        .extracting(Lot::quantity)
        .usingElementComparator(java.math.BigDecimal::compareTo)
        .containsExactly(d("250"), d("400"));
    assertThat(state.realised().get(0).basis()).isEqualByComparingTo("376.875");
    assertThat(state.realised().get(0).opened()).isEqualTo(LocalDate.of(2022, 1, 10));
  }

  @Test
  void aReverseSplitToldInDecimalsLeavesNoDust() {
    Transaction split =
        on("2023-03-01", TransactionType.SPLIT).symbol("ABC").ratio(d("0.333333")).build();
    Transaction buy = trade("2022-01-10", TransactionType.BUY, "ABC", "300", "1", "0");
    assertThat(fold(LotMethod.FIFO, buy, split).lots().get(0).quantity())
        .isEqualByComparingTo("100");
  }

  @Test
  void aSplitThatLeavesNothingSaysSoAndSpoilsNothingThatFollows() {
    Transaction buy =
        on("2023-02-01", TransactionType.BUY).symbol("ABC").quantity(d("5")).price(d("10")).build();
    Transaction all =
        on("2023-03-01", TransactionType.SPLIT).symbol("ABC").quantity(d("-5")).build();
    Transaction sale =
        on("2023-04-03", TransactionType.SELL)
            .symbol("ABC")
            .quantity(d("1"))
            .price(d("10"))
            .build();
    assertThat(fold(LotMethod.FIFO, buy, all).notices()).hasSize(1);
    assertThat(fold(LotMethod.FIFO, buy, all, sale).lots()).isEmpty();
  }

  @Test
  void aSplitToldByTheSharesAddedAndCashForTheFraction() {
    Transaction buy = trade("2023-01-03", TransactionType.BUY, "ABC", "5", "30", "0"); // 150
    Transaction split =
        on("2023-03-01", TransactionType.SPLIT).symbol("ABC").ratio(d("1.5")).build(); // 7.5
    Transaction lieu =
        on("2023-03-02", TransactionType.CASH_IN_LIEU)
            .symbol("ABC")
            .quantity(d("0.5"))
            .amount(d("11"))
            .build();
    LedgerState state = fold(LotMethod.FIFO, buy, split, lieu);
    assertThat(state.lots().get(0).quantity()).isEqualByComparingTo("7");
    assertThat(state.lots().get(0).costBasis()).isEqualByComparingTo("140");
    assertThat(state.realised().get(0).gain()).isEqualByComparingTo("1"); // 11 − 150 × 0.5 / 7.5
    Transaction added =
        on("2023-03-01", TransactionType.SPLIT).symbol("ABC").quantity(d("2")).build();
    assertThat(fold(LotMethod.FIFO, buy, added).lots().get(0).quantity()).isEqualByComparingTo("7");
  }

  @Test
  void theMarketsSplitCountsWhereTheHistoryTellsNone() {
    CorporateAction market =
        new CorporateAction(
            "ABC", LocalDate.of(2023, 3, 1), CorporateAction.Kind.SPLIT, d("4"), Source.IMPORTED);
    assertThat(
            Ledger.of(List.of(FIRST), LotMethod.FIFO, List.of(market))
                .last()
                .lots()
                .get(0)
                .quantity())
        .isEqualByComparingTo("400");
    Transaction told =
        on("2023-03-03", TransactionType.SPLIT).symbol("ABC").quantity(d("300")).build();
    assertThat(
            Ledger.of(List.of(FIRST, told), LotMethod.FIFO, List.of(market))
                .last()
                .lots()
                .get(0)
                .quantity())
        .isEqualByComparingTo("400");
    assertThat(
            Ledger.of(List.of(FIRST), LotMethod.FIFO, List.of(market))
                .asOf(LocalDate.of(2023, 2, 28))
                .lots()
                .get(0)
                .quantity())
        .isEqualByComparingTo("100");
  }

  @Test
  void theMarketsDividendIsPaidOnWhatWasHeldBeforeTheExDate() {
    CorporateAction dividend =
        new CorporateAction(
            "ABC",
            LocalDate.of(2023, 1, 10),
            CorporateAction.Kind.DIVIDEND,
            d("0.25"),
            Source.SIMULATED);
    LedgerState state = Ledger.of(List.of(FIRST, SECOND), LotMethod.FIFO, List.of(dividend)).last();
    assertThat(state.income("USD")).isEqualByComparingTo("25"); // not on the 100 bought that day
    assertThat(state.cash("USD")).isEqualByComparingTo("-2985");
  }

  @Test
  void aReinvestedDividendIsIncomeAndANewLot() {
    LedgerState state =
        fold(
            LotMethod.FIFO,
            FIRST,
            on("2022-03-01", TransactionType.DIVIDEND).symbol("ABC").amount(d("1.84")).build(),
            on("2022-03-01", TransactionType.REINVEST)
                .symbol("ABC")
                .quantity(d("0.0249"))
                .price(d("73.8993"))
                .amount(d("-1.84"))
                .build());
    assertThat(state.cash("USD")).isEqualByComparingTo("-1005");
    assertThat(state.income("USD")).isEqualByComparingTo("1.84");
    assertThat(state.positions().get(0).quantity()).isEqualByComparingTo("100.0249");
    assertThat(state.positions().get(0).costBasis()).isEqualByComparingTo("1006.84");
  }

  @Test
  void capitalReturnedLowersTheBasisAndThenIsAGain() {
    LedgerState state =
        fold(
            LotMethod.FIFO,
            FIRST,
            on("2022-03-01", TransactionType.RETURN_OF_CAPITAL)
                .symbol("ABC")
                .amount(d("1000"))
                .build(),
            on("2022-04-01", TransactionType.RETURN_OF_CAPITAL)
                .symbol("ABC")
                .amount(d("15"))
                .build());
    assertThat(state.lots().get(0).costBasis()).isEqualByComparingTo("0");
    assertThat(state.realised("USD")).isEqualByComparingTo("10");
  }

  @Test
  void feesAndTaxesAreExpensesAndDepositsAreNot() {
    LedgerState state =
        fold(
            LotMethod.FIFO,
            cash("2024-01-02", TransactionType.DEPOSIT, "1000"),
            cash("2024-01-03", TransactionType.FEE, "-7"),
            cash("2024-01-04", TransactionType.TAX, "-3"),
            cash("2024-01-05", TransactionType.WITHDRAWAL, "-90"));
    assertThat(state.cash("USD")).isEqualByComparingTo("900");
    assertThat(state.income("USD")).isEqualByComparingTo("-10");
    assertThat(state.flows()).hasSize(2);
  }

  @Test
  void anOrderWithinTheDayThatASourceDoesNotTellIsFound() {
    Transaction sell = trade("2024-01-02", TransactionType.SELL, "ABC", "10", "12", "0");
    Transaction buy = trade("2024-01-02", TransactionType.BUY, "ABC", "10", "10", "0");
    LedgerState state = fold(LotMethod.FIFO, sell, buy);
    assertThat(state.shortages()).isEmpty();
    assertThat(state.realised("USD")).isEqualByComparingTo("20");
  }
}
