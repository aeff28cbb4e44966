package magnus.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.LocalDate;
import magnus.basics.problem.FieldFault;
import magnus.portfolio.Transaction;
import org.junit.jupiter.api.Test;

class GhostfolioCsvTest extends BrokerFormatContract {

  private static final String SAMPLE =
      """
      Date,Code,DataSource,Currency,Price,Quantity,Action,Fee,Note
      16-09-2021,MSFT,YAHOO,USD,298.580,5,buy,19.00,My first order
      17/11/2021,MSFT,YAHOO,USD,0.62,5,dividend,0.00,
      01.01.2022,Penthouse,MANUAL,USD,1000.0,1,buy,0.00,
      2022-03-04,MSFT,YAHOO,USD,310,2,sell,1.00,
      20220401,Savings,MANUAL,USD,2.5,1,interest,0,
      02/05/2022,Loan,MANUAL,USD,5000,1,liability,0,
      03-06-2022,Custody,MANUAL,USD,0,0,fee,12,
      """;

  @Override
  String sample() {
    return SAMPLE;
  }

  @Override
  BrokerFormat format() {
    return new GhostfolioCsv();
  }

  @Override
  String spoilt() {
    return SAMPLE.replace("dividend", "dividends paid");
  }

  @Override
  FieldFault fault() {
    return new FieldFault(
        3,
        "Action",
        "dividends paid",
        "one of buy, sell, dividend, interest, fee, item, liability");
  }

  @Test
  void activities() {
    Reading reading = Reading.of(SAMPLE);
    assertThat(reading.positions()).containsExactly(entry("MSFT", "3"), entry("PENTHOUSE", "1"));
    // −(5 × 298.58 + 19) + 3.10 − 1000 + (2 × 310 − 1) + 2.5 − 12 = −1899.30
    assertThat(reading.cash()).isEqualByComparingTo("-1899.30");
    // 619 − 1511.90 × 2 / 5
    assertThat(reading.state().realised("USD")).isEqualByComparingTo("14.24");
    assertThat(reading.preview().rows().get(5).effect()).startsWith("A liability is a debt");
  }

  @Test
  void synonymsOfColumnsAndSemicolonsWithDecimalCommas() {
    Reading reading =
        Reading.of(
            """
            TradeDate;Ticker;CCY;unitPrice;Qty;Type;Commission;Comment
            31.12.2023;SAP.DE;EUR;1.139,50;2,5;BUY;1,25;Über alles
            """);
    Transaction t = reading.transactions().get(0);
    assertThat(t.currency()).isEqualTo("EUR");
    // 2.5 × 1139.50 + 1.25 = 2850.00
    assertThat(t.amount()).isEqualByComparingTo("-2850");
    assertThat(t.note()).isEqualTo("Über alles");
  }

  @Test
  void penceBecomePounds() {
    Reading reading =
        Reading.of(
            "Date,Code,Currency,Price,Quantity,Action,Fee\n13-01-2022,VOD.L,GBp,120,10,buy,50\n");
    assertThat(reading.transactions().get(0).currency()).isEqualTo("GBP");
    // 10 × 1.20 + 0.50
    assertThat(reading.transactions().get(0).amount()).isEqualByComparingTo("-12.50");
  }

  @Test
  void monthFirstWhereTheFileCanOnlyMeanThat() {
    Reading reading =
        Reading.of(
            """
            Date,Code,Currency,Price,Quantity,Action,Fee
            01/02/2021,AAPL,USD,100,1,buy,0
            12/31/2021,AAPL,USD,100,1,buy,0
            """);
    assertThat(reading.transactions().get(0).date()).isEqualTo(LocalDate.of(2021, 1, 2));
    assertThat(reading.statement().remarks()).isEmpty();
  }

  @Test
  void datesThatCanBeReadInTwoWaysAreSaidToBe() {
    Reading reading =
        Reading.of(
            "Date,Code,Currency,Price,Quantity,Action,Fee\n01/02/2021,AAPL,USD,100,1,buy,0\n");
    assertThat(reading.transactions().get(0).date()).isEqualTo(LocalDate.of(2021, 2, 1));
    assertThat(reading.statement().remarks())
        .singleElement()
        .asString()
        .contains("day first", "01/02/2021 is 2021-02-01");
  }

  @Test
  void aFileThatContradictsItselfIsRefusedWhereItIsNotCertain() {
    Statement statement =
        Reading.of(
                """
                Date,Code,Currency,Price,Quantity,Action,Fee
                31/12/2020,AAPL,USD,100,1,buy,0
                12/31/2021,AAPL,USD,100,1,buy,0
                01/02/2021,AAPL,USD,100,1,buy,0
                """)
            .statement();
    assertThat(statement.faults())
        .containsExactly(
            new FieldFault(
                4,
                "Date",
                "01/02/2021",
                "a date that can be read in one way only, such as 2021-09-16"));
  }

  @Test
  void aSymbolThatIsNoneIsRefused() {
    assertThat(
            Reading.of(
                    "Date,Code,CCY,Price,Qty,Action,Fee\n01/01/2021,<invalid>,USD,100.0,20,buy,0\n")
                .statement()
                .faults())
        .containsExactly(new FieldFault(2, "Code", "<invalid>", "a symbol such as AAPL"));
  }
}
