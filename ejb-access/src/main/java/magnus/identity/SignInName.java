package magnus.identity;

import java.util.Locale;
import java.util.regex.Pattern;
import magnus.basics.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** The one spelling of sign-in names: lower case, without blanks around. */
final class SignInName {

  private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,63}");

  private SignInName() {}

  /** As typed at sign-in; may be nobody's. */
  static String of(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  /** For a new account. */
  static String checked(@Nullable String typed) {
    String name = typed == null ? "" : of(typed);
    if (!ALLOWED.matcher(name).matches()) {
      throw Refusal.malformed(
          "name",
          typed,
          "a name of 2 to 64 letters a to z, digits and . _ @ + -, that starts with a letter or"
              + " digit");
    }
    return name;
  }

  /** A name close to what a provider calls somebody. */
  static String from(String preferred) {
    String plain = of(preferred).replaceAll("[^a-z0-9._@+-]", "-").replaceAll("^[^a-z0-9]+", "");
    String cut = plain.length() > 56 ? plain.substring(0, 56) : plain;
    return cut.length() < 2 ? "user-" + cut : cut;
  }
}
