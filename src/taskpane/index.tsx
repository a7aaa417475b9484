import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from './ErrorBoundary';
import { StopPage } from './parts/StopPage';
import { Start } from './Start';
import { stringsFor } from './strings';
import { ThemedRoot } from './ThemedRoot';
import { createPort, displayLanguage, officeLooks, whenOfficeReady } from './wire';

const root = document.getElementById('root');
if (root === null) throw new Error('taskpane.html has no #root');

const strings = stringsFor(displayLanguage());
createRoot(root).render(
  <ThemedRoot office={officeLooks}>
    <ErrorBoundary fallback={<StopPage text={strings.broken} retry={strings.retry} />}>
      <Start port={createPort()} ready={whenOfficeReady} language={displayLanguage} />
    </ErrorBoundary>
  </ThemedRoot>,
);
