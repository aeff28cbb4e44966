import { Alert, AlertActionLink, ClipboardCopy, Content, ExpandableSection } from '@patternfly/react-core';
import { Problem } from './problem';

interface Props {
  failure: unknown;
  /** What was tried, as a title; else the problem's own title. */
  title?: string;
  retry?: () => void;
  inline?: boolean;
}

const SHOWN_FAULTS = 50;

/** A refusal told to a person: what, why, where in the file, and the id under which the log knows it. */
export function ProblemAlert({ failure, title, retry, inline = true }: Props) {
  if (!failure) {
    return null;
  }
  const problem = failure instanceof Problem ? failure : undefined;
  const details = problem?.details;
  const text = problem?.message ?? (failure instanceof Error ? failure.message : String(failure));
  const faults = details?.errors ?? [];
  return (
    <Alert component="p"
      variant="danger"
      isInline={inline}
      title={title ?? details?.title ?? 'Something went wrong'}
      {...(retry ? { actionLinks: <AlertActionLink onClick={retry}>Try again</AlertActionLink> } : {})}
    >
      <p>{text}</p>
      {problem?.retryAfterSeconds ? <p>Try again in {problem.retryAfterSeconds} seconds.</p> : null}
      {faults.length > 0 && (
        <ExpandableSection
          isDetached={false}
          displaySize="default"
          toggleText={`${faults.length} ${faults.length === 1 ? 'place' : 'places'} to mend`}
          {...(faults.length <= 5 ? { isExpanded: true, toggleText: 'What to mend' } : {})}
        >
          <ul className="mg-faults">
            {faults.slice(0, SHOWN_FAULTS).map((fault, index) => (
              <li key={index}>
                {fault.line ? <strong>Line {fault.line}, </strong> : null}
                <strong>{fault.field}</strong>: {fault.value ? <q>{fault.value}</q> : 'nothing'} — expected {fault.expected}
              </li>
            ))}
          </ul>
          {faults.length > SHOWN_FAULTS && <p>…and {faults.length - SHOWN_FAULTS} more.</p>}
        </ExpandableSection>
      )}
      {details?.requestId && (
        <Content component="small">
          Request{' '}
          <ClipboardCopy isCode variant="inline-compact" hoverTip="Copy" clickTip="Copied" copyAriaLabel="Copy request id">
            {details.requestId}
          </ClipboardCopy>
        </Content>
      )}
    </Alert>
  );
}
