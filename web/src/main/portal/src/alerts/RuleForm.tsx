import { ActionGroup, Button, Form, FormGroup, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import { type FormEvent, useState } from 'react';
import { usePortfolios } from '../portfolio/portfolios';
import { ProblemAlert } from '../server/ProblemAlert';
import { type AlertKind, useAddRule } from './alerts';
import { KINDS, wishOf } from './kinds';

/** A new rule: what, of which symbol or portfolio, from where on. */
export function RuleForm() {
  const add = useAddRule();
  const portfolios = usePortfolios();
  const [kind, setKind] = useState<AlertKind>('PRICE_ABOVE');
  const [symbol, setSymbol] = useState('');
  const [chosen, setChosen] = useState('');
  const [threshold, setThreshold] = useState('');
  const words = KINDS[kind];
  const wish = wishOf(kind, symbol, chosen || portfolios.data?.[0]?.id, threshold);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wish) {
      add.mutate(wish, { onSuccess: () => setThreshold(KINDS[kind].usual) });
    }
  };
  return (
    <Form onSubmit={submit} noValidate aria-label="New rule">
      <ProblemAlert failure={add.error} title="The rule was not made" />
      <div className="mg-rule">
        <FormGroup label="Tell me of" fieldId="rule-kind">
          <FormSelect
            id="rule-kind"
            value={kind}
            onChange={(_event, value) => {
              setKind(value as AlertKind);
              setThreshold(KINDS[value as AlertKind].usual);
            }}
          >
            {(Object.keys(KINDS) as AlertKind[]).map((one) => (
              <FormSelectOption key={one} value={one} label={KINDS[one].label} />
            ))}
          </FormSelect>
        </FormGroup>
        {words.about === 'symbol' ? (
          <FormGroup label="Symbol" fieldId="rule-symbol">
            <TextInput id="rule-symbol" value={symbol} autoCapitalize="characters" onChange={(_event, text) => setSymbol(text)} />
          </FormGroup>
        ) : (
          <FormGroup label="Portfolio" fieldId="rule-portfolio">
            <FormSelect id="rule-portfolio" value={chosen || portfolios.data?.[0]?.id || ''} onChange={(_event, value) => setChosen(value)}>
              {(portfolios.data ?? []).map((one) => (
                <FormSelectOption key={one.id} value={one.id} label={one.name} />
              ))}
            </FormSelect>
          </FormGroup>
        )}
        <FormGroup label={`From (${words.unit})`} fieldId="rule-threshold">
          <TextInput id="rule-threshold" inputMode="decimal" value={threshold} onChange={(_event, text) => setThreshold(text)} />
        </FormGroup>
        <ActionGroup>
          <Button type="submit" isDisabled={!wish || add.isPending} isLoading={add.isPending}>
            Add
          </Button>
        </ActionGroup>
      </div>
    </Form>
  );
}
