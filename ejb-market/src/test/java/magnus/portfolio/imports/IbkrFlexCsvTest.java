package magnus.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import magnus.basics.problem.FieldFault;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionType;
import org.junit.jupiter.api.Test;

class IbkrFlexCsvTest extends BrokerFormatContract {

  private static final String SECTIONS =
      """
      "BOF","U1","All","2","20240101","20241231","20250101;041910"
      "BOA","U1"
      "BOS","TRNT","Trades; trade date basis"
      "HEADER","TRNT","ClientAccountID","CurrencyPrimary","AssetClass","Symbol","Description","UnderlyingSymbol","Multiplier","Strike","Expiry","Put/Call","TradeID","TradeDate","TransactionType","Quantity","TradePrice","Proceeds","Taxes","IBCommission","IBCommissionCurrency","NetCash","Open/CloseIndicator","Notes/Codes","Buy/Sell","LevelOfDetail"
      "DATA","TRNT","U1","USD","STK","MSFT","MICROSOFT","","1","","","","","20240201","","150","400","-60000","0","-1.5","USD","-60001.5","O","","BUY","ORDER"
      "DATA","TRNT","U1","USD","STK","MSFT","MICROSOFT","","1","","","","T1","20240201","ExchTrade","100","400","-40000","0","-1","USD","-40001","O","P","BUY","EXECUTION"
      "DATA","TRNT","U1","USD","STK","MSFT","MICROSOFT","","1","","","","T2","20240201","ExchTrade","50","400","-20000","0","-0.5","USD","-20000.5","O","P","BUY","EXECUTION"
      "DATA","TRNT","U1","USD","OPT","MSFT  240621P00390000","MSFT 21JUN24 390 P","MSFT","100","390","20240621","P","T3","20240515","ExchTrade","-1","2.5","250","0","-0.7","USD","249.3","O","","SELL","EXECUTION"
      "DATA","TRNT","U1","USD","OPT","MSFT  240621P00390000","MSFT 21JUN24 390 P","MSFT","100","390","20240621","P","T4","20240621","BookTrade","1","0","0","0","0","USD","0","C","A","BUY","EXECUTION"
      "DATA","TRNT","U1","USD","STK","MSFT","MICROSOFT","","1","","","","T5","20240621","BookTrade","100","390","-39000","0","0","USD","-39000","O","A","BUY","EXECUTION"
      "DATA","TRNT","U1","EUR","CASH","EUR.USD","EUR.USD","","1","","","","T6","20240701","ExchTrade","1000","1.07","-1070","0","-2","USD","0","","","BUY","EXECUTION"
      "EOS","TRNT","7","0"
      "BOS","CTRN","Cash Transactions"
      "HEADER","CTRN","ClientAccountID","CurrencyPrimary","AssetClass","Symbol","Description","ISIN","Date/Time","Amount","Type","TransactionID","LevelOfDetail"
      "DATA","CTRN","U1","USD","","","CASH RECEIPTS / ELECTRONIC FUND TRANSFERS","","20240115","110000","Deposits/Withdrawals","C1","DETAIL"
      "DATA","CTRN","U1","USD","STK","MSFT","MSFT(US5949181045) CASH DIVIDEND USD 0.75 PER SHARE (Ordinary Dividend)","US5949181045","20240613;202000","112.5","Dividends","C2","DETAIL"
      "DATA","CTRN","U1","USD","STK","MSFT","MSFT(US5949181045) CASH DIVIDEND USD 0.75 PER SHARE - US TAX","US5949181045","20240613;202000","-16.88","Withholding Tax","C3","DETAIL"
      "EOS","CTRN","3","0"
      "BOS","POST","Open Positions"
      "HEADER","POST","ClientAccountID","CurrencyPrimary","AssetClass","Symbol","ReportDate","Quantity","MarkPrice","LevelOfDetail"
      "DATA","POST","U1","USD","STK","MSFT","20241231","250","420","SUMMARY"
      "EOS","POST","1","0"
      "EOA","U1"
      "EOF"
      """;

  @Override
  String sample() {
    return SECTIONS;
  }

  @Override
  BrokerFormat format() {
    return new IbkrFlexCsv();
  }

  @Override
  String spoilt() {
    return SECTIONS.replace("\"T3\",\"20240515\"", "\"T3\",\"20240532\"");
  }

  @Override
  FieldFault fault() {
    return new FieldFault(
        8,
        "TradeDate",
        "20240532",
        "a date from 1970 on with a four-digit year, such as 09/16/2021 or 2021-09-16");
  }

  @Test
  void severalSections() {
    Reading reading = Reading.of(SECTIONS);
    assertThat(reading.statement().account()).contains("U1");
    assertThat(reading.positions()).containsExactly(entry("MSFT", "250"));
    // 110000 − 40001 − 20000.5 + 249.3 − 39000 − 1070 − 2 + 112.5 − 16.88 = 10271.42
    assertThat(reading.cash()).isEqualByComparingTo("10271.42");
    assertThat(reading.state().cash("EUR")).isEqualByComparingTo("1000");
    // 60001.5 for 150, and 39000 − 249.3 for the 100 of the put that was assigned
    assertThat(reading.state().positions().get(0).costBasis()).isEqualByComparingTo("98752.2");
    assertThat(reading.statement().remarks()).singleElement().asString().startsWith("2 lines");
  }

  @Test
  void fewColumnsInAnyOrder() {
    Reading reading =
        Reading.of(
            """
            "Buy/Sell","TradeDate","ISIN","Quantity","TradePrice","TradeMoney","CurrencyPrimary","IBCommission","IBCommissionCurrency"
            "BUY","20230522","US9220427424","95","93.78","8909.1","USD","-1","USD"
            "BUY","20230522","CH0111762537","7","282.7","1978.9","CHF","-5","USD"
            "SELL","20230609","","-10012","1.10725","-11085.787","USD","-1.79802","CHF"
            """);
    assertThat(reading.positions())
        .containsExactly(entry("CH0111762537", "7"), entry("US9220427424", "95"));
    // 8909.10 + 1; the commission of the Swiss purchase is in dollars: 5
    assertThat(reading.cash()).isEqualByComparingTo("-8915.1");
    assertThat(reading.state().cash("CHF")).isEqualByComparingTo("-1978.9");
    assertThat(reading.preview().rows().get(3).effect())
        .contains("whose pair the file does not tell");
  }

  @Test
  void cashTransactionsAlone() {
    Reading reading =
        Reading.of(
            """
            "Type","SettleDate","ISIN","Description","Amount","CurrencyPrimary"
            "Dividends","20230623","US9220427424","VT(US9220427424) CASH DIVIDEND USD 0.6504 PER SHARE (Ordinary Dividend)","137.23","USD"
            "Withholding Tax","20230623","US9220427424","VT(US9220427424) CASH DIVIDEND USD 0.6504 PER SHARE - US TAX","-20.58","USD"
            "Payment In Lieu Of Dividends","20250630","US11135F1012","AVGO(US11135F1012) PAYMENT IN LIEU OF DIVIDEND (Ordinary Dividend)","0.59","USD"
            """);
    assertThat(reading.cash()).isEqualByComparingTo("117.24");
    assertThat(reading.transactions())
        .extracting(Transaction::symbol)
        .containsExactlyInAnyOrder("VT", "VT", "AVGO");
  }

  @Test
  void tradesThatWereTakenBackDoNotCount() {
    Reading reading =
        Reading.of(
            """
            "Symbol","CurrencyPrimary","TradeDate","TransactionType","Quantity","TradePrice","NetCash","Buy/Sell","AssetClass"
            "AAPL","USD","20240103","ExchTrade","10","185","-1850","BUY","STK"
            "AAPL","USD","20240103","TradeCancel","-10","185","1850","BUY (Ca.)","STK"
            "AAPL","USD","20240103","TradeCorrect","10","184","-1840","BUY","STK"
            """);
    assertThat(reading.positions()).containsExactly(entry("AAPL", "10"));
    assertThat(reading.cash()).isEqualByComparingTo("-1840");
  }

  @Test
  void sidesOfOptionsWithoutIndicatorComeFromWhatWasTradedBefore() {
    Reading reading =
        Reading.of(
            """
            "Symbol","CurrencyPrimary","TradeDate","Quantity","TradePrice","NetCash","Buy/Sell","AssetClass","Put/Call","Strike","Expiry","UnderlyingSymbol","Multiplier"
            "SPY   240315P00480000","USD","20240105","-2","3","598.6","SELL","OPT","P","480","20240315","SPY","100"
            "SPY   240315P00480000","USD","20240205","2","1","-201.4","BUY","OPT","P","480","20240315","SPY","100"
            """);
    assertThat(reading.transactions())
        .extracting(Transaction::type)
        .containsExactly(TransactionType.SELL_TO_OPEN, TransactionType.BUY_TO_CLOSE);
    // 598.6 − 201.4
    assertThat(reading.state().realised("USD")).isEqualByComparingTo("397.2");
  }

  @Test
  void shortSalesByTheIndicator() {
    Reading reading =
        Reading.of(
            """
            "Symbol","CurrencyPrimary","TradeDate","Quantity","TradePrice","NetCash","Buy/Sell","AssetClass","Open/CloseIndicator"
            "TSLA","USD","20240105","-10","240","2399","SELL","STK","O"
            "TSLA","USD","20240205","4","190","-761","BUY","STK","C"
            """);
    assertThat(reading.positions()).containsExactly(entry("TSLA", "-6"));
    // 2399 × 4 / 10 − 761
    assertThat(reading.state().realised("USD")).isEqualByComparingTo("198.6");
  }
}
