package magnus.portal;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import magnus.portal.problem.ProblemDocument;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;

/** Everything under {@code /api}. Resources and filters are found by their annotations. */
@ApplicationPath("/api")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Magnus",
            version = "0.1",
            description =
                "Portfolios, market data and streamed analyses. Errors are problem details (RFC 9457). Money and quantities are decimal strings;"
                    + " instants are UTC in ISO 8601. A browser signs in at /api/session and sends X-CSRF-Token with every write; other clients send"
                    + " a bearer token made at /api/tokens.",
            license = @License(name = "Proprietary", identifier = "LicenseRef-Magnus")),
    servers = @Server(url = "/", description = "This server"),
    components =
        @Components(
            responses =
                @APIResponse(
                    name = "Problem",
                    description = "What went wrong (RFC 9457)",
                    content =
                        @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDocument.class)))),
    security = {@SecurityRequirement(name = "token"), @SecurityRequirement(name = "session")})
@SecurityScheme(
    securitySchemeName = "token",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "A token made at /api/tokens")
@SecurityScheme(
    securitySchemeName = "session",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.COOKIE,
    apiKeyName = "magnus_session",
    description = "The cookie set by POST /api/session; writes need X-CSRF-Token too")
public class Api extends Application {}
