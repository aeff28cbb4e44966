package magnus.prefetch;

import java.util.Optional;

/**
 * What became of what was told.
 *
 * @param accepted how many will be written within a second
 * @param agreed whether the user agrees to be recorded at all
 * @param reason why the others are not
 */
public record IngestReport(int accepted, int dropped, boolean agreed, Optional<String> reason) {

  static IngestReport notAgreed(int told) {
    return new IngestReport(
        0, told, false, Optional.of("You have not agreed that your visits are recorded."));
  }

  static IngestReport of(int accepted, int told) {
    return new IngestReport(
        accepted,
        told - accepted,
        true,
        accepted == told
            ? Optional.empty()
            : Optional.of("What you did before you agreed, or had all deleted, is not recorded."));
  }
}
