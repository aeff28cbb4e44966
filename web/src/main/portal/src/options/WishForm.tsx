import { Button, Checkbox, ExpandableSection, Form, FormGroup, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import { useState } from 'react';
import { SECTORS } from '../market/sectors';
import { CRITERIA, faultOf, USUAL, type Wishes } from './wishes';

interface Props {
  wishes: Wishes;
  onChange(wishes: Wishes): void;
  onScan(): void;
  busy: boolean;
}

type Typed = 'leastDelta' | 'mostDelta' | 'leastDays' | 'mostDays' | 'leastOpenInterest' | 'mostSpread';

/** What to look for, and how much each criterion counts. */
export function WishForm({ wishes, onChange, onScan, busy }: Props) {
  const [weighing, setWeighing] = useState(false);
  const fault = faultOf(wishes);
  const sum = Object.values(wishes.weights).reduce((one, other) => one + other, 0);
  const typed = (name: Typed, label: string) => (
    <TextInput aria-label={label} inputMode="decimal" value={wishes[name]} onChange={(_event, text) => onChange({ ...wishes, [name]: text })} />
  );
  const range = (label: string, least: Typed, most: Typed) => (
    <FormGroup label={label} role="group">
      <div className="mg-range">
        {typed(least, `${label}, from`)} <span>to</span> {typed(most, `${label}, to`)}
      </div>
    </FormGroup>
  );
  return (
    <Form
      className="mg-entry"
      onSubmit={(event) => {
        event.preventDefault();
        if (!fault && !busy) {
          onScan();
        }
      }}
    >
      <FormGroup label="What to sell" fieldId="scan-what">
        <FormSelect id="scan-what" value={wishes.what} onChange={(_event, what) => onChange({ ...wishes, what: what as Wishes['what'] })}>
          <FormSelectOption value="CASH_SECURED_PUT" label="Cash-secured puts" />
          <FormSelectOption value="COVERED_CALL" label="Covered calls, shares bought" />
          <FormSelectOption value="BOTH" label="Both" />
          <FormSelectOption value="OWN_CALLS" label="Covered calls on what I hold" />
        </FormSelect>
      </FormGroup>
      <FormGroup label="Sector" fieldId="scan-sector">
        <FormSelect
          id="scan-sector"
          value={wishes.sector}
          isDisabled={wishes.what === 'OWN_CALLS'}
          onChange={(_event, sector) => onChange({ ...wishes, sector })}
        >
          <FormSelectOption value="" label="All sectors" />
          {SECTORS.map((one) => (
            <FormSelectOption key={one} value={one} label={one} />
          ))}
        </FormSelect>
      </FormGroup>
      <FormGroup label="Symbols" fieldId="scan-symbols">
        <TextInput id="scan-symbols" placeholder="All" value={wishes.symbols} onChange={(_event, symbols) => onChange({ ...wishes, symbols })} />
      </FormGroup>
      {range('Delta, %', 'leastDelta', 'mostDelta')}
      {range('Days to expiry', 'leastDays', 'mostDays')}
      <FormGroup label="Open interest, at least" role="group">
        {typed('leastOpenInterest', 'Open interest, at least')}
      </FormGroup>
      <FormGroup label="Spread, at most % of the middle" role="group">
        {typed('mostSpread', 'Spread, at most % of the middle')}
      </FormGroup>
      <FormGroup label="Keep away from" role="group">
        <Checkbox
          id="scan-earnings"
          label="earnings before expiry"
          isChecked={wishes.avoidEarnings}
          onChange={(_event, avoidEarnings) => onChange({ ...wishes, avoidEarnings })}
        />
        <Checkbox
          id="scan-dividends"
          label="calls over an ex-dividend day"
          isChecked={wishes.avoidExDividend}
          onChange={(_event, avoidExDividend) => onChange({ ...wishes, avoidExDividend })}
        />
      </FormGroup>
      <ExpandableSection className="mg-whole-row" toggleText="What counts how much" isExpanded={weighing} onToggle={(_event, open) => setWeighing(open)}>
        <div className="mg-weights">
          {CRITERIA.map(({ criterion, label }) => (
            <label key={criterion}>
              <span>{label}</span>
              <input
                type="range"
                min={0}
                max={50}
                step={5}
                value={wishes.weights[criterion]}
                onChange={(event) => onChange({ ...wishes, weights: { ...wishes.weights, [criterion]: Number(event.target.value) } })}
              />
              <output>{sum > 0 ? Math.round((100 * wishes.weights[criterion]) / sum) : 0}%</output>
            </label>
          ))}
        </div>
        <Button variant="link" isInline onClick={() => onChange({ ...wishes, weights: USUAL.weights })}>
          As usual
        </Button>
      </ExpandableSection>
      <div className="mg-whole-row mg-top__actions">
        <Button type="submit" isDisabled={busy || fault !== undefined}>
          Scan
        </Button>
        {fault && <span className="mg-loss">{fault}</span>}
      </div>
    </Form>
  );
}
