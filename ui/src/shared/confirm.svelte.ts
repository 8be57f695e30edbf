// A question before what cannot be undone, and only then.

export type Confirmation = {
  title: string;
  /** What exactly will happen. */
  text: string;
  /** The button that does it, named by what it does: "Send to 214 people". */
  action: string;
  danger?: boolean;
};

type Asked = Confirmation & { answer: (yes: boolean) => void };
let asked = $state.raw<Asked | undefined>(undefined);

export function confirmation(): Asked | undefined {
  return asked;
}

/** Asks, and answers whether the person agreed. */
export function askConfirm(question: Confirmation): Promise<boolean> {
  asked?.answer(false);
  return new Promise((resolve) => {
    asked = {
      ...question,
      answer: (yes) => {
        asked = undefined;
        resolve(yes);
      },
    };
  });
}
