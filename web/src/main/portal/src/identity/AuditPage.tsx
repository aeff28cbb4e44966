import { Button, Label, PageSection, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { localTime } from '../figures/dates';
import { ProblemAlert } from '../server/ProblemAlert';
import { PageTop } from '../shell/PageTop';
import { useAudit } from './accounts';

const BAD = /fail|refus|den|wrong|throttl|lock/i;

/** Who did what, for administrators. */
export function AuditPage() {
  const audit = useAudit();
  const entries = audit.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageTop title="Audit log" subtitle="Sign-ins, tokens, accounts and settings: who did what, and from where." />
      <PageSection>
        <ProblemAlert failure={audit.error} retry={() => void audit.refetch()} />
        {audit.isPending && <Skeleton height="14rem" screenreaderText="Loading the audit log" />}
        {audit.data && entries.length === 0 && <p className="mg-subtle">Nothing has been recorded yet.</p>}
        {entries.length > 0 && (
          <Table variant="compact" aria-label="Audit log" className="mg-table mg-panel">
            <Thead>
              <Tr>
                <Th modifier="fitContent">When</Th>
                <Th>Who</Th>
                <Th>Action</Th>
                <Th>Subject</Th>
                <Th modifier="fitContent">Outcome</Th>
                <Th>Address</Th>
              </Tr>
            </Thead>
            <Tbody>
              {entries.map((entry, order) => (
                <Tr key={entry.id ?? order}>
                  <Td dataLabel="When" modifier="nowrap">
                    {localTime(entry.at)}
                  </Td>
                  <Td dataLabel="Who">{entry.actor ?? '–'}</Td>
                  <Td dataLabel="Action">{entry.action}</Td>
                  <Td dataLabel="Subject" modifier="breakWord" className="mg-whole">
                    {entry.subject ?? '–'}
                  </Td>
                  <Td dataLabel="Outcome">
                    <Label isCompact color={BAD.test(entry.outcome) ? 'red' : 'green'}>
                      {entry.outcome.toLowerCase()}
                    </Label>
                  </Td>
                  <Td dataLabel="Address">{entry.address ?? '–'}</Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        )}
        {audit.hasNextPage && (
          <Button variant="link" isLoading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
            Older entries
          </Button>
        )}
      </PageSection>
    </>
  );
}
