import type { Figure } from './measure/figure.ts';

/** A figure as it was taken. */
export interface TakenFigure extends Figure {
  readonly section: string;
  readonly isBusy: boolean;
}

const head = ['figure', 'target', 'measured', 'beside a peer', ''] as const;

/** The figures as one table in Markdown, which reads as well in a terminal. */
export function tableOf(figures: readonly TakenFigure[]): string {
  const lines = figures.map((figure) => [
    `${figure.section}: ${figure.what}`,
    figure.target ?? '–',
    figure.measured,
    figure.peer ?? '–',
    verdict(figure),
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(Math.max(3, width))).join(' | ')} |`;
  return [row(head), rule, ...lines.map(row)].join('\n');
}

function verdict({ isMet, isBusy }: TakenFigure): string {
  const words = isMet === null ? 'shown' : isMet ? 'met' : 'MISSED';
  return isBusy ? `${words}, busy machine` : words;
}
