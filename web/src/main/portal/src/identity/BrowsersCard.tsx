import { Button, Card, CardBody, CardTitle, Label, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { localTime } from '../figures/dates';
import { ProblemAlert } from '../server/ProblemAlert';
import { useEndSession, useSignedInBrowsers } from './accounts';

const BROWSERS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

function browser(agent: string): string {
  const name = BROWSERS.find(([pattern]) => pattern.test(agent))?.[1] ?? (agent.split(' ')[0] || 'Unknown');
  const system = /Windows|Android|iPhone|iPad|Mac OS|Linux/.exec(agent)?.[0];
  return system ? `${name} on ${system}` : name;
}

/** Where the account is signed in; other browsers can be signed out from here. */
export function BrowsersCard() {
  const browsers = useSignedInBrowsers();
  const end = useEndSession();
  return (
    <Card>
      <CardTitle component="h2">Signed in</CardTitle>
      <CardBody>
        <ProblemAlert failure={browsers.error ?? end.error} />
        {browsers.isPending && <Skeleton height="4rem" screenreaderText="Loading sessions" />}
        {browsers.data && browsers.data.length > 0 && (
          <Table variant="compact" aria-label="Signed-in browsers" className="mg-table">
            <Thead>
              <Tr>
                <Th>Browser</Th>
                <Th>Address</Th>
                <Th>Since</Th>
                <Th>Last seen</Th>
                <Th screenReaderText="Actions" />
              </Tr>
            </Thead>
            <Tbody>
              {browsers.data.map((one) => (
                <Tr key={one.id}>
                  <Td dataLabel="Browser">
                    <span title={one.agent}>{browser(one.agent)}</span>{' '}
                    {one.current && (
                      <Label isCompact color="green">
                        this one
                      </Label>
                    )}
                  </Td>
                  <Td dataLabel="Address">{one.address}</Td>
                  <Td dataLabel="Since">{localTime(one.createdAt)}</Td>
                  <Td dataLabel="Last seen">{localTime(one.lastSeenAt)}</Td>
                  <Td isActionCell>
                    {!one.current && (
                      <Button variant="link" isInline isDanger onClick={() => end.mutate(one.id)}>
                        Sign out
                      </Button>
                    )}
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        )}
      </CardBody>
    </Card>
  );
}
