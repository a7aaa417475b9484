import { createRoot } from 'react-dom/client';
import { FluentProvider } from '@fluentui/react-components';
import { ErrorBoundary } from './ErrorBoundary';
import { Notice } from './Notice';
import { displayLanguage } from './wire';
import { Start } from './Start';
import { stringsFor } from './strings';
import { theme } from './theme';
import { createPort } from './wire';

const root = document.getElementById('root');
if (root === null) throw new Error('taskpane.html has no #root');

const strings = stringsFor(displayLanguage());
createRoot(root).render(
  <FluentProvider theme={theme}>
    <ErrorBoundary fallback={<Notice text={strings.broken} retry={strings.retry} />}>
      <Start port={createPort()} language={displayLanguage} />
    </ErrorBoundary>
  </FluentProvider>,
);
