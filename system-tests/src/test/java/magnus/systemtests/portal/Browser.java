package magnus.systemtests.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import magnus.systemtests.server.ServerAddress;

/**
 * One window of the machine's own Chromium on the portal. Remembers what the browser complains of,
 * a violated content security policy among it, and asks axe about each page. Keeps pictures under
 * {@code target/portal}.
 */
final class Browser implements AutoCloseable {

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          // Chromium refuses some ports, 10080 among them, as not meant for the web
          "--explicitly-allowed-ports=" + ServerAddress.shared().http("").getPort());
  private static final String AXE_RUN =
      "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
          + ".map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 160)).join(' | '))";

  private record ExpectedRefusal(int status, String path) {}

  private final Playwright playwright;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  // that nobody is signed in yet is asked at each first load
  private final List<ExpectedRefusal> refusals =
      new ArrayList<>(List.of(new ExpectedRefusal(401, "/api/session")));
  private final Path pictures = Path.of("target", "portal");

  Browser(int width, ColorScheme scheme) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        program("node").map(Path::toString).orElse("node"))));
    context =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(chromium().orElseThrow()).setArgs(FLAGS))
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setViewportSize(width, 900)
                    .setColorScheme(scheme)
                    .setBaseURL(ServerAddress.shared().http("").toString()));
    context.setDefaultTimeout(60_000);
    PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
    page = context.newPage();
    page.onConsoleMessage(this::hear);
    page.onPageError(complaints::add);
  }

  /** The system's Chromium or Chrome. */
  static Optional<Path> chromium() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> program(name).stream())
        .findFirst();
  }

  private static Optional<Path> program(String name) {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  Page page() {
    return page;
  }

  Browser open(String path) {
    page.navigate(path);
    return this;
  }

  void signIn(String name, String password) {
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
    page.locator("button[type=submit]").click();
    page.locator("h1").getByText("Dashboard").waitFor();
  }

  /** Keeps a picture of the page and demands that axe and the browser have nothing against it. */
  void looksGood(String name) {
    PlaywrightAssertions.assertThat(page.locator(".pf-v6-c-skeleton")).hasCount(0);
    page.waitForTimeout(300);
    page.screenshot(new Page.ScreenshotOptions().setPath(pictures.resolve(name + ".png")));
    page.evaluate(axe());
    assertThat((List<?>) page.evaluate(AXE_RUN)).as("axe on " + name).isEmpty();
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"))
        .as(name + " does not scroll sideways")
        .isTrue();
    hasNothingToComplainOf();
  }

  /** What the server is about to refuse, on purpose. */
  void expectRefusal(int status, String path) {
    refusals.add(new ExpectedRefusal(status, path));
  }

  void hasNothingToComplainOf() {
    assertThat(complaints).as("console of the browser").isEmpty();
  }

  private void hear(ConsoleMessage message) {
    // a browser reports every refusal
    boolean expected =
        refusals.stream()
            .anyMatch(
                one ->
                    message.text().contains("status of " + one.status())
                        && message.location().contains(one.path()));
    if (message.type().equals("error") && !expected) {
      complaints.add(message.text() + " at " + message.location());
    }
  }

  private static String axe() {
    try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.close();
    playwright.close();
  }
}
