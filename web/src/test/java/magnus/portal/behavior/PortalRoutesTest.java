package magnus.portal.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import magnus.prefetch.behavior.PageRoutes;
import org.junit.jupiter.api.Test;

/** The pages that may be recorded are the pages that the portal has. */
class PortalRoutesTest {

  private static final Pattern LAZY = Pattern.compile("path: '([^'*/]+(?:/:[a-z]+)?)', lazy");

  @Test
  void knowsEveryPageOfThePortal() throws IOException {
    String source = Files.readString(Path.of("src/main/portal/src/shell/routes.tsx"));
    int admin = source.indexOf("path: 'admin'");
    List<String> routes = new ArrayList<>(List.of("/"));
    Matcher matcher = LAZY.matcher(source);
    while (matcher.find()) {
      routes.add((matcher.start() > admin ? "/admin/" : "/") + matcher.group(1));
    }

    assertThat(PageRoutes.ALL).containsExactlyInAnyOrderElementsOf(routes);
  }

  @Test
  void tellsThePortalTheSamePages() throws IOException {
    String source = Files.readString(Path.of("src/main/portal/src/prefetch/pages.ts"));
    String list = source.substring(source.indexOf("PAGES = ["), source.indexOf("] as const"));

    assertThat(Pattern.compile("'([^']+)'").matcher(list).results().map(r -> r.group(1)))
        .containsExactlyElementsOf(PageRoutes.ALL);
  }

  @Test
  void tellsThePortalTheSameSymbols() throws IOException {
    String source = Files.readString(Path.of("src/main/portal/src/prefetch/pages.ts"));

    assertThat(source).contains("const SYMBOL = /^" + PageRoutes.SYMBOL + "$/;");
  }
}
