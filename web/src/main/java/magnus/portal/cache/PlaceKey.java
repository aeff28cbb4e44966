package magnus.portal.cache;

import magnus.basics.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Where an entry lies, written {@code SHELF/KEY}; the key may contain slashes itself. */
record PlaceKey(String shelf, String key) {

  static PlaceKey of(@Nullable String text) {
    int slash = text == null ? -1 : text.indexOf('/');
    if (text == null || slash < 1 || slash == text.length() - 1) {
      throw Refusal.malformed("key", text, "SHELF/KEY, such as quotes/AAPL");
    }
    return new PlaceKey(text.substring(0, slash), text.substring(slash + 1));
  }
}
