package magnus.portal.freshness;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import magnus.basics.problem.Refusal;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.cache.Served;
import org.jspecify.annotations.Nullable;

/**
 * What a request was answered from. A resource takes its value through {@link #of}; {@link
 * FreshnessFilter} writes the headers.
 */
@RequestScoped
public class ShelfAnswer {

  private @Nullable Served<?> served;
  private boolean partly;

  /**
   * The value; noted for the headers.
   *
   * @param missing slug of the refusal where the source has no such thing
   * @throws Refusal UNKNOWN where there is no such thing, UNAVAILABLE where the source failed and
   *     nothing old could be served
   */
  public <V> V of(Result<Served<V>> result, String missing) {
    if (result instanceof Result.Failure<Served<V>> failed) {
      throw Refusal.of(kind(failed.reason()), slug(failed.reason(), missing), failed.detail());
    }
    Served<V> found = ((Result.Success<Served<V>>) result).value();
    served = found;
    return found.value();
  }

  /**
   * The values that there are; noted for the headers as one answer, which is as old as its oldest
   * value, as fresh as the one that ends first, and came as the one that came worst.
   *
   * @throws Refusal UNAVAILABLE where the source failed for all of them
   */
  public <K, V> Map<K, Served<V>> of(Map<K, Result<Served<V>>> results) {
    Map<K, Served<V>> found = new LinkedHashMap<>();
    results.forEach((key, result) -> result.find().ifPresent(one -> found.put(key, one)));
    if (found.isEmpty()) {
      refuseUnlessMissing(results.values());
    } else {
      served = ServedSet.together(results);
      partly = ServedSet.isPartly(found.values());
    }
    return found;
  }

  private static <V> void refuseUnlessMissing(Collection<Result<Served<V>>> results) {
    List<Result.Failure<Served<V>>> failures =
        results.stream().map(Result::findFailure).flatMap(Optional::stream).toList();
    if (!failures.isEmpty() && failures.stream().noneMatch(f -> isMissing(f.reason()))) {
      throw Refusal.of(Refusal.Kind.UNAVAILABLE, "source-unavailable", failures.get(0).detail());
    }
  }

  private static Refusal.Kind kind(FailureReason reason) {
    return isMissing(reason) ? Refusal.Kind.UNKNOWN : Refusal.Kind.UNAVAILABLE;
  }

  private static String slug(FailureReason reason, String missing) {
    return isMissing(reason) ? missing : "source-unavailable";
  }

  private static boolean isMissing(FailureReason reason) {
    return switch (reason) {
      case NO_DATA, NOT_ENOUGH_DATA, NOT_COMPUTABLE -> true;
      case TIMED_OUT, UNAVAILABLE, GARBLED, CANCELLED -> false;
    };
  }

  /** Whether the value was served past its lifespan because its source failed or was slow. */
  public boolean isStale() {
    return served != null && served.isStale();
  }

  /** Market time at which the source was asked; empty where no shelf answered. */
  public Optional<Instant> asOf() {
    return served().map(Served::asOf);
  }

  /** Whether only a part of a set was there. */
  boolean isPartly() {
    return partly;
  }

  Optional<Served<?>> served() {
    return Optional.ofNullable(served);
  }
}
