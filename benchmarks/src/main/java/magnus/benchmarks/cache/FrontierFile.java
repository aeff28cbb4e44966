package magnus.benchmarks.cache;

import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import magnus.basics.json.Json;
import magnus.benchmarks.Options;
import magnus.cache.Frontier;

/** Writes the frontier as the product reads it. */
final class FrontierFile {

  private final Options options;
  private final int users;
  private final long seed;

  FrontierFile(Options options, int users, long seed) {
    this.options = options;
    this.users = users;
    this.seed = seed;
  }

  /**
   * Everything on the days of the frontier, but for the last two.
   *
   * @param bounded ascending by ε
   * @param shipped over all days
   * @param fixedAll over all days
   */
  void write(
      Path file,
      List<LocalDate> days,
      Tally fixed,
      Tally batching,
      Tally rule,
      List<FrontierPicture.Point> bounded,
      double epsilon,
      int allDays,
      Tally shipped,
      Tally fixedAll)
      throws IOException {
    Frontier frontier =
        new Frontier(
            LocalDate.now(Clock.systemUTC()),
            command(),
            name("bars"),
            name("vix"),
            users,
            seed,
            days,
            point(FrontierPicture.Point.of(0, fixed, fixed)),
            point(FrontierPicture.Point.of(0, batching, fixed)),
            point(FrontierPicture.Point.of(0, rule, fixed)),
            bounded.stream().map(FrontierFile::point).toList(),
            epsilon,
            allDays,
            point(FrontierPicture.Point.of(epsilon, shipped, fixedAll)),
            point(FrontierPicture.Point.of(0, fixedAll, fixedAll)));
    Files.writeString(
        file,
        Json.mapper().writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(frontier)
            + "\n");
  }

  private String command() {
    return "cache-replay --bars "
        + name("bars")
        + " --vix "
        + name("vix")
        + " --users "
        + users
        + options.find("every").map(every -> " --every " + every).orElse("")
        + " --frontier frontier.json";
  }

  private String name(String option) {
    return options.file(option).getFileName().toString();
  }

  private static Frontier.Point point(FrontierPicture.Point of) {
    return new Frontier.Point(
        of.epsilon() > 0 ? Optional.of(of.epsilon()) : Optional.empty(),
        rounded(of.calls(), 1e4),
        rounded(of.meanError(), 1e4),
        rounded(of.highError(), 1e2),
        rounded(of.hitRate(), 1e4));
  }

  /** More places would say nothing. */
  private static double rounded(double figure, double places) {
    return Math.rint(figure * places) / places;
  }
}
