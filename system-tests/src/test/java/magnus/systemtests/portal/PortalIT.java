package magnus.systemtests.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import magnus.systemtests.server.ServerAddress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a newcomer does with the portal, done in Chromium. */
@RunningServer
@Tag("browser")
class PortalIT {

  private static final int WIDE = 1440;
  private static final int NARROW = 390;
  private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
      new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);

  @BeforeEach
  void chromiumIsThere() {
    boolean there = Browser.chromium().isPresent();
    if (!there) {
      System.err.println(
          "SKIPPED: the portal is not tested, since there is no chromium on the path.");
    }
    Assumptions.assumeTrue(there, "no chromium on the path");
  }

  @Test
  void aNewcomerImportsAndWatchesTheAnalysisArrive() {
    ApiClient demo = ApiClient.demo();
    demo.get("/api/portfolio")
        .json()
        .path("items")
        .forEach(one -> demo.delete("/api/portfolio/" + one.path("id").asText()));
    try (Browser browser = new Browser(WIDE, ColorScheme.LIGHT)) {
      Page page = browser.open("/").page();
      browser.looksGood("sign-in");
      browser.signIn("demo", ServerAddress.DEMO_PASSWORD);
      button(page, "Create a portfolio").click();
      page.getByLabel("Name").fill("Brokerage");
      browser.looksGood("new-portfolio");
      page.locator("button[form=portfolio-form]").click();
      page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Import transactions")).click();

      page.locator("input[type=file]").setInputFiles(file("brokerage.csv", history(demo)));
      assertThat(page.getByText("5 transactions will be added.")).isVisible();
      browser.looksGood("import-preview");
      button(page, "Import 5 into Brokerage").click();
      assertThat(page.getByText("5 transactions imported into Brokerage")).isVisible();
      page.locator("input[type=file]").setInputFiles(file("again.csv", history(demo)));
      assertThat(page.getByText("All of its transactions are in this portfolio already."))
          .isVisible();

      browser.open("/");
      assertThat(page.getByRole(AriaRole.GRID, new GetByRoleOptions().setName("Holdings")))
          .isVisible();
      button(page, "Analyse").click();
      page.locator(".mg-steps").waitFor();
      page.reload();
      assertThat(section(page, "Risk")).isVisible(PATIENTLY);
      assertThat(section(page, "Sector exposure")).isVisible(PATIENTLY);
      assertThat(section(page, "Performance")).isVisible(PATIENTLY);
      assertThat(section(page, "Summary")).isVisible(PATIENTLY);
      assertThat(button(page, "Analyse again")).isVisible(PATIENTLY);
      browser.looksGood("dashboard");

      browser.open("/runs");
      page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Portfolio analysis"))
          .first()
          .click();
      assertThat(section(page, "Summary")).isVisible(PATIENTLY);
      browser.looksGood("analysis");
      browser.hasNothingToComplainOf();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void everyPageIsAccessibleAndWithinItsPolicy(ColorScheme scheme) {
    for (int width : List.of(WIDE, NARROW)) {
      try (Browser browser = new Browser(width, scheme)) {
        browser.open("/").signIn("admin", ServerAddress.ADMIN_PASSWORD);
        String look = scheme.name().toLowerCase(Locale.ROOT) + width;
        assertThat(
                (Boolean)
                    browser
                        .page()
                        .evaluate(
                            "document.documentElement.classList.contains('pf-v6-theme-dark')"))
            .isEqualTo(scheme == ColorScheme.DARK);
        for (String path :
            List.of(
                "/",
                "/portfolios",
                "/import",
                "/runs",
                "/market",
                "/market/SPY",
                "/calendar",
                "/account",
                "/about",
                "/admin/market-data",
                "/admin/accounts",
                "/admin/audit",
                "/nowhere")) {
          browser.open(path).page().locator("h1").first().waitFor();
          browser.looksGood(look + path.replace('/', '-'));
        }
      }
    }
  }

  @Test
  void aWrongPasswordAndABadFileAreExplained() {
    try (Browser browser = new Browser(WIDE, ColorScheme.LIGHT)) {
      Page page = browser.open("/").page();
      page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("nobody-" + WIDE);
      page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("wrong");
      page.locator("button[type=submit]").click();
      assertThat(page.getByText("Name and password do not match")).isVisible();
    }
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator section(Page page, String name) {
    return page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName(name).setExact(true));
  }

  private static FilePayload file(String name, String text) {
    return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
  }

  /** A broker's export of five rows, in symbols that the server has prices of. */
  private static String history(ApiClient demo) {
    JsonNode symbols = demo.get("/api/market/symbols?limit=200").json().path("items");
    List<String> stocks = new java.util.ArrayList<>();
    symbols.forEach(
        one -> {
          if (one.path("kind").asText().equals("STOCK") && stocks.size() < 4) {
            stocks.add(one.path("symbol").asText());
          }
        });
    assertThat(stocks).hasSize(4);
    LocalDate today =
        LocalDate.parse(demo.get("/api/market/clock").json().path("sessionDate").asText());
    StringBuilder rows =
        new StringBuilder(
            "\"Transactions  for account Brokerage ...123\"\n"
                + "\"Date\",\"Action\",\"Symbol\",\"Description\",\"Quantity\",\"Price\",\"Fees & Comm\",\"Amount\"\n");
    for (int i = stocks.size() - 1; i >= 0; i--) {
      row(rows, today.minusDays(300L - 7L * i), "Buy", stocks.get(i), "10", "$50.00", "-$500.00");
    }
    row(rows, today.minusDays(310), "MoneyLink Transfer", "", "", "", "$5000.00");
    return rows.append("\"Transactions Total\",\"\",\"\",\"\",\"\",\"\",\"\",\"$3000.00\"\n")
        .toString();
  }

  private static void row(
      StringBuilder rows,
      LocalDate date,
      String action,
      String symbol,
      String quantity,
      String price,
      String amount) {
    String day = DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT).format(date);
    rows.append(
        "\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",\"\",\"%s\"%n"
            .formatted(day, action, symbol, symbol, quantity, price, amount));
  }
}
