package magnus.benchmarks.rest;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import magnus.benchmarks.Benchmark;
import magnus.benchmarks.Options;
import magnus.benchmarks.server.BootedServer;

/**
 * Throughput of an answer from a shelf against a constant answer of the same server, in turns: both
 * go through the same filters, with the same token.
 */
public final class RestBenchmark implements Benchmark {

  private static final String CONSTANT = "/api/session/methods";
  private static final String CACHED = "/api/market/symbols/AAPL/quote";

  @Override
  public String name() {
    return "rest";
  }

  @Override
  public String usage() {
    return "[--server FOLDER] [--connections 8] [--seconds 5] [--rounds 5]: requests per second of a"
        + " cached answer over those of a constant one";
  }

  @Override
  public Map<String, Object> run(Options options, PrintStream progress) throws Exception {
    int connections = options.integer("connections", 8);
    int seconds = options.integer("seconds", 5);
    int rounds = options.integer("rounds", 5);
    Path home = Path.of(options.find("server").orElse("ear/target/server"));
    try (BootedServer server = BootedServer.boot(home, Map.of(), progress)) {
      List<Double> constant = new ArrayList<>();
      List<Double> cached = new ArrayList<>();
      List<Double> ratios = new ArrayList<>();
      List<Double> hits = new ArrayList<>();
      // The first rounds warm the server up and are not counted.
      for (int i = -2; i < rounds; i++) {
        Load plain = load(server, CONSTANT, "", connections, seconds);
        Load shelf = load(server, CACHED, "; hit", connections, seconds);
        progress.printf(
            "round %d: constant %.0f/s, cached %.0f/s%n", i, plain.perSecond(), shelf.perSecond());
        if (i >= 0) {
          constant.add(plain.perSecond());
          cached.add(shelf.perSecond());
          ratios.add(shelf.perSecond() / plain.perSecond());
          hits.add(shelf.hitShare());
        }
      }
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("connections", connections);
      figures.put("constant_per_second", Math.round(median(constant)));
      figures.put("cached_per_second", Math.round(median(cached)));
      figures.put("cached_over_constant", Math.round(median(ratios) * 1000) / 1000.0);
      figures.put("hit_share", Math.round(median(hits) * 10_000) / 10_000.0);
      return figures;
    }
  }

  private record Load(double perSecond, double hitShare) {}

  private static Load load(
      BootedServer server, String path, String expected, int connections, int seconds)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      long began = System.nanoTime();
      long end = began + TimeUnit.SECONDS.toNanos(seconds);
      List<Future<long[]>> work = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        work.add(threads.submit(asking(server, path, expected, end)));
      }
      long asked = 0;
      long found = 0;
      for (Future<long[]> w : work) {
        asked += w.get()[0];
        found += w.get()[1];
      }
      double took = (System.nanoTime() - began) / 1e9;
      return new Load(asked / took, (double) found / asked);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<long[]> asking(
      BootedServer server, String path, String expected, long end) {
    return () -> {
      long asked = 0;
      long found = 0;
      try (KeptConnection connection =
          new KeptConnection(server.port(), path, server.authorization())) {
        while (System.nanoTime() < end) {
          found += connection.ask(expected) ? 1 : 0;
          asked++;
        }
      } catch (IOException e) {
        throw new IOException(path + " after " + asked + " answers: " + e.getMessage(), e);
      }
      return new long[] {asked, found};
    };
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
