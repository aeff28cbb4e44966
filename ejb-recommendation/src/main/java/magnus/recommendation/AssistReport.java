package magnus.recommendation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What helps on a page.
 *
 * @param page as it was asked for
 * @param actions what one would do next here
 * @param suggestions what the data on the page suggest
 */
public record AssistReport(String page, List<Action> actions, List<Suggestion> suggestions) {

  /**
   * A step of the user's own: a page to open.
   *
   * @param why in a sentence, with the figure that it rests on
   * @param source where the figure comes from
   */
  public record Action(String label, String href, String why, String source) {}

  /**
   * Something to be seen beside the data.
   *
   * @param anchor what it is about: a symbol, a sector, {@code cash}, {@code portfolio}
   * @param recommendation of the list, where it is one
   */
  public record Suggestion(
      String anchor, String text, String source, @Nullable UUID recommendation, String href) {}
}
