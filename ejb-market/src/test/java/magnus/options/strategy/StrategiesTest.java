package magnus.options.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import magnus.market.OptionChain.Right;
import magnus.options.strategy.Strategies.Quoted;
import org.junit.jupiter.api.Test;

class StrategiesTest {

  private static final LocalDate TODAY = LocalDate.of(2025, 6, 2);
  private static final LocalDate NEAR = LocalDate.of(2025, 7, 18);
  private static final LocalDate FAR = LocalDate.of(2025, 9, 19);
  private final Strategies at = new Strategies(100, TODAY, 0.04, 0);

  private static Quoted put(double strike, double price) {
    return new Quoted(Right.PUT, strike, NEAR, price, 0.3);
  }

  private static Quoted call(double strike, double price) {
    return new Quoted(Right.CALL, strike, NEAR, price, 0.3);
  }

  @Test
  void cashSecuredPut() {
    Position p = at.cashSecuredPut(put(95, 2));
    assertThat(p.cost()).isEqualTo(-200);
    assertThat(p.breakEvens()).containsExactly(93);
    assertThat(p.mostProfit()).hasValue(200);
    assertThat(p.mostLoss()).hasValue(9300);
    assertThat(p.margin(true)).isEqualTo(9500);
    assertThat(p.margin(false)).as("20 %% of 100 less 5 out of the money, and 2").isEqualTo(1700);
  }

  @Test
  void coveredCall() {
    Position p = at.coveredCall(call(105, 2));
    assertThat(p.breakEvens()).containsExactly(98);
    assertThat(p.mostProfit()).hasValue(700);
    assertThat(p.mostLoss()).hasValue(9800);
    assertThat(p.margin(true)).isEqualTo(5000);
  }

  @Test
  void verticals() {
    Position credit = at.vertical(put(90, 1), put(95, 2));
    assertThat(credit.name()).isEqualTo("Bull put spread");
    assertThat(credit.mostProfit()).hasValue(100);
    assertThat(credit.mostLoss()).hasValue(400);
    assertThat(credit.breakEvens()).containsExactly(94);
    assertThat(credit.margin(false)).isEqualTo(500);
    Position debit = at.vertical(call(100, 3), call(110, 1));
    assertThat(debit.mostLoss()).hasValue(200);
    assertThat(debit.mostProfit()).hasValue(800);
    assertThat(debit.margin(false)).isZero();
  }

  @Test
  void ironCondorTiesUpOneWing() {
    Position p = at.ironCondor(put(85, 0.5), put(90, 1.5), call(110, 1.4), call(120, 0.4));
    assertThat(p.cost()).isEqualTo(-200);
    assertThat(p.breakEvens()[0]).isCloseTo(88, within(1e-9));
    assertThat(p.breakEvens()[1]).isCloseTo(112, within(1e-9));
    assertThat(p.mostProfit()).hasValue(200);
    assertThat(p.mostLoss().orElseThrow()).isCloseTo(800, within(1e-9));
    assertThat(p.margin(false)).isEqualTo(1000);
    assertThat(p.profitChance(0.3)).isBetween(0.5, 0.8);
  }

  @Test
  void collar() {
    Position p = at.collar(put(95, 2), call(105, 2));
    assertThat(p.mostLoss()).hasValue(500);
    assertThat(p.mostProfit()).hasValue(500);
    assertThat(p.breakEvens()).containsExactly(100);
  }

  @Test
  void calendarIsBestAtItsStrike() {
    Position p = at.calendar(call(100, 4.3), new Quoted(Right.CALL, 100, FAR, 6.8, 0.3));
    assertThat(p.horizon()).isEqualTo(NEAR);
    assertThat(p.cost()).isCloseTo(250, within(1e-9));
    assertThat(p.profit(100)).isGreaterThan(p.profit(85)).isGreaterThan(p.profit(115));
    assertThat(p.breakEvens()).hasSize(2);
    assertThat(p.mostLoss().orElseThrow()).isBetween(240.0, 251.0);
    assertThat(p.margin(false)).isZero();
  }

  @Test
  void aNakedCallHasNoBound() {
    Position p =
        new Position(
            "Naked call",
            java.util.List.of(Leg.option(Right.CALL, 110, NEAR, -1, 1, 0.3)),
            100,
            TODAY,
            0.04,
            0);
    assertThat(p.mostLoss()).isEmpty();
    assertThat(p.margin(false)).as("10 %% of 100 and 1: more than 20 less 10").isEqualTo(1100);
    assertThatThrownBy(() -> at.vertical(put(90, 1), call(95, 2)))
        .hasMessageContaining("same right");
  }
}
