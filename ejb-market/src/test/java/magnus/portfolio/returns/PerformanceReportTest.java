package magnus.portfolio.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import magnus.basics.time.TradingCalendar;
import magnus.portfolio.DailyValues;
import magnus.portfolio.DailyValues.DailyValue;
import magnus.portfolio.LotMethod;
import magnus.portfolio.Missing;
import magnus.portfolio.Performance;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionType;
import magnus.portfolio.ledger.Ledger;
import magnus.portfolio.valuation.DailyValuation;
import magnus.portfolio.valuation.TableMarket;
import magnus.portfolio.valuation.UntoldSplits;
import org.junit.jupiter.api.Test;

/** A week worked out by hand: Tuesday 2 to Monday 8 January 2024. */
class PerformanceReportTest {

  private static final Instant AS_OF = Instant.parse("2024-01-08T22:00:00Z");
  private static final TradingCalendar CALENDAR = TradingCalendar.newYork();

  private final TableMarket market =
      new TableMarket()
          .close("ABC", "2024-01-02", 100)
          .close("ABC", "2024-01-03", 110)
          .close("ABC", "2024-01-04", 110)
          .close("ABC", "2024-01-05", 121)
          .close("ABC", "2024-01-08", 121)
          .close("ABC", "2024-01-09", 1);

  private static Transaction cash(String date, TransactionType type, String amount) {
    return Transaction.draft(type, LocalDate.parse(date)).amount(new BigDecimal(amount)).build();
  }

  private static Transaction buy(String date, String price) {
    return Transaction.draft(TransactionType.BUY, LocalDate.parse(date))
        .symbol("ABC")
        .quantity(BigDecimal.TEN)
        .price(new BigDecimal(price))
        .build();
  }

  private Performance performance(LocalDate from, Transaction... history) {
    return new PerformanceReport(
            market,
            UntoldSplits.NONE,
            CALENDAR,
            "USD",
            Ledger.of(List.of(history), LotMethod.FIFO, List.of()),
            AS_OF)
        .between(from, null);
  }

  private DailyValues values(Transaction... history) {
    return new DailyValuation(market, UntoldSplits.NONE, CALENDAR, "USD", AS_OF)
        .values(
            Ledger.of(List.of(history), LotMethod.FIFO, List.of()),
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2024, 1, 31));
  }

  private static final Transaction[] FUNDED = {
    cash("2024-01-02", TransactionType.DEPOSIT, "1000"),
    buy("2024-01-02", "100"),
    cash("2024-01-04", TransactionType.DEPOSIT, "500"),
    cash("2024-01-06", TransactionType.WITHDRAWAL, "-500") // a Saturday: counts on Monday
  };

  @Test
  void valuesEachCloseThatIsKnown() {
    List<DailyValue> days = values(FUNDED).days();
    assertThat(days)
        .extracting(DailyValue::value)
        .extracting(BigDecimal::toString)
        .containsExactly("1000.00", "1100.00", "1600.00", "1710.00", "1210.00");
    assertThat(days)
        .extracting(DailyValue::paidIn)
        .extracting(BigDecimal::intValue)
        .containsExactly(1000, 0, 500, 0, 0);
    assertThat(days.get(4).takenOut()).isEqualByComparingTo("500");
    assertThat(days.get(4).invested()).isEqualByComparingTo("1000");
  }

  @Test
  void linksDaysOverFlows() {
    Performance p = performance(null, FUNDED);
    assertThat(p.timeWeighted().find().orElseThrow()).isEqualTo(1.1 * 1.06875 - 1, within(1e-12));
    assertThat(p.startValue()).isEqualByComparingTo("0");
    assertThat(p.endValue()).isEqualByComparingTo("1210");
    assertThat(p.missing()).isEmpty();
  }

  @Test
  void beginsWithTheValueAtTheCloseBefore() {
    Performance p = performance(LocalDate.of(2024, 1, 4), FUNDED);
    assertThat(p.startValue()).isEqualByComparingTo("1100");
    assertThat(p.timeWeighted().find().orElseThrow()).isEqualTo(.06875, within(1e-12));
  }

  @Test
  void aHistoryWithoutDepositsIsMeasuredOnWhatItPaid() {
    Transaction[] bare = {buy("2024-01-02", "100"), buy("2024-01-04", "110")};
    DailyValues values = values(bare);
    assertThat(values.days())
        .extracting(DailyValue::value)
        .extracting(BigDecimal::toString)
        .containsExactly("1000.00", "1100.00", "2200.00", "2420.00", "2420.00");
    assertThat(values.missing()).extracting(Missing::symbol).containsExactly("cash");
    assertThat(performance(null, bare).timeWeighted().find().orElseThrow())
        .isEqualTo(.21, within(1e-12));
  }

  @Test
  void aDepositThatComesLateRepaysWhatWasLent() {
    DailyValues values =
        values(buy("2024-01-02", "100"), cash("2024-01-04", TransactionType.DEPOSIT, "1000"));
    assertThat(values.days())
        .extracting(DailyValue::value)
        .extracting(BigDecimal::toString)
        .containsExactly("1000.00", "1100.00", "1100.00", "1210.00", "1210.00");
    assertThat(values.days())
        .extracting(DailyValue::invested)
        .extracting(BigDecimal::intValue)
        .containsOnly(1000);
  }

  @Test
  void sharesThatCrossTheBorderCountAtTheClose() {
    Transaction in =
        Transaction.draft(TransactionType.TRANSFER_IN, LocalDate.of(2024, 1, 3))
            .symbol("ABC")
            .quantity(BigDecimal.TEN)
            .build();
    DailyValues values = values(in);
    assertThat(values.days().get(0).paidIn()).isEqualByComparingTo("1100");
    assertThat(performance(null, in).timeWeighted().find().orElseThrow())
        .isEqualTo(.1, within(1e-12));
  }

  @Test
  void whatWasHeldBeforeTheHistoryCountsFromItsFirstDay() {
    Transaction sell =
        Transaction.draft(TransactionType.SELL, LocalDate.of(2024, 1, 5))
            .symbol("ABC")
            .quantity(BigDecimal.TEN)
            .price(new BigDecimal("121"))
            .build();
    DailyValues values = values(cash("2024-01-02", TransactionType.DEPOSIT, "1000"), sell);
    assertThat(values.days())
        .extracting(DailyValue::value)
        .extracting(BigDecimal::toString)
        .containsExactly("2000.00", "2100.00", "2100.00", "2210.00", "2210.00");
    assertThat(values.days().get(0).paidIn()).isEqualByComparingTo("2000");
    assertThat(values.days().get(4).invested()).isEqualByComparingTo("2000");
  }

  @Test
  void aPriceThatIsMissingIsSaid() {
    Transaction other =
        Transaction.draft(TransactionType.BUY, LocalDate.of(2024, 1, 3))
            .symbol("NOPE")
            .quantity(BigDecimal.ONE)
            .price(BigDecimal.ONE)
            .build();
    assertThat(
            performance(null, FUNDED[0], other).timeWeighted().findFailure().orElseThrow().detail())
        .startsWith("The values lack NOPE");
    assertThat(values(FUNDED[0], other).missing())
        .extracting(Missing::symbol)
        .containsExactly("NOPE");
  }

  @Test
  void whatHasNoNewerPriceCountsAtItsLastAsInTheHoldings() {
    DailyValues values =
        new DailyValuation(
                market, UntoldSplits.NONE, CALENDAR, "USD", Instant.parse("2024-03-01T22:00:00Z"))
            .values(
                Ledger.of(List.of(FUNDED), LotMethod.FIFO, List.of()),
                LocalDate.of(2024, 2, 1),
                LocalDate.of(2024, 3, 1));
    assertThat(values.days())
        .extracting(DailyValue::value)
        .extracting(BigDecimal::toString)
        .containsOnly("10.00");
    assertThat(values.missing()).isEmpty();
    assertThat(values.carried()).extracting(Missing::symbol).containsExactly("ABC");
    assertThat(values.carried().get(0).reason()).contains("2024-01-09");
  }

  @Test
  void anEmptyHistoryHasNoReturn() {
    Performance p = performance(null);
    assertThat(p.timeWeighted().isSuccess()).isFalse();
    assertThat(p.moneyWeighted().isSuccess()).isFalse();
  }
}
