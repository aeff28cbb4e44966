package magnus.prefetch.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class PageRoutesTest {

  @Test
  void findsPagesByTheirPaths() {
    UUID id = UUID.randomUUID();

    assertThat(PageRoutes.find("/")).contains(new Page("/", ""));
    assertThat(PageRoutes.find("/market/BRK.B")).contains(new Page("/market/:symbol", "BRK.B"));
    assertThat(PageRoutes.find("/portfolios/" + id))
        .contains(new Page("/portfolios/:id", id.toString()))
        .get()
        .satisfies(page -> assertThat(page.path()).isEqualTo("/portfolios/" + id))
        .satisfies(page -> assertThat(page.shared()).isEqualTo("/portfolios/:id"));
    assertThat(Page.ofSymbol("AAPL").shared()).isEqualTo("/market/AAPL");
  }

  @Test
  void knowsAllSymbolsOfTheMarketAndEncodesThemInLinks() {
    for (String symbol : new String[] {"^VIX", "^GSPC", "ES=F", "BTC-USD", "BRK.B", "BTC/USD"}) {
      assertThat(PageRoutes.isSymbol(symbol)).as(symbol).isTrue();
      assertThat(PageRoutes.find("/market/" + symbol))
          .contains(new Page("/market/:symbol", symbol));
    }
    for (String text : new String[] {"^", "^^VIX", "A//B", "/A", "A/", "../A", "A B", "A\n", ""}) {
      assertThat(PageRoutes.isSymbol(text)).as(text).isFalse();
    }
    assertThat(PageRoutes.isSymbol("A".repeat(40))).isTrue();
    assertThat(PageRoutes.isSymbol("A".repeat(41))).isFalse();
    assertThat(Page.ofSymbol("^VIX").href()).isEqualTo("/market/%5EVIX");
    assertThat(Page.ofSymbol("BTC/USD").href()).isEqualTo("/market/BTC%2FUSD");
    assertThat(Page.ofSymbol("AAPL").href()).isEqualTo("/market/AAPL");
  }

  @Test
  void knowsNothingElse() {
    for (String path :
        new String[] {
          "",
          "market",
          "/market/",
          "/market/aapl",
          "/market/:symbol",
          "/market/AAPL/x",
          "/portfolios/1",
          "/runs/../account",
          "/?q=secret",
          "/market/AAPL?x=1"
        }) {
      assertThat(PageRoutes.find(path)).as(path).isEmpty();
    }
  }

  @Test
  void hasWordsForEachRoute() {
    for (String route : PageRoutes.ALL) {
      assertThat(HabitWords.of(new Page(route, "AAPL"))).doesNotContain("/");
    }
  }
}
