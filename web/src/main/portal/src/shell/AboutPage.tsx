import { Card, CardBody, CardTitle, Content, PageSection } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { PageTop } from './PageTop';

const PARTS = [
  { name: 'React, React DOM', licence: 'MIT', by: 'Meta Platforms, Inc. and affiliates' },
  { name: 'React Router', licence: 'MIT', by: 'React Training LLC, Remix Software Inc., Shopify Inc.' },
  { name: 'TanStack Query', licence: 'MIT', by: 'Tanner Linsley' },
  { name: 'PatternFly', licence: 'MIT', by: 'Red Hat, Inc.' },
  { name: 'Red Hat Display, Text and Mono', licence: 'SIL Open Font License 1.1', by: 'Red Hat, Inc.' },
  { name: 'Lightweight Charts™', licence: 'Apache License 2.0', by: 'TradingView, Inc.' },
];

/** What Magnus is, what it does not do, and whose work is inside. */
export function AboutPage() {
  return (
    <>
      <PageTop title="About Magnus" subtitle="The intelligence tier of a trading and sports-betting platform." />
      <PageSection>
        <div className="mg-stack">
          <Card>
            <CardTitle component="h2">What it does, and what not</CardTitle>
            <CardBody>
              <Content>
                <p>
                  Magnus informs, ranks and explains. It never places an order or a bet. Every figure can be traced to its
                  source, and whatever is simulated is labelled so. Nothing here is advice to buy or to sell.
                </p>
                <p>
                  Developers find the interface described at{' '}
                  <a href="/openapi" target="_blank" rel="noreferrer">
                    /openapi
                  </a>
                  .
                </p>
              </Content>
            </CardBody>
          </Card>
          <Card>
            <CardTitle component="h2">Software in this portal</CardTitle>
            <CardBody>
              <Table variant="compact" aria-label="Software in this portal">
                <Thead>
                  <Tr>
                    <Th>Name</Th>
                    <Th>Licence</Th>
                    <Th>By</Th>
                  </Tr>
                </Thead>
                <Tbody>
                  {PARTS.map((part) => (
                    <Tr key={part.name}>
                      <Td dataLabel="Name">{part.name}</Td>
                      <Td dataLabel="Licence">{part.licence}</Td>
                      <Td dataLabel="By">{part.by}</Td>
                    </Tr>
                  ))}
                </Tbody>
              </Table>
              <Content className="mg-notice">
                <p>
                  TradingView Lightweight Charts™. Copyright © 2025 TradingView, Inc.{' '}
                  <a href="https://www.tradingview.com/" target="_blank" rel="noreferrer">
                    https://www.tradingview.com/
                  </a>
                </p>
              </Content>
            </CardBody>
          </Card>
        </div>
      </PageSection>
    </>
  );
}
