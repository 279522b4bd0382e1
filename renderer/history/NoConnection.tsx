import { Button } from '../ui/Button.tsx';
import { useNavigate } from '../window/navigation.ts';

/** In place of the snapshots while no connection is open. */
export function NoConnection() {
  const navigate = useNavigate();
  return (
    <section className="history-section bare" aria-labelledby="snapshots-title">
      <header className="history-head">
        <h2 id="snapshots-title">Snapshots</h2>
        <p className="dim">Open a connection to see its snapshots.</p>
        <Button onPress={() => navigate('connections')}>Go to connections</Button>
      </header>
    </section>
  );
}
