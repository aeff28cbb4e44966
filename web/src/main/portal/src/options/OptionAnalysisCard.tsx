import { Button, Card, CardBody, CardTitle, Form, FormGroup, Skeleton, TextInput } from '@patternfly/react-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { percent, ratio } from '../figures/amounts';
import { Figure } from '../figures/Figure';
import { SourceLabel } from '../figures/SourceLabel';
import { ProblemAlert } from '../server/ProblemAlert';
import { OpportunityTable } from './OpportunityTable';
import { type OptionAnalysis, useOptionAnalysis } from './options';
import { StrategyPicker } from './StrategyPicker';

interface Props {
  symbol: string | undefined;
  onSymbol(symbol: string): void;
}

/** What the options of one underlying say. */
export function OptionAnalysisCard({ symbol, onSymbol }: Props) {
  const [text, setText] = useState('');
  const analysis = useOptionAnalysis(symbol);
  return (
    <Card>
      <CardTitle component="h2">
        One underlying{symbol && `: ${symbol}`} <SourceLabel source={analysis.data?.source} />
      </CardTitle>
      <CardBody>
        <div className="mg-stack">
          <Form
            className="mg-inline-form"
            onSubmit={(event) => {
              event.preventDefault();
              if (text.trim()) {
                onSymbol(text.trim().toUpperCase());
              }
            }}
          >
            <FormGroup label="Symbol" fieldId="analysis-symbol">
              <TextInput id="analysis-symbol" value={text} placeholder={symbol ?? 'AAPL'} onChange={(_event, typed) => setText(typed)} />
            </FormGroup>
            <Button type="submit" variant="secondary" isDisabled={!text.trim()} isLoading={analysis.isFetching}>
              Analyse
            </Button>
          </Form>
          <ProblemAlert failure={analysis.error} retry={() => void analysis.refetch()} />
          {symbol && analysis.isPending && <Skeleton height="16rem" screenreaderText={`Reading the options of ${symbol}`} />}
          {analysis.data && <Analysis data={analysis.data} />}
        </div>
      </CardBody>
    </Card>
  );
}

function Analysis({ data }: { data: OptionAnalysis }) {
  const month = data.surface?.smiles.reduce((best, smile) => (Math.abs(smile.years - 30 / 365) < Math.abs(best.years - 30 / 365) ? smile : best));
  return (
    <>
      <dl className="mg-grid-figures">
        <Figure label="Spot" note={<Link to={`/market/${encodeURIComponent(data.symbol)}`}>chart and chain</Link>}>
          {ratio(data.spot)}
        </Figure>
        <Figure label="Implied volatility" explanation="At the money for thirty days, per year, from the fitted surface." note={`realised ${percent(data.realised, 1)}`}>
          {percent(data.volatility30, 1)}
        </Figure>
        <Figure
          label="IV rank"
          explanation="Where that stands between the lowest and the highest of the last year's weekly closes."
          note={data.rank ? `${percent(data.rank.lowest, 0)} to ${percent(data.rank.highest, 0)} in ${data.rank.observations} weeks` : 'its past is not known'}
        >
          {percent(data.rank?.rank, 0)}
        </Figure>
        <Figure label="IV percentile" explanation="Share of the last year's weekly closes at which less was implied than now.">
          {percent(data.rank?.percentile, 0)}
        </Figure>
        {month && (
          <Figure label="Expected move" explanation="One standard deviation until the expiry nearest to thirty days, over the spot." note={`in ${Math.round(month.years * 365)} days`}>
            ±{percent(month.expectedMove, 1)}
          </Figure>
        )}
        {data.surface && (
          <Figure
            label="Surface"
            explanation="Raw SVI by expiry; checked for butterflies and calendars that would be free."
            note={`${percent(data.surface.insideQuotes, 0)} of ${data.surface.quotes} quotes fitted inside bid and ask`}
          >
            {data.surface.freeOfArbitrage ? 'no arbitrage' : 'not free of arbitrage'}
          </Figure>
        )}
      </dl>
      {data.strategies.length > 0 && <StrategyPicker key={data.symbol} symbol={data.symbol} spot={data.spot} strategies={data.strategies} />}
      {data.opportunities.length > 0 ? (
        <>
          <h3 className="mg-part">What could be sold here</h3>
          <OpportunityTable label={`What could be sold on ${data.symbol}`} items={data.opportunities} />
        </>
      ) : (
        <p className="mg-subtle">Nothing on {data.symbol} passes the usual filters (10 to 35 % delta, three to nine weeks, quiet and liquid).</p>
      )}
    </>
  );
}
