package magnus.systemtests.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import magnus.systemtests.server.ApiClient;

/** A broker's export as Schwab writes it, in symbols that the server has prices of. */
final class BrokerExport {

  private static final String HEAD =
      "\"Transactions  for account Brokerage ...123\"\n"
          + "\"Date\",\"Action\",\"Symbol\",\"Description\",\"Quantity\",\"Price\",\"Fees & Comm\",\"Amount\"\n";

  private BrokerExport() {}

  /** Five rows: a deposit and four purchases of the year before the market's today. */
  static String ofFiveRows(ApiClient client) {
    List<String> stocks = new ArrayList<>();
    for (JsonNode one : client.get("/api/market/symbols?limit=200").json().path("items")) {
      if (one.path("kind").asText().equals("STOCK") && stocks.size() < 4) {
        stocks.add(one.path("symbol").asText());
      }
    }
    assertThat(stocks).hasSize(4);
    LocalDate today =
        LocalDate.parse(client.get("/api/market/clock").json().path("sessionDate").asText());
    StringBuilder rows = new StringBuilder(HEAD);
    for (int i = stocks.size() - 1; i >= 0; i--) {
      String day = day(today.minusDays(300L - 7L * i));
      rows.append(row(day, "Buy", stocks.get(i), "10", "$50.00", "-$500.00"));
    }
    rows.append(row(day(today.minusDays(310)), "MoneyLink Transfer", "", "", "", "$5000.00"));
    return rows.append("\"Transactions Total\",\"\",\"\",\"\",\"\",\"\",\"\",\"$3000.00\"\n")
        .toString();
  }

  /** Two rows; the second one, on line 4, has a quantity that is none. */
  static String withABadQuantity() {
    return HEAD
        + row("02/03/2025", "MoneyLink Transfer", "", "", "", "$5000.00")
        + row("02/04/2025", "Buy", "AAPL", "ten", "$50.00", "-$500.00");
  }

  private static String day(LocalDate date) {
    return DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT).format(date);
  }

  private static String row(
      String day, String action, String symbol, String quantity, String price, String amount) {
    return "\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",\"\",\"%s\"\n"
        .formatted(day, action, symbol, symbol, quantity, price, amount);
  }
}
