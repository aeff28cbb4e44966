import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { money, quantity, ratio, signedMoney } from '../figures/amounts';
import { Change } from '../figures/Change';
import { Figure } from '../figures/Figure';
import type { AfterTaxPlan } from './taxes';

const TERMS = { SHORT: 'short', LONG: 'long', UNKNOWN: 'unknown' };

/** What to do, what it is worth, and what was left out and why. */
export function PlanView({ plan }: { plan: AfterTaxPlan }) {
  const nothing = plan.sales.length + plan.purchases.length + plan.calls.length === 0;
  return (
    <section aria-label="The plan" aria-live="polite" className="mg-stack">
      <dl className="mg-grid-figures">
        <Figure label="Worth over doing nothing" explanation="As of today, after tax and costs; the parts below add up to it." note={plan.proven ? 'no better plan exists' : 'time was over before that was proven'}>
          <Change of={plan.worth}>{signedMoney(plan.worth)}</Change>
        </Figure>
        <Figure label="Tax of the year" explanation="Below zero: what a loss saves." note={`without the plan ${signedMoney(plan.taxBefore)}`}>
          {signedMoney(plan.taxAfter)}
        </Figure>
        <Figure label="Loss carried on">{money(plan.carriedAfter)}</Figure>
      </dl>
      <ul className="mg-faults">
        {plan.parts.map((part) => (
          <li key={part.name}>
            {part.name}: {signedMoney(part.dollars)}
          </li>
        ))}
      </ul>
      {nothing && <p className="mg-subtle">The best is to do nothing.</p>}
      {plan.sales.length > 0 && (
        <>
          <h3 className="mg-part">Sell</h3>
          <Table variant="compact" aria-label="Lots to sell" className="mg-table" gridBreakPoint="grid-lg">
            <Thead>
              <Tr>
                <Th>Lot of</Th>
                <Th className="mg-right">Quantity</Th>
                <Th className="mg-right">Proceeds</Th>
                <Th className="mg-right">Gain</Th>
                <Th>Term</Th>
              </Tr>
            </Thead>
            <Tbody>
              {plan.sales.map((sale) => (
                <Tr key={sale.lot}>
                  <Td dataLabel="Lot of">
                    <div>
                      <strong>{sale.symbol}</strong>
                      <div className="mg-row-note">{sale.account}</div>
                    </div>
                  </Td>
                  <Td dataLabel="Quantity" className="mg-right">
                    {quantity(sale.quantity)}
                  </Td>
                  <Td dataLabel="Proceeds" className="mg-right">
                    {money(sale.proceeds)}
                  </Td>
                  <Td dataLabel="Gain" className="mg-right">
                    <Change of={sale.gain}>{signedMoney(sale.gain)}</Change>
                  </Td>
                  <Td dataLabel="Term">{TERMS[sale.term]}</Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        </>
      )}
      {plan.purchases.length > 0 && (
        <>
          <h3 className="mg-part">Buy</h3>
          <ul className="mg-faults">
            {plan.purchases.map((buy) => (
              <li key={buy.symbol + buy.insteadOf}>
                <strong>{buy.symbol}</strong> for {money(buy.dollars)}
                {buy.insteadOf && ` in place of ${buy.insteadOf} (correlation ${ratio(buy.correlation)})`}
              </li>
            ))}
          </ul>
        </>
      )}
      {plan.calls.length > 0 && (
        <>
          <h3 className="mg-part">Write calls</h3>
          <ul className="mg-faults">
            {plan.calls.map((call) => (
              <li key={call.contract}>
                <strong>
                  {call.contracts} × {call.contract}
                </strong>{' '}
                for {money(call.premium)} each; worth {money(call.benefit)} each after tax
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className="mg-part">Left out, and why</h3>
      {plan.leftOut.length === 0 && <p className="mg-subtle">Nothing.</p>}
      <ul className="mg-faults">
        {plan.leftOut.map((out) => (
          <li key={out.what}>
            <strong>{out.symbol}</strong>: {out.reason}
          </li>
        ))}
      </ul>
      <p className="mg-row-note">{plan.assumptions.join(' ')}</p>
    </section>
  );
}
