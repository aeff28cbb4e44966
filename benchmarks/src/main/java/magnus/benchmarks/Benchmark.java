package magnus.benchmarks;

import java.io.PrintStream;
import java.util.Map;

/** One benchmark or replay. */
public interface Benchmark {

  /** The name on the command line. */
  String name();

  /** One line: what it measures and its options. */
  String usage();

  /**
   * Measures.
   *
   * @param options the options of the command line
   * @param progress where to tell people what is going on; standard error
   * @return figures by name, in the order to print them: numbers, text, or nested maps and lists of
   *     these
   */
  Map<String, Object> run(Options options, PrintStream progress) throws Exception;
}
