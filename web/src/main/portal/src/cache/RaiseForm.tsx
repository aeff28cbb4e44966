import {
  Alert,
  Button,
  Form,
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  TextInput,
} from '@patternfly/react-core';
import { type FormEvent, useState } from 'react';
import { ProblemAlert } from '../server/ProblemAlert';
import { useRaise } from './cache';
import { type EventKind, KINDS, raisingOf } from './raising';
import { counted } from './words';

/** Tells the cache that something happened now. */
export function RaiseForm({ onClose }: { onClose(): void }) {
  const raise = useRaise();
  const [kind, setKind] = useState<EventKind>('EARNINGS_RELEASE');
  const [about, setAbout] = useState('');
  const { of, hint } = KINDS[kind];
  const raising = raisingOf(kind, about);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (raising) {
      raise.mutate(raising);
    }
  };
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="raise-title">
      <ModalHeader
        title="Raise an event"
        labelId="raise-title"
        description="It happens now, by market time. Entries made from what it touches are dropped on all nodes."
      />
      <ModalBody>
        <ProblemAlert failure={raise.error} title="Nothing was raised" />
        {raise.data && (
          <Alert
            component="p"
            isInline
            variant="success"
            title={`${raise.data.entriesDropped} of ${counted(raise.data.entriesTouched, 'entry', 'entries')} dropped`}
            className="mg-missing"
          />
        )}
        <Form id="raise-form" onSubmit={submit} noValidate>
          <FormGroup label="What happened" fieldId="raise-kind">
            <FormSelect
              id="raise-kind"
              value={kind}
              onChange={(_event, value) => {
                setKind(value as EventKind);
                setAbout('');
                raise.reset();
              }}
            >
              {Object.entries(KINDS).map(([value, { label }]) => (
                <FormSelectOption key={value} value={value} label={label} />
              ))}
            </FormSelect>
          </FormGroup>
          {of && (
            <FormGroup label={of.label} fieldId="raise-about">
              <TextInput
                id="raise-about"
                autoComplete="off"
                value={about}
                aria-describedby="raise-words"
                onChange={(_event, text) => setAbout(text)}
              />
              <FormHelperText>
                <HelperText id="raise-words">
                  <HelperTextItem>{hint}</HelperTextItem>
                </HelperText>
              </FormHelperText>
            </FormGroup>
          )}
          {!of && <p className="mg-subtle">{hint}</p>}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form="raise-form" isLoading={raise.isPending} isDisabled={raise.isPending || !raising}>
          Raise
        </Button>
        <Button variant="link" onClick={onClose}>
          {raise.data ? 'Close' : 'Cancel'}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
