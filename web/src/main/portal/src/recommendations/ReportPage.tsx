import { Card, CardBody, CardTitle, FormSelect, FormSelectOption, Label, PageSection, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { counted, percent, quantity, ratio } from '../figures/amounts';
import { Figure } from '../figures/Figure';
import { ProblemAlert } from '../server/ProblemAlert';
import { PageTop } from '../shell/PageTop';
import { type Gain, type RecommendationReport, useReport } from './report';
import { kindWords } from './words';

const TIMES = [7, 30, 90, 365];

/** How recommendations fare with all users, for administrators. */
export function ReportPage() {
  const [days, setDays] = useState(30);
  const report = useReport(days);
  return (
    <>
      <PageTop
        title="How recommendations fare"
        subtitle="Sums over all users; nothing of single people."
        actions={
          <FormSelect className="mg-year" aria-label="Time" value={String(days)} onChange={(_event, text) => setDays(Number(text))}>
            {TIMES.map((one) => (
              <FormSelectOption key={one} value={String(one)} label={`${one} days`} />
            ))}
          </FormSelect>
        }
      />
      <PageSection>
        <div className="mg-stack">
          <ProblemAlert failure={report.error} retry={() => void report.refetch()} />
          {report.isPending && <Skeleton height="16rem" screenreaderText="Loading the report" />}
          {report.data && <Report report={report.data} />}
        </div>
      </PageSection>
    </>
  );
}

function Report({ report }: { report: RecommendationReport }) {
  const { usage, calibration, gate } = report;
  return (
    <>
      <Card>
        <CardTitle component="h2">Taken up</CardTitle>
        <CardBody>
          <dl className="mg-grid-figures">
            <Figure label="Shown" note={`${counted(report.lists, 'list')}, ${counted(report.users, 'user')}`}>
              {quantity(report.shown)}
            </Figure>
            <Figure label="Adoption" explanation="Accepted cards over shown ones." note={`${report.accepted} accepted`}>
              {percent(report.adoption, 1)}
            </Figure>
            <Figure label="Clicks" explanation="Cards that were looked at closer, over shown ones." note={`${report.opened} opened`}>
              {percent(report.clickRate, 1)}
            </Figure>
            <Figure label="Answered">{quantity(report.answered)}</Figure>
            <Figure
              label="Calibration error"
              explanation="Mean distance of the stated probability from the share that was accepted, over ten bins of answered cards."
              note={counted(calibration.answers, 'answer')}
            >
              {calibration.answers > 0 ? percent(calibration.error, 1) : '–'}
            </Figure>
          </dl>
          {report.kinds.length > 0 && (
            <Table variant="compact" aria-label="By kind" className="mg-table" gridBreakPoint="grid-md">
              <Thead>
                <Tr>
                  <Th>Kind</Th>
                  {['Shown', 'Opened', 'Accepted', 'Turned down', 'Postponed'].map((name) => (
                    <Th key={name} className="mg-right">
                      {name}
                    </Th>
                  ))}
                </Tr>
              </Thead>
              <Tbody>
                {report.kinds.map((one) => (
                  <Tr key={one.kind}>
                    <Td dataLabel="Kind">{kindWords(one.kind)}</Td>
                    <Td dataLabel="Shown" className="mg-right">{one.shown}</Td>
                    <Td dataLabel="Opened" className="mg-right">{one.opened}</Td>
                    <Td dataLabel="Accepted" className="mg-right">{one.accepted}</Td>
                    <Td dataLabel="Turned down" className="mg-right">{one.rejected}</Td>
                    <Td dataLabel="Postponed" className="mg-right">{one.snoozed}</Td>
                  </Tr>
                ))}
              </Tbody>
            </Table>
          )}
        </CardBody>
      </Card>
      <Card>
        <CardTitle component="h2">Use of the portal</CardTitle>
        <CardBody>
          <dl className="mg-grid-figures">
            <Figure label="Visits" explanation="Half an hour without a request ends a visit; those under a minute are not counted." note={counted(usage.people, 'person', 'people')}>
              {quantity(usage.visits)}
            </Figure>
            <Figure label="Session length" explanation="Median of a visit." note={`mean ${ratio(usage.meanMinutes, 1)} min`}>
              {ratio(usage.medianMinutes, 1)} min
            </Figure>
            <Figure
              label="30-day retention"
              explanation="Of those whose first visit was 30 to 60 days ago, who came back 30 days after it or later."
              note={`${usage.retained} of ${usage.newcomers}`}
            >
              {usage.newcomers > 0 ? percent(usage.retained / usage.newcomers, 0) : '–'}
            </Figure>
          </dl>
        </CardBody>
      </Card>
      <Card>
        <CardTitle component="h2">
          Gate for another ranking <Label isCompact color={gate.maySwitch ? 'green' : 'grey'}>{gate.maySwitch ? 'open' : 'closed'}</Label>
        </CardTitle>
        <CardBody>
          <p>{gate.words}</p>
          {gate.gained && gate.estimate && (
            <dl className="mg-grid-figures mg-after">
              <Figure label={`${gate.serving}, serving`} explanation="Worth of what was accepted, per answered list." note={counted(gate.gained.lists, 'answered list')}>
                {ratio(gate.gained.mean, 3)}
              </Figure>
              <Figure
                label={`${gate.candidate}, estimated`}
                explanation="What it would have gained on the same lists: doubly robust, with the 95 % interval."
                note={estimateNote(gate.estimate)}
              >
                {ratio(gate.estimate.mean, 3)}
              </Figure>
            </dl>
          )}
        </CardBody>
      </Card>
    </>
  );
}

function estimateNote({ low, high, effectiveLists }: Gain): string {
  return `${ratio(low, 3)} to ${ratio(high, 3)}; tells as much as ${ratio(effectiveLists, 0)} lists of its own`;
}
