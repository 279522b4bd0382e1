import { counted, formatCount } from '../text/amounts.ts';
import type { ListLoss } from './list-loss.ts';

/** What Camio's list lost, as a title: `Camio now holds 3 readers; 47 that you had are gone.` */
export function phraseLoss({ now, gone, unnamed, held }: ListLoss): string {
  const holds = `Camio now holds ${counted(now, 'reader')}`;
  if (gone + unnamed === 0) return `${holds}; all ${formatCount(held)} that you had are back.`;
  const parts = [
    ...(gone > 0 ? [`${formatCount(gone)} that you had ${gone === 1 ? 'is' : 'are'} gone`] : []),
    ...(unnamed > 0
      ? [`${formatCount(unnamed)} ${unnamed === 1 ? 'has lost its name' : 'have lost their names'}`]
      : []),
  ];
  return `${holds}; ${parts.join(', ')}.`;
}
