package magnus.portal.description;

import java.util.List;
import java.util.Map;
import magnus.alerts.AlertCheck;
import magnus.alerts.AlertPage;
import magnus.alerts.AlertRule;
import magnus.backtests.BacktestReport;
import magnus.cache.CacheSnapshot;
import magnus.cache.DecisionView;
import magnus.cache.EntryLine;
import magnus.cache.EntryReport;
import magnus.cache.ExplainReport;
import magnus.cache.FrontierReport;
import magnus.cache.HistoryReport;
import magnus.cache.OccurrenceReport;
import magnus.cache.WhyReport;
import magnus.market.InstrumentListing;
import magnus.market.MarketDirectory;
import magnus.market.MarketImport;
import magnus.market.MarketMoment;
import magnus.options.OptionAnalysis;
import magnus.options.RollReport;
import magnus.options.ScanReport;
import magnus.portal.alerts.AlertRequest;
import magnus.portal.alerts.AlertRulesResource;
import magnus.portal.behavior.BehaviorResource;
import magnus.portal.cache.CacheEventsResource;
import magnus.portal.cache.ShelfResource;
import magnus.portal.cache.WarmingReports;
import magnus.portal.identity.AccountResource;
import magnus.portal.identity.SessionResource;
import magnus.portal.market.BarsView;
import magnus.portal.market.InstrumentResource;
import magnus.portal.market.MarketClockResource;
import magnus.portal.market.MarketImportsResource;
import magnus.portal.market.MarketResource;
import magnus.portal.market.OptionChainView;
import magnus.portal.market.QuoteView;
import magnus.portal.market.QuotesResource;
import magnus.portal.portfolio.ImportPreviewBody;
import magnus.portal.portfolio.PerformanceView;
import magnus.portal.portfolio.PortfolioResource;
import magnus.portal.portfolio.PortfolioView;
import magnus.portal.portfolio.PortfoliosResource;
import magnus.portal.portfolio.TransactionRequest;
import magnus.portal.portfolio.TransactionView;
import magnus.portal.prefetch.PatternsResource;
import magnus.portal.prefetch.PrefetchResource;
import magnus.portal.recommendation.RecommendationProfileResource;
import magnus.portal.recommendation.RecommendationsResource;
import magnus.portal.risk.OptimiseRequest;
import magnus.portal.runs.RunsResource;
import magnus.portal.tax.TaxPlanRequest;
import magnus.portfolio.AfterTaxPlan;
import magnus.portfolio.Holdings;
import magnus.portfolio.RealisedReport;
import magnus.portfolio.TaxYear;
import magnus.prefetch.BehaviorPage;
import magnus.prefetch.ConsentReport;
import magnus.prefetch.IngestReport;
import magnus.prefetch.PredictionReport;
import magnus.prefetch.PrefetchReport;
import magnus.prefetch.QueryReport;
import magnus.recommendation.AssistReport;
import magnus.recommendation.History;
import magnus.recommendation.Profile;
import magnus.recommendation.RecommendationList;
import magnus.recommendation.RecommendationReport;
import magnus.risk.ExposureReport;
import magnus.risk.OptimisedPortfolio;
import magnus.risk.ProjectionReport;
import magnus.risk.RiskMetrics;
import magnus.risk.RiskScore;
import magnus.risk.StressReport;
import magnus.risk.VarReport;
import magnus.runs.Run;
import magnus.signals.ChanceReport;
import magnus.signals.ForecastReport;
import magnus.signals.SignalReport;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Bodies that are, or contain, records of the jars below. */
final class DescribedBodies {

  /** Whole bodies: operations refer to them by name, so the scanner does not describe them. */
  private static final List<Class<? extends Record>> BELOW =
      List.of(
          AfterTaxPlan.class,
          AlertCheck.class,
          AlertPage.class,
          AlertRule.class,
          AssistReport.class,
          BacktestReport.class,
          BehaviorPage.class,
          CacheSnapshot.class,
          ChanceReport.class,
          ConsentReport.class,
          DecisionView.class,
          EntryLine.class,
          EntryReport.class,
          ExplainReport.class,
          ExposureReport.class,
          OptimisedPortfolio.class,
          ForecastReport.class,
          FrontierReport.class,
          HistoryReport.class,
          History.class,
          Holdings.class,
          IngestReport.class,
          InstrumentListing.class,
          MarketDirectory.Page.class,
          MarketImport.class,
          MarketMoment.class,
          OccurrenceReport.class,
          OptionAnalysis.class,
          PredictionReport.class,
          PrefetchReport.class,
          Profile.class,
          ProjectionReport.class,
          QueryReport.class,
          RealisedReport.class,
          RecommendationList.class,
          RecommendationReport.class,
          RiskMetrics.class,
          RiskScore.class,
          RollReport.class,
          Run.class,
          ScanReport.class,
          SignalReport.class,
          TaxYear.class,
          StressReport.class,
          VarReport.class,
          WarmingReports.class,
          WhyReport.class);

  /** Bodies of ours with members of which the scanner knows nothing. */
  private static final List<Class<? extends Record>> OURS =
      List.of(
          AccountResource.Item.class,
          AlertRequest.class,
          AlertRulesResource.Rules.class,
          AccountResource.Wish.class,
          AccountResource.Change.class,
          BarsView.class,
          BehaviorResource.ConsentRequest.class,
          BehaviorResource.Export.class,
          BehaviorResource.NavigationRequest.class,
          BehaviorResource.SymbolAccessRequest.class,
          CacheEventsResource.Events.class,
          CacheEventsResource.Raising.class,
          ShelfResource.ShelfDetail.class,
          InstrumentResource.Actions.class,
          PatternsResource.Patterns.class,
          PrefetchResource.Request.class,
          RecommendationsResource.NextAction.class,
          RecommendationsResource.FeedbackRequest.class,
          RecommendationProfileResource.ProfileRequest.class,
          PortfolioResource.Lots.class,
          MarketResource.Calendar.class,
          MarketClockResource.Setting.class,
          MarketImportsResource.Items.class,
          OptionChainView.class,
          PerformanceView.class,
          PortfolioView.class,
          PortfolioResource.PortfolioChange.class,
          PortfolioResource.ValueHistory.class,
          PortfoliosResource.PortfolioRequest.class,
          ImportPreviewBody.Row.class,
          QuoteView.class,
          QuotesResource.Quotes.class,
          QuotesResource.MissingQuote.class,
          RunsResource.RunPage.class,
          SessionResource.User.class,
          TaxPlanRequest.class,
          OptimiseRequest.class,
          TransactionRequest.class,
          TransactionView.class);

  private final Components components;

  DescribedBodies(Components components) {
    this.components = components;
  }

  void complete() {
    RecordSchemas records = new RecordSchemas(components);
    BELOW.forEach(records::register);
    for (Class<? extends Record> type : OURS) {
      complete(records.register(type), records.membersOf(type));
    }
  }

  private static void complete(Schema known, Map<String, Schema> members) {
    members.forEach(
        (name, member) -> {
          Schema before = known.getProperties().get(name);
          if (before != null && isVague(before)) {
            member.setDescription(before.getDescription());
            member.setDefaultValue(before.getDefaultValue());
            known.addProperty(name, member);
          }
        });
  }

  private static boolean isVague(Schema schema) {
    if (schema.getRef() != null || schema.getProperties() != null) {
      return false;
    }
    List<Schema.SchemaType> types = schema.getType();
    if (types == null || types.isEmpty() || types.contains(Schema.SchemaType.OBJECT)) {
      return schema.getAdditionalPropertiesSchema() == null && schema.getAllOf() == null;
    }
    return schema.getItems() != null && isVague(schema.getItems());
  }
}
