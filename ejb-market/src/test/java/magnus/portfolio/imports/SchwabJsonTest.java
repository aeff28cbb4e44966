package magnus.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.HashSet;
import magnus.basics.problem.FieldFault;
import org.junit.jupiter.api.Test;

class SchwabJsonTest extends BrokerFormatContract {

  private static final String JSON =
      """
      {
        "FromDate": "01/01/2024",
        "ToDate": "12/31/2024",
        "TotalTransactionsAmount": "$6,000.00",
        "BrokerageTransactions": [
          {"Date": "06/12/2024", "Action": "Sell", "Symbol": "AAPL", "Description": "APPLE INC",
           "Quantity": "5", "Price": "$210.00", "Fees & Comm": "$0.03", "Amount": "$1,049.97", "AcctgRuleCd": "1"},
          {"Date": "05/16/2024", "Action": "Qualified Dividend", "Symbol": "AAPL", "Description": "APPLE INC",
           "Quantity": "", "Price": "", "Fees & Comm": "", "Amount": "$2.50", "ItemIssueId": "1"},
          {"Date": "02/05/2024", "Action": "Buy", "Symbol": "AAPL", "Description": "APPLE INC",
           "Quantity": "10", "Price": "$187.00", "Fees & Comm": null, "Amount": "-$1,870.00"},
          {"Date": "02/01/2024 as of 01/31/2024", "Action": "Credit Interest", "Symbol": "",
           "Description": "SCHWAB1 INT", "Quantity": "", "Price": "", "Fees & Comm": "", "Amount": "$0.42"},
          {"Date": "01/16/2024", "Action": "MoneyLink Transfer", "Symbol": "", "Description": "Tfr BANK",
           "Quantity": "", "Price": "", "Fees & Comm": "", "Amount": "$5,000.00"}
        ]
      }
      """;

  @Override
  String sample() {
    return JSON;
  }

  @Override
  BrokerFormat format() {
    return new SchwabJson();
  }

  @Override
  String spoilt() {
    return JSON.replace("$187.00", "abc");
  }

  @Override
  FieldFault fault() {
    return new FieldFault(11, "Price", "abc", "a number such as 1234.56");
  }

  @Test
  void readsWhatTheCsvSays() {
    Reading reading = Reading.of(JSON);
    assertThat(reading.positions()).containsExactly(entry("AAPL", "5"));
    // 5000 + 0.42 − 1870 + 2.50 + 1049.97
    assertThat(reading.cash()).isEqualByComparingTo("4182.89");
    // 1049.97 − 5 × 187
    assertThat(reading.state().realised("USD")).isEqualByComparingTo("114.97");
  }

  @Test
  void theSameAccountAsCsvIsRecognised() {
    String csv =
        """
        "Date","Action","Symbol","Description","Quantity","Price","Fees & Comm","Amount"
        "06/12/2024","Sell","AAPL","APPLE INC","5","$210.00","$0.03","$1049.97"
        "01/16/2024","MoneyLink Transfer","","Tfr BANK","","","","$5000.00"
        """;
    ImportPlan json = ImportPlan.of(Reading.of(JSON).statement());
    assertThat(ImportPlan.of(Reading.of(csv).statement()).fresh(new HashSet<>(json.fingerprints())))
        .isEmpty();
  }
}
