package magnus.systemtests.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A page that was loaded ahead of the click on its link, in Chromium. */
@RunningServer
@Tag("browser")
class AheadIT {

  private static final String QUOTE = "/api/market/symbols/AAPL/quote";

  @BeforeEach
  void chromiumIsThere() {
    boolean there = Browser.chromium().isPresent();
    if (!there) {
      System.err.println("SKIPPED: there is no chromium on the path to load ahead in.");
    }
    Assumptions.assumeTrue(there, "no chromium on the path");
  }

  private static String user(String name) {
    String password = "P" + UUID.randomUUID();
    ApiClient.Answer made =
        ApiClient.admin()
            .post(
                "/api/accounts",
                Map.of("name", name, "password", password, "roles", Set.of("USER")));
    assertThat(made.status()).as(made.http().body()).isEqualTo(201);
    ApiClient own = ApiClient.anonymous().signIn(name, password);
    assertThat(own.put("/api/behavior/consent", Map.of("agreed", true)).status()).isEqualTo(200);
    return password;
  }

  private static boolean isAhead(Request request) {
    return request.headers().containsKey("x-magnus-ahead");
  }

  @Test
  void thePageOfAPressedLinkIsThereWhenTheButtonIsLetGo() {
    String name = "presser-" + UUID.randomUUID().toString().substring(0, 8);
    String password = user(name);
    try (Browser browser = new Browser(1440, ColorScheme.LIGHT)) {
      browser.open("/").signIn(name, password);
      Page page = browser.open("/market").page();
      Locator link = page.locator("a[href='/market/AAPL']").first();
      link.waitFor();
      page.waitForTimeout(1_000);
      List<Request> sent = new CopyOnWriteArrayList<>();
      page.onRequest(sent::add);
      link.hover();

      Response quote =
          page.waitForResponse(
              r -> r.url().contains(QUOTE) && isAhead(r.request()), () -> page.mouse().down());
      assertThat(quote.status()).isEqualTo(200);
      assertThat(quote.headerValue("cache-status")).startsWith("magnus");
      page.waitForTimeout(500);
      Request told =
          page.waitForRequest(
              r -> r.url().endsWith("/api/prefetch") && says(r, "\"page\":\"/market/AAPL\""),
              () -> page.mouse().up());

      assertThat(page.locator("h1").textContent()).contains("AAPL");
      assertThat(told.postData()).contains("\"warm\":true");
      assertThat(sent)
          .as("what the page asked for had come before")
          .filteredOn(r -> r.url().contains(QUOTE))
          .isNotEmpty()
          .allMatch(AheadIT::isAhead);
      browser.hasNothingToComplainOf();
    }
  }

  private static boolean says(Request request, String words) {
    String body = request.postData();
    return body != null && body.contains(words);
  }
}
