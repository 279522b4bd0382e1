import { useQuery } from '@tanstack/react-query';
import { useConnection } from '../window/current-connection.ts';
import { totalOf, wholePercent } from './phrase-sweep.ts';
import { sweepsQuery } from './queries.ts';

/** How much of the newest sweep was seen on video, beside the page's name; nothing while there is no sweep. */
export function SignedOffCount() {
  const { id } = useConnection();
  const newest = useQuery(sweepsQuery(id)).data?.[0];
  if (!newest) return null;
  return (
    <>
      {wholePercent(newest.seen, totalOf(newest.counts))} %
      <span className="visually-hidden"> of the newest sweep seen on video</span>
    </>
  );
}
