import { Card, CardBody } from '@patternfly/react-core';
import { Figure } from '../figures/Figure';
import { percent, quantity, ratio } from '../figures/amounts';
import { shortDate } from '../figures/dates';
import { EXPLANATIONS } from './explanations';
import { NotComputedList } from './NotComputedList';
import type { RiskMetrics } from './results';
import { PartTitle } from './PartTitle';

/** The step `risk_metrics`: figures that each explain themselves. */
export function RiskCards({ risk }: { risk: RiskMetrics }) {
  const { maximumDrawdown: drawdown, concentration } = risk;
  return (
    <Card id="analysis-risk_metrics" component="section" aria-label="Risk">
      <PartTitle>Risk</PartTitle>
      <CardBody>
        <p className="mg-subtle mg-card-lead">
          {risk.from && risk.to
            ? `Today's holdings over ${quantity(risk.days)} past sessions, ${shortDate(risk.from)} to ${shortDate(risk.to)}`
            : 'There is no common price history of the holdings.'}
        </p>
        <dl className="mg-grid-figures">
          <Figure label="Volatility" explanation={EXPLANATIONS.volatility} note="a year">
            {percent(risk.volatility, 1)}
          </Figure>
          <Figure label="Beta" explanation={EXPLANATIONS.beta} note={risk.benchmark && `to ${risk.benchmark}`}>
            {ratio(risk.beta)}
          </Figure>
          <Figure label="Sharpe ratio" explanation={EXPLANATIONS.sharpe}>
            {ratio(risk.sharpe)}
          </Figure>
          <Figure label="Sortino ratio" explanation={EXPLANATIONS.sortino}>
            {ratio(risk.sortino)}
          </Figure>
          <Figure
            label="Maximum drawdown"
            explanation={EXPLANATIONS.drawdown}
            note={drawdown && `${shortDate(drawdown.peak)} – ${shortDate(drawdown.trough)}`}
          >
            <span className={drawdown ? 'mg-loss' : ''}>{drawdown ? `−${percent(Math.abs(drawdown.depth), 1)}` : '–'}</span>
          </Figure>
          <Figure
            label="Effective holdings"
            explanation={EXPLANATIONS.effectiveHoldings}
            note={concentration?.largest && `largest: ${concentration.largest.symbol}, ${percent(concentration.largest.weight, 1)}`}
          >
            {ratio(concentration?.effectiveHoldings, 1)}
          </Figure>
          <Figure label="Concentration" explanation={EXPLANATIONS.herfindahl} note="Herfindahl index">
            {ratio(concentration?.herfindahl, 3)}
          </Figure>
          <Figure label="Risk-free rate" explanation={EXPLANATIONS.riskFree} note="a year">
            {percent(risk.riskFreeRate)}
          </Figure>
        </dl>
        <NotComputedList items={risk.notComputed} />
      </CardBody>
    </Card>
  );
}
