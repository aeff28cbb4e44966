package magnus.portal.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import magnus.basics.problem.Refusal;
import magnus.identity.AuditLine;
import magnus.identity.AuditLog;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The audit log, for administrators. */
@Path("/audit")
@RequestScoped
@AdminOnly
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class AuditResource {

  private static final int MOST = 1000;

  @Inject AuditLog log;

  /** One entry. */
  @Schema(name = "AuditLine")
  public record Item(
      Instant at, String actor, String action, String subject, String outcome, String address) {

    static Item of(AuditLine l) {
      return new Item(l.at(), l.actor(), l.action(), l.subject(), l.outcome(), l.address());
    }
  }

  /** A part of the log. */
  @Schema(name = "AuditLines")
  public record Items(
      List<Item> items,
      @Schema(description = "For the parameter before, where there are older entries")
          Optional<String> next) {}

  @GET
  @Operation(operationId = "listAudit", summary = "Who did what to which account")
  @APIResponse(
      responseCode = "200",
      description = "Entries, newest first",
      content = @Content(schema = @Schema(implementation = Items.class)))
  public Items list(
      @Parameter(description = "Entries older than this cursor; absent: the newest")
          @QueryParam("before")
          @Nullable Long before,
      @Parameter(description = "At most so many, from 1 to 1000")
          @QueryParam("limit")
          @DefaultValue("100")
          int limit) {
    if (limit < 1 || limit > MOST) {
      throw Refusal.malformed("limit", limit, "a whole number from 1 to " + MOST);
    }
    List<AuditLine> lines = log.before(before == null ? Long.MAX_VALUE : before, limit);
    Optional<String> next =
        lines.size() < limit
            ? Optional.empty()
            : Optional.of(Long.toString(lines.get(lines.size() - 1).id()));
    return new Items(lines.stream().map(Item::of).toList(), next);
  }
}
