import { type ComponentProps, lazy, Suspense } from 'react';

const ConnectionDialog = lazy(async () => ({ default: (await import('./ConnectionDialog.tsx')).ConnectionDialog }));

/** The connection form. Its fields, the time zone's list above all, are no part of the window's first load. */
export function LaterConnectionDialog(props: ComponentProps<typeof ConnectionDialog>) {
  return (
    <Suspense fallback={null}>
      <ConnectionDialog {...props} />
    </Suspense>
  );
}
