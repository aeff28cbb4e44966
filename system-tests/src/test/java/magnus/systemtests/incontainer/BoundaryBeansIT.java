package magnus.systemtests.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.transaction.UserTransaction;
import java.util.Set;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.identity.Caller;
import magnus.identity.Role;
import magnus.portfolio.LotMethod;
import magnus.portfolio.Portfolio;
import magnus.portfolio.Portfolios;
import magnus.portfolio.TaxTreatment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the container promises of the boundary beans, and no plain unit test can show: transactions,
 * refusals, ownership.
 */
@ExtendWith(ArquillianExtension.class)
class BoundaryBeansIT {

  @EJB(lookup = "java:global/magnus/ejb-market/Portfolios!magnus.portfolio.Portfolios")
  private Portfolios portfolios;

  @Resource private UserTransaction transaction;

  private final Caller alice = new Caller(UUID.randomUUID(), "alice", Set.of(Role.USER));
  private final Caller bob = new Caller(UUID.randomUUID(), "bob", Set.of(Role.USER));

  @Deployment
  static WebArchive besideTheApplication() {
    return ShrinkWrap.create(WebArchive.class, "in-container.war")
        .addPackage(BoundaryBeansIT.class.getPackage())
        .addAsManifestResource(
            new StringAsset(
                "Manifest-Version: 1.0\nDependencies: deployment.magnus.ear, deployment.magnus.ear.ejb-access.jar, deployment.magnus.ear.ejb-market.jar\n"),
            "MANIFEST.MF");
  }

  @Test
  void whatIsStoredInATransactionThatRollsBackIsNotThere() throws Exception {
    transaction.begin();
    Portfolio stored =
        portfolios.create(alice, "Gone", "USD", LotMethod.FIFO, TaxTreatment.TAXABLE);
    assertEquals("Gone", portfolios.get(alice, stored.id()).name());
    transaction.rollback();
    Refusal refusal = assertThrows(Refusal.class, () -> portfolios.get(alice, stored.id()));
    assertEquals(Refusal.Kind.UNKNOWN, refusal.kind());
  }

  @Test
  void aRefusalArrivesAsItselfAndMarksTheTransaction() throws Exception {
    transaction.begin();
    assertThrows(Refusal.class, () -> portfolios.get(alice, UUID.randomUUID()));
    assertEquals(jakarta.transaction.Status.STATUS_MARKED_ROLLBACK, transaction.getStatus());
    transaction.rollback();
  }

  @Test
  void nobodySeesWhatAnotherOwns() {
    Portfolio hers = portfolios.create(alice, "Hers", "USD", LotMethod.FIFO, TaxTreatment.TAXABLE);
    assertTrue(
        portfolios.list(alice, portfolios.now()).stream()
            .anyMatch(p -> p.portfolio().id().equals(hers.id())));
    assertFalse(
        portfolios.list(bob, portfolios.now()).stream()
            .anyMatch(p -> p.portfolio().id().equals(hers.id())));
    assertThrows(Refusal.class, () -> portfolios.get(bob, hers.id()));
    assertThrows(Refusal.class, () -> portfolios.delete(bob, hers.id()));
    portfolios.delete(alice, hers.id());
  }
}
