import { Button, Label } from '@patternfly/react-core';
import { ExpandableRowContent, Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { money, percent, quantity, ratio } from '../figures/amounts';
import { shortDate } from '../figures/dates';
import { SourceLabel } from '../figures/SourceLabel';
import { Term } from '../figures/Term';
import { OpportunityDetail } from './OpportunityDetail';
import type { Opportunity } from './options';
import { contractKey, contractWords } from './words';

interface Props {
  label: string;
  items: Opportunity[];
  /** Shows one underlying's analysis; no way there where left out. */
  onAnalyse?(symbol: string): void;
}

const COLUMNS = 8;
const AT_ONCE = 12;

/** What could be sold, the best first; each row opens to the reasons of its score. */
export function OpportunityTable({ label, items, onAnalyse }: Props) {
  const [open, setOpen] = useState<string>();
  const [rows, setRows] = useState(AT_ONCE);
  return (
    <>
    <Table variant="compact" aria-label={label} className="mg-table" gridBreakPoint="grid-lg" isExpandable>
      <Thead>
        <Tr>
          <Th screenReaderText="Why" />
          <Th>Contract</Th>
          <Th className="mg-right" modifier="wrap">Credit</Th>
          <Th className="mg-right" modifier="wrap">
            <Term explanation="Credit over the collateral, per year, simple.">Yield</Term>
          </Th>
          <Th className="mg-right" modifier="wrap">
            <Term explanation="That it earns something at expiry, in the pricing measure: what the market pays for, not a forecast.">Profit</Term>
          </Th>
          <Th className="mg-right" modifier="wrap">
            <Term explanation="That the strike is touched before expiry, and that the option ends in the money.">Touched, assigned</Term>
          </Th>
          <Th className="mg-right" modifier="wrap">
            <Term explanation="What a contract makes at the price below which one of twenty ends.">Bad outcome</Term>
          </Th>
          <Th className="mg-right" modifier="wrap">Score</Th>
        </Tr>
      </Thead>
      {items.slice(0, rows).map((one, order) => {
        const key = contractKey(one);
        const expanded = open === key;
        return (
          <Tbody key={key} isExpanded={expanded}>
            <Tr>
              <Td
                expand={{
                  rowIndex: order,
                  isExpanded: expanded,
                  onToggle: () => setOpen(expanded ? undefined : key),
                  expandId: 'opportunity',
                }}
              />
              <Td dataLabel="Contract">
                <div>
                  <strong>{contractWords(one)}</strong> <SourceLabel source={one.source} />
                  <div className="mg-row-note">
                    {shortDate(one.expiry)}, {one.days} days; {one.symbol} at {ratio(one.spot)}; {one.sector}
                    {one.held > 0 && `; ${quantity(one.held)} shares held`}
                  </div>
                  {(one.earnings ?? one.exDividend) && (
                    <div>
                      {one.earnings && (
                        <Label isCompact color="yellow">
                          earnings {shortDate(one.earnings)}
                        </Label>
                      )}{' '}
                      {one.exDividend && <Label isCompact>ex-dividend {shortDate(one.exDividend)}</Label>}
                    </div>
                  )}
                </div>
              </Td>
              <Td dataLabel="Credit" className="mg-right">
                <div>
                  {ratio(one.credit)}
                  <div className="mg-row-note">
                    delta {ratio(one.delta)}; IV {percent(one.volatility, 0)}
                  </div>
                </div>
              </Td>
              <Td dataLabel="Yield" className="mg-right">
                <div>
                  {percent(one.annualYield, 1)}
                  <div className="mg-row-note">on {money(one.collateral).replace('.00', '')}</div>
                </div>
              </Td>
              <Td dataLabel="Profit" className="mg-right">
                {percent(one.profitChance, 0)}
              </Td>
              <Td dataLabel="Touched, assigned" className="mg-right">
                {percent(one.touchChance, 0)}, {percent(one.assignmentChance, 0)}
              </Td>
              <Td dataLabel="Bad outcome" className="mg-right">
                {money(Math.round(one.badOutcome)).replace('.00', '')}
              </Td>
              <Td dataLabel="Score" className="mg-right">
                <strong>{ratio(one.score.value, 1)}</strong>
              </Td>
            </Tr>
            <Tr isExpanded={expanded}>
              <Td colSpan={COLUMNS} noPadding={false}>
                {expanded && (
                  <ExpandableRowContent>
                    <OpportunityDetail one={one} />
                    {onAnalyse && (
                      <Button variant="link" isInline onClick={() => onAnalyse(one.symbol)}>
                        All that the options of {one.symbol} say
                      </Button>
                    )}
                  </ExpandableRowContent>
                )}
              </Td>
            </Tr>
          </Tbody>
        );
      })}
    </Table>
    {rows < items.length && (
      <Button variant="link" onClick={() => setRows(items.length)}>
        {items.length - rows} more
      </Button>
    )}
    </>
  );
}
