package magnus.portfolio;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import magnus.basics.problem.Refusal;
import magnus.basics.time.WallClock;
import magnus.identity.Caller;
import magnus.persistence.receipt.ReceiptRepository;
import magnus.persistence.receipt.StoredReceipt;
import org.jspecify.annotations.Nullable;

/**
 * Does a write once, however often it is sent: the answer is kept for a day under the key that the
 * client chose ({@code Idempotency-Key}, draft-ietf-httpapi-idempotency-key-header). Receipt and
 * write are one transaction, so a write that was refused or failed leaves the key free.
 */
@Stateless
public class WriteReceipts {

  static final Duration KEPT = Duration.ofHours(24);

  private static final int LONGEST_KEY = 200;

  @Inject ReceiptRepository receipts;
  @Inject WallClock clock;

  /**
   * An answer as it went out.
   *
   * @param body JSON
   */
  public record Answer(int status, @Nullable String location, String body) {}

  /**
   * The answer of the first time, or of the work done now.
   *
   * @param requestHash of everything that makes the request what it is
   * @throws Refusal UNACCEPTABLE when the key was used for another request; two at the same time
   *     make one of them fail with an exception of the database, after which {@link #find} knows
   *     the other's answer
   */
  public Answer once(Caller caller, String key, String requestHash, Supplier<Answer> work) {
    Optional<Answer> known = find(caller, key, requestHash);
    if (known.isPresent()) {
      return known.get();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    receipts.prune(now.minus(KEPT));
    receipts.add(new StoredReceipt(caller.id(), key, requestHash, now, 0, null, ""));
    Answer answer = work.get();
    receipts.complete(
        new StoredReceipt(
            caller.id(), key, requestHash, now, answer.status(), answer.location(), answer.body()));
    return answer;
  }

  /** The answer kept under the key, if it is not older than a day. */
  public Optional<Answer> find(Caller caller, String key, String requestHash) {
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw Refusal.malformed(
          "Idempotency-Key", key, "a text of 1 to " + LONGEST_KEY + " characters");
    }
    Optional<StoredReceipt> stored =
        receipts
            .find(caller.id(), key)
            .filter(r -> !r.createdAt().isBefore(clock.instant().minus(KEPT)));
    if (stored.isPresent() && !stored.get().requestHash().equals(requestHash)) {
      throw Refusal.of(
          Refusal.Kind.UNACCEPTABLE,
          "idempotency-key-reused",
          "The Idempotency-Key '" + key + "' was used for another request within the last day.");
    }
    return stored.map(r -> new Answer(r.status(), r.location(), r.body()));
  }
}
