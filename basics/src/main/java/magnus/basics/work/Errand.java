package magnus.basics.work;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * For whom this thread works, and whether it loads a value of a shelf meanwhile: what the
 * statements that it runs are counted under. Whoever says so ends it on the same thread; whoever
 * hands work on to another thread {@link #carried carries} it there.
 *
 * @param cohort of the user, such as {@code user}; {@link #BACKGROUND} where there is none
 * @param shelf whose loader is at work; empty for none
 */
public record Errand(String cohort, String shelf) {

  /** Whatever no request waits for. */
  public static final String BACKGROUND = "background";

  private static final Errand NONE = new Errand(BACKGROUND, "");
  private static final ThreadLocal<@Nullable Errand> CURRENT = new ThreadLocal<>();

  /** Until it is closed. */
  public interface Scope extends AutoCloseable {
    @Override
    void close();
  }

  public static Errand current() {
    return Objects.requireNonNullElse(CURRENT.get(), NONE);
  }

  /** This thread works for users of a cohort from now on. */
  public static Scope of(String cohort) {
    return enter(new Errand(cohort, ""));
  }

  /** This thread loads a value of a shelf from now on, for the same users. */
  public static Scope loading(String shelf) {
    return enter(new Errand(current().cohort, shelf));
  }

  /** Who asks is known now; what was said before stands again when that scope is closed. */
  public static void become(String cohort) {
    CURRENT.set(new Errand(cohort, current().shelf));
  }

  /** The same work on behalf of the same users, on whichever thread it runs. */
  @SuppressWarnings("try")
  public static Runnable carried(Runnable work) {
    Errand here = current();
    return () -> {
      try (Scope there = enter(here)) {
        work.run();
      }
    };
  }

  private static Scope enter(Errand next) {
    Errand before = CURRENT.get();
    CURRENT.set(next);
    return () -> {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    };
  }
}
