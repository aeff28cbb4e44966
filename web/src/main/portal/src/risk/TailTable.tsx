import { Card, CardBody } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { money, percent } from '../figures/amounts';
import { Term } from '../figures/Term';
import { EXPLANATIONS } from './explanations';
import type { RiskMetrics } from './results';
import { PartTitle } from './PartTitle';

/** Value at risk and expected shortfall, as fractions of the value and in money. */
export function TailTable({ risk }: { risk: RiskMetrics }) {
  const value = Number(risk.covered ?? risk.value);
  const levels = Object.entries(risk.var ?? {}).sort(([one], [other]) => Number(one) - Number(other));
  const filtered = levels.some(([, tail]) => tail.filtered !== undefined);
  return (
    <Card component="section" aria-label="Loss on a bad day">
      <PartTitle>Loss on a bad day</PartTitle>
      <CardBody>
        <Table variant="compact" aria-label="Value at risk and expected shortfall, one day ahead">
          <Thead>
            <Tr>
              <Th modifier="nowrap">Confidence</Th>
              <Th modifier="nowrap" className="mg-right">
                <Term explanation={EXPLANATIONS.var}>Value at risk</Term>
              </Th>
              <Th modifier="nowrap" className="mg-right">
                <Term explanation={EXPLANATIONS.expectedShortfall}>Shortfall</Term>
              </Th>
              {filtered && (
                <Th modifier="nowrap" className="mg-right">
                  <Term explanation={EXPLANATIONS.filtered}>Today's risk</Term>
                </Th>
              )}
            </Tr>
          </Thead>
          <Tbody>
            {levels.map(([level, tail]) => (
              <Tr key={level}>
                <Td dataLabel="Confidence">{level}%</Td>
                <Td dataLabel="Value at risk" className="mg-right">
                  <Loss fraction={tail.historical} value={value} currency={risk.currency} />
                </Td>
                <Td dataLabel="Shortfall" className="mg-right">
                  <Loss fraction={tail.expectedShortfall} value={value} currency={risk.currency} />
                </Td>
                {filtered && (
                  <Td dataLabel="Today's risk" className="mg-right">
                    <Loss fraction={tail.filtered} value={value} currency={risk.currency} />
                  </Td>
                )}
              </Tr>
            ))}
          </Tbody>
        </Table>
        <p className="mg-row-note mg-after">One day ahead, from past daily returns of today's holdings. Not a limit: worse days happen.</p>
      </CardBody>
    </Card>
  );
}

function Loss({ fraction, value, currency }: { fraction: number | undefined; value: number; currency: string }) {
  if (fraction === undefined) {
    return '–';
  }
  return (
    <div>
      {percent(fraction)}
      <div className="mg-row-note">{money(fraction * value, currency)}</div>
    </div>
  );
}
