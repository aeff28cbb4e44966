package magnus.basics.result;

import java.util.Optional;
import java.util.function.Function;

/**
 * A value, or why there is none. For parts of a whole that may fail without failing the whole.
 *
 * @param <T> what is there when it went well
 */
public sealed interface Result<T> {

  /** It went well. */
  record Success<T>(T value) implements Result<T> {}

  /** It did not; {@code detail} is a sentence for people that names what is missing. */
  record Failure<T>(FailureReason reason, String detail) implements Result<T> {}

  static <T> Result<T> success(T value) {
    return new Success<>(value);
  }

  static <T> Result<T> failure(FailureReason reason, String detail) {
    return new Failure<>(reason, detail);
  }

  /** The value, if there is one. */
  default Optional<T> find() {
    return this instanceof Success<T> s ? Optional.of(s.value()) : Optional.empty();
  }

  /** The failure, if it is one. */
  default Optional<Failure<T>> findFailure() {
    return this instanceof Failure<T> f ? Optional.of(f) : Optional.empty();
  }

  default boolean isSuccess() {
    return this instanceof Success;
  }

  /** The same failure, or the function's value. */
  default <R> Result<R> map(Function<? super T, ? extends R> f) {
    if (this instanceof Success<T> s) {
      return success(f.apply(s.value()));
    }
    Failure<T> failed = (Failure<T>) this;
    return failure(failed.reason(), failed.detail());
  }
}
