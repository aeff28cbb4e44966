package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * What is opened under the circumstances: at this half hour, on this day at this half hour, in this
 * state of the market, while this goes on, by this cohort (at all, and after this item), and what
 * stands for something that the user holds. Of the latest visits, and of what k users did.
 */
final class CircumstanceExpert implements Expert {

  private static final List<String> COLUMNS =
      List.of("time-of-day", "week-time", "condition", "event", "cohort", "cohort-1", "held");

  private static final int HELD = COLUMNS.indexOf("held");
  private static final int EVENT = COLUMNS.indexOf("event");
  private static final int EVENTS = 8;
  private static final int MOST_HELD = 40;

  private final int k;
  private final SuccessorTable table;

  CircumstanceExpert(int k, int mostStates, int mostSuccessors) {
    this.k = k;
    table = new SuccessorTable(k, mostStates, mostSuccessors);
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public void weigh(SessionContext context, Candidates candidates, int first) {
    for (int column = 0; column < HELD; column++) {
      if (column == EVENT) {
        for (int event = 0; event < EVENTS; event++) {
          if ((context.events() & 1 << event) != 0) {
            weigh(Hash.of(EVENT, event), candidates, first + EVENT);
          }
        }
      } else if (isKnown(column, context)) {
        weigh(state(column, context), candidates, first + column);
      }
    }
    int[] held = context.held();
    for (int i = 0; i < Math.min(held.length, MOST_HELD); i++) {
      if (held[i] >= 0) {
        candidates.add(first + HELD, held[i], 1f / (1 + i));
      }
    }
  }

  private void weigh(long state, Candidates candidates, int column) {
    Successors row = table.find(state);
    if (row != null) {
      for (int i = 0; i < row.size(); i++) {
        if (row.seenOfLateBy(k, i)) {
          candidates.add(column, row.item(i), row.recent(i));
        }
      }
    }
  }

  private static boolean isKnown(int column, SessionContext context) {
    return switch (column) {
      case 0 -> context.slot() >= 0;
      case 1 -> context.slot() >= 0 && context.day() >= 0;
      case 2 -> context.condition() >= 0;
      case 4 -> context.cohort() >= 0;
      case 5 -> context.cohort() >= 0 && context.length() > 0;
      default -> false;
    };
  }

  private static long state(int column, SessionContext context) {
    long kind = Hash.of(1_000, column);
    return switch (column) {
      case 0 -> Hash.of(kind, context.slot());
      case 1 -> Hash.of(kind, context.slot() * 8L + context.day());
      case 2 -> Hash.of(kind, context.condition());
      case 4 -> Hash.of(kind, context.cohort());
      default -> Hash.of(Hash.of(kind, context.cohort()), context.back(0));
    };
  }

  @Override
  public void learn(SessionContext context, int next) {
    for (int column = 0; column < HELD; column++) {
      if (column == EVENT) {
        for (int event = 0; event < EVENTS; event++) {
          if ((context.events() & 1 << event) != 0) {
            table.add(Hash.of(EVENT, event), next, context.user());
          }
        }
      } else if (isKnown(column, context)) {
        table.add(state(column, context), next, context.user());
      }
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    table.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    table.read(in);
  }

  @Override
  public long memoryBytes() {
    return table.memoryBytes();
  }
}
