import { Alert, Button, Card, CardBody, Form, FormGroup, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { money, percent, quantity, signedMoney } from '../figures/amounts';
import { shortDate } from '../figures/dates';
import { Figure } from '../figures/Figure';
import { ProblemAlert } from '../server/ProblemAlert';
import { PartTitle } from './PartTitle';
import { type Targets, useTargets } from './targets';
import { atTheLimit, METHODS, MIDDLE, targetWishOf, type TypedTargets } from './targetWishes';

type Field = Exclude<keyof TypedTargets, 'method'>;

const FIELDS: { field: Field; label: string; placeholder?: string }[] = [
  { field: 'mostWeight', label: 'Most of one holding, %' },
  { field: 'mostTurnover', label: 'Most turnover, %' },
  { field: 'keep', label: 'Sell nothing of', placeholder: 'AAPL, MSFT' },
  { field: 'symbols', label: 'May be bought beside', placeholder: 'BND, GLD' },
];

/** Finds weights for a portfolio, and tells what getting there would take. */
export function TargetsCard({ portfolio }: { portfolio: string }) {
  const [typed, setTyped] = useState<TypedTargets>(MIDDLE);
  const targets = useTargets(portfolio);
  const read = targetWishOf(typed);
  const method = METHODS.find(({ value }) => value === typed.method);
  return (
    <Card component="section" aria-label="Target weights" className="mg-span">
      <PartTitle>Target weights</PartTitle>
      <CardBody>
        <div className="mg-stack">
          <Form
            className="mg-entry"
            onSubmit={(event) => {
              event.preventDefault();
              if ('wish' in read) {
                targets.mutate(read.wish);
              }
            }}
          >
            <FormGroup label="The aim" fieldId="target-method">
              <FormSelect id="target-method" value={typed.method} onChange={(_event, chosen) => setTyped({ ...typed, method: chosen })}>
                {METHODS.map(({ value, label }) => (
                  <FormSelectOption key={value} value={value} label={label} />
                ))}
              </FormSelect>
            </FormGroup>
            {FIELDS.map(({ field, label, placeholder }) => (
              <FormGroup key={field} label={label} fieldId={`target-${field}`}>
                <TextInput
                  id={`target-${field}`}
                  value={typed[field]}
                  onChange={(_event, text) => setTyped({ ...typed, [field]: text })}
                  {...(placeholder ? { placeholder } : { inputMode: 'decimal' as const })}
                />
              </FormGroup>
            ))}
            {typed.method === 'BLACK_LITTERMAN' && (
              <FormGroup label="Your views of yearly returns" fieldId="target-views" className="mg-whole-row">
                <TextInput
                  id="target-views"
                  placeholder="AAPL 12, sure 60; AAPL over MSFT 3"
                  value={typed.views}
                  onChange={(_event, views) => setTyped({ ...typed, views })}
                />
              </FormGroup>
            )}
            <div className="mg-whole-row mg-top__actions">
              <Button type="submit" isDisabled={targets.isPending || 'fault' in read} isLoading={targets.isPending}>
                Find weights
              </Button>
              {'fault' in read ? <span className="mg-loss">{read.fault}</span> : <span className="mg-subtle">{method?.words}</span>}
            </div>
          </Form>
          <ProblemAlert failure={targets.error} title="No weights were found" />
          {targets.data && !targets.isPending && <Found targets={targets.data} most={targets.variables.mostWeight} turnover={targets.variables.mostTurnover} />}
        </div>
      </CardBody>
    </Card>
  );
}

function Found({ targets, most, turnover }: { targets: Targets; most: number; turnover: number }) {
  const missing = Object.entries(targets.missing);
  const limited = atTheLimit(
    targets.items.map(({ weight }) => weight.then),
    most,
  );
  const widest = Math.max(...targets.items.flatMap(({ weight }) => [weight.now, weight.then]), 1e-9);
  return (
    <>
      <dl className="mg-grid-figures">
        <Figure label="Volatility a year" explanation="By daily returns of the look-back, today's weights and the target's.">
          {percent(targets.volatility.now, 1)} → {percent(targets.volatility.then, 1)}
        </Figure>
        {targets.expected && (
          <Figure label="Return a year, as the method sees it" explanation="Its own view; nobody knows.">
            {percent(targets.expected.now, 1)} → {percent(targets.expected.then, 1)}
          </Figure>
        )}
        <Figure label="Turnover" explanation="The sum of all changes of weight: 200 % sells and buys everything.">
          {percent(targets.turnover, 0)}
        </Figure>
        <Figure label="Costs of trading">{money(targets.costs, targets.currency)}</Figure>
        {targets.lookedBack && (
          <Figure label="It would have swung" explanation={`Volatility a year over the last ${targets.lookedBack.sessions} sessions, of weights found from those before.`}>
            {percent(targets.lookedBack.target, 1)}, today’s weights {percent(targets.lookedBack.now, 1)}, equal ones {percent(targets.lookedBack.equal, 1)}
          </Figure>
        )}
      </dl>
      {(limited > 0 || targets.turnover > turnover - 1e-3) && (
        <p className="mg-subtle">
          {[
            limited > 0 ? `${limited} of ${targets.items.length} stand at the most that one may have` : '',
            targets.turnover > turnover - 1e-3 ? 'all the turnover that you allow is used' : '',
          ]
            .filter(Boolean)
            .join('; ')}
          : a wider limit would give another answer.
        </p>
      )}
      <Table variant="compact" aria-label="Weights now and then" className="mg-table">
        <Thead>
          <Tr>
            <Th>Symbol</Th>
            <Th>Sector</Th>
            <Th className="mg-right">Now</Th>
            <Th className="mg-right">Target</Th>
            <Th screenReaderText="Weights as bars" />
            <Th className="mg-right" modifier="wrap">
              Share of the risk then
            </Th>
            <Th className="mg-right">Buy or sell</Th>
            <Th className="mg-right">Shares</Th>
          </Tr>
        </Thead>
        <Tbody>
          {targets.items.map((one) => (
            <Tr key={one.symbol}>
              <Td dataLabel="Symbol">
                <strong>{one.symbol}</strong>
              </Td>
              <Td dataLabel="Sector">{one.sector}</Td>
              <Td dataLabel="Now" className="mg-right">
                {share(one.weight.now)}
              </Td>
              <Td dataLabel="Target" className="mg-right">
                {share(one.weight.then)}
              </Td>
              <Td>
                <svg className="mg-weights" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                  <rect className="mg-weights__now" y="1" height="4" width={Math.max(0, (100 * one.weight.now) / widest)} />
                  <rect className="mg-weights__then" y="7" height="4" width={Math.max(0, (100 * one.weight.then) / widest)} />
                </svg>
              </Td>
              <Td dataLabel="Share of the risk then" className="mg-right">
                {percent(nearZero(one.riskShare.then), 0)}
              </Td>
              <Td dataLabel="Buy or sell" className="mg-right">
                {Number(one.trade) === 0 ? '–' : signedMoney(one.trade, targets.currency)}
              </Td>
              <Td dataLabel="Shares" className="mg-right">
                {one.shares === undefined || Number(one.shares) === 0 ? '–' : quantity(one.shares)}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      <p className="mg-row-note">
        Shares of {money(targets.invested, targets.currency)} invested, by {targets.sessions} sessions from {shortDate(targets.from)} to {shortDate(targets.to)}. A calculation before tax: the page Taxes plans after tax; nothing is traded.
      </p>
      {missing.length > 0 && (
        <Alert component="p" variant="warning" isInline title="Not weighed">
          <ul className="mg-faults">
            {missing.slice(0, 8).map(([symbol, reason]) => (
              <li key={symbol}>
                <strong>{symbol}</strong>: {reason}
              </li>
            ))}
          </ul>
          {missing.length > 8 && <p>…and {missing.length - 8} more.</p>}
        </Alert>
      )}
    </>
  );
}

/** What a solver leaves of nothing is nothing, of either sign. */
const nearZero = (value: number) => (Math.abs(value) < 5e-5 ? 0 : value);

const share = (weight: number) => percent(nearZero(weight), 1);
