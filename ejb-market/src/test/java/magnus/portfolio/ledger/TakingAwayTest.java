package magnus.portfolio.ledger;

import static magnus.portfolio.ledger.Histories.cash;
import static magnus.portfolio.ledger.Histories.d;
import static magnus.portfolio.ledger.Histories.on;
import static magnus.portfolio.ledger.Histories.trade;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import magnus.basics.problem.FieldFault;
import magnus.portfolio.LotMethod;
import magnus.portfolio.OpeningPolicy;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionType;
import org.junit.jupiter.api.Test;

/** What is taken away may be needed by others; what was wrong before is not its fault. */
class TakingAwayTest {

  private static final Transaction DEPOSIT = cash("2024-01-02", TransactionType.DEPOSIT, "1000");
  private static final Transaction BUY =
      trade("2024-02-01", TransactionType.BUY, "KO", "10", "60", "0");
  private static final Transaction MORE =
      trade("2024-02-02", TransactionType.BUY, "KO", "5", "60", "0");

  /** One for ten: of the shares that were bought a tenth is left, which nobody knew at the sale. */
  private static final Transaction MERGED =
      on("2024-03-01", TransactionType.SPLIT).symbol("KO").ratio(d("0.1")).build();

  private static final Transaction SELL =
      trade("2024-04-01", TransactionType.SELL, "KO", "10", "61", "0");
  private static final Transaction SELL_LESS =
      trade("2024-02-20", TransactionType.SELL, "KO", "5", "61", "0");

  private static List<FieldFault> without(Transaction gone, Transaction... all) {
    return BatchCheck.newFaults(
        List.of(all),
        List.of(all).stream().filter(t -> t != gone).toList(),
        LotMethod.FIFO,
        List.of());
  }

  @Test
  void whatAnotherNeedsIsMissed() {
    assertThat(without(BUY, DEPOSIT, BUY, SELL))
        .singleElement()
        .satisfies(f -> assertThat(f.field()).isEqualTo("quantity"));
  }

  @Test
  void whatNobodyNeedsIsNot() {
    assertThat(without(SELL, DEPOSIT, BUY, SELL)).isEmpty();
    assertThat(without(MORE, BUY, MORE, SELL)).isEmpty();
  }

  @Test
  void aFaultThatWasThereBeforeKeepsNothing() {
    assertThat(without(DEPOSIT, DEPOSIT, BUY, MERGED, SELL)).isEmpty();
  }

  @Test
  void aFaultThatGetsBetterKeepsNothing() {
    assertThat(without(SELL_LESS, BUY, SELL_LESS, MERGED, SELL)).isEmpty();
  }

  @Test
  void aFaultThatGetsWorseDoes() {
    assertThat(without(BUY, BUY, MORE, MERGED, SELL)).hasSize(1);
  }

  @Test
  void norDoesItForbidWhatIsAdded() {
    assertThat(
            BatchCheck.faults(
                List.of(BUY, MERGED, SELL),
                List.of(DEPOSIT, MORE),
                OpeningPolicy.WHOLE_HISTORY,
                LotMethod.FIFO,
                List.of()))
        .isEmpty();
  }

  @Test
  void theFaultItselfCanBeTakenAway() {
    assertThat(without(SELL, BUY, MERGED, SELL)).isEmpty();
  }
}
