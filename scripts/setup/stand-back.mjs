// Loaded with --import before anything else, also before the compiler: people who look at the map come first, and a
// command that builds takes what they leave, from its first moment on. Plain JavaScript, because nothing is compiled yet.
import { spawnSync } from 'node:child_process';
import { constants, setPriority } from 'node:os';

setPriority(constants.priority.PRIORITY_LOW);
// A niced process still shares a core with a waking server for a moment; one of the idle class gives way at once
// (Linux, util-linux). Threads that exist already are told with --all-tasks; later ones and children inherit it.
// Where there is no chrt, being niced has to do.
spawnSync('chrt', ['--idle', '--all-tasks', '--pid', '0', String(process.pid)], { stdio: 'ignore' });
