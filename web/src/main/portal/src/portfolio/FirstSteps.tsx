import { Button, Card, CardBody, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import { FolderPlusIcon, UploadIcon } from '@patternfly/react-icons';
import { useState } from 'react';
import { Link } from 'react-router';
import { PortfolioForm } from './PortfolioForm';
import type { Portfolio } from './portfolios';

interface Props {
  /** The portfolio that has nothing in it yet; none where there is no portfolio at all. */
  portfolio?: Portfolio;
  onCreated?(id: string): void;
}

/** What to do when there is nothing to show yet. */
export function FirstSteps({ portfolio, onCreated }: Props) {
  const [creating, setCreating] = useState(false);
  return (
    <Card>
      <CardBody>
        {portfolio ? (
          <EmptyState headingLevel="h2" titleText={`${portfolio.name} is empty`} icon={UploadIcon}>
            <EmptyStateBody>
              Import an export of your broker: Schwab, Fidelity, IBKR Flex, Ghostfolio or OFX. To try it first, import the
              sample export in <code>samples/</code>. You see what each row will do before anything is stored.
            </EmptyStateBody>
            <EmptyStateFooter>
              <EmptyStateActions>
                <Button component={(props) => <Link {...props} to={`/import?portfolio=${portfolio.id}`} />}>Import transactions</Button>
              </EmptyStateActions>
            </EmptyStateFooter>
          </EmptyState>
        ) : (
          <EmptyState headingLevel="h2" titleText="Begin with a portfolio" icon={FolderPlusIcon}>
            <EmptyStateBody>
              A portfolio holds the transactions of one brokerage account. Create one, then import your broker's export or the
              sample in <code>samples/</code>.
            </EmptyStateBody>
            <EmptyStateFooter>
              <EmptyStateActions>
                <Button onClick={() => setCreating(true)}>Create a portfolio</Button>
              </EmptyStateActions>
            </EmptyStateFooter>
          </EmptyState>
        )}
        {creating && <PortfolioForm onClose={() => setCreating(false)} onDone={(made) => onCreated?.(made.id)} />}
      </CardBody>
    </Card>
  );
}
