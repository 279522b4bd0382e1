import { type MouseEvent, type ReactNode, useId } from 'react';
import { WithTooltip } from '../ui/WithTooltip.tsx';
import { type Page, useNavigate } from '../window/navigation.ts';
import { pages } from './pages.ts';

interface RailLinkProps {
  readonly page: Page;
  readonly isCurrent: boolean;
  /** Why the page cannot be shown now. */
  readonly offReason: string | null;
  readonly count: ReactNode;
}

/** One page in the rail. What is drawn after the name is a description, not part of the name. */
export function RailLink({ page, isCurrent, offReason, count }: RailLinkProps) {
  const navigate = useNavigate();
  const { title, Icon } = pages[page];
  const countId = useId();

  const follow = (event: MouseEvent) => {
    event.preventDefault();
    if (!offReason) navigate(page);
  };

  return (
    <WithTooltip text={offReason}>
      <a
        className="rail-link"
        href={`#${page.replace(' ', '-')}`}
        aria-label={title}
        aria-current={isCurrent ? 'page' : undefined}
        aria-disabled={offReason ? true : undefined}
        aria-describedby={count ? countId : undefined}
        onClick={follow}
      >
        <Icon aria-hidden="true" />
        <span className="rail-name ellipsis">{title}</span>
        {count ? (
          <span id={countId} className="rail-count" aria-hidden="true">
            {count}
          </span>
        ) : null}
      </a>
    </WithTooltip>
  );
}
