import { ActionGroup, Button, Card, CardBody, CardTitle, Form, FormGroup, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useStartRun } from '../runs/runs';
import { ProblemAlert } from '../server/ProblemAlert';
import { parametersOf, STRATEGIES, type StrategyKind } from './backtests';

/** Starts a backtest and opens its run. */
export function BacktestForm() {
  const start = useStartRun();
  const navigate = useNavigate();
  const [strategy, setStrategy] = useState<StrategyKind>('RISK_PARITY');
  const [symbols, setSymbols] = useState('');
  const parameters = parametersOf(strategy, symbols);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (parameters) {
      start.mutate({ operation: 'strategy_backtest', parameters }, { onSuccess: (id) => void navigate(`/runs/${id}`) });
    }
  };
  return (
    <Card component="section" aria-label="Backtest a strategy">
      <CardTitle component="h2">Backtest a strategy</CardTitle>
      <CardBody>
        <Form onSubmit={submit} noValidate>
          <ProblemAlert failure={start.error} title="The backtest was not started" />
          <div className="mg-rule">
            <FormGroup label="Strategy" fieldId="backtest-strategy">
              <FormSelect id="backtest-strategy" value={strategy} onChange={(_event, value) => setStrategy(value as StrategyKind)}>
                {(Object.keys(STRATEGIES) as StrategyKind[]).map((one) => (
                  <FormSelectOption key={one} value={one} label={STRATEGIES[one].label} />
                ))}
              </FormSelect>
            </FormGroup>
            <FormGroup label={STRATEGIES[strategy].options ? 'Symbol' : 'Symbols'} fieldId="backtest-symbols">
              <TextInput
                id="backtest-symbols"
                placeholder={STRATEGIES[strategy].options ? 'SPY' : 'SPY, TLT, GLD'}
                value={symbols}
                onChange={(_event, text) => setSymbols(text)}
              />
            </FormGroup>
            <ActionGroup>
              <Button type="submit" isDisabled={!parameters || start.isPending} isLoading={start.isPending}>
                Start
              </Button>
            </ActionGroup>
          </div>
        </Form>
      </CardBody>
    </Card>
  );
}
