package magnus.prefetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a user holds, as it is stored with a visit: symbols parted by blanks, the largest first. */
final class HeldText {

  private static final String NOTHING = "-";
  private static final int MOST_LETTERS = 200;
  private static final int MOST_SYMBOLS = 20;

  private HeldText() {}

  /** As many as there is room for. */
  static String of(Optional<List<String>> symbols) {
    if (symbols.isEmpty()) {
      return "";
    }
    List<String> kept = new ArrayList<>();
    int letters = 0;
    for (String symbol : symbols.get()) {
      letters += symbol.length() + 1;
      if (kept.size() == MOST_SYMBOLS || letters > MOST_LETTERS) {
        break;
      }
      if (!symbol.contains(" ")) {
        kept.add(symbol);
      }
    }
    return kept.isEmpty() ? NOTHING : String.join(" ", kept);
  }

  /** Empty where it was not known. */
  static Optional<List<String>> parse(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(text.equals(NOTHING) ? List.of() : List.of(text.split(" ")));
  }
}
