import {
  Button,
  Checkbox,
  Form,
  FormGroup,
  Label,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  PageSection,
  Skeleton,
  TextInput,
} from '@patternfly/react-core';
import { ActionsColumn, Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { type FormEvent, useState } from 'react';
import { localTime } from '../figures/dates';
import { ProblemAlert } from '../server/ProblemAlert';
import { PageTop } from '../shell/PageTop';
import { type Account, useAccounts, useChangeAccount, useCreateAccount } from './accounts';
import { useSession } from './session';

/** Who may sign in, for administrators. */
export function AccountsPage() {
  const accounts = useAccounts();
  const change = useChangeAccount();
  const { user } = useSession();
  const [creating, setCreating] = useState(false);
  const admin = (account: Account) => account.roles.includes('ADMIN');
  return (
    <>
      <PageTop title="Accounts" subtitle="Who may sign in, and as what." actions={<Button onClick={() => setCreating(true)}>New account</Button>} />
      <PageSection>
        <ProblemAlert failure={accounts.error ?? change.error} />
        {accounts.isPending && <Skeleton height="8rem" screenreaderText="Loading accounts" />}
        {accounts.data && (
          <Table variant="compact" aria-label="Accounts" className="mg-table mg-panel">
            <Thead>
              <Tr>
                <Th>Name</Th>
                <Th>Role</Th>
                <Th>State</Th>
                <Th>Created</Th>
                <Th screenReaderText="Actions" />
              </Tr>
            </Thead>
            <Tbody>
              {accounts.data.map((account) => (
                <Tr key={account.id}>
                  <Td dataLabel="Name">{account.name}</Td>
                  <Td dataLabel="Role">{admin(account) ? 'Administrator' : 'User'}</Td>
                  <Td dataLabel="State">
                    <Label isCompact color={account.enabled ? 'green' : 'grey'}>
                      {account.enabled ? 'enabled' : 'disabled'}
                    </Label>
                  </Td>
                  <Td dataLabel="Created">{account.createdAt ? localTime(account.createdAt) : '–'}</Td>
                  <Td isActionCell>
                    {account.id !== user?.id && (
                      <ActionsColumn
                        items={[
                          {
                            title: account.enabled ? 'Disable' : 'Enable',
                            onClick: () => change.mutate({ id: account.id, enabled: !account.enabled }),
                          },
                          {
                            title: admin(account) ? 'Make a plain user' : 'Make an administrator',
                            onClick: () => change.mutate({ id: account.id, roles: admin(account) ? ['USER'] : ['USER', 'ADMIN'] }),
                          },
                        ]}
                      />
                    )}
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        )}
        {creating && <AccountForm onClose={() => setCreating(false)} />}
      </PageSection>
    </>
  );
}

function AccountForm({ onClose }: { onClose(): void }) {
  const create = useCreateAccount();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [admin, setAdmin] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ name: name.trim(), password, roles: admin ? ['USER', 'ADMIN'] : ['USER'] }, { onSuccess: onClose });
  };
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="account-form-title">
      <ModalHeader title="New account" labelId="account-form-title" />
      <ModalBody>
        <ProblemAlert failure={create.error} />
        <Form id="account-form" onSubmit={submit}>
          <FormGroup label="Name" fieldId="account-name">
            <TextInput id="account-name" autoComplete="off" value={name} onChange={(_event, value) => setName(value)} autoFocus />
          </FormGroup>
          <FormGroup label="First password" fieldId="account-password">
            <TextInput
              id="account-password"
              type="password"
              autoComplete="new-password"
              value={password}
              onChange={(_event, value) => setPassword(value)}
            />
          </FormGroup>
          <Checkbox id="account-admin" label="Administrator" isChecked={admin} onChange={(_event, checked) => setAdmin(checked)} />
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form="account-form" isLoading={create.isPending} isDisabled={create.isPending || !name.trim() || !password}>
          Create account
        </Button>
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
}
