import { Card, CardBody, CardTitle, Form, FormGroup, Skeleton, TextInput } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useDeferredValue, useState } from 'react';
import { percent, ratio, signedPercent } from '../figures/amounts';
import { shortDate } from '../figures/dates';
import { Term } from '../figures/Term';
import { Problem } from '../server/problem';
import { ProblemAlert } from '../server/ProblemAlert';
import { useChance, useForecast } from './signals';
import { typedPrice } from './words';

/** Where the price may go, with how often such ranges held. */
export function ForecastCard({ symbol }: { symbol: string }) {
  const forecast = useForecast(symbol);
  if (forecast.error instanceof Problem && [404, 422].includes(forecast.error.status)) {
    return null;
  }
  const { data } = forecast;
  return (
    <Card component="section" aria-label="Range of the price">
      <CardTitle component="h2">Range of the price</CardTitle>
      <CardBody>
        <ProblemAlert failure={forecast.error} retry={() => void forecast.refetch()} />
        {forecast.isPending && <Skeleton height="8rem" screenreaderText="Loading the range of the price" />}
        {data && (
          <>
            <p className="mg-subtle">
              <Term explanation={data.words}>From the close</Term> of {shortDate(data.date)}, {ratio(data.close)}. It says how far, not which way.
            </p>
            <div className="mg-scroll">
              <Table aria-label="Range of the price" variant="compact">
                <Thead>
                  <Tr>
                    <Th modifier="nowrap">Until</Th>
                    {data.horizons[0]?.quantiles.map((one) => (
                      <Th key={one.level} modifier="nowrap">
                        {percent(one.level, 0)}
                      </Th>
                    ))}
                    <Th>Held before</Th>
                  </Tr>
                </Thead>
                <Tbody>
                  {data.horizons.map((horizon) => (
                    <Tr key={horizon.sessions}>
                      <Td dataLabel="Until" modifier="nowrap">
                        {shortDate(horizon.until)}
                        <div className="mg-figure__note">
                          {horizon.sessions} {horizon.sessions === 1 ? 'session' : 'sessions'}
                        </div>
                      </Td>
                      {horizon.quantiles.map((one) => (
                        <Td key={one.level} dataLabel={percent(one.level, 0)} modifier="nowrap">
                          {ratio(one.price)}
                          <div className="mg-figure__note">{signedPercent(one.growth, 1)}</div>
                        </Td>
                      ))}
                      <Td dataLabel="Held before">
                        <span>
                          <Term explanation={horizon.record.words}>{percent(horizon.record.coverage90, 1)}</Term> of 90 %,{' '}
                          {percent(horizon.record.coverage50, 1)} of 50 %
                        </span>
                      </Td>
                    </Tr>
                  ))}
                </Tbody>
              </Table>
            </div>
            <ChanceForm symbol={symbol} />
          </>
        )}
      </CardBody>
    </Card>
  );
}

const SESSIONS = 21;

function ChanceForm({ symbol }: { symbol: string }) {
  const [text, setText] = useState('');
  const price = useDeferredValue(typedPrice(text));
  const chance = useChance(symbol, price, SESSIONS);
  return (
    <Form isHorizontal onSubmit={(event) => event.preventDefault()} className="mg-chance">
      <FormGroup label="Chance of a price in 21 sessions" fieldId="chance-price">
        <TextInput id="chance-price" inputMode="decimal" placeholder="A price" value={text} onChange={(_event, typed) => setText(typed)} />
      </FormGroup>
      <div aria-live="polite">
        {price !== undefined && chance.data && <p>{chance.data.words}</p>}
        {price !== undefined && chance.error && <ProblemAlert failure={chance.error} />}
      </div>
    </Form>
  );
}
