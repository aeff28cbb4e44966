package magnus.systemtests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may call whom, what may be named where, and no clock but the injected ones. */
class ArchitectureTest {

  private static final Set<String> BEANS =
      Set.of(
          "jakarta.ejb.Stateless",
          "jakarta.ejb.Singleton",
          "jakarta.ejb.Stateful",
          "jakarta.enterprise.context.ApplicationScoped",
          "jakarta.enterprise.context.RequestScoped");

  /** The one place that reads the machine's clock. */
  private static final String MACHINE_CLOCK = "magnus.persistence.clock.SystemWallClock";

  private static JavaClasses house;

  @BeforeAll
  static void readClasses() {
    house =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("magnus/systemtests"))
            .importPackages("magnus");
    assertThat(house).as("classes found").hasSizeGreaterThan(100);
  }

  @Test
  void everyPackageHasARoom() {
    classes()
        .should(be("in a room that House knows", c -> !House.room(c.getPackageName()).isEmpty()))
        .check(house);
  }

  @TestFactory
  Stream<DynamicTest> nothingCallsUpward() {
    return House.ROOMS.stream()
        .limit(House.ROOMS.size() - 1L)
        .map(
            room ->
                DynamicTest.dynamicTest(
                    room,
                    () ->
                        noClasses()
                            .that(House.in(room))
                            .should()
                            .dependOnClassesThat(House.above(room))
                            .check(house)));
  }

  @Test
  void webCallsOnlyTopPackages() {
    noClasses()
        .that(House.in("web"))
        .should()
        .dependOnClassesThat(House.in("persistence").or(House.subPackageOfAnEjbModule()))
        .check(house);
  }

  @Test
  void onlyPersistenceKnowsTheEntityManager() {
    noClasses()
        .that(DescribedPredicate.not(House.in("persistence")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.persistence..")
        .check(house);
  }

  @Test
  void beansStandInTopPackages() {
    noClasses()
        .that(House.subPackageOfAnEjbModule())
        .should(be("a bean of the container", c -> BEANS.stream().anyMatch(c::isAnnotatedWith)))
        .check(house);
  }

  @Test
  void subPackagesAndBasicsArePlainJava() {
    noClasses()
        .that(House.subPackageOfAnEjbModule().or(House.in("basics")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta..", "org.eclipse.microprofile..")
        .check(house);
  }

  @Test
  void vendorsStayInTheirAdapters() {
    classes()
        .should(be("free of vendors outside their adapters", ArchitectureTest::knowsOnlyItsVendors))
        .check(house);
  }

  @Test
  void noClockButTheInjectedOnes() {
    noClasses()
        .that(describe("anything but the machine's clock", c -> !c.getName().equals(MACHINE_CLOCK)))
        .should()
        .accessTargetWhere(
            describe(
                "asks the machine for time, chance or a thread", ArchitectureTest::asksTheMachine))
        .check(house);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Common|Impl)(\\$.*)?")
        .check(house);
  }

  private static boolean asksTheMachine(JavaAccess<?> access) {
    String owner = access.getTarget().getOwner().getName();
    String name = access.getTarget().getName();
    boolean noArguments = access.getTarget().getFullName().endsWith("()");
    return (owner.startsWith("java.time.") && name.equals("now") && noArguments)
        || (owner.equals("java.time.InstantSource") && name.equals("system"))
        || (owner.equals("java.time.Clock") && name.startsWith("system"))
        || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
        || (owner.equals("java.util.Date") && name.equals("<init>") && noArguments)
        || (owner.equals("java.lang.Math") && name.equals("random"))
        || (owner.equals("java.lang.Thread") && (name.equals("sleep") || name.equals("<init>")))
        || owner.equals("java.util.concurrent.Executors")
        || owner.equals("java.util.concurrent.ForkJoinPool");
  }

  private static boolean knowsOnlyItsVendors(JavaClass c) {
    return c.getDirectDependenciesFromSelf().stream()
        .map(d -> d.getTargetClass().getBaseComponentType())
        .filter(target -> !target.isPrimitive())
        .allMatch(target -> mayKnow(c.getPackageName(), target.getPackageName() + "."));
  }

  private static boolean mayKnow(String from, String target) {
    if (House.PLATFORM.stream().anyMatch(target::startsWith)) {
      return true;
    }
    Set<String> adapters =
        House.VENDORS.entrySet().stream()
            .filter(vendor -> target.startsWith(vendor.getKey()))
            .map(java.util.Map.Entry::getValue)
            .findFirst()
            .orElse(null);
    if (adapters != null) {
      return adapters.stream().anyMatch(a -> from.equals(a) || from.startsWith(a + "."));
    }
    return target.startsWith("jakarta.") || target.startsWith("org.eclipse.microprofile.");
  }

  private static com.tngtech.archunit.lang.ArchCondition<JavaClass> be(
      String what, java.util.function.Predicate<JavaClass> test) {
    return new com.tngtech.archunit.lang.ArchCondition<>("be " + what) {
      @Override
      public void check(JavaClass item, com.tngtech.archunit.lang.ConditionEvents events) {
        boolean holds = test.test(item);
        events.add(
            new com.tngtech.archunit.lang.SimpleConditionEvent(
                item, holds, item.getName() + (holds ? " is " : " is not ") + what));
      }
    };
  }
}
