package magnus.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import magnus.basics.problem.FieldFault;
import magnus.basics.problem.Refusal;
import org.junit.jupiter.api.Test;

class IbkrFlexXmlTest extends BrokerFormatContract {

  private static final String XML =
      """
      <FlexQueryResponse queryName="All" type="AF">
      <FlexStatements count="1">
      <FlexStatement accountId="U1" fromDate="2024-01-01" toDate="2024-12-31">
      <Trades>
      <Trade accountId="U1" currency="USD" assetCategory="STK" symbol="AAPL" description="APPLE INC" isin="US0378331005" tradeID="1" tradeDate="2024-01-05" dateTime="2024-01-05;100000" quantity="100" tradePrice="181" proceeds="-18100" taxes="0" ibCommission="-1" ibCommissionCurrency="USD" netCash="-18101" buySell="BUY" openCloseIndicator="O" notes="P" levelOfDetail="EXECUTION" />
      <Lot accountId="U1" currency="USD" assetCategory="STK" symbol="AAPL" quantity="100" tradePrice="181" levelOfDetail="CLOSED_LOT" />
      <Order accountId="U1" currency="USD" assetCategory="STK" symbol="AAPL" tradeDate="2024-01-05" quantity="100" tradePrice="181" netCash="-18101" buySell="BUY" levelOfDetail="ORDER" />
      <Trade accountId="U1" currency="USD" assetCategory="OPT" symbol="AAPL  240216C00195000" description="AAPL 16FEB24 195 C" underlyingSymbol="AAPL" multiplier="100" strike="195" expiry="2024-02-16" putCall="C" tradeID="2" tradeDate="2024-01-10" quantity="-1" tradePrice="1.5" proceeds="150" ibCommission="-0.65" ibCommissionCurrency="USD" netCash="149.35" buySell="SELL" openCloseIndicator="O" notes="" levelOfDetail="EXECUTION" />
      </Trades>
      <OptionEAE>
      <OptionEAE accountId="U1" currency="USD" assetCategory="OPT" symbol="AAPL  240216C00195000" description="AAPL 16FEB24 195 C" underlyingSymbol="AAPL" multiplier="100" strike="195" expiry="2024-02-16" putCall="C" date="2024-02-16" transactionType="Expiration" quantity="1" tradePrice="0.0000" proceeds="0.00" commisionsAndTax="0.00" costBasis="21,792.73" tradeID="" />
      </OptionEAE>
      <CashTransactions>
      <CashTransaction accountId="U1" currency="USD" symbol="" description="CASH RECEIPTS" dateTime="2024-01-02" amount="20000" type="Deposits &amp; Withdrawals" transactionID="9" levelOfDetail="DETAIL" />
      <CashTransaction accountId="U1" currency="USD" symbol="AAPL" description="AAPL(US0378331005) CASH DIVIDEND" dateTime="2024-02-15;202000" amount="24" type="Dividends" transactionID="10" levelOfDetail="DETAIL" />
      </CashTransactions>
      <CorporateActions>
      <CorporateAction accountId="U1" currency="USD" assetCategory="STK" symbol="AAPL" description="AAPL(US0378331005) SPLIT 4 FOR 1 (AAPL, APPLE INC, US0378331005)" dateTime="2024-06-30;202500" amount="0" proceeds="0" value="0" quantity="300" type="FS" />
      </CorporateActions>
      </FlexStatement>
      </FlexStatements>
      </FlexQueryResponse>
      """;

  @Override
  String sample() {
    return XML;
  }

  @Override
  BrokerFormat format() {
    return new IbkrFlexXml();
  }

  @Override
  String spoilt() {
    return XML.replace("type=\"Dividends\"", "type=\"Divi\"");
  }

  @Override
  FieldFault fault() {
    return new FieldFault(
        15,
        "type",
        "Divi",
        "a kind of cash transaction such as Dividends, Withholding Tax or Deposits/Withdrawals");
  }

  @Test
  void tradesEventsCashAndSplits() {
    Reading reading = Reading.of(XML);
    assertThat(reading.positions()).containsExactly(entry("AAPL", "400"));
    // 20000 − 18101 + 149.35 + 24
    assertThat(reading.cash()).isEqualByComparingTo("2072.35");
    assertThat(reading.state().realised("USD")).isEqualByComparingTo("149.35");
  }

  @Test
  void documentTypesAndEntitiesAreRefused() {
    String attack =
        "<!DOCTYPE FlexQueryResponse [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n"
            + XML.replace("CASH RECEIPTS", "&x;");
    assertThatThrownBy(() -> Reading.of(attack)).isInstanceOf(Refusal.class);
    String billion =
        "<!DOCTYPE f [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n"
            + XML.replace("CASH RECEIPTS", "&b;");
    assertThatThrownBy(() -> Reading.of(billion)).isInstanceOf(Refusal.class);
  }

  @Test
  void anErrorOfTheBrokersServiceIsPassedOn() {
    assertThatThrownBy(
            () ->
                Reading.of(
                    "<FlexStatementResponse><Status>Fail</Status><ErrorCode>1019</ErrorCode>"
                        + "<ErrorMessage>Statement generation in progress.</ErrorMessage>"
                        + "</FlexStatementResponse>"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Statement generation in progress.");
  }
}
