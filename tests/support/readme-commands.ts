import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findProjectRoot } from '../../server/platform/project-root.ts';
import { readText } from './source-files.ts';

const run = promisify(execFile);

const section = (): string => {
  const text = /^## Load a real plan$([\s\S]*?)^## /m.exec(readText('README.md'))?.[1];
  if (text === undefined) throw new Error('README.md has no section "Load a real plan"');
  return text;
};

/** The commands of the README's section "Load a real plan", as they stand there. */
export const readmeCommands = (): string[] =>
  [...section().matchAll(/^ {7}(npm run .+)$/gm)].map(([, command = '']) => command);

/** Path and query of the question that the section ends with. */
export const readmeQuestion = (): string => /curl "http:\/\/[^/]+([^"]+)"/.exec(section())?.[1] ?? '';

/**
 * Runs those commands one after the other in a shell, as somebody would who types them.
 * @throws Error with what the command printed when one ends with another code than 0
 */
export async function runReadmeCommands(databaseUrl: string, dataDirectory: string): Promise<string> {
  let output = '';
  for (const command of readmeCommands()) {
    const { stdout, stderr } = await run('sh', ['-c', command], {
      cwd: findProjectRoot(),
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        DATABASE_URL: databaseUrl,
        DATA_DIRECTORY: dataDirectory,
        LOG_LEVEL: 'silent',
      },
    });
    output += stdout + stderr;
  }
  return output;
}
