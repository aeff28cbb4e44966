package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The experts' views combined by a learned network, whose weights are everyone's, with a deviation
 * for each cohort and each user that is learned beside them. Learns as it predicts: each step first
 * fits the network to what the experts said before they knew the answer (stacking: Wolpert, Neural
 * Networks 5, 1992), and teaches the experts once its session is over ({@link HeldBack}).
 */
public final class Mixture implements NextPredictor {

  private static final int TAUGHT_AT_ONCE = 3;

  /** What every column's logarithm counts before anything was learned. */
  private static final float FIRST_TRUST = 0.8f;

  /** What all items score together that are no candidates; less where they are few. */
  private static final float FIRST_OTHERS = 4;

  static final int MOST_USERS = 200_000;

  /** How fast the share in the first one's lead falls with the distance from it. */
  private static final double CLOSENESS = 8;

  private static final int MOST_COHORTS = 10_000;
  private static final int MOST_BACKED_STATES = 20_000;
  private static final int MOST_BACKED_SUCCESSORS = 64;

  private final List<Expert> experts;
  private final int[] firsts;
  private final Candidates candidates;
  private final Features features;
  private final ScoringNetwork network;
  private final Calibration calibration = new Calibration();
  private final Jury jury;
  private final HeldBack heldBack = new HeldBack();
  private final PersonalWeights users;
  private final PersonalWeights cohorts;
  private final float[][] x;
  private final float[] z;
  private final float[][] activations;
  private final float[] scores;
  private final int k;
  private final Backing backing;
  private final Witnesses cohortsUsers;

  /**
   * @param experts the most specific last: where there is no room for all candidates, theirs stay
   * @param columns of all experts, in their order
   * @param k how many users must have done something before others are shown it
   */
  Mixture(List<Expert> experts, List<Column> columns, int mostCandidates, int hidden, int k) {
    this.experts = List.copyOf(experts);
    this.k = k;
    firsts = new int[experts.size()];
    List<String> names = new ArrayList<>();
    for (int i = 0; i < firsts.length; i++) {
      firsts[i] = names.size();
      names.addAll(experts.get(i).columns());
    }
    if (!names.equals(columns.stream().map(Column::name).toList())) {
      throw new IllegalArgumentException("columns " + columns + " of experts that have " + names);
    }
    candidates = new Candidates(names.size(), mostCandidates);
    features = new Features(columns, mostCandidates);
    network = new ScoringNetwork(features.width(), features.situationWidth(), hidden);
    for (int column = 0; column < columns.size(); column++) {
      if (columns.get(column).prior() > 0) {
        network.begin(Features.of(column), FIRST_TRUST);
      }
    }
    network.begin(Features.OTHERS, FIRST_OTHERS);
    jury = new Jury(columns, mostCandidates);
    users = new PersonalWeights(MOST_USERS, features.width());
    cohorts = new PersonalWeights(MOST_COHORTS, features.width());
    backing = new Backing(k, MOST_BACKED_STATES, MOST_BACKED_SUCCESSORS);
    cohortsUsers = new Witnesses(k, Witnesses.FOREVER);
    x = new float[features.width()][mostCandidates + 1];
    z = new float[features.situationWidth()];
    activations = new float[hidden][mostCandidates + 1];
    scores = new float[mostCandidates + 1];
  }

  /** One column of an expert alone, as it is within the mixture; not to be taught. */
  public NextPredictor single(String column) {
    return experts.stream()
        .filter(expert -> expert.columns().contains(column))
        .findFirst()
        .map(expert -> new SinglePredictor(expert, column))
        .orElseThrow(() -> new IllegalArgumentException("no column " + column));
  }

  static long bytesPerUser() {
    return 20 + 4L * (Features.OWN + 30);
  }

  @Override
  public String name() {
    return "mixture";
  }

  @Override
  public Ranking predict(SessionContext context, int count) {
    weigh(context, false);
    if (!users.isKnown(context.user())) {
      jury.blend(features, candidates, scores);
    }
    Best best = new Best(count);
    for (int row = 0; row < candidates.size(); row++) {
      if (scores[row] > 0) {
        best.offer(candidates.item(row), scores[row]);
      }
    }
    return calibrated(best.ranking());
  }

  /** The first gets what the calibration says, the others share the rest as before. */
  private Ranking calibrated(Ranking ranking) {
    double[] p = ranking.probabilities();
    if (p.length == 0) {
      return ranking;
    }
    double first = calibration.of(p[0]);
    double rest = p[0] < 1 ? (1 - first) / (1 - p[0]) : 0;
    double[] calibrated = new double[p.length];
    calibrated[0] = first;
    for (int i = 1; i < p.length; i++) {
      calibrated[i] = Math.min(calibrated[i - 1], p[i] * rest);
    }
    if (k > 1) {
      shareLead(p, rest, calibrated);
    }
    return new Ranking(ranking.items(), calibrated);
  }

  /**
   * Shares what the calibration gives the first beyond the others with those that are close behind,
   * so that which of two is a hair ahead, which one step of one user can turn around, does not
   * show.
   */
  private static void shareLead(double[] p, double rest, double[] calibrated) {
    double lead = calibrated[0] - Math.min(calibrated[0], p[0] * rest);
    double shares = 0;
    for (double each : p) {
      shares += Math.pow(each / p[0], CLOSENESS);
    }
    calibrated[0] -= lead;
    for (int i = 0; i < p.length; i++) {
      calibrated[i] += lead * Math.pow(p[i] / p[0], CLOSENESS) / shares;
    }
  }

  /** Leaves the probabilities in scores; the last one is that of all other items. */
  private void weigh(SessionContext context, boolean learning) {
    candidates.clear();
    experts.forEach(expert -> expert.name(context, candidates));
    for (int i = firsts.length - 1; i >= 0; i--) {
      experts.get(i).weigh(context, candidates, firsts[i]);
    }
    features.fill(context, candidates, backing.items(), x);
    features.situation(context, candidates, z);
    score(context, learning);
  }

  private void score(SessionContext context, boolean learning) {
    int rows = candidates.size() + 1;
    network.score(learning, x, z, rows, activations, scores);
    scores[rows - 1] += Math.min(0, others() - FIRST_OTHERS);
    users.score(context.user(), x, rows, scores);
    if (context.cohort() >= 0 && cohortsUsers.enough(context.cohort())) {
      cohorts.score(context.cohort(), x, rows, scores);
    }
    softmax(rows);
  }

  /** As if each of them scored 0. */
  private float others() {
    return Approximate.log(1f + Math.max(0, backing.items() - candidates.size()));
  }

  private void softmax(int rows) {
    float most = Float.NEGATIVE_INFINITY;
    for (int row = 0; row < rows; row++) {
      most = Math.max(most, scores[row]);
    }
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      scores[row] = Approximate.exp(scores[row] - most);
      sum += scores[row];
    }
    for (int row = 0; row < rows; row++) {
      scores[row] = (float) (scores[row] / sum);
    }
  }

  @Override
  public void learn(SessionContext context, int next) {
    boolean known = backing.isKnown(next);
    boolean claims = known && claims(context);
    weigh(context, !claims);
    if (claims) {
      claim(context, next);
      if (users.isKnown(context.user()) && isAskedByStrangers(context)) {
        judgeForStrangers(context, next);
        weigh(context, true);
      } else {
        score(context, true);
      }
    }
    if (known) {
      fitNetwork(context, next);
    } else {
      fitOwn(context, next);
    }
    heldBack.add(new Step(context, next));
    for (int i = 0; i < TAUGHT_AT_ONCE && heldBack.hasReady(); i++) {
      teach(heldBack.takeReady());
    }
  }

  private void fitNetwork(SessionContext context, int next) {
    int rows = candidates.size() + 1;
    fitOwn(context, next);
    network.learn(x, z, rows, activations, scores);
    if (k > 1 ? endsBatch(context) : network.isBatch()) {
      network.descendNow();
    }
    cohorts.learn(context.cohort(), x, rows, scores);
  }

  /**
   * By the step itself: were steps counted, one more of one user would part all later ones anew.
   */
  private static boolean endsBatch(SessionContext context) {
    return (Hash.of(context.session(), context.length()) & ScoringNetwork.BATCH - 1) == 0;
  }

  /** Whether what would have been said is held against what came: at one step of four. */
  private static boolean claims(SessionContext context) {
    return (Hash.of(context.session(), context.length() + 1_000) & 3) == 0;
  }

  /**
   * Whether what is said to somebody unknown in that place is judged too: at every second claim.
   */
  private static boolean isAskedByStrangers(SessionContext context) {
    return (Hash.of(context.session(), context.length() + 1_000) & 7) == 0;
  }

  /** Nearly all that a user does he does as one who is known; his first pages alone would judge. */
  private void judgeForStrangers(SessionContext context, int next) {
    weigh(context.ofNobody(), false);
    int row = rowOf(next);
    jury.judge(row, features, candidates, scores[row]);
  }

  /** The last one is that of all other items. */
  private int rowOf(int next) {
    int row = candidates.findRow(next);
    return row < 0 ? candidates.size() : row;
  }

  /** Leaves the errors in the scores. What too few know teaches nobody but him who does it. */
  private void fitOwn(SessionContext context, int next) {
    int rows = candidates.size() + 1;
    scores[rowOf(next)] -= 1;
    users.learn(context.user(), x, rows, scores);
  }

  /** Leaves in the scores what would have been said. */
  private void claim(SessionContext context, int next) {
    int row = rowOf(next);
    float networks = scores[row];
    boolean stranger = !users.isKnown(context.user());
    if (stranger) {
      jury.blend(features, candidates, scores);
    }
    int top = -1;
    for (int other = 0; other < candidates.size(); other++) {
      top = top < 0 || scores[other] > scores[top] ? other : top;
    }
    if (top >= 0) {
      calibration.add(scores[top], candidates.item(top) == next);
    }
    if (stranger) {
      jury.judge(row, features, candidates, networks);
    }
  }

  /**
   * Learns a whole log at once, as a node does that starts.
   *
   * @param steps in the order of time
   * @param asked which of them are like those that will be asked for
   * @see LogFit
   */
  public void fit(List<Step> steps, Predicate<Step> asked) {
    new LogFit(steps, asked)
        .run(
            this::teach,
            new LogFit.Fitting() {
              @Override
              public void fit(SessionContext context, int next) {
                weigh(context, true);
                fitNetwork(context, next);
              }

              @Override
              public void claim(SessionContext context, int next) {
                weigh(context, false);
                Mixture.this.claim(context, next);
              }
            });
    calibration.fit();
  }

  private void teach(Step step) {
    Optional<Step> backed = backing.add(step);
    if (step.context().cohort() >= 0) {
      cohortsUsers.add(step.context().cohort(), step.context().user());
    }
    for (Expert expert : experts) {
      if (!expert.isBlend()) {
        expert.learn(step.context(), step.next());
      } else if (backed.isPresent()) {
        expert.learn(backed.get().context(), backed.get().next());
      }
    }
  }

  @Override
  public void settle() {
    heldBack.releaseAll();
    while (heldBack.hasReady()) {
      teach(heldBack.takeReady());
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    backing.write(out);
    cohortsUsers.write(out);
    network.write(out);
    users.write(out);
    cohorts.write(out);
    calibration.write(out);
    jury.write(out);
    heldBack.write(out);
    for (Expert expert : experts) {
      expert.write(out);
    }
  }

  @Override
  public void read(DataInput in) throws IOException {
    backing.read(in);
    cohortsUsers.read(in);
    network.read(in);
    users.read(in);
    cohorts.read(in);
    calibration.read(in);
    jury.read(in);
    heldBack.read(in);
    for (Expert expert : experts) {
      expert.read(in);
    }
  }

  @Override
  public long memoryBytes() {
    return network.memoryBytes()
        + users.memoryBytes()
        + cohorts.memoryBytes()
        + calibration.memoryBytes()
        + heldBack.memoryBytes()
        + backing.memoryBytes()
        + cohortsUsers.memoryBytes()
        + 4L * (x.length + activations.length) * scores.length
        + experts.stream().mapToLong(Expert::memoryBytes).sum();
  }
}
