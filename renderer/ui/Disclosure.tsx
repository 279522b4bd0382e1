import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';

interface DisclosureProps {
  /** The button's name, e.g. "What will be sent". */
  readonly title: string;
  /** Drawn after the title, not part of its name. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
  /** Opens it where something in it must be seen, e.g. a field that is wrong. */
  readonly mustShow?: boolean;
}

/** A part that opens and closes. Its content exists only while it is open, so it may be costly. */
export function Disclosure({ title, aside, children, className, mustShow = false }: DisclosureProps) {
  const [isChosen, setOpen] = useState(false);
  const isOpen = isChosen || mustShow;
  const id = useId();
  return (
    <div className={['disclosure', className].filter(Boolean).join(' ')}>
      <div className="disclosure-head">
        <button
          type="button"
          className="button quiet"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronRight aria-hidden="true" className="disclosure-mark" />
          {title}
        </button>
        {aside ? <span className="dim ellipsis">{aside}</span> : null}
      </div>
      {isOpen ? (
        <div id={id} className="disclosure-panel">
          {children}
        </div>
      ) : null}
    </div>
  );
}
