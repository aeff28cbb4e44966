package magnus.portfolio.tax.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapitalGainTaxTest {

  private static final CapitalGainRates RATES =
      new CapitalGainRates(.37, .20, .35, 3_000, .18, .15);

  /** Worked by Schedule D of Form 1040, lines 7, 15, 16 and 21, and its carryover worksheet. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0",
    "1000, 0, 370, 0",
    "0, 1000, 200, 0",
    "1000, 1000, 570, 0",
    "-400, 1000, 120, 0",
    "1000, -400, 222, 0",
    "-1000, 1000, 0, 0",
    "-2500, 0, -875, 0",
    "0, -2500, -875, 0",
    "-3000, -500, -1050, 500",
    "-10000, 4000, -1050, 3000",
    "4000, -10000, -1050, 3000",
  })
  void workedCase(double shortTerm, double longTerm, double tax, double carried) {
    CapitalGainTax found = CapitalGainTax.of(shortTerm, longTerm, RATES);
    assertThat(found.tax()).isCloseTo(tax, within(1e-9));
    assertThat(found.carried()).isCloseTo(carried, within(1e-9));
    assertThat(found.burden()).isCloseTo(tax - .18 * carried, within(1e-9));
  }
}
