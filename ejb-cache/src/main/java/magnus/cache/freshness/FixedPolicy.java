package magnus.cache.freshness;

import java.util.Locale;

/** The base of each data type and nothing else: what the other policies are measured against. */
public final class FixedPolicy implements LifespanPolicy {

  /** Its name in settings and explanations. */
  public static final String NAME = "fixed";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Lifespan choose(LifespanQuestion question) {
    LifespanSteps steps = new LifespanSteps(question.asOf());
    String type = question.type().name().toLowerCase(Locale.ROOT);
    steps.set("base", question.type().base(), type, LifespanSteps.CONSTANT, 0);
    return steps.finish(NAME);
  }
}
