import './sweep-news.css';
import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { SweepSummary } from '../../core/sweep/sweep.ts';
import { Button } from '../ui/Button.tsx';
import { useConnection } from '../window/current-connection.ts';
import { useNavigate } from '../window/navigation.ts';
import { phraseWaitsForPerson } from './phrase-sweep.ts';
import { sweepsQuery } from './queries.ts';

/** What the person has read of in this session; a sweep that stops anew is news again. */
const read = new Set<string>();

/** Above the other pages: a sweep does not go on by itself, and what it waits for. */
export function SweepNews(): ReactNode {
  const { id } = useConnection();
  const navigate = useNavigate();
  const sweeps = useQuery(sweepsQuery(id)).data;
  const [, setReads] = useState(0);
  const waiting = sweeps?.find((summary) => phraseWaitsForPerson(summary) !== null && !read.has(keyOf(summary)));
  if (!waiting) return null;
  const putAway = () => {
    read.add(keyOf(waiting));
    setReads((reads) => reads + 1);
  };
  return (
    <section className="sweep-news" aria-label="News of sweeps">
      <TriangleAlert aria-hidden="true" />
      <p role="status">{phraseWaitsForPerson(waiting)}</p>
      <Button onPress={() => navigate('commissioning')}>Go to Commissioning</Button>
      <Button variant="quiet" onPress={putAway}>
        Not now
      </Button>
    </section>
  );
}

function keyOf({ sweep, state, toSend }: SweepSummary): string {
  return `${sweep.id} ${state.kind} ${toSend}`;
}
