import { Card, CardBody, CardTitle, PageSection } from '@patternfly/react-core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { PortfolioChoice } from '../portfolio/PortfolioChoice';
import { useChosenPortfolio } from '../portfolio/chosen';
import { ProblemAlert } from '../server/ProblemAlert';
import { useRuns, useStartRun } from '../runs/runs';
import { PageTop } from '../shell/PageTop';
import { OptionAnalysisCard } from './OptionAnalysisCard';
import { OwnCalls } from './OwnCalls';
import { ScanResults } from './ScanResults';
import { WishForm } from './WishForm';
import { parametersOf, USUAL, type Wishes } from './wishes';

/** What options could be sold, found as one looks on, and all that the options of one underlying say. */
export function OptionsPage() {
  const [search, setSearch] = useSearchParams();
  const [wishes, setWishes] = useState<Wishes>(USUAL);
  const [own, setOwn] = useState<Record<string, string>>();
  const [started, setStarted] = useState<string>();
  const { portfolios, chosen, choose } = useChosenPortfolio();
  const runs = useRuns();
  const start = useStartRun();
  const run = started ?? runs.data?.find((one) => one.operation === 'options_scan')?.id;
  const symbol = search.get('symbol') ?? undefined;

  const analyse = (wanted: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.set('symbol', wanted);
      return next;
    });

  const scan = () => {
    const parameters = parametersOf(wishes);
    if (wishes.what === 'OWN_CALLS') {
      setOwn(parameters);
      return;
    }
    setOwn(undefined);
    start.mutate({ operation: 'options_scan', parameters }, { onSuccess: setStarted });
  };

  return (
    <>
      <PageTop
        title="Options"
        subtitle="Puts and calls that could be sold, and what they pay for which risk. Magnus informs; it never trades."
        actions={wishes.what === 'OWN_CALLS' && portfolios && chosen && <PortfolioChoice portfolios={portfolios} chosen={chosen} onChoose={choose} />}
      />
      <PageSection>
        <div className="mg-stack">
          <Card>
            <CardTitle component="h2">What to look for</CardTitle>
            <CardBody>
              <WishForm wishes={wishes} onChange={setWishes} onScan={scan} busy={start.isPending} />
              <ProblemAlert failure={start.error} title="The scan did not begin" />
            </CardBody>
          </Card>
          {own ? (
            <OwnCalls portfolio={chosen} parameters={own} onAnalyse={analyse} />
          ) : (
            <ScanResults run={run} onAnalyse={analyse} />
          )}
          <OptionAnalysisCard symbol={symbol} onSymbol={analyse} />
        </div>
      </PageSection>
    </>
  );
}
