import {
  Alert,
  Button,
  Card,
  CardBody,
  CardTitle,
  ClipboardCopy,
  Form,
  FormGroup,
  FormSelect,
  FormSelectOption,
  Skeleton,
  TextInput,
} from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { type FormEvent, useState } from 'react';
import { localTime } from '../figures/dates';
import { ProblemAlert } from '../server/ProblemAlert';
import { Confirm } from '../shell/Confirm';
import { type NewToken, type Token, useCreateToken, useRevokeToken, useTokens } from './accounts';

const LIVES: [string, string][] = [
  ['30', '30 days'],
  ['90', '90 days'],
  ['365', '1 year'],
  ['', 'Never'],
];

/** Tokens for programs that act as this account: shown once, revoked at any time. */
export function TokensCard() {
  const tokens = useTokens();
  const create = useCreateToken();
  const revoke = useRevokeToken();
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const [made, setMade] = useState<NewToken>();
  const [revoking, setRevoking] = useState<Token>();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(
      { name: name.trim(), ...(days ? { expiresInDays: Number(days) } : {}) },
      {
        onSuccess: (token) => {
          setMade(token);
          setName('');
        },
      },
    );
  };

  return (
    <Card>
      <CardTitle component="h2">API tokens</CardTitle>
      <CardBody>
        <div className="mg-stack">
          <p className="mg-subtle">
            A program that sends <code>Authorization: Bearer …</code> acts as you. Magnus keeps only a hash.
          </p>
          {made && (
            <Alert component="p" variant="success" isInline title={`Token ${made.name}: copy it now, it is not shown again`}>
              <ClipboardCopy isReadOnly isCode hoverTip="Copy" clickTip="Copied" textAriaLabel="New token">
                {made.token}
              </ClipboardCopy>
            </Alert>
          )}
          <ProblemAlert failure={create.error ?? tokens.error} />
          <Form onSubmit={submit} className="mg-inline-form">
            <FormGroup label="Name" fieldId="token-name">
              <TextInput
                id="token-name"
                placeholder="What will use it"
                value={name}
                maxLength={80}
                onChange={(_event, value) => setName(value)}
              />
            </FormGroup>
            <FormGroup label="Expires after" fieldId="token-days">
              <FormSelect id="token-days" value={days} onChange={(_event, value) => setDays(value)}>
                {LIVES.map(([value, label]) => (
                  <FormSelectOption key={value} value={value} label={label} />
                ))}
              </FormSelect>
            </FormGroup>
            <Button type="submit" isLoading={create.isPending} isDisabled={create.isPending || !name.trim()}>
              Create token
            </Button>
          </Form>
          {tokens.isPending && <Skeleton height="4rem" screenreaderText="Loading tokens" />}
          {tokens.data?.length === 0 && <p className="mg-subtle">No tokens yet.</p>}
          {tokens.data && tokens.data.length > 0 && (
            <Table variant="compact" aria-label="API tokens" className="mg-table">
              <Thead>
                <Tr>
                  <Th>Name</Th>
                  <Th>Created</Th>
                  <Th>Last used</Th>
                  <Th>Expires</Th>
                  <Th screenReaderText="Actions" />
                </Tr>
              </Thead>
              <Tbody>
                {tokens.data.map((token) => (
                  <Tr key={token.id}>
                    <Td dataLabel="Name">{token.name}</Td>
                    <Td dataLabel="Created">{localTime(token.createdAt)}</Td>
                    <Td dataLabel="Last used">{token.lastUsedAt ? localTime(token.lastUsedAt) : 'never'}</Td>
                    <Td dataLabel="Expires">{token.expiresAt ? localTime(token.expiresAt) : 'never'}</Td>
                    <Td isActionCell>
                      <Button variant="link" isInline isDanger onClick={() => setRevoking(token)}>
                        Revoke
                      </Button>
                    </Td>
                  </Tr>
                ))}
              </Tbody>
            </Table>
          )}
        </div>
        {revoking && (
          <Confirm
            title={`Revoke ${revoking.name}?`}
            verb="Revoke token"
            busy={revoke.isPending}
            failure={revoke.error}
            onClose={() => setRevoking(undefined)}
            onConfirm={() =>
              revoke.mutate(revoking.id, {
                onSuccess: () => {
                  setRevoking(undefined);
                  setMade(undefined);
                },
              })
            }
          >
            Programs that use it are refused from now on.
          </Confirm>
        )}
      </CardBody>
    </Card>
  );
}
