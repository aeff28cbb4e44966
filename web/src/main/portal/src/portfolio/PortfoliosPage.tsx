import { Button, Label, PageSection, Skeleton } from '@patternfly/react-core';
import { ActionsColumn, Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Change } from '../figures/Change';
import { money, signedMoney, signedPoints } from '../figures/amounts';
import { ProblemAlert } from '../server/ProblemAlert';
import { Confirm } from '../shell/Confirm';
import { PageTop } from '../shell/PageTop';
import { FirstSteps } from './FirstSteps';
import { lotMethodLabel, PortfolioForm } from './PortfolioForm';
import { type Portfolio, useDeletePortfolio, usePortfolios } from './portfolios';

/** All portfolios: made, renamed, deleted here. */
export function PortfoliosPage() {
  const portfolios = usePortfolios();
  const remove = useDeletePortfolio();
  const [creating, setCreating] = useState(false);
  const [changing, setChanging] = useState<Portfolio>();
  const [deleting, setDeleting] = useState<Portfolio>();
  const navigate = useNavigate();
  return (
    <>
      <PageTop
        title="Portfolios"
        subtitle="One for each brokerage account."
        actions={<Button onClick={() => setCreating(true)}>New portfolio</Button>}
      />
      <PageSection>
        <ProblemAlert failure={portfolios.error} retry={() => void portfolios.refetch()} />
        {portfolios.isPending && <Skeleton height="8rem" screenreaderText="Loading portfolios" />}
        {portfolios.data?.length === 0 && <FirstSteps onCreated={(id) => void navigate(`/import?portfolio=${id}`)} />}
        {portfolios.data && portfolios.data.length > 0 && (
          <Table variant="compact" aria-label="Portfolios" className="mg-table mg-panel">
            <Thead>
              <Tr>
                <Th>Name</Th>
                <Th className="mg-right">Value</Th>
                <Th className="mg-right">Day change</Th>
                <Th className="mg-right">Cash</Th>
                <Th>Lots sold</Th>
                <Th screenReaderText="Actions" />
              </Tr>
            </Thead>
            <Tbody>
              {portfolios.data.map((portfolio) => (
                <Tr key={portfolio.id}>
                  <Td dataLabel="Name">
                    <Link to={`/portfolios/${portfolio.id}`}>{portfolio.name}</Link> <Label isCompact>{portfolio.currency}</Label>
                  </Td>
                  <Td dataLabel="Value" className="mg-right">
                    {money(portfolio.value, portfolio.currency)}
                  </Td>
                  <Td dataLabel="Day change" className="mg-right">
                    <Change
                      of={portfolio.dayChange}
                      {...(portfolio.dayChangePercent === undefined ? {} : { and: `(${signedPoints(portfolio.dayChangePercent)})` })}
                    >
                      {signedMoney(portfolio.dayChange, portfolio.currency)}
                    </Change>
                  </Td>
                  <Td dataLabel="Cash" className="mg-right">
                    {money(portfolio.cash, portfolio.currency)}
                  </Td>
                  <Td dataLabel="Lots sold">{lotMethodLabel(portfolio.lotMethod)}</Td>
                  <Td isActionCell>
                    <ActionsColumn
                      items={[
                        { title: 'Dashboard', onClick: () => void navigate(`/?portfolio=${portfolio.id}`) },
                        { title: 'Import', onClick: () => void navigate(`/import?portfolio=${portfolio.id}`) },
                        { title: 'Change name or lots', onClick: () => setChanging(portfolio) },
                        { isSeparator: true },
                        { title: 'Delete', isDanger: true, onClick: () => setDeleting(portfolio) },
                      ]}
                    />
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        )}
      </PageSection>
      {creating && (
        <PortfolioForm onClose={() => setCreating(false)} onDone={(made) => void navigate(`/import?portfolio=${made.id}`)} />
      )}
      {changing && <PortfolioForm portfolio={changing} onClose={() => setChanging(undefined)} />}
      {deleting && (
        <Confirm
          title={`Delete ${deleting.name}?`}
          verb="Delete portfolio"
          busy={remove.isPending}
          failure={remove.error}
          onClose={() => {
            remove.reset();
            setDeleting(undefined);
          }}
          onConfirm={() => remove.mutate(deleting.id, { onSuccess: () => setDeleting(undefined) })}
        >
          Its transactions, lots and imports go with it. This cannot be taken back.
        </Confirm>
      )}
    </>
  );
}
