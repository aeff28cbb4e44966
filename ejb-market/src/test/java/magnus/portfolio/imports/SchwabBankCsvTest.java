package magnus.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;

import magnus.basics.problem.FieldFault;
import org.junit.jupiter.api.Test;

class SchwabBankCsvTest extends BrokerFormatContract {

  private static final String SAMPLE =
      """
      "Date","Status","Type","CheckNumber","Description","Withdrawal","Deposit","RunningBalance"
      "07/31/2022","Posted","INTADJUST","","Interest Paid","","$1.00","$1,949.00"
      "07/15/2022","Posted","ACH","","PAYROLL","","$2,000.00","$1,948.00"
      "07/14/2022","Posted","VISA","","GROCER","$45.00","","-$52.00"
      "07/13/2022","Posted","CHECK","101","Check Paid #101","$5.00","","-$7.00"
      "02/03/2022","Posted","ACH","","Electronic Withdrawal","$2.00","","-$2.00"
      """;

  @Override
  String sample() {
    return SAMPLE;
  }

  @Override
  BrokerFormat format() {
    return new SchwabBankCsv();
  }

  @Override
  String spoilt() {
    return SAMPLE.replace("$45.00", "$4S.00");
  }

  @Override
  FieldFault fault() {
    return new FieldFault(4, "Withdrawal", "$4S.00", "a number such as 1234.56");
  }

  @Test
  void depositsAndWithdrawals() {
    // 1 + 2000 − 45 − 5 − 2
    assertThat(Reading.of(SAMPLE).cash()).isEqualByComparingTo("1949");
    assertThat(Reading.of(SAMPLE).state().income("USD")).isEqualByComparingTo("1");
  }
}
