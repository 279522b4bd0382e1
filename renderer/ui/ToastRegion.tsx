import { Check, TriangleAlert, X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { currentToasts, subscribeToToasts, type Toast, toast } from './toast.ts';

const newsStaysMs = 7_000;

/** Shows what `toast` says, above dialogs too. News waits while the pointer or the keyboard is on the messages. */
export function ToastRegion() {
  const toasts = useSyncExternalStore(subscribeToToasts, currentToasts);
  const [isHeld, setHeld] = useState(false);
  const news = toasts.find(({ kind }) => kind === 'news')?.id;

  useEffect(() => {
    if (news === undefined || isHeld) return;
    const timer = setTimeout(() => toast.dismiss(news), newsStaysMs);
    return () => clearTimeout(timer);
  }, [news, isHeld]);

  // What is held goes away with its message, without a word from the browser.
  const dismiss = (id: number) => {
    setHeld(false);
    toast.dismiss(id);
  };

  return (
    <section
      className="toasts"
      aria-label="Messages"
      data-react-aria-top-layer="true"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toasts.map((shown) => (
        <ToastCard key={shown.id} shown={shown} onDismiss={dismiss} />
      ))}
    </section>
  );
}

interface ToastCardProps {
  readonly shown: Toast;
  readonly onDismiss: (id: number) => void;
}

function ToastCard({ shown: { id, kind, text, next, detail, action }, onDismiss }: ToastCardProps) {
  return (
    <div className={`toast ${kind}`} role={kind === 'failure' ? 'alert' : 'status'}>
      {kind === 'failure' ? <TriangleAlert aria-hidden="true" /> : <Check aria-hidden="true" />}
      <div className="toast-text">
        <p>{text}</p>
        {next ? <p className="toast-next">{next}</p> : null}
        {detail ? <pre className="failed-detail">{detail}</pre> : null}
        {action ? (
          <Button
            onPress={() => {
              onDismiss(id);
              action.run();
            }}
          >
            {action.label}
          </Button>
        ) : null}
      </div>
      <IconButton label="Dismiss" icon={<X aria-hidden="true" />} onPress={() => onDismiss(id)} />
    </div>
  );
}
