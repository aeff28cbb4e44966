import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Builds and tests the portal from Maven: {@code java PortalBuild.java build|test SOURCES TARGET}. Does nothing when no
 * input has changed since the last time that the same task succeeded. System properties {@code portal.node} and {@code
 * portal.deno} name the programs when they are not on the path; with a deno, it installs the packages instead of npm.
 */
class PortalBuild {

  private static final int OLDEST_NODE = 20;

  private final Path sources;
  private final Path target;
  private final String node = System.getProperty("portal.node", "node");
  private final String deno = System.getProperty("portal.deno", "");

  PortalBuild(Path sources, Path target) {
    this.sources = sources.toAbsolutePath().normalize();
    this.target = target.toAbsolutePath().normalize();
  }

  public static void main(String[] arguments) throws Exception {
    PortalBuild build = new PortalBuild(Path.of(arguments[1]), Path.of(arguments[2]));
    System.exit(build.run(arguments[0]) ? 0 : 1);
  }

  private boolean run(String task) throws Exception {
    Path site = target.resolve("portal");
    Path stamp = target.resolve("portal-" + task + ".sha256");
    String inputs = hash();
    boolean made = task.equals("test") || Files.exists(site.resolve("index.html"));
    if (made && Files.exists(stamp) && Files.readString(stamp).equals(inputs)) {
      return true;
    }
    Files.deleteIfExists(stamp);
    for (String program : List.of(node, deno)) {
      // unpacked from a jar, which keeps no permissions
      if (Path.of(program).isAbsolute() && !Path.of(program).toFile().setExecutable(true)) {
        System.err.println("'" + program + "' cannot be made executable: check that it is there and whose it is.");
        return false;
      }
    }
    if (!findsNode() || !installsPackages()) {
      return false;
    }
    boolean done =
        task.equals("test")
            ? succeed(List.of(vite("vitest/vitest.mjs", "run")))
            : succeed(
                    List.of(
                        List.of(node, module("typescript/bin/tsc"), "--noEmit"),
                        vite("vite/bin/vite.js", "build", "--outDir", site.toString(), "--emptyOutDir", "--logLevel", "warn")))
                && compressed(site);
    if (done) {
      Files.createDirectories(target);
      Files.writeString(stamp, inputs);
    }
    return done;
  }

  private String hash() throws Exception {
    Map<String, Path> inputs = new TreeMap<>();
    Files.walkFileTree(
        sources,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return directory.endsWith("node_modules") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            inputs.put(sources.relativize(file).toString().replace('\\', '/'), file);
            return FileVisitResult.CONTINUE;
          }
        });
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update((node + deno).getBytes(StandardCharsets.UTF_8));
    for (Map.Entry<String, Path> input : inputs.entrySet()) {
      digest.update(input.getKey().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(input.getValue())));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private boolean findsNode() {
    String version = "";
    try {
      Process process = new ProcessBuilder(node, "--version").redirectErrorStream(true).start();
      version = read(process.getInputStream()).strip();
      process.waitFor();
    } catch (IOException absent) {
      // said below
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    Matcher major = Pattern.compile("v(\\d+)\\.").matcher(version);
    if (major.lookingAt() && Integer.parseInt(major.group(1)) >= OLDEST_NODE) {
      return true;
    }
    System.err.println(
        "The portal is built with Node " + OLDEST_NODE + " or later, and "
            + (version.isEmpty() ? "there is no '" + node + "' on the path" : "'" + node + "' is " + version)
            + ": install it, or build with -Pno-node, which brings its own.");
    return false;
  }

  /** Installs the locked packages unless those of this very lock file are there. */
  private boolean installsPackages() throws Exception {
    Path packages = sources.resolve("node_modules");
    Path installed = packages.resolve(".magnus-lock");
    byte[] lock = Files.readAllBytes(sources.resolve(deno.isEmpty() ? "package-lock.json" : "deno.lock"));
    String wanted = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(lock));
    if (Files.exists(installed) && Files.readString(installed).equals(wanted)) {
      return true;
    }
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
    List<String> install =
        deno.isEmpty()
            ? List.of(windows ? "npm.cmd" : "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
            : List.of(deno, "install", "--frozen", "--quiet");
    if (!deno.isEmpty()) {
      // npm starts afresh by itself; deno would mix its own layout with npm's
      delete(packages);
    }
    if (!succeed(List.of(install))) {
      return false;
    }
    Files.writeString(installed, wanted);
    return true;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private List<String> vite(String script, String... arguments) {
    List<String> command = new ArrayList<>(List.of(node, module(script)));
    command.addAll(List.of(arguments));
    return command;
  }

  private String module(String script) {
    return sources.resolve("node_modules").resolve(script).toString();
  }

  /** Runs the commands side by side; prints what a failed one said. */
  private boolean succeed(List<List<String>> commands) throws Exception {
    Files.createDirectories(target);
    List<Process> processes = new ArrayList<>();
    List<Path> logs = new ArrayList<>();
    for (List<String> command : commands) {
      Path log = Files.createTempFile(target, "portal-", ".log");
      ProcessBuilder builder = new ProcessBuilder(command).directory(sources.toFile()).redirectErrorStream(true);
      builder.environment().put("NO_COLOR", "1");
      builder.environment().putIfAbsent("DENO_TLS_CA_STORE", "system,mozilla");
      builder.redirectOutput(log.toFile());
      processes.add(builder.start());
      logs.add(log);
    }
    boolean good = true;
    for (int i = 0; i < processes.size(); i++) {
      boolean ended = processes.get(i).waitFor(10, TimeUnit.MINUTES);
      if (!ended || processes.get(i).exitValue() != 0) {
        good = false;
        processes.get(i).destroy();
        System.err.println(String.join(" ", commands.get(i)) + (ended ? " failed:" : " did not end in 10 minutes:"));
        System.err.println(Files.readString(logs.get(i)));
      }
      Files.deleteIfExists(logs.get(i));
    }
    return good;
  }

  /** Lays a gzipped twin beside each text file, so that the server never compresses at run time. */
  private static boolean compressed(Path site) throws IOException {
    List<Path> texts;
    try (var files = Files.walk(site)) {
      texts = files.filter(file -> file.toString().matches(".*\\.(js|css|html|svg|json|txt|webmanifest)")).toList();
    }
    for (Path text : texts) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (OutputStream zip = new GZIPOutputStream(bytes) {{ def.setLevel(Deflater.BEST_COMPRESSION); }}) {
        Files.copy(text, zip);
      }
      Files.write(text.resolveSibling(text.getFileName() + ".gz"), bytes.toByteArray());
    }
    return true;
  }

  private static String read(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }
}
