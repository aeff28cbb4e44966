package magnus.portfolio.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import magnus.portfolio.imports.DateReading.Order;

/**
 * Ghostfolio's export as JSON: {@code {activities: […]}}, in old files {@code {orders: […]}}.
 * Assets that a user made himself have a UUID as symbol; their name comes from {@code
 * assetProfiles}.
 */
final class GhostfolioJson implements BrokerFormat {

  private static final Pattern SHAPE = Pattern.compile("\"(activities|orders)\"\\s*:\\s*\\[");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  @Override
  public String id() {
    return "ghostfolio-json";
  }

  @Override
  public String title() {
    return "Ghostfolio export (JSON)";
  }

  @Override
  public boolean detect(BrokerFile file) {
    return file.text().stripLeading().startsWith("{") && SHAPE.matcher(file.text()).find();
  }

  @Override
  public Statement parse(BrokerFile file) {
    JsonLists.Found found = JsonLists.read(file, List.of("activities", "orders"), title());
    Map<String, String> names = new HashMap<>();
    for (Fields profile : found.others().getOrDefault("assetProfiles", List.of())) {
      names.put(profile.text("symbol"), profile.text("name"));
    }
    DateReading dates =
        DateReading.of(
            found.objects().stream().map(row -> row.text(GhostfolioRows.DATE)).toList(),
            Order.DAY_FIRST);
    List<StatementRow> rows =
        found.objects().stream()
            .map(
                row -> {
                  String symbol = row.text(GhostfolioRows.SYMBOL);
                  String name = names.getOrDefault(symbol, "");
                  if (UUID.matcher(symbol).matches() && !name.isEmpty()) {
                    row.replace("symbol", name);
                  }
                  return GhostfolioRows.read(row, dates);
                })
            .toList();
    return new Statement(
        id(),
        Optional.empty(),
        rows,
        dates.remark().isEmpty() ? List.of() : List.of(dates.remark()));
  }
}
