package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * What this user himself did: his latest {@value #KEPT} steps, with the half hour and day of each.
 * Nobody else is shown anything of it. Four columns: what he opened lately at all, after the same
 * item, after the same two items, and at this time of day (on this day of the week the more).
 */
final class HistoryExpert implements Expert {

  /** How many steps of a user are kept. */
  static final int KEPT = 64;

  /** So many of the latest are named for their own sake, the others if more speaks for them. */
  private static final int NAMED = 8;

  private static final float FADE = 0.97f;
  private static final int ROW = KEPT + 1;

  private final int mostUsers;
  private int[][] items = new int[256][];
  private byte[][] times = new byte[256][];

  /**
   * @param mostUsers users with higher numbers are not remembered
   */
  HistoryExpert(int mostUsers) {
    this.mostUsers = mostUsers;
  }

  @Override
  public List<String> columns() {
    return List.of("own", "own-1", "own-2", "own-time");
  }

  @Override
  public void weigh(SessionContext context, Candidates candidates, int first) {
    int user = context.user();
    if (user < 0 || user >= items.length || items[user] == null) {
      return;
    }
    int[] row = items[user];
    int count = row[KEPT];
    float weight = 1;
    for (int ago = 0; ago < Math.min(count, KEPT); ago++) {
      int at = (count - 1 - ago) % KEPT;
      if (ago < NAMED) {
        candidates.add(first, row[at], weight);
      } else {
        candidates.addIfThere(first, row[at], weight);
      }
      weigh(context, row, times[user], at, weight, candidates, first);
      weight *= FADE;
    }
  }

  private static void weigh(
      SessionContext context,
      int[] row,
      byte[] times,
      int at,
      float weight,
      Candidates candidates,
      int first) {
    int item = row[at];
    int before = (at + KEPT - 1) % KEPT;
    if (row[before] == context.back(0) && row[before] >= 0) {
      candidates.add(first + 1, item, weight);
      int second = (at + KEPT - 2) % KEPT;
      if (row[second] == context.back(1) && row[second] >= 0) {
        candidates.add(first + 2, item, weight);
      }
    }
    if (context.slot() >= 0 && Math.abs(times[2 * at] - context.slot()) <= 1) {
      boolean sameDay = times[2 * at + 1] == context.day();
      candidates.add(first + 3, item, sameDay ? 3 * weight : weight);
    }
  }

  @Override
  public void learn(SessionContext context, int next) {
    int user = context.user();
    if (user < 0 || user >= mostUsers) {
      return;
    }
    if (user >= items.length) {
      int length = Math.min(mostUsers, Math.max(user + 1, 2 * items.length));
      items = Arrays.copyOf(items, length);
      times = Arrays.copyOf(times, length);
    }
    if (items[user] == null) {
      items[user] = new int[ROW];
      Arrays.fill(items[user], 0, KEPT, -1);
      times[user] = new byte[2 * KEPT];
    }
    int at = items[user][KEPT]++ % KEPT;
    items[user][at] = next;
    times[user][2 * at] = (byte) context.slot();
    times[user][2 * at + 1] = (byte) context.day();
  }

  /** What one user takes at most, in bytes. */
  static long bytesPerUser() {
    return 16 + 4 * ROW + 16 + 2 * KEPT + 8;
  }

  @Override
  public long memoryBytes() {
    long bytes = 8L * items.length;
    for (int[] row : items) {
      bytes += row == null ? 0 : bytesPerUser();
    }
    return bytes;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(items.length);
    for (int user = 0; user < items.length; user++) {
      out.writeBoolean(items[user] != null);
      if (items[user] != null) {
        Numbers.write(items[user], ROW, out);
        out.write(times[user]);
      }
    }
  }

  @Override
  public void read(DataInput in) throws IOException {
    items = new int[in.readInt()][];
    times = new byte[items.length][];
    for (int user = 0; user < items.length; user++) {
      if (in.readBoolean()) {
        items[user] = new int[ROW];
        times[user] = new byte[2 * KEPT];
        Numbers.read(items[user], ROW, in);
        in.readFully(times[user]);
      }
    }
  }
}
