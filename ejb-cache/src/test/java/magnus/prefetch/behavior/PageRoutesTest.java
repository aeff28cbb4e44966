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
