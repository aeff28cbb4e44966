package magnus.market.imported;

import java.util.List;

/**
 * The columns that mean something, with the names that files give them (in lower case, letters and
 * digits only; the most telling first).
 */
enum Column {
  SYMBOL("symbol", "ticker", "tickersymbol", "act", "actsymbol", "code", "stock"),
  DATE(
      "date",
      "tradedate",
      "tradingdate",
      "day",
      "observationdate",
      "timestamp",
      "datetime",
      "time"),
  OPEN("open", "openprice", "o", "1open"),
  HIGH("high", "highprice", "h", "max"),
  LOW("low", "lowprice", "l", "min"),
  CLOSE("close", "closelast", "closeprice", "last", "price", "c", "settle", "vixcls"),
  ADJUSTED_CLOSE("adjclose", "adjustedclose", "closeadj", "adjcloseprice"),
  VOLUME("volume", "vol", "v", "sharevolume"),
  NAME("name", "security", "company", "companyname", "securityname", "description"),
  SECTOR("gicssector", "sector"),
  INDUSTRY("gicssubindustry", "subindustry", "industry", "gicsindustry"),
  REPORT_DATE("reportdate", "earningsdate", "earningsreportdate", "epsreportdate"),
  FISCAL_END("fiscaldateending", "fiscalquarterending", "fiscalend", "period", "periodending"),
  ESTIMATE("estimate", "epsestimate", "epsforecast", "consensuseps", "estimatedeps"),
  CURRENCY("currency"),
  REPORT_HOUR("timeoftheday", "reporttime", "hour", "when", "session"),
  ANNOUNCED("announcedon", "announced", "announcementdate", "declarationdate", "declared"),
  EXPIRY("expiry", "expiration", "expirationdate", "expdate", "exdate"),
  STRIKE("strike", "strikeprice"),
  RIGHT("right", "optiontype", "callput", "cpflag", "putcall", "type", "kind"),
  UNDERLYING("underlying", "underlyingsymbol", "root"),
  UNDERLYING_PRICE("underlyingprice", "spot", "underlyinglast", "stockprice"),
  QUOTE_DATE("quotedate", "chaindate", "asof"),
  BID("bid", "bidprice", "bestbid"),
  ASK("ask", "askprice", "bestoffer", "offer"),
  OPEN_INTEREST("openinterest", "oi"),
  IMPLIED_VOLATILITY("impliedvolatility", "iv", "impliedvol", "impvol"),
  DELTA("delta"),
  GAMMA("gamma"),
  VEGA("vega"),
  THETA("theta"),
  RHO("rho"),
  SPLIT("split", "splits", "stocksplits", "splitratio", "splitfactor"),
  DIVIDEND("dividend", "dividends", "dividendamount", "cashamount", "divcash"),
  EX_DATE("exdividenddate", "exdate", "effectivedate");

  private final List<String> synonyms;

  Column(String... synonyms) {
    this.synonyms = List.of(synonyms);
  }

  List<String> synonyms() {
    return synonyms;
  }
}
