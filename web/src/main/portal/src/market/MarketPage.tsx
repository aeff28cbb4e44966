import { Button, FormSelect, FormSelectOption, PageSection, SearchInput, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useDeferredValue, useEffect, useEffectEvent, useRef, useState } from 'react';
import { Link } from 'react-router';
import { money, signedPoints } from '../figures/amounts';
import { Change } from '../figures/Change';
import { SourceLabel } from '../figures/SourceLabel';
import { look } from '../prefetch/recording';
import { ProblemAlert } from '../server/ProblemAlert';
import { PageTop } from '../shell/PageTop';
import { type Instrument, type Quote, useQuotes, useSymbols } from './market';
import { SECTORS } from './sectors';

/** Who has typed a symbol and then nothing for so long has searched for it, in milliseconds. */
const TYPED = 1_500;

/** All symbols that Magnus has prices of. */
export function MarketPage() {
  const [text, setText] = useState('');
  const [sector, setSector] = useState('');
  const query = useDeferredValue(text.trim());
  const symbols = useSymbols(query, sector || undefined);
  const items = symbols.data?.pages.flatMap((page) => page.items) ?? [];
  const quotes = useQuotes(items.map((one) => one.symbol));
  const named = items.find((one) => one.symbol === query.toUpperCase())?.symbol;
  const told = useRef<string>(undefined);
  const found = (symbol: string) => {
    if (query && symbol !== told.current) {
      told.current = symbol;
      look(symbol, 'SEARCH');
    }
  };
  const foundByName = useEffectEvent(found);
  useEffect(() => {
    if (!named) {
      return undefined;
    }
    const typed = setTimeout(() => foundByName(named), TYPED);
    return () => clearTimeout(typed);
  }, [named]);
  return (
    <>
      <PageTop title="Symbols" subtitle="Prices, option chains and dates of everything that Magnus knows." />
      <PageSection>
        <div className="mg-stack">
          <div className="mg-filters">
            <SearchInput
              aria-label="Search by ticker or name"
              placeholder="Ticker or name"
              value={text}
              onChange={(_event, value) => setText(value)}
              onClear={() => setText('')}
            />
            <FormSelect aria-label="Sector" value={sector} onChange={(_event, value) => setSector(value)}>
              <FormSelectOption value="" label="All sectors" />
              {SECTORS.map((one) => (
                <FormSelectOption key={one} value={one} label={one} />
              ))}
            </FormSelect>
          </div>
          <ProblemAlert failure={symbols.error} retry={() => void symbols.refetch()} />
          {symbols.isPending && <Skeleton height="16rem" screenreaderText="Loading symbols" />}
          {symbols.data && items.length === 0 && (
            <p className="mg-subtle">
              {query ? `No symbol matches “${query}”.` : 'There are no symbols yet.'} An administrator can import price history.
            </p>
          )}
          {items.length > 0 && (
            <Table variant="compact" aria-label="Symbols" className="mg-table mg-panel">
              <Thead>
                <Tr>
                  <Th modifier="fitContent">Symbol</Th>
                  <Th>Name</Th>
                  <Th className="mg-right">Last</Th>
                  <Th className="mg-right" modifier="nowrap">
                    Day change
                  </Th>
                  <Th>Sector</Th>
                  <Th>Industry</Th>
                  <Th modifier="fitContent">Source</Th>
                </Tr>
              </Thead>
              <Tbody>
                {items.map((one) => (
                  <Row key={one.symbol} one={one} quote={quotes.get(one.symbol)} onOpen={found} />
                ))}
              </Tbody>
            </Table>
          )}
          {symbols.hasNextPage && (
            <Button variant="link" isLoading={symbols.isFetchingNextPage} onClick={() => void symbols.fetchNextPage()}>
              More symbols
            </Button>
          )}
        </div>
      </PageSection>
    </>
  );
}

function Row({ one, quote, onOpen }: { one: Instrument; quote: Quote | undefined; onOpen(symbol: string): void }) {
  return (
    <Tr>
      <Td dataLabel="Symbol">
        <Link to={`/market/${encodeURIComponent(one.symbol)}`} onClick={() => onOpen(one.symbol)}>
          <strong>{one.symbol}</strong>
        </Link>
      </Td>
      <Td dataLabel="Name" className="mg-whole">
        {one.name}
      </Td>
      <Td dataLabel="Last" className="mg-right">
        {money(quote?.last)}
      </Td>
      <Td dataLabel="Day change" className="mg-right" modifier="nowrap">
        <Change of={quote?.change}>{signedPoints(quote?.changePercent)}</Change>
      </Td>
      <Td dataLabel="Sector" className="mg-whole">
        {one.sector}
      </Td>
      <Td dataLabel="Industry" className="mg-whole">
        {one.industry || '–'}
      </Td>
      <Td dataLabel="Source">
        {one.source?.toLowerCase().startsWith('simul') ? <SourceLabel source={one.source} /> : one.source?.toLowerCase()}
      </Td>
    </Tr>
  );
}
