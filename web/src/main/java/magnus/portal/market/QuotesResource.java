package magnus.portal.market;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import magnus.basics.problem.Refusal;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.cache.Served;
import magnus.market.MarketShelves;
import magnus.market.Quote;
import magnus.portal.freshness.ShelfAnswer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Quotes of many symbols in one answer, from one call of the market. */
@Path("/market/quotes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Market")
public class QuotesResource {

  private static final int LONGEST_SYMBOL = 32;

  @Inject private MarketShelves shelves;
  @Inject private ShelfAnswer answer;

  /**
   * The quotes that there are, and the symbols without one.
   *
   * @param items in the order of the symbols asked for
   */
  @Schema(name = "Quotes")
  public record Quotes(List<QuoteView> items, List<MissingQuote> missing) {}

  /** A symbol without a quote. */
  @Schema(name = "MissingQuote")
  public record MissingQuote(
      String symbol, FailureReason reason, @Schema(description = "In words") String detail) {}

  @GET
  @Operation(
      operationId = "getQuotes",
      summary = "The latest prices of many symbols known at market time",
      description =
          "Age, ETag and Cache-Status speak of the set: its oldest value, the one that ends first,"
              + " and the one that came worst; fwd=partial where some were there already.")
  @APIResponse(
      responseCode = "200",
      description = "The quotes; symbols without one are named with the reason",
      content = @Content(schema = @Schema(implementation = Quotes.class)))
  @APIResponse(responseCode = "400", description = "The list cannot be read, or is too long")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "503", description = "The source failed for all of them")
  public Quotes quotes(
      @Parameter(
              description = "Symbols with commas between them, 200 at most",
              required = true,
              example = "AAPL,MSFT,SPY")
          @QueryParam("symbols")
          @Nullable String symbols) {
    Map<String, Result<Served<Quote>>> results = shelves.quotes(read(symbols));
    Map<String, Served<Quote>> found = answer.of(results);
    List<MissingQuote> missing = new ArrayList<>();
    results.forEach(
        (symbol, result) ->
            result
                .findFailure()
                .ifPresent(f -> missing.add(new MissingQuote(symbol, f.reason(), f.detail()))));
    return new Quotes(
        found.values().stream().map(one -> QuoteView.of(one.value(), one.isStale())).toList(),
        missing);
  }

  /** Each once, in their order. */
  private static Set<String> read(@Nullable String symbols) {
    if (symbols == null || symbols.isBlank()) {
      throw Refusal.malformed(
          "symbols", symbols == null ? "" : symbols, "symbols with commas between them");
    }
    Set<String> read = new LinkedHashSet<>();
    for (String part : symbols.split(",", -1)) {
      String symbol = part.strip().toUpperCase(Locale.ROOT);
      if (symbol.isEmpty() || symbol.length() > LONGEST_SYMBOL) {
        throw Refusal.malformed(
            "symbols", part, "symbols of 1 to " + LONGEST_SYMBOL + " characters, each");
      }
      read.add(symbol);
      if (read.size() > MarketShelves.MOST_QUOTES) {
        throw Refusal.malformed(
            "symbols", symbol, "at most " + MarketShelves.MOST_QUOTES + " symbols");
      }
    }
    return read;
  }
}
