package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A predictor, the names of its numbers, and the steps that it learned. */
final class ModelState {

  private static final int MOST_COHORTS = 10_000;

  private final NextPredictor predictor;
  private final int mostSteps;
  private final Vocabulary items;
  private final Vocabulary users;
  private final Vocabulary cohorts = new Vocabulary(MOST_COHORTS);
  private final ArrayDeque<Step> log = new ArrayDeque<>();
  private Optional<String> muted = Optional.empty();
  private long learned;

  ModelState(NextPredictor predictor, SequenceModel.Bounds bounds) {
    this.predictor = predictor;
    mostSteps = bounds.steps();
    items = new Vocabulary(bounds.items());
    users = new Vocabulary(bounds.users());
  }

  List<Likely> predict(NamedStep question, int count) {
    boolean mute = muted.isPresent() && muted.equals(question.user());
    SessionContext context =
        new SessionContext(
            mute ? SessionContext.NOBODY : find(users, question.user()),
            find(cohorts, question.cohort()),
            question.session(),
            numbers(question.items(), false),
            question.slot(),
            question.day(),
            question.condition(),
            question.events(),
            numbers(question.held(), false));
    Ranking ranking = predictor.predict(context, count);
    List<Likely> likely = new ArrayList<>();
    for (int i = 0; i < ranking.size(); i++) {
      double probability = ranking.probabilities()[i];
      items
          .findName(ranking.items()[i])
          .ifPresent(name -> likely.add(new Likely(name, probability)));
    }
    return likely;
  }

  void learn(NamedStep named) {
    SessionContext context =
        new SessionContext(
            learn(users, named.user()),
            learn(cohorts, named.cohort()),
            named.session(),
            numbers(named.items(), true),
            named.slot(),
            named.day(),
            named.condition(),
            named.events(),
            numbers(named.held(), true));
    int next = named.next().map(items::learn).orElse(Vocabulary.UNKNOWN);
    // a user without a number could not be told apart in the log, and so not be forgotten
    boolean forgettable = named.user().isEmpty() || context.user() != Vocabulary.UNKNOWN;
    if (next != Vocabulary.UNKNOWN && forgettable) {
      predictor.learn(context, next);
      log.add(new Step(context, next));
      learned++;
      if (log.size() > mostSteps) {
        log.remove();
      }
    }
  }

  /** From now on this user is answered as one who is not known. */
  void forgetOwn(String user) {
    muted = Optional.of(user);
  }

  /** How many steps were ever learned. */
  long learned() {
    return learned;
  }

  int steps() {
    return log.size();
  }

  /** The steps of the log that came after the first {@code from} ever learned. */
  List<NamedStep> log(long from) {
    long skipped = Math.max(0, from - (learned - log.size()));
    return log.stream().skip(skipped).map(this::named).toList();
  }

  private NamedStep named(Step step) {
    SessionContext context = step.context();
    return new NamedStep(
        users.findName(context.user()),
        cohorts.findName(context.cohort()),
        context.session(),
        names(context.items()),
        context.slot(),
        context.day(),
        context.condition(),
        context.events(),
        names(context.held()),
        items.findName(step.next()));
  }

  private List<String> names(int[] numbers) {
    List<String> names = new ArrayList<>(numbers.length);
    for (int number : numbers) {
      items.findName(number).ifPresent(names::add);
    }
    return names;
  }

  private int[] numbers(List<String> names, boolean learn) {
    return names.stream().mapToInt(n -> learn ? items.learn(n) : items.number(n)).toArray();
  }

  private static int find(Vocabulary vocabulary, Optional<String> name) {
    return name.map(vocabulary::number).orElse(Vocabulary.UNKNOWN);
  }

  private static int learn(Vocabulary vocabulary, Optional<String> name) {
    return name.map(vocabulary::learn).orElse(Vocabulary.UNKNOWN);
  }

  long memoryBytes() {
    long log = this.log.stream().mapToLong(s -> 120 + 4L * s.context().length()).sum();
    return predictor.memoryBytes() + log + 100L * (items.size() + users.size() + cohorts.size());
  }

  void write(DataOutput out) throws IOException {
    items.write(out);
    users.write(out);
    cohorts.write(out);
    out.writeLong(learned);
    out.writeInt(log.size());
    for (Step step : log) {
      Steps.write(step, out);
    }
    predictor.write(out);
  }

  void read(DataInput in) throws IOException {
    items.read(in);
    users.read(in);
    cohorts.read(in);
    learned = in.readLong();
    log.clear();
    for (int left = in.readInt(); left > 0; left--) {
      log.add(Steps.read(in));
    }
    predictor.read(in);
  }
}
