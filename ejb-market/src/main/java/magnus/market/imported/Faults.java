package magnus.market.imported;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import magnus.basics.problem.FieldFault;
import magnus.basics.problem.Refusal;

/** What is wrong with a file; reading goes on, so that its user learns of many places at once. */
final class Faults {

  /** After so many, reading on tells nothing new. */
  static final int MOST = 100;

  private static final int LONGEST_VALUE = 120;

  private final List<FieldFault> faults = new ArrayList<>();
  private String entry = "";

  /** The file within the archive that what follows stands in; empty for a plain file. */
  void enter(String name) {
    entry = name;
  }

  void add(int line, String field, String value, String expected) {
    String shown =
        value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    String place = entry.isEmpty() ? field : entry + ": " + field;
    faults.add(new FieldFault(line, place, shown, expected));
    if (faults.size() >= MOST) {
      throwIfAny();
    }
  }

  void throwIfAny() {
    if (!faults.isEmpty()) {
      String more =
          faults.size() == 1
              ? ""
              : String.format(Locale.ROOT, " In all %d places are wrong.", faults.size());
      throw Refusal.of(
              Refusal.Kind.UNACCEPTABLE,
              "import-refused",
              "Nothing was imported. " + faults.get(0).sentence() + more)
          .withFaults(faults);
    }
  }
}
