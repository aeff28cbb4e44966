import { Button, Card, CardBody, CardTitle, Form, FormGroup, FormSelect, FormSelectOption, Skeleton, TextInput } from '@patternfly/react-core';
import { type FormEvent, useEffect, useState } from 'react';
import { ProblemAlert } from '../server/ProblemAlert';
import { type Shelf, useShelfEntries, useWhy } from './cache';
import { EntryView } from './EntryView';

interface Props {
  shelves: Shelf[];
  /** SHELF/KEY that is looked at; empty for none. */
  place: string;
  onPlace(place: string): void;
}

/** Finds an entry and says why it is there, or why it is not. */
export function WhyCard({ shelves, place, onPlace }: Props) {
  const slash = place.indexOf('/');
  const [shelf, setShelf] = useState('');
  const [key, setKey] = useState('');
  useEffect(() => {
    if (slash > 0) {
      setShelf(place.slice(0, slash));
      setKey(place.slice(slash + 1));
    }
  }, [place, slash]);
  const chosen = shelf || (shelves.find((one) => one.entries > 0) ?? shelves[0])?.name || '';
  const entries = useShelfEntries(chosen, key);
  const why = useWhy(place);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (key.trim()) {
      onPlace(`${chosen}/${key.trim()}`);
    }
  };
  return (
    <Card>
      <CardTitle component="h2">Why is an entry there, or not?</CardTitle>
      <CardBody>
        <div className="mg-stack">
          <Form onSubmit={submit} className="mg-inline-form">
            <FormGroup label="Shelf" fieldId="why-shelf">
              <FormSelect
                id="why-shelf"
                value={chosen}
                onChange={(_event, name) => {
                  setShelf(name);
                  setKey('');
                }}
              >
                {shelves.map(({ name }) => (
                  <FormSelectOption key={name} value={name} label={name} />
                ))}
              </FormSelect>
            </FormGroup>
            <FormGroup label="Key" fieldId="why-key">
              <TextInput id="why-key" type="search" autoComplete="off" value={key} onChange={(_event, text) => setKey(text)} />
            </FormGroup>
            <Button type="submit" isDisabled={!key.trim()}>
              Explain
            </Button>
          </Form>
          <ProblemAlert failure={entries.error} />
          {entries.data && entries.data.length > 0 && (
            <div className="mg-keys">
              <span className="mg-row-note">Most used{key ? ' that contain it' : ''}:</span>
              {entries.data.map((entry) => (
                <Button key={entry.key} variant="link" isInline size="sm" onClick={() => onPlace(`${chosen}/${entry.key}`)}>
                  {entry.key}
                </Button>
              ))}
            </div>
          )}
          {entries.data?.length === 0 && <p className="mg-row-note">No entry of {chosen} {key ? 'contains that in its key' : 'is there now'}.</p>}
          {place && why.isPending && <Skeleton height="8rem" screenreaderText="Loading the entry" />}
          <ProblemAlert failure={why.error} />
          {why.data && <EntryView why={why.data} />}
        </div>
      </CardBody>
    </Card>
  );
}
