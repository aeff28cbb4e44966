import { FormSelect, FormSelectOption } from '@patternfly/react-core';
import { useState } from 'react';
import { ChartFrame } from '../charts/ChartFrame';
import { money, percent, ratio, signedMoney } from '../figures/amounts';
import { shortDate } from '../figures/dates';
import { Figure } from '../figures/Figure';
import type { StrategyFigures } from './options';
import { PayoffPicture } from './PayoffPicture';

interface Props {
  symbol: string;
  spot: number;
  strategies: StrategyFigures[];
}

/** The usual strategies at the quotes: one is chosen, its payoff drawn. */
export function StrategyPicker({ symbol, spot, strategies }: Props) {
  const [name, setName] = useState(strategies[0]?.name ?? '');
  const [index, setIndex] = useState<number>();
  const chosen = strategies.find((one) => one.name === name) ?? strategies[0];
  if (!chosen) {
    return null;
  }
  const atSpot = nearest(chosen, spot);
  const point = (place: number) => chosen.payoff[place] ?? { price: spot, profit: 0 };
  return (
    <section aria-label="Strategies" className="mg-stack">
      <h3 className="mg-part">A strategy at today's quotes</h3>
      <div className="mg-filters">
        <FormSelect aria-label="Strategy" value={chosen.name} onChange={(_event, value) => setName(value)}>
          {strategies.map((one) => (
            <FormSelectOption key={one.name} value={one.name} label={one.name} />
          ))}
        </FormSelect>
        <p className="mg-subtle">{chosen.legs.join('; ')}</p>
      </div>
      <dl className="mg-grid-figures">
        <Figure label={chosen.cost < 0 ? 'Credit' : 'Cost'} note="for a hundred shares">
          {money(Math.abs(chosen.cost))}
        </Figure>
        <Figure label="Largest profit">{chosen.mostProfit === undefined ? 'no bound' : money(chosen.mostProfit)}</Figure>
        <Figure label="Largest loss">{chosen.mostLoss === undefined ? 'no bound' : money(chosen.mostLoss)}</Figure>
        <Figure label="Break-even">{chosen.breakEvens.length > 0 ? chosen.breakEvens.map((one) => ratio(one)).join(', ') : 'none'}</Figure>
        <Figure label="Chance of profit" explanation="At the day shown, the underlying being lognormal with the volatility of the money.">
          {percent(chosen.profitChance, 0)}
        </Figure>
        <Figure label="Margin" explanation="What a margin account must hold, by the Cboe's rules: half of the price of shares, sold puts in cash. Shares that are paid in full, as in the cost, need none of it.">
          {money(chosen.margin)}
        </Figure>
      </dl>
      <ChartFrame
        description={`Profit of the ${chosen.name.toLowerCase()} on ${symbol} on ${shortDate(chosen.horizon)} by the price of ${symbol}.`}
        points="prices"
        count={chosen.payoff.length}
        index={index ?? atSpot}
        onIndex={setIndex}
        columns={[
          { name: `Price of ${symbol}`, cell: (place) => ratio(point(place).price) },
          { name: 'Profit', cell: (place) => signedMoney(point(place).profit) },
        ]}
        legend={(place) => (
          <>
            <span>
              {symbol} at <strong>{ratio(point(place).price)}</strong>
            </span>
            <span>
              profit <strong>{signedMoney(point(place).profit)}</strong>
            </span>
          </>
        )}
        note={`On ${shortDate(chosen.horizon)}, when its first option expires, within three standard deviations of today's ${ratio(spot)}. Dashed: today's price; circles: break-evens.`}
      >
        <PayoffPicture payoff={chosen.payoff} spot={spot} breakEvens={chosen.breakEvens} index={index} onIndex={setIndex} />
      </ChartFrame>
    </section>
  );
}

function nearest({ payoff }: StrategyFigures, price: number): number {
  return payoff.reduce((best, point, place) => (Math.abs(point.price - price) < Math.abs((payoff[best]?.price ?? 0) - price) ? place : best), 0);
}
