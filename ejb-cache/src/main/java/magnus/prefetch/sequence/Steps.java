package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Writes and reads steps. */
final class Steps {

  private Steps() {}

  static void write(Step step, DataOutput out) throws IOException {
    SessionContext context = step.context();
    out.writeInt(context.user());
    out.writeInt(context.cohort());
    out.writeLong(context.session());
    write(context.items(), out);
    out.writeInt(context.slot());
    out.writeInt(context.day());
    out.writeInt(context.condition());
    out.writeInt(context.events());
    write(context.held(), out);
    out.writeInt(step.next());
  }

  static Step read(DataInput in) throws IOException {
    SessionContext context =
        new SessionContext(
            in.readInt(),
            in.readInt(),
            in.readLong(),
            readItems(in),
            in.readInt(),
            in.readInt(),
            in.readInt(),
            in.readInt(),
            readItems(in));
    return new Step(context, in.readInt());
  }

  private static void write(int[] items, DataOutput out) throws IOException {
    out.writeInt(items.length);
    for (int item : items) {
      out.writeInt(item);
    }
  }

  private static int[] readItems(DataInput in) throws IOException {
    int[] items = new int[in.readInt()];
    for (int i = 0; i < items.length; i++) {
      items[i] = in.readInt();
    }
    return items;
  }
}
