import { Alert, Button, Card, CardBody, CardTitle, Checkbox, Form, FormGroup, TextInput } from '@patternfly/react-core';
import { useState } from 'react';
import { ProblemAlert } from '../server/ProblemAlert';
import { PlanView } from './PlanView';
import { MIDDLE, type TypedWish, wishOf } from './planWishes';
import { useTaxPlan } from './taxes';

type Field = Exclude<keyof TypedWish, 'calls' | 'identical'>;

const FIELDS: { field: Field; label: string; placeholder?: string }[] = [
  { field: 'shortTermRate', label: 'Tax on short-term gains, %' },
  { field: 'longTermRate', label: 'Tax on long-term gains, %' },
  { field: 'ordinaryRate', label: 'Tax on other income, %' },
  { field: 'years', label: 'Years until you sell all' },
  { field: 'carriedShort', label: 'Short-term loss carried in, $' },
  { field: 'carriedLong', label: 'Long-term loss carried in, $' },
  { field: 'keptCash', label: 'Cash to be kept, $' },
  { field: 'targets', label: 'Wanted shares, %', placeholder: 'As now. Or: SPY 60, BND 40' },
  { field: 'never', label: 'Never sell', placeholder: 'AAPL, MSFT' },
];

/** What a plan should respect, and the plan. */
export function PlanCard({ identical }: { identical: string[][] }) {
  const [typed, setTyped] = useState<TypedWish>(MIDDLE);
  const plan = useTaxPlan();
  const read = wishOf({ ...typed, identical: identical.map((group) => group.join(',')).join(';') });
  return (
    <Card>
      <CardTitle component="h2">One plan after tax</CardTitle>
      <CardBody>
        <div className="mg-stack">
          <p className="mg-subtle">
            Which lots to sell, what to buy and which calls to write so that nothing is worth more after tax and costs, and what was left out and why. It keeps clear of wash sales.
          </p>
          <Form
            className="mg-entry"
            onSubmit={(event) => {
              event.preventDefault();
              if ('wish' in read) {
                plan.mutate(read.wish);
              }
            }}
          >
            {FIELDS.map(({ field, label, placeholder }) => (
              <FormGroup key={field} label={label} fieldId={`plan-${field}`}>
                <TextInput
                  id={`plan-${field}`}
                  value={typed[field]}
                  onChange={(_event, text) => setTyped({ ...typed, [field]: text })}
                  {...(placeholder ? { placeholder } : { inputMode: 'decimal' as const })}
                />
              </FormGroup>
            ))}
            <FormGroup label="Options" role="group">
              <Checkbox id="plan-calls" label="covered calls may be written" isChecked={typed.calls} onChange={(_event, calls) => setTyped({ ...typed, calls })} />
            </FormGroup>
            <div className="mg-whole-row mg-top__actions">
              <Button type="submit" isDisabled={plan.isPending || 'fault' in read} isLoading={plan.isPending}>
                {plan.isPending ? 'Planning, up to 20 seconds' : 'Plan'}
              </Button>
              {'fault' in read && <span className="mg-loss">{read.fault}</span>}
            </div>
          </Form>
          <ProblemAlert failure={plan.error} title="No plan was made" />
          {plan.data && !plan.isPending && (
            <>
              {plan.data.missing.length > 0 && (
                <Alert component="p" variant="warning" isInline title="Not in the plan">
                  <ul className="mg-faults">
                    {plan.data.missing.slice(0, 8).map((one, order) => (
                      <li key={order}>
                        <strong>{one.symbol}</strong>: {one.reason}
                      </li>
                    ))}
                  </ul>
                </Alert>
              )}
              <PlanView plan={plan.data} />
            </>
          )}
        </div>
      </CardBody>
    </Card>
  );
}
