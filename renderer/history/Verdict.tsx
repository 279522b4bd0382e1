import { ShieldAlert, ShieldCheck, X } from 'lucide-react';
import { phraseVerification } from '../../core/audit/phrase-verification.ts';
import type { Verification } from '../../core/audit/verify.ts';
import { IconButton } from '../ui/IconButton.tsx';

interface VerdictProps {
  readonly verification: Verification;
  readonly onDismiss: () => void;
}

/** What verifying the log found, in a sentence. */
export function Verdict({ verification, onDismiss }: VerdictProps) {
  const isFlawed = verification.flaw !== null;
  return (
    <div className={isFlawed ? 'verdict bad' : 'verdict good'} role={isFlawed ? 'alert' : 'status'}>
      {isFlawed ? <ShieldAlert aria-hidden="true" /> : <ShieldCheck aria-hidden="true" />}
      <p>
        {phraseVerification(verification)}
        {isFlawed ? ' Keep a copy of the log, and ask who can write to the files of this computer.' : ''}
      </p>
      <IconButton label="Dismiss the verdict" icon={<X aria-hidden="true" />} onPress={onDismiss} />
    </div>
  );
}
