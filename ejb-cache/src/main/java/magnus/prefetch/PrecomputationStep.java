package magnus.prefetch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import magnus.basics.json.Json;
import magnus.prefetch.query.PrecomputationPlan;
import magnus.prefetch.query.PrecomputationPlan.Pick;
import magnus.runs.RunStep;
import magnus.runs.StepContext;

/**
 * The one step of a precomputation: summaries, then values of shelves by their own loaders, one
 * after the other at the lowest priority. Waits while the server is busy, up to the hour.
 */
final class PrecomputationStep implements RunStep {

  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration LEAST_TIME = Duration.ofMinutes(2);

  private final PrecomputationWork work;

  PrecomputationStep(PrecomputationWork work) {
    this.work = work;
  }

  @Override
  public String name() {
    return "precomputation";
  }

  /** What it computed lies on the shelves; a second time it would find it there. */
  @Override
  public boolean repeatable() {
    return false;
  }

  @Override
  public void run(StepContext context) throws Exception {
    Thread thread = Thread.currentThread();
    int priority = thread.getPriority();
    thread.setPriority(Thread.MIN_PRIORITY);
    try {
      compute(context);
    } finally {
      thread.setPriority(priority);
    }
  }

  private void compute(StepContext context) throws Exception {
    long began = System.nanoTime();
    Instant startedAt = work.now();
    Instant window = Instant.parse(parameter(context, QueryPrecomputation.WINDOW));
    List<String> summaries = work.remakeSummaries(window);
    PrecomputationWork.Planned planned = work.plan(window);
    PrecomputationPlan plan = planned.plan();
    context.emit(
        "precomputation_plan",
        Map.of(
            "window", window,
            "candidates", planned.candidates(),
            "loads", plan.picks().size(),
            "beyondBudget", plan.beyond(),
            "shortLived", plan.shortLived(),
            "unlikely", plan.unlikely()));
    Duration time = Duration.between(startedAt, window);
    long until = began + (time.compareTo(LEAST_TIME) < 0 ? LEAST_TIME : time).toNanos();
    PrecomputationWork.Turn turn = work.begin(window);
    List<Pick> failed = new ArrayList<>();
    int reached = 0;
    long bytes = 0;
    for (Pick pick : plan.picks()) {
      giveWay(context, until);
      if (System.nanoTime() - until > 0) {
        break;
      }
      reached++;
      long taken = work.load(turn, pick);
      if (taken < 0) {
        failed.add(pick);
      } else {
        bytes += taken;
      }
      context.progress((double) reached / plan.picks().size(), pick.place().shelf());
    }
    PrecomputationReport report =
        new PrecomputationReport(
            UUID.fromString(parameter(context, QueryPrecomputation.ID)),
            context.run(),
            window,
            parameter(context, QueryPrecomputation.TURN),
            work.node(),
            startedAt,
            Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0,
            Double.parseDouble(parameter(context, QueryPrecomputation.EXPECTED)),
            planned.candidates(),
            plan.unlikely(),
            plan.shortLived(),
            plan.there(),
            plan.beyond(),
            reached - failed.size(),
            failed.size(),
            plan.picks().size() - reached,
            bytes,
            turn.values().byShelf(),
            summaries,
            false);
    work.done(turn, report);
    ObjectNode members = Json.mapper().valueToTree(report);
    members.remove("run");
    context.emit(members);
  }

  /** Users' requests come first: while they take the processors' time, nothing is computed. */
  private void giveWay(StepContext context, long until) throws Exception {
    context.checkCancelled();
    while (work.isBusy() && System.nanoTime() - until < 0) {
      context.blocking(
          () -> {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            return null;
          });
      context.checkCancelled();
    }
  }

  private static String parameter(StepContext context, String name) {
    String text = context.parameters().get(name);
    if (text == null) {
      throw new IllegalStateException("a precomputation without its " + name);
    }
    return text;
  }
}
