import { Alert, AlertActionLink, Button, Card, CardBody, CardTitle, Label, PageSection } from '@patternfly/react-core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { counted } from '../figures/amounts';
import { useChosenPortfolio } from '../portfolio/chosen';
import { FirstSteps } from '../portfolio/FirstSteps';
import { NoSuchPortfolio } from '../portfolio/NoSuchPortfolio';
import { PortfolioChoice } from '../portfolio/PortfolioChoice';
import type { Portfolio } from '../portfolio/portfolios';
import { ProblemAlert } from '../server/ProblemAlert';
import { PageTop } from '../shell/PageTop';
import { FileDrop } from './FileDrop';
import { ImportList } from './ImportList';
import { formatWords, type ImportResult, useImport, usePreview, useUndoImport, verdict } from './imports';
import { OtherPlaceHint } from './OtherPlaceHint';
import { PreviewTable } from './PreviewTable';

/** Brings a broker's export into a portfolio: choose, look at what it will do, confirm. */
export function ImportPage() {
  const { portfolios, chosen, unknown, choose, error } = useChosenPortfolio();
  return (
    <>
      <PageTop
        title="Import"
        subtitle="A file is shown row by row before anything is stored, and is stored whole or not at all."
        actions={chosen && portfolios && <PortfolioChoice portfolios={portfolios} chosen={chosen} onChoose={choose} />}
      />
      <PageSection>
        <ProblemAlert failure={error} />
        {unknown && <NoSuchPortfolio />}
        {portfolios?.length === 0 && !unknown && <FirstSteps onCreated={choose} />}
        {chosen && <Importer key={chosen.id} portfolio={chosen} />}
      </PageSection>
    </>
  );
}

function Importer({ portfolio }: { portfolio: Portfolio }) {
  const [file, setFile] = useState<File>();
  const [result, setResult] = useState<ImportResult>();
  const preview = usePreview();
  const store = useImport();
  const undo = useUndoImport(portfolio.id);
  const navigate = useNavigate();

  const look = (chosen: File) => {
    setFile(chosen);
    setResult(undefined);
    store.reset();
    undo.reset();
    preview.mutate({ portfolio: portfolio.id, file: chosen });
  };
  const begin = () => {
    setFile(undefined);
    preview.reset();
    store.reset();
  };
  const confirm = () => {
    if (file) {
      store.mutate(
        { portfolio: portfolio.id, file },
        {
          onSuccess: (stored) => {
            setResult(stored);
            begin();
          },
        },
      );
    }
  };
  const brought = result?.id;
  const judged = preview.data && verdict(preview.data);

  return (
    <div className="mg-stack">
      {result && (
        <Alert component="p"
          variant="success"
          isInline
          title={`${counted(result.imported, 'transaction')} imported into ${portfolio.name}`}
          actionLinks={
            <>
              <AlertActionLink onClick={() => void navigate(`/?portfolio=${portfolio.id}`)}>See the portfolio</AlertActionLink>
              {brought && (
                <AlertActionLink
                  onClick={() => undo.mutate(brought, { onSuccess: () => setResult(undefined) })}
                  isDisabled={undo.isPending}
                >
                  Undo this import
                </AlertActionLink>
              )}
            </>
          }
        >
          <p>
            Read as {formatWords(result.format)}; {result.duplicates} {result.duplicates === 1 ? 'was' : 'were'} here already,{' '}
            {counted(result.ignored, 'row')} {result.ignored === 1 ? 'was' : 'were'} ignored.
          </p>
        </Alert>
      )}
      <ProblemAlert failure={undo.error} title="The import could not be undone" />
      {!preview.data && (
        <FileDrop
          hint="Schwab and Ghostfolio as CSV or JSON, Fidelity as CSV, IBKR Flex as CSV or XML, OFX and QFX. The format is recognised. To try it, take the sample export in samples/."
          accept=".csv,.json,.xml,.txt,.ofx,.qfx,text/csv"
          busy={preview.isPending}
          onFile={look}
        />
      )}
      <ProblemAlert failure={preview.error} title={`${file?.name ?? 'The file'} cannot be read`} />
      {preview.error && <OtherPlaceHint file={file} here="broker" />}
      {preview.data && judged && (
        <Card>
          <CardTitle component="h2">
            {file?.name} <Label isCompact>{formatWords(preview.data.format)}</Label>{' '}
            {preview.data.account && <Label isCompact variant="outline">{preview.data.account}</Label>}
          </CardTitle>
          <CardBody>
            <div className="mg-stack">
              <Alert component="p" variant={judged.storable ? 'info' : preview.data.errors > 0 ? 'danger' : 'warning'} isInline isPlain title={judged.words} />
              {preview.data.remarks && preview.data.remarks.length > 0 && (
                <ul className="mg-faults mg-subtle">
                  {preview.data.remarks.map((remark) => (
                    <li key={remark}>{remark}</li>
                  ))}
                </ul>
              )}
              <ProblemAlert failure={store.error} title="Nothing was imported" />
              <div className="mg-top__actions">
                <Button onClick={confirm} isDisabled={!judged.storable || store.isPending} isLoading={store.isPending}>
                  {preview.data.new > 0 ? `Import ${preview.data.new} into ${portfolio.name}` : 'Import'}
                </Button>
                <Button variant="link" onClick={begin}>
                  Choose another file
                </Button>
              </div>
              <PreviewTable key={file?.name} preview={preview.data} />
            </div>
          </CardBody>
        </Card>
      )}
      <Card>
        <CardTitle component="h2">Earlier imports into {portfolio.name}</CardTitle>
        <CardBody>
          <ImportList portfolio={portfolio.id} />
        </CardBody>
      </Card>
    </div>
  );
}
