import { Alert, Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { Change } from '../figures/Change';
import { money, percent, quantity, ratio, signedMoney, signedPoints } from '../figures/amounts';
import { shortDate } from '../figures/dates';
import { SourceLabel } from '../figures/SourceLabel';
import { RollNote } from '../options/RollNote';
import type { RollSuggestion } from '../options/options';
import { optionKey } from '../options/words';
import { MISSING_ID, missingTitle } from './completeness';
import { chartedSymbol, type Holding, type Holdings } from './portfolios';
import { useSorting } from './sorting';

interface Props {
  holdings: Holdings;
  /** The symbol whose chart is shown. */
  chosen?: string;
  onChoose(symbol: string): void;
  /** What could be done with sold options, by {@link optionKey}. */
  rolls?: ReadonlyMap<string, RollSuggestion>;
}

/** A contract as people say it: `AAPL 150 call, Jan 19, 2024`. */
function contract(holding: Holding): string {
  const option = holding.option;
  return option
    ? `${option.underlying} ${quantity(option.strike, 3)} ${option.right.toLowerCase()}, ${shortDate(option.expiry)}`
    : holding.symbol;
}

const KINDS: Partial<Record<Holding['kind'], string>> = { ETF: 'ETF', OPTION: 'Option', FUND: 'Fund' };

/** Positions beside the market, largest first. */
export function HoldingsTable({ holdings, chosen, onChoose, rolls }: Props) {
  const total = Number(holdings.value);
  const { sorted, sort } = useSorting<Holding>(
    holdings.items,
    [
      (holding) => contract(holding),
      (holding) => holding.quantity,
      (holding) => holding.price,
      (holding) => holding.value,
      (holding) => holding.value,
      (holding) => holding.dayChange,
      (holding) => holding.unrealised,
      (holding) => holding.sector,
    ],
    3,
  );
  return (
    <>
      {holdings.missing.length > 0 && (
        <Alert component="p" id={MISSING_ID} variant="warning" isInline title={missingTitle(holdings)} className="mg-missing">
          <ul className="mg-faults">
            {holdings.missing.slice(0, 8).map((missing, place) => (
              <li key={place}>
                <strong>{missing.symbol}</strong>: {missing.reason}
              </li>
            ))}
          </ul>
          {holdings.missing.length > 8 && <p>…and {holdings.missing.length - 8} more.</p>}
        </Alert>
      )}
      <Table variant="compact" aria-label="Holdings" className="mg-table mg-holdings" gridBreakPoint="grid-lg">
        <Thead>
          <Tr>
            <Th sort={sort(0)}>Holding</Th>
            <Th sort={sort(1)} modifier="nowrap" className="mg-right">
              Quantity
            </Th>
            <Th sort={sort(2)} modifier="nowrap" className="mg-right">
              Price
            </Th>
            <Th sort={sort(3)} modifier="nowrap" className="mg-right">
              Value
            </Th>
            <Th sort={sort(4)} modifier="nowrap" className="mg-right">
              Weight
            </Th>
            <Th sort={sort(5)} modifier="nowrap" className="mg-right">
              Day
            </Th>
            <Th sort={sort(6)} modifier="nowrap" className="mg-right">
              Unrealised P/L
            </Th>
            <Th sort={sort(7)}>Sector</Th>
          </Tr>
        </Thead>
        <Tbody>
          {sorted.map((holding) => {
            const { option } = holding;
            const roll = option && rolls?.get(optionKey(option.underlying, option.expiry, option.right, option.strike));
            return (
            <Tr key={holding.symbol} isRowSelected={chosen === chartedSymbol(holding)}>
              <Td dataLabel="Holding">
                <div>
                <button
                  type="button"
                  className="mg-symbol"
                  aria-pressed={chosen === chartedSymbol(holding)}
                  title="Show its chart"
                  onClick={() => onChoose(chartedSymbol(holding))}
                >
                  {contract(holding)}
                </button>{' '}
                {KINDS[holding.kind] && <Label isCompact>{KINDS[holding.kind]}</Label>} <SourceLabel source={holding.priceSource} />
                {holding.name !== holding.symbol && <div className="mg-row-note">{holding.name}</div>}
                {roll && (
                  <div>
                    <RollNote suggestion={roll} />
                  </div>
                )}
                </div>
              </Td>
              <Td dataLabel="Quantity" className="mg-right">
                <div>
                {quantity(holding.quantity)}
                {holding.option && <div className="mg-row-note">× {holding.option.multiplier}</div>}
                </div>
              </Td>
              <Td dataLabel="Price" className="mg-right">
                <div>
                {holding.price === undefined ? <em className="mg-subtle">no price</em> : ratio(holding.price)}
                <div className="mg-row-note">cost {holding.averageCost === undefined ? 'unknown' : ratio(holding.averageCost)}</div>
                </div>
              </Td>
              <Td dataLabel="Value" className="mg-right">
                {money(holding.value, holdings.currency)}
              </Td>
              <Td dataLabel="Weight" className="mg-right">
                {holding.value !== undefined && total > 0 ? percent(Number(holding.value) / total, 1) : '–'}
              </Td>
              <Td dataLabel="Day" className="mg-right">
                <Change of={holding.dayChange}>{signedMoney(holding.dayChange, holdings.currency)}</Change>
              </Td>
              <Td dataLabel="Unrealised P/L" className="mg-right">
                <div>
                <Change of={holding.unrealised}>{signedMoney(holding.unrealised, holdings.currency)}</Change>
                {holding.unrealisedPercent !== undefined && (
                  <div className="mg-row-note">{signedPoints(holding.unrealisedPercent)}</div>
                )}
                </div>
              </Td>
              <Td dataLabel="Sector">{holding.sector ?? '–'}</Td>
            </Tr>
            );
          })}
        </Tbody>
      </Table>
    </>
  );
}
