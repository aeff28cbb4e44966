package magnus.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import magnus.basics.problem.FieldFault;
import org.junit.jupiter.api.Test;

class GhostfolioJsonTest extends BrokerFormatContract {

  private static final String SAMPLE =
      """
      {
        "meta": {"date": "2024-12-31T00:00:00.000Z", "version": "2.1"},
        "assetProfiles": [
          {"symbol": "7e91b7d4-1430-4212-8380-289a06c9bbc1", "name": "Penthouse", "sectors": [{"a": 1}]}
        ],
        "activities": [
          {"fee": 19, "quantity": 5, "type": "BUY", "unitPrice": 298.58, "currency": "USD",
           "dataSource": "YAHOO", "date": "2021-09-16T00:00:00.000Z", "symbol": "MSFT", "comment": null},
          {"fee": 0, "quantity": 5, "type": "DIVIDEND", "unitPrice": 0.62, "currency": "USD",
           "dataSource": "YAHOO", "date": "2021-11-17T00:00:00.000Z", "symbol": "MSFT", "tags": []},
          {"fee": 0, "quantity": 1, "type": "BUY", "unitPrice": 500000, "currency": "USD",
           "dataSource": "MANUAL", "date": "2022-01-01T00:00:00.000Z",
           "symbol": "7e91b7d4-1430-4212-8380-289a06c9bbc1"},
          {"fee": 1.5, "quantity": 2, "type": "SELL", "unitPrice": 300, "currency": "USD",
           "dataSource": "YAHOO", "date": "2022-02-01T10:30:00.000Z", "SymbolProfile": {"symbol": "MSFT"}},
          {"fee": 49, "quantity": 0, "type": "FEE", "unitPrice": 0, "currency": "USD",
           "dataSource": "MANUAL", "date": "2021-09-01T00:00:00.000Z", "symbol": "Account fee"}
        ],
        "user": {"settings": {"currency": "USD"}}
      }
      """;

  @Override
  String sample() {
    return SAMPLE;
  }

  @Override
  BrokerFormat format() {
    return new GhostfolioJson();
  }

  @Override
  String spoilt() {
    return SAMPLE.replace("2021-11-17T00:00:00.000Z", "<invalid>");
  }

  @Override
  FieldFault fault() {
    return new FieldFault(
        10,
        "date",
        "<invalid>",
        "a date from 1970 on with a four-digit year, such as 16-09-2021 or 2021-09-16");
  }

  @Test
  void activities() {
    Reading reading = Reading.of(SAMPLE);
    assertThat(reading.positions()).containsExactly(entry("MSFT", "3"), entry("PENTHOUSE", "1"));
    // −49 − 1511.90 + 3.10 − 500000 + (600 − 1.50)
    assertThat(reading.cash()).isEqualByComparingTo("-500959.30");
  }

  @Test
  void oldFilesCallThemOrders() {
    assertThat(Reading.of(SAMPLE.replace("\"activities\"", "\"orders\"")).positions())
        .isEqualTo(Reading.of(SAMPLE).positions());
  }

  @Test
  void otherValuesThatAreNoneAreRefused() {
    for (String[] change :
        new String[][] {
          {"\"YAHOO\"", "\"<invalid>\""},
          {"\"DIVIDEND\"", "\"<invalid>\""},
          {"0.62", "\"x\""},
          {"2021-11-17T", "1960-11-17T"}
        }) {
      assertThat(Reading.of(SAMPLE.replaceFirst(change[0], change[1])).statement().faults())
          .isNotEmpty();
    }
  }
}
