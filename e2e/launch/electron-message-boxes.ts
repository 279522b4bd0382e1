import type { ElectronApplication } from '@playwright/test';
import type { MessageBoxOptions } from 'electron';

/** Takes the message boxes of Electron's main process over: what they say is kept, and each is open until it is answered. */
export async function takeMessageBoxes(app: ElectronApplication) {
  const boxes = await app.evaluateHandle(({ dialog }) => {
    const asked: string[] = [];
    const answers: string[] = [];
    let agreedTo: string[] = [];
    let wake = () => {};
    dialog.showMessageBox = async (...args: unknown[]) => {
      const { message, detail = '', buttons = [] } = args.at(-1) as MessageBoxOptions;
      asked.push(`${message}\n${detail}`);
      const agreed = buttons.findIndex((button) => agreedTo.includes(button));
      if (answers.length === 0 && agreed >= 0) return { response: agreed, checkboxChecked: false };
      while (answers.length === 0) {
        await new Promise<void>((answered) => {
          wake = answered;
        });
      }
      return { response: buttons.indexOf(answers.shift() ?? ''), checkboxChecked: false };
    };
    return {
      asked,
      agreeTo(buttons: string[]) {
        agreedTo = buttons;
      },
      answer(button: string) {
        answers.push(button);
        wake();
      },
    };
  });
  return {
    agreeTo: (...buttons: string[]) => boxes.evaluate(({ agreeTo }, names) => agreeTo(names), buttons),
    answer: (button: string) => boxes.evaluate(({ answer }, name) => answer(name), button),
    asked: () => boxes.evaluate(({ asked }) => asked),
  };
}
