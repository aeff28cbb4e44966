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
import { closeOn, DEFAULT_SPEED, SPEEDS, speedWords } from './replay';

/** Market time: live, or a replay of imported history as if it were today. */
export function ClockForm() {
  const clock = useMarketClock();
  const set = useSetClock();
  const [mode, setMode] = useState<'LIVE' | 'REPLAY'>();
  const [date, setDate] = useState('');
  const [picked, setPicked] = useState<string>();
  const running = clock.data?.mode === 'REPLAY' ? String(clock.data.speed) : DEFAULT_SPEED;
  const speed = picked ?? (SPEEDS.some(([value]) => value === running) ? running : DEFAULT_SPEED);
  const chosen = mode ?? clock.data?.mode ?? 'LIVE';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    set.mutate(
      chosen === 'LIVE'
        ? { mode: 'LIVE' }
        : { mode: 'REPLAY', ...(date ? { at: closeOn(date) } : {}), speed: Number(speed) },
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
              {clock.data.mode === 'REPLAY' ? `, ${speedWords(clock.data.speed)}` : ', live'}).
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
                <FormGroup label="At the close of" fieldId="clock-date">
                  <TextInput id="clock-date" type="date" value={date} onChange={(_event, value) => setDate(value)} />
                  <FormHelperText>
                    <HelperText>
                      <HelperTextItem>The whole product then runs as of that day: nothing later is known to it.</HelperTextItem>
                    </HelperText>
                  </FormHelperText>
                </FormGroup>
                <FormGroup label="Speed" fieldId="clock-speed">
                  <FormSelect id="clock-speed" value={speed} onChange={(_event, value) => setPicked(value)}>
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
