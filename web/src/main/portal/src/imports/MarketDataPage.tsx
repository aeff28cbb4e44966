import { Alert, Card, CardBody, CardTitle, FormGroup, FormSelect, FormSelectOption, PageSection, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { counted, quantity } from '../figures/amounts';
import { localTime } from '../figures/dates';
import { ClockForm } from '../market/ClockForm';
import { ProblemAlert } from '../server/ProblemAlert';
import { PageTop } from '../shell/PageTop';
import { FileDrop } from './FileDrop';
import { OtherPlaceHint } from './OtherPlaceHint';
import { importedWords, KINDS, type MarketImport, useImportMarketData, spanOf, useMarketImports } from './marketData';

function span(one: MarketImport): string {
  return spanOf(one) ?? '–';
}

/** For administrators: brings price history in, and sets the clock that the whole product runs by. */
export function MarketDataPage() {
  const [kind, setKind] = useState('auto');
  const imports = useMarketImports();
  const store = useImportMarketData();
  return (
    <>
      <PageTop title="Market data and clock" subtitle="What Magnus knows of the market, and what time it is there." />
      <PageSection>
        <div className="mg-stack">
          <ClockForm />
          <Card>
            <CardTitle component="h2">Import market data</CardTitle>
            <CardBody>
              <div className="mg-stack">
                <FormGroup label="What is in the file" fieldId="market-kind" className="mg-narrow">
                  <FormSelect id="market-kind" value={kind} onChange={(_event, value) => setKind(value)}>
                    {Object.entries(KINDS).map(([value, label]) => (
                      <FormSelectOption key={value} value={value} label={label} />
                    ))}
                  </FormSelect>
                </FormGroup>
                <FileDrop
                  hint="CSV with a header line, plain, gzipped or zipped, of any size. All of it is stored, or nothing."
                  accept=".csv,.gz,.zip,.txt,text/csv"
                  busy={store.isPending}
                  onFile={(file) => store.mutate({ file, kind })}
                />
                <ProblemAlert failure={store.error} title="Nothing was imported" />
                {store.error && <OtherPlaceHint file={store.variables?.file} here="market" />}
                {store.data && (
                  <Alert component="p"
                    variant="success"
                    isInline
                    title={`${KINDS[store.data.kind.toLowerCase()] ?? store.data.kind}: ${counted(store.data.rows, 'row')} imported`}
                  >
                    <p>{importedWords(store.data)}</p>
                  </Alert>
                )}
              </div>
            </CardBody>
          </Card>
          <Card>
            <CardTitle component="h2">What was imported</CardTitle>
            <CardBody>
              <ProblemAlert failure={imports.error} retry={() => void imports.refetch()} />
              {imports.isPending && <Skeleton height="5rem" screenreaderText="Loading imports" />}
              {imports.data?.length === 0 && (
                <p className="mg-subtle">
                  Nothing yet: all prices are simulated. Import the sample bars in <code>samples/</code> to begin with.
                </p>
              )}
              {imports.data && imports.data.length > 0 && (
                <Table variant="compact" aria-label="Market data imports" className="mg-table">
                  <Thead>
                    <Tr>
                      <Th>File</Th>
                      <Th>Kind</Th>
                      <Th className="mg-right">Rows</Th>
                      <Th className="mg-right">Symbols</Th>
                      <Th>Dates</Th>
                      <Th>Imported</Th>
                    </Tr>
                  </Thead>
                  <Tbody>
                    {imports.data.map((one) => {
                      const when = one.at ?? one.importedAt;
                      return (
                        <Tr key={one.id}>
                          <Td dataLabel="File">{one.name ?? one.file ?? '–'}</Td>
                          <Td dataLabel="Kind">{KINDS[one.kind.toLowerCase()] ?? one.kind}</Td>
                          <Td dataLabel="Rows" className="mg-right">
                            {quantity(one.rows)}
                          </Td>
                          <Td dataLabel="Symbols" className="mg-right">
                            {quantity(one.symbols)}
                          </Td>
                          <Td dataLabel="Dates">{span(one)}</Td>
                          <Td dataLabel="Imported">{when ? localTime(when) : '–'}</Td>
                        </Tr>
                      );
                    })}
                  </Tbody>
                </Table>
              )}
            </CardBody>
          </Card>
        </div>
      </PageSection>
    </>
  );
}
