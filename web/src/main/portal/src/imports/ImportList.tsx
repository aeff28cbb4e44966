import { Button, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { localTime } from '../figures/dates';
import { ProblemAlert } from '../server/ProblemAlert';
import { Confirm } from '../shell/Confirm';
import { formatWords, type PastImport, useImports, useUndoImport } from './imports';

/** What was imported into a portfolio, each to be taken back whole. */
export function ImportList({ portfolio }: { portfolio: string }) {
  const imports = useImports(portfolio);
  const undo = useUndoImport(portfolio);
  const [asked, setAsked] = useState<PastImport>();
  if (imports.isPending) {
    return <Skeleton height="4rem" screenreaderText="Loading imports" />;
  }
  return (
    <>
      <ProblemAlert failure={imports.error} retry={() => void imports.refetch()} />
      {imports.data?.length === 0 && <p className="mg-subtle">Nothing has been imported yet.</p>}
      {imports.data && imports.data.length > 0 && (
        <Table variant="compact" aria-label="Imports" className="mg-table">
          <Thead>
            <Tr>
              <Th>File</Th>
              <Th>Format</Th>
              <Th>Imported</Th>
              <Th className="mg-right">Transactions</Th>
              <Th screenReaderText="Actions" />
            </Tr>
          </Thead>
          <Tbody>
            {imports.data.map((one) => {
              const when = one.at ?? one.importedAt ?? one.createdAt;
              return (
                <Tr key={one.id}>
                  <Td dataLabel="File">{one.name ?? one.file ?? '–'}</Td>
                  <Td dataLabel="Format">{formatWords(one.format)}</Td>
                  <Td dataLabel="Imported">{when ? localTime(when) : '–'}</Td>
                  <Td dataLabel="Transactions" className="mg-right">
                    {one.imported ?? one.transactions ?? '–'}
                  </Td>
                  <Td isActionCell>
                    <Button variant="link" isInline isDanger onClick={() => setAsked(one)}>
                      Undo
                    </Button>
                  </Td>
                </Tr>
              );
            })}
          </Tbody>
        </Table>
      )}
      {asked && (
        <Confirm
          title="Undo this import?"
          verb="Undo import"
          busy={undo.isPending}
          failure={undo.error}
          onClose={() => {
            undo.reset();
            setAsked(undefined);
          }}
          onConfirm={() => undo.mutate(asked.id, { onSuccess: () => setAsked(undefined) })}
        >
          All transactions that {asked.name ?? asked.file ?? 'this file'} brought are removed. Importing the file again brings them back.
        </Confirm>
      )}
    </>
  );
}
