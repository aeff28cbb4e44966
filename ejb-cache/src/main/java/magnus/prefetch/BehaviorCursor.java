package magnus.prefetch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import magnus.basics.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Where a page of the two logs ends: the lowest ids that were told. */
record BehaviorCursor(long visit, long access) {

  private static final Pattern TEXT = Pattern.compile("v(\\d{1,18})s(\\d{1,18})");
  private static final long NEWEST = 999_999_999_999_999_999L;

  static BehaviorCursor parse(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return new BehaviorCursor(NEWEST, NEWEST);
    }
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw Refusal.malformed("before", text, "the 'next' of the page before");
    }
    return new BehaviorCursor(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
  }

  String text() {
    return "v" + visit + "s" + access;
  }
}
