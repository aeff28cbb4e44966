package magnus.portfolio.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import magnus.basics.money.Money;
import magnus.market.CorporateAction;
import magnus.market.OptionChain;
import magnus.market.OptionChain.Right;
import magnus.market.Source;
import magnus.portfolio.Holding;
import magnus.portfolio.Holdings;
import magnus.portfolio.LotMethod;
import magnus.portfolio.Missing;
import magnus.portfolio.OptionContract;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionDraft;
import magnus.portfolio.TransactionType;
import magnus.portfolio.ledger.Ledger;
import org.junit.jupiter.api.Test;

class PositionValuerTest {

  /** Tuesday after the close. */
  private static final Instant AS_OF = Instant.parse("2024-01-09T22:00:00Z");

  private static final LocalDate BOUGHT = LocalDate.of(2024, 1, 2);
  private static final OptionContract CALL =
      OptionContract.of("ABC", LocalDate.of(2024, 2, 16), new BigDecimal("110"), Right.CALL);

  private final TableMarket market =
      new TableMarket().close("ABC", "2024-01-08", 100).close("ABC", "2024-01-09", 104);

  private UntoldSplits untold = UntoldSplits.NONE;

  private static TransactionDraft buy(String symbol, String quantity, String price) {
    return Transaction.draft(TransactionType.BUY, BOUGHT)
        .symbol(symbol)
        .quantity(new BigDecimal(quantity))
        .price(new BigDecimal(price));
  }

  private Holdings value(Map<String, BigDecimal> splits, Transaction... history) {
    return new PositionValuer(market, untold)
        .value(Ledger.of(List.of(history), LotMethod.FIFO, List.of()).last(), "USD", AS_OF, splits);
  }

  @Test
  void countsOnlyWhatHasAPriceAndNamesTheRest() {
    Holdings held =
        value(
            Map.of(),
            Transaction.draft(TransactionType.DEPOSIT, BOUGHT)
                .amount(new BigDecimal("5000"))
                .build(),
            buy("ABC", "10", "90").build(),
            buy("NOPE", "1", "50").build());
    assertThat(held.cash()).isEqualTo(new BigDecimal("4050.00"));
    assertThat(held.value()).isEqualTo(new BigDecimal("5090.00"));
    assertThat(held.unrealised()).isEqualTo(new BigDecimal("140.00"));
    assertThat(held.dayChange()).isEqualTo(new BigDecimal("40.00"));
    assertThat(held.missing()).extracting(Missing::symbol).containsExactly("NOPE");
    Holding abc = held.items().get(0);
    assertThat(abc.averageCost()).isEqualByComparingTo("90");
    assertThat(abc.unrealisedPercent()).isEqualTo(100 * 140.0 / 900, within(1e-9));
    assertThat(abc.name()).isEqualTo("ABC Inc.");
    assertThat(held.items().get(1).value()).isNull();
  }

  @Test
  void tellsYesterdaysCloseInNewSharesOnTheDayOfASplit() {
    market.close("ABC", "2024-01-08", 400);
    Holdings held = value(Map.of("ABC", new BigDecimal(4)), buy("ABC", "10", "90").build());
    assertThat(held.dayChange()).isEqualTo(new BigDecimal("40.00"));
  }

  @Test
  void keepsTheBrokersCountAndTellsThePriceInItsShares() {
    untold =
        new UntoldSplits(
            List.of(
                new CorporateAction(
                    "ABC",
                    LocalDate.of(2024, 1, 9),
                    CorporateAction.Kind.SPLIT,
                    new BigDecimal(4),
                    Source.SIMULATED)));
    market.close("ABC", "2024-01-08", 400);
    Holdings held = value(Map.of(), buy("ABC", "10", "390").build());
    assertThat(held.items().get(0).quantity()).isEqualByComparingTo("10");
    assertThat(held.items().get(0).price()).isEqualByComparingTo("416");
    assertThat(held.dayChange()).isEqualTo(new BigDecimal("160.00"));
  }

  @Test
  void convertsNothing() {
    Holdings held =
        value(
            Map.of(),
            Transaction.draft(TransactionType.DEPOSIT, BOUGHT)
                .amount(new BigDecimal("7"))
                .currency("EUR")
                .build(),
            buy("ABC", "1", "5").currency("EUR").build());
    assertThat(held.value()).isEqualTo(new BigDecimal("0.00"));
    assertThat(held.otherCash()).containsExactly(Money.of("2", "EUR"));
    assertThat(held.missing()).extracting(Missing::symbol).containsExactly("ABC", "cash EUR");
  }

  @Test
  void pricesAWrittenOptionAtTheMiddle() {
    market.chain(
        new OptionChain(
            "ABC",
            new BigDecimal("104"),
            AS_OF,
            Source.SIMULATED,
            List.of(
                new OptionChain.Contract(
                    CALL.expiry(),
                    CALL.strike(),
                    Right.CALL,
                    new BigDecimal("1.10"),
                    new BigDecimal("1.30"),
                    new BigDecimal("9"),
                    1,
                    1,
                    .3,
                    .3))));
    Holdings held =
        value(
            Map.of(),
            Transaction.draft(TransactionType.SELL_TO_OPEN, BOUGHT)
                .option(CALL)
                .quantity(BigDecimal.ONE)
                .price(new BigDecimal("2"))
                .build());
    Holding option = held.items().get(0);
    assertThat(option.kind()).isEqualTo(Holding.Kind.OPTION);
    assertThat(option.name()).isEqualTo("ABC 2024-02-16 110.00 call");
    assertThat(option.averageCost()).isEqualByComparingTo("2");
    assertThat(option.value()).isEqualTo(new BigDecimal("-120.00"));
    assertThat(option.unrealised()).isEqualTo(new BigDecimal("80.00"));
    assertThat(held.value()).isEqualTo(new BigDecimal("80.00"));
  }

  @Test
  void saysThatAnOptionExpiredWithoutAWord() {
    OptionContract old =
        OptionContract.of("ABC", LocalDate.of(2024, 1, 5), new BigDecimal("110"), Right.CALL);
    Holdings held =
        value(
            Map.of(),
            Transaction.draft(TransactionType.BUY_TO_OPEN, BOUGHT)
                .option(old)
                .quantity(BigDecimal.ONE)
                .price(new BigDecimal("2"))
                .build());
    assertThat(held.missing())
        .extracting(Missing::reason)
        .anyMatch(reason -> reason.startsWith("It expired on 2024-01-05"));
  }
}
