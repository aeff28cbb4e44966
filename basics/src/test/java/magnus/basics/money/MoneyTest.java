package magnus.basics.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MoneyTest {

  @Test
  void isWrittenForPeopleInTheCurrencysOwnDigits() {
    assertThat(Money.of("515333.4941", "USD").inWords()).isEqualTo("515,333.49 USD");
    assertThat(Money.of("-1234567", "JPY").inWords()).isEqualTo("-1,234,567 JPY");
    assertThat(Money.of("515333.4941", "USD")).hasToString("515333.4941 USD");
  }
}
