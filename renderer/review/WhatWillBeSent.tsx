import { useDeferredValue, useMemo } from 'react';
import { bodyBytes, encodeDeviceList } from '../../core/camio/device-list.ts';
import { type Draft, draftLength, draftReaders } from '../../core/draft/draft.ts';
import { counted } from '../../core/text/amounts.ts';
import { RequestPreview } from '../request/RequestPreview.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { useConnection } from '../window/current-connection.ts';

/** The request a push makes, with its exact body and size. */
export function WhatWillBeSent({ draft }: { readonly draft: Draft }) {
  const { baseUrl, dialect } = useConnection();
  // With 100,000 readers the body takes a tenth of a second: the page is painted first.
  const encoded = useDeferredValue<Draft | null>(draft, null);
  const body = useMemo(() => (encoded ? encodeDeviceList(draftReaders(encoded), dialect) : null), [encoded, dialect]);
  const size = useMemo(() => (body === null ? '…' : counted(bodyBytes(body), 'byte')), [body]);
  return (
    <Disclosure title="What will be sent" aside={`${counted(draftLength(draft), 'reader')}, ${size}`}>
      {body === null ? null : (
        <>
          <RequestPreview label="Request" url={`${baseUrl}/devices`} body={body} />
          <p className="help">
            Replaces the whole list in Camio. Sent as one line of {size}; line breaks and spaces between fields are only
            shown here. The token is never shown.
          </p>
        </>
      )}
    </Disclosure>
  );
}
