package magnus.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import magnus.basics.problem.FieldFault;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionType;
import org.junit.jupiter.api.Test;

class SchwabCsvTest extends BrokerFormatContract {

  private static final String HEADER =
      "\"Date\",\"Action\",\"Symbol\",\"Description\",\"Quantity\",\"Price\",\"Fees & Comm\",\"Amount\"\n";

  private static final String YEAR =
      HEADER
          + """
          "12/31/2024","Margin Interest","","MARGIN INTEREST 11/28-12/29","","","","-$4.20"
          "12/20/2024","Cash Dividend","MSFT","MICROSOFT CORP","","","","$41.50"
          "12/20/2024","NRA Tax Adj","MSFT","MICROSOFT CORP","","","","-$6.23"
          "11/18/2024 as of 11/15/2024","Expired","MSFT 11/15/2024 440.00 C","CALL MICROSOFT CORP $440 EXP 11/15/24","1","","",""
          "10/21/2024","Sell to Open","MSFT 11/15/2024 440.00 C","CALL MICROSOFT CORP $440 EXP 11/15/24","1","$2.05","$0.66","$204.34"
          "09/23/2024","Buy","KO","COCA-COLA CO","100","$70.00","","-$7,000.00"
          "09/23/2024 as of 09/20/2024","Assigned","KO 09/20/2024 70.00 P","PUT COCA-COLA CO $70 EXP 09/20/24","1","","",""
          "08/12/2024","Sell to Open","KO 09/20/2024 70.00 P","PUT COCA-COLA CO $70 EXP 09/20/24","1","$1.10","$0.66","$109.34"
          "07/15/2024","Sell","MSFT","MICROSOFT CORP","50","$450.10","$0.63","$22,504.37"
          "06/10/2024","Stock Split","NVDA","NVIDIA CORP","90","","",""
          "05/14/2024","ADR Mgmt Fee","TSM","TAIWAN SEMICONDUCTOR","","","","-$0.40"
          "04/02/2024","Buy to Open","SPY 06/21/2024 500.00 P","PUT SPDR S&P 500 $500 EXP 06/21/24","2","$7.50","$1.32","-$1,501.32"
          "04/12/2024","Sell to Close","SPY 06/21/2024 500.00 P","PUT SPDR S&P 500 $500 EXP 06/21/24","2","$9.00","$1.33","$1,798.67"
          "03/04/2024","Buy","NVDA","NVIDIA CORP","10","$850.00","","-$8,500.00"
          "02/01/2024","Buy","MSFT","MICROSOFT CORP","150","$400.00","","-$60,000.00"
          "01/16/2024","Wire Received","","WIRED FUNDS RECEIVED","","","","$100,000.00"
          """;

  @Override
  String sample() {
    return YEAR;
  }

  @Override
  BrokerFormat format() {
    return new SchwabCsv();
  }

  @Override
  String spoilt() {
    return HEADER
        + "\"01/16/2024\",\"Buy\",\"AAPL\",\"APPLE\",\"10\",\"$150.00\",\"\",\"-$1500.00\"\n"
        + "\"01/17/2024\",\"Buy\",\"AAPL\",\"APPLE\",\"ten\",\"$150.00\",\"\",\"-$1500.00\"\n";
  }

  @Override
  FieldFault fault() {
    return new FieldFault(3, "Quantity", "ten", "a number such as 1234.56");
  }

  @Test
  void aYearOfSharesAndOptions() {
    Reading reading = Reading.of(YEAR);
    // MSFT 150 − 50 · NVDA 10 + 90 · KO 100 by assignment; all options ended
    assertThat(reading.positions())
        .containsExactly(entry("KO", "100"), entry("MSFT", "100"), entry("NVDA", "100"));
    // 100000 − 60000 − 8500 − 1501.32 + 1798.67 − 0.40 + 22504.37 + 109.34 − 7000 + 204.34
    //   − 6.23 + 41.50 − 4.20 = 47646.07
    assertThat(reading.cash()).isEqualByComparingTo("47646.07");
    // MSFT 22504.37 − 50 × 400 = 2504.37; the put bought 1798.67 − 1501.32 = 297.35; the call
    // written 204.34, kept. The put that was assigned lowers what KO cost: 7000 − 109.34 = 6890.66
    assertThat(reading.state().realised("USD")).isEqualByComparingTo("3006.06");
    assertThat(reading.state().positions().get(0).costBasis()).isEqualByComparingTo("6890.66");
  }

  @Test
  void theDayAfterAsOfIsTheDayOnWhichAnOptionEnds() {
    Transaction expired =
        Reading.of(YEAR).transactions().stream()
            .filter(t -> t.type() == TransactionType.EXPIRE)
            .findFirst()
            .orElseThrow();
    assertThat(expired.date()).isEqualTo(LocalDate.of(2024, 11, 15));
    assertThat(Reading.of(YEAR).effect(3))
        .isEqualTo(
            "Ends 1 contract MSFT 2024-11-15 440.00 call: expired without value."
                + " Posted on 2024-11-18 as of 2024-11-15.");
  }

  @Test
  void theTitleNamesTheAccountAndTheTotalIsChecked() {
    String text =
        "\"Transactions  for account Individual ...123 as of 05/03/2024 02:21:05 PM ET\"\n"
            + HEADER
            + "\"01/16/2024\",\"Wire Received\",\"\",\"WIRE\",\"\",\"\",\"\",\"$100.00\"\n"
            + "\"Transactions Total\",\"\",\"\",\"\",\"\",\"\",\"\",\"$90.00\"\n";
    Reading reading = Reading.of(text);
    assertThat(reading.statement().account()).contains("Individual ...123");
    assertThat(reading.statement().remarks())
        .singleElement()
        .asString()
        .contains("own total is 90.00", "add up to 100.00");
  }

  @Test
  void unquotedCellsAndOtherHeadersAreReadToo() {
    Reading reading =
        Reading.of(
            """
            Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount
            10/16/2023,Reinvest Dividend,SNAXX,SCHWAB VALUE ADVANTAGE,,,,"$3,706.38"
            10/16/2023,Reinvest Shares,SNAXX,SCHWAB VALUE ADVANTAGE,"3,706.38",$1.00,,"-$3,706.38"
            08/24/2023,Advisor Fee,,TO ADVISOR,,,,-$519.67
            05/22/2023,Journaled Shares,DGLRX,BNY MELLON,877,$22.91,,
            Transactions Total,,,,,,,-$519.67
            """);
    assertThat(reading.positions())
        .containsExactly(entry("DGLRX", "877"), entry("SNAXX", "3706.38"));
    assertThat(reading.cash()).isEqualByComparingTo("-519.67");
    assertThat(reading.statement().remarks()).isEmpty();
  }

  @Test
  void unknownActionsAreRefusedAndAllBadRowsAreTold() {
    Statement statement =
        Reading.of(
                HEADER
                    + "\"13/45/2024\",\"Buy\",\"AAPL\",\"APPLE\",\"10\",\"$150.00\",\"\",\"-$1500.00\"\n"
                    + "\"01/16/2024\",\"Byu\",\"AAPL\",\"APPLE\",\"10\",\"$150.00\",\"\",\"-$1500.00\"\n"
                    + "\"01/17/2024\",\"Sell\",\"\",\"APPLE\",\"10\",\"$15x\",\"\",\"$1500.00\"\n")
            .statement();
    assertThat(statement.faults())
        .extracting(FieldFault::line, FieldFault::field, FieldFault::value)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, "Date", "13/45/2024"),
            org.assertj.core.groups.Tuple.tuple(3, "Action", "Byu"),
            org.assertj.core.groups.Tuple.tuple(4, "Price", "$15x"),
            org.assertj.core.groups.Tuple.tuple(4, "Symbol", ""));
  }

  @Test
  void twoEqualRowsStayTwoAndAnOverlapBringsOnlyWhatIsNew() {
    String fee = "\"08/24/2023\",\"Advisor Fee\",\"\",\"TO ADVISOR\",\"\",\"\",\"\",\"-$26.58\"\n";
    String more = "\"08/25/2023\",\"Bank Interest\",\"\",\"INT\",\"\",\"\",\"\",\"$1.00\"\n";
    ImportPlan first = ImportPlan.of(Reading.of(HEADER + fee + fee).statement());
    assertThat(first.fresh(java.util.Set.of())).hasSize(2);
    ImportPlan second = ImportPlan.of(Reading.of(HEADER + more + fee + fee + fee).statement());
    List<Transaction> fresh = second.fresh(new java.util.HashSet<>(first.fingerprints()));
    assertThat(fresh)
        .extracting(Transaction::type)
        .containsExactlyInAnyOrder(TransactionType.FEE, TransactionType.INTEREST);
  }

  @Test
  void corporateActionsThatComeInPairs() {
    Map<String, String> held =
        Reading.of(
                HEADER
                    + """
                    "06/10/2024","Reverse Split","TNXP","TONIX PHARMA HLDGS","1","","",""
                    "06/10/2024","Reverse Split","890260854","TONIX PHARMA HLDGS XXXREVERSE SPLIT","-32","","",""
                    "03/01/2024","Buy","TNXP","TONIX PHARMA HLDGS","32","$0.50","","-$16.00"
                    """)
            .positions();
    assertThat(held).containsExactly(entry("TNXP", "1"));
  }
}
