import {
  Button,
  Card,
  CardBody,
  CardTitle,
  Form,
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  Radio,
  TextInput,
} from '@patternfly/react-core';
import { type FormEvent, useState } from 'react';
import { exchangeTime, shortDate } from '../figures/dates';
import { ProblemAlert } from '../server/ProblemAlert';
import { PHASE_WORDS, useMarketClock, useSetClock } from './clock';

const SPEEDS: [string, string][] = [
  ['0', 'Standing still'],
  ['1', 'As fast as it was'],
  ['60', 'A minute each second'],
  ['390', 'A session each minute'],
  ['3600', 'An hour each second'],
  ['86400', 'A day each second'],
];

/** Market time: live, or a replay of imported history as if it were today. */
export function ClockForm() {
  const clock = useMarketClock();
  const set = useSetClock();
  const [mode, setMode] = useState<'LIVE' | 'REPLAY'>();
  const [date, setDate] = useState('');
  const [speed, setSpeed] = useState('1');
  const chosen = mode ?? clock.data?.mode ?? 'LIVE';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    set.mutate(
      chosen === 'LIVE'
        ? { mode: 'LIVE' }
        : // ten o'clock in New York in winter, eleven in summer: the session is open either way
          { mode: 'REPLAY', ...(date ? { at: `${date}T15:00:00Z` } : {}), speed: Number(speed) },
    );
  };

  return (
    <Card>
      <CardTitle component="h2">Market clock</CardTitle>
      <CardBody>
        <div className="mg-stack">
          {clock.data && (
            <p className="mg-subtle">
              It is {shortDate(clock.data.now)}, {exchangeTime(clock.data.now)} in New York ({PHASE_WORDS[clock.data.phase].toLowerCase()}
              {clock.data.mode === 'REPLAY' ? `, replayed at ${clock.data.speed}×` : ', live'}).
            </p>
          )}
          <ProblemAlert failure={set.error ?? clock.error} />
          <Form onSubmit={submit} className="mg-clock-form">
            <FormGroup role="radiogroup" label="Time" isInline fieldId="clock-mode">
              <Radio id="clock-live" name="clock-mode" label="Live" isChecked={chosen === 'LIVE'} onChange={() => setMode('LIVE')} />
              <Radio
                id="clock-replay"
                name="clock-mode"
                label="Replay imported history"
                isChecked={chosen === 'REPLAY'}
                onChange={() => setMode('REPLAY')}
              />
            </FormGroup>
            {chosen === 'REPLAY' && (
              <>
                <FormGroup label="From" fieldId="clock-date">
                  <TextInput id="clock-date" type="date" value={date} onChange={(_event, value) => setDate(value)} />
                  <FormHelperText>
                    <HelperText>
                      <HelperTextItem>The whole product then runs as of that day: nothing later is known to it.</HelperTextItem>
                    </HelperText>
                  </FormHelperText>
                </FormGroup>
                <FormGroup label="Speed" fieldId="clock-speed">
                  <FormSelect id="clock-speed" value={speed} onChange={(_event, value) => setSpeed(value)}>
                    {SPEEDS.map(([value, label]) => (
                      <FormSelectOption key={value} value={value} label={label} />
                    ))}
                  </FormSelect>
                </FormGroup>
              </>
            )}
            <div>
              <Button type="submit" isLoading={set.isPending} isDisabled={set.isPending || (chosen === 'REPLAY' && !date && clock.data?.mode !== 'REPLAY')}>
                Set the clock
              </Button>
            </div>
          </Form>
        </div>
      </CardBody>
    </Card>
  );
}
