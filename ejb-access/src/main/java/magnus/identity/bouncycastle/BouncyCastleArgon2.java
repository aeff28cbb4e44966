package magnus.identity.bouncycastle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import magnus.identity.password.Argon2Parameters;
import magnus.identity.password.PasswordHashing;
import magnus.identity.password.PasswordRules;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters.Builder;

/** Argon2id (RFC 9106) by Bouncy Castle, in pure Java. */
public final class BouncyCastleArgon2 implements PasswordHashing {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Base64.Encoder TEXT = Base64.getEncoder().withoutPadding();

  private final SecureRandom random = new SecureRandom();
  private final Argon2Parameters today;

  /**
   * @param today parameters of new hashes
   */
  public BouncyCastleArgon2(Argon2Parameters today) {
    this.today = today;
  }

  @Override
  public String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] hash = compute(password, salt, today, HASH_BYTES);
    return today.phc(TEXT.encodeToString(salt), TEXT.encodeToString(hash));
  }

  @Override
  public boolean matches(String password, String hash) {
    Optional<Argon2Parameters.Parts> found = Argon2Parameters.parse(hash);
    if (found.isEmpty()) {
      return false;
    }
    Argon2Parameters.Parts parts = found.get();
    byte[] expected = Base64.getDecoder().decode(parts.hash());
    byte[] salt = Base64.getDecoder().decode(parts.salt());
    return MessageDigest.isEqual(
        expected, compute(password, salt, parts.parameters(), expected.length));
  }

  @Override
  public boolean isOutdated(String hash) {
    return Argon2Parameters.parse(hash).map(p -> !p.parameters().equals(today)).orElse(true);
  }

  private static byte[] compute(String password, byte[] salt, Argon2Parameters cost, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Builder(org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id)
            .withVersion(org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_VERSION_13)
            .withSalt(salt)
            .withMemoryAsKB(cost.memory())
            .withIterations(cost.passes())
            .withParallelism(cost.lanes())
            .build());
    byte[] plain = PasswordRules.normalised(password).getBytes(StandardCharsets.UTF_8);
    byte[] hash = new byte[length];
    generator.generateBytes(plain, hash);
    Arrays.fill(plain, (byte) 0);
    return hash;
  }
}
