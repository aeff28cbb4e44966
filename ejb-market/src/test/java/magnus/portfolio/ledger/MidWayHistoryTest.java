package magnus.portfolio.ledger;

import static magnus.portfolio.ledger.Histories.cash;
import static magnus.portfolio.ledger.Histories.d;
import static magnus.portfolio.ledger.Histories.fold;
import static magnus.portfolio.ledger.Histories.on;
import static magnus.portfolio.ledger.Histories.trade;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import magnus.basics.problem.FieldFault;
import magnus.portfolio.LotMethod;
import magnus.portfolio.OpeningPolicy;
import magnus.portfolio.RealisedGain;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionType;
import org.junit.jupiter.api.Test;

/** Histories that begin after the purchases, and batches that do not add up. */
class MidWayHistoryTest {

  private static final Transaction REINVEST =
      on("2023-04-10", TransactionType.REINVEST)
          .symbol("BND")
          .quantity(d("0.0249"))
          .amount(d("-1.84"))
          .build();
  private static final Transaction SELL =
      on("2023-04-18", TransactionType.SELL)
          .symbol("BND")
          .quantity(d("10.065"))
          .price(d("73.4049"))
          .fees(d("0.01"))
          .amount(d("738.81"))
          .line(6)
          .build();
  private static final Transaction BUY =
      on("2023-04-27", TransactionType.BUY)
          .symbol("BND")
          .quantity(d("45"))
          .price(d("73.7789"))
          .amount(d("-3320.05"))
          .build();

  @Test
  void whatWasHeldBeforeHasAnUnknownBasis() {
    Ledger ledger = Ledger.of(List.of(REINVEST, SELL, BUY), LotMethod.FIFO, List.of());
    assertThat(ledger.openings()).hasSize(1);
    assertThat(ledger.openings().get(0).quantity()).isEqualByComparingTo("10.0401");
    LedgerState state = ledger.last();
    assertThat(state.shortages()).isEmpty();
    assertThat(state.positions().get(0).quantity()).isEqualByComparingTo("45");
    assertThat(state.positions().get(0).costBasis()).isEqualByComparingTo("3320.05");
    RealisedGain old = state.realised().get(0);
    assertThat(old.quantity()).isEqualByComparingTo("10.0401");
    assertThat(old.basis()).isNull();
    assertThat(old.gain()).isNull();
    assertThat(old.opened()).isNull();
    assertThat(old.term()).isEqualTo(RealisedGain.Term.UNKNOWN);
    // 738.81 × 0.0249 / 10.065 − 1.84
    assertThat(state.realised("USD").doubleValue())
        .isEqualTo(738.81 * .0249 / 10.065 - 1.84, org.assertj.core.data.Offset.offset(1e-8));
  }

  @Test
  void theUnknownVanishesWhenAnOlderExportBringsThePurchase() {
    Transaction older = trade("2022-01-03", TransactionType.BUY, "BND", "20", "80", "0");
    Ledger ledger = Ledger.of(List.of(older, REINVEST, SELL, BUY), LotMethod.FIFO, List.of());
    assertThat(ledger.openings()).isEmpty();
    assertThat(ledger.last().realised().get(0).basis()).isEqualByComparingTo("805.20");
  }

  @Test
  void whatWasHeldBeforeASplitIsCountedInOldShares() {
    Ledger ledger =
        Ledger.of(
            List.of(
                cash("2023-01-03", TransactionType.DEPOSIT, "1"),
                on("2023-02-01", TransactionType.SPLIT).symbol("ABC").ratio(d("4")).build(),
                trade("2023-03-01", TransactionType.SELL, "ABC", "100", "10", "0")),
            LotMethod.FIFO,
            List.of());
    assertThat(ledger.openings().get(0).quantity()).isEqualByComparingTo("25");
    assertThat(ledger.last().lots()).isEmpty();
    assertThat(ledger.last().shortages()).isEmpty();
  }

  @Test
  void aWholeHistoryRefusesTheSaleByItsLine() {
    List<FieldFault> faults =
        BatchCheck.faults(
            List.of(),
            List.of(REINVEST, SELL),
            OpeningPolicy.WHOLE_HISTORY,
            LotMethod.FIFO,
            List.of());
    assertThat(faults).hasSize(1);
    assertThat(faults.get(0).line()).isEqualTo(6);
    assertThat(faults.get(0).field()).isEqualTo("quantity");
    assertThat(faults.get(0).expected()).isEqualTo("at most what is held: 0.0249");
    assertThat(
            BatchCheck.faults(
                List.of(),
                List.of(REINVEST, SELL),
                OpeningPolicy.BEGINS_MID_WAY,
                LotMethod.FIFO,
                List.of()))
        .isEmpty();
  }

  @Test
  void aSaleEnteredBeforeAnotherThatThenLacksIsRefused() {
    Transaction buy = trade("2024-01-02", TransactionType.BUY, "ABC", "10", "10", "0");
    Transaction later = trade("2024-03-01", TransactionType.SELL, "ABC", "10", "12", "0");
    Transaction between = trade("2024-02-01", TransactionType.SELL, "ABC", "4", "11", "0");
    List<FieldFault> faults =
        BatchCheck.faults(
            List.of(buy, later),
            List.of(between),
            OpeningPolicy.WHOLE_HISTORY,
            LotMethod.FIFO,
            List.of());
    assertThat(faults).hasSize(1);
    assertThat(faults.get(0).value()).isEqualTo("4 ABC");
    assertThat(faults.get(0).expected()).isEqualTo("at most what is held: 6 later on 2024-03-01");
  }

  @Test
  void aShortSaleNeedsNothing() {
    assertThat(
            BatchCheck.faults(
                List.of(),
                List.of(trade("2024-03-01", TransactionType.SELL_SHORT, "ABC", "10", "12", "0")),
                OpeningPolicy.WHOLE_HISTORY,
                LotMethod.FIFO,
                List.of()))
        .isEmpty();
  }

  @Test
  void nonsenseIsNamedByItsField() {
    Transaction bad =
        on("1776-07-04", TransactionType.BUY)
            .symbol("ABC")
            .quantity(d("-1"))
            .amount(d("5"))
            .currency("USX")
            .build();
    assertThat(
            BatchCheck.faults(
                List.of(), List.of(bad), OpeningPolicy.WHOLE_HISTORY, LotMethod.FIFO, List.of()))
        .extracting(FieldFault::field)
        .containsExactly("currency");
    Transaction huge = on("2024-07-04", TransactionType.FEE).amount(d("-1e999999999")).build();
    assertThat(
            BatchCheck.faults(
                List.of(), List.of(huge), OpeningPolicy.WHOLE_HISTORY, LotMethod.FIFO, List.of()))
        .extracting(FieldFault::field)
        .containsExactly("amount");
  }

  @Test
  void nothingBoughtForNothingIsHarmless() {
    LedgerState state =
        fold(
            LotMethod.FIFO,
            trade("2050-06-06", TransactionType.BUY, "US5949181045", "0", "0", "0"));
    assertThat(state.lots()).isEmpty();
    assertThat(state.positions()).isEmpty();
  }
}
