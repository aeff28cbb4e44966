package magnus.cache.infinispan;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import magnus.basics.result.Result;
import magnus.cache.Codec;
import magnus.cache.DataType;
import magnus.cache.Ingredient;
import magnus.cache.ShelfPlan;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Two nodes, a and b, in this process. */
final class Cluster implements BeforeAllCallback, AfterAllCallback {

  private static final AtomicInteger CLUSTERS = new AtomicInteger();

  private final String name = "test-" + CLUSTERS.incrementAndGet();
  Node a;
  Node b;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    a = new Node(name, "a");
    b = new Node(name, "b");
    await(() -> a.nodes() == 2 && b.nodes() == 2);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    b.close();
    a.close();
  }

  Node another(String node) throws Exception {
    return new Node(name, node);
  }

  /** A plan for texts that come from nowhere. */
  static ShelfPlan<String, String> texts() {
    return texts("texts");
  }

  static ShelfPlan<String, String> texts(String cache) {
    return ShelfPlan.of(
        cache,
        DataType.NEWS,
        Codec.json(String.class),
        (String key, Instant asOf) -> Result.success(key),
        (key, value) -> Set.of(Ingredient.symbol("AAPL")));
  }

  /** Looks again until it is so. */
  static void await(BooleanSupplier so) {
    await(so, Duration.ofSeconds(30));
  }

  static void await(BooleanSupplier so, Duration most) {
    long end = System.nanoTime() + most.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not so after " + most);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(5);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
