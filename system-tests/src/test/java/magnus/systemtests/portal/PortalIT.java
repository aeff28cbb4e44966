package magnus.systemtests.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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

      page.locator("input[type=file]")
          .setInputFiles(file("brokerage.csv", BrokerExport.ofFiveRows(demo)));
      assertThat(page.getByText("5 transactions will be added.")).isVisible();
      browser.looksGood("import-preview");
      button(page, "Import 5 into Brokerage").click();
      assertThat(page.getByText("5 transactions imported into Brokerage")).isVisible();
      page.locator("input[type=file]")
          .setInputFiles(file("again.csv", BrokerExport.ofFiveRows(demo)));
      assertThat(page.getByText("All of its transactions are in this portfolio already."))
          .isVisible();

      browser.open("/");
      assertThat(page.getByRole(AriaRole.GRID, new GetByRoleOptions().setName("Holdings")))
          .isVisible();
      button(page, "Analyse").click();
      page.locator(".mg-steps").waitFor();
      page.reload();
      assertThat(section(page, "Risk")).isVisible();
      assertThat(section(page, "Sector exposure")).isVisible();
      assertThat(section(page, "Performance")).isVisible();
      assertThat(section(page, "Summary")).isVisible();
      assertThat(button(page, "Analyse again")).isVisible();
      browser.looksGood("dashboard");

      browser.open("/runs");
      page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Portfolio analysis"))
          .first()
          .click();
      assertThat(section(page, "Summary")).isVisible();
      browser.looksGood("analysis");
      browser.hasNothingToComplainOf();
    }
  }

  @Test
  void aTransactionIsEnteredByHand() {
    ApiClient demo = ApiClient.demo();
    String portfolio = portfolio(demo, "By hand");
    String transactions = "/api/portfolio/" + portfolio + "/transactions";
    try (Browser browser = new Browser(WIDE, ColorScheme.LIGHT)) {
      browser.open("/").signIn("demo", ServerAddress.DEMO_PASSWORD);
      Page page = browser.open("/portfolios/" + portfolio).page();
      button(page, "Enter a transaction").click();
      page.locator("#transaction-symbol").fill("SPY");
      page.locator("#transaction-price").fill("1,234.50");
      page.locator("#transaction-fees").fill("1");
      browser.expectRefusal(422, transactions);
      button(page, "Enter").click();
      assertThat(page.locator("#transaction-quantity-words"))
          .containsText("Expected a positive quantity");
      browser.looksGood("transaction-refused");
      page.locator("#transaction-quantity").fill("2");
      button(page, "Enter").click();
      Locator rows =
          page.getByRole(AriaRole.GRID, new GetByRoleOptions().setName("Transactions"))
              .locator("tbody tr");
      assertThat(rows).hasCount(1);
      assertThat(rows.locator("[data-label=Cash]")).hasText("−$2,470.00");
    }
    assertThat(demo.get(transactions).json().path("items").get(0).path("amount").asText())
        .startsWith("-2470");
  }

  @Test
  void aUserIsAskedOnceAndSeesWhatIsStoredOfHim() {
    String name = "watched-" + UUID.randomUUID();
    String password = "a-long-enough-password";
    assertThat(
            ApiClient.admin()
                .post("/api/accounts", Map.of("name", name, "password", password))
                .status())
        .isEqualTo(201);
    ApiClient api = ApiClient.anonymous().signIn(name, password);
    try (Browser browser = new Browser(NARROW, ColorScheme.LIGHT)) {
      // given up a moment after the server had done all of it
      browser.expectRefusal(404, "/api/prefetch/");
      Page page = browser.open("/").page();
      browser.signIn(name, password);
      assertThat(button(page, "No, do not")).isVisible();
      browser.looksGood("consent");
      browser.open("/calendar").page().locator("h1").first().waitFor();
      button(page, "Yes, remember").click();
      assertThat(button(page, "Yes, remember")).hasCount(0);
      assertThat(api.get("/api/behavior/log").json().path("items").size()).isZero();

      browser.open("/market/SPY").page().locator("h1").getByText("SPY ·").waitFor();
      page.locator(".pf-v6-c-breadcrumb a").click();
      page.getByPlaceholder("Ticker or name").waitFor();
      browser.open("/my-data");
      Locator rows =
          page.getByRole(AriaRole.GRID, new GetByRoleOptions().setName("What is stored"))
              .locator("tbody tr");
      Locator looked = rows.getByText("Looked at SPY");
      Locator opened = rows.getByText("Opened SPY");
      for (int n = 0; n < 20 && (looked.count() == 0 || opened.count() == 0); n++) {
        page.waitForTimeout(500);
        page.reload();
        page.locator("h1").getByText("My data").waitFor();
        page.waitForTimeout(500);
      }
      assertThat(opened.first()).isVisible();
      assertThat(looked.first()).isVisible();
      browser.looksGood("my-data");

      button(page, "Delete").click();
      browser.looksGood("my-data-delete");
      page.locator("label[for=consent-switch]").waitFor();
      button(page, "Delete all").click();
      assertThat(page.getByText("Nothing yet.")).isVisible();
      browser.looksGood("my-data-deleted");
    }
    assertThat(api.get("/api/behavior/consent").json().path("agreed").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void everyPageIsAccessibleAndWithinItsPolicy(ColorScheme scheme) {
    ApiClient admin = ApiClient.admin();
    String portfolio = portfolio(admin, "Looked at in " + scheme);
    assertThat(
            admin
                .upload(
                    "/api/portfolio/" + portfolio + "/imports?name=brokerage.csv",
                    BrokerExport.ofFiveRows(admin).getBytes(StandardCharsets.UTF_8))
                .status())
        .isEqualTo(201);
    String run = analysed(admin, portfolio);
    for (int width : List.of(WIDE, NARROW)) {
      try (Browser browser = new Browser(width, scheme)) {
        String look = scheme.name().toLowerCase(Locale.ROOT) + width;
        Page page = browser.open("/").page();
        page.locator("button[type=submit]").waitFor();
        browser.looksGood(look + "-sign-in");
        browser.signIn("admin", ServerAddress.ADMIN_PASSWORD);
        assertThat(
                (Boolean)
                    page.evaluate(
                        "document.documentElement.classList.contains('pf-v6-theme-dark')"))
            .isEqualTo(scheme == ColorScheme.DARK);
        for (String path : pages(portfolio, run)) {
          browser.open(path).page().locator("h1").first().waitFor();
          browser.looksGood(look + name(path, portfolio, run));
        }
        browser.open("/import?portfolio=" + portfolio);
        page.locator("input[type=file]")
            .setInputFiles(file("bad.csv", BrokerExport.withABadQuantity()));
        button(page, "Choose another file").waitFor();
        browser.looksGood(look + "-import-preview");
      }
    }
  }

  private static List<String> pages(String portfolio, String run) {
    return List.of(
        "/?portfolio=" + portfolio,
        "/portfolios",
        "/portfolios/" + portfolio,
        "/portfolios/" + portfolio + "?tab=lots",
        "/portfolios/" + portfolio + "?tab=realised",
        "/portfolios/" + portfolio + "?tab=imports",
        "/import?portfolio=" + portfolio,
        "/risk?portfolio=" + portfolio,
        "/recommendations",
        "/options",
        "/taxes",
        "/alerts",
        "/runs",
        "/runs/" + run,
        "/market",
        "/market/SPY",
        "/calendar",
        "/account",
        "/about",
        "/my-data",
        "/admin/market-data",
        "/admin/cache",
        "/admin/prefetch",
        "/admin/recommendations",
        "/admin/accounts",
        "/admin/audit",
        "/nowhere");
  }

  private static String name(String path, String portfolio, String run) {
    return path.replace(portfolio, "one").replace(run, "one").replaceAll("[/?=]+", "-");
  }

  @Test
  void aWrongPasswordIsExplained() {
    try (Browser browser = new Browser(WIDE, ColorScheme.LIGHT)) {
      Page page = browser.open("/").page();
      page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("nobody-" + WIDE);
      page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("wrong");
      page.locator("button[type=submit]").click();
      assertThat(page.getByText("Name and password do not match")).isVisible();
    }
  }

  @Test
  void aBadFileIsExplainedAndNotStored() {
    ApiClient demo = ApiClient.demo();
    String portfolio = portfolio(demo, "Bad files");
    try (Browser browser = new Browser(WIDE, ColorScheme.LIGHT)) {
      browser.open("/").signIn("demo", ServerAddress.DEMO_PASSWORD);
      Page page = browser.open("/import?portfolio=" + portfolio).page();
      page.locator("input[type=file]")
          .setInputFiles(file("bad.csv", BrokerExport.withABadQuantity()));
      assertThat(page.getByText("One row cannot be read. Mend the file")).isVisible();
      Locator fault =
          page.getByRole(AriaRole.GRID, new GetByRoleOptions().setName("What each row will do"))
              .locator("tbody tr");
      assertThat(fault).hasCount(1);
      assertThat(fault.locator("[data-label=Line]")).hasText("4");
      assertThat(fault).containsText("Quantity: ten — expected a number such as ");
      assertThat(button(page, "Import 1 into Bad files")).isDisabled();
      browser.looksGood("bad-file");
    }
    assertThat(
            demo.get("/api/portfolio/" + portfolio + "/transactions").json().path("items").size())
        .isZero();
  }

  private static String portfolio(ApiClient client, String name) {
    client
        .get("/api/portfolio")
        .json()
        .path("items")
        .forEach(
            one -> {
              if (one.path("name").asText().equals(name)) {
                client.delete("/api/portfolio/" + one.path("id").asText());
              }
            });
    return client.post("/api/portfolio", Map.of("name", name)).json().path("id").asText();
  }

  /** Analyses a portfolio to the end; the run's id. */
  private static String analysed(ApiClient client, String portfolio) {
    String run =
        client
            .post(
                "/api/runs",
                Map.of(
                    "operation",
                    "portfolio_analysis",
                    "parameters",
                    Map.of("portfolio", portfolio)))
            .json()
            .path("id")
            .asText();
    assertThat(client.get("/api/runs/" + run + "/events").http().body())
        .contains("\"type\":\"complete\"");
    return run;
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
}
