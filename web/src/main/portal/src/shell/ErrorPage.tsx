import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import { ExclamationCircleIcon } from '@patternfly/react-icons';
import { useRouteError } from 'react-router';
import { ToDashboard } from './Frame';

/** Shown where a page itself broke: a fault of the portal, not of what was asked. */
export function ErrorPage() {
  const failure = useRouteError();
  return (
    <EmptyState headingLevel="h1" status="danger" titleText="This page broke" icon={ExclamationCircleIcon}>
      <EmptyStateBody>
        {failure instanceof Error ? failure.message : 'The portal met something that it did not expect.'}
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button onClick={() => window.location.reload()}>Load again</Button>
        </EmptyStateActions>
        <EmptyStateActions>
          <ToDashboard />
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
}
