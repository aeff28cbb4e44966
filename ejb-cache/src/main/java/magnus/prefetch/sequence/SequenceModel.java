package magnus.prefetch.sequence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The model that a node serves: names instead of numbers, safe for several threads, and able to
 * forget.
 *
 * <p>The model is a function of its log: the latest steps, up to a bound. To forget a user the log
 * is cleared of him, and everything, names included, is learned anew from what is left; afterwards
 * the model is the one that was never taught his steps. Nodes that learn the same steps in the same
 * order hold the same model, so a node that joins learns the log of another, or the table that the
 * log is stored in.
 */
public final class SequenceModel {

  /** "MPN" and the version of the format. */
  private static final int FORMAT = 0x4D504E01;

  private final Supplier<NextPredictor> maker;
  private final Bounds bounds;
  private final Object turn = new Object();
  private ModelState state;

  /**
   * How much a model holds at most.
   *
   * @param items names of items; further ones are not learned
   * @param users names of users; what further ones do is not learned
   * @param steps of the log; when there are more, the oldest go
   */
  public record Bounds(int items, int users, int steps) {}

  /**
   * @param maker makes a predictor that learned nothing, always of the same settings
   */
  public SequenceModel(Supplier<NextPredictor> maker, Bounds bounds) {
    this.maker = maker;
    this.bounds = bounds;
    state = new ModelState(maker.get(), bounds);
  }

  /** What may come next, the most likely first; the probabilities' sum is at most 1. */
  public List<Likely> predict(NamedStep question, int count) {
    synchronized (turn) {
      return state.predict(question, count);
    }
  }

  /** Learns one step. */
  public void learn(NamedStep step) {
    synchronized (turn) {
      state.learn(step);
    }
  }

  /** The steps that the model is made of, in their order. */
  public List<NamedStep> log() {
    synchronized (turn) {
      return state.log(0);
    }
  }

  /** Makes the model anew of these steps, instead of its own: after a restart, or for retention. */
  public void rebuild(List<NamedStep> steps) {
    ModelState rebuilt = new ModelState(maker.get(), bounds);
    steps.forEach(rebuilt::learn);
    synchronized (turn) {
      state = rebuilt;
    }
  }

  /**
   * Forgets a user: returns when no prediction is influenced by him any more. Takes as long as it
   * takes to learn the log; others are served meanwhile, and what they do is learned.
   */
  public void forget(String user) {
    List<NamedStep> steps;
    long upTo;
    synchronized (turn) {
      state.forgetOwn(user);
      steps = state.log(0);
      upTo = state.learned();
    }
    ModelState rebuilt = new ModelState(maker.get(), bounds);
    learnOthers(steps, user, rebuilt);
    synchronized (turn) {
      learnOthers(state.log(upTo), user, rebuilt);
      state = rebuilt;
    }
  }

  private static void learnOthers(List<NamedStep> steps, String user, ModelState into) {
    for (NamedStep step : steps) {
      if (!step.user().equals(Optional.of(user))) {
        into.learn(step);
      }
    }
  }

  /** All that was learned, in the model's own format. */
  public byte[] snapshot() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      synchronized (turn) {
        out.writeInt(FORMAT);
        state.write(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Takes over a snapshot instead of all that was learned here.
   *
   * @throws IllegalArgumentException if it is of another format, or cut short; the model is as
   *     before
   */
  public void restore(byte[] snapshot) {
    ModelState read = new ModelState(maker.get(), bounds);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(snapshot))) {
      int format = in.readInt();
      if (format != FORMAT) {
        throw new IllegalArgumentException(
            "a snapshot of format "
                + Integer.toHexString(format)
                + ", not "
                + Integer.toHexString(FORMAT)
                + "; rebuild the model from its log instead");
      }
      read.read(in);
    } catch (IOException | IndexOutOfBoundsException | NegativeArraySizeException e) {
      throw new IllegalArgumentException(
          "a snapshot of " + snapshot.length + " bytes that ends early or is garbled", e);
    }
    synchronized (turn) {
      state = read;
    }
  }

  /** What the model holds, in bytes, its log included. */
  public long memoryBytes() {
    synchronized (turn) {
      return state.memoryBytes();
    }
  }

  /** How many steps the log has. */
  public int steps() {
    synchronized (turn) {
      return state.steps();
    }
  }
}
