import './styles/font.css';
import './styles/tokens.css';
import './styles/base.css';
import './ui/buttons.css';
import './ui/floating.css';
import './ui/fields.css';
import './ui/dialogs.css';
import './ui/faces.css';
import './ui/search-box.css';
import './sessions/save-state.css';
import './ui/toasts.css';
import './ui/progress.css';
import './ui/tables.css';
import './ui/new-line.css';
import './app/app.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { PageBoundary } from './app/PageBoundary.tsx';
import { sentencesOf } from './ipc/app-failure.ts';
import { ipc } from './ipc/ipc.ts';
import { queryClient } from './ipc/query-client.ts';
import { reportFault } from './ipc/report-fault.ts';
import { settleWhenAsked } from './sessions/settle-when-asked.ts';
import { toast } from './ui/toast.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');

// A promise nobody waits for can only fail by a bug; it must not fail in silence.
window.addEventListener('unhandledrejection', ({ reason }) => {
  reportFault('a promise failed', reason);
  toast.failure(sentencesOf(reason));
});
window.addEventListener('error', ({ error, message }) => reportFault('an error', error ?? message));

settleWhenAsked(ipc);

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <PageBoundary onRetry={() => location.reload()}>
        <App />
      </PageBoundary>
    </QueryClientProvider>
  </StrictMode>,
);
