package magnus.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import magnus.basics.problem.Refusal;
import magnus.identity.bouncycastle.BouncyCastleArgon2;
import magnus.identity.password.Argon2Parameters;
import magnus.identity.password.PasswordHashing;
import magnus.identity.password.PasswordRules;

/**
 * Hashes and checks passwords, a few at a time: each takes 19 MiB and a processor, and a flood of
 * attempts must not take them all.
 */
@ApplicationScoped
public class Passwords {

  private static final int LONGEST_QUEUE_SECONDS = 5;

  private final PasswordHashing hashing;
  private final Semaphore places =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
  private String nobodys = "";

  public Passwords() {
    this(new BouncyCastleArgon2(Argon2Parameters.TODAY));
  }

  Passwords(PasswordHashing hashing) {
    this.hashing = hashing;
  }

  /** Not in the constructor, which the container's proxies run too. */
  @PostConstruct
  void begin() {
    nobodys = hashing.hash("nobody's password");
  }

  String hash(String password) {
    return inPlace(() -> hashing.hash(password));
  }

  /** Whether it is the password of that hash; without a hash as much work is done for "no". */
  boolean matches(String password, Optional<String> hash) {
    if (password.length() > PasswordRules.MOST) {
      return false;
    }
    boolean same = inPlace(() -> hashing.matches(password, hash.orElse(nobodys)));
    return same && hash.isPresent();
  }

  boolean isOutdated(String hash) {
    return hashing.isOutdated(hash);
  }

  /** Refuses a new password that breaks the rules. */
  void check(String field, String password, String name, int least) {
    PasswordRules.fault(password, name, least)
        .ifPresent(
            expected -> {
              throw Refusal.malformed(field, "(not shown)", expected);
            });
  }

  private <T> T inPlace(Supplier<T> work) {
    try {
      if (!places.tryAcquire(LONGEST_QUEUE_SECONDS, TimeUnit.SECONDS)) {
        throw Refusal.of(
            Refusal.Kind.UNAVAILABLE,
            "sign-in-busy",
            "Too many people sign in at this moment; try again in a few seconds.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.of(Refusal.Kind.UNAVAILABLE, "sign-in-busy", "The server is stopping.");
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
