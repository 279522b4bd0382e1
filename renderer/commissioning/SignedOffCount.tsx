import { useQuery } from '@tanstack/react-query';
import { percentText } from '../../core/text/amounts.ts';
import { useConnection } from '../window/current-connection.ts';
import { totalOf } from './phrase-sweep.ts';
import { sweepsQuery } from './queries.ts';

/** How much of the newest sweep was seen on video, beside the page's name; nothing while there is no sweep. */
export function SignedOffCount() {
  const { id } = useConnection();
  const newest = useQuery(sweepsQuery(id)).data?.[0];
  if (!newest) return null;
  return (
    <>
      {percentText(newest.seen, totalOf(newest.counts))}
      <span className="visually-hidden"> of the newest sweep seen on video</span>
    </>
  );
}
