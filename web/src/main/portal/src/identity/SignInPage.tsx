import { ActionGroup, Alert, Button, Form, FormGroup, TextInput, Title } from '@patternfly/react-core';
import { type FormEvent, useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { Problem } from '../server/problem';
import { ProblemAlert } from '../server/ProblemAlert';
import { Brand } from '../shell/Brand';
import { ThemeToggle } from '../shell/ThemeToggle';
import { useTitle } from '../shell/title';
import { useSession, useSignIn, useSignInMethods } from './session';

/** Asks for name and password, or hands over to the single sign-on that the server offers. */
export function SignInPage() {
  useTitle('Sign in');
  const { session, error } = useSession();
  const methods = useSignInMethods();
  const signIn = useSignIn();
  const location = useLocation();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');

  if (session) {
    const from = (location.state as { from?: string } | null)?.from;
    return <Navigate to={from ?? '/'} replace />;
  }

  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ name: name.trim(), password });
  };
  const refused = signIn.error instanceof Problem && signIn.error.status === 401;
  const offersPassword = methods.data?.password ?? true;

  return (
    <main className="mg-sign-in">
      <div className="mg-sign-in__corner">
        <ThemeToggle />
      </div>
      <section className="mg-sign-in__card" aria-labelledby="sign-in-title">
        <Brand size="large" />
        <Title headingLevel="h1" size="xl" id="sign-in-title">
          Sign in
        </Title>
        {refused ? (
          <Alert component="p" variant="danger" isInline title="Name and password do not match">
            <p>Check the name and the password, and try again.</p>
          </Alert>
        ) : (
          <ProblemAlert failure={signIn.error ?? error} />
        )}
        {offersPassword && (
          <Form onSubmit={submit}>
            <FormGroup label="Name" fieldId="sign-in-name">
              <TextInput
                id="sign-in-name"
                name="username"
                autoComplete="username"
                value={name}
                onChange={(_event, text) => setName(text)}
                isRequired
                validated={refused ? 'error' : 'default'}
              />
            </FormGroup>
            <FormGroup label="Password" fieldId="sign-in-password">
              <TextInput
                id="sign-in-password"
                name="password"
                type="password"
                autoComplete="current-password"
                value={password}
                onChange={(_event, text) => setPassword(text)}
                isRequired
                validated={refused ? 'error' : 'default'}
              />
            </FormGroup>
            <ActionGroup>
              <Button type="submit" isBlock isLoading={signIn.isPending} isDisabled={signIn.isPending || !name || !password}>
                {signIn.isPending ? 'Signing in…' : 'Sign in'}
              </Button>
            </ActionGroup>
          </Form>
        )}
        {methods.data?.oidc && (
          <Button component="a" href={methods.data.oidc} variant="secondary" isBlock>
            Sign in with {methods.data.oidcName ?? 'single sign-on'}
          </Button>
        )}
        <p className="mg-sign-in__hint">
          On a first start Magnus prints the passwords of <code>demo</code> and <code>admin</code> once, in its log.
        </p>
      </section>
    </main>
  );
}
