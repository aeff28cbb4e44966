import { Alert, Button, Card, CardBody, CardTitle, Form, FormGroup, TextInput } from '@patternfly/react-core';
import { type FormEvent, useState } from 'react';
import { ProblemAlert } from '../server/ProblemAlert';
import { useChangePassword } from './accounts';
import { useSession } from './session';

export function PasswordCard() {
  const { user } = useSession();
  const change = useChangePassword();
  const [current, setCurrent] = useState('');
  const [replacement, setReplacement] = useState('');
  const [again, setAgain] = useState('');
  const differ = again !== '' && again !== replacement;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { current, replacement },
      {
        onSuccess: () => {
          setCurrent('');
          setReplacement('');
          setAgain('');
        },
      },
    );
  };

  return (
    <Card>
      <CardTitle component="h2">Password</CardTitle>
      <CardBody>
        <div className="mg-stack mg-narrow">
          {change.isSuccess && <Alert component="p" variant="success" isInline title="The password is changed" />}
          <ProblemAlert failure={change.error} />
          <Form onSubmit={submit}>
            <input type="text" autoComplete="username" value={user?.name ?? ''} readOnly hidden />
            <FormGroup label="Current password" fieldId="password-current">
              <TextInput
                id="password-current"
                type="password"
                autoComplete="current-password"
                value={current}
                onChange={(_event, value) => setCurrent(value)}
              />
            </FormGroup>
            <FormGroup label="New password" fieldId="password-new">
              <TextInput
                id="password-new"
                type="password"
                autoComplete="new-password"
                value={replacement}
                onChange={(_event, value) => setReplacement(value)}
              />
            </FormGroup>
            <FormGroup label={differ ? 'New password again (differs)' : 'New password again'} fieldId="password-again">
              <TextInput
                id="password-again"
                type="password"
                autoComplete="new-password"
                value={again}
                validated={differ ? 'error' : 'default'}
                onChange={(_event, value) => setAgain(value)}
              />
            </FormGroup>
            <div>
              <Button
                type="submit"
                isLoading={change.isPending}
                isDisabled={change.isPending || !current || !replacement || replacement !== again}
              >
                Change password
              </Button>
            </div>
          </Form>
        </div>
      </CardBody>
    </Card>
  );
}
