package magnus.systemtests.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import magnus.basics.json.Json;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import org.junit.jupiter.api.Test;

/** What the cache answers, what ends its entries, and who may look. */
@RunningServer
class CacheIT {

  private static ApiClient.Answer quote(ApiClient client, String symbol) {
    ApiClient.Answer answer = client.get("/api/market/symbols/" + symbol + "/quote");
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
    return answer;
  }

  private static JsonNode why(ApiClient admin, String place) {
    ApiClient.Answer answer =
        admin.get("/api/cache/why?key=" + URLEncoder.encode(place, StandardCharsets.UTF_8));
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
    return answer.json();
  }

  private static JsonNode raised(ApiClient admin, String kind, String... touches) {
    ApiClient.Answer answer =
        admin.post("/api/cache/events", Map.of("kind", kind, "touches", List.of(touches)));
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(201);
    return answer.json();
  }

  @Test
  void aQuoteSaysHowItCame() {
    ApiClient admin = ApiClient.admin();
    admin.put("/api/cache/shelves/quotes/lifespan", Map.of("seconds", 600));
    try {
      admin.delete("/api/cache/shelves/quotes/entries");
      ApiClient.Answer miss = quote(admin, "AAPL");
      assertThat(miss.header("Cache-Status")).startsWith("magnus; fwd=miss; stored; ttl=");
      // Counted from when the source was asked, which in a cold market takes its time to answer.
      assertThat(Long.parseLong(miss.header("Age"))).isBetween(0L, 60L);
      ApiClient.Answer hit = quote(admin, "AAPL");
      assertThat(hit.header("Cache-Status")).startsWith("magnus; hit; ttl=");
      assertThat(Long.parseLong(hit.header("Age"))).isBetween(0L, 600L);
      assertThat(hit.header("ETag")).isEqualTo(miss.header("ETag")).isNotEmpty();
      ApiClient.Answer same =
          admin.send(
              admin
                  .request("/api/market/symbols/AAPL/quote")
                  .header("If-None-Match", hit.header("ETag"))
                  .GET());
      assertThat(same.status()).isEqualTo(304);
      assertThat(same.http().body()).isEmpty();

      JsonNode entry = why(admin, "quotes/AAPL").path("entry");
      assertThat(entry.path("loadedFor").asText()).isEqualTo("request");
      assertThat(entry.path("accesses").asInt()).isGreaterThanOrEqualTo(2);
      assertThat(entry.path("lifespan").path("seconds").asDouble()).isEqualTo(600);
      assertThat(entry.path("lifespan").path("factors").get(0).path("source").asText())
          .isEqualTo("administrator admin");
    } finally {
      admin.delete("/api/cache/shelves/quotes/lifespan");
    }
  }

  @Test
  void quotesOfManySymbolsComeInOneCallOfTheSource() {
    ApiClient admin = ApiClient.admin();
    admin.put("/api/cache/shelves/quotes/lifespan", Map.of("seconds", 600));
    try {
      admin.delete("/api/cache/shelves/quotes/entries");
      String path = "/api/market/quotes?symbols=AAPL,msft,KO,JPM,SPY,XOM,PG,JNJ,NOSUCH";
      long before = calls(admin);
      ApiClient.Answer miss = admin.get(path);
      assertThat(miss.status()).as(miss.http().body()).isEqualTo(200);
      assertThat(calls(admin) - before).isEqualTo(1);
      assertThat(miss.json().path("items").findValuesAsText("symbol"))
          .containsExactly("AAPL", "MSFT", "KO", "JPM", "SPY", "XOM", "PG", "JNJ");
      assertThat(miss.json().path("missing").path(0).path("symbol").asText()).isEqualTo("NOSUCH");
      assertThat(miss.json().path("missing").path(0).path("reason").asText()).isEqualTo("NO_DATA");
      assertThat(miss.header("Cache-Status")).startsWith("magnus; fwd=miss; stored; ttl=");

      ApiClient.Answer hit = admin.get(path);
      assertThat(hit.header("Cache-Status")).startsWith("magnus; hit; ttl=");
      assertThat(calls(admin) - before).isEqualTo(1);
      assertThat(
              admin
                  .send(admin.request(path).header("If-None-Match", hit.header("ETag")).GET())
                  .status())
          .isEqualTo(304);
      assertThat(admin.get("/api/market/quotes?symbols=AAPL,CVX").header("Cache-Status"))
          .startsWith("magnus; fwd=partial; stored; ttl=");
    } finally {
      admin.delete("/api/cache/shelves/quotes/lifespan");
    }
    for (String symbols : List.of("", "AAPL,,MSFT", "A".repeat(33))) {
      ApiClient.Answer bad = admin.get("/api/market/quotes?symbols=" + symbols);
      assertThat(bad.status()).as(symbols).isEqualTo(400);
      assertThat(bad.json().path("errors").path(0).path("field").asText()).isEqualTo("symbols");
    }
    assertThat(admin.get("/api/market/quotes?symbols=" + numbered(201)).status()).isEqualTo(400);
    assertThat(admin.get("/api/market/quotes").status()).isEqualTo(400);
  }

  private static long calls(ApiClient admin) {
    return admin
        .get("/api/cache/shelves/quotes")
        .json()
        .path("shelf")
        .path("counts")
        .path("calls")
        .asLong();
  }

  private static String numbered(int count) {
    return IntStream.range(0, count).mapToObj(i -> "S" + i).collect(Collectors.joining(","));
  }

  @Test
  void earningsEndWhatIsMadeFromTheirSymbolAndNothingElse() {
    ApiClient admin = ApiClient.admin();
    admin.put("/api/cache/shelves/quotes/lifespan", Map.of("seconds", 600));
    try {
      quote(admin, "MSFT");
      quote(admin, "KO");
      JsonNode event = raised(admin, "EARNINGS_RELEASE", "SYMBOL:MSFT");
      assertThat(event.path("entriesDropped").asInt()).isGreaterThanOrEqualTo(1);
      assertThat(event.path("raisedBy").asText()).isEqualTo("administrator admin");

      JsonNode gone = why(admin, "quotes/MSFT");
      assertThat(gone.has("entry")).isFalse();
      assertThat(gone.path("answer").asText()).contains("EARNINGS_RELEASE");
      assertThat(why(admin, "quotes/KO").has("entry")).isTrue();
      assertThat(quote(admin, "MSFT").header("Cache-Status")).contains("fwd=miss");
      assertThat(quote(admin, "KO").header("Cache-Status")).contains("; hit;");

      JsonNode kept = admin.get("/api/cache/events?limit=5").json().path("items");
      assertThat(StreamSupport.stream(kept.spliterator(), false))
          .anyMatch(
              e ->
                  e.path("kind").asText().equals("EARNINGS_RELEASE")
                      && e.path("toldAt").equals(event.path("toldAt")));
      assertThat(admin.get("/api/audit?limit=20").http().body()).contains("cache-event-raised");
    } finally {
      admin.delete("/api/cache/shelves/quotes/lifespan");
    }
  }

  @Test
  void aTransactionEndsWhatIsMadeFromItsPortfolioAndNothingElse() {
    ApiClient demo = ApiClient.demo();
    ApiClient admin = ApiClient.admin();
    String changed = portfolio(demo);
    String other = portfolio(demo);
    demo.get("/api/portfolio/" + changed + "/holdings");
    demo.get("/api/portfolio/" + other + "/holdings");
    String owner = demo.get("/api/session").json().path("user").path("id").asText();
    String place = "positions/" + owner + "/" + changed;
    String otherPlace = "positions/" + owner + "/" + other;
    assertThat(why(admin, place).path("entry").path("madeFrom").toString())
        .contains("PORTFOLIO:" + changed);

    assertThat(deposit(demo, changed)).isEqualTo(201);
    JsonNode gone = why(admin, place);
    assertThat(gone.path("departures").path(0).path("why").asText())
        .startsWith("PORTFOLIO_CHANGED");
    assertThat(why(admin, otherPlace).path("departures").toString())
        .doesNotContain("PORTFOLIO_CHANGED");
    assertThat(demo.get("/api/portfolio/" + changed + "/holdings").json().path("cash").asText())
        .startsWith("250");
  }

  @Test
  void aValueHistoryIsKeptUntilItsPortfolioChanges() {
    ApiClient demo = ApiClient.demo();
    String portfolio = portfolio(demo);
    assertThat(deposit(demo, portfolio)).isEqualTo(201);
    String path = "/api/portfolio/" + portfolio + "/value-history?from=2024-03-01&to=2024-04-30";
    ApiClient.Answer loaded = demo.get(path);
    assertThat(loaded.header("Cache-Status")).contains("fwd=miss");
    assertThat(loaded.json().path("items").path(5).path("value").asText()).startsWith("250");
    ApiClient.Answer kept = demo.get(path);
    assertThat(kept.header("Cache-Status")).startsWith("magnus; hit");
    assertThat(kept.json()).isEqualTo(loaded.json());
    assertThat(ApiClient.admin().get(path).status()).isEqualTo(404);

    assertThat(deposit(demo, portfolio)).isEqualTo(201);
    ApiClient.Answer anew = demo.get(path);
    assertThat(anew.header("Cache-Status")).contains("fwd=miss");
    assertThat(anew.json().path("items").path(5).path("value").asText()).startsWith("500");
    assertThat(demo.get("/api/portfolio/" + portfolio + "/value-history?from=1500-01-01").status())
        .isEqualTo(400);
  }

  private static int deposit(ApiClient client, String portfolio) {
    return client
        .post(
            "/api/portfolio/" + portfolio + "/transactions",
            Map.of("type", "DEPOSIT", "date", "2024-03-01", "amount", "250"))
        .status();
  }

  private static String portfolio(ApiClient client) {
    return client
        .post("/api/portfolio", Map.of("name", "Cached " + UUID.randomUUID()))
        .json()
        .path("id")
        .asText();
  }

  @Test
  void everyPolicyExplainsWhatItWouldChoose() {
    ApiClient admin = ApiClient.admin();
    quote(admin, "AAPL");
    JsonNode explained = admin.get("/api/cache/explain?key=quotes/AAPL").json();
    JsonNode choices = explained.path("choices");
    assertThat(StreamSupport.stream(choices.spliterator(), false))
        .extracting(c -> c.path("policy").asText())
        .contains("fixed", "rule", "error-bounded");
    for (JsonNode choice : choices) {
      JsonNode factors = choice.path("factors");
      assertThat(factors.get(factors.size() - 1).path("afterSeconds").asDouble())
          .isEqualTo(choice.path("seconds").asDouble());
    }
    assertThat(StreamSupport.stream(choices.spliterator(), false))
        .filteredOn(c -> c.path("inForce").asBoolean())
        .hasSize(1);
  }

  @Test
  void whatTheShelvesDoIsCounted() {
    ApiClient admin = ApiClient.admin();
    quote(admin, "AAPL");
    JsonNode shelf = admin.get("/api/cache/shelves/quotes?containing=AAPL").json();
    assertThat(shelf.path("shelf").path("counts").path("loads").asLong()).isPositive();
    assertThat(shelf.path("entries").path(0).path("key").asText()).isEqualTo("AAPL");
    assertThat(admin.get("/metrics").http().body())
        .contains("magnus_cache_hits")
        .contains("shelf=\"quotes\"");
    assertThat(admin.get("/api/cache/history?shelf=quotes").status()).isEqualTo(200);
  }

  @Test
  void whatDoesNotExistAndWhatCannotBeReadIsRefused() {
    ApiClient admin = ApiClient.admin();
    assertThat(admin.get("/api/cache/shelves/nowhere").status()).isEqualTo(404);
    assertThat(admin.get("/api/cache/why?key=nowhere/x").status()).isEqualTo(404);
    assertThat(admin.get("/api/cache/why?key=quotes").status()).isEqualTo(400);
    assertThat(admin.get("/api/cache/why").status()).isEqualTo(400);
    assertThat(admin.get("/api/cache/history").status()).isEqualTo(400);
    assertThat(admin.delete("/api/cache/shelves/quotes/entries?key=nothing").status())
        .isEqualTo(404);
    assertThat(admin.put("/api/cache/shelves/quotes/lifespan", Map.of("seconds", 1)).status())
        .isEqualTo(400);
    assertThat(admin.put("/api/cache/shelves/quotes/lifespan", Map.of("seconds", 1e300)).status())
        .isEqualTo(400);
    assertThat(admin.post("/api/cache/shelves/analytics/refresh?key=x", Map.of()).status())
        .isIn(400, 415);
    assertThat(
            admin
                .post("/api/cache/events", Map.of("kind", "EARNINGS_RELEASE", "touches", List.of()))
                .status())
        .isEqualTo(400);
    assertThat(
            admin
                .post(
                    "/api/cache/events", Map.of("kind", "NONSENSE", "touches", List.of("SYMBOL:A")))
                .status())
        .isEqualTo(400);
  }

  @Test
  void thePictureComesLiveToAdministrators() throws IOException, InterruptedException {
    ApiClient admin = ApiClient.admin();
    HttpResponse<InputStream> stream =
        admin
            .http()
            .send(admin.request("/api/cache/live").GET().build(), BodyHandlers.ofInputStream());
    assertThat(stream.statusCode()).isEqualTo(200);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      JsonNode first = next(lines);
      JsonNode second = next(lines);
      assertThat(first.path("type").asText()).isEqualTo("snapshot");
      assertThat(second.path("sequence").asLong()).isGreaterThan(first.path("sequence").asLong());
      assertThat(first.path("items").findValuesAsText("name")).contains("quotes", "positions");
      admin.delete("/api/session");
      assertThat(endsWithin(lines, 20)).isTrue();
    }
  }

  private static JsonNode next(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.startsWith("data: ")) {
      line = lines.readLine();
    }
    assertThat(line).isNotNull();
    return Json.mapper().readTree(line.substring("data: ".length()));
  }

  /** Whether no more than so many pictures come. */
  private static boolean endsWithin(BufferedReader lines, int pictures) {
    try {
      int seen = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        seen += line.startsWith("data: ") ? 1 : 0;
        if (seen > pictures) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return true; // cut off
    }
  }

  @Test
  void theMeasuredFrontierStandsBesideWhatIsInForce() {
    JsonNode frontier = ApiClient.admin().get("/api/cache/frontier").json();
    assertThat(frontier.path("policy").asText()).isEqualTo("error-bounded");
    assertThat(frontier.path("epsilonBp").asDouble())
        .isEqualTo(frontier.path("measured").path("shippedEpsilonBp").asDouble());
    assertThat(frontier.path("epsilonByTypeBp").path("QUOTE").asDouble()).isPositive();
    assertThat(frontier.path("measured").path("bounded").size()).isGreaterThan(3);
    assertThat(frontier.path("measured").path("command").asText()).contains("cache-replay");
  }

  @Test
  void nobodyElseLooks() {
    ApiClient demo = ApiClient.demo();
    for (String path :
        List.of(
            "/shelves",
            "/shelves/quotes",
            "/events",
            "/frontier",
            "/why?key=quotes/AAPL",
            "/live")) {
      assertThat(demo.get("/api/cache" + path).status()).as(path).isIn(403, 404);
    }
    assertThat(demo.delete("/api/cache/shelves/quotes/entries").status()).isIn(403, 404);
    assertThat(ApiClient.anonymous().get("/api/cache/shelves").status()).isEqualTo(401);
  }
}
