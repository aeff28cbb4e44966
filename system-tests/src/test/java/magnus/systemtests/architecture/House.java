package magnus.systemtests.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which package stands in which room, and what each room may see. */
final class House {

  /** Rooms from the ground up: a room may use those before it. */
  static final List<String> ROOMS =
      List.of(
          "basics", "persistence", "access", "runs", "cache", "market", "recommendation", "web");

  /**
   * Top packages of the EJB modules, with their room: the only ones that the web module may call.
   */
  static final Map<String, String> TOP_PACKAGES =
      Map.ofEntries(
          Map.entry("magnus.identity", "access"),
          Map.entry("magnus.runs", "runs"),
          Map.entry("magnus.cache", "cache"),
          Map.entry("magnus.prefetch", "cache"),
          Map.entry("magnus.market", "market"),
          Map.entry("magnus.portfolio", "market"),
          Map.entry("magnus.options", "market"),
          Map.entry("magnus.risk", "market"),
          Map.entry("magnus.signals", "market"),
          Map.entry("magnus.alerts", "market"),
          Map.entry("magnus.backtests", "market"),
          Map.entry("magnus.recommendation", "recommendation"));

  /** What anybody may use without an adapter: the platform's own words. */
  static final Set<String> PLATFORM =
      Set.of(
          "java.",
          "javax.sql",
          "javax.crypto",
          "javax.net",
          "org.jspecify.",
          "org.jboss.logging.",
          "magnus.");

  /**
   * Vendors, each with the packages that adapt it. A name ends with a dot where sub-packages count
   * too.
   */
  static final Map<String, Set<String>> VENDORS =
      Map.ofEntries(
          Map.entry("jakarta.persistence.", Set.of("magnus.persistence")),
          Map.entry("org.hibernate.", Set.of("magnus.persistence")),
          Map.entry("org.flywaydb.", Set.of("magnus.persistence.schema")),
          Map.entry(
              "com.fasterxml.jackson.",
              Set.of(
                  "magnus.basics.json",
                  "magnus.portal",
                  "magnus.runs",
                  "magnus.cache",
                  "magnus.prefetch",
                  "magnus.recommendation",
                  "magnus.portfolio.imports")),
          Map.entry("com.sun.management.", Set.of("magnus.prefetch")),
          Map.entry("org.infinispan.", Set.of("magnus.cache.infinispan")),
          Map.entry("javax.xml.stream.", Set.of("magnus.portfolio.imports")),
          Map.entry("de.siegmar.fastcsv.", Set.of("magnus.market.imported")),
          Map.entry("org.ojalgo.", Set.of("magnus.portfolio.tax.plan.ojalgo")),
          Map.entry("org.ta4j.", Set.of("magnus.signals.indicator.ta4j")),
          Map.entry("org.bouncycastle.", Set.of("magnus.identity.bouncycastle")),
          Map.entry("org.wildfly.security.", Set.of("magnus.portal.identity.elytron")),
          Map.entry("io.undertow.", Set.of("magnus.portal.stream.undertow")),
          Map.entry("jakarta.ws.rs.", Set.of("magnus.portal")),
          Map.entry("io.smallrye.metrics.", Set.of("magnus.portal.operations")),
          Map.entry("jakarta.servlet.", Set.of("magnus.portal")),
          Map.entry("org.eclipse.microprofile.openapi.", Set.of("magnus.portal")));

  private House() {}

  /** The room of a package, or empty for what is not of the house. */
  static String room(String packageName) {
    if (packageName.startsWith("magnus.basics")) {
      return "basics";
    }
    if (packageName.startsWith("magnus.persistence")) {
      return "persistence";
    }
    if (packageName.startsWith("magnus.portal")) {
      return "web";
    }
    return TOP_PACKAGES.entrySet().stream()
        .filter(
            top -> packageName.equals(top.getKey()) || packageName.startsWith(top.getKey() + "."))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  static DescribedPredicate<JavaClass> in(String room) {
    return DescribedPredicate.describe("in " + room, c -> room(c.getPackageName()).equals(room));
  }

  static DescribedPredicate<JavaClass> above(String room) {
    int level = ROOMS.indexOf(room);
    return DescribedPredicate.describe(
        "above " + room, c -> ROOMS.indexOf(room(c.getPackageName())) > level);
  }

  /** Pure Java: below the top package of an EJB module. */
  static DescribedPredicate<JavaClass> subPackageOfAnEjbModule() {
    return DescribedPredicate.describe(
        "in a sub-package of an EJB module",
        c ->
            TOP_PACKAGES.keySet().stream()
                .anyMatch(top -> c.getPackageName().startsWith(top + ".")));
  }
}
