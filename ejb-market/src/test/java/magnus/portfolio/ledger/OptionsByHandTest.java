package magnus.portfolio.ledger;

import static magnus.portfolio.ledger.Histories.d;
import static magnus.portfolio.ledger.Histories.fold;
import static magnus.portfolio.ledger.Histories.on;
import static magnus.portfolio.ledger.Histories.trade;
import static org.assertj.core.api.Assertions.assertThat;

import magnus.portfolio.LotMethod;
import magnus.portfolio.RealisedGain;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionType;
import org.junit.jupiter.api.Test;

/** The table of IRS Publication 550, "Puts and Calls", worked out by hand. */
class OptionsByHandTest {

  private static final String PUT = "ABC240119P00050000";
  private static final String CALL = "ABC240119C00055000";

  private static Transaction option(
      String date, TransactionType type, String symbol, String price) {
    return trade(date, type, symbol, "2", price, "1.30");
  }

  private static Transaction end(TransactionType type, String symbol) {
    return on("2024-01-19", type).symbol(symbol).quantity(d("2")).build();
  }

  @Test
  void aWrittenPutThatIsAssignedLowersTheBasisOfTheStock() {
    // premium 2 × 100 × 1.50 − 1.30 = 298.70; delivery 200 × 50 = 10000
    LedgerState state =
        fold(
            LotMethod.FIFO,
            option("2024-01-02", TransactionType.SELL_TO_OPEN, PUT, "1.50"),
            end(TransactionType.ASSIGN, PUT),
            trade("2024-01-22", TransactionType.BUY, "ABC", "200", "50", "0"));
    assertThat(state.realised()).isEmpty();
    assertThat(state.notices()).isEmpty();
    assertThat(state.positions()).hasSize(1);
    assertThat(state.positions().get(0).quantity()).isEqualByComparingTo("200");
    assertThat(state.positions().get(0).costBasis()).isEqualByComparingTo("9701.30");
    assertThat(state.cash("USD")).isEqualByComparingTo("-9701.30");
  }

  @Test
  void theDeliveryMayBeBookedBeforeTheAssignment() {
    LedgerState state =
        fold(
            LotMethod.FIFO,
            option("2024-01-02", TransactionType.SELL_TO_OPEN, PUT, "1.50"),
            trade("2024-01-18", TransactionType.BUY, "ABC", "200", "50", "0"),
            end(TransactionType.ASSIGN, PUT));
    assertThat(state.positions()).hasSize(1);
    assertThat(state.positions().get(0).costBasis()).isEqualByComparingTo("9701.30");
  }

  @Test
  void aWrittenCallThatIsAssignedAddsToTheProceeds() {
    LedgerState state =
        fold(
            LotMethod.FIFO,
            trade("2023-12-01", TransactionType.BUY, "ABC", "200", "48", "0"),
            option("2024-01-02", TransactionType.SELL_TO_OPEN, CALL, "0.90"),
            end(TransactionType.ASSIGN, CALL),
            trade("2024-01-19", TransactionType.SELL, "ABC", "200", "55", "0"));
    // 11000 + 178.70 − 9600
    assertThat(state.lots()).isEmpty();
    assertThat(state.realised()).hasSize(1);
    assertThat(state.realised().get(0).proceeds()).isEqualByComparingTo("11178.70");
    assertThat(state.realised("USD")).isEqualByComparingTo("1578.70");
  }

  @Test
  void anExercisedCallAddsItsCostToTheBasis() {
    LedgerState state =
        fold(
            LotMethod.FIFO,
            option("2024-01-02", TransactionType.BUY_TO_OPEN, CALL, "2"),
            end(TransactionType.EXERCISE, CALL),
            trade("2024-01-19", TransactionType.BUY, "ABC", "200", "55", "0"));
    assertThat(state.positions().get(0).costBasis()).isEqualByComparingTo("11401.30");
  }

  @Test
  void anExercisedPutTakesItsCostFromTheProceeds() {
    LedgerState state =
        fold(
            LotMethod.FIFO,
            trade("2023-12-01", TransactionType.BUY, "ABC", "200", "48", "0"),
            option("2024-01-02", TransactionType.BUY_TO_OPEN, PUT, "2"),
            end(TransactionType.EXERCISE, PUT),
            trade("2024-01-19", TransactionType.SELL, "ABC", "200", "50", "0"));
    // 10000 − 401.30 − 9600
    assertThat(state.realised("USD")).isEqualByComparingTo("-1.30");
  }

  @Test
  void oneRowMayBeAssignmentAndDelivery() {
    Transaction both =
        on("2024-01-19", TransactionType.ASSIGN)
            .symbol(PUT)
            .quantity(d("2"))
            .amount(d("-10000"))
            .build();
    LedgerState state =
        fold(LotMethod.FIFO, option("2024-01-02", TransactionType.SELL_TO_OPEN, PUT, "1.50"), both);
    assertThat(state.positions().get(0).symbol()).isEqualTo("ABC");
    assertThat(state.positions().get(0).costBasis()).isEqualByComparingTo("9701.30");
  }

  @Test
  void anOptionThatExpiresIsAGainOrLossOfItsOwn() {
    LedgerState state =
        fold(
            LotMethod.FIFO,
            option("2024-01-02", TransactionType.SELL_TO_OPEN, CALL, "0.90"),
            option("2024-01-02", TransactionType.BUY_TO_OPEN, PUT, "2"),
            end(TransactionType.EXPIRE, CALL),
            end(TransactionType.EXPIRE, PUT));
    assertThat(state.lots()).isEmpty();
    assertThat(state.realised("USD")).isEqualByComparingTo("-222.60"); // 178.70 − 401.30
    assertThat(state.realised())
        .extracting(RealisedGain::term)
        .containsOnly(RealisedGain.Term.SHORT);
  }

  @Test
  void aWrittenOptionMayBeBoughtBack() {
    LedgerState state =
        fold(
            LotMethod.FIFO,
            option("2024-01-02", TransactionType.SELL_TO_OPEN, CALL, "0.90"),
            option("2024-01-10", TransactionType.BUY_TO_CLOSE, CALL, "0.40"));
    assertThat(state.realised("USD")).isEqualByComparingTo("97.40"); // 178.70 − 81.30
  }

  @Test
  void anAssignmentWithoutDeliveryIsSaid() {
    LedgerState state =
        fold(
            LotMethod.FIFO,
            option("2024-01-02", TransactionType.SELL_TO_OPEN, PUT, "1.50"),
            end(TransactionType.ASSIGN, PUT));
    assertThat(state.notices()).hasSize(1);
    assertThat(state.notices().get(0).reason()).contains("No delivery of ABC at 50.00");
    assertThat(state.realised("USD")).isEqualByComparingTo("298.70");
  }

  @Test
  void contractsFollowAWholeSplitOfTheirStock() {
    LedgerState state =
        fold(
            LotMethod.FIFO,
            option("2023-12-01", TransactionType.SELL_TO_OPEN, PUT, "1.50"),
            on("2023-12-15", TransactionType.SPLIT).symbol("ABC").ratio(d("2")).build());
    assertThat(state.positions().get(0).symbol()).isEqualTo("ABC240119P00025000");
    assertThat(state.positions().get(0).quantity()).isEqualByComparingTo("-4");
    assertThat(state.positions().get(0).costBasis()).isEqualByComparingTo("-298.70");
  }
}
