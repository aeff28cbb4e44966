package magnus.portal.description;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/**
 * Completes the document that the server makes of the annotations: bodies whose classes lie in the
 * jars below, where its scanner does not look, and the problems that each operation can answer.
 */
public final class InterfaceDescription implements OASFilter {

  private static final List<Tag> TAGS =
      List.of(
          tag("Identity", "Signing in and out, sessions, the password, tokens for programs"),
          tag("Portfolio", "Portfolios: holdings, lots, transactions, gains and returns"),
          tag("Portfolio imports", "Brokers' files into portfolios"),
          tag("Risk", "Risk of a portfolio's present holdings"),
          tag("Market", "Instruments, prices, options, rates, the calendar and market time"),
          tag("Cache", "Shelves, their lifespans and what ends them; for administrators"),
          tag("Runs", "Long operations: started, streamed, resumed, cancelled"),
          tag("Administration", "Accounts, the audit log and settings; for administrators"));

  @Override
  public void filterOpenAPI(OpenAPI document) {
    // WildFly writes an empty object where there is none, which a linter rightly calls an error.
    document.setExternalDocs(
        OASFactory.createExternalDocumentation()
            .url("/")
            .description("The portal, which uses nothing but this interface"));
    document.setTags(TAGS);
    Components components = document.getComponents();
    new DescribedBodies(components).complete();
    AnsweredProblems.register(components);
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach(
                        (method, operation) -> {
                          operation.getResponses().removeExtension("x-open");
                          new AnsweredProblems(path, item, operation).add();
                        }));
  }

  private static Tag tag(String name, String description) {
    return OASFactory.createTag().name(name).description(description);
  }

  static boolean isOpen(Map<String, Object> extensions) {
    return extensions != null && Boolean.parseBoolean(String.valueOf(extensions.get("x-open")));
  }
}
