import { Alert, Card, CardBody, Skeleton } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { BacktestCard } from '../backtests/BacktestCard';
import type { BacktestReport } from '../backtests/backtests';
import type { Missing } from '../portfolio/portfolios';
import { PartTitle } from '../risk/PartTitle';
import { NotComputedList } from '../risk/NotComputedList';
import { ContributionsCard } from '../risk/ContributionsCard';
import { ExposuresCard } from '../risk/ExposuresCard';
import { PerformanceCard } from '../risk/PerformanceCard';
import type { PerformanceResult, RiskMetrics, SectorExposure, Summary } from '../risk/results';
import type { ExposureReport, ProjectionReport, RiskScore, StressReport } from '../risk/reports';
import { ProjectionCard } from '../risk/ProjectionCard';
import { RiskCards } from '../risk/RiskCards';
import { ScoreCard } from '../risk/ScoreCard';
import { SectorBars } from '../risk/SectorBars';
import { StressCard } from '../risk/StressCard';
import { SummaryCard } from '../risk/SummaryCard';
import { TailTable } from '../risk/TailTable';
import { hasEnded, type RunView } from './journal';
import { StepList } from './StepList';
import { words } from './runs';
import type { WatchedRun } from './useRunStream';

const SHOWN = ['risk_metrics', 'sector_exposure', 'performance', 'summary', 'stress_scenarios', 'projection', 'exposures', 'risk_score', 'backtest'];

/** A portfolio analysis as far as it has come: each part appears when its event does. */
export function AnalysisView({ watched }: { watched: WatchedRun }) {
  const { view, connection, problem } = watched;
  const risk = result<RiskMetrics>(view, 'risk_metrics');
  const sectors = result<SectorExposure>(view, 'sector_exposure');
  const performance = result<PerformanceResult>(view, 'performance');
  const summary = result<Summary>(view, 'summary');
  const stress = result<StressReport>(view, 'stress_scenarios');
  const projection = result<ProjectionReport>(view, 'projection');
  const exposures = result<ExposureReport>(view, 'exposures');
  const score = result<RiskScore>(view, 'risk_score');
  const backtest = result<BacktestReport>(view, 'backtest');
  const currency = risk?.currency ?? 'USD';
  const missing = unique([...(risk?.missing ?? []), ...(sectors?.missing ?? []), ...(performance?.missing ?? []), ...(stress?.missing ?? [])]);
  return (
    <div className="mg-stack">
      {problem && (
        <Alert component="p" variant="danger" isInline title="This analysis cannot be shown">
          <p>{problem.message}</p>
        </Alert>
      )}
      {connection === 'reconnecting' && (
        <Alert component="p" variant="info" isInline title="Connection lost: taking it up again">
          <p>The analysis goes on at the server. What you have seen stays, and what you miss follows.</p>
        </Alert>
      )}
      {view.status === 'FAILED' && (
        <Alert component="p" variant="danger" isInline title="The analysis failed">
          <p>{view.failure || 'The server does not say why.'} What had been computed before stands below.</p>
        </Alert>
      )}
      {view.status === 'CANCELLED' && (
        <Alert component="p" variant="warning" isInline title="The analysis was cancelled">
          <p>What had been computed before stands below.</p>
        </Alert>
      )}
      {(view.status === 'RUNNING' || view.status === 'CONNECTING') && !problem && <StepList view={view} />}
      {Object.entries(view.faults).map(([step, reason]) => (
        <Alert component="p" key={step} variant="warning" isInline title={`${words(step)} could not be worked out`}>
          <p>{reason}</p>
        </Alert>
      ))}
      {missing.length > 0 && (
        <Alert component="p" variant="warning" isInline isExpandable title={missing.length === 1 ? 'One holding is missing from some of these figures' : `${missing.length} holdings are missing from some of these figures`}>
          <ul className="mg-faults">
            {missing.map((one) => (
              <li key={one.symbol}>
                <strong>{one.symbol}</strong>: {one.reason}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <div className="mg-analysis">
        <Awaited of={summary} name="summary" view={view}>
          {summary && <SummaryCard summary={summary} />}
        </Awaited>
        <Awaited of={risk} name="risk_metrics" view={view}>
          {risk && (
            <>
              <RiskCards risk={risk} />
              <TailTable risk={risk} />
              <ContributionsCard risk={risk} />
            </>
          )}
        </Awaited>
        <Awaited of={sectors} name="sector_exposure" view={view}>
          {sectors && (
            <Card id="analysis-sector_exposure" component="section" aria-label="Sector exposure" className="mg-span">
              <PartTitle>Sector exposure</PartTitle>
              <CardBody>
                <SectorBars items={sectors.items} currency={currency} />
                <NotComputedList items={sectors.notComputed} />
              </CardBody>
            </Card>
          )}
        </Awaited>
        <Awaited of={performance} name="performance" view={view}>
          {performance && <PerformanceCard performance={performance} currency={currency} />}
        </Awaited>
        {score && <ScoreCard score={score} />}
        {stress && <StressCard report={stress} />}
        {projection && <ProjectionCard report={projection} />}
        {exposures && <ExposuresCard report={exposures} />}
        <Awaited of={backtest} name="backtest" view={view}>
          {backtest && <BacktestCard report={backtest} />}
        </Awaited>
        {Object.entries(view.results)
          .filter(([type]) => !SHOWN.includes(type))
          .map(([type]) => (
            <p key={type} className="mg-subtle">
              {words(type)} has arrived; this portal has no view of it yet.
            </p>
          ))}
      </div>
    </div>
  );
}

function result<T>(view: RunView, type: string): T | undefined {
  return view.results[type] as T | undefined;
}

function unique(missing: Missing[]): Missing[] {
  return [...new Map(missing.map((one) => [one.symbol, one])).values()];
}

/** A part that is there, or a placeholder while it may still come. */
function Awaited({ of, name, view, children }: { of: unknown; name: string; view: RunView; children: ReactNode }) {
  if (of) {
    return children;
  }
  if (hasEnded(view) || view.faults[name] || !view.steps.some((step) => step.name === name)) {
    return null;
  }
  return (
    <Card className="mg-span">
      <PartTitle>{words(name)}</PartTitle>
      <CardBody>
        <Skeleton height="6rem" screenreaderText={`Waiting for ${words(name)}`} />
      </CardBody>
    </Card>
  );
}
