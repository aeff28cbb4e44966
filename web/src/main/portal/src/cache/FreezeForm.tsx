import {
  Button,
  Form,
  FormGroup,
  FormHelperText,
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
import { type Shelf, useFreeze } from './cache';
import { span } from './words';

/** Fixes the lifespan of a shelf. */
export function FreezeForm({ shelf, onClose }: { shelf: Shelf; onClose(): void }) {
  const freeze = useFreeze();
  const [seconds, setSeconds] = useState(String(shelf.frozen?.seconds ?? shelf.lifespans.baseSeconds));
  const wished = Number(seconds);
  const possible = seconds.trim() !== '' && wished >= 5 && wished <= 345_600;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (possible) {
      freeze.mutate({ shelf: shelf.name, seconds: wished }, { onSuccess: onClose });
    }
  };
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="freeze-title">
      <ModalHeader
        title={`Freeze the lifespan of ${shelf.name}`}
        labelId="freeze-title"
        description="Counts for what is loaded from now on, on all nodes, until you let the policy choose again. Events still drop entries."
      />
      <ModalBody>
        <ProblemAlert failure={freeze.error} />
        <Form id="freeze-form" onSubmit={submit} noValidate>
          <FormGroup label="Seconds" fieldId="freeze-seconds">
            <TextInput
              id="freeze-seconds"
              inputMode="decimal"
              value={seconds}
              validated={possible ? 'default' : 'error'}
              aria-describedby="freeze-words"
              onChange={(_event, text) => setSeconds(text)}
              autoFocus
            />
            <FormHelperText>
              <HelperText id="freeze-words">
                <HelperTextItem variant={possible ? 'default' : 'error'}>
                  {possible ? `${span(wished)}; the base of ${shelf.type.toLowerCase().replaceAll('_', ' ')} is ${span(shelf.lifespans.baseSeconds)}` : 'From 5 seconds to 4 days (345600)'}
                </HelperTextItem>
              </HelperText>
            </FormHelperText>
          </FormGroup>
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form="freeze-form" isLoading={freeze.isPending} isDisabled={freeze.isPending || !possible}>
          Freeze
        </Button>
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
}
