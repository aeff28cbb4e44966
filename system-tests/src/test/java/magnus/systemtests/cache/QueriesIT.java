package magnus.systemtests.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.TimeUnit;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import org.junit.jupiter.api.Test;

/** Which statements the product runs, and for whom. */
@RunningServer
class QueriesIT {

  @Test
  void whatAShelfLoadsIsCountedAsItsOwn() throws InterruptedException {
    ApiClient admin = ApiClient.admin();
    admin.delete("/api/cache/shelves/quotes/entries");
    assertThat(admin.get("/api/market/symbols/AAPL/quote").status()).isEqualTo(200);

    JsonNode report = reportOnceWritten(admin);
    boolean byQuotes = false;
    for (JsonNode one : report.path("statements")) {
      assertThat(one.path("fingerprint").asText()).matches("[0-9a-f]{16}");
      // No value of anybody's: texts are in quotation marks.
      assertThat(one.path("text").asText()).isNotEmpty().doesNotContain("'");
      byQuotes |=
          one.path("shelves").path("quotes").asLong() > 0
              && one.path("cohorts").path("administrator").asLong() > 0;
    }
    assertThat(byQuotes).isTrue();
    assertThat(report.path("cohorts").path("background").asLong()).isPositive();
    assertThat(report.path("shelves").findValuesAsText("shelf")).contains("quotes");
    assertThat(report.path("count").asLong()).isPositive();
    assertThat(report.path("next").path("start").asText()).isNotEmpty();
    assertThat(report.path("log").path("lost").asLong()).isZero();
  }

  /** Nodes write what they count each minute. */
  private static JsonNode reportOnceWritten(ApiClient admin) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(100);
    while (true) {
      ApiClient.Answer answer = admin.get("/api/prefetch/queries?hours=1");
      assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
      if (answer.json().path("shelves").findValuesAsText("shelf").contains("quotes")
          || System.nanoTime() > until) {
        return answer.json();
      }
      TimeUnit.SECONDS.sleep(2);
    }
  }

  @Test
  void onlyAdministratorsMayLookAndOnlyAtHoursThatThereAre() {
    assertThat(ApiClient.admin().get("/api/prefetch/queries?hours=0").status()).isEqualTo(400);
    assertThat(ApiClient.demo().get("/api/prefetch/queries").status()).isEqualTo(403);
  }
}
