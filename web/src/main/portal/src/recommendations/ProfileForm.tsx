import { Button, Form, FormGroup, FormHelperText, HelperText, HelperTextItem, Modal, ModalBody, ModalFooter, ModalHeader, Radio, Switch, TextInput } from '@patternfly/react-core';
import { type FormEvent, useState } from 'react';
import { ProblemAlert } from '../server/ProblemAlert';
import { type Profile, useSaveProfile } from './recommendations';
import { kindWords, rate, TOLERANCES, years } from './words';

/** The questions that are asked once, and may be answered anew at any time. */
export function ProfileForm({ profile, onClose }: { profile: Profile; onClose(): void }) {
  const save = useSaveProfile();
  const [tolerance, setTolerance] = useState(profile.riskTolerance);
  const [horizon, setHorizon] = useState(String(profile.horizonYears));
  const [taxed, setTaxed] = useState(profile.taxed);
  const [short, setShort] = useState(String(Math.round(profile.shortRate * 1000) / 10));
  const [long, setLong] = useState(String(Math.round(profile.longRate * 1000) / 10));
  const [muted, setMuted] = useState(profile.mutedKinds);
  const horizonYears = years(horizon);
  const shortRate = rate(short);
  const longRate = rate(long);
  const possible = horizonYears !== undefined && (!taxed || (shortRate !== undefined && longRate !== undefined));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (possible) {
      save.mutate(
        {
          riskTolerance: tolerance,
          horizonYears,
          taxed,
          shortRate: shortRate ?? profile.shortRate,
          longRate: longRate ?? profile.longRate,
          mutedKinds: muted,
        },
        { onSuccess: onClose },
      );
    }
  };
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="profile-title">
      <ModalHeader title="About you" labelId="profile-title" description="So that what is recommended fits you. Only you see it; change it whenever you like." />
      <ModalBody>
        <ProblemAlert failure={save.error} />
        <Form id="profile-form" onSubmit={submit} noValidate>
          <FormGroup role="radiogroup" isStack label="Your portfolio lost a fifth in a bad year. What would you do?" fieldId="profile-risk">
            {TOLERANCES.map(({ value, label, description }) => (
              <Radio
                key={value}
                id={`profile-risk-${value}`}
                name="profile-risk"
                label={label}
                description={description}
                isChecked={tolerance === value}
                onChange={() => setTolerance(value)}
              />
            ))}
          </FormGroup>
          <FormGroup label="In how many years will you need the money?" fieldId="profile-horizon">
            <TextInput
              id="profile-horizon"
              inputMode="numeric"
              value={horizon}
              validated={horizonYears === undefined ? 'error' : 'default'}
              onChange={(_event, text) => setHorizon(text)}
            />
            {horizonYears === undefined && (
              <FormHelperText>
                <HelperText>
                  <HelperTextItem variant="error">A whole number from 1 to 50</HelperTextItem>
                </HelperText>
              </FormHelperText>
            )}
          </FormGroup>
          <Switch id="profile-taxed" label="Gains in these accounts are taxed" isChecked={taxed} onChange={(_event, checked) => setTaxed(checked)} />
          {taxed && (
            <>
              <Rate id="profile-short" label="Tax on gains of up to a year, per cent" text={short} onText={setShort} bad={shortRate === undefined} />
              <Rate id="profile-long" label="Tax on gains of more than a year, per cent" text={long} onText={setLong} bad={longRate === undefined} />
            </>
          )}
          {profile.mutedKinds.length > 0 && (
            <FormGroup role="group" isStack label="Kinds that you want no more of" fieldId="profile-muted">
              {profile.mutedKinds.map((kind) => (
                <Switch
                  key={kind}
                  id={`profile-muted-${kind}`}
                  label={kindWords(kind)}
                  isChecked={muted.includes(kind)}
                  onChange={(_event, checked) => setMuted(checked ? [...muted, kind] : muted.filter((one) => one !== kind))}
                />
              ))}
            </FormGroup>
          )}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form="profile-form" isLoading={save.isPending} isDisabled={save.isPending || !possible}>
          Save
        </Button>
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
}

function Rate({ id, label, text, onText, bad }: { id: string; label: string; text: string; onText(text: string): void; bad: boolean }) {
  return (
    <FormGroup label={label} fieldId={id}>
      <TextInput id={id} inputMode="decimal" value={text} validated={bad ? 'error' : 'default'} onChange={(_event, changed) => onText(changed)} />
      {bad && (
        <FormHelperText>
          <HelperText>
            <HelperTextItem variant="error">From 0 to 60</HelperTextItem>
          </HelperText>
        </FormHelperText>
      )}
    </FormGroup>
  );
}
