const labelWidth = 11;
const isTerminal = process.stdout.isTTY === true;

/** What a step reports while it runs: shown in place on a terminal, left out of a log file. */
export type Report = (text: string) => void;

/**
 * Runs one step and prints one line for it: label, what came out, seconds.
 * @param run returns the text of the finished line
 */
export async function showStep<T>(
  label: string,
  run: (report: Report) => Promise<{ text: string; value: T }>,
): Promise<T> {
  const start = performance.now();
  const report: Report = (text) => {
    if (isTerminal) process.stdout.write(`\r\x1b[2K  ${label.padEnd(labelWidth)}${text.slice(0, 90)}`);
  };
  report('…');
  try {
    const { text, value } = await run(report);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    if (isTerminal) process.stdout.write('\r\x1b[2K');
    process.stdout.write(`  ${label.padEnd(labelWidth)}${text.padEnd(60)} ${seconds.padStart(5)} s\n`);
    return value;
  } catch (error) {
    if (isTerminal) process.stdout.write('\r\x1b[2K');
    throw error;
  }
}
