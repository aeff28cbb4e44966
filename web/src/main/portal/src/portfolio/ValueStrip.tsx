import { Card } from '@patternfly/react-core';
import { Change } from '../figures/Change';
import { Figure } from '../figures/Figure';
import { money, percent, signedMoney, signedPoints } from '../figures/amounts';
import { exchangeTime, shortDate } from '../figures/dates';
import { isValueWhole, MISSING_ID } from './completeness';
import type { Holdings, Portfolio } from './portfolios';

interface Props {
  portfolio: Portfolio;
  holdings: Holdings | undefined;
}

/** The figures that one looks for first. */
export function ValueStrip({ portfolio, holdings }: Props) {
  const { currency } = portfolio;
  const value = holdings?.value ?? portfolio.value;
  const cash = holdings?.cash ?? portfolio.cash;
  const asOf = holdings?.asOf ?? portfolio.asOf;
  const loading = !holdings;
  const incomplete = holdings !== undefined && holdings.missing.length > 0;
  const why = (
    <>
      {' '}
      <a className="mg-incomplete" href={`#${MISSING_ID}`}>
        not complete
      </a>
    </>
  );
  return (
    <Card>
      <dl className="mg-strip">
        <Figure label="Value" note={asOf && `as of ${shortDate(asOf)}, ${exchangeTime(asOf)} New York`}>
          <span className="mg-headline">{money(value, currency)}</span>
          {incomplete && !isValueWhole(holdings) && why}
        </Figure>
        <Figure label="Day change" explanation="Change of the holdings' value since the previous session's close.">
          <Change of={portfolio.dayChange}>{signedMoney(portfolio.dayChange, currency)}</Change>
          {portfolio.dayChangePercent !== undefined && (
            <span className="mg-figure__beside">{signedPoints(portfolio.dayChangePercent)}</span>
          )}
        </Figure>
        <Figure
          label="Cash"
          note={Number(value) > 0 && cash !== undefined ? `${percent(Number(cash) / Number(value), 1)} of the value` : undefined}
        >
          {money(cash, currency)}
        </Figure>
        <Figure label="Unrealised P/L" loading={loading} explanation="What all open positions are worth now, less what they cost. Positions of unknown cost do not count.">
          <Change of={holdings?.unrealised}>{signedMoney(holdings?.unrealised, currency)}</Change>
          {incomplete && isValueWhole(holdings) && why}
        </Figure>
        <Figure label="Realised P/L" loading={loading} explanation="Gains and losses of what was sold, covered or expired, by the portfolio's lot method.">
          <Change of={holdings?.realised}>{signedMoney(holdings?.realised, currency)}</Change>
        </Figure>
      </dl>
    </Card>
  );
}
