import { campusReaders } from '../../core/simulator/campus.ts';
import { simulatorState } from '../../core/simulator/simulator.ts';
import { createPractice } from '../../electron/practice/practice.ts';
import { startSimulatorServer } from '../../electron/practice/simulator-server.ts';
import { accepted } from '../measure/accepted.ts';

// node dist/bench/server-child.js practice <folder>, or: simulator <ms it takes to answer>
// Runs the simulated Camio in a process of its own and says where it is: as the practice account has it, with its file, or
// with nothing to keep and so with nothing to wait for.

const [kind = '', argument = ''] = process.argv.slice(2);
process.stdout.write(
  `${JSON.stringify(kind === 'practice' ? await startPractice(argument) : await startSimulator(argument))}\n`,
);

async function startPractice(folder: string) {
  const { baseUrl, token } = accepted(await createPractice({ folder, emit: () => {} }).start());
  return { baseUrl, token };
}

async function startSimulator(latencyMs: string) {
  const ms = Number(latencyMs);
  const token = 'a-token-for-benchmarks';
  const { baseUrl } = await startSimulatorServer({
    state: simulatorState(campusReaders(12)),
    token,
    faults: ms > 0 ? [{ kind: 'latency', ms }] : [],
  });
  return { baseUrl, token };
}
