import { Card, CardBody, CardTitle, FormSelect, FormSelectOption, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { percent, quantity, ratio } from '../figures/amounts';
import { exchangeTime, shortDate } from '../figures/dates';
import { SourceLabel } from '../figures/SourceLabel';
import { look } from '../prefetch/recording';
import { Problem } from '../server/problem';
import { ProblemAlert } from '../server/ProblemAlert';
import { type OptionQuote, useOptionChain } from './market';

interface Row {
  strike: number;
  call?: OptionQuote;
  put?: OptionQuote;
}

/** Calls and puts of one expiry side by side, by strike. */
export function rowsOf(contracts: OptionQuote[], expiry: string): Row[] {
  const rows = new Map<number, Row>();
  for (const contract of contracts) {
    if (contract.expiry === expiry) {
      const strike = Number(contract.strike);
      const row = rows.get(strike) ?? { strike };
      rows.set(strike, contract.right === 'CALL' ? { ...row, call: contract } : { ...row, put: contract });
    }
  }
  return [...rows.values()].sort((one, other) => one.strike - other.strike);
}

/** Calls once when the loaded card has come into sight: that it stands further down the page is no look at it. */
function useSeen(card: RefObject<HTMLElement | null>, loaded: boolean, seen: () => void) {
  const tell = useEffectEvent(seen);
  useEffect(() => {
    const element = card.current;
    if (!element || !loaded || typeof IntersectionObserver !== 'function') {
      return undefined;
    }
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) {
          observer.disconnect();
          tell();
        }
      },
      { threshold: 0.3 },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [card, loaded]);
}

const SIDES = ['call', 'put'] as const;

export function OptionChainCard({ symbol }: { symbol: string }) {
  const [wanted, setWanted] = useState<string>();
  const chain = useOptionChain(symbol, wanted);
  const { data } = chain;
  const none = (chain.error instanceof Problem && chain.error.status === 404) || data?.expiries.length === 0;
  const expiry = wanted ?? data?.contracts[0]?.expiry ?? data?.expiries[0];
  const rows = data && expiry ? rowsOf(data.contracts, expiry) : [];
  const spot = Number(data?.spot);
  const card = useRef<HTMLDivElement>(null);
  useSeen(card, rows.length > 0, () => look(symbol, 'CHAIN'));
  return (
    <Card ref={card}>
      <CardTitle component="h2">
        Options <SourceLabel source={data?.source} />
      </CardTitle>
      <CardBody>
        {!none && <ProblemAlert failure={chain.error} retry={() => void chain.refetch()} />}
        {none && <p className="mg-subtle">{chain.error instanceof Problem ? chain.error.message.replace(/ as of .*$/, ' at this market time.') : `There are no listed options of ${symbol}.`}</p>}
        {chain.isPending && <Skeleton height="12rem" screenreaderText="Loading options" />}
        {data && expiry && !none && (
          <div className="mg-stack">
            <div className="mg-filters">
              <FormSelect aria-label="Expiry" value={expiry} onChange={(_event, value) => setWanted(value)}>
                {data.expiries.map((one) => (
                  <FormSelectOption key={one} value={one} label={shortDate(one)} />
                ))}
              </FormSelect>
              <p className="mg-subtle">
                {symbol} at {ratio(data.spot)}, {shortDate(data.at)} {exchangeTime(data.at)} New York. Shaded: in the money.
              </p>
            </div>
            <div className="mg-scroll" tabIndex={0} role="region" aria-label={`Options of ${symbol}`}>
              <Table variant="compact" aria-label={`Options of ${symbol}, ${shortDate(expiry)}`} gridBreakPoint="" className="mg-table mg-chain">
                <Thead hasNestedHeader>
                  <Tr>
                    <Th colSpan={6} textCenter hasRightBorder>
                      Calls
                    </Th>
                    <Th textCenter hasRightBorder screenReaderText="Strike" />
                    <Th colSpan={6} textCenter>
                      Puts
                    </Th>
                  </Tr>
                  <Tr>
                    {['Bid', 'Ask', 'Last', 'IV', 'Delta', 'OI'].map((name) => (
                      <Th key={name} className="mg-right">
                        {name}
                      </Th>
                    ))}
                    <Th textCenter>Strike</Th>
                    {['Bid', 'Ask', 'Last', 'IV', 'Delta', 'OI'].map((name) => (
                      <Th key={name} className="mg-right">
                        {name}
                      </Th>
                    ))}
                  </Tr>
                </Thead>
                <Tbody>
                  {rows.map((row) => (
                    <Tr key={row.strike}>
                      <Side quote={row[SIDES[0]]} inTheMoney={row.strike < spot} />
                      <Th scope="row" textCenter>
                        {quantity(row.strike, 3)}
                      </Th>
                      <Side quote={row[SIDES[1]]} inTheMoney={row.strike > spot} />
                    </Tr>
                  ))}
                </Tbody>
              </Table>
            </div>
          </div>
        )}
      </CardBody>
    </Card>
  );
}

function Side({ quote, inTheMoney }: { quote: OptionQuote | undefined; inTheMoney: boolean }) {
  const cells = [
    ratio(quote?.bid),
    ratio(quote?.ask),
    ratio(quote?.last),
    quote?.impliedVolatility ? percent(quote.impliedVolatility, 1) : '–',
    ratio(quote?.delta),
    quantity(quote?.openInterest),
  ];
  return cells.map((cell, order) => (
    <Td key={order} className={`mg-right ${inTheMoney ? 'mg-chain__in' : ''}`}>
      {cell}
    </Td>
  ));
}
