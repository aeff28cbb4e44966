package magnus.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.LocalDate;
import magnus.basics.problem.FieldFault;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionType;
import org.junit.jupiter.api.Test;

class FidelityCsvTest extends BrokerFormatContract {

  private static final String HEADER =
      "Run Date,Action,Symbol,Description,Type,Quantity,Price ($),Commission ($),Fees ($),"
          + "Accrued Interest ($),Amount ($),Cash Balance ($),Settlement Date\n";

  private static final String NOTICE =
      """


      "The data and information in this spreadsheet is provided to you solely for your use and is not for"
      "distribution, and is not intended to provide advice, nor should it be construed as an offer to sell"

      Date downloaded 01/03/2025 10:28 am
      """;

  private static final String YEAR =
      "\n\n"
          + HEADER
          + """
          12/16/2024, DIVIDEND RECEIVED FIDELITY GOVERNMENT MONEY MARKET (SPAXX) (Cash), SPAXX, FIDELITY GOVERNMENT MONEY MARKET,Cash,,,,,,3.10,1000,
          12/16/2024, REINVESTMENT FIDELITY GOVERNMENT MONEY MARKET (SPAXX) (Cash), SPAXX, FIDELITY GOVERNMENT MONEY MARKET,Cash,3.1,1,,,,-3.10,1000,
          11/18/2024, EXPIRED CALL (AAPL) APPLE INC NOV 15 24 $240 (100 SHS) as of Nov-15-2024 CALL (AAPL) (Margin), -AAPL241115C240, CALL (AAPL) APPLE INC NOV 15 24 $240 (100 SHS),Margin,1,,,,,,1000,
          10/21/2024, YOU SOLD OPENING TRANSACTION CALL (AAPL) APPLE INC NOV 15 24 $240 (100 SHS) (Margin), -AAPL241115C240, CALL (AAPL) APPLE INC NOV 15 24 $240 (100 SHS),Margin,-1,2.5,0.65,0.03,,249.32,1000,10/22/2024
          09/23/2024, YOU BOUGHT ASSIGNED PUTS AS OF 09-20-24 COCA COLA CO (KO) (Cash), KO, COCA COLA CO,Cash,100,70,,,,-7000,1000,09/23/2024
          09/23/2024, ASSIGNED as of Sep-20-2024 PUT (KO) COCA COLA CO SEP 20 24 $70 (100 SHS) (Cash), -KO240920P70, PUT (KO) COCA COLA CO SEP 20 24 $70 (100 SHS),Cash,1,,,,,0.00,1000,
          08/12/2024, YOU SOLD OPENING TRANSACTION PUT (KO) COCA COLA CO SEP 20 24 $70 (100 SHS) (Cash), -KO240920P70, PUT (KO) COCA COLA CO SEP 20 24 $70 (100 SHS),Cash,-1,1.1,0.65,0.02,,109.33,1000,08/13/2024
          07/02/2024, YOU SOLD APPLE INC (AAPL) (Margin), AAPL, APPLE INC,Margin,-50,220,,0.31,,10999.69,1000,07/03/2024
          06/17/2024, FOREIGN TAX PAID TAIWAN SEMICONDUCTOR (TSM) (Cash), TSM, TAIWAN SEMICONDUCTOR,Cash,,,,,,-1.20,1000,
          03/15/2024, YOU BOUGHT APPLE INC (AAPL) (Margin), AAPL, APPLE INC,Margin,150,172,,,,-25800,1000,03/19/2024
          01/12/2024, Electronic Funds Transfer Received (Cash),,No Description,Cash,,,,,,50000,50000,
          """
          + NOTICE;

  @Override
  String sample() {
    return YEAR;
  }

  @Override
  BrokerFormat format() {
    return new FidelityCsv();
  }

  @Override
  String spoilt() {
    return YEAR.replace("50,220,,0.31", "50,220,,x");
  }

  @Override
  FieldFault fault() {
    return new FieldFault(11, "Fees ($)", "x", "a number such as 1234.56");
  }

  @Test
  void aYearOfSharesAndOptions() {
    Reading reading = Reading.of(YEAR);
    assertThat(reading.positions())
        .containsExactly(entry("AAPL", "100"), entry("KO", "100"), entry("SPAXX", "3.1"));
    // 50000 − 25800 − 1.20 + 10999.69 + 109.33 − 7000 + 249.32 − 3.10 + 3.10 = 28557.14
    assertThat(reading.cash()).isEqualByComparingTo("28557.14");
    // AAPL 10999.69 − 50 × 172 = 2399.69, the call kept 249.32
    assertThat(reading.state().realised("USD")).isEqualByComparingTo("2649.01");
    Transaction assigned =
        reading.transactions().stream()
            .filter(t -> t.type() == TransactionType.ASSIGN)
            .findFirst()
            .orElseThrow();
    assertThat(assigned.date()).isEqualTo(LocalDate.of(2024, 9, 20));
  }

  @Test
  void severalAccountsWithCurrencyColumns() {
    Reading reading =
        Reading.of(
            """
            Run Date,Account,Account Number,Action,Symbol,Description,Type,Exchange Quantity,Exchange Currency,Currency,Price,Quantity,Exchange Rate,Commission,Fees,Accrued Interest,Amount,Settlement Date
            12/03/2025,"IRA","111","DIVIDEND RECEIVED VANGUARD (BND) (Cash)",BND,"VANGUARD",Cash,0,,USD,,0.000,0,,,,713.08,
            12/03/2025,"IRA","111","REINVESTMENT VANGUARD (BND) (Cash)",BND,"VANGUARD",Cash,0,,USD,74.29,9.598,0,,,,-713.08,
            12/03/2025,"CMA","222","TRANSFERRED FROM 333 (Cash)", ,"No Description",Cash,0,,USD,,0.000,0,,,,500.00,
            11/24/2025,"IRA","111","YOU SOLD VALVOLINE INC COM (VVV) (Margin)",VVV,"VALVOLINE",Margin,0,,USD,30.44,-341,0,,,,10378.37,11/25/2025
            11/17/2025,"IRA","111","MERGER MER FROM 54211N101#REOR LONDON STOCK EXCHANGE (LSEGY) (Margin)",LSEGY,"LSEG",Shares,0,,USD,,1060,0,,,,30246.04,
            """);
    assertThat(reading.statement().account()).isEmpty();
    assertThat(reading.statement().remarks()).singleElement().asString().contains("111", "222");
    assertThat(reading.positions()).containsExactly(entry("BND", "9.598"), entry("LSEGY", "1060"));
    // 713.08 − 713.08 + 500 + 10378.37 + 30246.04
    assertThat(reading.cash()).isEqualByComparingTo("41124.41");
  }

  @Test
  void transfersOfSharesMoveNoCashAndDistributionsSplit() {
    Reading reading =
        Reading.of(
            HEADER
                + """
                06/11/2024, DISTRIBUTION NVIDIA CORPORATION COM (NVDA) (Cash), NVDA, NVIDIA,Cash,90,,,,,,,
                05/01/2024, TRANSFER OF ASSETS ACAT RECEIVE NVIDIA (NVDA) (Cash), NVDA, NVIDIA,Cash,10,880,,,,8800,,
                """);
    assertThat(reading.positions()).containsExactly(entry("NVDA", "100"));
    assertThat(reading.cash()).isEqualByComparingTo("0");
  }

  @Test
  void wordsThatNobodyKnowsAreReadFromTheirFiguresWhereTheyFit() {
    String odd =
        "03/15/2024, PURCHASED IN KIND OF APPLE INC (AAPL), AAPL, APPLE INC,Cash,10,172,,,,-1720,,\n";
    Reading reading = Reading.of(HEADER + odd);
    assertThat(reading.positions()).containsExactly(entry("AAPL", "10"));
    assertThat(reading.effect(0)).contains("read from its figures");
    assertThat(Reading.of(HEADER + odd.replace("-1720", "-9720")).statement().faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.field()).isEqualTo("Action"));
  }

  @Test
  void datesWithDashesAndNamesOfMonths() {
    Reading reading =
        Reading.of(
            HEADER
                + "06-13-2024, DIRECT DEPOSIT ACME PAYROLL (Cash), ,No Description,Cash,,,,,,100,,\n"
                + "Jun-12-2024, DIRECT DEBIT ACME (Cash), ,No Description,Cash,,,,,,-30,,\n");
    assertThat(reading.transactions())
        .extracting(Transaction::date)
        .containsExactly(LocalDate.of(2024, 6, 12), LocalDate.of(2024, 6, 13));
  }
}
