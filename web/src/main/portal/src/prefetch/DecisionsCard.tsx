import { Card, CardBody, CardTitle } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { span } from '../cache/words';
import { percent, roundCount } from '../figures/amounts';
import type { PrefetchReport } from './effectiveness';

const WORDS: Record<string, string> = {
  PREFETCH: 'Loaded ahead: worth more than it costs',
  FRESH: 'All of it that shelves keep lay there already',
  NOTHING_KNOWN: 'Nothing is known that could be loaded for the page',
  SAVE_DATA: 'The browser asked to save data',
  OVERLOADED: 'The server had enough to do',
  SWITCHED_OFF: 'The user belongs to those without, to compare',
  UNLIKELY: 'Too likely to be wasted',
  NOT_WORTH: 'Would have cost more than it saved',
  USER_BUDGET: 'The user’s budget was spent',
  TOTAL_BUDGET: 'The server’s budget was spent',
};

/** How often each decision was taken, and what became of what was loaded. */
export function DecisionsCard({ report }: { report: PrefetchReport }) {
  const all = Object.entries(report.decisions).sort((a, b) => b[1] - a[1]);
  const count = all.reduce((sum, [, times]) => sum + times, 0);
  return (
    <Card>
      <CardTitle component="h2">Decisions and what became of them</CardTitle>
      <CardBody>
        {count === 0 ? (
          <p className="mg-subtle">Nothing has been decided since the server started. Portals ask when a page stands and the browser is idle.</p>
        ) : (
          <Table variant="compact" aria-label="Decisions" className="mg-table">
            <Thead>
              <Tr>
                <Th>Decision</Th>
                <Th className="mg-right">Times</Th>
                <Th className="mg-right">Share</Th>
              </Tr>
            </Thead>
            <Tbody>
              {all
                .filter(([, times]) => times > 0)
                .map(([verdict, times]) => (
                  <Tr key={verdict}>
                    <Td dataLabel="Decision">{WORDS[verdict] ?? verdict}</Td>
                    <Td dataLabel="Times" className="mg-right">
                      {roundCount(times)}
                    </Td>
                    <Td dataLabel="Share" className="mg-right">
                      {percent(times / count, 1)}
                    </Td>
                  </Tr>
                ))}
            </Tbody>
          </Table>
        )}
        {report.pages.length > 0 && (
          <Table variant="compact" aria-label="Used and wasted by page" className="mg-table">
            <Thead>
              <Tr>
                <Th>Predicted on</Th>
                <Th className="mg-right">Used</Th>
                <Th className="mg-right">Wasted</Th>
                <Th className="mg-right">Waiting spared</Th>
              </Tr>
            </Thead>
            <Tbody>
              {report.pages.map((page) => (
                <Tr key={page.page}>
                  <Td dataLabel="Predicted on">{page.page}</Td>
                  <Td dataLabel="Used" className="mg-right">
                    {roundCount(page.used)}
                  </Td>
                  <Td dataLabel="Wasted" className="mg-right">
                    {roundCount(page.wasted)}
                  </Td>
                  <Td dataLabel="Waiting spared" className="mg-right">
                    {span(page.savedSeconds)}
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
