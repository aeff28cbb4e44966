import { Card, CardBody, Label, Tooltip } from '@patternfly/react-core';
import { sourceWords } from './explanations';
import type { Summary } from './results';
import { PartTitle } from './PartTitle';

/** The step `summary`: sentences, each with the figures that it was made from. */
export function SummaryCard({ summary }: { summary: Summary }) {
  const sentences = summary.sentences ?? [{ text: summary.text, sources: [] }];
  return (
    <Card id="analysis-summary" component="section" aria-label="Summary" className="mg-span mg-summary">
      <PartTitle>
        Summary{' '}
        {summary.composed === 'rules' && (
          <Tooltip content="Composed by rules from the figures below; no language model wrote it.">
            <Label isCompact tabIndex={0}>
              composed from figures
            </Label>
          </Tooltip>
        )}
      </PartTitle>
      <CardBody>
        <ul className="mg-sentences">
          {sentences.map((sentence, order) => (
            <li key={order}>
              {sentence.text}{' '}
              <span className="mg-sources">
                {sentence.sources.map((source) => {
                  const { words, anchor } = sourceWords(source);
                  return (
                    <a
                      key={source}
                      className="mg-source"
                      href={`#${anchor}`}
                      onClick={(event) => {
                        event.preventDefault();
                        document.getElementById(anchor)?.scrollIntoView({ block: 'start' });
                      }}
                    >
                      {words}
                    </a>
                  );
                })}
              </span>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
